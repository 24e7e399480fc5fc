//! What a helper may be allowed, one thing at a time. Nothing here says who is allowed anything.

use serde::{Deserialize, Serialize};

/// What a helper may do. Phone on record, bank account, password, grants and messages about consent are in no scope, ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Scope {
    /// 看办件进度
    SeeCases,
    /// 代填并提交申请
    Apply,
    /// 补交材料
    HandInPapers,
    /// 同时收到消息
    ReceiveNotices,
    /// 出示医保码
    ShowCode,
    /// 看待遇和花费
    SeeBenefits,
    /// 预约上门
    BookVisits,
    /// 代缴参保费
    PayContributions,
}

impl Scope {
    pub const ALL: [Scope; 8] = [
        Self::SeeCases,
        Self::Apply,
        Self::HandInPapers,
        Self::ReceiveNotices,
        Self::ShowCode,
        Self::SeeBenefits,
        Self::BookVisits,
        Self::PayContributions,
    ];
    /// Only what has a service behind it is offered; the others wait for theirs.
    pub const OFFERED: [Scope; 4] = [Self::SeeCases, Self::Apply, Self::HandInPapers, Self::ReceiveNotices];

    pub fn key(self) -> &'static str {
        match self {
            Self::SeeCases => "see-cases",
            Self::Apply => "apply",
            Self::HandInPapers => "hand-in-papers",
            Self::ReceiveNotices => "receive-notices",
            Self::ShowCode => "show-code",
            Self::SeeBenefits => "see-benefits",
            Self::BookVisits => "book-visits",
            Self::PayContributions => "pay-contributions",
        }
    }
    /// As a form sends it: what is not offered cannot be asked for.
    pub fn from_key(key: &str) -> Option<Scope> {
        Scope::OFFERED.into_iter().find(|s| s.key() == key)
    }
    /// Done for one service at a time, so that the elder may allow some and not others.
    pub fn per_item(self) -> bool {
        matches!(self, Self::Apply | Self::HandInPapers)
    }
    /// A yes from a phone alone reaches no further than this until a clerk has seen her: phones are borrowed.
    pub fn before_she_was_seen(self) -> bool {
        matches!(self, Self::Apply | Self::HandInPapers)
    }
}
