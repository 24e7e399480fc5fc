//! What every `Store` promises about voice messages.

use super::records::*;
use app::ports::*;
use domain::ids::*;
use domain::ledger::By;
use domain::sound::{Heard, VoiceMessage, Words};

fn message(id: &str, second: i64, about: Option<&str>) -> VoiceMessage {
    VoiceMessage {
        id: VoiceMessageId::new(id),
        subject: PersonId::new("elder"),
        village: AreaCode::new("990101001001"),
        about: about.map(|case| (CaseId::new(case), format!("ref {case}"))),
        left_by: By::Herself(PersonId::new("elder")),
        left_at: at(second),
        until: at(second + 100),
        seconds: 5,
        words: Words::Waiting,
        heard: vec![],
        done: None,
        version: 0,
    }
}

fn save(message: VoiceMessage) -> Change {
    Change::SaveVoiceMessage(Box::new(message))
}

fn names(messages: PortResult<Vec<VoiceMessage>>) -> Vec<String> {
    messages.unwrap().into_iter().map(|m| m.id.0).collect()
}

pub async fn a_voice_message_is_found_by_its_person_its_desk_and_its_end(store: AnyStore) {
    with_people(&store).await;
    let case = domain::case::Case { desk: AreaCode::new("990101009001"), ..case("c", "elder") };
    store.commit(vec![save_case(case), save(message("a", 1, None)), save(message("b", 2, Some("c")))]).await.unwrap();
    let elder = PersonId::new("elder");
    assert_eq!(names(store.voice_messages_of(&elder, 9).await), ["b", "a"], "newest first");
    assert_eq!(names(store.voice_messages_at(&AreaCode::new("990101001"), 9).await), ["a", "b"], "the longest waiting first");
    assert_eq!(names(store.voice_messages_at(&AreaCode::new("990101009001"), 9).await), ["b"], "its case lies there");
    assert_eq!(names(store.voice_messages_at(&AreaCode::new("990101002"), 9).await), Vec::<String>::new());
    assert_eq!(names(store.voice_messages_to_write(1).await), ["a"]);
    assert_eq!(names(store.voice_messages_over(at(101), 9).await), ["a"]);

    let stored = store.voice_message(&VoiceMessageId::new("a")).await.unwrap().unwrap();
    assert_eq!(stored, VoiceMessage { version: 1, ..message("a", 1, None) });
    let heard = Heard { by: StaffId::new("clerk"), at: at(5) };
    let closed = VoiceMessage { words: Words::Written("报销".into()), done: Some(heard), ..stored.clone() };
    store.commit(vec![save(closed.clone())]).await.unwrap();
    assert!(is_conflict(&store.commit(vec![save(closed)]).await), "an old version is refused");
    assert_eq!(names(store.voice_messages_at(&AreaCode::new("990101"), 9).await), ["b"], "what was dealt with is off the desk");
    assert_eq!(names(store.voice_messages_to_write(9).await), ["b"]);
    assert_eq!(names(store.voice_messages_of(&elder, 9).await), ["b", "a"], "and still hers");

    store.commit(vec![Change::DropVoiceMessage(VoiceMessageId::new("a"))]).await.unwrap();
    assert_eq!(names(store.voice_messages_of(&elder, 9).await), ["b"]);
    let nobodys = VoiceMessage { subject: PersonId::new("nobody"), ..message("n", 1, None) };
    assert!(store.commit(vec![save(nobodys)]).await.is_err());
}
