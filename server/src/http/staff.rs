//! The doors of the desk: queue, cases, papers. Handlers call an act and show a page; nothing is decided here.

use super::answer::Answer;
use super::visit::{Handled, Visit};
use app::acts::decide_case::{Decision, decide_case};
use app::acts::find_case::{self, Found};
use app::acts::look_at_case::{CaseOnDesk, look_at_case, look_at_paper};
use app::acts::print_pile as pile;
use app::acts::ratings::late;
use app::acts::see_desk::filter::QueueFilter;
use app::acts::{
    claim_guardian, correct_case, hand_over, promise, return_case, see_board, see_desk, see_findings, see_overview, see_taken_in,
    sheet_came, take_case, write_on_case,
};
use app::caller::Caller;
use app::error::{AppError, AppResult};
use app::pages::desk::queue::Find;
use app::pages::desk::{self, board, case, decide::Doing, print, queue, returning, taken_in};
use app::ports::Staff;
use app::ui::FieldError;
use domain::case::Missing;
use domain::catalog::field::{outer_trim, plus_months};
use domain::ids::StaffId;
use domain::refusal::Refusal;
use domain::review::Tier;
use jiff::civil::Date;

pub fn taken_in(visit: Visit) -> Handled {
    Box::pin(async move {
        let all = see_taken_in::see_taken_in(&visit.world, &visit.caller).await?;
        Ok(Answer::page(taken_in::page(&visit.cx, &all)))
    })
}

pub fn queue(visit: Visit) -> Handled {
    Box::pin(async move { Ok(Answer::page(queue_page(&visit, Find::default()).await?)) })
}

/// Which part of the queue: from the form if there was one, else from the address.
fn within(visit: &Visit) -> QueueFilter {
    let asked = |name: &str| {
        if visit.form.has(name) { visit.form.get(name).to_owned() } else { visit.query.get(name).cloned().unwrap_or_default() }
    };
    QueueFilter::read(&asked("item"), &asked("only"))
}

async fn queue_page(visit: &Visit, find: Find) -> AppResult<String> {
    let filter = within(visit);
    let waiting = see_desk::see_desk(&visit.world, &visit.caller, filter).await?;
    let Caller::Staff { staff, reviewer, .. } = &visit.caller else { return Err(AppError::SignIn) };
    let county = reviewer.tier == Tier::County;
    let page = queue::QueuePage {
        desk: visit.world.region.desk_name(reviewer.desk.as_str()),
        waiting: &waiting,
        filter,
        find,
        away: away(visit, staff).await?,
        late_ratings: late::late_below(&visit.world, &visit.caller).await?.len(),
        board: county,
        none_left: visit.query.get("next").is_some_and(|n| n == "none"),
        claims: if county { Some(claim_guardian::list_claims(&visit.world, &visit.caller).await?.len()) } else { None },
        overview: see_overview::may_see(&visit.world, &visit.caller).is_ok(),
        supervisor: if reviewer.supervisor { Some(supervising(visit).await?) } else { None },
    };
    Ok(queue::page(&visit.cx, &page))
}

/// She is away today: until when, and the name of whoever stands in.
async fn away(visit: &Visit, staff: &Staff) -> AppResult<Option<(Date, Option<String>)>> {
    let Some(away) = staff.away_on(visit.world.today()) else { return Ok(None) };
    let stand_in = match &away.stand_in {
        Some(id) => visit.world.store.staff(id).await?.map(|other| other.display_name),
        None => None,
    };
    Ok(Some((away.until, stand_in)))
}

/// 「按编号找办件」
pub fn find(visit: Visit) -> Handled {
    Box::pin(async move {
        let typed = visit.form.get("number").to_owned();
        let (key, found) = match find_case::find_case(&visit.world, &visit.caller, &typed).await? {
            Found::One(reference) => return Ok(Answer::see(desk::case_path(&reference))),
            Found::Some(found) if !found.is_empty() => (None, found),
            Found::Some(none) => (Some("desk-find-none"), none),
            Found::NoNumber(key) => (Some(key), Vec::new()),
        };
        let errors = key.map(|key| FieldError::new("number", visit.cx.t(key))).into_iter().collect();
        let html = queue_page(&visit, Find { typed, errors, found }).await?;
        Ok(if key.is_some() { Answer::again(html) } else { Answer::page(html) })
    })
}

