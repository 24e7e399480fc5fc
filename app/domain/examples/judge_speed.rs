//! How many decisions `may` makes in a second, beside a loop of fixed work in the same run: a busy machine slows both.
//! Prints one JSON object for `make bench`; decides nothing.

use domain::catalog::ItemCode;
use domain::family::{Agreement, Grant, GrantState, Items, Scope};
use domain::ids::{AreaCode, GrantId, PersonId};
use domain::judge::{Act, Actor, Subject, may};
use jiff::{SignedDuration, Timestamp};
use std::hint::black_box;
use std::time::Instant;

const TURNS: u32 = 400_000;

fn grants(now: Timestamp) -> Vec<Grant> {
    let mut all = Vec::new();
    for (n, state) in GrantState::ALL.iter().enumerate() {
        for items in [Items::All, Items::Only([ItemCode::OutOfArea].into())] {
            all.push(Grant {
                relation: "child".into(),
                scopes: Scope::OFFERED.into(),
                items,
                state: *state,
                agreement: Some(Agreement::OwnPhone { at: now }),
                seen_at: Some(now),
                version: 1,
                ..Grant::request(
                    GrantId::new(format!("grant-{n}")),
                    PersonId::new("elder-0123456789abcdef0123456789abcdef"),
                    PersonId::new("helper-0123456789abcdef0123456789abcdef"),
                    now,
                    now.saturating_add(SignedDuration::from_hours(24 * 90)).unwrap_or(now),
                )
            });
        }
    }
    all
}

/// Seconds for a fixed amount of arithmetic.
fn calibrate() -> f64 {
    let began = Instant::now();
    let mut x: u32 = 1;
    for _ in 0..200_000_000u32 {
        x = black_box(x.wrapping_mul(1_103_515_245).wrapping_add(12_345) & 0x7fff_ffff);
    }
    black_box(x);
    began.elapsed().as_secs_f64()
}

fn main() {
    let now = Timestamp::from_second(1_772_413_200).unwrap_or(Timestamp::UNIX_EPOCH);
    let grants = grants(now);
    let village = AreaCode::new("990101001001");
    let acts = [
        Act::SeeCases,
        Act::File(ItemCode::OutOfArea),
        Act::Apply(ItemCode::Claim),
        Act::HandInPapers(ItemCode::OutOfArea),
        Act::ReadNotices,
        Act::ChangeKeyData,
    ];
    let calibration = calibrate();
    let (mut made, mut allowed) = (0u64, 0u64);
    let began = Instant::now();
    for _ in 0..TURNS / grants.len() as u32 {
        for grant in &grants {
            let actor = Actor::Helper { id: &grant.helper, verified: true, grant };
            let subject = Subject { id: &grant.elder, village: &village, alive: true, insured: true };
            for act in acts {
                made += 1;
                allowed += u64::from(may(black_box(&actor), subject, black_box(act), now).is_ok());
            }
        }
    }
    let seconds = began.elapsed().as_secs_f64();
    let calibration = (calibration + calibrate()) / 2.0 * 1000.0;
    println!("{{\"perSecond\":{:.0},\"made\":{made},\"allowed\":{allowed},\"calibrationMs\":{calibration:.0}}}", made as f64 / seconds);
}
