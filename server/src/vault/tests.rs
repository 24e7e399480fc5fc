//! What the vault promises. The test vectors come from the standards, not from this code.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use aes_gcm::Nonce;
use aes_gcm::aead::consts::U12;
use aes_gcm::aead::{Aead, KeyInit, Payload};
use hmac::Mac;

use super::cipher::Sm4Gcm;
use super::keyed_hash::{HmacSm3, unhex};
use super::*;

fn bytes(text: &str) -> Vec<u8> {
    text.as_bytes().chunks(2).map(|p| u8::from_str_radix(std::str::from_utf8(p).unwrap(), 16).unwrap()).collect()
}

pub(super) struct Folder(pub(super) PathBuf);
impl Folder {
    fn new() -> Self {
        let mut n = [0u8; 8];
        getrandom::fill(&mut n).unwrap();
        let path = std::env::temp_dir().join(format!("yibao-vault-{}", hex(&n)));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}
impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn sm4_gcm_gives_the_example_of_rfc_8998() {
    let key: [u8; 16] = unhex("0123456789abcdeffedcba9876543210").unwrap();
    let nonce: [u8; 12] = unhex("00001234567800000000abcd").unwrap();
    let plain = bytes(concat!(
        "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd",
        "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa"
    ));
    let aad = bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    let sealed = Sm4Gcm::new(&key.into()).encrypt(&Nonce::<U12>::from(nonce), Payload { msg: &plain, aad: &aad }).unwrap();
    assert_eq!(
        hex(&sealed),
        concat!(
            "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735",
            "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d",
            "83de3541e4c2b58177e065a9bf7b62ec"
        )
    );
}

#[test]
fn hmac_sm3_gives_the_example_of_gmt_0042() {
    let key: [u8; 32] = unhex("0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20").unwrap();
    let mut hash: HmacSm3 = keyed_hash::keyed(&key);
    let text = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    hash.update(text.as_bytes());
    hash.update(text.as_bytes());
    assert_eq!(hex(&keyed_hash::finish(hash)), "ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a");
}

#[test]
fn what_is_sealed_opens_again_and_is_not_readable_before() {
    let vault = Vault::in_memory().unwrap();
    let record = vault.seal("people", "phone", "7", b"13800000000").unwrap();
    assert!(!record.windows(11).any(|w| w == b"13800000000"));
    assert_eq!(vault.open("people", "phone", "7", &record).unwrap(), b"13800000000");
    let empty = vault.seal("people", "phone", "7", b"").unwrap();
    assert_eq!(vault.open("people", "phone", "7", &empty).unwrap(), b"");
}

#[test]
fn the_same_value_is_never_sealed_to_the_same_record() {
    let vault = Vault::in_memory().unwrap();
    assert_ne!(vault.seal("t", "c", "1", b"x").unwrap(), vault.seal("t", "c", "1", b"x").unwrap());
}

#[test]
fn a_record_moved_to_another_row_column_or_table_does_not_open() {
    let vault = Vault::in_memory().unwrap();
    let record = vault.seal("people", "phone", "71", b"x").unwrap();
    for (table, column, row) in [
        ("people", "phone", "72"),
        ("people", "card", "71"),
        ("helpers", "phone", "71"),
        ("people", "phone7", "1"),
        ("peoplep", "hone", "71"),
    ] {
        assert!(matches!(vault.open(table, column, row, &record), Err(VaultError::Altered)), "{table} {column} {row}");
    }
}

#[test]
fn no_bit_of_a_record_can_be_flipped() {
    let vault = Vault::in_memory().unwrap();
    let record = vault.seal("t", "c", "1", b"four").unwrap();
    for at in 0..record.len() * 8 {
        let mut altered = record.clone();
        altered[at / 8] ^= 1 << (at % 8);
        assert!(vault.open("t", "c", "1", &altered).is_err(), "bit {at}");
    }
    for length in 0..record.len() {
        assert!(vault.open("t", "c", "1", &record[..length]).is_err(), "cut to {length}");
    }
}

#[test]
fn after_rotation_old_records_open_and_new_ones_use_the_new_key() {
    let dir = Folder::new();
    let old = Vault::open_or_create(&dir.0).unwrap();
    let record = old.seal("t", "c", "1", b"x").unwrap();
    old.rotate(&dir.0).unwrap();
    let new = Vault::open_or_create(&dir.0).unwrap();
    assert_eq!(new.open("t", "c", "1", &record).unwrap(), b"x");
    let again = new.reseal("t", "c", "1", &record).unwrap().expect("sealed with the old key");
    assert!(matches!(old.open("t", "c", "1", &again), Err(VaultError::UnknownKey(2))));
    assert_eq!(new.open("t", "c", "1", &again).unwrap(), b"x");
    assert_eq!(new.reseal("t", "c", "1", &again).unwrap(), None);
    assert_eq!(old.lookup("card", "a"), new.lookup("card", "a"), "what was found before is found after");
}

#[test]
fn look_ups_differ_by_kind_and_by_installation() {
    let (one, two) = (Vault::in_memory().unwrap(), Vault::in_memory().unwrap());
    assert_eq!(one.lookup("phone", "1"), one.lookup("phone", "1"));
    assert_ne!(one.lookup("phone", "1"), one.lookup("card", "1"));
    assert_ne!(one.lookup("ab", "c"), one.lookup("a", "bc"));
    assert_ne!(one.lookup("phone", "1"), two.lookup("phone", "1"));
    assert_ne!(one.lookup("phone", "1"), one.mac_hex("phone", b"1"));
    assert_ne!(one.fingerprint(), two.fingerprint());
}

#[test]
fn a_mac_differs_by_kind_and_content() {
    let vault = Vault::in_memory().unwrap();
    let mac = vault.mac_hex("csrf", b"session");
    assert_eq!(mac, vault.mac_hex("csrf", b"session"));
    assert_ne!(mac, vault.mac_hex("code", b"session"));
    assert_ne!(mac, vault.mac_hex("csrf", b"another"));
}

#[test]
fn the_key_file_survives_a_restart_and_belongs_to_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let dir = Folder::new();
    let first = Vault::open_or_create(&dir.0).unwrap();
    let record = first.seal_json("t", "c", "1", &vec![1, 2]).unwrap();
    let path = dir.0.join(KEY_FILE);
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(std::fs::read_dir(&dir.0).unwrap().count(), 1, "no half file stays");
    let second = Vault::open_or_create(&dir.0).unwrap();
    assert_eq!(second.open_json::<Vec<i32>>("t", "c", "1", &record).unwrap(), [1, 2]);
    assert_eq!(first.ledger_key().0, second.ledger_key().0);

    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
    assert!(matches!(Vault::open_or_create(&dir.0), Err(VaultError::OpenToOthers(_))));
}

