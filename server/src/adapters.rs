//! What fills the ports of `app`: database, papers, hashes, clock. Never decides anything.

pub mod access;
pub mod db;
pub mod hearing;
pub mod no_face;
pub mod paper_room;
pub mod press;
pub mod sealing;
pub mod sms_program;
pub mod spreadsheet;
pub mod system;
pub mod voice;
