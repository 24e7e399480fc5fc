//! Tones change in company: 不 before a falling tone rises, 一 falls or rises, of two low tones the first rises, and some
//! syllables lose theirs. Pure rules on one clause; textbook phonology, in our own words.

use super::sounds::Syllable;

/// A word of a clause: its characters and how each is read.
pub struct Word {
    pub letters: Vec<char>,
    pub said: Vec<Syllable>,
}

/// Ends that are always light.
const LIGHT_ENDS: &str = "的地得了着过们吗呢吧啊呀嘛啦么";
/// Words of everyday talk whose last syllable is light.
const LIGHT: [&str; 46] = [
    "东西", "先生", "太太", "大夫", "护士", "朋友", "意思", "告诉", "明白", "清楚", "认识", "知识", "事情", "时候", "消息", "地方", "休息",
    "麻烦", "舒服", "关系", "客气", "亲戚", "媳妇", "闺女", "丈夫", "眼睛", "耳朵", "胳膊", "脑袋", "骨头", "指甲", "头发", "行李", "衣服",
    "钥匙", "窗户", "玻璃", "豆腐", "馒头", "粮食", "打听", "商量", "收拾", "招呼", "答应", "耽误",
];
/// Before these 一 counts and keeps its tone: 十一, 第一, 星期一, 初一.
const COUNTS_BEFORE: &str = "十百千万亿零一二三四五六七八九点第初期拜幺两";
/// 一月 is January, 一号 the first.
const COUNTS_AFTER: &str = "月号日级楼点零一二三四五六七八九十幺";

pub fn settle(words: &mut [Word]) {
    words.iter_mut().for_each(lighten);
    bu_and_yi(words);
    words.iter_mut().for_each(low_tones_inside);
    low_tones_between(words);
}

fn lighten(word: &mut Word) {
    let text: String = word.letters.iter().collect();
    let length = word.letters.len();
    let (Some(last), Some(end)) = (word.letters.last().copied(), word.said.last_mut()) else { return };
    let twice = length == 2 && word.letters.first() == Some(&last) && "爸妈爷奶哥姐弟妹叔姑舅看听说想试等问".contains(last);
    let tail: String = text.chars().skip(length.saturating_sub(2)).collect();
    let ending = LIGHT_ENDS.contains(last) && (length > 1 || !"地得过".contains(last)) && end.tone != 4;
    let child =
        length > 1 && last == '子' && end.tone == 3 && !"电分原王孔女男".contains(word.letters.get(length - 2).copied().unwrap_or(' '));
    if twice || ending || child || LIGHT.contains(&tail.as_str()) {
        end.tone = 5;
    }
}

/// 不 and 一 look at the next syllable, also across the edge of a word.
fn bu_and_yi(words: &mut [Word]) {
    let flat: Vec<(char, u8, bool)> = words
        .iter()
        .flat_map(|word| {
            let last = word.letters.len().saturating_sub(1);
            let ends = move |at: usize| at == last && last > 0;
            word.letters.iter().zip(&word.said).enumerate().map(move |(at, (letter, said))| (*letter, said.tone, ends(at)))
        })
        .collect();
    let tones: Vec<u8> = flat
        .iter()
        .enumerate()
        .map(|(at, (letter, tone, ends_word))| {
            let next = flat.get(at + 1);
            let before = at.checked_sub(1).and_then(|at| flat.get(at));
            match (letter, tone, next) {
                ('不', 4, Some((_, 4, _))) => 2,
                ('一', 1, Some((after, next_tone, _))) if !ends_word => {
                    let big = "百千万亿".contains(*after);
                    let counted = before.is_some_and(|(b, ..)| COUNTS_BEFORE.contains(*b)) && !big;
                    match (counted || COUNTS_AFTER.contains(*after), next_tone) {
                        (true, _) => 1,
                        // 个 is light here, and falling by nature.
                        (_, 4 | 5) => 2,
                        _ => 4,
                    }
                }
                _ => *tone,
            }
        })
        .collect();
    let mut tones = tones.into_iter();
    for said in words.iter_mut().flat_map(|word| word.said.iter_mut()) {
        said.tone = tones.next().unwrap_or(said.tone);
    }
}

