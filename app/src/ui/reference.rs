//! A reference number that can be read over the telephone: large, in groups, each group on its own.
use leptos::prelude::*;

use super::Html;
use crate::cx::Cx;

/// Groups as people would say them: at hyphens and spaces, else by four.
pub fn groups(number: &str) -> Vec<String> {
    if number.contains(['-', ' ']) {
        return number.split(['-', ' ']).filter(|group| !group.is_empty()).map(str::to_owned).collect();
    }
    let chars: Vec<char> = number.chars().collect();
    chars.chunks(4).map(|chunk| chunk.iter().collect()).collect()
}

/// One sign after the other with pauses between groups: for reading aloud.
pub fn spoken_reference(number: &str) -> String {
    groups(number).iter().map(|group| group.chars().map(String::from).collect::<Vec<_>>().join(" ")).collect::<Vec<_>>().join("，")
}

/// Copying gives the raw number: the gaps are style, not characters.
pub fn reference(number: &str) -> Html {
    let hyphen = number.contains('-');
    let parts = groups(number);
    let last = parts.len().saturating_sub(1);
    let parts = parts
        .into_iter()
        .enumerate()
        .map(|(i, group)| {
            let tail = (hyphen && i < last).then_some("-");
            view! { <span>{group}{tail}</span> }
        })
        .collect_view();
    view! { <bdi class=if hyphen { "reference reference-tied" } else { "reference" } dir="ltr">{parts}</bdi> }.into_any()
}

pub fn examples(_cx: &Cx) -> Vec<Html> {
    vec![reference("2611-4K7P-9M3X"), reference("26114K7P9M3X")]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_sign_by_sign_with_pauses() {
        assert_eq!(spoken_reference("2611-4K7P"), "2 6 1 1，4 K 7 P");
        assert_eq!(spoken_reference("26114K7P9"), "2 6 1 1，4 K 7 P，9");
    }
}
