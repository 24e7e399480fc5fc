//! 「真假短信，练一练」: one card a page, links only, the same for everybody.

use crate::common::TestSite;
use app::learn::{CARDS, Guess};

#[tokio::test]
async fn each_card_asks_answers_says_why_and_whom_to_call_without_a_form_or_a_score() {
    let site = TestSite::new().await;
    let mut browser = site.browser();
    browser.open("/help").await.must_say("href=\"/learn\"");
    let start = browser.open("/learn").await;
    start.must_say("没有分数");
    start.must_say("演示");
    for (number, card) in (1..).zip(CARDS) {
        let page = browser.open(&format!("/learn/{number}")).await;
        assert_eq!(page.status, 200);
        page.must_say("演示：编出来练习用的。");
        assert!(!page.body.contains("action=\"/learn"), "nothing is sent");
        for guess in Guess::ALL {
            assert!(page.says(&format!("/learn/{number}/{}", guess.key())));
            let answer = browser.open(&format!("/learn/{number}/{}", guess.key())).await;
            answer.must_say(if card.is == Guess::True { "这是真的" } else { "这是骗人的" });
            answer.must_say(if card.is == guess { "和您想的一样" } else { "不要紧" });
            answer.must_say("怎么看出来的");
            assert!(answer.says("12393") && answer.says("96110"), "numbers from the region's data");
            assert!(answer.text().contains(if number < CARDS.len() { "看下一条" } else { "都看完了" }));
        }
    }
    for nothing in ["/learn/0", "/learn/11", "/learn/01", "/learn/1/maybe"] {
        assert_eq!(browser.open(nothing).await.status, 404, "{nothing}");
    }
}
