//! The list of built items. Adding one touches its file here, one text file per language, and one line.

use super::Item;
use serde::{Deserialize, Serialize};

macro_rules! items {
    ($($(#[$about:meta])* $code:ident => $file:ident,)*) => {
        $(pub mod $file;)*

        /// The services a person can apply for, in the order of the pages. The name of a variant is kept in stored data.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum ItemCode { $($(#[$about])* $code,)* }

        impl ItemCode {
            pub const ALL: [ItemCode; [$(stringify!($code)),*].len()] = [$(Self::$code),*];
            /// Name in URLs and text keys.
            pub fn slug(self) -> &'static str {
                match self { $(Self::$code => $file::ITEM.slug,)* }
            }
        }

        pub static ITEMS: &[Item] = &[$($file::ITEM),*];
    };
}

items! {
    /// 城乡居民参保登记
    Enrolment => enrolment,
    /// 异地就医备案
    OutOfArea => out_of_area,
    /// 门诊慢特病病种待遇认定
    Chronic => chronic,
    /// 医疗费用手工（零星）报销
    Claim => claim,
    /// 参保信息变更
    InfoChange => info_change,
    /// 灵活就业人员参保登记（职工医保）
    FlexibleEnrolment => flexible_enrolment,
    /// 出具《参保凭证》
    Certificate => certificate,
    /// 基本医疗保险关系转移接续
    Transfer => transfer,
    /// 医疗救助对象手工（零星）报销
    AidClaim => aid_claim,
}
