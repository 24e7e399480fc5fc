//! HMAC-SM3 with the purpose mixed in, so that a hash made for one use is worthless for another.

use hmac::{Hmac, KeyInit, Mac};
use sm3::Sm3;

pub(crate) type HmacSm3 = Hmac<Sm3>;

/// The key's length is fixed, so that making the hasher cannot fail.
pub(crate) fn keyed(key: &[u8; 32]) -> HmacSm3 {
    // A block of SM3 is 64 bytes; a shorter key is padded with zeros, as HMAC itself does.
    let mut block = [0u8; 64];
    block[..32].copy_from_slice(key);
    HmacSm3::new(&block.into())
}

pub(crate) fn add_part(hash: &mut HmacSm3, part: &[u8]) {
    hash.update(&(part.len() as u64).to_be_bytes());
    hash.update(part);
}

pub(crate) fn finish(hash: HmacSm3) -> [u8; 32] {
    hash.finalize().into_bytes().into()
}

pub(super) fn hmac(key: &[u8; 32], purpose: &str, kind: &str, value: &[u8]) -> [u8; 32] {
    let mut hash = keyed(key);
    for part in [b"yibao-1".as_slice(), purpose.as_bytes(), kind.as_bytes(), value] {
        add_part(&mut hash, part);
    }
    finish(hash)
}

pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|b| [DIGITS[usize::from(b >> 4)] as char, DIGITS[usize::from(b & 15)] as char]).collect()
}

pub(crate) fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let text = text.as_bytes();
    if text.len() != N * 2 {
        return None;
    }
    let mut out = [0u8; N];
    for (byte, pair) in out.iter_mut().zip(text.chunks_exact(2)) {
        let digit = |c: u8| (c as char).to_digit(16);
        *byte = (digit(pair[0])? * 16 + digit(pair[1])?) as u8;
    }
    Some(out)
}

/// Takes the same time wherever the first difference is.
pub fn same_bytes(a: &[u8], b: &[u8]) -> bool {
    let differences = a.iter().zip(b).fold(0u8, |sum, (x, y)| sum | (x ^ y));
    a.len() == b.len() && std::hint::black_box(differences) == 0
}
