//! Six-digit codes to a phone: drawing, sending, judging. Known and unknown people take the same path and cost the same.
//! The code itself leaves only towards the phone; what is kept is its keyed hash.

use crate::error::AppResult;
use crate::ports::{Change, OutboxSms, PortError, SentCode, World};
use crate::text;
use domain::lang::Lang;
use domain::person::{Code, Phone};
use domain::sign_in::{CodeRules, CodeVerdict, SentCode as Judged};
use jiff::{SignedDuration, Timestamp};

/// Why a sign-in did not go on. The page says it in words (`no-…`); none of them tells whether a person is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignInNo {
    /// No further code before this instant.
    Wait(Timestamp),
    /// Too many from this network.
    AddressFull,
    Wrong {
        left: u8,
    },
    Expired,
    TooManyTries,
    NoneAlive,
    /// Another try came in the same moment.
    SameMoment,
    SlipUnknown,
    SlipWrong {
        left: u8,
    },
    SlipUsed,
    /// She got a newer one.
    SlipReplaced,
    SlipExpired,
    SlipTooManyTries,
    /// The second screen: no such number, or it is over.
    ScreenUnknown,
}

/// Whom a code is for: `who` is a look-up hash, `phone` is missing when nobody is to get it.
#[derive(Debug, Clone, Copy)]
pub struct Recipient<'a> {
    pub who: &'a str,
    /// `sign-in`, `consent`, `open-account`.
    pub purpose: &'a str,
    pub phone: Option<&'a Phone>,
    /// Text key of the message; gets `code`.
    pub message: &'a str,
}

/// Draws a code. The changes are to be committed with the rest of the act.
pub async fn draw_code(world: &World, rules: &CodeRules, to: Recipient<'_>) -> AppResult<Result<Vec<Change>, SignInNo>> {
    draw_code_saying(world, rules, to, &[]).await
}

/// The same for a message that says more than the digits; `values` are for its text.
pub async fn draw_code_saying(
    world: &World,
    rules: &CodeRules,
    to: Recipient<'_>,
    values: &[(&str, &str)],
) -> AppResult<Result<Vec<Change>, SignInNo>> {
    let now = world.now();
    let sent = recent(world, to.who, to.purpose).await?;
    if let Err(wait) = rules.may_send(now, &facts(&sent)) {
        return Ok(Err(SignInNo::Wait(wait.0)));
    }
    let mut bytes = [0u8; 4];
    world.chance.fill(&mut bytes);
    let code = Code::from_random(u32::from_le_bytes(bytes));
    let id = world.new_id();
    let values: Vec<(&str, &str)> = values.iter().copied().chain([("code", code.plain())]).collect();
    let message = text::find(Lang::ZhHans, to.message, &values).text;
    let row = SentCode {
        code_hash: hash(world, &id, &code),
        id,
        who: to.who.to_owned(),
        purpose: to.purpose.to_owned(),
        sent_at: now,
        tries: 0,
        used: false,
    };
    // Two asked for in the same moment follow the same earlier code: only one of them is kept.
    let before = sent.last().map_or_else(|| format!("first|{}", now.as_second() / 86_400), |c| c.id.clone());
    let mut changes = vec![turn(world, &format!("{}|{}|after|{before}", to.who, to.purpose)), Change::PutCode(row)];
    changes.push(match to.phone {
        Some(phone) => sms(world, phone, message),
        // As many rows as for a person who is known.
        None => super::limits::attempt(world, "unsent", to.who),
    });
    Ok(Ok(changes))
}

pub fn sms(world: &World, phone: &Phone, text: String) -> Change {
    Change::PutSms(Box::new(OutboxSms { id: world.new_id(), to: phone.clone(), text, purpose: "code".into(), at: world.now() }))
}

/// Judges a try. Right: the changes that use the code up, to be committed with what it opens. Wrong: already written down,
/// together with `also`. `real`: somebody was really sent a code; else no code is right.
pub async fn judge_code(
    world: &World,
    rules: &CodeRules,
    (who, purpose): (&str, &str),
    typed: &Code,
    real: bool,
    also: Vec<Change>,
) -> AppResult<Result<Vec<Change>, SignInNo>> {
    for _ in 0..4 {
        let sent = recent(world, who, purpose).await?;
        let verdict = rules.judge(world.now(), &facts(&sent), |fact| {
            let row = sent.iter().find(|row| row.id == fact.id);
            row.is_some_and(|row| row.code_hash == hash(world, &row.id, typed)) && real
        });
        let (no, charge) = match verdict {
            CodeVerdict::Right { id } => {
                let Some(row) = sent.iter().find(|row| row.id == id) else { return Ok(Err(SignInNo::NoneAlive)) };
                return Ok(Ok(vec![Change::PutCode(SentCode { used: true, ..row.clone() })]));
            }
            CodeVerdict::Wrong { left, charge } => (SignInNo::Wrong { left }, charge),
            CodeVerdict::Expired => (SignInNo::Expired, Vec::new()),
            CodeVerdict::TooManyTries => (SignInNo::TooManyTries, Vec::new()),
            CodeVerdict::NoneAlive => (SignInNo::NoneAlive, Vec::new()),
        };
        let mut changes = also.clone();
        for row in sent.iter().filter(|row| charge.contains(&row.id)) {
            changes.push(Change::PutCode(SentCode { tries: row.tries.saturating_add(1), ..row.clone() }));
        }
        // The store lets a code's count only move on: a hundred guesses in the same moment are still one guess.
        match world.store.commit(changes).await {
            Ok(()) => return Ok(Err(no)),
            Err(PortError::Conflict(_)) => continue,
            Err(error) => return Err(error.into()),
        }
    }
    Ok(Err(SignInNo::SameMoment))
}

fn turn(world: &World, of: &str) -> Change {
    Change::Once { key: world.seals.lookup("turn", of), location: String::new(), at: world.now() }
}

fn hash(world: &World, id: &str, code: &Code) -> String {
    world.seals.mac("code", &format!("{id}|{}", code.plain()))
}

async fn recent(world: &World, who: &str, purpose: &str) -> AppResult<Vec<SentCode>> {
    let since = world.now().saturating_sub(SignedDuration::from_hours(24)).unwrap_or(Timestamp::MIN);
    Ok(world.store.codes(who, purpose, since).await?)
}

fn facts(sent: &[SentCode]) -> Vec<Judged> {
    sent.iter().map(|c| Judged { id: c.id.clone(), sent: c.sent_at, wrong: c.tries, used: c.used }).collect()
}
