//! A spoken answer to one question of a draft, or of the page for tonight in hospital. The value is only proposed: it stands in
//! the field when she sees it, and is kept when she sends the form like any typed one. Neither recording nor words stay.

use super::hear_words::{Unheard, hear_words};
use super::open_draft::{Want, open_draft};
use crate::caller::Caller;
use crate::data;
use crate::error::AppError;
use crate::pages::filing::words::key;
use crate::ports::World;
use crate::text;
use domain::catalog::{Answers, Field, FieldKind, ItemCode, PROVINCES};
use domain::intent::sound::Everyday;
use domain::judge::{Act, may};
use domain::lang::Lang;
use domain::person::Phone;
use domain::speech::answer::{self, Asked, may_be_spoken};

/// What goes into the form, and how it is shown and read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    pub shown: String,
    /// Names and values of the form's fields.
    pub values: Vec<(String, String)>,
}

#[derive(Debug)]
pub enum NotAnswered {
    Unheard(Unheard),
    /// These are the words, and they are no answer to this question.
    NoAnswer(String),
    Other(AppError),
}

impl<E: Into<AppError>> From<E> for NotAnswered {
    fn from(error: E) -> Self {
        NotAnswered::Other(error.into())
    }
}

/// Whether a question offers 「说给我听」. Names are written in too many ways, and lines of one's own are typed.
pub fn takes_voice(kind: FieldKind) -> bool {
    let asked = Asked::from(kind);
    may_be_spoken(asked) && !matches!(asked, Asked::Words | Asked::Name)
}

/// Stands in the place of a draft's name where there is none: tonight in hospital, with the province that was chosen.
pub const TONIGHT: &str = "tonight/";
/// What is asked there and may be said; the elder's name and number are copied from her card.
pub const TONIGHT_FIELDS: [&str; 3] = ["province", "city", "start"];

/// `of`: a draft, or `tonight/33`.
pub async fn hear_answer(world: &World, caller: &Caller, of: &str, field: &str, sound: &[u8]) -> Result<Answered, NotAnswered> {
    let (code, so_far) = question(world, caller, of, field).await?;
    let item = code.item().ok_or(AppError::NotFound)?;
    let field = item.field(field).filter(|f| takes_voice(f.kind)).ok_or(AppError::NotFound)?;
    let words = hear_words(world, sound).await.map_err(NotAnswered::Unheard)?;
    read(world, code, &so_far, field, &words).ok_or(NotAnswered::NoAnswer(words))
}

/// Of which service the question is, and what is answered already.
async fn question(world: &World, caller: &Caller, of: &str, field: &str) -> Result<(ItemCode, Answers), AppError> {
    let Some(province) = of.strip_prefix(TONIGHT) else {
        let (draft, _) = open_draft(world, caller, of, Want::Answers).await?;
        return Ok((draft.item, draft.answers));
    };
    let filer = caller.person().ok_or(AppError::SignIn)?;
    may(&caller.actor(), filer.subject(), Act::FileTonight, world.now())?;
    if !TONIGHT_FIELDS.contains(&field) {
        return Err(AppError::NotFound);
    }
    let mut so_far = Answers::default();
    so_far.set("province", province);
    Ok((ItemCode::OutOfArea, so_far))
}

fn read(world: &World, item: ItemCode, so_far: &Answers, field: &Field, words: &str) -> Option<Answered> {
    let one = |shown: String, value: String| Answered { shown, values: vec![(field.id.to_owned(), value)] };
    let zh = |key: String| text::text(Lang::ZhHans, &key);
    match field.kind {
        FieldKind::Date(_) => {
            let day = answer::date(words, world.today())?;
            let parts = [("year", day.year().to_string()), ("month", day.month().to_string()), ("day", day.day().to_string())];
            let named: Vec<(&str, &str)> = parts.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let shown = text::find(Lang::ZhHans, "date-plain", &named).text;
            let values = parts.iter().map(|(part, value)| (format!("{}_{part}", field.id), value.clone())).collect();
            Some(Answered { shown, values })
        }
        FieldKind::Phone => {
            let number = answer::digits(words).filter(|digits| Phone::parse(digits).is_ok())?;
            Some(one(number.clone(), number))
        }
        FieldKind::Province => {
            let names: Vec<String> = PROVINCES.iter().map(|code| zh(format!("province-{code}"))).collect();
            let at = one_of(words, &names)?;
            Some(one(names.get(at)?.clone(), (*PROVINCES.get(at)?).to_owned()))
        }
        FieldKind::City { of, .. } => {
            let names = data::cities_of(so_far.get(of).unwrap_or_default());
            let name = names.get(one_of(words, &names)?)?.clone();
            Some(one(name.clone(), name))
        }
        FieldKind::Choice(_) | FieldKind::Among { .. } => {
            let options = field.kind.options(so_far);
            let names: Vec<String> = options.iter().map(|o| zh(key(item.slug(), &format!("{}-{o}", field.id)))).collect();
            let at = one_of(words, &names)?;
            Some(one(names.get(at)?.clone(), (*options.get(at)?).to_owned()))
        }
        FieldKind::Line { .. } | FieldKind::Name | FieldKind::Checks(_) | FieldKind::Count { .. } => None,
        FieldKind::Money { .. } | FieldKind::Digits { .. } | FieldKind::IdNumber => None,
    }
}

fn one_of(words: &str, names: &[String]) -> Option<usize> {
    answer::one_of(words, &names.iter().map(String::as_str).collect::<Vec<_>>(), &Everyday)
}
