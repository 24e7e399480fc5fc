//! One contract for whatever fills the port `Store`: the memory fake, SQLite and PostgreSQL answer alike.
//! PostgreSQL comes from `YIBAO_TEST_PG` (default: `postgres://postgres@127.0.0.1:5432/test`); without it these tests
//! fail, they do not skip.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "store/assisted.rs"]
mod assisted;
#[path = "store/at_once.rs"]
mod at_once;
#[path = "store/contract.rs"]
mod contract;
#[path = "store/desks.rs"]
mod desks;
#[path = "store/disk.rs"]
mod disk;
#[path = "store/findings.rs"]
mod findings;
#[path = "store/helping.rs"]
mod helping;
#[path = "store/places.rs"]
mod places;
#[path = "store/ratings.rs"]
mod ratings;
#[path = "store/records.rs"]
mod records;
#[path = "store/rooms.rs"]
mod rooms;
#[path = "store/serving.rs"]
mod serving;
#[path = "store/tally.rs"]
mod tally;
#[path = "store/voice.rs"]
mod voice;

use app::ports::Store;
use std::sync::Arc;

/// Makes a module per kind of store, with one test per sentence of the contract.
macro_rules! contract {
    ($($part:ident :: $sentence:ident),* $(,)?) => {
        mod on_the_fake {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
            async fn $sentence() {
                let fake = app::ports::World::fake();
                super::$part::$sentence(fake.store.clone()).await;
            })*
        }
        mod on_sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
            async fn $sentence() {
                let room = super::rooms::SqliteRoom::new().await;
                super::$part::$sentence(super::store_of(&room.db)).await;
            })*
        }
        mod on_postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
            async fn $sentence() {
                let room = super::rooms::PostgresRoom::new().await;
                super::$part::$sentence(super::store_of(&room.db)).await;
                room.close().await;
            })*
        }
    };
}

fn store_of(db: &server::adapters::db::Db) -> Arc<dyn Store> {
    Arc::new(db.clone())
}

contract!(
    contract::what_was_saved_comes_back_with_its_version,
    contract::an_old_version_is_refused_and_changes_nothing,
    contract::a_failing_change_takes_the_whole_commit_with_it,
    contract::a_number_a_reference_and_a_user_name_exist_once,
    contract::a_draft_is_born_into_one_case_only,
    contract::a_record_about_nobody_is_refused,
    contract::only_living_people_hold_a_phone,
    contract::people_are_found_by_number_or_whole_name_inside_the_area,
    contract::ties_are_household_running_grants_and_declarations,
    contract::all_sessions_of_a_person_end_at_once_except_the_kept_one,
    contract::a_code_only_moves_on_and_works_once,
    contract::codes_and_attempts_are_counted_since_a_moment,
    contract::the_newest_slip_answers,
    contract::the_queue_shows_the_most_urgent_first_with_holds,
    contract::lists_of_a_person_are_newest_first,
    contract::settled_and_overdue_cases_are_found,
    contract::promised_papers_that_did_not_come_are_found,
    contract::papers_follow_their_draft_and_case,
    contract::grants_are_listed_on_both_sides,
    contract::grants_run_out_by_their_date_or_unanswered,
    contract::a_sheet_hangs_on_its_grant_until_the_grant_names_it_no_more,
    contract::grants_in_one_state_are_found_by_area_the_longest_waiting_first,
    contract::notices_wait_until_somebody_reads_them_out,
    contract::the_ledger_of_a_person_is_newest_first,
    contract::the_outbox_shows_the_newest_first,
    serving::a_text_waits_until_it_is_sent_or_given_up,
    serving::a_text_in_the_gateway_s_hands_is_unknown_until_it_answers,
    serving::what_no_gateway_takes_goes_to_her_village_desk,
    serving::what_has_served_its_time_goes_and_nothing_else,
    serving::what_was_typed_is_forgotten_and_the_session_stays,
    voice::a_voice_message_is_found_by_its_person_its_desk_and_its_end,
    desks::what_is_kept_for_a_clerk_is_found_most_urgent_first_while_it_lies_at_her_desk,
    desks::the_queue_of_some_services_is_a_part_of_the_queue,
    desks::a_case_is_found_by_the_end_of_its_number_inside_an_area_alone,
    desks::whoever_was_not_asked_is_found_some_time_after_the_end_and_not_again,
    desks::a_task_that_is_late_is_found_once_to_be_marked_and_then_by_the_desk_above,
    ratings::a_rating_is_found_by_its_case_its_person_and_whoever_has_to_see_to_it,
    ratings::answers_of_the_survey_are_counted_and_nothing_else,
    places::of_fifty_helpers_at_once_no_more_get_a_place_than_there_are,
    places::a_helper_helps_no_more_elders_than_she_may_however_many_agree_at_once,
    places::a_newer_grant_of_the_same_two_takes_no_second_place,
    places::who_was_kept_away_is_remembered_until_she_is_let_in_again,
    places::a_grant_is_found_for_renewal_once_and_before_its_end,
    places::a_commit_under_a_grant_lands_while_it_stands_and_never_after,
    places::of_fifty_writers_and_one_pause_nobody_lands_after_it,
    helping::a_helper_finds_those_whom_she_helps_what_runs_first,
    helping::one_of_many_is_found_by_her_whole_name,
    helping::many_people_are_read_in_one_question,
    helping::a_picture_is_kept_for_the_helper_who_chose_it,
    helping::what_could_not_be_sent_waits_for_its_helper_and_goes_in_time,
    findings::a_finding_is_one_per_pattern_and_person_and_waits_on_top,
    findings::whoever_asks_for_a_merged_record_finds_the_one_that_stays,
    findings::a_merge_counts_on_the_grants_it_has_seen_and_leaves_nothing_behind,
    findings::parted_records_are_found_by_their_own_numbers_and_keep_away_whom_either_did,
    findings::busy_helpers_are_found_page_by_page,
    serving::how_a_person_wants_her_pages_is_kept_once_and_sealed_under_her_name,
    assisted::acts_of_assistants_wait_for_their_area_until_somebody_has_looked_once,
    tally::the_counters_follow_a_case_from_state_to_state,
    tally::a_commit_that_fails_moves_no_counter,
    tally::fifty_at_once_are_counted_as_fifty,
    at_once::one_form_key_is_used_once_by_fifty_at_once,
    at_once::one_of_fifty_saves_of_one_version_wins,
    at_once::fifty_at_once_write_fifty_ledger_lines_without_a_gap,
    at_once::fifty_guesses_at_once_count_one_by_one,
    at_once::ending_and_beginning_sessions_at_once_leaves_whole_records,
);
