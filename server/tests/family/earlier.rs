//! A material without a new photo, through the doors: her earlier papers, nobody else's, and shared data on her yes.

use crate::common::{Browser, TestSite};
use crate::made::{put, seen};
use app::ports::Change;
use domain::case::draft::Purpose;
use domain::case::{Draft, DraftState};
use domain::catalog::{Answers, ItemCode};
use domain::ids::{DraftId, PersonId};
use domain::ledger::By;
use jiff::civil::date;

const PAGES: [&str; 2] = ["household-first-page", "household-own-page"];

fn picture() -> Vec<u8> {
    let mut out = Vec::new();
    let pixels = image::RgbImage::from_pixel(40, 30, image::Rgb([200, 190, 180]));
    pixels.write_to(&mut std::io::Cursor::new(&mut out), image::ImageFormat::Png).unwrap();
    out
}

/// Everything answered, no paper yet; its address.
async fn begun(site: &TestSite, person: &str) -> String {
    let by = By::Herself(PersonId::new(person));
    let answers = Answers::default()
        .with("kind", "settled-retiree")
        .with("province", "32")
        .with("city", "南京市")
        .with("start", site.world.today().tomorrow().unwrap().to_string())
        .with("route", "proof")
        .with("contact-name", "周小明")
        .with("contact-phone", "13800000000");
    let draft = Draft {
        id: DraftId::new(site.world.new_id()),
        item: ItemCode::OutOfArea,
        item_version: 1,
        purpose: Purpose::New,
        subject: PersonId::new(person),
        begun_by: by.clone(),
        state: DraftState::Open,
        typed_by: answers.0.keys().map(|k| (k.clone(), by.clone())).collect(),
        answers,
        papers: vec![],
        promised_later: vec![],
        shared: vec![],
        created_at: site.now(),
        updated_at: site.now(),
        version: 0,
    };
    let here = format!("/file/draft/{}", draft.id);
    site.commit(vec![Change::SaveDraft(Box::new(draft))]).await;
    here
}

async fn send(elder: &mut Browser<'_>, draft: &str) -> String {
    let check = format!("{draft}/check");
    elder.open(&check).await;
    let sent = elder.post(&check, &[("signed", "yes")]).await;
    let to = sent.location.clone().unwrap_or_else(|| panic!("{}", sent.text()));
    to.trim_start_matches("/cases/").trim_end_matches("/receipt").to_owned()
}

/// Photographed and sent; its number.
async fn filed(site: &TestSite, elder: &mut Browser<'_>, person: &str) -> String {
    let draft = begun(site, person).await;
    for material in PAGES {
        let here = format!("{draft}/papers/{material}");
        elder.open(&here).await;
        assert_eq!(elder.upload(&here, "paper", "photo.png", &picture()).await.status, 303);
    }
    send(elder, &draft).await
}

async fn papers(site: &TestSite, reference: &str) -> Vec<String> {
    let case = site.world.store.case_by_reference(reference).await.unwrap().unwrap();
    case.papers.iter().map(|p| p.id.to_string()).collect()
}

