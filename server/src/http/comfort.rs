//! How the pages look: the settings page, its form, what WeChat tells about the phone, what a signed-in person brings along.
//! Sets one cookie that holds nothing personal.

use super::answer::Answer;
use super::cookies;
use super::form::Form;
use super::public::own_path;
use super::visit::{Handled, Visit};
use app::acts::keep_comfort::{comfort_at_sign_in, keep_comfort};
use app::error::AppResult;
use app::pages::comfort;
use app::pages::comfort::Aid;
use app::ports::Person;
use axum::http::HeaderMap;
use domain::comfort::{Chosen, ChosenBy, Comfort, Mode, TextSize, Theme};

/// Settings last a year: nobody should have to find them twice.
const SETTINGS_DAYS: u32 = 365;

pub fn page(visit: Visit) -> Handled {
    Box::pin(async move {
        let back = own_path(visit.query.get("back")).unwrap_or_default();
        let stored = visit.query.contains_key("stored");
        let proposed = visit.query.get("size").and_then(|step| step.parse().ok()).and_then(TextSize::from_step);
        Ok(Answer::page(comfort::show(&visit.cx, &comfort::ComfortData { back, stored, proposed })))
    })
}

pub fn set(visit: Visit) -> Handled {
    Box::pin(async move {
        let chosen = read(&visit.form, visit.cx.comfort);
        keep_comfort(&visit.world, &visit.caller, chosen).await?;
        let back = visit.form.get("back").to_owned();
        let to = own_path(Some(&back)).unwrap_or_else(|| "/comfort?stored=1".to_owned());
        Ok(Answer::see(to).cookie(cookie(Chosen::by_hand(chosen))))
    })
}

/// What the form does not ask stays as it is, so that one button can change one thing.
fn read(form: &Form, now: Comfort) -> Comfort {
    let mut chosen = now;
    chosen.mode = Mode::from_key(form.get("mode")).unwrap_or(now.mode);
    chosen.size = form.get("size").parse().ok().and_then(TextSize::from_step).unwrap_or(now.size);
    chosen.theme = Theme::from_key(form.get("theme")).unwrap_or(now.theme);
    // A box that is not ticked is not sent: only the whole page can say that one was taken out.
    if form.has("aids_asked") {
        let ticked = form.all("aids");
        for aid in Aid::ALL {
            aid.set(&mut chosen, ticked.iter().any(|key| key == aid.key()));
        }
    }
    chosen
}

pub(super) fn cookie(chosen: Chosen) -> String {
    cookies::set(cookies::COMFORT, &chosen.code(), Some(SETTINGS_DAYS))
}

pub(super) fn of_device(headers: &HeaderMap) -> Option<Chosen> {
    Chosen::read(&cookies::read(headers, cookies::COMFORT)?)
}

/// WeChat hands its text size to the page it opens (`?fs=23.8`). Taken over unless she chose by hand on this device.
pub(super) fn from_phone(device: Option<Chosen>, query: Option<&str>) -> Option<Chosen> {
    if device.is_some_and(|chosen| chosen.by == ChosenBy::Hand) {
        return None;
    }
    let asked: f64 = Form::parse(query?.as_bytes()).get("fs").parse().ok()?;
    let sane = asked.is_finite() && asked > 0.0;
    let comfort = device.map(|chosen| chosen.comfort).unwrap_or_default();
    sane.then(|| Chosen { comfort: comfort.at_least(asked), by: ChosenBy::Phone })
}

/// The cookie that makes this device look as she is used to.
pub(super) async fn brought_along(visit: &Visit, person: &Person) -> AppResult<Option<String>> {
    let hers = comfort_at_sign_in(&visit.world, &person.id, visit.chosen, visit.hall).await?;
    Ok(hers.map(|comfort| cookie(Chosen::by_hand(comfort))))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use domain::comfort::{Motion, Sounds, Spacing};

    fn form(body: &str) -> Form {
        Form::parse(body.as_bytes())
    }

    #[test]
    fn one_button_changes_one_thing() {
        let now = Comfort { theme: Theme::Dark, spacing: Spacing::Wide, ..Comfort::default() };
        assert_eq!(read(&form("size=3&back=%2F"), now), Comfort { size: TextSize::Three, ..now });
        assert_eq!(read(&form("size=9&mode=huge&theme=pink"), now), now, "nonsense changes nothing");
    }

    #[test]
    fn a_box_is_taken_out_only_where_it_was_shown() {
        let now = Comfort { spacing: Spacing::Wide, sounds: Sounds::Off, ..Comfort::default() };
        let chosen = read(&form("aids_asked=1&aids=calm"), now);
        assert_eq!((chosen.spacing, chosen.sounds, chosen.motion), (Spacing::Normal, Sounds::On, Motion::Calm));
    }

    #[test]
    fn wechat_speaks_for_a_phone_until_a_hand_chose() {
        let size = |device, query| from_phone(device, query).map(|chosen| chosen.comfort.size);
        assert_eq!(size(None, Some("a=b&fs=23.8")), Some(TextSize::Two));
        let phone = Chosen { comfort: Comfort { size: TextSize::Two, ..Comfort::default() }, by: ChosenBy::Phone };
        assert_eq!(size(Some(phone), Some("fs=25.5")), Some(TextSize::Three), "she changed it in WeChat");
        assert_eq!(size(Some(Chosen::by_hand(Comfort::default())), Some("fs=30")), None);
        for nonsense in ["fs=", "fs=abc", "fs=NaN", "fs=inf", "fs=-3", "fs=0", ""] {
            assert_eq!(size(None, Some(nonsense)), None, "{nonsense}");
        }
        assert_eq!(size(None, None), None);
    }
}
