//! The rules of 颐保, and nothing else: no I/O, no clock, no randomness; time and chance come in as values.
//! Compiles for wasm32; its tests run in seconds. Nothing here may know a database, a page or a language.
//!
//! # Glossary: one word per idea, in code, URL, table and text
//!
//! | word | on the screen | meaning |
//! |---|---|---|
//! | elder | 本人、长辈 | the insured person a matter belongs to; every matter has exactly one |
//! | helper | 家人（家人代办） | a relative who acts for an elder inside a grant, never beyond it |
//! | assistant | 帮办人员 | a village worker, bank clerk or volunteer who acts only with the person present |
//! | organisation | 村协理员、银行网点、志愿者 | whom an assistant belongs to |
//! | beside | 本人在场 | card and face checked, the number the same on both sides; lives as long as the session |
//! | two digits | 两位数字 | stands on both sides of an assisted act; signs nobody in, is typed nowhere |
//! | look | 帮办抽查 | a supervisor looks at an act of an assistant: drawn, differing, or objected to |
//! | delegation | 代办规定 | a row of the region: who may do an item for another, and what nobody may |
//! | clerk | 经办人员 | staff of a desk: village, township or county |
//! | away | 外出、代办 | a clerk is not there for some days, and a colleague of her desk stands in |
//! | kept for | 先由您办 | a case that goes to the clerk who had her matters in hand before; others may take it |
//! | hand over | 转给同事 | a case put first in a named colleague's queue, by whoever has it or by a supervisor |
//! | note | 办件备注 | what a desk writes on a case for colleagues; the person does not read it |
//! | return leave | 准许再退一次 | a supervisor's reason for one more return; the person reads it |
//! | tier | 村（社区）、乡镇（街道）、县（区） | who accepts, who reviews, who decides |
//! | desk | 服务点 | the place where clerks of one tier work; has an area, hours, a telephone |
//! | site | 医院、银行服务站 | a desk of a hospital or bank: serves the whole county and does the first step of what it took in |
//! | item | 事项 | a service a person can apply for, e.g. 异地就医备案 |
//! | draft | 没填完的申请 | answers that are kept but not yet submitted |
//! | case | 办件 | a submitted application with its state, promise and history |
//! | paper | 材料 | a picture or PDF handed in for a draft or case |
//! | material | 所需材料 | what an item asks for; papers or shared data satisfy materials |
//! | shared data | 系统里查到的 | what another office's records prove in place of a paper, looked up on her yes |
//! | commitment | 承诺书 | a signed promise that stands in for a material |
//! | deferral | 容缺受理 | a secondary material promised by a date |
//! | grant | 家人代办授权 | what an elder allowed a helper to do, until when |
//! | notice | 消息 | what a person is told; also printed and read out at the desk |
//! | way | 怎样告诉您 | text, telephone call, letter or in person: how a notice reaches her beside the page |
//! | quiet hours | 晚上不打扰 | texts that nobody waits for are kept until morning |
//! | receipt | 回执 | shown only when the case is on disk |
//! | reference | 办件编号 | the number of a case, made to be read aloud |
//! | wish | 您想办的事 | what somebody says or types to be led somewhere; never kept, never acted on by itself |
//! | saying | – | a made-up wish and where it leads (`intent/said/`); nobody's own words |
//! | voice message | 语音留言 | what somebody said for the desk; played by those on the case alone, gone after a stated time |
//! | rating | 好差评 | how satisfied she is with one step of her case, in five levels; the rated desk reads sums alone |
//! | remedy | 差评整改 | what the tier above does about a bad rating: calls her, sets it right, asks her again |
//! | survey | 满意度问卷 | five short questions; only counts are kept |
//! | slip | 登录纸条 | a paper sign-in for people without a phone |
//! | ledger | 操作记录 | append-only chained record of every act |
//! | finding | 可疑情况 | something unusual among grants, for a supervisor to look at; it stops nobody |
//! | tally | 统计 | a counter of cases by area and month, kept with every change of a case |
//! | refusal | 不能办的原因 | a rule says no; has a sentence and a way out |

pub mod absence;
pub mod assist;
pub mod calendar;
pub mod case;
pub mod catalog;
pub mod comfort;
pub mod family;
pub mod ids;
pub mod intent;
pub mod judge;
pub mod lang;
pub mod ledger;
pub mod notice;
pub mod person;
pub mod place;
pub mod rating;
pub mod reference;
pub mod refusal;
pub mod region;
pub mod review;
pub mod shared;
pub mod sign_in;
pub mod sound;
pub mod speech;
pub mod spreadsheet;
pub mod tally;