pub async fn what_was_handed_in_before_is_used_again_swapped_and_told_at_the_desk(site: &TestSite) {
    let mut elder = site.signed_in("tie").await;
    let first = filed(site, &mut elder, "tie").await;
    let before = papers(site, &first).await;
    let draft = begun(site, "tie").await;
    elder.open(&format!("{draft}/papers")).await.must_say("以前交过，可以直接用");
    for (material, paper) in PAGES.iter().zip(&before) {
        let here = format!("{draft}/papers/{material}");
        let page = elder.open(&here).await;
        page.must_say("用这份：2026年3月2日交的户口簿");
        page.must_say(&app::acts::promise::grouped(&first));
        page.must_say(&format!("/papers/{paper}"));
        assert_eq!(elder.get(&format!("/papers/{paper}")).await.status, 200);
        elder.post(&format!("{here}/again"), &[]).await.must_lead_to(&here);
        let used = elder.open(&here).await;
        used.must_say("第 1 份已经用上，是2026年3月2日交过的");
        used.must_not_say("用这份：");
    }
    // Swapped for another: it is offered again, and the earlier application has lost nothing.
    let here = format!("{draft}/papers/{}", PAGES[0]);
    elder.open(&here).await.must_say("第 1 份换一张");
    elder.post(&format!("{here}/remove"), &[]).await.must_lead_to(&here);
    elder.open(&here).await.must_say("用这份：");
    assert_eq!(elder.get(&format!("/papers/{}", before[0])).await.status, 200);
    elder.post(&format!("{here}/again"), &[]).await.must_lead_to(&here);
    let second = send(&mut elder, &draft).await;
    assert!(papers(site, &second).await.iter().all(|copy| !before.contains(copy)));
    elder.open(&format!("/cases/{second}")).await;
    elder.post(&format!("/cases/{second}/release"), &[]).await;
    let mut desk = site.at_desk("v1").await;
    let said = format!("本人此前交过（2026年3月2日，编号 {}）", app::acts::promise::grouped(&first));
    desk.open(&format!("/staff/cases/{second}")).await.must_say(&said);
    let ledger = site.world.store.ledger_of(&PersonId::new("tie"), 100).await.unwrap();
    assert_eq!(ledger.iter().filter(|row| row.line.act == "reuse-paper").count(), 3);
}

/// Sends the name of a paper with the hidden fields of the page that is open.
async fn name_it(browser: &mut Browser<'_>, here: &str, paper: &str) -> u16 {
    let page = browser.open(here).await;
    page.must_not_say("用这份：");
    let hidden = ["csrf", "once"].map(|name| (name.to_owned(), page.value_of(name).unwrap_or_default()));
    let fields = [hidden.as_slice(), &[("paper".to_owned(), paper.to_owned())]].concat();
    browser.post_raw(&format!("{here}/again"), &fields).await.status
}

pub async fn another_persons_paper_cannot_be_named_not_even_by_her_own_helper(site: &TestSite) {
    let mut neighbour = site.signed_in("tie").await;
    let number = filed(site, &mut neighbour, "tie").await;
    let paper = papers(site, &number).await.remove(0);
    let here = format!("{}/papers/{}", begun(site, "ma").await, PAGES[0]);
    let mut elder = site.signed_in("ma").await;
    assert_eq!(name_it(&mut elder, &here, &paper).await, 404);
    // The same neighbour helps her now: his own papers are no papers of hers.
    put(site, vec![seen(site, "g", "ma", "tie")]).await;
    neighbour.open("/family").await;
    let to = neighbour.post("/family/act/g", &[]).await;
    assert_eq!(to.status, 303, "{}", to.text());
    assert_eq!(name_it(&mut neighbour, &here, &paper).await, 404);
    let draft = site.world.store.drafts_of(&PersonId::new("ma")).await.unwrap().remove(0);
    assert!(draft.papers.is_empty());
}

