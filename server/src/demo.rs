//! The demonstration county: invented people and everything that is filled in around them.
//! Must never touch a database without the demo marker, nor a person outside area 99.

mod cases;
mod days;
mod family;
pub mod fill;
pub mod people;
mod pictures;
mod scene;
pub mod shared;
pub mod sign_ins;
mod staff;

/// The same people and stories on every machine.
pub const SEED: u64 = 990_101;

/// Of every demo account of staff; shown on /demo. Their one-time password secrets differ on every machine.
pub const PASSWORD: &str = "yibao-demo-2026";

/// Phones that exist nowhere: messages to any other number are not shown, whoever typed it.
pub const PHONE_PREFIX: &str = "1000000";
