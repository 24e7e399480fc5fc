//! Keyed hashes and proofs from the vault.

use crate::vault::Vault;
use app::ports::Seals;

impl Seals for Vault {
    fn lookup(&self, kind: &str, value: &str) -> String {
        Vault::lookup(self, kind, value)
    }
    fn mac(&self, kind: &str, value: &str) -> String {
        self.mac_hex(kind, value.as_bytes())
    }
}
