//! Signing in: how many codes may be sent, which code is right, how long a session lives, what a paper slip needs.
//! Pure judgements over values: nothing is loaded, sent or stored here, and codes appear only as "does it match".

mod address;
mod code_rules;
mod session;
mod slip;
mod staff_access;

pub use address::{AddressFull, AddressKind, AddressRules, Alarm};
pub use code_rules::{CodeRules, CodeVerdict, SentCode, WaitUntil};
pub use session::{SessionKind, SessionRules};
pub use slip::{Pin, PinError, Slip, SlipIssue, SlipRefused, SlipRules, SlipVerdict};
pub use staff_access::{StaffPasswordError, check_staff_password, reset_request_stands};
