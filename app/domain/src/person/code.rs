//! The six digits of a sign-in or consent message, as a person types or pastes them.
//! Only reads; whether the code is right is judged in `sign_in`.

use super::typing;
use std::fmt;

/// Exactly six digits.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    #[error("nothing was typed")]
    Empty,
    #[error("letters among the digits")]
    Letters,
    #[error("{got} digits instead of six")]
    WrongLength { got: usize },
}

impl CodeError {
    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "code-empty",
            Self::Letters => "code-letters",
            Self::WrongLength { .. } => "code-wrong-length",
        }
    }
}

impl Code {
    /// Reads six digits; a whole pasted message is fine as long as it holds one group of six digits.
    pub fn parse(typed: &str) -> Result<Self, CodeError> {
        let text = typing::squeeze(typed);
        if text.is_empty() {
            return Err(CodeError::Empty);
        }
        match typing::digits_only(&text) {
            Some(6) => Ok(Self(text)),
            Some(got) => Err(CodeError::WrongLength { got }),
            None => only_group_of_six(typed).map(Self).ok_or(CodeError::Letters),
        }
    }

    /// Six digits from a number drawn by the caller; larger numbers wrap.
    pub fn from_random(random: u32) -> Self {
        Self(format!("{:06}", random % 1_000_000))
    }

    pub fn plain(&self) -> &str {
        &self.0
    }
}

fn only_group_of_six(message: &str) -> Option<String> {
    let folded: String = message.chars().map(|c| if ('０'..='９').contains(&c) { typing::fold(c) } else { c }).collect();
    let mut groups = folded.split(|c: char| !c.is_ascii_digit()).filter(|group| group.len() == 6);
    let first = groups.next()?;
    groups.all(|other| other == first).then(|| first.to_owned())
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(******)")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn six_digits_are_read_however_they_arrive() {
        for typed in ["123456", "123 456", "１２３４５６", "123-456", "一二三四五六", "【颐保】您的验证码是 123456，15 分钟内有效。"]
        {
            assert_eq!(Code::parse(typed).unwrap().plain(), "123456", "{typed:?}");
        }
        assert_eq!(Code::parse(" "), Err(CodeError::Empty));
        assert_eq!(Code::parse("12345"), Err(CodeError::WrongLength { got: 5 }));
        assert_eq!(Code::parse("12345a"), Err(CodeError::Letters));
        assert_eq!(Code::parse("码 123456 或 654321"), Err(CodeError::Letters));
    }

    #[test]
    fn a_code_is_never_printed() {
        assert!(!format!("{:?}", Code::from_random(123_456)).contains("123456"));
    }

    proptest! {
        #[test]
        fn every_drawn_code_is_read_back(random: u32) {
            let code = Code::from_random(random);
            prop_assert_eq!(Code::parse(code.plain()), Ok(code));
        }

        #[test]
        fn any_text_is_answered_without_panic(typed in "\\PC{0,30}") {
            let _ = Code::parse(&typed);
        }
    }
}
