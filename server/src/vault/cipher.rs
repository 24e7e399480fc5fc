//! SM4-GCM over one record. Knows nothing of files; never reuses a nonce on purpose (random, 96 bits:
//! rotate the key long before 2^32 records).

use aes_gcm::aead::consts::{U12, U16};
use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{AesGcm, Nonce};
use sm4::Sm4;

use super::VaultError;

pub(super) type Sm4Gcm = AesGcm<Sm4, U12, U16>;

pub(super) const VERSION: u8 = 1;
const NONCE: usize = 12;
/// version, key id, nonce
pub(super) const HEADER: usize = 1 + 2 + NONCE;

/// Associated data: header fields and the place, each part with its length in front,
/// so that ("ab","c") and ("a","bc") differ.
pub(super) fn place(key_id: u16, parts: &[&str]) -> Vec<u8> {
    let mut out = b"yibao-seal".to_vec();
    out.push(VERSION);
    out.extend_from_slice(&key_id.to_be_bytes());
    for part in parts {
        out.extend_from_slice(&(part.len() as u64).to_be_bytes());
        out.extend_from_slice(part.as_bytes());
    }
    out
}

pub(super) fn seal(key: &[u8; 16], key_id: u16, place: &[u8], plain: &[u8]) -> Result<Vec<u8>, VaultError> {
    let mut nonce = [0u8; NONCE];
    getrandom::fill(&mut nonce).map_err(|_| VaultError::NoRandom)?;
    let sealed = Sm4Gcm::new(&(*key).into())
        .encrypt(&Nonce::<U12>::from(nonce), Payload { msg: plain, aad: place })
        .map_err(|_| VaultError::NotARecord)?;
    let mut record = Vec::with_capacity(HEADER + sealed.len());
    record.push(VERSION);
    record.extend_from_slice(&key_id.to_be_bytes());
    record.extend_from_slice(&nonce);
    record.extend_from_slice(&sealed);
    Ok(record)
}

/// The caller has read version and key id from the same record.
pub(super) fn open(key: &[u8; 16], place: &[u8], record: &[u8]) -> Result<Vec<u8>, VaultError> {
    let nonce: [u8; NONCE] = record.get(3..HEADER).and_then(|n| n.try_into().ok()).ok_or(VaultError::NotARecord)?;
    let sealed = record.get(HEADER..).ok_or(VaultError::NotARecord)?;
    Sm4Gcm::new(&(*key).into()).decrypt(&Nonce::<U12>::from(nonce), Payload { msg: sealed, aad: place }).map_err(|_| VaultError::Altered)
}