/// What the monthly board decides.
pub fn board(visit: Visit) -> Handled {
    Box::pin(async move {
        let waiting = see_board::see_board(&visit.world, &visit.caller).await?;
        let today = visit.world.today();
        let next = promise::board_from(&visit.world, today);
        Ok(Answer::page(board::page(&visit.cx, &waiting, next, today)))
    })
}

async fn supervising(visit: &Visit) -> AppResult<queue::Supervising> {
    let room = &visit.world.region.machine_room;
    Ok(queue::Supervising {
        unusual: see_findings::findings_waiting(&visit.world, &visit.caller).await?,
        timers: visit.site.options.timers.troubles(visit.now),
        machine_room: (room.number.clone(), room.hours.clone()),
    })
}

pub fn take_next(visit: Visit) -> Handled {
    Box::pin(async move { Ok(Answer::see(next(&visit).await?)) })
}

/// Where 「下一件」 leads.
async fn next(visit: &Visit) -> AppResult<String> {
    let filter = within(visit);
    let case = take_case::take_next(&visit.world, &visit.caller, filter).await?;
    Ok(case.map_or_else(|| filter.at("/staff", &[("next", "none")]), |case| filter.at(&desk::case_path(&case.reference), &[])))
}

pub fn show(visit: Visit) -> Handled {
    Box::pin(async move {
        let found = look_at_case(&visit.world, &visit.caller, visit.param("reference")).await?;
        let asked = |name: &str| visit.query.get(name).map_or("", String::as_str);
        let doing = Doing::from_query(asked("do"), asked("field"));
        let colleagues = colleagues(&visit, &found.case.reference, &doing).await?;
        Ok(Answer::page(page(&visit, &found, doing, &colleagues, Vec::new(), false)))
    })
}

/// To whom it may go, when that is what she asked for.
async fn colleagues(visit: &Visit, reference: &str, doing: &Doing) -> AppResult<Vec<Staff>> {
    if *doing != Doing::HandOver {
        return Ok(Vec::new());
    }
    hand_over::colleagues(&visit.world, &visit.caller, reference).await
}

fn page(visit: &Visit, found: &CaseOnDesk, doing: Doing, colleagues: &[Staff], errors: Vec<FieldError>, again: bool) -> String {
    let today = visit.world.today();
    let days_left = visit.world.calendar.working_days_between(today, found.case.promised).unwrap_or(0);
    let village = visit.world.region.full_area_name(found.subject.village.as_str());
    let taken_at = found.case.taken_at.as_ref().and_then(|desk| visit.world.region.desk(desk.as_str()));
    let typed = visit.form.raw();
    let supervisor = visit.caller.staff().is_some_and(|(_, reviewer)| reviewer.supervisor);
    case::page(
        &visit.cx,
        &case::CasePage {
            found,
            me: &me(visit),
            supervisor,
            within: within(visit),
            colleagues,
            village,
            taken_at,
            today,
            days_left,
            doing,
            errors,
            typed: again.then_some(&typed),
        },
    )
}

