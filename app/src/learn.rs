//! The cards of 「真假短信，练一练」: messages and calls as people get them, true ones and tricks. The words stand in
//! `learn.ftl` under each card's name; what they rest on stands here. Keeps no score and knows nobody.

/// What she says about a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guess {
    /// 「是真的」
    True,
    /// 「是骗人的」
    Trick,
}

impl Guess {
    pub const ALL: [Guess; 2] = [Guess::True, Guess::Trick];
    pub fn key(self) -> &'static str {
        match self {
            Guess::True => "true",
            Guess::Trick => "trick",
        }
    }
    pub fn from_key(key: &str) -> Option<Guess> {
        Self::ALL.into_iter().find(|guess| guess.key() == key)
    }
}

/// How it reaches her; the page says it before the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Text,
    Call,
    Face,
}

impl Way {
    pub fn key(self) -> &'static str {
        match self {
            Way::Text => "learn-way-text",
            Way::Call => "learn-way-call",
            Way::Face => "learn-way-face",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Card {
    pub name: &'static str,
    pub way: Way,
    pub is: Guess,
    /// What the card rests on: a notice of an office, a report, or what this product itself does. Never shown as a promise.
    pub source: &'static str,
}

const fn card(name: &'static str, way: Way, is: Guess, source: &'static str) -> Card {
    Card { name, way, is, source }
}

/// True ones lie among the tricks, so that nobody learns to refuse everything.
pub const CARDS: [Card; 10] = [
    card("expired", Way::Text, Guess::Trick, "云南省医保局声明，ym.gov.cn 2022-07-12：没有「医保卡停用」短信"),
    card("papers", Way::Text, Guess::True, "本系统的消息「还缺东西」：只有编号和电话，没有链接"),
    card("upgrade", Way::Text, Guess::Trick, "反诈提示中的「电子医保升级办理」网页，freewechat.com 上海反诈"),
    card("read-code", Way::Call, Guess::Trick, "文山 2022-07 案例：填了验证码，钱马上没了，fensifuwu.com 2006605"),
    card("consent", Way::Text, Guess::True, "本系统的消息「同意家人代办」：先说是谁、办什么"),
    card("insurance-arrived", Way::Text, Guess::Trick, "反诈提示中的「重疾保障到达，不验证作废」，freewechat.com 上海反诈"),
    card("sell-medicine", Way::Face, Guess::Trick, "医保基金监管：出借医保卡、倒卖药品，一般常识"),
    card("village-visit", Way::Face, Guess::True, "本系统：手机上同意代办后，村里上门再说一遍"),
    card("paid-agent", Way::Call, Guess::Trick, "交钱包办慢病待遇，一般常识；窗口办理不收费"),
    card("face-scan", Way::Face, Guess::Trick, "假帮手让长辈刷脸，一般常识"),
];

/// The card of an address, counted from one.
pub fn nth(number: &str) -> Option<(usize, &'static Card)> {
    let number: usize = number.parse().ok().filter(|n: &usize| n.to_string() == number)?;
    Some((number, CARDS.get(number.checked_sub(1)?)?))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use crate::text;
    use domain::lang::Lang;

    #[test]
    fn each_card_has_its_words_its_reason_what_to_do_and_a_source() {
        for card in CARDS {
            for part in ["from", "words", "why", "do"] {
                let key = format!("learn-{}-{part}", card.name);
                let values = [("insurance", "12393"), ("fraud", "96110")];
                assert_ne!(text::find(Lang::ZhHans, &key, &values).text, key);
            }
            assert!(!card.source.is_empty(), "{}", card.name);
        }
    }

    #[test]
    fn there_are_enough_cards_and_some_of_them_are_true() {
        let tricks = CARDS.iter().filter(|c| c.is == Guess::Trick).count();
        assert!(CARDS.len() >= 8 && tricks >= 5 && CARDS.len() - tricks >= 3);
        let mut names: Vec<_> = CARDS.iter().map(|c| c.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), CARDS.len());
    }

    #[test]
    fn an_address_names_one_card_in_one_way() {
        assert_eq!(nth("1").unwrap().1.name, "expired");
        for none in ["0", "11", "01", "+1", "", "x", "99999999999999999999"] {
            assert!(nth(none).is_none(), "{none}");
        }
    }
}
