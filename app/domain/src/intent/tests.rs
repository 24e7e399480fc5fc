//! The word list holds what it must; a fixed set of wishes, spoken well and badly, leads where it should.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::sound::Everyday;
use super::*;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

fn name(target: Target) -> String {
    if let Target::ForFamily(item) = target { format!("for-{}", item.slug()) } else { target.key().to_owned() }
}

fn first_two(said: &str) -> Vec<String> {
    guesses(said, &Everyday).into_iter().map(|guess| name(guess.target)).collect()
}

#[test]
fn the_word_list_names_every_target_and_no_other() {
    let known: BTreeSet<&str> = Target::all().map(Target::key).collect();
    let named: BTreeSet<&str> =
        words::lines().filter(|(_, names, _)| *names).map(|(key, ..)| key).filter(|key| !["plain", "kin"].contains(key)).collect();
    assert_eq!(named, known);
    for (key, _, words) in words::lines() {
        assert!(known.contains(key) || ["plain", "kin"].contains(&key), "{key} leads nowhere");
        let mut seen = BTreeSet::new();
        for word in words {
            assert!(word.chars().all(char::is_alphanumeric) && seen.insert(word), "{key}: {word}");
        }
    }
}

/// (expected, said, in words of the list)
type Command = (Vec<&'static str>, &'static str, bool);

fn read(file: &'static str) -> Vec<Command> {
    let mut listed = true;
    let mut all = Vec::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        match line.split_once(" : ") {
            Some((expected, said)) => all.push((expected.split(' ').collect(), said, listed)),
            None => listed = false,
        }
    }
    all
}

/// Signs of the table by their syllable, to write down another sign of the same sound as recognisers do.
fn same_sound(sign: char, change: impl Fn(&str) -> Option<String>, nth: usize) -> Option<char> {
    static ROWS: LazyLock<BTreeMap<&str, &str>> =
        LazyLock::new(|| include_str!("syllables.txt").lines().skip(1).filter_map(|line| line.split_once(' ')).collect());
    let rows = &*ROWS;
    let (own, _) = rows.iter().find(|(_, signs)| signs.contains(sign))?;
    let others: Vec<char> = rows.get(change(own)?.as_str())?.chars().filter(|c| *c != sign).collect();
    others.get(nth % others.len().max(1)).copied()
}

/// Every third sign written as another one of the same sound.
fn homophones(said: &str) -> String {
    let write = |(at, sign): (usize, char)| {
        if at % 3 == 1 { same_sound(sign, |own| Some(own.to_owned()), at * 7 + 3).unwrap_or(sign) } else { sign }
    };
    said.chars().enumerate().map(write).collect()
}

/// One or two sounds as a whole province says them.
fn dialect(said: &str, twins: &[(&str, &str)]) -> String {
    let turn = |own: &str| {
        twins.iter().find_map(|(from, to)| match from.strip_prefix('-') {
            Some(end) => own.strip_suffix(end).map(|rest| format!("{rest}{}", &to[1..])),
            None => own.strip_prefix(from).filter(|rest| !rest.starts_with('h')).map(|rest| format!("{to}{rest}")),
        })
    };
    let write = |(at, sign): (usize, char)| if at % 2 == 0 { same_sound(sign, turn, at * 5 + 1).unwrap_or(sign) } else { sign };
    said.chars().enumerate().map(write).collect()
}

fn variants(said: &str) -> Vec<(&'static str, String)> {
    let dropped: String = said.chars().filter(|c| !"的了吧呢啊个".contains(*c)).collect();
    vec![
        ("clean", said.to_owned()),
        ("homophones", homophones(said)),
        ("south", dialect(said, &[("zh", "z"), ("ch", "c"), ("sh", "s"), ("-ing", "-in"), ("-eng", "-en")])),
        ("west", dialect(said, &[("n", "l"), ("f", "h"), ("-in", "-ing"), ("-an", "-ang")])),
        ("hesitant", format!("嗯那个{dropped}啊")),
    ]
}

fn commands() -> Vec<Command> {
    read(include_str!("commands.txt"))
}

/// (hearings, right in two, wrong first)
fn tried(commands: &[Command]) -> (usize, usize, usize) {
    let (mut all, mut in_two, mut wrong_first) = (0, 0, 0);
    let mut misses = Vec::new();
    for (expected, said, _) in commands {
        for (kind, heard) in variants(said) {
            let found = first_two(&heard);
            let right = |one: &String| expected.contains(&one.as_str());
            all += 1;
            in_two += usize::from(found.iter().any(right));
            let wrong = found.first().is_some_and(|first| !right(first));
            wrong_first += usize::from(wrong);
            if wrong || !found.iter().any(right) {
                misses.push(format!("{kind}: {heard} -> {found:?}, not {expected:?}"));
            }
        }
    }
    println!("{}", misses.join("\n"));
    println!("voice navigation: {} wishes, {all} hearings, {in_two} right in two, {wrong_first} wrong first", commands.len());
    (all, in_two, wrong_first)
}

#[test]
fn a_fixed_set_of_wishes_leads_where_it_should() {
    let commands = commands();
    assert!(commands.len() >= 60 && commands.iter().filter(|(.., listed)| !listed).count() * 2 >= commands.len());
    let (all, in_two, wrong_first) = tried(&commands);
    assert!(in_two * 100 >= all * 95, "right in the first two: {in_two} of {all}");
    assert!(wrong_first * 100 <= all * 10, "wrong first: {wrong_first} of {all}");
}

#[test]
fn wishes_that_nothing_was_tuned_for_fare_nearly_as_well() {
    let (all, in_two, wrong_first) = tried(&read(include_str!("held_out.txt")));
    assert!(in_two * 100 >= all * 60, "right in the first two: {in_two} of {all}");
    assert!(wrong_first * 100 <= all * 30, "wrong first: {wrong_first} of {all}");
}

#[test]
fn half_of_the_set_is_worded_unlike_any_name() {
    for (_, said, listed) in commands() {
        let names: Vec<&str> = words::lines().filter(|(key, names, _)| *names && *key != "kin").flat_map(|(.., words)| words).collect();
        assert!(listed || !names.contains(&said), "{said} stands in the list");
    }
}

#[test]
fn a_wish_for_the_family_names_the_item_and_for_whom() {
    assert_eq!(first_two("帮我妈办异地").first().map(String::as_str), Some("for-out-of-area"));
    assert_eq!(first_two("异地").first().map(String::as_str), Some("out-of-area"));
    assert_eq!(first_two("帮我妈办").first().map(String::as_str), Some("family"));
}

#[test]
fn nonsense_and_speeches_are_no_wish() {
    for text in ["", "   ", "……", "qwertz", "🙂🙂", "<script>", "飞机票", "一二三四五", &"长".repeat(500), &"报销".repeat(100_000)]
    {
        assert_eq!(guesses(text, &Everyday), [], "{}", text.chars().take(10).collect::<String>());
    }
    for plain in ["医保", "一保", "我要看病", "办事"] {
        assert!(says_nothing(plain, &Everyday), "{plain}");
    }
    assert!(!says_nothing("报销", &Everyday));
}

proptest! {
    #[test]
    fn any_text_is_answered_with_at_most_two_sober_guesses(text in "\\PC{0,200}") {
        let found = guesses(&text, &Everyday);
        prop_assert!(found.len() <= 2);
        prop_assert!(found.iter().all(|guess| (ENOUGH..=1.0).contains(&guess.score)));
        prop_assert!(found.windows(2).all(|two| two[0].score >= two[1].score && two[0].target != two[1].target));
    }
}