#[test]
fn data_without_its_keys_never_gets_new_keys() {
    let dir = Folder::new();
    std::fs::write(dir.0.join("yibao.db"), "x").unwrap();
    assert!(matches!(Vault::open_or_create(&dir.0), Err(VaultError::KeysLost(_))));
    assert!(!dir.0.join(KEY_FILE).exists());
}

#[test]
fn a_damaged_key_file_is_named_but_not_repeated() {
    use std::os::unix::fs::PermissionsExt;
    let dir = Folder::new();
    Vault::open_or_create(&dir.0).unwrap();
    let path = dir.0.join(KEY_FILE);
    let text = std::fs::read_to_string(&path).unwrap();
    let secret = text.lines().find_map(|l| l.strip_prefix("lookup = \"")).unwrap()[..32].to_owned();
    std::fs::write(&path, text.replace(&secret, &secret[..30])).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
    let said = Vault::open_or_create(&dir.0).unwrap_err().to_string();
    assert!(said.contains("lookup is not 64 hex digits"), "{said}");
    assert!(!said.contains(&secret[..20]), "{said}");
}

#[test]
fn two_first_starts_at_once_end_with_one_key_file() {
    let dir = Folder::new();
    let prints: Vec<String> = std::thread::scope(|s| {
        let all: Vec<_> = (0..8).map(|_| s.spawn(|| Vault::open_or_create(&dir.0).unwrap().fingerprint())).collect();
        all.into_iter().map(|t| t.join().unwrap()).collect()
    });
    assert!(prints.iter().all(|p| *p == prints[0]), "{prints:?}");
}

#[test]
fn a_printed_vault_shows_no_key() {
    let vault = Vault::in_memory().unwrap();
    assert_eq!(format!("{vault:?} {:?}", vault.ledger_key()), "Vault(current key 1, 1 keys) LedgerKey(…)");
}
