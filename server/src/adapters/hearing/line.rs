//! The line before the recogniser. One clip is heard at a time, in a thread of its own; few may wait, because whoever
//! stands far behind would have typed it meanwhile. Who goes away is not listened to.

use super::simplified;
use app::ports::{Hearing, NotHeard, PortError};
use async_trait::async_trait;
use domain::intent::Wording;
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
    /// A wish: its words, and other ways to write it down where it knows any.
    fn wordings(&mut self, clip: &Clip) -> Result<Vec<Wording>, String> {
        Ok(vec![Wording::sure(self.words(clip)?)])
    }
}

/// Opens the recogniser when the first person speaks: a model takes a third of a gigabyte.
type Open = Box<dyn FnMut() -> Result<Box<dyn Recogniser>, String> + Send>;

struct Waiting {
    clip: Clip,
    wish: bool,
    answer: oneshot::Sender<Result<Vec<Wording>, String>>,
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

    async fn listen(&self, clip: Clip, wish: bool) -> Result<Vec<Wording>, NotHeard> {
        let (answer, coming) = oneshot::channel();
        let put = match self.places.lock() {
            Ok(places) => places.try_send(Waiting { clip, wish, answer }),
            Err(_) => return Err(failed("the line broke")),
        };
        match put {
            Ok(()) => {}
            Err(TrySendError::Full(_)) => return Err(NotHeard::Busy),
            Err(TrySendError::Disconnected(_)) => return Err(failed("nobody listens")),
        }
        match tokio::time::timeout(PATIENCE, coming).await {
            Ok(Ok(Ok(wordings))) => Ok(wordings.into_iter().map(|one| Wording { words: simplified(&one.words), ..one }).collect()),
            Ok(Ok(Err(why))) => Err(failed(&why)),
            Ok(Err(_)) => Err(failed("the recogniser broke off")),
            Err(_) => Err(NotHeard::Busy),
        }
    }
}

fn listen(waiting: &Receiver<Waiting>, mut open: Open) {
    let mut recogniser = None;
    while let Ok(next) = waiting.recv() {
        if next.answer.is_closed() {
            continue;
        }
        let words = match &mut recogniser {
            Some(ready) => heard(ready, &next),
            empty => match open() {
                Ok(opened) => heard(empty.insert(opened), &next),
                Err(why) => Err(why),
            },
        };
        let _ = next.answer.send(words);
    }
}

fn heard(recogniser: &mut Box<dyn Recogniser>, next: &Waiting) -> Result<Vec<Wording>, String> {
    if next.wish { recogniser.wordings(&next.clip) } else { Ok(vec![Wording::sure(recogniser.words(&next.clip)?)]) }
}

#[async_trait]
impl Hearing for Line {
    fn there(&self) -> bool {
        true
    }

    async fn hear(&self, clip: Clip) -> Result<String, NotHeard> {
        Ok(self.listen(clip, false).await?.into_iter().next().map(|first| first.words).unwrap_or_default())
    }

    async fn hear_wish(&self, clip: Clip) -> Result<Vec<Wording>, NotHeard> {
        self.listen(clip, true).await
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

    /// Of a wish it knows another wording.
    struct Unsure;

    impl Recogniser for Unsure {
        fn words(&mut self, _: &Clip) -> Result<String, String> {
            Ok("打點".to_owned())
        }
        fn wordings(&mut self, clip: &Clip) -> Result<Vec<Wording>, String> {
            Ok(vec![Wording::sure(self.words(clip)?), Wording { words: "大點".to_owned(), sure: 0.5 }])
        }
    }

    #[tokio::test]
    async fn a_wish_is_told_in_all_its_wordings_and_anything_else_in_one() {
        let line = Line::new(|| Ok(Box::new(Unsure)));
        let clip = || Clip::new(vec![0; 9]);
        let wish = line.hear_wish(clip()).await.unwrap();
        assert_eq!(wish, [Wording::sure("打点"), Wording { words: "大点".to_owned(), sure: 0.5 }]);
        assert_eq!(line.hear(clip()).await.unwrap(), "打点");
    }

    #[tokio::test]
    async fn a_model_that_does_not_open_is_an_answer_and_no_crash() {
        let line = Line::new(|| Err("no such model".to_owned()));
        for _ in 0..2 {
            assert!(matches!(line.hear(Clip::new(vec![0; 9])).await, Err(NotHeard::Failed(_))));
        }
    }
}
