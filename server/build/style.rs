//! Makes one small style sheet from `style/main.css` and the files it imports.
//! Logical properties stay as written: lowering them would break right-to-left Kazakh and vertical Mongolian.
use crate::Outcome;
use lightningcss::{
    stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet},
    targets::{Browsers, Features, Targets},
};
use std::{fs, path::Path};

/// Minified bytes; empty when there is no `main.css` yet.
pub fn bundle(main: &Path) -> Outcome<Vec<u8>> {
    if !main.is_file() {
        return Ok(Vec::new());
    }
    let source = with_imports(main, 0)?;
    let targets = Targets {
        browsers: Some(Browsers {
            android: Some(69 << 16),
            chrome: Some(69 << 16),
            firefox: Some(68 << 16),
            ios_saf: Some(12 << 16),
            safari: Some(12 << 16),
            ..Browsers::default()
        }),
        include: Features::empty(),
        exclude: Features::LogicalProperties | Features::DirSelector | Features::LangSelectorList,
    };
    let mut sheet = StyleSheet::parse(&source, ParserOptions::default()).map_err(|error| error.to_string())?;
    sheet.minify(MinifyOptions { targets, ..MinifyOptions::default() }).map_err(|error| error.to_string())?;
    let printed = sheet.to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() }).map_err(|error| error.to_string())?;
    Ok(spell_out(&printed.code).into_bytes())
}

/// Web-views before Chrome 87 and iOS 14.5 know `margin-inline-start` but not `margin-inline`. The minifier joins the
/// two; here they are taken apart again.
fn spell_out(css: &str) -> String {
    let mut out = String::with_capacity(css.len() + css.len() / 8);
    let mut rest = css;
    // Every declaration begins after one of these and ends before the next; values hold neither.
    while let Some(at) = rest.find(['{', ';']) {
        let (head, tail) = rest.split_at(at + 1);
        out.push_str(head);
        rest = tail;
        let end = rest.find([';', '}', '{']).unwrap_or(rest.len());
        let Some((property, value)) = rest.get(..end).and_then(|declaration| declaration.split_once(':')) else {
            continue;
        };
        if !matches!(property, "margin-inline" | "margin-block" | "padding-inline" | "padding-block") {
            continue;
        }
        let (value, important) = match value.strip_suffix("!important") {
            Some(value) => (value, "!important"),
            None => (value, ""),
        };
        let (start, end_value) = two_values(value);
        out.push_str(&format!("{property}-start:{start}{important};{property}-end:{end_value}{important}"));
        rest = rest.get(end..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// `1rem calc(1rem + 2px)` are two values; the second may be missing.
fn two_values(value: &str) -> (&str, &str) {
    let mut depth = 0_usize;
    for (at, letter) in value.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ' ' if depth == 0 => return (value.split_at(at).0, value.split_at(at + 1).1),
            _ => {}
        }
    }
    (value, value)
}

/// Replaces each `@import "file.css";` line by the file. Anything cleverer is refused, not guessed.
fn with_imports(file: &Path, depth: usize) -> Outcome<String> {
    if depth > 3 {
        return Err(format!("{}: imports go round in a circle", file.display()).into());
    }
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let mut whole = String::with_capacity(text.len());
    for line in text.lines() {
        match line.trim().strip_prefix("@import") {
            None => whole.push_str(line),
            Some(rest) => {
                let name = rest
                    .trim()
                    .strip_suffix(';')
                    .and_then(|name| name.trim().strip_prefix("url(").map_or(Some(name.trim()), |url| url.strip_suffix(')')))
                    .map(|name| name.trim_matches(['"', '\'']))
                    .filter(|name| name.ends_with(".css"))
                    .ok_or_else(|| format!("{}: cannot read the line `{line}`", file.display()))?;
                whole.push_str(&with_imports(&file.with_file_name(name), depth + 1)?);
            }
        }
        whole.push('\n');
    }
    Ok(whole)
}
