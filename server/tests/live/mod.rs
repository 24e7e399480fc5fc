//! The finished program as an administrator runs it: a process of its own in a folder of its own, read by what it prints,
//! asked over real sockets, ended by signals. Every test file that needs it says `mod live;`.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)]

#[path = "../common/html.rs"]
pub mod html;
pub mod visitor;

pub use visitor::Visitor;

use server::adapters::db::Db;
use server::vault::Vault;
use std::io::{BufRead, BufReader, Read};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// Longer than anything here takes on a slow machine; reached only by what hangs.
const PATIENCE: Duration = Duration::from_secs(60);

static TURN: AtomicU32 = AtomicU32::new(0);

/// A data folder that goes with the test.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        let turn = TURN.fetch_add(1, Ordering::SeqCst);
        let folder = std::env::temp_dir().join(format!("yibao-live-{}-{turn}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn text(&self) -> &str {
        self.0.to_str().unwrap()
    }

    /// A file beside the data, e.g. settings.
    pub fn write(&self, name: &str, text: &str) -> String {
        let path = self.0.join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// Keys and database of this folder, opened beside the program.
    pub async fn open(&self) -> (Vault, Db) {
        let vault = Vault::open_or_create(&self.0).unwrap();
        let db = Db::sqlite(&self.0.join("yibao.db"), vault.clone()).await.unwrap();
        (vault, db)
    }

    /// An empty database of the demonstration county.
    pub async fn mark_as_demo(&self) {
        let (_, db) = self.open().await;
        db.migrate().await.unwrap();
        db.put_meta(server::state::META_DEMO, "990101").await.unwrap();
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// What a command answered.
#[derive(Debug)]
pub struct Said {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Said {
    #[track_caller]
    pub fn must(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{}\n{}", self.out, self.err);
        self
    }
    /// The value behind a word at the beginning of a line.
    pub fn value(&self, word: &str) -> String {
        let line = self.out.lines().find_map(|line| line.strip_prefix(word)).unwrap_or_else(|| panic!("no {word} in {}", self.out));
        line.split_whitespace().next().unwrap().to_owned()
    }
}

/// A command with its data folder, to the end.
pub fn run(folder: &Folder, words: &[&str]) -> Said {
    run_with(folder, words, &[])
}

pub fn run_with(folder: &Folder, words: &[&str], environment: &[(&str, &str)]) -> Said {
    Live::spawn(folder, words, environment).read_out()
}

/// A running program.
pub struct Live {
    child: Child,
    pub port: u16,
    lines: Receiver<String>,
    said: Vec<String>,
    log: Option<JoinHandle<String>>,
}

impl Live {
    /// Serves on a free port; returns when the program says where.
    pub fn serve(folder: &Folder, more: &[&str]) -> Self {
        let words: Vec<&str> = ["serve", "--listen", "127.0.0.1:0"].iter().chain(more).copied().collect();
        let mut live = Self::spawn(folder, &words, &[]);
        let place = live.wait_for("http://127.0.0.1:");
        let port: String = place.rsplit(':').next().unwrap().chars().take_while(char::is_ascii_digit).collect();
        live.port = port.parse().unwrap();
        live
    }

    fn spawn(folder: &Folder, words: &[&str], environment: &[(&str, &str)]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_server"));
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("YIBAO_")) {
            command.env_remove(name);
        }
        command.args(words).args(["--data", folder.text()]).envs(environment.iter().copied());
        command.current_dir(folder.path()).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let (tell, lines) = channel();
        let out = BufReader::new(child.stdout.take().unwrap());
        std::thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| tell.send(line)));
        let mut err = child.stderr.take().unwrap();
        let log = std::thread::spawn(move || {
            let mut text = Vec::new();
            let _ = err.read_to_end(&mut text);
            String::from_utf8_lossy(&text).into_owned()
        });
        Self { child, port: 0, lines, said: Vec::new(), log: Some(log) }
    }

    /// Reads on until a printed line holds these words.
    pub fn wait_for(&mut self, words: &str) -> String {
        let until = Instant::now() + PATIENCE;
        loop {
            match self.lines.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(line) => {
                    self.said.push(line.clone());
                    if line.contains(words) {
                        return line;
                    }
                }
                Err(_) => {
                    let _ = self.child.kill();
                    let log = self.log();
                    panic!("never said {words:?}; it said {:?} and logged {log}", self.said);
                }
            }
        }
    }

    /// What it printed so far.
    pub fn said(&self) -> String {
        self.said.join("\n")
    }

    pub fn visitor(&self) -> Visitor {
        Visitor::new(self.port)
    }

    pub fn connect(&self) -> std::io::Result<TcpStream> {
        let stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(stream)
    }

    /// SIGTERM, as a service manager sends it.
    pub fn terminate(&self) {
        let sent = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(sent.success());
    }

    /// SIGKILL: no last words.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    pub fn read_out(mut self) -> Said {
        let until = Instant::now() + PATIENCE;
        loop {
            match self.lines.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(line) => self.said.push(line),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {
                    let _ = self.child.kill();
                    let log = self.log();
                    panic!("did not end; it said {:?} and logged {log}", self.said);
                }
            }
        }
        let code = self.child.wait().unwrap().code();
        Said { code, out: self.said(), err: self.log() }
    }

    fn log(&mut self) -> String {
        self.log.take().map(|log| log.join().unwrap()).unwrap_or_default()
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
