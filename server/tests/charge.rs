//! The elder stays in charge, through the doors, on SQLite and PostgreSQL: full places, a clerk on the telephone, unusual
//! patterns, a new phone, a move, two records of one person; timers that stand still; and the cards to practise with.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "family/changes.rs"]
mod changes;
mod common;
#[path = "family/earlier.rs"]
mod earlier;
#[path = "family/full.rs"]
mod full;
#[path = "family/learn.rs"]
mod learn;
#[path = "family/made.rs"]
mod made;
#[path = "family/merged.rs"]
mod merged;
#[allow(dead_code)]
#[path = "store/records.rs"]
mod records;
#[path = "family/servers.rs"]
mod servers;
#[path = "family/watch.rs"]
mod watch;

/// One test per sentence and database.
macro_rules! on_both {
    ($($part:ident :: $sentence:ident),* $(,)?) => {
        mod on_sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $sentence() {
                super::$part::$sentence(&crate::common::TestSite::new().await).await;
            })*
        }
        mod on_postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $sentence() {
                let site = crate::common::TestSite::on_postgres().await;
                super::$part::$sentence(&site).await;
                site.close().await;
            })*
        }
    };
}

on_both!(
    earlier::what_was_handed_in_before_is_used_again_swapped_and_told_at_the_desk,
    earlier::another_persons_paper_cannot_be_named_not_even_by_her_own_helper,
    earlier::what_shared_data_prove_is_hers_by_one_tap_and_the_message_names_nothing,
    earlier::shared_data_are_asked_after_her_yes_and_told_at_the_desk,
    full::she_frees_a_place_herself_and_the_asker_reads_only_that_she_must,
    full::asking_looks_the_same_for_a_full_an_unknown_and_a_free_elder,
    full::whose_own_places_are_full_hears_it_and_nothing_about_the_elder,
    full::what_a_clerk_did_by_telephone_stands_before_the_elder_with_its_day,
    changes::a_new_phone_stops_what_the_old_one_said_until_she_nods_again,
    changes::she_moves_to_another_village_and_then_away,
    changes::two_records_become_one_at_a_supervisors_desk,
    merged::a_wrong_merge_is_parted_and_each_has_her_own_again_with_grants_paused,
    watch::doubts_about_an_assistant_stand_on_the_same_list,
    watch::a_finding_waits_for_a_supervisor_and_is_decided_with_a_reason,
);
