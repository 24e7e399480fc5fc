//! One file per act: guard, load, rule, commit, tell. No page, no query language, no clock of its own.

pub mod act_for;
pub mod agree_grant;
pub mod ask_at_counter;
pub mod ask_grant;
pub mod ask_sign_in_code;
pub mod assist;
pub mod at_desk;
pub mod change_case;
pub mod check_sign_in_code;
pub mod choose_password;
pub mod claim_guardian;
pub mod clear_served;
pub mod codes;
pub mod correct_case;
pub mod counter_intake;
pub mod decide_case;
pub mod decide_finding;
pub mod declare_family;
pub mod delegated;
pub mod deliver_notice;
pub mod drop_voice_message;
pub mod end_sessions;
pub mod expire_grants;
pub mod face_consent;
pub mod file_tonight;
pub mod find_people;
pub mod grant_papers;
pub mod hear_answer;
pub mod hear_wish;
pub mod hear_words;
pub mod issue_slip;
pub mod keep_comfort;
pub mod keep_paper;
pub mod keep_typed;
pub mod leave_voice_message;
pub mod limits;
pub mod list_helped;
pub mod load_grant;
pub mod look_at_case;
pub mod look_up_shared;
pub mod mark_death;
pub mod merge_people;
pub mod move_person;
pub mod no_place;
pub mod note_refusal;
pub mod offer_benefit;
pub mod open_draft;
pub mod open_helper_account;
pub mod overdue_cases;
pub mod play_voice_message;
pub mod promise;
pub mod ratings;
pub mod read_notices;
pub mod read_page;
pub mod record_consent;
pub mod reset_staff;
pub mod return_case;
pub mod reuse_paper;
pub mod route_case;
pub mod rule_grant;
pub mod save_step;
pub mod see_cases;
pub mod see_desk;
pub mod see_family;
pub mod see_findings;
pub mod see_overview;
pub mod send_texts;
pub mod serve_person;
pub mod set_slip_pin;
pub mod sheet_came;
pub mod sign_in_by_slip;
pub mod slip_keys;
pub mod staff_sign_in;
pub mod start_draft;
pub mod submit_draft;
pub mod take_case;
pub mod tell;
pub mod watch_families;
pub mod write_voice_messages;

#[cfg(test)]
mod charge_tests;
#[cfg(test)]
mod filing_tests;
#[cfg(test)]
mod offer_tests;
#[cfg(test)]
mod rating_tests;
#[cfg(test)]
mod reuse_tests;
#[cfg(test)]
mod voice_message_tests;
