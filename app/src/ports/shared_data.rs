//! What other offices have on record of a person, asked only when she has agreed to it. The answer says that something is
//! there and of what day, never what stands in it. Whoever implements this writes neither question nor answer to a log.

use super::PortResult;
use async_trait::async_trait;
use domain::catalog::Answers;
use domain::person::IdNumber;
use domain::shared::SharedSource;
use jiff::civil::Date;

/// What is asked, for one material of one application.
#[derive(Debug)]
pub struct SharedAsked<'a> {
    pub source: SharedSource,
    pub number: &'a IdNumber,
    pub material: &'a str,
    /// What she answered: a hospital's record proves the disease that it is about and no other.
    pub answers: &'a Answers,
}

/// Somebody of whom shared data prove all that a 门诊慢特病 benefit needs.
#[derive(Debug, Clone)]
pub struct Entitled {
    pub number: IdNumber,
    /// Code of the disease, as our list has it.
    pub disease: String,
    pub hospital: String,
    pub diagnosed_on: Date,
    /// The day of the record.
    pub as_of: Date,
}

#[async_trait]
pub trait SharedData: Send + Sync {
    /// Is anybody connected? Without it nothing of it is shown anywhere.
    fn there(&self) -> bool;
    /// The day of the record that proves the material; `None`: nothing there.
    async fn look_up(&self, asked: SharedAsked<'_>) -> PortResult<Option<Date>>;
    /// Who could have a benefit by a nod alone.
    async fn entitled(&self) -> PortResult<Vec<Entitled>> {
        Ok(Vec::new())
    }
}

/// Nobody is connected: papers are photographed as ever.
pub struct NoSharedData;

#[async_trait]
impl SharedData for NoSharedData {
    fn there(&self) -> bool {
        false
    }
    async fn look_up(&self, _asked: SharedAsked<'_>) -> PortResult<Option<Date>> {
        Ok(None)
    }
}
