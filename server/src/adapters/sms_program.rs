//! The way to a real gateway: a program of the office's own. It gets one text as JSON on its standard input, and ends
//! with 0 when the gateway has taken it. Number and text never stand in its arguments, its environment or our log.

use crate::config::Program;
use app::ports::{Gateway, PortError, PortResult};
use async_trait::async_trait;
use domain::person::Phone;
use std::process::Stdio;
use std::time::Duration;
use tokio::io::AsyncWriteExt;

/// A gateway that takes longer is as good as down: other people's codes wait behind this text.
const PATIENCE: Duration = Duration::from_secs(20);

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

    async fn hand_over(&self, letter: &[u8]) -> Result<(), String> {
        let mut command = tokio::process::Command::new(&self.program.path);
        command.args(&self.program.args).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true);
        // Our own settings hold passwords that are none of its business.
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("YIBAO_")) {
            command.env_remove(name);
        }
        let mut child = command.spawn().map_err(|e| format!("not started: {e}"))?;
        let mut stdin = child.stdin.take().ok_or("it has no standard input")?;
        stdin.write_all(letter).await.map_err(|e| format!("it did not read: {e}"))?;
        drop(stdin);
        let status = child.wait().await.map_err(|e| format!("its end was not seen: {e}"))?;
        if status.success() { Ok(()) } else { Err(status.to_string()) }
    }
}

#[async_trait]
impl Gateway for ProgramGateway {
    async fn send(&self, to: &Phone, text: &str) -> PortResult<()> {
        let letter = serde_json::json!({ "to": to.plain(), "text": text }).to_string();
        let done = tokio::time::timeout(self.patience, self.hand_over(letter.as_bytes())).await;
        done.unwrap_or_else(|_| Err("it took too long".to_owned())).map_err(|why| {
            tracing::warn!(%why, "the message program did not take a text");
            PortError::Unavailable(format!("the message program: {why}"))
        })
    }
}