pub fn act(visit: Visit) -> Handled {
    Box::pin(async move {
        let reference = visit.param("reference").to_owned();
        let what = visit.param("act").to_owned();
        let filter = within(&visit);
        let (here, queue) = (filter.at(&desk::case_path(&reference), &[]), filter.at("/staff", &[]));
        let (world, caller) = (&visit.world, &visit.caller);
        let once = || visit.once(&queue);
        let reason = || outer_trim(visit.form.get("reason")).to_owned();
        let decided = match what.as_str() {
            "take" => {
                take_case::take_case(world, caller, &reference).await?;
                return Ok(Answer::see(format!("{here}#decide")));
            }
            "release-hold" => {
                take_case::put_back(world, caller, &reference).await?;
                return Ok(Answer::see(queue));
            }
            "correct" => {
                let raw = visit.form.raw();
                let (field, agreed) = (visit.form.get("field"), visit.form.get("agreed"));
                let done = correct_case::correct_case(world, caller, &reference, field, &raw, agreed, visit.once(&here)).await;
                return match done {
                    Ok(_) => Ok(Answer::see(format!("{here}#decide"))),
                    Err(error) => again(&visit, &reference, Doing::Correct(field.to_owned()), error).await,
                };
            }
            "note" => {
                let done = write_on_case::note(world, caller, &reference, outer_trim(visit.form.get("remark")), visit.once(&here)).await;
                return match done {
                    Ok(()) => Ok(Answer::see(format!("{here}#notes"))),
                    Err(error) => again(&visit, &reference, Doing::Note, error).await,
                };
            }
            "hand-over" => {
                let to = visit.form.get("colleague").to_owned();
                return match hand_over::hand_over(world, caller, &reference, &to, visit.once(&queue)).await {
                    Ok(()) => Ok(Answer::see(queue)),
                    Err(error) => again(&visit, &reference, Doing::HandOver, error).await,
                };
            }
            "allow-return" => {
                let reason = outer_trim(visit.form.get("allow"));
                return match write_on_case::allow_return(world, caller, &reference, reason, visit.once(&here)).await {
                    Ok(()) => Ok(Answer::see(format!("{here}#notes"))),
                    Err(error) => again(&visit, &reference, Doing::Allow, error).await,
                };
            }
            "sheet-came" => {
                sheet_came::sheet_came(world, caller, &reference, visit.form.get("material"), visit.once(&here)).await?;
                return Ok(Answer::see(format!("{here}#papers")));
            }
            "return" => return_case::return_case(world, caller, &reference, missing(&visit, &reference).await?, once()).await,
            "accept" => decide_case(world, caller, &reference, Decision::Accept, once()).await,
            "accept-with-deferral" => {
                let materials = ticked(&visit, "later-");
                let decision = Decision::AcceptWithDeferral { materials, due: due(&visit) };
                decide_case(world, caller, &reference, decision, once()).await
            }
            "review" => decide_case(world, caller, &reference, Decision::Review, once()).await,
            "approve" => {
                let sum = outer_trim(visit.form.get("sum")).to_owned();
                decide_case(world, caller, &reference, Decision::Approve { sum }, once()).await
            }
            "refuse" => decide_case(world, caller, &reference, Decision::Refuse { reason: reason() }, once()).await,
            "confirm" => decide_case(world, caller, &reference, Decision::Confirm, once()).await,
            "pass-sample" => decide_case(world, caller, &reference, Decision::PassSample, once()).await,
            "revoke" => decide_case(world, caller, &reference, Decision::Revoke { reason: reason() }, once()).await,
            _ => return Err(AppError::NotFound),
        };
        match decided {
            Ok(_) if visit.form.get("then") == "next" => Ok(Answer::see(next(&visit).await?)),
            Ok(_) => Ok(Answer::see(queue)),
            Err(error) => again(&visit, &reference, Doing::from_query(&what, ""), error).await,
        }
    })
}

