//! Answers as people give them, and that whatever we say aloud we also understand.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::*;
use crate::intent::sound::Everyday;
use crate::speech::{number as numbers, value};
use jiff::civil::{Date, date as day};
use proptest::prelude::*;

const TODAY: Date = day(2026, 11, 22);

#[test]
fn numbers_are_understood_as_they_are_said() {
    for (said, meant) in [
        ("一百二十三", 123),
        ("我今年七十四岁", 74),
        ("一万二", 12_000),
        ("三百五", 350),
        ("一千零五", 1005),
        ("一千五", 1500),
        ("两千零二十六", 2026),
        ("十五个", 15),
        ("三百五十", 350),
        ("12万", 120_000),
        ("两亿三千万", 230_000_000),
        ("三万亿", 3_000_000_000_000),
        ("一二三", 123),
        ("1,234", 1234),
    ] {
        assert_eq!(number(said), Some(meant), "{said}");
    }
    for said in ["", "不知道", "三个人两间房", "一二三四五六七八九零一二三四五六七八九零一二三"] {
        assert_eq!(number(said), None, "{said}");
    }
}

#[test]
fn long_numbers_are_understood_digit_by_digit() {
    assert_eq!(digits("幺三八，零零幺三，八零零零").as_deref(), Some("13800138000"));
    assert_eq!(digits("我的电话是139 0000 一二三四").as_deref(), Some("13900001234"));
    assert_eq!(digits("幺三九四个零一二三四").as_deref(), Some("13900001234"));
    assert_eq!(digits("一百三十九"), None);
    assert_eq!(digits("没有电话"), None);
}

#[test]
fn days_are_understood_near_and_far() {
    for (said, meant) in [
        ("十一月二十二日", day(2026, 11, 22)),
        ("明年三月一号", day(2027, 3, 1)),
        ("二零二六年十二月一日", day(2026, 12, 1)),
        ("两千零二十六年十二月一号吧", day(2026, 12, 1)),
        ("2026年12月1日", day(2026, 12, 1)),
        ("二六年十二月五号", day(2026, 12, 5)),
        ("我是四五年三月七号生的", day(1945, 3, 7)),
        ("三月一号", day(2027, 3, 1)),
        ("九月一号", day(2026, 9, 1)),
        ("下个月十号", day(2026, 12, 10)),
        ("这个月底", day(2026, 11, 30)),
        ("明天", day(2026, 11, 23)),
        ("大后天", day(2026, 11, 25)),
        ("下周三", day(2026, 11, 25)),
        ("这个星期天", day(2026, 11, 22)),
        ("三天以后", day(2026, 11, 25)),
        ("两个星期后", day(2026, 12, 6)),
        ("一个月后", day(2026, 12, 22)),
        ("去年十月三十一号", day(2025, 10, 31)),
    ] {
        assert_eq!(date(said, TODAY), Some(meant), "{said}");
    }
    for said in ["", "不知道", "农历三月初三", "二月三十号", "十三月一号", "过几天", "正月十五", "三月"] {
        assert_eq!(date(said, TODAY), None, "{said}");
    }
}

#[test]
fn yes_and_no_are_told_apart_and_doubt_is_neither() {
    for said in ["是", "是的", "对", "对对对", "有", "有的。", "好", "行", "可以", "没错", "嗯"] {
        assert_eq!(yes_no(said), Some(true), "{said}");
    }
    for said in ["不是", "没有", "不要", "不行", "不对", "没", "不同意", "不可以"] {
        assert_eq!(yes_no(said), Some(false), "{said}");
    }
    for said in ["", "是不是", "不清楚", "我不知道", "有没有都行", "今天天气", "是，哦不是"] {
        assert_eq!(yes_no(said), None, "{said}");
    }
}

#[test]
fn a_place_is_found_by_its_sound_and_two_alike_are_none() {
    let places = ["云南省", "河南省", "湖南省", "广西壮族自治区", "重庆市", "吉林省"];
    for (said, meant) in [("云南", 0), ("我要去湖南", 2), ("重庆", 4), ("虫庆", 4), ("广西", 3), ("及林", 5)] {
        assert_eq!(one_of(said, &places, &Everyday), Some(meant), "{said}");
    }
    for said in ["", "不知道", "上海", &"云".repeat(100)] {
        assert_eq!(one_of(said, &places, &Everyday), None, "{said}");
    }
    assert_eq!(one_of("东河", &["东河", "东和"], &Everyday), Some(0), "the same signs are nearer than the same sound");
}

#[test]
fn money_consent_and_codes_are_never_taken_by_voice() {
    for asked in [Asked::Money, Asked::Consent, Asked::Code, Asked::Password, Asked::Identity] {
        assert!(!may_be_spoken(asked), "{asked:?}");
    }
    for asked in [Asked::Number, Asked::Date, Asked::YesNo, Asked::OneOf, Asked::Words, Asked::Name, Asked::Phone] {
        assert!(may_be_spoken(asked), "{asked:?}");
    }
    assert_eq!(Asked::from(FieldKind::Province), Asked::OneOf);
}

proptest! {
    #[test]
    fn every_number_that_we_say_is_understood(n in prop_oneof![0u64..20_000, 0u64..=9_999_999_999_999_999]) {
        prop_assert_eq!(number(&numbers::cardinal(n)), Some(n));
        prop_assert_eq!(number(&value::count(n)), Some(n));
    }

    #[test]
    fn every_day_that_we_say_is_understood(year in 1900i16..2100, month in 1i8..=12, of_month in 1i8..=28) {
        let meant = day(year, month, of_month);
        prop_assert_eq!(date(value::date(meant).split('，').next().unwrap(), TODAY), Some(meant));
    }

    #[test]
    fn every_telephone_that_we_say_is_understood(number in "1[3-9][0-9]{9}") {
        prop_assert_eq!(digits(&value::phone(&number)), Some(number));
    }

    #[test]
    fn any_words_are_answered_without_panic(said in "\\PC{0,60}") {
        let _ = (number(&said), digits(&said), date(&said, TODAY), yes_no(&said), one_of(&said, &["云南"], &Everyday));
    }
}
