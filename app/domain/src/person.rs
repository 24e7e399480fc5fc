//! Who somebody is: identity number, name, phone, typed code, nationality, relation.
//! Reads what people really type (full-width, spaces, dictated commas) and says precisely what is wrong.
//! Must never print a number in full: `Debug` of every type here is masked, `Display` does not exist.

mod code;
mod id_number;
mod name;
mod nationality;
mod phone;
mod relation;
pub mod typing;

pub use code::{Code, CodeError};
pub use id_number::{IdNumber, IdNumberError};
pub use name::{Name, NameError};
pub use nationality::Nationality;
pub use phone::{Phone, PhoneError};
pub use relation::Relation;