/// The same page with what was typed, when another word or date may help; else the refusal itself.
async fn again(visit: &Visit, reference: &str, doing: Doing, error: AppError) -> Result<Answer, AppError> {
    if !matches!(&error, AppError::Fields(_)) && !matches!(&error, AppError::Refused(refusal) if desk::stays(*refusal)) {
        return Err(error);
    }
    let found = look_at_case(&visit.world, &visit.caller, reference).await?;
    let errors = match &error {
        AppError::Refused(refusal) if desk::stays(*refusal) => {
            let field = match &doing {
                Doing::Defer => "due",
                Doing::Refuse | Doing::Revoke => "reason",
                Doing::Correct(_) => "agreed",
                Doing::Note => "remark",
                Doing::Allow => "allow",
                Doing::HandOver => "colleague",
                _ => "",
            };
            let first = returning::subjects(&visit.cx, &found.case, &me(visit)).into_iter().next().filter(|_| doing == Doing::Return);
            let field = first.map_or_else(|| field.to_owned(), |(id, _)| format!("about-{id}"));
            let said = match (refusal, found.board) {
                (Refusal::BoardNotYet, Some(board)) => {
                    visit.cx.tv("desk-board-not-yet", &[("date", &app::pages::filing::words::date(&visit.cx, board))])
                }
                _ => visit.cx.t(refusal.key()),
            };
            vec![FieldError::new(&field, said)]
        }
        AppError::Fields(wrong) => {
            let label = |field: &str| app::pages::filing::words::label(&visit.cx, found.case.item, field);
            wrong.iter().map(|e| FieldError::new(e.field, visit.cx.tv(e.problem.key(), &[("field", &label(e.field))]))).collect()
        }
        _ => return Err(error),
    };
    let colleagues = colleagues(visit, reference, &doing).await?;
    Ok(Answer::again(page(visit, &found, doing, &colleagues, errors, true)))
}

fn me(visit: &Visit) -> StaffId {
    visit.caller.staff().map(|(staff, _)| staff.id.clone()).unwrap_or_else(|| StaffId::new(""))
}

/// Ticked things with their sentences, in the order of the page.
async fn missing(visit: &Visit, reference: &str) -> AppResult<Vec<Missing>> {
    let found = look_at_case(&visit.world, &visit.caller, reference).await?;
    // What the page no longer offers is judged all the same when somebody sends it.
    let mut ids: Vec<String> = returning::subjects(&visit.cx, &found.case, &me(visit)).into_iter().map(|(id, _)| id).collect();
    ids.extend(ticked(visit, "about-").into_iter().filter(|id| !ids.contains(id)).collect::<Vec<_>>());
    let words = |id: &str| outer_trim(visit.form.get(&format!("words-{id}"))).to_owned();
    Ok(ids.into_iter().filter(|id| visit.form.has(&format!("about-{id}"))).map(|about| Missing { words: words(&about), about }).collect())
}

fn ticked(visit: &Visit, prefix: &str) -> Vec<String> {
    visit.form.0.iter().filter_map(|(name, _)| name.strip_prefix(prefix)).map(str::to_owned).collect()
}

/// Three boxes; anything that is no day is no date.
fn due(visit: &Visit) -> Option<Date> {
    let part = |p: &str| domain::catalog::field::half_width_digits(outer_trim(visit.form.get(&format!("due_{p}"))));
    let date = Date::new(part("year").parse().ok()?, part("month").parse().ok()?, part("day").parse().ok()?).ok()?;
    (date <= plus_months(visit.world.today(), 12)).then_some(date)
}

/// The sheets of what the queue shows.
pub fn print_pile(visit: Visit) -> Handled {
    Box::pin(async move {
        let filter = within(&visit);
        let pile = pile::print_pile(&visit.world, &visit.caller, filter).await?;
        Ok(Answer::page(print::pile(&visit.cx, &pile, &filter.at("/staff", &[]))))
    })
}

pub fn print_case(visit: Visit) -> Handled {
    Box::pin(async move {
        let found = look_at_case(&visit.world, &visit.caller, visit.param("reference")).await?;
        Ok(Answer::page(print::page(&visit.cx, &found)))
    })
}

pub fn paper(visit: Visit) -> Handled {
    Box::pin(async move {
        let id = visit.param("paper").to_owned();
        let (mime, bytes) = look_at_paper(&visit.world, &visit.caller, &id).await?;
        let name = match mime.as_str() {
            "application/pdf" => "paper.pdf",
            "image/png" => "paper.png",
            _ => "paper.jpg",
        };
        Ok(Answer::file(mime, bytes, name.to_owned()))
    })
}
