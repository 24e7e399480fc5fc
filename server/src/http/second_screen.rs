//! The second screen at the counter, where she sets the PIN of her slip. Reads forms, calls one act, shows one page.

use super::answer::Answer;
use super::sign_in::{field_of, keep, origin, ready, with};
use super::visit::{Handled, Visit};
use app::acts::set_slip_pin::{PinNo, open_second_screen, set_slip_pin, waiting_slip};
use app::pages::second_screen as pages;
use app::pages::sign_in::words;
use app::ports::SignInFlow;
use app::ui::FieldError;

const HERE: &str = "/second-screen";
const DONE: &str = "/second-screen?done=1";

pub fn second_screen(mut visit: Visit) -> Handled {
    Box::pin(async move {
        if visit.query.contains_key("done") {
            return Ok(Answer::page(pages::done(&visit.cx)));
        }
        if let Some(slip) = visit.flow().slip
            && let Some((_, person)) = waiting_slip(&visit.world, &slip).await?
        {
            return Ok(Answer::page(pages::pin(&visit.cx, &person.name.masked(), &[])));
        }
        let flow = visit.flow();
        let cookie = ready(&mut visit, flow).await?;
        let kept = visit.stashed();
        let number = kept.as_ref().map_or("", |f| f.get("number"));
        Ok(with(Answer::page(pages::number(&visit.cx, number, &[], kept.is_some())), cookie))
    })
}

pub fn second_screen_open(visit: Visit) -> Handled {
    Box::pin(async move {
        let typed = visit.form.get("number");
        let mut cookie = None;
        let remember = |slip| keep(&visit, SignInFlow { slip: Some(slip), ..SignInFlow::default() }, HERE, &mut cookie);
        match open_second_screen(&visit.world, origin(&visit), typed, remember).await? {
            Ok(()) => Ok(with(Answer::see(HERE), cookie)),
            Err(no) => {
                let errors = [FieldError::new(field_of(&no), words::no(&visit.cx, &no))];
                Ok(Answer::again(pages::number(&visit.cx, typed, &errors, false)))
            }
        }
    })
}

pub fn second_screen_pin(visit: Visit) -> Handled {
    Box::pin(async move {
        let waiting = match visit.flow().slip {
            Some(slip) => waiting_slip(&visit.world, &slip).await?,
            None => None,
        };
        let Some((slip, person)) = waiting else { return Ok(Answer::see(HERE)) };
        let mut cookie = None;
        let done = keep(&visit, SignInFlow::default(), DONE, &mut cookie);
        let set = set_slip_pin(&visit.world, &slip.id, visit.form.get("pin"), visit.form.get("pin_again"), done).await?;
        let error = match set {
            Ok(()) => return Ok(with(Answer::see(DONE), cookie)),
            Err(PinNo::First(error)) => FieldError::new("pin", words::pin(&visit.cx, error)),
            Err(PinNo::Different) => FieldError::new("pin_again", visit.cx.t("second-screen-pin-different")),
        };
        Ok(Answer::again(pages::pin(&visit.cx, &person.name.masked(), &[error])))
    })
}
