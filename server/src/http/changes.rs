//! Doors where a person's record changes: she moves, or two records of hers become one. Numbers travel in forms only.

use super::answer::Answer;
use super::visit::{Handled, Visit};
use app::acts::merge_people::{Merger, Stays, look_at_merger, look_at_parting, merge_people, part_people, who_goes};
use app::acts::move_person::{Goes, move_person, who_moves};
use app::error::{AppError, AppResult};
use app::pages::desk::{self, merge, moving, parting};
use app::ports::Person;
use app::ui::FieldError;
use domain::person::IdNumber;
use domain::refusal::Refusal;
use domain::review::Tier;

fn here(visit: &Visit) -> String {
    format!("/staff/people/{}", visit.param("person"))
}

pub fn move_page(visit: Visit) -> Handled {
    Box::pin(async move { Ok(Answer::page(moves(&visit, Vec::new()).await?)) })
}

async fn moves(visit: &Visit, errors: Vec<FieldError>) -> AppResult<String> {
    let person = who_moves(&visit.world, &visit.caller, visit.param("person")).await?;
    let region = &visit.world.region;
    let villages = region.areas_of(Tier::Village).filter(|area| area.code != person.village || !person.insured);
    let villages = villages.map(|area| (area.code.as_str().to_owned(), region.full_area_name(area.code.as_str()))).collect();
    let village = region.full_area_name(person.village.as_str());
    let to = visit.form.get("to").to_owned();
    Ok(moving::page(&visit.cx, &moving::MovingPage { person: &person, village, villages, to, errors }))
}

pub fn move_do(visit: Visit) -> Handled {
    Box::pin(async move {
        let Some(goes) = Goes::read(visit.form.get("to")) else {
            let error = FieldError::new("to", visit.cx.t("moving-error-to"));
            return Ok(Answer::again(moves(&visit, vec![error]).await?));
        };
        let card = visit.form.has("card-move");
        let once = visit.once(&here(&visit));
        match move_person(&visit.world, &visit.caller, visit.param("person"), goes, card, once).await {
            Ok(()) => Ok(Answer::see(here(&visit))),
            Err(AppError::Refused(refusal)) if desk::stays(refusal) => {
                let error = FieldError::new("card-move", visit.cx.t(refusal.key()));
                Ok(Answer::again(moves(&visit, vec![error]).await?))
            }
            Err(error) => Err(error),
        }
    })
}

pub fn merge_page(visit: Visit) -> Handled {
    Box::pin(async move {
        let goes = who_goes(&visit.world, &visit.caller, visit.param("person")).await?;
        Ok(Answer::page(first(&visit, &goes, Vec::new())))
    })
}

fn first(visit: &Visit, goes: &Person, errors: Vec<FieldError>) -> String {
    let village = visit.world.region.full_area_name(goes.village.as_str());
    merge::ask(&visit.cx, &merge::AskPage { goes, village, number: visit.form.get("number").to_owned(), errors })
}

/// First the number, then a page that shows both and what happens and names the other record, then the deed.
pub fn merge_do(visit: Visit) -> Handled {
    Box::pin(async move {
        let (world, caller, id) = (&visit.world, &visit.caller, visit.param("person"));
        let goes = who_goes(world, caller, id).await?;
        let again = |words: String| Ok(Answer::again(first(&visit, &goes, vec![FieldError::new("number", words)])));
        let picked = visit.form.get("stays");
        let number = if picked.is_empty() { Some(IdNumber::parse(visit.form.get("number"), world.today())) } else { None };
        let stays = match &number {
            None => Stays::Record(picked),
            Some(Ok(number)) => Stays::Number(number),
            Some(Err(error)) => return again(visit.cx.t(error.key())),
        };
        let merger = match look_at_merger(world, caller, id, stays).await {
            Ok(Some(merger)) => merger,
            Ok(None) => return again(visit.cx.t("merge-error-nobody")),
            Err(AppError::Refused(refusal @ Refusal::MergeOtherWay)) => return again(visit.cx.t(refusal.key())),
            Err(error) => return Err(error),
        };
        let show = |errors| merge::check(&visit.cx, &check(&visit, &merger, errors));
        if picked.is_empty() {
            return Ok(Answer::page(show(Vec::new())));
        }
        let reason = visit.form.get("reason");
        let mut errors = Vec::new();
        if reason.is_empty() {
            errors.push(FieldError::new("reason", visit.cx.t("merge-error-reason")));
        }
        if !visit.form.has("seen") {
            errors.push(FieldError::new("seen", visit.cx.t("merge-error-seen")));
        }
        if !errors.is_empty() {
            return Ok(Answer::again(show(errors)));
        }
        // The old address leads to the record that stays.
        merge_people(world, caller, id, stays, reason, visit.once(&here(&visit))).await?;
        Ok(Answer::see(here(&visit)))
    })
}

fn check<'a>(visit: &'a Visit, merger: &'a Merger, errors: Vec<FieldError>) -> merge::CheckPage<'a> {
    let village = |person: &Person| visit.world.region.full_area_name(person.village.as_str());
    merge::CheckPage {
        merger,
        villages: [village(&merger.goes), village(&merger.stays)],
        reason: visit.form.get("reason").to_owned(),
        errors,
    }
}

pub fn part_page(visit: Visit) -> Handled {
    Box::pin(async move { Ok(Answer::page(parts(&visit, Vec::new()).await?)) })
}

async fn parts(visit: &Visit, errors: Vec<FieldError>) -> AppResult<String> {
    let parting = look_at_parting(&visit.world, &visit.caller, visit.param("person")).await?;
    let goes = visit.form.get("goes").to_owned();
    let machine_room = &visit.world.region.machine_room.number;
    Ok(parting::page(&visit.cx, &parting::PartingPage { parting: &parting, goes, machine_room, errors }))
}

pub fn part_do(visit: Visit) -> Handled {
    Box::pin(async move {
        let goes = visit.form.get("goes").to_owned();
        let mut errors = Vec::new();
        if goes.is_empty() {
            errors.push(FieldError::new("goes", visit.cx.t("part-error-which")));
        }
        if !visit.form.has("seen") {
            errors.push(FieldError::new("seen", visit.cx.t("part-error-seen")));
        }
        if !errors.is_empty() {
            return Ok(Answer::again(parts(&visit, errors).await?));
        }
        part_people(&visit.world, &visit.caller, visit.param("person"), &goes, visit.once(&here(&visit))).await?;
        Ok(Answer::see(here(&visit)))
    })
}
