//! She moves: where to, what that does, her card. One question.

use super::{head, key_button};
use crate::acts::move_person::Goes;
use crate::cx::Cx;
use crate::ports::Person;
use crate::ui::{
    self, Choice, Field, FieldError, Form, Tone, bullets, checkboxes, error_summary, form, page_heading, radios, select, stack,
};

const MANY: usize = 15;

pub struct MovingPage<'a> {
    pub person: &'a Person,
    /// Where she is insured now.
    pub village: String,
    /// (code, full name) of every other village.
    pub villages: Vec<(String, String)>,
    pub to: String,
    pub errors: Vec<FieldError>,
}

pub fn page(cx: &Cx, d: &MovingPage) -> String {
    // The name stands below: in a heading it would be cut at the largest text.
    let (title, name) = (cx.t("moving-title"), d.person.name.as_str());
    let here = format!("/staff/people/{}", d.person.id);
    ui::page(cx, head(cx, &title).wrong(!d.errors.is_empty()).back_to(here.as_str(), cx.t("counter-back-person")), || {
        let now = if d.person.insured {
            cx.tv("moving-now", &[("name", name), ("village", &d.village)])
        } else {
            cx.tv("moving-now-away", &[("name", name)])
        };
        let mut ways: Vec<Choice> = d.villages.iter().map(|(code, name)| Choice::new(code, name.clone())).collect();
        if d.person.insured {
            ways.push(Choice::new(Goes::AWAY, cx.t("moving-away")).hint(cx.t("moving-away-what")));
        }
        let to = Field::new("to", cx.t("moving-to")).errors(&d.errors);
        let card = Field::new("card-move", cx.t("counter-card-label")).errors(&d.errors);
        let inner = stack(vec![
            // A long list is typed into, not scrolled through.
            if ways.len() > MANY { select(cx, to, ways, Some(&d.to)) } else { radios(cx, to, ways, Some(&d.to)) },
            checkboxes(cx, card, vec![Choice::new("yes", cx.t("counter-card-checked"))], &[]),
            key_button(cx, &cx.t("moving-do"), Tone::Primary, None, None),
        ]);
        stack(vec![
            error_summary(cx, &d.errors),
            page_heading(cx, &title, Some(&now)),
            bullets(vec![cx.t("moving-what-grants"), cx.t("moving-what-cases"), cx.t("moving-what-told")]),
            form(cx, Form::post(&format!("{here}/move")), inner),
        ])
    })
}
