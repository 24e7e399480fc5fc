//! HEIC photos of newer phones, turned into JPEG by `heif-convert` when the machine has it.
//! The plain photo lies in a private folder for that moment only and is removed whatever happens.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use super::picture::refuse_many_pixels;
use super::{MAX_BYTES, PaperProblem};

/// Where the converter is and where it may work.
#[derive(Debug, Clone)]
pub struct HeicTool {
    program: PathBuf,
    work: PathBuf,
    timeout: Duration,
}

impl HeicTool {
    /// Looks for `heif-convert` on the PATH. `work` is a folder of ours, not one that others can read.
    pub fn find(work: &Path) -> Option<Self> {
        let path = std::env::var_os("PATH")?;
        let program = std::env::split_paths(&path).map(|dir| dir.join("heif-convert")).find(|p| p.is_file())?;
        Some(Self::new(program, work, Duration::from_secs(20)))
    }

    pub fn new(program: PathBuf, work: &Path, timeout: Duration) -> Self {
        Self { program, work: work.to_owned(), timeout }
    }

    /// JPEG bytes, upright. Anything that goes wrong is `HeicNotReadable`: the sentence for it helps in each case.
    pub(super) async fn convert(&self, bytes: &[u8]) -> Result<Vec<u8>, PaperProblem> {
        refuse_many_pixels(size(bytes).ok_or(PaperProblem::Broken)?)?;
        self.run(bytes).await.map_err(|why| {
            tracing::warn!(%why, "a HEIC picture was not converted");
            PaperProblem::HeicNotReadable
        })
    }

    async fn run(&self, bytes: &[u8]) -> Result<Vec<u8>, String> {
        let folder = PrivateFolder::new(&self.work).map_err(|e| format!("no work folder: {e}"))?;
        let (input, output) = (folder.0.join("in.heic"), folder.0.join("out.jpg"));
        tokio::fs::write(&input, bytes).await.map_err(|e| format!("not written: {e}"))?;
        let child = tokio::process::Command::new(&self.program)
            .args(["-q", "90"])
            .args([&input, &output])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .status();
        let status = tokio::time::timeout(self.timeout, child)
            .await
            .map_err(|_| "it took too long".to_owned())?
            .map_err(|e| format!("not started: {e}"))?;
        if !status.success() {
            return Err(status.to_string());
        }
        let length = tokio::fs::metadata(&output).await.map_err(|e| format!("no result: {e}"))?.len();
        if length > 4 * MAX_BYTES as u64 {
            return Err(format!("the result has {length} bytes"));
        }
        tokio::fs::read(&output).await.map_err(|e| format!("no result: {e}"))
    }
}

/// The largest `ispe` box (image spatial extents) near the start: the picture itself, not one of its tiles.
pub(super) fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let head = &bytes[..bytes.len().min(256 * 1024)];
    let number = |b: &[u8]| b.iter().fold(0u32, |n, x| n << 8 | u32::from(*x));
    head.windows(16)
        .filter(|w| w.starts_with(b"ispe"))
        .map(|w| (number(&w[8..12]), number(&w[12..16])))
        .max_by_key(|(w, h)| u64::from(*w) * u64::from(*h))
}

struct PrivateFolder(PathBuf);

impl PrivateFolder {
    fn new(work: &Path) -> std::io::Result<Self> {
        let name = crate::passwords::new_object_id().map_err(std::io::Error::other)?;
        let path = work.join(name);
        let mut builder = std::fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&path)?;
        Ok(Self(path))
    }
}

impl Drop for PrivateFolder {
    fn drop(&mut self) {
        if let Err(e) = std::fs::remove_dir_all(&self.0) {
            tracing::error!(error = %e, "a work folder could not be removed");
        }
    }
}
