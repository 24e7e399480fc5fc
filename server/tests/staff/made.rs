//! Cases as the applicant left them, put into the store without going through the filing pages.

use crate::common::TestSite;
use app::acts::promise;
use app::ports::Change;
use domain::case::draft::{DraftState, Purpose};
use domain::case::{Case, CaseAct, Channel, Draft, FiledBy, PaperRef, Role, steps};
use domain::catalog::{Answers, ItemCode};
use domain::ids::{CaseId, DraftId, PaperId, PersonId};
use domain::ledger::By;
use domain::reference::Reference;

/// What differs from an ordinary filing by proof.
#[derive(Clone)]
pub struct Wish {
    pub person: &'static str,
    pub kind: &'static str,
    pub papers: &'static [&'static str],
    pub by: Option<By>,
    pub channel: Channel,
    pub sampled: bool,
    /// Still in her hands.
    pub settling: bool,
}

pub fn of(person: &'static str) -> Wish {
    Wish {
        person,
        kind: "settled-retiree",
        papers: &["household-first-page", "household-own-page"],
        by: None,
        channel: Channel::Online,
        sampled: false,
        settling: false,
    }
}

/// A real, tiny picture.
pub fn picture() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let mut paper = image::RgbImage::from_pixel(900, 640, image::Rgb([247, 244, 236]));
    for y in (80..600).step_by(60) {
        for x in 80..760 {
            for thick in 0..10 {
                paper.put_pixel(x, y + thick, image::Rgb([70, 76, 80]));
            }
        }
    }
    image::DynamicImage::ImageRgb8(paper).write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

pub async fn draft(site: &TestSite, wish: &Wish) -> Draft {
    let by = wish.by.clone().unwrap_or(By::Herself(PersonId::new(wish.person)));
    let start = site.world.today().tomorrow().unwrap();
    let answers = Answers::default()
        .with("kind", wish.kind)
        .with("province", "32")
        .with("city", "南京市")
        .with("start", start.to_string())
        .with("end", "unsure")
        .with("route", "proof")
        .with("contact-name", "周小明")
        .with("contact-phone", "13800000000");
    let mut papers = Vec::new();
    for material in wish.papers {
        let id = site.world.new_id();
        site.world.papers.keep(&id, picture(), "photo.png").await.expect("kept");
        papers.push(PaperRef {
            id: PaperId::new(id),
            material: (*material).to_owned(),
            mime: "image/png".into(),
            size: 1_000,
            added_at: site.now(),
            added_by: by.clone(),
            earlier: None,
        });
    }
    Draft {
        id: DraftId::new(site.world.new_id()),
        item: ItemCode::OutOfArea,
        item_version: 1,
        purpose: Purpose::New,
        subject: PersonId::new(wish.person),
        begun_by: by.clone(),
        state: DraftState::Open,
        typed_by: answers.0.keys().map(|k| (k.clone(), by.clone())).collect(),
        answers,
        papers,
        promised_later: vec!["household-own-page".into()],
        shared: Vec::new(),
        created_at: site.now(),
        updated_at: site.now(),
        version: 0,
    }
}

/// Filed, and past its ten minutes unless the wish says otherwise.
pub async fn case(site: &TestSite, wish: Wish) -> String {
    let mut draft = draft(site, &wish).await;
    let item = ItemCode::OutOfArea.item().unwrap();
    let mut rules = promise::birth_rules(&site.world, item, &draft);
    rules.sampled = wish.sampled;
    let mut bytes = [0u8; 16];
    site.world.chance.fill(&mut bytes);
    let reference = Reference::from_random(bytes).digits().to_owned();
    let filed_by = FiledBy { by: draft.begun_by.clone(), channel: wish.channel };
    let village = site.person(wish.person).await.village;
    if wish.kind == "settled-retiree" && !wish.papers.contains(&"household-own-page") {
        draft.papers.retain(|p| p.material != "household-own-page");
    }
    let id = CaseId::new(site.world.new_id());
    let mut case = steps::submit(item, &draft, id, reference.clone(), village, filed_by, true, &rules, site.now()).unwrap();
    // Promised only once a clerk has agreed to it.
    case.deferrals.clear();
    if case.state == domain::case::CaseState::Settling && !wish.settling {
        case.apply(CaseAct::Release, Role::Rule, By::Rule, None, site.now()).unwrap();
    }
    site.commit(vec![Change::SaveCase(Box::new(case))]).await;
    reference
}

pub async fn load(site: &TestSite, reference: &str) -> Case {
    site.world.store.case_by_reference(reference).await.unwrap().unwrap()
}

/// She answers the return; `change` is what she did about it.
pub async fn answer(site: &TestSite, reference: &str, change: impl FnOnce(&mut Draft)) {
    let mut case = load(site, reference).await;
    let wish = Wish { papers: &[], ..of("wang") };
    let mut draft = draft(site, &wish).await;
    (draft.answers, draft.papers) = (case.answers.clone(), case.papers.clone());
    change(&mut draft);
    let due = promise::step_due(&site.world, domain::review::Tier::Village);
    case.resubmit(&draft, due, By::Herself(case.subject.clone()), site.now()).unwrap();
    site.commit(vec![Change::SaveCase(Box::new(case))]).await;
}

/// Acts in her matter that the ledger holds, newest first.
pub async fn ledger(site: &TestSite, person: &str) -> Vec<(String, String)> {
    let rows = site.world.store.ledger_of(&PersonId::new(person), 200).await.unwrap();
    rows.into_iter().map(|r| (r.line.act, r.line.by.actor_id().to_owned())).collect()
}

/// Kinds of what she was told, newest first.
pub async fn told(site: &TestSite, person: &str) -> Vec<&'static str> {
    let notices = site.world.store.notices(&PersonId::new(person), 200).await.unwrap();
    notices.into_iter().map(|n| n.kind.key()).collect()
}
