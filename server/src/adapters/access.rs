//! Passwords and one-time passwords of staff. Hashing is slow on purpose and runs beside the requests.

use crate::passwords;
use app::ports::{Passwords, PortError, PortResult};
use async_trait::async_trait;
use jiff::Timestamp;
use tokio::sync::Semaphore;
use totp_rs::Secret;

pub struct StaffAccess;

/// Two at a time: each hash takes 19 MB, and a flood of sign-ins must not take all memory.
static PLACES: Semaphore = Semaphore::const_new(2);

async fn slowly<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> PortResult<T> {
    let _place = PLACES.acquire().await.map_err(|error| PortError::Unavailable(error.to_string()))?;
    tokio::task::spawn_blocking(work).await.map_err(stopping)
}

#[async_trait]
impl Passwords for StaffAccess {
    async fn hash(&self, plain: String) -> PortResult<String> {
        let hashed = slowly(move || passwords::hash_password(&plain)).await?;
        hashed.map_err(|error| PortError::Unavailable(error.to_string()))
    }

    async fn verify(&self, plain: String, hash: String) -> PortResult<bool> {
        slowly(move || passwords::password_matches(&plain, &hash)).await
    }

    /// `secret` as it is stored and shown: base32.
    fn totp_step(&self, secret: &str, code: &str, now: Timestamp) -> Option<i64> {
        let secret = Secret::Encoded(secret.to_owned()).to_bytes().ok().filter(|bytes| !bytes.is_empty())?;
        let step = passwords::totp_step(&secret, code, u64::try_from(now.as_second()).ok()?, None)?;
        i64::try_from(step).ok()
    }

    fn new_totp_secret(&self) -> String {
        // Without random bytes the secret is empty, and an empty secret fits no code.
        passwords::new_totp_secret().map(|secret| passwords::totp_secret_text(&secret)).unwrap_or_default()
    }
}

fn stopping(error: tokio::task::JoinError) -> PortError {
    PortError::Unavailable(error.to_string())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn an_empty_secret_fits_no_code() {
        let now = Timestamp::from_second(1_772_413_200).unwrap();
        let codes = (0..1_000_000u32).step_by(9973).map(|n| format!("{n:06}"));
        assert!(codes.into_iter().all(|code| StaffAccess.totp_step("", &code, now).is_none()));
    }

    #[test]
    fn the_code_of_the_moment_fits_its_own_secret_only() {
        let now = Timestamp::from_second(1_772_413_200).unwrap();
        let (one, other) = (StaffAccess.new_totp_secret(), StaffAccess.new_totp_secret());
        let bytes = Secret::Encoded(one.clone()).to_bytes().unwrap();
        let code = passwords::totp_now(&bytes, 1_772_413_200);
        assert_eq!(StaffAccess.totp_step(&one, &code, now), Some(1_772_413_200 / 30));
        assert_eq!(StaffAccess.totp_step(&other, &code, now), None);
    }
}
