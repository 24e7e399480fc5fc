//! Nothing is asked twice: in no service two questions are the same, and what stands on record is given back to be confirmed.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use app::pages::filing::words::key;
use app::text;
use domain::catalog::FieldKind;
use domain::catalog::items::ITEMS;
use domain::lang::Lang;
use std::collections::BTreeSet;

#[test]
fn no_service_asks_the_same_thing_twice() {
    for item in ITEMS {
        let slug = item.code.slug();
        let (mut names, mut questions) = (BTreeSet::new(), BTreeSet::new());
        for step in item.steps {
            for field in step.fields {
                assert!(names.insert(field.id), "{slug} asks for {} twice", field.id);
                // Alone on its page a question is the page's title.
                let alone = step.fields.len() == 1;
                let about = if alone { format!("{}-title", step.id) } else { format!("{}-label", field.id) };
                let key = key(slug, &about);
                let question = text::only(Lang::ZhHans, &key).unwrap_or_else(|| panic!("no text for {key}"));
                assert!(questions.insert(question.clone()), "{slug} asks 「{question}」 twice");
            }
        }
    }
}

#[test]
fn a_name_or_a_telephone_is_asked_only_where_the_known_one_is_given_back() {
    for item in ITEMS {
        for field in item.steps.iter().flat_map(|step| step.fields) {
            let on_record = matches!(field.kind, FieldKind::Name | FieldKind::Phone);
            // `known` in the server's filing pages fills these in from the record.
            // Who changes her name is asked for the new one, which nobody knows yet.
            let changed = item.writes.iter().any(|(id, _)| *id == field.id);
            // A newborn child and a dead relative are somebody else, whom the record of the signed-in person does not know.
            let anothers = ["child-name", "late-name"].contains(&field.id);
            assert!(
                !on_record || changed || anothers || ["contact-name", "contact-phone"].contains(&field.id),
                "{}: {}",
                item.code.slug(),
                field.id
            );
        }
    }
}
