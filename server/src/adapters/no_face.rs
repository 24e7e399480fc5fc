//! No face check: the default. Offers nothing, so no page speaks of it.

use app::ports::{FaceAnswer, FaceCheck, FaceOutcome, PortResult};
use async_trait::async_trait;
use domain::person::{IdNumber, Name};

pub struct NoFaceCheck;

#[async_trait]
impl FaceCheck for NoFaceCheck {
    fn offered(&self) -> bool {
        false
    }
    async fn check(&self, _name: &Name, _number: &IdNumber, _picture: Vec<u8>) -> PortResult<FaceAnswer> {
        Ok(FaceAnswer { outcome: FaceOutcome::Unavailable, id: String::new() })
    }
}
