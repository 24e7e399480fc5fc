//! Which jobs there are and how often each runs.

use super::Job;
use crate::adapters::sms_program::ProgramGateway;
use crate::config::Sms;
use crate::state::House;
use app::error::AppError;
use domain::calendar::china_date;
use std::time::Duration;

pub(super) const JOBS: &[Job] = &[
    Job {
        name: "release-settled",
        every: Duration::from_secs(20),
        run: |house| Box::pin(async move { app::acts::change_case::release_settled(&house.world).await.map_err(say) }),
    },
    Job {
        name: "climb-overdue",
        every: Duration::from_secs(60),
        run: |house| Box::pin(async move { app::acts::overdue_cases::climb_overdue(&house.world).await.map_err(say) }),
    },
    Job {
        name: "pass-on",
        every: Duration::from_secs(300),
        run: |house| Box::pin(async move { app::acts::pass_on::pass_on(&house.world).await.map_err(say) }),
    },
    Job {
        name: "lapse-deferrals",
        every: Duration::from_secs(300),
        run: |house| Box::pin(async move { app::acts::overdue_cases::lapse_deferrals(&house.world).await.map_err(say) }),
    },
    Job {
        name: "remind-deferrals",
        every: Duration::from_secs(3600),
        run: |house| Box::pin(async move { app::acts::overdue_cases::remind_deferrals(&house.world).await.map_err(say) }),
    },
    Job {
        name: "ask-renewals",
        every: Duration::from_secs(600),
        run: |house| Box::pin(async move { app::acts::expire_grants::ask_renewals(&house.world).await.map_err(say) }),
    },
    Job {
        name: "expire-grants",
        every: Duration::from_secs(60),
        run: |house| Box::pin(async move { app::acts::expire_grants::expire_grants(&house.world).await.map_err(say) }),
    },
    Job {
        name: "watch-families",
        every: Duration::from_secs(900),
        run: |house| Box::pin(async move { app::acts::watch_families::watch_families(&house.world).await.map_err(say) }),
    },
    Job {
        name: "invite-ratings",
        every: Duration::from_secs(600),
        run: |house| Box::pin(async move { app::acts::ratings::invite::invite(&house.world).await.map_err(say) }),
    },
    Job {
        name: "late-ratings",
        every: Duration::from_secs(600),
        run: |house| Box::pin(async move { app::acts::ratings::late::mark_late(&house.world).await.map_err(say) }),
    },
    Job {
        name: "offer-benefits",
        every: Duration::from_secs(24 * 3600),
        run: |house| Box::pin(async move { app::acts::offer_benefit::offer_benefits(&house.world).await.map_err(say) }),
    },
    Job { name: "send-texts", every: Duration::from_secs(2), run: |house| Box::pin(send_texts(house)) },
    Job {
        name: "clear-served",
        every: Duration::from_secs(3600),
        run: |house| Box::pin(async move { app::acts::clear_served::clear_served(&house.world).await.map_err(say) }),
    },
    Job {
        name: "expire-voice-messages",
        every: Duration::from_secs(600),
        run: |house| Box::pin(async move { app::acts::drop_voice_message::expire_voice_messages(&house.world).await.map_err(say) }),
    },
    Job {
        name: "write-voice-messages",
        every: Duration::from_secs(5),
        run: |house| Box::pin(async move { app::acts::write_voice_messages::write_voice_messages(&house.world).await.map_err(say) }),
    },
    Job {
        name: "sweep-papers",
        every: Duration::from_secs(24 * 3600),
        run: |house| Box::pin(async move { app::acts::clear_served::sweep_papers(&house.world).await.map_err(say) }),
    },
    Job {
        name: "papers-work",
        every: Duration::from_secs(60),
        run: |house| Box::pin(async move { house.papers.works().await.map(|()| 0).map_err(|e| e.to_string()) }),
    },
    Job {
        name: "tidy-sounds",
        every: Duration::from_secs(60),
        run: |house| Box::pin(async move { Ok(house.world.speech.tidy(house.world.now()).await) }),
    },
    Job { name: "warm-sounds", every: Duration::from_secs(15), run: |house| Box::pin(super::warm::warm(house)) },
    Job { name: "ledger-heads", every: Duration::from_secs(600), run: |house| Box::pin(print_heads(house)) },
];

fn say(error: AppError) -> String {
    match error {
        AppError::Unavailable(inner) => inner.to_string(),
        // Refusals and fields are for people; a job that meets one says only that.
        other => format!("refused with status {}", other.status()),
    }
}

/// Without a gateway the texts stay where they are: /demo shows them, or nobody gets any.
async fn send_texts(house: House) -> Result<usize, String> {
    match &house.config.sms {
        Sms::Program(program) => {
            let gateway = ProgramGateway::new(program.clone());
            app::acts::send_texts::send_texts(&house.world, &gateway).await.map_err(say)
        }
        Sms::Outbox | Sms::None => Ok(0),
    }
}

const META_PRINTED: &str = "ledger-heads-printed";

/// Once a day the heads of all finished chains that were not printed yet go to standard output: whoever keeps that
/// paper can prove later that nothing was cut off.
async fn print_heads(house: House) -> Result<usize, String> {
    let today = china_date(house.world.now());
    let failed = |e: app::ports::PortError| e.to_string();
    let printed = house.db.meta(META_PRINTED).await.map_err(failed)?.and_then(|day| day.parse().ok()).unwrap_or(jiff::civil::Date::MIN);
    if printed >= today {
        return Ok(0);
    }
    let heads = house.db.ledger_heads().await.map_err(failed)?;
    // The first time the newest head of each county is enough: it stands for all days before it.
    let first = printed == jiff::civil::Date::MIN;
    let past: Vec<_> = heads.iter().filter(|h| h.chain.day < today && h.chain.day >= printed).collect();
    let newest = |h: &crate::adapters::db::LedgerHead| !past.iter().any(|o| o.chain.county == h.chain.county && o.chain.day > h.chain.day);
    let due: Vec<_> = past.iter().filter(|h| !first || newest(h)).collect();
    for head in &due {
        println!("ledger {} {} count {} head {}", head.chain.county, head.chain.day, head.count, head.head.to_hex());
    }
    house.db.put_meta(META_PRINTED, &today.to_string()).await.map_err(failed)?;
    Ok(due.len())
}

#[cfg(test)]
mod tests {
    use super::JOBS;

    #[test]
    fn every_job_stands_in_the_list_once() {
        let names: std::collections::BTreeSet<&str> = JOBS.iter().map(|job| job.name).collect();
        assert_eq!(names.len(), JOBS.len());
    }

    #[test]
    fn every_job_has_a_name_for_people_and_what_it_means_when_it_stands_still() {
        for job in JOBS {
            for key in [format!("timer-{}", job.name), format!("timer-means-{}", job.name)] {
                assert!(app::text::only(domain::lang::Lang::ZhHans, &key).is_some(), "no text for {key}");
            }
        }
    }
}
