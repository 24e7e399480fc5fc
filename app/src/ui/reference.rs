//! A reference number that can be read over the telephone: large, in groups, each group on its own.
use leptos::prelude::*;

use super::Html;
use crate::cx::Cx;
use domain::reference::Reference;

/// The number of a case in the groups that the domain gives it, the same on paper, on the screen and in messages.
/// Any other number, e.g. that of a page, at its own hyphens and spaces.
pub fn groups(number: &str) -> Vec<String> {
    match Reference::parse(number) {
        Ok(of_case) => of_case.groups().map(str::to_owned).to_vec(),
        Err(_) => number.split(['-', ' ']).filter(|group| !group.is_empty()).map(str::to_owned).collect(),
    }
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
    view! { <bdi class=if hyphen { "reference reference-tied" } else { "reference" } dir="ltr" data-kind="reference">{parts}</bdi> }
        .into_any()
}

pub fn examples(_cx: &Cx) -> Vec<Html> {
    vec![reference("3478256477"), reference("R7K2-M4PX")]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_case_stands_and_is_read_in_the_groups_of_the_domain() {
        assert_eq!(groups("3478256477"), ["347", "825", "6477"]);
        assert_eq!(groups("347 825 6477"), ["347", "825", "6477"], "already grouped by whoever shows it");
        assert_eq!(spoken_reference("3478256477"), "3 4 7，8 2 5，6 4 7 7");
    }

    #[test]
    fn the_number_of_a_page_keeps_its_own_groups() {
        assert_eq!(spoken_reference("2611-4K7P"), "2 6 1 1，4 K 7 P");
    }
}
