//! Staff passwords (argon2id), the second factor (TOTP), and random names of requests and papers.
//! It never logs or stores what it is given. Hashing costs about 20 MB and tens of milliseconds: callers use `spawn_blocking`.

use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use totp_rs::TOTP;

use crate::vault::{VaultError, same_bytes};

/// 19 MiB, two passes, one lane: the OWASP floor for argon2id, bearable on two cores.
fn argon() -> Argon2<'static> {
    let params = Params::new(19 * 1024, 2, 1, Some(32)).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// The stored form (PHC string) of a password or PIN.
pub fn hash_password(password: &str) -> Result<String, VaultError> {
    let salt = SaltString::encode_b64(&random_bytes::<16>()?).map_err(|_| VaultError::NoRandom)?;
    Ok(argon().hash_password(password.as_bytes(), &salt).map_err(|_| VaultError::Shape)?.to_string())
}

pub fn password_matches(password: &str, stored: &str) -> bool {
    PasswordHash::new(stored).is_ok_and(|parsed| argon().verify_password(password.as_bytes(), &parsed).is_ok())
}

const STEP_SECONDS: u64 = 30;

fn totp(secret: &[u8]) -> TOTP {
    TOTP::new_unchecked(totp_rs::Algorithm::SHA1, 6, 1, STEP_SECONDS, secret.to_vec())
}

/// A new TOTP secret: 160 bits. Store it sealed.
pub fn new_totp_secret() -> Result<Vec<u8>, VaultError> {
    random_bytes::<20>().map(|b| b.to_vec())
}

/// What a clerk types into the authenticator: base32.
pub fn totp_secret_text(secret: &[u8]) -> String {
    totp(secret).get_secret_base32()
}

/// The secret from its written form; nothing when it is none.
pub fn totp_secret_bytes(text: &str) -> Option<Vec<u8>> {
    let bytes = totp_rs::Secret::Encoded(text.to_owned()).to_bytes().ok()?;
    (!bytes.is_empty()).then_some(bytes)
}

/// For the QR code. `label` is the staff user name (ASCII letters, digits, `-`, `_`, `.`; others are dropped).
pub fn totp_uri(secret: &[u8], label: &str) -> String {
    let label: String = label.chars().filter(|c| c.is_ascii_alphanumeric() || "-_.".contains(*c)).collect();
    format!("otpauth://totp/Yibao:{label}?secret={}&issuer=Yibao&digits=6&period=30", totp_secret_text(secret))
}

/// The code of the moment. For the demo page and tests.
pub fn totp_now(secret: &[u8], unix_seconds: u64) -> String {
    totp(secret).generate(unix_seconds)
}

/// The step (30-second count since 1970) that the code belongs to: now, one before or one after.
/// `last_used` is the step of the last accepted code: it and all before are refused, so that a code that was
/// seen over a shoulder cannot be used again. Store the returned step in the same transaction as the sign-in.
pub fn totp_step(secret: &[u8], code: &str, unix_seconds: u64, last_used: Option<u64>) -> Option<u64> {
    let totp = totp(secret);
    let now = unix_seconds / STEP_SECONDS;
    [now.checked_sub(1), Some(now), now.checked_add(1)]
        .into_iter()
        .flatten()
        .filter(|step| last_used.is_none_or(|last| *step > last))
        .find(|step| same_bytes(totp.generate(step * STEP_SECONDS).as_bytes(), code.as_bytes()))
}

pub fn random_bytes<const N: usize>() -> Result<[u8; N], VaultError> {
    let mut out = [0u8; N];
    getrandom::fill(&mut out).map_err(|_| VaultError::NoRandom)?;
    Ok(out)
}

/// Evenly drawn from `letters`: values that would favour the first letters are thrown away.
fn random_letters(letters: &[u8], count: usize) -> Result<String, VaultError> {
    let fair = 256 - 256 % letters.len();
    let mut out = String::with_capacity(count);
    while out.len() < count {
        for byte in random_bytes::<32>()? {
            if out.len() < count && usize::from(byte) < fair {
                out.push(letters[usize::from(byte) % letters.len()] as char);
            }
        }
    }
    Ok(out)
}

/// No 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V: what is read aloud or copied by hand must not be mistaken.
const CLEAR_LETTERS: &[u8] = b"34679ACDEFGHJKMNPQRTWXY";

/// For one request, short enough to be read over the telephone: `R7K2-M4PX`. Not a secret.
pub fn new_request_id() -> Result<String, VaultError> {
    let letters = random_letters(CLEAR_LETTERS, 8)?;
    Ok(format!("{}-{}", &letters[..4], &letters[4..]))
}

/// A random id for a stored object: 128 bits in hex.
pub fn new_object_id() -> Result<String, VaultError> {
    random_bytes::<16>().map(|b| crate::vault::hex(&b))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use app::acts::staff_sign_in::NOBODY;

    #[test]
    fn a_password_matches_itself_alone() {
        let stored = hash_password("正确 horse").unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        assert!(password_matches("正确 horse", &stored));
        assert!(!password_matches("正确 Horse", &stored));
        assert!(!password_matches("", "not a hash"));
        assert_ne!(stored, hash_password("正确 horse").unwrap(), "salted");
    }

    #[test]
    fn the_stand_in_for_nobody_is_a_real_hash_of_the_same_cost() {
        let (real, nobody) = (hash_password("x").unwrap(), PasswordHash::new(NOBODY).unwrap());
        let real = PasswordHash::new(&real).unwrap();
        assert_eq!(real.params, nobody.params);
        assert_eq!(real.algorithm, nobody.algorithm);
        assert_eq!(argon().verify_password(b"x", &nobody), Err(argon2::password_hash::Error::Password));
    }

    #[test]
    fn totp_gives_the_example_of_rfc_6238() {
        let secret = b"12345678901234567890";
        assert_eq!(totp_now(secret, 59), "287082");
        assert_eq!(totp_now(secret, 1_111_111_109), "081804");
        assert_eq!(totp_secret_text(secret), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    #[test]
    fn a_totp_code_works_one_step_around_and_only_once() {
        let secret = new_totp_secret().unwrap();
        let now = 1_700_000_010;
        let code = totp_now(&secret, now);
        let step = totp_step(&secret, &code, now, None).unwrap();
        assert_eq!(step, now / 30);
        assert_eq!(totp_step(&secret, &code, now + 30, None), Some(step));
        assert_eq!(totp_step(&secret, &code, now - 30, None), Some(step));
        assert_eq!(totp_step(&secret, &code, now, Some(step)), None, "used already");
        assert_eq!(totp_step(&secret, &code, now + 90, None), None);
        assert_eq!(totp_step(&secret, "", now, None), None);
    }
}
