//! The words: every key that code asks for exists, every text is used, and they read as people speak.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(dir: &Path, ext: &str, out: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(dir) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, ext, out);
        } else if path.extension().is_some_and(|e| e == ext) {
            out.push(path);
        }
    }
}

struct Text {
    file: String,
    key: String,
    value: String,
}

fn texts(lang: &str) -> Vec<Text> {
    let mut paths = Vec::new();
    files(&root().join("locales").join(lang), "ftl", &mut paths);
    paths.sort();
    let mut all: Vec<Text> = Vec::new();
    for path in paths {
        let file = path.file_stem().unwrap().to_string_lossy().into_owned();
        for line in fs::read_to_string(&path).unwrap().lines() {
            if line.starts_with('#') || line.trim().is_empty() {
                continue;
            }
            if line.starts_with([' ', '}']) {
                let last = all.last_mut().unwrap();
                last.value.push('\n');
                last.value.push_str(line.trim());
            } else {
                let (key, value) = line.split_once('=').unwrap_or_else(|| panic!("{file}: {line}"));
                all.push(Text { file: file.clone(), key: key.trim().to_owned(), value: value.trim().to_owned() });
            }
        }
    }
    all
}

/// Every string literal of our sources, with the words before it.
fn literals() -> Vec<(String, String)> {
    let mut paths = Vec::new();
    for dir in ["src", "domain/src", "../server/src"] {
        files(&root().join(dir), "rs", &mut paths);
    }
    let mut out = Vec::new();
    for path in paths {
        // `fit.rs` names every key in order to look for it, which is no use of it.
        if path.ends_with("tests.rs") || path.ends_with("src/fit.rs") {
            continue;
        }
        let source = fs::read_to_string(&path).unwrap();
        let source = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
        for line in source.lines().filter(|line| !line.trim_start().starts_with("//")) {
            let parts: Vec<&str> = line.split('"').collect();
            for i in (1..parts.len()).step_by(2) {
                out.push((parts[i - 1].to_owned(), parts[i].to_owned()));
            }
        }
    }
    out
}

fn is_key_like(literal: &str) -> bool {
    literal.contains('-')
        && literal.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-{}_.()".contains(c))
        && literal.starts_with(|c: char| c.is_ascii_lowercase() || c == '{')
}

/// `guide-{slug}-paper` fits `guide-claim-paper`; a bare `{…}` fits anything that follows.
fn fits(pattern: &str, key: &str) -> bool {
    let mut parts = Vec::new();
    let mut rest = pattern;
    while let Some(from) = rest.find('{') {
        parts.push(&rest[..from]);
        rest = rest[from..].find('}').map_or("", |to| &rest[from + to + 1..]);
    }
    parts.push(rest);
    let Some(mut tail) = key.strip_prefix(parts[0]) else { return false };
    if parts.len() == 1 {
        return tail.is_empty();
    }
    for (i, part) in parts.iter().enumerate().skip(1) {
        if i == parts.len() - 1 {
            return tail.len() > part.len() && tail.ends_with(part);
        }
        match tail.get(1..).and_then(|t| t.find(part)) {
            Some(at) => tail = &tail[1 + at + part.len()..],
            None => return false,
        }
    }
    false
}

#[test]
fn the_pattern_matcher_works() {
    assert!(fits("a-{x}-c", "a-b-c") && fits("a-{x}", "a-b-c") && fits("a", "a") && fits("a-{x}-p-{n}", "a-b-p-1"));
    assert!(!fits("a-{x}-c", "a-c") && !fits("a", "a-b") && !fits("a-{x}", "b-a-x"));
}

#[test]
fn every_key_that_code_asks_for_has_a_text() {
    let keys: BTreeSet<String> = texts("zh-Hans").into_iter().map(|text| text.key).collect();
    let asks = [".t(", ".tv(", "both(cx, ", "both_with(cx, "];
    let missing: BTreeSet<String> = literals()
        .into_iter()
        .filter(|(before, literal)| {
            asks.iter().any(|ask| before.ends_with(ask) || before.ends_with(&format!("{ask}&")))
                && is_key_like(literal)
                && !keys.contains(literal)
        })
        .map(|(_, literal)| literal)
        .collect();
    assert!(missing.is_empty(), "no text for {missing:?}");
}

