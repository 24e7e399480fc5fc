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
    /// 参保信息查询打印
    RecordPrint => record_print,
    /// 新生儿参保
    Newborn => newborn,
    /// 产前检查与生育医疗费
    MaternityCost => maternity_cost,
    /// 生育津贴
    MaternityAllowance => maternity_allowance,
    /// 个人账户一次性支取
    AccountWithdrawal => account_withdrawal,
    /// 医保码激活与密码
    InsuranceCode => insurance_code,
    /// 社保卡补办与挂失
    Card => card,
    /// 长期处方
    LongPrescription => long_prescription,
    /// 「两病」送药上门、复诊续方
    MedicineHome => medicine_home,
    /// 慢特病复审
    ChronicRecheck => chronic_recheck,
    /// 慢特病定点医院
    ChronicHospital => chronic_hospital,
    /// 上门服务预约
    HomeVisit => home_visit,
    /// 大厅预约
    HallVisit => hall_visit,
    /// 出生一件事
    Birth => birth,
    /// 出院一件事（报销套餐）
    Discharge => discharge,
}
