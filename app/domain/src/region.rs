//! What differs from region to region, as data: names, desks, promised times, limits. Each value says where it is from,
//! since when it holds and how far it can be trusted. The text is parsed elsewhere (TOML); here are shape and answers.
//! Must never hold a value of its own: a missing row is a mistake in the file, not a default.

mod assist;
mod check;
mod nearby;
mod ratings;
mod rule;

pub use assist::AssistRules;
pub use nearby::{CIRCLE_MINUTES, Near};
pub use ratings::RatingRules;
pub use rule::{Rule, Trust};

use crate::catalog::ItemCode;
use crate::family::watch::WatchLimits;
use crate::family::{Delegation, delegation};
use crate::ids::AreaCode;
use crate::notice::way::QuietHours;
use crate::review::Tier;
use crate::sign_in::{AddressRules, CodeRules, SessionRules, SlipRules};
use crate::sound::RecordingRules;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

/// One county with everything below it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Six digits.
    pub code: AreaCode,
    /// Invented places and telephone numbers; allowed in area 99 only.
    pub demo: bool,
    /// Full name of the unit that answers for the site; last part of every title.
    pub unit_name: String,
    /// What to bring to a counter, for the help card.
    pub bring: Vec<String>,
    pub hotline: Hotline,
    /// Whom staff call when a timer or the machine itself stands still.
    pub machine_room: Hotline,
    /// National numbers as people dial them.
    pub insurance_line: Rule<String>,
    pub anti_fraud_line: Rule<String>,

    /// End of office hours, for promises.
    pub office_close: Rule<Time>,
    /// Minutes in which an ordinary case can be edited or taken back before it reaches the village.
    pub undo_minutes: Rule<u16>,
    /// Of the filings decided by rule, how many a person looks at.
    pub sample_percent: Rule<u8>,
    /// Within so many working days the village confirms what was filed from a hospital at night.
    pub confirm_working_days: Rule<u16>,
    /// How far ahead a filing may start.
    pub start_months_ahead: Rule<u8>,
    /// Validity of a temporary filing.
    pub temporary_months: Rule<u8>,
    /// Filed by commitment: no change or end within so many months.
    pub commitment_lock_months: Rule<u8>,
    /// Within so many working days a promised paper (容缺受理) must arrive.
    pub deferral_working_days: Rule<u16>,
    /// Day of the month on which the county's board decides; in a shorter week the working day after.
    pub board_day: Rule<i8>,
    /// So many months a paper that goes stale is offered again.
    pub paper_fresh_months: Rule<u8>,
    /// Metres that an old person walks in a minute.
    pub walking: Rule<u16>,
    /// When texts that nobody waits for are kept until morning.
    pub quiet_hours: Rule<QuietHours>,
    /// 首问负责: a case goes to the clerk who had a matter of the same person in hand so many days ago at most.
    pub same_clerk_days: Rule<u16>,
    /// Working days per tier before a case climbs.
    pub step_days: Rule<StepDays>,
    pub papers: Rule<PaperLimits>,
    pub family: FamilyLimits,
    pub assist: AssistRules,
    pub codes: Rule<CodeRules>,
    pub addresses: Rule<AddressRules>,
    pub sessions: Rule<SessionRules>,
    pub slips: Rule<SlipRules>,
    pub recordings: Rule<RecordingRules>,
    pub ratings: RatingRules,

    #[serde(rename = "promise")]
    pub promises: Vec<Promise>,
    /// What other systems call an item: differs from place to place and from list to list.
    #[serde(rename = "item_code", default)]
    pub item_codes: Vec<CodeRow>,
    /// Who may do an item for another.
    #[serde(rename = "delegation")]
    pub delegations: Vec<Delegation>,
    #[serde(rename = "area")]
    pub areas: Vec<AreaName>,
    #[serde(rename = "desk")]
    pub desks: Vec<Desk>,
}

