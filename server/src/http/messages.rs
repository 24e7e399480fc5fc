//! The doors of messages: read by herself, chosen how she is told; and at the desk what is read out, rung up or posted.

use super::answer::Answer;
use super::visit::{Handled, Visit};
use app::acts::{choose_way as choose, deliver_notice as deliver_acts, play_voice_message, read_notices};
use app::error::AppError;
use app::pages;
use app::pages::message_way::{self, WayPage};
use app::ui::FieldError;
use domain::notice::way::Way;

pub fn list(visit: Visit) -> Handled {
    Box::pin(async move {
        let notices = read_notices::read_notices(&visit.world, &visit.caller).await?;
        let subject = visit.caller.subject().ok_or(AppError::SignIn)?;
        let readers = read_notices::readers(&visit.world, &notices).await?;
        let own = visit.caller.person().is_some_and(|p| p.id == subject.id);
        let whose = (!own).then(|| subject.name.masked());
        Ok(Answer::page(pages::messages::page(&visit.cx, &pages::messages::MessagesPage { notices: &notices, whose, readers: &readers })))
    })
}

pub fn way(visit: Visit) -> Handled {
    Box::pin(async move {
        let person = choose::chosen_way(&visit.world, &visit.caller)?;
        let kept = visit.query.contains_key("kept");
        Ok(Answer::page(message_way::page(&visit.cx, &WayPage { person, kept, errors: Vec::new() })))
    })
}

pub fn choose_way(visit: Visit) -> Handled {
    Box::pin(async move {
        let again = |key: &str| -> Result<Answer, AppError> {
            let person = choose::chosen_way(&visit.world, &visit.caller)?;
            let errors = vec![FieldError::new("way", visit.cx.t(key))];
            Ok(Answer::again(message_way::page(&visit.cx, &WayPage { person, kept: false, errors })))
        };
        let Some(wish) = Way::from_key(visit.form.get("way")) else { return again("way-none") };
        let to = format!("{}?kept=1", message_way::PATH);
        match choose::choose_way(&visit.world, &visit.caller, wish, visit.once(&to)).await? {
            true => Ok(Answer::see(to)),
            false => again("way-needs-phone"),
        }
    })
}

pub fn at_desk(visit: Visit) -> Handled {
    Box::pin(async move {
        let waiting = deliver_acts::waiting_notices(&visit.world, &visit.caller).await?;
        let spoken = play_voice_message::messages_at_desk(&visit.world, &visit.caller).await?;
        Ok(Answer::page(pages::desk::messages::page(&visit.cx, &waiting, &spoken)))
    })
}

pub fn deliver(visit: Visit) -> Handled {
    Box::pin(async move {
        deliver_acts::deliver_notice(&visit.world, &visit.caller, visit.param("notice"), visit.once("/staff/messages")).await?;
        Ok(Answer::see("/staff/messages"))
    })
}

pub fn letters(visit: Visit) -> Handled {
    Box::pin(async move {
        let waiting = deliver_acts::waiting_letters(&visit.world, &visit.caller).await?;
        let area = |person: &app::ports::Person| visit.world.region.full_area_name(person.village.as_str());
        Ok(Answer::page(pages::desk::letters::page(&visit.cx, &waiting, &area)))
    })
}

pub fn letters_posted(visit: Visit) -> Handled {
    Box::pin(async move {
        let ids = visit.form.all("letter");
        deliver_acts::post_letters(&visit.world, &visit.caller, &ids, visit.once("/staff/messages")).await?;
        Ok(Answer::see("/staff/messages"))
    })
}
