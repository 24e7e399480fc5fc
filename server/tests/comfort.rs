//! How a person wants her pages: right from the first byte, on the next device too, and nobody's business but hers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use common::{Browser, Page, TestSite};
use domain::comfort::{Chosen, Comfort, Spacing, TextSize, Theme};
use domain::ids::PersonId;

const COOKIE: &str = "__Host-comfort";

fn root(page: &Page) -> &str {
    page.body.split_once("<html ").unwrap().1.split_once('>').unwrap().0
}

fn large_yellow() -> Comfort {
    Comfort { size: TextSize::Five, theme: Theme::Yellow, spacing: Spacing::Wide, ..Comfort::default() }
}

async fn choose(browser: &mut Browser<'_>) {
    browser.open("/comfort?back=/help").await;
    let fields = [("mode", "elder"), ("size", "5"), ("theme", "yellow"), ("aids", "wide")];
    browser.post_form("/comfort", |form| form.contains("name=\"theme\""), &fields).await.must_lead_to("/help");
}

#[tokio::test]
async fn the_first_byte_of_every_page_is_as_she_chose() {
    let site = TestSite::new().await;
    let mut browser = site.browser();
    assert!(root(&browser.open("/").await).contains("class=\"e1 elder theme-device\""));
    choose(&mut browser).await;
    assert_eq!(Comfort::from_cookie(browser.cookies.get(COOKIE).map(String::as_str)), large_yellow());
    for path in ["/", "/help", "/guide/claim", "/sign-in", "/search?q=x", "/nothing-here"] {
        let page = browser.get(path).await;
        assert!(root(&page).contains("class=\"e5 elder theme-yellow wide\""), "{path}: {}", root(&page));
        assert!(page.says("<meta name=\"color-scheme\" content=\"dark\""), "{path}");
    }
    // A page kept for one setting is not handed out for another, nor to strangers.
    assert!(root(&site.browser().open("/help").await).contains("e1 elder theme-device"));
    assert!(root(&browser.open("/help").await).contains("e5 elder theme-yellow wide"));
}

#[tokio::test]
async fn one_tap_on_the_front_door_makes_the_letters_larger_and_a_cookie_of_the_first_release_still_counts() {
    let site = TestSite::new().await;
    let mut browser = site.browser();
    browser.open("/").await.must_say("字看得清吗？");
    browser.post_form("/comfort", |form| form.contains("字再大一点"), &[]).await.must_lead_to("/");
    assert!(root(&browser.open("/").await).contains("class=\"e2 elder"));
    browser.open("/").await.must_not_say("字看得清吗？");
    browser.cookies.insert(COOKIE.to_owned(), "s4".to_owned());
    assert!(root(&browser.open("/help").await).contains("class=\"s4 standard theme-device\""));
    browser.cookies.insert(COOKIE.to_owned(), "\u{1}e9;x".replace(['\u{1}', ';'], "~"));
    assert!(root(&browser.open("/help").await).contains("class=\"e1 elder theme-device\""));
}

#[tokio::test]
async fn her_choice_goes_with_her_to_the_next_device_and_the_newest_one_counts() {
    let site = TestSite::new().await;
    let mut phone = site.signed_in("wang").await;
    choose(&mut phone).await;
    assert_eq!(site.world.store.comfort_of(&PersonId::new("wang")).await.unwrap(), Some(large_yellow()));

    let mut tablet = site.browser();
    tablet.cookies.insert(COOKIE.to_owned(), Chosen::by_hand(Comfort { theme: Theme::Dark, ..Comfort::default() }).code());
    assert!(root(&tablet.open("/").await).contains("theme-dark"), "until she signs in it is the device's");
    site.forward_minutes(6);
    tablet.sign_in("wang").await;
    assert!(root(&tablet.open("/my-cases").await).contains("class=\"e5 elder theme-yellow wide\""));

    tablet.open("/comfort").await;
    tablet.post_form("/comfort", |form| form.contains("name=\"theme\""), &[("mode", "standard"), ("size", "1"), ("theme", "black")]).await;
    site.forward_minutes(6);
    let mut third = site.browser();
    third.sign_in("wang").await;
    assert!(
        root(&third.open("/my-cases").await).contains("class=\"s1 standard theme-black\""),
        "the boxes were left empty, so wide is off"
    );
    // Another person on another device is not touched.
    assert!(root(&site.signed_in("li").await.open("/my-cases").await).contains("class=\"e1 elder theme-device\""));
}

#[tokio::test]
async fn what_she_set_before_signing_in_the_first_time_becomes_hers() {
    let site = TestSite::new().await;
    let mut phone = site.browser();
    choose(&mut phone).await;
    phone.sign_in("ma").await;
    assert!(root(&phone.open("/my-cases").await).contains("e5 elder theme-yellow wide"));
    assert_eq!(site.world.store.comfort_of(&PersonId::new("ma")).await.unwrap(), Some(large_yellow()));
}

#[tokio::test]
async fn wechat_tells_its_text_size_and_a_choice_by_hand_is_never_overruled() {
    let site = TestSite::new().await;
    let mut browser = site.browser();
    let page = browser.open("/?fs=23.8").await;
    assert!(root(&page).contains("class=\"e2 elder"), "24 px is the first step of at least 23.8");
    assert!(root(&browser.open("/help").await).contains("class=\"e2 elder"), "and the next page knows it");
    assert!(root(&browser.open("/sign-in?fs=30").await).contains("class=\"e5 elder"), "she changed it in WeChat");
    choose(&mut browser).await;
    assert!(root(&browser.open("/help?fs=16").await).contains("e5 elder theme-yellow wide"));
    let mut other = site.browser();
    for nonsense in ["abc", "-1", "NaN", "1e400", ""] {
        assert!(root(&other.open(&format!("/help?fs={nonsense}")).await).contains("class=\"e1 elder"), "{nonsense}");
    }
    assert!(!other.cookies.contains_key(COOKIE));
}
