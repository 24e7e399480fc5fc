//! The style as text: contrast computed from the tokens, sizes as the domain promises, no rule that old web-views or other scripts cannot bear.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;

use domain::comfort::Comfort;

fn style_dir() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../style")
}

/// (file name, text without comments)
fn sheets() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(style_dir()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e == "css") {
            let mut text = fs::read_to_string(&path).unwrap();
            while let (Some(from), Some(to)) = (text.find("/*"), text.find("*/")) {
                text.replace_range(from..to + 2, "");
            }
            all.push((path.file_name().unwrap().to_string_lossy().into_owned(), text));
        }
    }
    all
}

fn sheet(name: &str) -> String {
    sheets().into_iter().find(|(file, _)| file == name).unwrap().1
}

/// The colours of one block, by name.
fn colours(block: &str) -> HashMap<String, String> {
    block
        .split([';', '{'])
        .filter_map(|line| line.trim().strip_prefix("--")?.split_once(':'))
        .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
        .filter(|(_, value)| value.starts_with('#'))
        .collect()
}

/// Relative luminance as WCAG 2.2 defines it.
fn luminance(hex: &str) -> f64 {
    let hex = hex.trim_start_matches('#');
    let hex = if hex.len() == 3 { hex.chars().flat_map(|c| [c, c]).collect() } else { hex.to_owned() };
    let channel = |from: usize| {
        let value = f64::from(u8::from_str_radix(&hex[from..from + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
}

fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

const TEXT: [(&str, &[&str]); 9] = [
    ("ink", &["paper", "card", "shade", "brand-soft", "warm", "good-soft", "info-soft", "care-soft", "stop-soft"]),
    ("quiet", &["paper", "card", "shade"]),
    ("brand", &["paper", "card", "shade", "brand-soft"]),
    ("on-brand", &["brand", "stop", "ink"]),
    ("good", &["good-soft"]),
    ("info", &["info-soft"]),
    ("care", &["care-soft"]),
    ("stop", &["stop-soft", "paper", "card"]),
    ("paper", &["ink"]),
];

const LINES: [(&str, &[&str]); 6] = [
    ("line", &["paper", "card"]),
    ("brand", &["paper", "card", "warm"]),
    ("focus", &["paper", "card", "shade", "warm", "info-soft", "care-soft"]),
    ("care", &["care-soft", "warm"]),
    ("stop", &["paper", "card"]),
    ("ink", &["warm", "brand-soft"]),
];

#[test]
fn the_measure_itself_is_right() {
    assert!((contrast("#000", "#fff") - 21.0).abs() < 0.01);
    assert!((contrast("#777777", "#ffffff") - 4.48).abs() < 0.01);
}

#[test]
fn text_reaches_7_to_1_and_lines_3_to_1_also_when_more_contrast_is_asked_for() {
    let plain = colours(&sheet("tokens.css"));
    let mut strong = plain.clone();
    strong.extend(colours(sheet("preferences.css").split("forced-colors").next().unwrap()));
    for (which, tokens) in [("plain", &plain), ("strong", &strong)] {
        for (floor, pairs) in [(7.0, &TEXT[..]), (3.0, &LINES[..])] {
            for (front, backs) in pairs {
                for back in *backs {
                    let ratio = contrast(&tokens[*front], &tokens[*back]);
                    assert!(ratio >= floor, "{which}: {front} on {back} is {ratio:.2}, needs {floor}");
                }
            }
        }
    }
}

#[test]
fn colours_are_named_in_one_place() {
    for (file, text) in sheets() {
        if file != "tokens.css" && file != "preferences.css" && file != "print.css" {
            for (at, _) in text.match_indices('#') {
                let value: String = text[at..].chars().take_while(|c| !";, )}".contains(*c)).collect();
                assert!(
                    value == "#fff" || value == "#5f9488" || !value[1..].chars().all(|c| c.is_ascii_hexdigit()),
                    "{file}: {value} is not a token"
                );
            }
        }
    }
}

#[test]
fn the_style_says_the_same_sizes_as_the_domain() {
    let tokens = sheet("tokens.css");
    for comfort in Comfort::all() {
        let percent = f64::from(comfort.body_px()) / 16.0 * 100.0;
        let rule = format!("html.{} {{ font-size: {percent}%; }}", comfort.code());
        assert!(tokens.contains(&rule), "missing: {rule}");
    }
    assert!(tokens.contains("html { font-size: 137.5%; }"), "without a class the text is as in the first visit");
}

#[test]
fn no_rule_knows_left_and_right_or_is_too_young_for_old_web_views() {
    let banned = [
        "left",
        "right",
        "-top:",
        "-bottom:",
        "margin-top",
        "padding-top",
        ":has(",
        "@layer",
        "dvh",
        "clamp(",
        "min(",
        "max(",
        "&",
        "@container",
        "color-mix",
        "oklch",
        "letter-spacing: -",
        "text-align: justify",
        "italic",
        "text-shadow",
        "box-shadow",
        "user-scalable",
        "text-size-adjust",
        "outline: 0",
        "forced-color-adjust: none",
        ":dir(",
        "animation:",
        "transition:",
        "position: fixed",
    ];
    for (file, text) in sheets() {
        let text = text.replace("upright", "");
        for word in banned {
            assert!(!text.contains(word), "{file} contains {word}");
        }
        let mut depth = 0;
        for (i, c) in text.char_indices() {
            depth += match c {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            let allowed = if text[..i].rfind("@media").is_some() { 2 } else { 1 };
            assert!(depth <= allowed, "{file}: rules inside rules near byte {i}");
        }
    }
}

#[test]
fn every_sheet_is_packed_and_every_component_has_its_own() {
    let main = fs::read_to_string(style_dir().join("main.css")).unwrap();
    for (file, _) in sheets() {
        assert!(file == "main.css" || main.contains(&format!("@import \"./{file}\";")), "{file} is never packed");
    }
    let ui = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/ui");
    for entry in fs::read_dir(ui).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        if path.is_file() && name != "tests" {
            assert!(style_dir().join(format!("{name}.css")).exists(), "no style of the name {name}");
        }
    }
}
