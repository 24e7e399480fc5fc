//! Folds what a person typed, pasted or dictated into plain ASCII. Used for numbers only:
//! free text (names, addresses) must never pass through here, it would lose its spaces and points.

/// One character of a number as ASCII: full-width, Arabic-Indic, Tibetan and Mongolian digits,
/// digits spelled in Chinese (幺 is how 1 is read aloud), and the many shapes of X.
pub fn fold(typed: char) -> char {
    let digit = |zero: char| char::from_digit(u32::from(typed) - u32::from(zero), 10).unwrap_or(typed);
    match typed {
        '０'..='９' => digit('０'),
        '٠'..='٩' => digit('٠'),
        '۰'..='۹' => digit('۰'),
        '༠'..='༩' => digit('༠'),
        '᠐'..='᠙' => digit('᠐'),
        '零' | '〇' | '洞' => '0',
        '一' | '幺' | '壹' => '1',
        '二' | '两' | '贰' => '2',
        '三' | '叁' => '3',
        '四' | '肆' => '4',
        '五' | '伍' => '5',
        '六' | '陆' => '6',
        '七' | '柒' | '拐' => '7',
        '八' | '捌' => '8',
        '九' | '玖' => '9',
        '×' | '✕' | '✖' | '叉' | 'х' | 'Х' | 'χ' | 'Χ' => 'X',
        '＋' => '+',
        'ａ'..='ｚ' | 'Ａ'..='Ｚ' => char::from_u32(u32::from(typed) - 0xFEE0).unwrap_or(typed).to_ascii_uppercase(),
        other => other.to_ascii_uppercase(),
    }
}

/// True for what stands between digits without meaning: spaces of every width, invisible marks,
/// hyphens, points and the punctuation that dictation inserts.
pub fn is_separator(typed: char) -> bool {
    typed.is_whitespace()
        || matches!(typed,
            '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202F}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
        || matches!(
            typed,
            '-' | '\u{2010}'
                ..='\u{2015}'
                    | '－'
                    | '−'
                    | '_'
                    | '＿'
                    | '.'
                    | '．'
                    | '。'
                    | '｡'
                    | ','
                    | '，'
                    | '、'
                    | '､'
                    | '·'
                    | '•'
                    | '‧'
                    | '・'
                    | '･'
                    | '/'
                    | '／'
                    | '\\'
                    | ':'
                    | '：'
                    | ';'
                    | '；'
                    | '('
                    | ')'
                    | '（'
                    | '）'
                    | '\''
                    | '"'
                    | '‘'
                    | '’'
                    | '“'
                    | '”'
                    | '*'
                    | '#'
        )
}

/// The typed text without separators, folded to ASCII where a fold is known.
pub fn squeeze(typed: &str) -> String {
    typed.chars().filter(|c| !is_separator(*c)).map(fold).collect()
}

/// Number of characters when all are ASCII digits, else nothing.
pub fn digits_only(text: &str) -> Option<usize> {
    text.chars().all(|c| c.is_ascii_digit()).then_some(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dictated_and_full_width_digits_become_plain() {
        assert_eq!(squeeze("９９ ０１０１，　一九四五。０３-07×"), "990101194503".to_owned() + "07X");
        assert_eq!(squeeze("༡༢ ᠓᠔ ۵٦ 幺两"), "12345612");
    }

    proptest! {
        #[test]
        fn squeezing_twice_changes_nothing(typed in "\\PC{0,40}") {
            let once = squeeze(&typed);
            prop_assert_eq!(squeeze(&once), once);
        }
    }
}