/// The telephone on every help card, answered by people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hotline {
    pub number: String,
    pub hours: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepDays {
    pub village: u16,
    pub township: u16,
    pub county: u16,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperLimits {
    pub file_megabytes: u16,
    pub case_megabytes: u16,
    pub files: u16,
}

/// Every number here is disputed between sources: one row each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FamilyLimits {
    /// Helpers that one elder may have at a time.
    pub helpers_per_elder: Rule<u16>,
    /// Elders that one helper may help at a time.
    pub elders_per_helper: Rule<u16>,
    pub new_helpers_per_month: Rule<u16>,
    pub helper_min_age: Rule<u16>,
    /// Longest time of one grant; she may renew it.
    pub grant_months: Rule<u8>,
    /// What a helper may ask for, in months; none longer than `grant_months`.
    pub periods: Rule<Vec<u8>>,
    /// Requests that may reach one elder within 24 hours, whoever asks.
    pub asks_per_day: Rule<u16>,
    /// A first grant begins so many hours after the yes, unless shared data or a clerk know that they belong together.
    pub first_wait_hours: Rule<u16>,
    /// So many days before a grant ends, the elder is asked whether it shall go on.
    pub renewal_days: Rule<u16>,
    /// After a yes by phone the village tells her of it in person within so many working days.
    pub visit_working_days: Rule<u16>,
    /// A grant for one application waits so many days for it.
    pub once_days: Rule<u16>,
    /// Whether a yes before a clerk needs the signed letter (授权委托书) beside it.
    pub letter_with_consent: Rule<bool>,
    /// A legal guardian's grant lasts so many months at most; then the proof is looked at again.
    pub guardian_months: Rule<u8>,
    /// Working days in which the county answers a legal guardian.
    pub guardian_working_days: Rule<u16>,
    /// A request that nobody answered runs out after so many days.
    pub unanswered_days: Rule<u16>,
    /// From when on something is unusual enough for a supervisor to look at it.
    pub watch: Rule<WatchLimits>,
}

/// Working days in which an item is decided, over all tiers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Promise {
    /// The item's slug.
    pub item: String,
    /// Which of the item's paces; none for the usual one.
    #[serde(default)]
    pub pace: Option<String>,
    pub days: u16,
    pub source: String,
    pub effective: Date,
    pub trust: Trust,
}

/// 事项编码 by one list, from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodeRow {
    /// The item's slug.
    pub item: String,
    /// 基本编码: province, kind of power, department, main item, sub-item; 12 digits.
    pub code: String,
    pub source: String,
    pub effective: Date,
    pub trust: Trust,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaName {
    pub code: AreaCode,
    pub name: String,
}

/// A counter. Its tier follows from the length of its area code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Desk {
    pub area: AreaCode,
    pub name: String,
    pub address: String,
    /// As people read it: 「周一至周五 9:00—12:00，14:00—17:30」.
    pub hours: String,
    pub phone: String,
    /// Takes a case when nobody here may act. Same tier.
    pub neighbour: Option<AreaCode>,
    /// Metres east and north of the county's own desk, for the list of desks nearby.
    #[serde(default)]
    pub at: Option<(i32, i32)>,
    /// Wheels come in without a step.
    #[serde(default)]
    pub ramp: bool,
    /// What is spoken there beside Mandarin.
    #[serde(default)]
    pub tongues: Vec<String>,
    #[serde(default)]
    pub kind: DeskKind,
}

/// Whose counter it is. A hospital's or a bank's (医保服务站、合作网点) stands in no village: it serves the whole county, takes in what
/// any desk of the county takes in, and does the first step of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeskKind {
    #[default]
    Office,
    Hospital,
    Bank,
}

impl DeskKind {
    pub fn is_site(self) -> bool {
        self != Self::Office
    }
    pub fn key(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Hospital => "hospital",
            Self::Bank => "bank",
        }
    }
}

impl Desk {
    pub fn tier(&self) -> Tier {
        self.area.tier()
    }
}

