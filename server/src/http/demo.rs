//! The door of the demonstration page. The gate opens it only with the marker, on loopback.

use super::answer::Answer;
use super::visit::{Handled, Visit};
use crate::demo::sign_ins::sign_ins;
use app::pages::demo;

pub fn show(visit: Visit) -> Handled {
    Box::pin(async move {
        let data = sign_ins(&visit.world).await?;
        Ok(Answer::page(demo::page(&visit.cx, &data)))
    })
}
