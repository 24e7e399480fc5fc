//! The way to a real gateway: a program of the office's own. It gets one text as JSON on its standard input, and ends
//! with 0 when the gateway has taken it, with 75 when it does not know (its own line broke after it had begun), and with
//! anything else when the gateway certainly has it not. Number and text never stand in its arguments, its environment or our log.

use crate::config::Program;
use app::ports::{Gateway, Handed};
use async_trait::async_trait;
use domain::person::Phone;
use std::process::Stdio;
use std::time::Duration;
use tokio::io::AsyncWriteExt;

/// A gateway that takes longer is as good as down: other people's codes wait behind this text.
const PATIENCE: Duration = Duration::from_secs(20);

/// `EX_TEMPFAIL` of sysexits.
const NOT_KNOWN: i32 = 75;

pub struct ProgramGateway {
    program: Program,
    patience: Duration,
}

impl ProgramGateway {
    pub fn new(program: Program) -> Self {
        Self { program, patience: PATIENCE }
    }

    pub fn with_patience(program: Program, patience: Duration) -> Self {
        Self { program, patience }
    }

    async fn hand_over(&self, letter: &[u8]) -> Result<(), Not> {
        let mut command = tokio::process::Command::new(&self.program.path);
        command.args(&self.program.args).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true);
        // Our own settings hold passwords that are none of its business.
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("YIBAO_")) {
            command.env_remove(name);
        }
        let mut child = command.spawn().map_err(|e| Not::Taken(format!("not started: {e}")))?;
        let mut stdin = child.stdin.take().ok_or_else(|| Not::Taken("it has no standard input".into()))?;
        // A program that closes its input early may still end well; its end decides.
        let read = stdin.write_all(letter).await;
        drop(stdin);
        let status = child.wait().await.map_err(|e| Not::Known(format!("its end was not seen: {e}")))?;
        match (status.code(), read) {
            (Some(0), Ok(())) => Ok(()),
            (Some(0), Err(e)) => Err(Not::Known(format!("it ended well without reading: {e}"))),
            (Some(NOT_KNOWN), _) => Err(Not::Known("it says that it does not know".into())),
            (Some(code), _) => Err(Not::Taken(format!("it ended with {code}"))),
            (None, _) => Err(Not::Known(format!("it was stopped: {status}"))),
        }
    }
}

/// Why a text is not noted as sent.
enum Not {
    /// Certainly not taken.
    Taken(String),
    /// Perhaps taken.
    Known(String),
}

#[async_trait]
impl Gateway for ProgramGateway {
    async fn send(&self, id: &str, to: &Phone, text: &str) -> Handed {
        let letter = serde_json::json!({ "id": id, "to": to.plain(), "text": text }).to_string();
        let done = tokio::time::timeout(self.patience, self.hand_over(letter.as_bytes())).await;
        match done.unwrap_or_else(|_| Err(Not::Known("it took too long".to_owned()))) {
            Ok(()) => Handed::Taken,
            Err(Not::Taken(why)) => {
                tracing::warn!(%why, "the message program did not take a text");
                Handed::NotTaken
            }
            Err(Not::Known(why)) => {
                tracing::warn!(%why, "whether the message program took a text is not known: it is not sent again");
                Handed::Unknown
            }
        }
    }
}
