//! The style as text: contrast computed from the tokens, sizes as the domain promises, no rule that old web-views or other scripts cannot bear.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::{BTreeSet, HashMap};
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

const TEXT: [(&str, &[&str]); 10] = [
    ("ink", &["paper", "card", "shade", "brand-soft", "warm", "good-soft", "info-soft", "care-soft", "stop-soft"]),
    ("quiet", &["paper", "card", "shade"]),
    ("brand", &["paper", "card", "shade", "brand-soft"]),
    ("on-brand", &["brand", "stop", "ink"]),
    ("good", &["good-soft"]),
    ("info", &["info-soft"]),
    ("care", &["care-soft"]),
    ("stop", &["stop-soft", "paper", "card"]),
    ("paper", &["ink"]),
    ("on-bar", &["bar"]),
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

/// What stands between the braces after a selector.
fn block<'a>(sheet: &'a str, selector: &str) -> &'a str {
    let start = sheet.find(selector).unwrap_or_else(|| panic!("no rule for {selector}"));
    sheet[start..].split_once('{').unwrap().1.split_once('}').unwrap().0
}

/// Every look that a page can have, with all of its colours.
fn looks() -> Vec<(&'static str, HashMap<String, String>)> {
    let light = colours(block(&sheet("tokens.css"), ":root, .theme-device, .theme-light"));
    let (themes, wishes) = (sheet("themes.css"), sheet("preferences.css"));
    let with = |rules: &str| {
        let mut all = light.clone();
        all.extend(colours(rules));
        all
    };
    vec![
        ("light", light.clone()),
        ("more contrast", with(block(&wishes, ".theme-device, .theme-light"))),
        ("black", with(block(&themes, ".theme-black"))),
        ("yellow", with(block(&themes, ".theme-yellow"))),
        ("dark", with(block(&themes, ".theme-dark"))),
    ]
}

#[test]
fn text_reaches_7_to_1_and_lines_3_to_1_in_every_look() {
    for (look, tokens) in looks() {
        for (floor, pairs) in [(7.0, &TEXT[..]), (3.0, &LINES[..])] {
            for (front, backs) in pairs {
                for back in *backs {
                    let ratio = contrast(&tokens[*front], &tokens[*back]);
                    assert!(ratio >= floor, "{look}: {front} on {back} is {ratio:.2}, needs {floor}");
                }
            }
        }
    }
}

#[test]
fn a_theme_names_every_colour_so_that_none_shines_through() {
    let looks = looks();
    let names: BTreeSet<&String> = looks[0].1.keys().collect();
    for theme in ["black", "yellow", "dark"] {
        let own = colours(block(&sheet("themes.css"), &format!(".theme-{theme}")));
        assert_eq!(own.keys().collect::<BTreeSet<_>>(), names, "{theme}");
    }
}

#[test]
fn black_on_white_is_21_to_1_wherever_text_stands() {
    let black = &looks()[2].1;
    for (front, backs) in &TEXT {
        for back in *backs {
            assert!(contrast(&black[*front], &black[*back]) > 20.9, "{front} on {back}");
        }
    }
}

#[test]
fn a_dark_device_gets_the_dark_theme_and_a_choice_by_hand_wins() {
    let wishes = sheet("preferences.css");
    let device = colours(block(wishes.split_once("prefers-color-scheme: dark").unwrap().1, ".theme-device"));
    assert_eq!(device, colours(block(&sheet("themes.css"), ".theme-dark")));
    for theme in ["black", "yellow", "dark"] {
        assert!(!wishes.contains(&format!(".theme-{theme}")), "{theme} was chosen by hand");
    }
    for wish in ["prefers-contrast: more", "forced-colors: active", "prefers-reduced-motion: reduce"] {
        assert!(wishes.contains(wish), "{wish}");
    }
}

#[test]
fn colours_are_named_in_one_place() {
    for (file, text) in sheets() {
        if !["tokens.css", "themes.css", "preferences.css", "print.css"].contains(&file.as_str()) {
            for (at, _) in text.match_indices('#') {
                let value: String = text[at..].chars().take_while(|c| !";, )}".contains(*c)).collect();
                assert!(!value[1..].chars().all(|c| c.is_ascii_hexdigit()), "{file}: {value} is not a token");
            }
        }
    }
}

#[test]
fn the_style_says_the_same_sizes_as_the_domain() {
    let tokens = sheet("tokens.css");
    for comfort in Comfort::sizes() {
        let percent = f64::from(comfort.body_px()) / 16.0 * 100.0;
        let rule = format!("html.{} {{ font-size: {percent}%; }}", comfort.size_class());
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
        // Taking movement away is no movement, and the two lines at the pointer have to stand over the page.
        let text =
            ["upright", "animation: none !important", "transition: none !important"].iter().fold(text, |text, fine| text.replace(fine, ""));
        let text = if file == "aids.css" { text.replacen(".cross-line { position: fixed;", "", 1) } else { text };
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
