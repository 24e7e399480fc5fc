//! Grants: what an elder allowed a helper to do, until when, and how it ends.
//! Nothing here ever widens or prolongs a grant: a larger grant is a new request that she answers anew.

pub mod agreement;
pub mod ask;
pub mod claim;
pub mod delegation;
pub mod grant;
pub mod guardian;
pub mod items;
pub mod limits;
pub mod portrait;
pub mod recheck;
pub mod scope;
pub mod states;
pub mod watch;

pub use agreement::{Agreement, EndReason, Ended};
pub use ask::{Ask, AskProblem, Period, Typed, last_day};
pub use claim::{Capacity, Claim, ClaimNo};
pub use delegation::{Delegated, Delegation};
pub use grant::{Grant, Once, phone_can_consent};
pub use items::Items;
pub use limits::{Held, LimitHit};
pub use portrait::Portrait;
pub use scope::Scope;
pub use states::{GrantAct, GrantState, Party, step};