/// 理想, 展览馆; three low tones in one word: two and one is how most words are built.
fn low_tones_inside(word: &mut Word) {
    let all = word.said.len();
    for at in 0..all.saturating_sub(1) {
        let next_low = word.said.get(at + 1).is_some_and(|next| next.tone == 3);
        // Words of four are two of two: 左右|手脚.
        let edge = all == 4 && at == 1;
        if let Some(said) = word.said.get_mut(at).filter(|said| said.tone == 3 && next_low && !edge) {
            said.tone = 2;
        }
    }
}

/// 很好, 我 想: where one of two neighbours is a single syllable they are said in one breath.
fn low_tones_between(words: &mut [Word]) {
    for at in 0..words.len().saturating_sub(1) {
        let (head, tail) = words.split_at_mut(at + 1);
        let (Some(one), Some(next)) = (head.last_mut(), tail.first()) else { continue };
        let close = one.said.len() == 1 || next.said.len() == 1;
        let next_low = next.said.first().is_some_and(|said| said.tone == 3);
        if let Some(end) = one.said.last_mut().filter(|end| end.tone == 3 && close && next_low) {
            end.tone = 2;
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::super::sounds::syllable;
    use super::*;

    /// `不 怕:bù pà` → tones after settling.
    fn tones(clause: &[(&str, &str)]) -> String {
        let mut words: Vec<Word> = clause
            .iter()
            .map(|(word, pinyin)| Word { letters: word.chars().collect(), said: pinyin.split(' ').map(|p| syllable(p).unwrap()).collect() })
            .collect();
        settle(&mut words);
        words.iter().flat_map(|w| w.said.iter().map(|s| s.tone.to_string())).collect()
    }

    #[test]
    fn bu_rises_before_a_falling_tone() {
        assert_eq!(tones(&[("不", "bù"), ("用", "yòng")]), "24");
        assert_eq!(tones(&[("不能", "bù néng")]), "42");
        assert_eq!(tones(&[("要不", "yào bù")]), "44");
    }

    #[test]
    fn yi_falls_or_rises_and_keeps_its_tone_where_it_counts() {
        assert_eq!(tones(&[("一", "yī"), ("件", "jiàn")]), "24");
        assert_eq!(tones(&[("一", "yī"), ("张", "zhāng")]), "41");
        assert_eq!(tones(&[("一", "yī"), ("个", "gè")]), "24");
        assert_eq!(tones(&[("一千", "yī qiān"), ("一百", "yī bǎi")]), "4143");
        assert_eq!(tones(&[("十一", "shí yī"), ("月", "yuè")]), "214");
        assert_eq!(tones(&[("第一", "dì yī"), ("步", "bù")]), "414");
        assert_eq!(tones(&[("统一", "tǒng yī"), ("办", "bàn")]), "314");
        assert_eq!(tones(&[("一", "yī"), ("月", "yuè")]), "14");
        assert_eq!(tones(&[("三", "sān"), ("一", "yī"), ("零", "líng")]), "112");
    }

    #[test]
    fn of_two_low_tones_the_first_rises() {
        assert_eq!(tones(&[("您", "nín"), ("好", "hǎo")]), "23");
        assert_eq!(tones(&[("很", "hěn"), ("好", "hǎo")]), "23");
        assert_eq!(tones(&[("可以", "kě yǐ")]), "23");
        assert_eq!(tones(&[("展览馆", "zhǎn lǎn guǎn")]), "223");
        assert_eq!(tones(&[("所有", "suǒ yǒu"), ("办理", "bàn lǐ")]), "2343");
    }

    #[test]
    fn light_syllables_lose_their_tone() {
        assert_eq!(tones(&[("妈妈", "mā mā")]), "15");
        assert_eq!(tones(&[("孩子", "hái zǐ"), ("们", "mén")]), "255");
        assert_eq!(tones(&[("明白", "míng bái"), ("了", "le")]), "255");
        assert_eq!(tones(&[("电子", "diàn zǐ")]), "43");
        assert_eq!(tones(&[("看看", "kàn kàn")]), "45");
    }
}
