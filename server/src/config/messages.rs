//! Which way codes and notices leave the house, and whether that fits the data inside it.

use super::reader::Reader;

#[derive(Clone, PartialEq, Eq)]
pub enum Sms {
    /// Written to the outbox table; read on /demo in a demo database.
    Outbox,
    /// Nothing is sent.
    None,
    /// A real gateway: real phones ring.
    Http { url: String, token: Option<String> },
}

/// Never the token.
impl std::fmt::Debug for Sms {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Outbox => "Outbox",
            Self::None => "None",
            Self::Http { .. } => "Http(…)",
        })
    }
}

impl Sms {
    pub(super) fn read(reader: &mut Reader) -> Self {
        let (url, token) = (reader.text("sms_url"), reader.text("sms_token"));
        match reader.text("sms").as_deref() {
            None | Some("outbox") => Self::Outbox,
            Some("none") => Self::None,
            Some("http") => match url {
                Some(url) if url.starts_with("https://") => Self::Http { url, token },
                Some(_) => {
                    reader.mistake("sms_url", "does not begin with https://");
                    Self::None
                }
                None => {
                    reader.mistake("sms", "`http` needs sms_url");
                    Self::None
                }
            },
            Some(_) => {
                reader.mistake("sms", "is none of outbox, none, http");
                Self::None
            }
        }
    }

    pub fn is_real(&self) -> bool {
        matches!(self, Self::Http { .. })
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
            "this database holds demo data, so it is not served with a real message gateway (sms = \"http\"): use another database or sms = \"outbox\"",
        ),
        (true, false) if *sms == Sms::Outbox => Ok(CodesState::Demo),
        (false, true) => Ok(CodesState::Real),
        _ => Ok(CodesState::Off),
    }
}
