//! What every `Store` promises about ratings and the survey.

use super::records::*;
use app::ports::*;
use domain::catalog::ItemCode;
use domain::ids::*;
use domain::ledger::By;
use domain::rating::{Answer, Level, Question, Rating, Said, Stage};
use jiff::civil::Date;

pub fn rating(id: &str, second: i64, stage: Stage, level: Level, correct_by: Date) -> Rating {
    let said = Said::level(level, By::Herself(PersonId::new("elder")), at(second));
    let mut rating = Rating {
        id: RatingId::new(id),
        case: CaseId::new("c"),
        reference: "ref c".into(),
        item: ItemCode::OutOfArea,
        stage,
        subject: PersonId::new("elder"),
        desk: AreaCode::new(VILLAGE),
        worker: None,
        at: at(second),
        said: said.clone(),
        again: None,
        remedy: None,
        earlier: vec![],
        version: 0,
    };
    rating.say(said, correct_by, correct_by);
    rating
}

fn save(rating: Rating) -> Change {
    Change::SaveRating(Box::new(rating))
}

fn names(ratings: PortResult<Vec<Rating>>) -> Vec<String> {
    ratings.unwrap().into_iter().map(|r| r.id.0).collect()
}

pub async fn a_rating_is_found_by_its_case_its_person_and_whoever_has_to_see_to_it(store: AnyStore) {
    with_people(&store).await;
    let all = vec![
        save(rating("late", 1, Stage::Received, Level::Bad, day(9))),
        save(rating("good", 2, Stage::Accepted, Level::Good, day(3))),
        save(rating("soon", 3, Stage::Ended, Level::VeryBad, day(5))),
    ];
    store.commit([vec![save_case(case("c", "elder"))], all].concat()).await.unwrap();
    let (elder, above, own) = (PersonId::new("elder"), AreaCode::new("990101001"), AreaCode::new(VILLAGE));
    assert_eq!(names(store.ratings_of_case(&CaseId::new("c")).await), ["late", "good", "soon"], "oldest first");
    assert_eq!(names(store.ratings_of(&elder, 2).await), ["soon", "good"], "newest first");
    assert_eq!(names(store.ratings_to_handle(&above, 9).await), ["soon", "late"], "the first to be due first");
    assert_eq!(names(store.ratings_to_handle(&own, 9).await), Vec::<String>::new(), "never the rated desk");
    assert_eq!(names(store.ratings_settled(&own, at(3), 9).await), ["late", "good"], "oldest first, before a moment");
    assert_eq!(names(store.ratings_settled(&above, at(9), 9).await), Vec::<String>::new());

    let twice = rating("twice", 4, Stage::Ended, Level::Good, day(9));
    assert!(is_conflict(&store.commit(vec![save(twice)]).await), "one step of one case is rated once");
    let mut stored = store.rating(&RatingId::new("soon")).await.unwrap().unwrap();
    assert_eq!(stored, Rating { version: 1, ..rating("soon", 3, Stage::Ended, Level::VeryBad, day(5)) });
    let old = stored.clone();
    let noted = domain::rating::Noted { by: StaffId::new("clerk"), at: at(5), words: "改了".into() };
    stored.remedy.as_mut().unwrap().correct(noted, true).unwrap();
    store.commit(vec![save(stored.clone())]).await.unwrap();
    assert!(is_conflict(&store.commit(vec![save(old)]).await), "an old version is refused");
    assert_eq!(names(store.ratings_to_handle(&above, 9).await), ["late", "soon"], "what waits for her stands last");
    stored.version = 2;
    stored.say_again(Said::level(Level::Good, By::Herself(elder), at(6)), day(12), day(20)).unwrap();
    store.commit(vec![save(stored)]).await.unwrap();
    assert_eq!(names(store.ratings_to_handle(&above, 9).await), ["late"]);
    let nobodys = Rating { subject: PersonId::new("nobody"), ..rating("n", 1, Stage::Ended, Level::Good, day(9)) };
    assert!(store.commit(vec![save(nobodys)]).await.is_err());
}

pub async fn answers_of_the_survey_are_counted_and_nothing_else(store: AnyStore) {
    let one = |question, answer| Change::CountAnswer { question, answer };
    store.commit(vec![one(Question::See, Answer::No), one(Question::Find, Answer::Yes)]).await.unwrap();
    store.commit(vec![one(Question::See, Answer::No)]).await.unwrap();
    let counts = store.survey_counts().await.unwrap();
    let counts: Vec<_> = counts.iter().map(|c| (c.question, c.answer, c.given)).collect();
    assert_eq!(counts, [(Question::Find, Answer::Yes, 1), (Question::See, Answer::No, 2)]);
}