pub async fn shared_data_are_asked_after_her_yes_and_told_at_the_desk(site: &TestSite) {
    let draft = begun(site, "tie").await;
    let here = format!("{draft}/papers/{}", PAGES[0]);
    let mut elder = site.signed_in("tie").await;
    elder.open(&here).await.must_not_say("查一查系统里有没有");
    site.shared.proves(&site.person("tie").await.id_number, PAGES[0], date(2026, 2, 20));
    let page = elder.open(&here).await;
    for words in ["查一查系统里有没有", "公安部门的户口和居住证登记", "只为办这一件「异地就医备案」"] {
        page.must_say(words);
    }
    let silent = elder.post(&format!("{here}/look-up"), &[]).await;
    assert_eq!(silent.status, 422);
    silent.must_say("还没有勾选「我同意查这一次」");
    elder.post(&format!("{here}/look-up"), &[("agreed", "yes")]).await.must_lead_to(&here);
    let found = elder.open(&here).await;
    found.must_say("系统里查到了，不用上传");
    found.must_say("2026年2月20日的数据");
    elder.post(&format!("{here}/look-up/drop"), &[]).await.must_lead_to(&here);
    elder.open(&here).await.must_say("查一查系统里有没有");
    elder.post(&format!("{here}/look-up"), &[("agreed", "yes")]).await.must_lead_to(&here);
    // The other page is on no record: told so, and the photo is taken as ever.
    let other = format!("{draft}/papers/{}", PAGES[1]);
    elder.open(&other).await;
    let nothing = elder.post(&format!("{other}/look-up"), &[("agreed", "yes")]).await;
    assert_eq!(nothing.status, 422);
    nothing.must_say("系统里没有查到");
    nothing.must_say("上传这一份");
    assert_eq!(elder.upload(&other, "paper", "photo.png", &picture()).await.status, 303);
    elder.open(&format!("{draft}/papers")).await.must_say("系统里查到了，不用上传");
    let number = send(&mut elder, &draft).await;
    elder.open(&format!("/cases/{number}")).await.must_say("系统里查到了，不用上传");
    elder.post(&format!("/cases/{number}/release"), &[]).await;
    let mut desk = site.at_desk("v1").await;
    let page = desk.open(&format!("/staff/cases/{number}")).await;
    page.must_say("系统里查到");
    page.must_say("公安部门的户口和居住证登记，2026年2月20日的数据");
    desk.post(&format!("/staff/cases/{number}/take"), &[]).await;
    desk.open(&format!("/staff/cases/{number}")).await;
    assert_eq!(desk.post(&format!("/staff/cases/{number}/accept"), &[("then", "queue")]).await.status, 303);
}

pub async fn what_shared_data_prove_is_hers_by_one_tap_and_the_message_names_nothing(site: &TestSite) {
    for who in ["tie", "ma"] {
        site.shared.entitles(app::ports::Entitled {
            number: site.person(who).await.id_number,
            disease: "m03900".into(),
            hospital: "和颐县人民医院".into(),
            diagnosed_on: date(2026, 1, 20),
            as_of: date(2026, 2, 20),
        });
    }
    assert_eq!(app::acts::offer_benefit::offer_benefits(&site.world).await.unwrap(), 2);
    assert_eq!(app::acts::offer_benefit::offer_benefits(&site.world).await.unwrap(), 0);
    let offer = async |who: &str| format!("/offers/{}", site.world.store.drafts_of(&PersonId::new(who)).await.unwrap().remove(0).id);
    let (hers, others) = (offer("tie").await, offer("ma").await);
    let mut elder = site.signed_in("tie").await;
    let messages = elder.open("/messages").await;
    messages.must_say("您可以直接享受一项医保待遇");
    messages.must_not_say("高血压");
    elder.open("/my-cases").await.must_say(&hers);
    let page = elder.open(&hers).await;
    for words in ["高血压", "和颐县人民医院", "医院传给医保的看病记录", "不需要这项待遇", "带身份证到村服务点"]
    {
        page.must_say(words);
    }
    assert_eq!(elder.get(&others).await.status, 404);
    let yes = elder.post(&hers, &[("answer", "yes")]).await;
    let receipt = yes.location.clone().unwrap();
    elder.open(&receipt).await.must_say("已经办好");
    elder.post(&hers, &[("answer", "yes")]).await.must_lead_to(&receipt);
    elder.open(receipt.trim_end_matches("/receipt")).await.must_say("系统里查到了，不用上传");
    // The other one says no, and it stays said.
    let mut no = site.signed_in("ma").await;
    no.open(&others).await;
    no.post(&others, &[("answer", "no")]).await.must_lead_to(&others);
    no.open(&others).await.must_say("已经记下：您不需要");
    assert_eq!(app::acts::offer_benefit::offer_benefits(&site.world).await.unwrap(), 0);
    assert!(site.world.store.cases_of(&PersonId::new("ma"), 9).await.unwrap().is_empty());
}
