//! Cantonese, Uyghur, Kazakh, Kyrgyz and Korean from espeak-ng, a program of its own that is found on the PATH and never
//! linked: robotic, and the only voice these languages have here. The text goes in by standard input.

use super::engine::{Engine, Voiced};
use app::ports::speech::Tongue;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

/// It needs a hundredth of this.
const PATIENCE: Duration = Duration::from_secs(20);
/// Words a minute; its usual pace is 175.
const PACE: &str = "140";

pub struct Espeak {
    program: PathBuf,
}

impl Espeak {
    pub fn find() -> Option<Espeak> {
        let path = std::env::var_os("PATH")?;
        std::env::split_paths(&path).map(|folder| folder.join("espeak-ng")).find(|p| p.is_file()).map(Espeak::at)
    }

    pub fn at(program: PathBuf) -> Espeak {
        Espeak { program }
    }
}

fn voice(tongue: Tongue) -> Option<&'static str> {
    match tongue {
        // Its Mandarin reads pinyin as if it were English.
        Tongue::Mandarin => None,
        other => Some(other.word()),
    }
}

impl Engine for Espeak {
    fn mark(&self) -> String {
        format!("espeak-{PACE}")
    }

    fn speaks(&self, tongue: Tongue) -> bool {
        voice(tongue).is_some()
    }

    fn speak(&self, tongue: Tongue, text: &str) -> Result<Voiced, String> {
        let voice = voice(tongue).ok_or("it does not speak this")?;
        let mut command = Command::new(&self.program);
        command.args(["-v", voice, "-s", PACE, "--stdin", "--stdout"]).env_clear();
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(|e| format!("espeak-ng was not started: {e}"))?;
        let (mut into, mut out) = (child.stdin.take().ok_or("no input")?, child.stdout.take().ok_or("no output")?);
        let (done, hears) = channel();
        std::thread::spawn(move || {
            let mut wave = Vec::new();
            let read = out.read_to_end(&mut wave).map(|_| wave);
            let _ = done.send(read);
        });
        let written = into.write_all(text.as_bytes());
        drop(into);
        let heard = hears.recv_timeout(PATIENCE);
        // After the patience it is ended; before, it has ended by itself and this does nothing.
        let _ = child.kill();
        let _ = child.wait();
        written.map_err(|e| format!("espeak-ng did not read: {e}"))?;
        let wave = heard.map_err(|_| "espeak-ng took too long")?.map_err(|e| format!("espeak-ng was not heard: {e}"))?;
        samples(&wave).ok_or_else(|| "espeak-ng made no sound".to_owned())
    }
}

/// 16-bit mono WAVE from a pipe: its lengths are not filled in, so the data goes to the end.
fn samples(wave: &[u8]) -> Option<Voiced> {
    let rate = u32::from_le_bytes(wave.get(24..28)?.try_into().ok()?);
    let data = wave.get(44..).filter(|data| data.len() > 1 && wave.starts_with(b"RIFF"))?;
    let samples = data.chunks_exact(2).filter_map(|two| two.try_into().ok().map(i16::from_le_bytes)).collect();
    Some(Voiced { samples, rate })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn a_program_that_is_not_there_or_says_nothing_is_an_error_and_no_crash() {
        assert!(Espeak::at("/nowhere/espeak-ng".into()).speak(Tongue::Korean, "안녕").is_err());
        assert!(Espeak::at("/bin/true".into()).speak(Tongue::Korean, "안녕").is_err());
        assert!(!Espeak::at("/bin/true".into()).speaks(Tongue::Mandarin));
    }

    #[test]
    fn a_wave_gives_its_samples() {
        let mut wave = b"RIFF....WAVEfmt \x10\0\0\0\x01\0\x01\0".to_vec();
        wave.extend(22_050u32.to_le_bytes());
        wave.extend([0; 12]);
        wave.extend(b"\xff\xff\xff\x7f");
        wave.extend([1, 0, 254, 255]);
        let voiced = samples(&wave).unwrap();
        assert_eq!((voiced.rate, voiced.samples), (22_050, vec![1, -2]));
        assert!(samples(b"RIFF").is_none());
    }
}
