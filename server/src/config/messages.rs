//! Which way codes and notices leave the house, and whether that fits the data inside it.

use super::reader::Reader;
use std::path::PathBuf;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sms {
    /// Written to the outbox table; read on /demo in a demo database.
    Outbox,
    /// Nothing is sent.
    None,
    /// A real gateway: real phones ring.
    Program(Program),
}

/// A program of the office's own that hands one text to its gateway.
#[derive(Clone, PartialEq, Eq)]
pub struct Program {
    pub path: PathBuf,
    pub args: Vec<String>,
}

/// Arguments may hold a password.
impl std::fmt::Debug for Program {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} with {} arguments", self.path.display(), self.args.len())
    }
}

impl Sms {
    pub(super) fn read(reader: &mut Reader) -> Self {
        let (path, args) = (reader.text("sms.program").map(PathBuf::from), reader.list("sms.args"));
        match reader.text("sms.adapter").as_deref() {
            None | Some("outbox") => Self::Outbox,
            Some("none") => Self::None,
            Some("program") => match path {
                Some(path) if path.is_absolute() && path.is_file() => Self::Program(Program { path, args: args.unwrap_or_default() }),
                Some(_) => {
                    reader.mistake("sms.program", "is not the full path of a program");
                    Self::None
                }
                None => {
                    reader.mistake("sms.adapter", "`program` needs sms.program, the full path of a program");
                    Self::None
                }
            },
            Some(_) => {
                reader.mistake("sms.adapter", "is none of outbox, none, program");
                Self::None
            }
        }
    }

    pub fn is_real(&self) -> bool {
        matches!(self, Self::Program(_))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodesState {
    /// Demo data: codes are read on /demo.
    Demo,
    Real,
    /// Nobody can receive a code: say so in one line at the start.
    Off,
}

/// Asked at the start, with the database's demo marker. `Err` is the line to print before ending:
/// invented persons must never make a real phone ring.
pub fn codes_state(demo_marker: bool, sms: &Sms) -> Result<CodesState, &'static str> {
    match (demo_marker, sms.is_real()) {
        (true, true) => Err(
            "this database holds demo data, so it is not served with a real message gateway (sms.adapter = \"program\"): use another database or sms.adapter = \"outbox\"",
        ),
        (true, false) if *sms == Sms::Outbox => Ok(CodesState::Demo),
        (false, true) => Ok(CodesState::Real),
        _ => Ok(CodesState::Off),
    }
}
