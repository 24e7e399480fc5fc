//! The log: one JSON line per event on standard error. Nothing personal goes in: no query, no form, no path parameter,
//! no panic message (it may quote what somebody typed), no statement values.
//!
//! A thread of its own writes, several lines at a time, so that a request never waits for a terminal or a pipe.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::JoinHandle;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

/// Lines that wait at most; beyond that lines are dropped and counted rather than requests held up.
const WAITING: usize = 8192;

/// Hold it until the end of `main`: dropping it writes what still waits.
pub struct LogGuard {
    sender: Option<SyncSender<Vec<u8>>>,
    writer: Option<JoinHandle<()>>,
}

impl Drop for LogGuard {
    fn drop(&mut self) {
        if let Some(sender) = self.sender.take() {
            // An empty line is the sign to stop: other senders may live on in the subscriber.
            let _ = sender.send(Vec::new());
        }
        if let Some(writer) = self.writer.take() {
            let _ = writer.join();
        }
    }
}

/// Call once at the start. `YIBAO_LOG` takes directives like `info` or `warn,access=off`.
pub fn start() -> LogGuard {
    let (lines, guard) = Lines::to(io::stderr());
    let subscriber = tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_current_span(true)
        .with_span_list(false)
        .with_env_filter(filter(&std::env::var("YIBAO_LOG").unwrap_or_default()))
        .with_writer(lines)
        .finish();
    if tracing::subscriber::set_global_default(subscriber).is_ok() {
        std::panic::set_hook(Box::new(|panic| {
            let (file, line) = panic.location().map_or(("?", 0), |l| (l.file(), l.line()));
            tracing::error!(file, line, "panic");
        }));
    }
    guard
}

/// Crates that would write statements or whole requests in their finer levels are held at `warn`, whatever is asked for.
fn filter(asked: &str) -> EnvFilter {
    let asked = if asked.is_empty() { "info" } else { asked };
    EnvFilter::new(format!("{asked},sqlx=warn,sea_orm=warn,sea_orm_migration=warn,hyper=warn,hyper_util=warn,h2=warn,axum=warn"))
}

#[derive(Clone)]
struct Lines {
    sender: SyncSender<Vec<u8>>,
    dropped: Arc<AtomicU64>,
}

impl Lines {
    fn to(out: impl Write + Send + 'static) -> (Self, LogGuard) {
        let (sender, receiver) = sync_channel(WAITING);
        let dropped = Arc::new(AtomicU64::new(0));
        let counter = dropped.clone();
        let writer = std::thread::Builder::new().name("log".into()).spawn(move || write_all(receiver, out, &counter)).ok();
        (Self { sender: sender.clone(), dropped }, LogGuard { sender: Some(sender), writer })
    }
}

fn write_all(lines: Receiver<Vec<u8>>, out: impl Write, dropped: &AtomicU64) {
    let mut out = io::BufWriter::with_capacity(64 * 1024, out);
    let mut stopping = false;
    while !stopping {
        let Ok(first) = lines.recv() else { return };
        for line in std::iter::once(first).chain(lines.try_iter()) {
            stopping |= line.is_empty();
            let _ = out.write_all(&line);
        }
        let lost = dropped.swap(0, Ordering::Relaxed);
        if lost > 0 {
            let _ = writeln!(out, r#"{{"level":"WARN","message":"log lines dropped","count":{lost}}}"#);
        }
        let _ = out.flush();
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = OneLine;

    fn make_writer(&'a self) -> OneLine {
        OneLine { line: Vec::with_capacity(256), lines: self.clone() }
    }
}

/// Collects one event and hands it over when it is complete.
struct OneLine {
    line: Vec<u8>,
    lines: Lines,
}

impl Write for OneLine {
    fn write(&mut self, part: &[u8]) -> io::Result<usize> {
        self.line.extend_from_slice(part);
        Ok(part.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for OneLine {
    fn drop(&mut self) {
        if !self.line.is_empty() && self.lines.sender.try_send(std::mem::take(&mut self.line)).is_err() {
            self.lines.dropped.fetch_add(1, Ordering::Relaxed);
        }
    }
}

/// For tests of what is logged: what `work` logs on this thread, at every level that the filter lets through.
#[cfg(test)]
pub(crate) fn logged(asked: &str, work: impl FnOnce()) -> String {
    #[derive(Clone, Default)]
    struct Shared(Arc<std::sync::Mutex<Vec<u8>>>);
    impl Write for Shared {
        fn write(&mut self, part: &[u8]) -> io::Result<usize> {
            self.0.lock().map_err(|_| io::ErrorKind::Other)?.extend_from_slice(part);
            Ok(part.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let seen = Shared::default();
    let (lines, guard) = Lines::to(seen.clone());
    let subscriber = tracing_subscriber::fmt().json().flatten_event(true).with_env_filter(filter(asked)).with_writer(lines).finish();
    tracing::subscriber::with_default(subscriber, work);
    drop(guard);
    let bytes = seen.0.lock().map(|b| b.clone()).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_event_is_one_line_of_json_with_the_request_it_belongs_to() {
        let text = logged("info", || {
            let _inside = tracing::info_span!("request", id = "R7K2-M4PX").entered();
            tracing::info!(count = 3, "done\nwith a break");
            tracing::debug!("not asked for");
        });
        assert_eq!(text.lines().count(), 1, "{text}");
        let line: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
        assert_eq!((&line["count"], &line["span"]["id"], &line["level"]), (&3.into(), &"R7K2-M4PX".into(), &"INFO".into()));
    }

    #[test]
    fn statements_stay_out_of_the_log_even_when_everything_is_asked_for() {
        let text = logged("trace", || {
            tracing::debug!(target: "sqlx::query", "insert into people values ('x')");
            tracing::trace!(target: "hyper::proto", "cookie: secret");
            tracing::trace!("ours");
        });
        assert_eq!(text.lines().count(), 1, "{text}");
    }

    #[test]
    fn lines_that_cannot_be_written_in_time_are_counted() {
        struct Stuck(std::sync::mpsc::Receiver<()>, Arc<std::sync::Mutex<Vec<u8>>>);
        impl Write for Stuck {
            fn write(&mut self, part: &[u8]) -> io::Result<usize> {
                let _ = self.0.recv();
                self.1.lock().map_err(|_| io::ErrorKind::Other)?.extend_from_slice(part);
                Ok(part.len())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let (free, wait) = std::sync::mpsc::channel();
        let out = Arc::new(std::sync::Mutex::new(Vec::new()));
        let (lines, guard) = Lines::to(Stuck(wait, out.clone()));
        for _ in 0..WAITING * 3 {
            let _ = lines.make_writer().write_all(&[b'x'; 100]);
        }
        drop(free);
        drop(guard);
        let text = out.lock().map(|b| String::from_utf8_lossy(&b).into_owned()).unwrap_or_default();
        assert!(text.contains("log lines dropped"), "{} bytes", text.len());
    }
}
