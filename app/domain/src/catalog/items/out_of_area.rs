//! 异地就医备案: care in another city is settled there directly once the place is on file.
//! Six types since 2022-07 (医保发〔2022〕22号). The place is a province and city, never one hospital.

use crate::catalog::field::asked;
use crate::catalog::{
    ASK, Answers, Basis, CONTACT, DateRule, Field, FieldKind, Form, Group, Instead, Item, ItemCode, Material, PAPER, PLAIN, Reuse, Route,
    Source, Step, Term,
};
use crate::place::is_municipality;
use crate::region::Trust;
use crate::shared::SharedSource;

/// Long-term types first, then the temporary ones; the order of the question page.
pub const KINDS: &[&str] = &["settled-retiree", "long-term-resident", "posted-worker", "transfer", "emergency", "temporary"];
const ROUTES: &[&str] = &["commitment", "proof"];

/// Settled, living or working elsewhere.
fn long_term(a: &Answers) -> bool {
    a.is("kind", "settled-retiree") || a.is("kind", "long-term-resident") || a.is("kind", "posted-worker")
}
fn temporary(a: &Answers) -> bool {
    !long_term(a)
}
/// 北京、天津、上海、重庆 have no cities to ask for.
fn in_a_city(a: &Answers) -> bool {
    !a.get("province").is_some_and(is_municipality)
}
fn by_proof(a: &Answers) -> bool {
    a.is("kind", "transfer") || (long_term(a) && a.is("route", "proof"))
}

fn proves(a: &Answers, kind: &str) -> bool {
    by_proof(a) && a.is("kind", kind)
}

const MATERIALS: &[Material] = &[
    Material {
        id: "household-first-page",
        form: Form::Copy,
        instead: &[Instead::Commitment, Instead::Shared(SharedSource::Police)],
        reuse: Reuse::Offered,
        when: |a| proves(a, "settled-retiree"),
        ..PAPER
    },
    Material {
        id: "household-own-page",
        main: false,
        form: Form::Copy,
        instead: &[Instead::Commitment, Instead::Shared(SharedSource::Police)],
        reuse: Reuse::Offered,
        when: |a| proves(a, "settled-retiree"),
        ..PAPER
    },
    Material {
        id: "residence-proof",
        instead: &[Instead::Commitment, Instead::Shared(SharedSource::Police)],
        reuse: Reuse::Fresh,
        when: |a| proves(a, "long-term-resident"),
        ..PAPER
    },
    Material { id: "posting-proof", instead: &[Instead::Commitment], reuse: Reuse::Fresh, when: |a| proves(a, "posted-worker"), ..PAPER },
    Material { id: "transfer-letter", source: Source::Hospital, when: |a| proves(a, "transfer"), ..PAPER },
];

fn commitment(a: &Answers) -> Option<&'static str> {
    if long_term(a) && a.is("route", "commitment") {
        Some("commitment-lives-elsewhere")
    } else if a.is("kind", "temporary") {
        Some("commitment-temporary")
    } else {
        None
    }
}

fn route(a: &Answers) -> Route {
    if by_proof(a) { Route::Tiers } else { Route::AtOnce }
}
fn term(a: &Answers) -> Term {
    if long_term(a) { Term::UntilChanged } else { Term::Temporary }
}
/// Emergency and 临时外出 cannot wait for a grant.
fn tonight(a: &Answers) -> bool {
    a.is("kind", "emergency") || a.is("kind", "temporary")
}

pub const ITEM: Item = Item {
    code: ItemCode::OutOfArea,
    slug: "out-of-area",
    version: 2,
    group: Group::OutOfArea,
    front: true,
    anywhere: true,
    basis: &[Basis { source: "医保发〔2022〕22号", date: "2022-07", trust: Trust::Reposted }],
    steps: &[
        Step { id: "kind", fields: &[asked("kind", FieldKind::Choice(KINDS))], ..ASK },
        Step { id: "place", fields: &[asked("province", FieldKind::Province)], ..ASK },
        Step {
            id: "city",
            fields: &[Field { id: "city", kind: FieldKind::City { of: "province", max: 40 }, required: true, unsure: true }],
            when: in_a_city,
            ..ASK
        },
        Step { id: "start", fields: &[asked("start", FieldKind::Date(DateRule::StartWithinYear))], ..ASK },
        Step {
            id: "end",
            fields: &[Field { id: "end", kind: FieldKind::Date(DateRule::NotBefore("start")), required: true, unsure: true }],
            when: temporary,
            ..ASK
        },
        Step { id: "route", fields: &[asked("route", FieldKind::Choice(ROUTES))], when: long_term, ..ASK },
        CONTACT,
    ],
    materials: MATERIALS,
    commitment,
    route,
    term,
    hers_to_end: true,
    next: |_| "item-out-of-area-next",
    tonight: Some(tonight),
    ..PLAIN
};

#[cfg(test)]
mod tests {
    use super::*;

    fn materials(a: &Answers) -> Vec<Material> {
        ITEM.needs(a)
    }

    #[test]
    fn each_type_has_a_route_and_only_the_proof_route_asks_for_papers() {
        for kind in KINDS {
            for way in ROUTES {
                let a = Answers::default().with("kind", *kind).with("route", *way);
                assert_eq!(route(&a) == Route::Tiers, !materials(&a).is_empty(), "{kind} {way}");
            }
        }
    }

    #[test]
    fn a_transfer_always_needs_the_letter_of_the_hospital() {
        let a = Answers::default().with("kind", "transfer").with("route", "commitment");
        assert_eq!(materials(&a)[0].id, "transfer-letter");
        assert_eq!(commitment(&a), None);
    }

    #[test]
    fn every_proof_route_has_a_main_material() {
        for kind in KINDS {
            let a = Answers::default().with("kind", *kind).with("route", "proof");
            let m = materials(&a);
            assert!(m.is_empty() || m.iter().any(|m| m.main), "{kind}");
        }
    }

    #[test]
    fn the_city_is_asked_after_the_province_and_not_in_a_municipality() {
        let asked = |province: &str| {
            let path = ITEM.path(&Answers::default().with("province", province));
            path.windows(2).any(|pair| (pair[0].id, pair[1].id) == ("place", "city"))
        };
        assert!(asked("33") && asked("51"));
        assert!(!asked("11") && !asked("50"));
    }

    #[test]
    fn only_the_three_temporary_types_are_asked_for_an_end() {
        for kind in KINDS {
            let a = Answers::default().with("kind", *kind);
            let asked = ITEM.path(&a).iter().any(|s| s.id == "end");
            assert_eq!(asked, ["transfer", "emergency", "temporary"].contains(kind));
        }
    }
}