#[test]
fn every_text_is_used_and_has_one_home() {
    let literals: Vec<String> = literals().into_iter().map(|(_, literal)| literal).filter(|literal| is_key_like(literal)).collect();
    let exact: BTreeSet<&str> = literals.iter().filter(|l| !l.contains('{')).map(String::as_str).collect();
    // A pattern must begin with words of its own, else it would fit everything.
    let patterns: BTreeSet<&str> = literals.iter().filter(|l| l.contains('{') && !l.starts_with('{')).map(String::as_str).collect();
    // `format!("{key}-note")` adds to a key that is itself exact or a pattern.
    let endings: BTreeSet<&str> = literals
        .iter()
        .filter_map(|l| l.strip_prefix('{').and_then(|l| l.split_once('}')).map(|(_, end)| end))
        .filter(|end| !end.is_empty())
        .collect();
    let known = |key: &str| exact.contains(key) || patterns.iter().any(|pattern| fits(pattern, key));
    let mut homes: BTreeMap<String, String> = BTreeMap::new();
    let mut unused = Vec::new();
    for text in texts("zh-Hans") {
        if let Some(other) = homes.insert(text.key.clone(), text.file.clone()) {
            panic!("{} stands in {other} and in {}", text.key, text.file);
        }
        let added = endings.iter().any(|end| {
            if end.contains('{') { fits(&format!("{{x}}{end}"), &text.key) } else { text.key.strip_suffix(end).is_some_and(&known) }
        });
        if !known(&text.key) && !added {
            unused.push(text.key);
        }
    }
    assert!(unused.is_empty(), "nobody uses {unused:?}");
}

fn hanzi(text: &str) -> usize {
    text.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count()
}

#[test]
fn sentences_are_short() {
    let mut lengths = Vec::new();
    for text in texts("zh-Hans") {
        for sentence in text.value.split(['。', '！', '？', '；', '\n']).filter(|s| hanzi(s) > 0) {
            let length = hanzi(sentence);
            assert!(length <= 40, "{}: {length} characters: {sentence}", text.key);
            lengths.push(length);
        }
    }
    let average = lengths.iter().sum::<usize>() as f64 / lengths.len() as f64;
    assert!(average <= 25.0, "{average}");
}

#[test]
fn paragraphs_hold_three_sentences_at_most() {
    for text in texts("zh-Hans") {
        for line in text.value.lines() {
            let ends = line.matches(['。', '！', '？']).count();
            assert!(ends <= 3, "{}: {ends} sentences in one paragraph", text.key);
        }
    }
}

#[test]
fn words_are_plain_and_kind() {
    for text in texts("zh-Hans") {
        let value = &text.value;
        for word in [
            "老人家",
            "老年痴呆",
            "点击",
            "代理人",
            "非法",
            "立即领取",
            "马上下载",
            "限时",
            "token",
            "缓存",
            "会话",
            "提交成功",
            "您的信息有误",
        ] {
            assert!(!value.contains(word), "{}: {word}", text.key);
        }
        for bare in ["确定", "确认", "OK", "提交", "取消", "继续", "是", "否", "更多", "下一步", "完成", "返回"] {
            assert_ne!(value, bare, "{}: say what it does", text.key);
        }
        // Clerks know the words of their trade.
        let for_staff = text.file.starts_with("desk") || text.file.starts_with("staff");
        for (jargon, plain) in [("统筹区", "（"), ("起付线", "（"), ("容缺", "（"), ("关系转移", "（")] {
            assert!(
                for_staff || !value.contains(jargon) || value.contains(plain) || value.contains("这叫"),
                "{}: explain {jargon} beside it",
                text.key
            );
        }
        if ["wrong", "refusal", "problem"].contains(&text.file.as_str()) || text.key.contains("error") || text.key.contains("problem") {
            let value = value.replace("申请", "").replace("请人", "");
            for word in ["请", "抱歉", "无效", "错误的", "失败"] {
                assert!(!value.contains(word), "{}: {word}: say what happened and what to do", text.key);
            }
        }
    }
}

#[test]
fn drafts_of_other_languages_say_that_they_are_drafts_and_speak_only_where_they_may() {
    let chinese: BTreeSet<String> = texts("zh-Hans").into_iter().map(|text| text.key).collect();
    for lang in ["bo", "ug", "mn-Mong-CN"] {
        let drafts = texts(lang);
        for text in &drafts {
            assert!(
                ["ui", "home", "help", "languages"].contains(&text.file.as_str()),
                "{lang}: {} belongs to a page that is not marked as translated",
                text.key
            );
            assert!(chinese.contains(&text.key), "{lang}: {} has no Chinese", text.key);
            assert_eq!(hanzi(&text.value), 0, "{lang}: {} is Chinese", text.key);
        }
        for key in chinese.iter().filter(|key| key.starts_with("home-")) {
            assert!(drafts.iter().any(|text| text.key == *key), "{lang}: the front door lacks {key}");
        }
        assert!(drafts.iter().any(|text| text.key == "languages-draft"), "{lang}: must say that it is a draft");
        let mut paths = Vec::new();
        files(&root().join("locales").join(lang), "ftl", &mut paths);
        for path in paths {
            assert!(fs::read_to_string(&path).unwrap().starts_with("# Drafts by a machine"), "{}", path.display());
        }
    }
}
