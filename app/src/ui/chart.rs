//! A bar chart as one SVG, drawn on the server. Measured in letters, so that it grows with the text; each bar has its words and
//! its number above it, so that colour says nothing alone. A table with the same numbers stands beside it, always.
use leptos::prelude::*;
use std::fmt::Write;

use super::Html;
use crate::cx::Cx;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    pub name: String,
    pub count: u64,
}

/// So many letters of Chinese fit in a line on a narrow phone with the largest text.
const LINE: usize = 9;
/// Of the height of a letter.
const STEP: f64 = 1.35;
const THICK: f64 = 0.8;
const GAP: f64 = 0.75;

/// `title` names the picture; `told` says in one sentence what it shows, for whoever does not see it.
pub fn bars(_cx: &Cx, id: &str, title: &str, told: &str, all: &[Bar]) -> Html {
    let most = all.iter().map(|bar| bar.count).max().unwrap_or(0).max(1);
    let (named, said) = (format!("{id}-title"), format!("{id}-told"));
    let mut drawn = format!("<title id=\"{named}\">{}</title><desc id=\"{said}\">{}</desc>", plain(title), plain(told));
    let mut top = 0.0;
    for bar in all {
        for line in lines(&bar.name, bar.count) {
            top += STEP;
            let _ = write!(drawn, "<text class=\"chart-words\" x=\"0\" y=\"{}\">{}</text>", em(top - 0.35), plain(&line));
        }
        let mut rect = |class: &str, width: &str| {
            let (y, thick) = (em(top), em(THICK));
            let _ = write!(drawn, "<rect class=\"{class}\" x=\"0\" y=\"{y}\" width=\"{width}\" height=\"{thick}\"/>");
        };
        rect("chart-ground", "100%");
        if bar.count > 0 {
            // Whole per mille: what differs in the last digit looks the same anyway.
            let share = bar.count.saturating_mul(1000) / most;
            rect("chart-bar", &format!("{}.{}%", share / 10, share % 10));
        }
        top += THICK + GAP;
    }
    view! {
        <svg class="chart" width="100%" height=em(top) role="img" aria-labelledby=named aria-describedby=said focusable="false" inner_html=drawn></svg>
    }
    .into_any()
}

/// What people wrote never becomes a tag.
fn plain(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn em(letters: f64) -> String {
    format!("{letters:.2}em")
}

/// Cuts where the line is full: SVG does not wrap by itself. A number stays in one piece.
fn lines(name: &str, count: u64) -> Vec<String> {
    let number = count.to_string();
    let mut lines: Vec<String> = name.chars().collect::<Vec<char>>().chunks(LINE).map(|part| part.iter().collect()).collect();
    // A digit is half as wide as a sign.
    match lines.last_mut() {
        Some(last) if 2 * last.chars().count() + 1 + number.len() <= 2 * LINE + 2 => {
            last.push(' ');
            last.push_str(&number);
        }
        _ => lines.push(number),
    }
    lines
}

pub fn examples(cx: &Cx) -> Vec<Html> {
    let bar = |name: &str, count| Bar { name: name.to_owned(), count };
    let all = [bar("村里", 12), bar("城乡居民基本医疗保险参保登记", 3), bar("县里", 0)];
    vec![bars(cx, "example", "还没办完的办件在哪一级", "村里 12 件，县里没有。", &all)]
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use crate::ui::render;

    #[test]
    fn a_chart_is_a_picture_with_a_name_and_every_number_stands_in_it() {
        let cx = Cx::sample();
        let all = [Bar { name: "<村里>".into(), count: 200 }, Bar { name: "乡镇".into(), count: 1 }, Bar { name: "县里".into(), count: 0 }];
        let html = render(|| bars(&cx, "c", "哪一级", "村里最多。", &all));
        for part in
            ["role=\"img\"", "aria-labelledby=\"c-title\"", "<title id=\"c-title\">哪一级</title>", "村里最多。", "200", "乡镇 1", "县里 0"]
        {
            assert!(html.contains(part), "{part}: {html}");
        }
        assert!(html.contains("width=\"100.0%\"") && html.contains("width=\"0.5%\""), "{html}");
        assert_eq!(html.matches("class=\"chart-bar\"").count(), 2, "nothing is drawn for nought");
        assert!(!html.contains("<村里>") && !html.contains(" style=") && !html.contains("fill="), "{html}");
    }

    #[test]
    fn long_words_go_on_in_the_next_line_and_no_number_is_cut() {
        assert_eq!(lines("村里核实", 123_456), ["村里核实 123456"]);
        assert_eq!(lines("城乡居民参保登记", 7), ["城乡居民参保登记 7"]);
        assert_eq!(lines("灵活就业人员参保登记", 123_456), ["灵活就业人员参保登", "记 123456"]);
        assert_eq!(lines("城乡居民参保登记处", 1_234_567), ["城乡居民参保登记处", "1234567"]);
    }

    #[test]
    fn a_chart_of_nothing_is_no_division_by_nought() {
        let cx = Cx::sample();
        let html = render(|| bars(&cx, "c", "空", "没有。", &[Bar { name: "村里".into(), count: 0 }]));
        assert!(!html.contains("NaN") && !html.contains("chart-bar\""));
        render(|| bars(&cx, "c", "空", "没有。", &[]));
    }
}
