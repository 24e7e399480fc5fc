//! The doors of 说话找: say or write a wish, see two guesses. A recording is listened to and dropped before we answer.

use super::answer::Answer;
use super::sign_in::origin;
use super::visit::{Handled, Visit};
use app::acts::hear_answer::{NotAnswered, hear_answer};
use app::acts::hear_wish::{Lead, guess, hear_wish};
use app::acts::hear_words::Unheard;
use app::error::AppResult;
use app::pages::talk::{self, FoundData, TalkData};
use domain::intent::Wording;

/// Of what was said or written, so much is shown back.
const SHOWN: usize = 60;

pub fn show(visit: Visit) -> Handled {
    Box::pin(async move {
        let asked = visit.query.get("problem");
        let problem = Unheard::keys().into_iter().chain(["talk-problem-empty"]).find(|key| asked.is_some_and(|a| a == key));
        let seconds = visit.world.region.recordings.value.command_seconds;
        Ok(Answer::page(talk::show(&visit.cx, &TalkData { hearing: visit.world.hearing.there(), seconds, problem })))
    })
}

pub fn ask(mut visit: Visit) -> Handled {
    Box::pin(async move {
        let wordings = match visit.upload.take() {
            // Browsers send an empty file field too.
            Some(upload) if !upload.bytes.is_empty() || !visit.form.has("words") => {
                match hear_wish(&visit.world, &visit.caller, origin(&visit), &upload.bytes).await {
                    Ok(wordings) => wordings,
                    Err(unheard) => return Ok(again(&visit, &unheard)),
                }
            }
            _ => vec![Wording::sure(visit.form.get("words").trim())],
        };
        let Some(shown) = wordings.first().filter(|one| !one.words.is_empty()) else {
            return Ok(Answer::see("/talk?problem=talk-problem-empty"));
        };
        let name = visit.world.new_id();
        let mut to = format!("/talk/found?heard={name}");
        for (which, lead) in ["first", "second"].into_iter().zip(guess(&wordings)) {
            to.push_str(&format!("&{which}={}", lead.key()));
        }
        visit.site.heard.put(name, shown.words.chars().take(SHOWN).collect(), visit.now);
        Ok(Answer::see(to))
    })
}

/// Back to the page with a sentence.
fn again(visit: &Visit, unheard: &Unheard) -> Answer {
    note(visit, unheard);
    Answer::see(format!("/talk?problem={}", unheard.key()))
}

pub fn found(visit: Visit) -> Handled {
    Box::pin(async move {
        let lead = |name: &str| visit.query.get(name).and_then(|key| Lead::from_key(key));
        let mut guesses: Vec<Lead> = ["first", "second"].into_iter().filter_map(lead).collect();
        guesses.dedup();
        let words = visit.query.get("heard").and_then(|name| visit.site.heard.get(name, visit.now)).unwrap_or_default();
        Ok(Answer::page(talk::found(&visit.cx, &FoundData { words, guesses })))
    })
}

/// What failed inside is for the log, without a word of what was said.
fn note(visit: &Visit, unheard: &Unheard) {
    if let Unheard::Failed(error) = unheard {
        tracing::error!(request = %visit.cx.request_id, %error, "not heard");
    }
}

/// An answer said into a field, for the script that puts it there; nothing is kept.
pub fn answer(mut visit: Visit) -> Handled {
    Box::pin(async move {
        let sound = visit.upload.take().map(|upload| upload.bytes).unwrap_or_default();
        let (draft, field) = (visit.form.get("draft").to_owned(), visit.form.get("field").to_owned());
        let said = |words: String| serde_json::json!({ "said": words });
        let told = match hear_answer(&visit.world, &visit.caller, &draft, &field, &sound).await {
            Ok(answered) => {
                let values: serde_json::Map<_, _> = answered.values.into_iter().map(|(name, value)| (name, value.into())).collect();
                serde_json::json!({ "shown": answered.shown, "values": values })
            }
            Err(NotAnswered::Unheard(unheard)) => {
                note(&visit, &unheard);
                said(talk::said(&visit.cx, unheard.key()))
            }
            Err(NotAnswered::NoAnswer(words)) => said(visit.cx.tv("talk-answer-other", &[("words", &words)])),
            Err(NotAnswered::Other(error)) => return Err(error),
        };
        json(&told)
    })
}

fn json(value: &serde_json::Value) -> AppResult<Answer> {
    Ok(Answer::file("application/json".to_owned(), value.to_string().into_bytes(), "answer.json".to_owned()))
}