impl StepDays {
    pub fn of(&self, tier: Tier) -> u16 {
        match tier {
            Tier::Village => self.village,
            Tier::Township => self.township,
            Tier::County => self.county,
        }
    }
    pub fn sum(&self) -> u16 {
        self.village.saturating_add(self.township).saturating_add(self.county)
    }
}

impl Region {
    /// Working days promised for an item. `problems` makes sure that each has a row.
    pub fn promised_days(&self, item: ItemCode) -> u16 {
        self.promise(item).map_or(0, |promise| promise.days)
    }

    pub fn promise(&self, item: ItemCode) -> Option<&Promise> {
        self.promises.iter().find(|promise| promise.item == item.slug() && promise.pace.is_none())
    }

    /// The row of one pace of an item.
    pub fn promise_at(&self, item: ItemCode, pace: &str) -> Option<&Promise> {
        self.promises.iter().find(|promise| promise.item == item.slug() && promise.pace.as_deref() == Some(pace))
    }

    /// What other systems call the item on a day: the newest list that holds then.
    pub fn code_of(&self, item: ItemCode, day: Date) -> Option<&CodeRow> {
        let rows = self.item_codes.iter().filter(|row| row.item == item.slug() && row.effective <= day);
        rows.max_by_key(|row| row.effective)
    }

    /// The next day of the board that is not before `ready`. `working`: a day, or the working day after it.
    pub fn next_board(&self, ready: Date, working: impl Fn(Date) -> Date) -> Date {
        let this = ready.with().day(self.board_day.value).build().unwrap_or(ready);
        // A board late in a month may be put off into the next one by holidays.
        let around = [-1, 0, 1].map(|months| working(crate::catalog::field::plus_months(this, months)));
        around.into_iter().find(|day| *day >= ready).unwrap_or(this)
    }

    /// The rule of an item for whoever acts for another. `problems` makes sure that there is one.
    pub fn delegation(&self, item: ItemCode, today: Date) -> Option<&Delegation> {
        delegation::rule_for(&self.delegations, item.slug(), today)
    }

    pub fn step_days(&self, tier: Tier) -> u16 {
        self.step_days.value.of(tier)
    }

    pub fn desk(&self, area: &str) -> Option<&Desk> {
        self.desks.iter().find(|desk| desk.area.as_str() == area)
    }

    /// Name of the desk of an area; the unit's name when there is no such desk.
    pub fn desk_name(&self, area: &str) -> String {
        self.desk(area).map_or(&self.unit_name, |desk| &desk.name).clone()
    }

    pub fn neighbour_of(&self, area: &str) -> Option<&str> {
        self.desk(area)?.neighbour.as_ref().map(AreaCode::as_str)
    }

    /// The desk to name on the help card: of this area, else of the one around it, else of the county.
    pub fn nearest_desk(&self, area: &str) -> Option<&Desk> {
        let area = AreaCode::new(area);
        Tier::ALL.into_iter().find_map(|tier| self.desk(area.at(tier).as_str())).or_else(|| self.desk(self.code.as_str()))
    }

    pub fn area_name(&self, area: &str) -> Option<&str> {
        self.areas.iter().find(|known| known.code.as_str() == area).map(|known| known.name.as_str())
    }

    /// County, township and village in one: how an address begins.
    pub fn full_area_name(&self, area: &str) -> String {
        let area = AreaCode::new(area);
        let mut codes = [Tier::County, Tier::Township, Tier::Village].map(|tier| area.at(tier)).to_vec();
        codes.dedup();
        codes.iter().filter_map(|code| self.area_name(code.as_str())).collect()
    }

    /// All areas of a tier, in the order of the file.
    pub fn areas_of(&self, tier: Tier) -> impl Iterator<Item = &AreaName> {
        self.areas.iter().filter(move |area| area.code.tier() == tier)
    }

    pub fn covers(&self, area: &str) -> bool {
        self.area_name(area).is_some()
    }

    /// Each mistake in the data as a sentence for whoever edits the file; empty means fit to start.
    pub fn problems(&self) -> Vec<String> {
        check::problems(self)
    }
}
