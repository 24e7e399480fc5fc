//! Which of the known names a voice may have said. Left to itself a recogniser writes other words for a short sound; asked for
//! each name it knows well how likely that one is. Names share their beginnings: a tree of tokens, walked where it is likeliest.
//! Knows no model and keeps nothing of what was said.

use std::collections::BTreeMap;

pub type Token = i32;

/// Answers how likely each token is after these, as natural logarithms.
pub trait Ear {
    fn after(&mut self, path: &[Token]) -> Result<Vec<f32>, String>;
}

/// Steps into the tree: each costs a hundredth of a second.
const STEPS: usize = 24;
/// What a token more is worth on the way: else only beginnings would be looked at and nothing would come to its end.
const ONWARDS: f32 = 1.5;
/// So many names are enough.
const MOST: usize = 3;

#[derive(Default)]
struct Branch {
    next: BTreeMap<Token, Branch>,
    /// A name ends here.
    name: Option<usize>,
}

pub struct Names {
    words: Vec<String>,
    tree: Branch,
    /// The token that ends what is said.
    end: Token,
}

/// A place in the tree that was not looked at yet.
struct Open<'a> {
    path: Vec<Token>,
    branch: &'a Branch,
    likely: f32,
}

impl Names {
    pub fn new(words: Vec<String>, end: Token, tokens: impl Fn(&str) -> Result<Vec<Token>, String>) -> Result<Names, String> {
        let mut tree = Branch::default();
        for (at, word) in words.iter().enumerate() {
            let leaf = tokens(word)?.into_iter().fold(&mut tree, |branch, token| branch.next.entry(token).or_default());
            leaf.name = Some(at);
        }
        Ok(Names { words, tree, end })
    }

    /// The likeliest names, best first, none that is less likely than `least`. `first`: how likely each first token is.
    pub fn likeliest(&self, first: &[f32], least: f32, ear: &mut dyn Ear) -> Result<Vec<(&str, f32)>, String> {
        let mut open = Vec::new();
        Self::onwards(&self.tree, &[], 0.0, first, &mut open);
        let mut found: Vec<(&str, f32)> = Vec::new();
        for _ in 0..STEPS {
            let worst = if found.len() < MOST { least } else { found.last().map_or(least, |(_, likely)| least.max(*likely)) };
            open.retain(|one: &Open| one.likely > worst);
            let promise = |one: &Open| one.likely + ONWARDS * one.path.len() as f32;
            let Some(best) = (0..open.len()).max_by(|a, b| promise(&open[*a]).total_cmp(&promise(&open[*b]))) else { break };
            let Open { path, branch, likely } = open.swap_remove(best);
            let after = ear.after(&path)?;
            if let Some(name) = branch.name {
                found.push((self.words[name].as_str(), likely + at(&after, self.end)));
                found.retain(|(_, likely)| *likely > least);
                found.sort_by(|a, b| b.1.total_cmp(&a.1));
                found.truncate(MOST);
            }
            Self::onwards(branch, &path, likely, &after, &mut open);
        }
        Ok(found)
    }

    fn onwards<'a>(branch: &'a Branch, path: &[Token], likely: f32, after: &[f32], open: &mut Vec<Open<'a>>) {
        open.extend(branch.next.iter().map(|(token, branch)| Open {
            path: path.iter().copied().chain([*token]).collect(),
            branch,
            likely: likely + at(after, *token),
        }));
    }
}

/// How surely something was said that is so much likelier (or, below 0, less likely) than what the recogniser holds for likeliest.
pub fn sure(by: f32) -> f64 {
    (0.9 * f64::from((by / 6.0).exp())).min(0.9)
}

/// How likely this token is.
pub fn at(after: &[f32], token: Token) -> f32 {
    usize::try_from(token).ok().and_then(|place| after.get(place)).copied().unwrap_or(f32::NEG_INFINITY)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    /// Hears these tokens, and each other one a little; the first is the end.
    struct Said(Vec<Token>, usize);

    impl Ear for Said {
        fn after(&mut self, path: &[Token]) -> Result<Vec<f32>, String> {
            self.1 += 1;
            Ok(likely(self.0.get(path.len()).copied().unwrap_or(0)))
        }
    }

    fn likely(token: Token) -> Vec<f32> {
        (0..300).map(|other| if other == token { -0.1 } else { -5.0 }).collect()
    }

    /// A token is a sign; 0 ends.
    fn tokens(words: &str) -> Vec<Token> {
        words.chars().map(|sign| sign as Token % 290 + 1).collect()
    }

    fn names() -> Names {
        let words = ["大一点", "大点", "小一点", "语音版"].map(str::to_owned).to_vec();
        Names::new(words, 0, |word| Ok(tokens(word))).unwrap()
    }

    fn heard(said: &str, least: f32) -> (Vec<String>, usize) {
        let tokens = tokens(said);
        let mut ear = Said(tokens.clone(), 0);
        let names = names();
        let found = names.likeliest(&likely(tokens[0]), least, &mut ear).unwrap();
        assert!(found.is_sorted_by(|a, b| a.1 >= b.1));
        (found.into_iter().map(|(name, _)| name.to_owned()).collect(), ear.1)
    }

    #[test]
    fn the_name_that_was_said_comes_first() {
        for said in ["大一点", "大点", "小一点", "语音版"] {
            assert_eq!(heard(said, -100.0).0[0], said);
        }
    }

    #[test]
    fn a_name_that_was_half_heard_is_found_and_one_unlike_it_is_none() {
        let mut half = heard("打一点", -9.0).0;
        half.sort();
        assert_eq!(half, ["大一点", "小一点"], "one sign of three is another");
        assert!(heard("报销", -9.0).0.is_empty());
    }

    #[test]
    fn it_never_costs_more_than_its_steps() {
        for said in ["大一点", "天气真不错", "a"] {
            assert!(heard(said, -1_000.0).1 <= STEPS);
        }
    }

    #[test]
    fn a_name_is_the_surer_the_likelier_it_is_and_never_quite_sure() {
        assert!(sure(-6.0) < sure(-1.0) && sure(-1.0) < sure(0.0));
        assert!(sure(0.0) < 1.0 && sure(0.0) == sure(50.0));
    }

    #[test]
    fn a_token_that_there_is_not_is_never_likely() {
        assert_eq!(at(&[-1.0], -1), f32::NEG_INFINITY);
        assert_eq!(at(&[-1.0], 1), f32::NEG_INFINITY);
    }
}
