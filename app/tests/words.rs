//! Every refusal and every notice has a sentence that a person can read aloud over the telephone.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use app::acts::tell::VALUES;
use app::text;
use domain::lang::Lang;
use domain::notice::NoticeKind;
use domain::refusal::Refusal;

fn sentences(words: &str) -> Vec<usize> {
    words.split(['。', '！', '？', '：']).map(|part| part.chars().filter(|c| !c.is_ascii()).count()).filter(|n| *n > 0).collect()
}

fn plain(key: &str, words: &str) {
    assert!(!words.contains(key) && !words.contains("{") && !words.contains("none"), "{key}: {words}");
    for bad in ["请", "抱歉", "非法", "无效", "点击", "更多", "代理人", "老人家", "http", "www", "失败", "错误"] {
        let asked = words.replace("申请", "").replace("请求", "");
        assert!(!asked.contains(bad), "{key} says {bad}: {words}");
    }
    let lengths = sentences(words);
    assert!(lengths.iter().all(|n| *n <= 40), "{key} has a sentence of more than 40 characters: {words}");
    assert!(lengths.iter().sum::<usize>() <= 25 * lengths.len(), "{key} is long-winded: {words}");
    assert!(words.ends_with('。') || words.ends_with('？'), "{key} ends without a full stop: {words}");
}

#[test]
fn every_refusal_says_what_happened_and_what_to_do() {
    for refusal in Refusal::ALL {
        for key in [refusal.key().to_owned(), format!("{}-next", refusal.key())] {
            let words = text::only(Lang::ZhHans, &key).unwrap_or_else(|| panic!("no text for {key}"));
            plain(&key, &words);
        }
    }
}

#[test]
fn every_notice_reads_well_with_all_values_and_with_as_few_as_there_may_be() {
    for kind in NoticeKind::ALL {
        for to in ["elder", "helper"] {
            let rich: Vec<(&str, &str)> = VALUES
                .iter()
                .map(|name| match *name {
                    "item" => ("item", "异地就医备案"),
                    "reference" => ("reference", "3478 2956"),
                    "date" => ("date", "12月1日"),
                    "sum" => ("sum", "1234.50 元"),
                    "helper" => ("helper", "李**"),
                    "elder" => ("elder", "王**"),
                    "place" => ("place", "云溪村服务点"),
                    "act" => ("act", "提交了申请"),
                    "line" => ("line", "0990-000-0100"),
                    "whose" => ("whose", if to == "helper" { "您家人王**的" } else { "您的" }),
                    _ => ("to", to),
                })
                .collect();
            plain(kind.key(), &text::find(Lang::ZhHans, kind.key(), &rich).text);
            let poor: Vec<(&str, &str)> = rich
                .into_iter()
                .map(|(name, value)| if ["date", "place", "act", "sum"].contains(&name) { (name, "none") } else { (name, value) })
                .collect();
            plain(kind.key(), &text::find(Lang::ZhHans, kind.key(), &poor).text);
        }
    }
}

#[test]
fn no_text_stands_there_that_nothing_asks_for() {
    let known: Vec<&str> = Refusal::ALL.iter().map(|r| r.key()).chain(NoticeKind::ALL.iter().map(|k| k.key())).collect();
    for file in ["refusals", "notices"] {
        let path = format!("{}/locales/zh-Hans/{file}.ftl", env!("CARGO_MANIFEST_DIR"));
        for line in std::fs::read_to_string(path).unwrap().lines() {
            let Some((key, _)) = line.split_once(" = ").filter(|(key, _)| !key.starts_with([' ', '#'])) else { continue };
            assert!(known.contains(&key.trim_end_matches("-next")), "{key}");
        }
    }
}
