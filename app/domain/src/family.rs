//! Grants: what an elder allowed a helper to do, until when, and how it ends.
//! Nothing here ever widens or prolongs a grant: a larger grant is a new request that she answers anew.

pub mod ask;
pub mod grant;
pub mod guardian;
pub mod limits;
pub mod recheck;
pub mod watch;

pub use ask::{Ask, AskProblem, Period, Typed, last_day};
pub use grant::{Agreement, Ended, Grant, GrantAct, GrantState, Once, Party, Scope, phone_can_consent, step};
pub use limits::{Held, LimitHit};
