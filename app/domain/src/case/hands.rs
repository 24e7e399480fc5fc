//! 首问负责: through whose hands a case went. Known from the case itself, so that nobody keeps a list of who knows whom.

use super::{Case, CaseState};
use crate::ids::StaffId;
use crate::ledger::By;
use jiff::{SignedDuration, Timestamp};

impl Case {
    /// Clerks who did something about it at a desk, the newest first. Whoever only typed for her at a counter is not among them.
    pub fn hands(&self) -> Vec<&StaffId> {
        let holds = self.hold.as_ref().map(|hold| &hold.by);
        let acted = self.events.iter().rev().filter_map(|event| match &event.by {
            By::Staff(clerk) => Some(clerk),
            _ => None,
        });
        let mut hands: Vec<&StaffId> = Vec::new();
        for clerk in holds.into_iter().chain(acted) {
            if !hands.contains(&clerk) {
                hands.push(clerk);
            }
        }
        hands
    }

    /// Still going on, or ended so few days ago that whoever had it still remembers.
    pub fn remembered(&self, days: u16, now: Timestamp) -> bool {
        let open = self.state.tier().is_some() || matches!(self.state, CaseState::Settling | CaseState::Returned);
        let last = self.events.last().map_or(self.submitted_at, |event| event.at);
        open || now.duration_since(last) <= SignedDuration::from_hours(24 * i64::from(days))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use crate::case::{CaseAct, Channel, Event, FiledBy, Hold};
    use crate::catalog::ItemCode;
    use crate::ids::{AreaCode, CaseId, PersonId};

    fn at(day: i64) -> Timestamp {
        Timestamp::from_second(1_772_413_200 + day * 86_400).unwrap()
    }

    fn case(state: CaseState, events: &[(CaseAct, By)]) -> Case {
        let by = By::Counter(StaffId::new("counter"));
        let events = events.iter().enumerate().map(|(day, (act, by))| Event { at: at(day as i64), act: *act, by: by.clone(), words: None });
        Case {
            state,
            events: events.collect(),
            ..Case::begun(
                CaseId::new("c"),
                "2345883864".into(),
                ItemCode::OutOfArea,
                PersonId::new("elder"),
                AreaCode::new("990101001001"),
                FiledBy { by, channel: Channel::Counter },
                at(0),
            )
        }
    }

    #[test]
    fn whoever_has_it_comes_first_then_the_newest_hand_and_each_once() {
        let by = |id: &str| By::Staff(StaffId::new(id));
        let typed = By::Counter(StaffId::new("counter"));
        let mut case = case(
            CaseState::AtVillage,
            &[(CaseAct::Submit, typed), (CaseAct::Return, by("v1")), (CaseAct::Return, by("v2")), (CaseAct::Climb, By::Rule)],
        );
        let names = |case: &Case| case.hands().into_iter().map(|id| id.as_str().to_owned()).collect::<Vec<_>>();
        assert_eq!(names(&case), ["v2", "v1"], "nobody who only typed it");
        case.hold = Some(Hold { by: StaffId::new("v1"), until: at(9) });
        assert_eq!(names(&case), ["v1", "v2"]);
    }

    #[test]
    fn an_open_case_is_remembered_and_an_ended_one_for_the_days_of_the_region() {
        let ended = case(CaseState::InForce, &[(CaseAct::Submit, By::Rule), (CaseAct::Approve, By::Rule)]);
        assert!(ended.remembered(90, at(91)) && !ended.remembered(90, at(92)), "counted from its last event");
        for state in [CaseState::Settling, CaseState::Returned, CaseState::AtVillage, CaseState::AtCounty] {
            assert!(case(state, &[(CaseAct::Submit, By::Rule)]).remembered(0, at(400)), "{state:?}");
        }
    }
}
