//! The line before the recogniser. One clip is heard at a time, in a thread of its own; few may wait, because whoever
//! stands far behind would have typed it meanwhile. Who goes away is not listened to.

use super::simplified;
use app::ports::{Hearing, NotHeard, PortError};
use async_trait::async_trait;
use domain::sound::Clip;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::time::Duration;
use tokio::sync::oneshot;

/// Waiting before the one that is heard: at two seconds each the last of them is still answered while she looks.
const PLACES: usize = 4;
/// Longer than the longest piece takes, with everybody before it.
const PATIENCE: Duration = Duration::from_secs(60);

/// Makes words of a clip. Slow; called in its own thread only.
pub trait Recogniser: Send {
    fn words(&mut self, clip: &Clip) -> Result<String, String>;
}

/// Opens the recogniser when the first person speaks: a model takes a third of a gigabyte.
type Open = Box<dyn FnMut() -> Result<Box<dyn Recogniser>, String> + Send>;

struct Waiting {
    clip: Clip,
    answer: oneshot::Sender<Result<String, String>>,
}

pub struct Line {
    /// Nobody waits for this lock longer than it takes to put a clip down.
    places: Mutex<SyncSender<Waiting>>,
}

impl Line {
    pub fn new(open: impl FnMut() -> Result<Box<dyn Recogniser>, String> + Send + 'static) -> Line {
        let (places, waiting) = sync_channel(PLACES);
        let open: Open = Box::new(open);
        // Ends when the line is dropped. Where no thread can be had, nobody listens and everybody is told so.
        if let Err(error) = std::thread::Builder::new().name("hearing".into()).spawn(move || listen(&waiting, open)) {
            tracing::error!(%error, "no thread for the recogniser");
        }
        Line { places: Mutex::new(places) }
    }
}

fn listen(waiting: &Receiver<Waiting>, mut open: Open) {
    let mut recogniser = None;
    while let Ok(next) = waiting.recv() {
        if next.answer.is_closed() {
            continue;
        }
        let words = match &mut recogniser {
            Some(ready) => heard(ready, &next.clip),
            empty => match open() {
                Ok(opened) => heard(empty.insert(opened), &next.clip),
                Err(why) => Err(why),
            },
        };
        let _ = next.answer.send(words);
    }
}

fn heard(recogniser: &mut Box<dyn Recogniser>, clip: &Clip) -> Result<String, String> {
    recogniser.words(clip)
}

#[async_trait]
impl Hearing for Line {
    fn there(&self) -> bool {
        true
    }

    async fn hear(&self, clip: Clip) -> Result<String, NotHeard> {
        let (answer, coming) = oneshot::channel();
        let put = match self.places.lock() {
            Ok(places) => places.try_send(Waiting { clip, answer }),
            Err(_) => return Err(failed("the line broke")),
        };
        match put {
            Ok(()) => {}
            Err(TrySendError::Full(_)) => return Err(NotHeard::Busy),
            Err(TrySendError::Disconnected(_)) => return Err(failed("nobody listens")),
        }
        match tokio::time::timeout(PATIENCE, coming).await {
            Ok(Ok(Ok(words))) => Ok(simplified(&words)),
            Ok(Ok(Err(why))) => Err(failed(&why)),
            Ok(Err(_)) => Err(failed("the recogniser broke off")),
            Err(_) => Err(NotHeard::Busy),
        }
    }
}

fn failed(why: &str) -> NotHeard {
    NotHeard::Failed(PortError::Unavailable(format!("recognition: {why}")))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use std::sync::Arc;
    use std::sync::mpsc::Sender;

    /// Says how long each clip was, when it is allowed to.
    struct Slow(Receiver<()>);

    impl Recogniser for Slow {
        fn words(&mut self, clip: &Clip) -> Result<String, String> {
            self.0.recv().map_err(|e| e.to_string())?;
            Ok(format!("{} 樣", clip.samples().len()))
        }
    }

    fn slow() -> (Arc<Line>, Sender<()>) {
        let (go, gate) = std::sync::mpsc::channel();
        let mut once = Some(gate);
        let open = move || once.take().map(|gate| Box::new(Slow(gate)) as Box<dyn Recogniser>).ok_or("twice".to_owned());
        (Arc::new(Line::new(open)), go)
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn of_two_hundred_who_speak_at_once_few_wait_and_all_are_answered() {
        let (line, go) = slow();
        let all: Vec<_> = (0..200)
            .map(|i| {
                let line = line.clone();
                tokio::spawn(async move { line.hear(Clip::new(vec![0; i])).await })
            })
            .collect();
        tokio::time::sleep(Duration::from_millis(100)).await;
        for _ in 0..200 {
            go.send(()).unwrap();
        }
        let (mut heard, mut busy) = (0, 0);
        for one in all {
            match one.await.unwrap() {
                Ok(words) => {
                    assert!(words.ends_with("样"), "{words}");
                    heard += 1;
                }
                Err(NotHeard::Busy) => busy += 1,
                Err(other) => panic!("{other:?}"),
            }
        }
        assert_eq!(heard + busy, 200);
        assert!((PLACES..=PLACES + 1).contains(&heard), "{heard}");
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn who_went_away_costs_no_listening() {
        let (line, go) = slow();
        let first = tokio::spawn({
            let line = line.clone();
            async move { line.hear(Clip::new(vec![0; 1])).await }
        });
        tokio::time::sleep(Duration::from_millis(50)).await;
        let gone = tokio::spawn({
            let line = line.clone();
            async move { line.hear(Clip::new(vec![0; 2])).await }
        });
        tokio::time::sleep(Duration::from_millis(50)).await;
        gone.abort();
        let _ = gone.await;
        go.send(()).unwrap();
        assert_eq!(first.await.unwrap().unwrap(), "1 样");
        go.send(()).unwrap();
        assert_eq!(line.hear(Clip::new(vec![0; 3])).await.unwrap(), "3 样", "the one that went took no turn");
    }

    #[tokio::test]
    async fn a_model_that_does_not_open_is_an_answer_and_no_crash() {
        let line = Line::new(|| Err("no such model".to_owned()));
        for _ in 0..2 {
            assert!(matches!(line.hear(Clip::new(vec![0; 9])).await, Err(NotHeard::Failed(_))));
        }
    }
}
