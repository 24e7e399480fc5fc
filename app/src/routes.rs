//! The door list: every path, who may enter, and how answers may be kept. The server's routes are made from
//! this table, the tests and the crawler read it. A door that is not here does not exist.
//! Long because it is one table.

use domain::review::Tier;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    Get,
    Post,
}

/// Who may enter. The finer question, what she may do there, is `domain::judge::may`'s alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    Anyone,
    /// A signed-in resident, in her own name or for an elder.
    Resident,
    /// A signed-in resident in her own name only.
    Herself,
    /// A resident, or a clerk for the person who stands before her.
    Applicant,
    /// A clerk or supervisor, never an assistant.
    Staff,
    /// A village worker, bank clerk or volunteer.
    Assistant,
    /// What every account of staff needs: password, sign-out, ending an intake.
    AnyStaff,
    Tier(Tier),
    Supervisor,
    /// A supervisor, or a clerk of the county: who looks at how a whole area does.
    Overseer,
    /// Only while the data folder carries the demonstration marker, on loopback.
    Demo,
}

/// How an answer may be kept by browsers and by us.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cache {
    /// The same for everybody with the same language and comfort setting.
    Public,
    /// Never kept anywhere.
    Personal,
}

/// What a POST carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    None,
    Form,
    /// One file and its fields.
    File,
    /// The same, and the file is a recording of two minutes.
    Sound,
}

#[derive(Debug, Clone, Copy)]
pub struct Door {
    pub name: DoorName,
    pub method: Method,
    pub path: &'static str,
    pub who: Who,
    pub cache: Cache,
    pub body: Body,
}

macro_rules! doors {
    ($($name:ident = $method:ident $path:literal $who:expr, $cache:ident, $body:ident;)*) => {
        /// One name per door; the server matches on it, so a door without a handler does not compile.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum DoorName { $($name,)* }
        impl DoorName {
            /// `file-start`: the name as a word of the ledger.
            pub fn word(self) -> String {
                let mut word = String::new();
                for c in format!("{self:?}").chars() {
                    if c.is_ascii_uppercase() && !word.is_empty() {
                        word.push('-');
                    }
                    word.push(c.to_ascii_lowercase());
                }
                word
            }
        }
        pub const DOORS: &[Door] = &[$(Door {
            name: DoorName::$name, method: Method::$method, path: $path, who: $who, cache: Cache::$cache, body: Body::$body,
        },)*];
    };
}

use Who::*;
doors! {
    // Public pages
    Home = Get "/" Anyone, Public, None;
    Comfort = Get "/comfort" Anyone, Public, None;
    SetComfort = Post "/comfort" Anyone, Personal, Form;
    Languages = Get "/languages" Anyone, Public, None;
    SetLanguage = Post "/languages" Anyone, Personal, Form;
    Voice = Get "/voice" Anyone, Public, None;
    Guide = Get "/guide/{item}" Anyone, Public, None;
    // Carries the day of printing, so it is made anew each time.
    GuidePrint = Get "/guide/{item}/print" Anyone, Personal, None;
    GuidePdf = Get "/guide/{item}/pdf" Anyone, Public, None;
    Items = Get "/items" Anyone, Public, None;
    Search = Get "/search" Anyone, Personal, None;
    Help = Get "/help" Anyone, Public, None;
    Nearby = Get "/nearby" Anyone, Public, None;
    NearbyOf = Get "/nearby/{desk}" Anyone, Public, None;
    Learn = Get "/learn" Anyone, Public, None;
    LearnCard = Get "/learn/{card}" Anyone, Public, None;
    LearnAnswer = Get "/learn/{card}/{answer}" Anyone, Public, None;
    Promises = Get "/promises" Anyone, Public, None;
    Accessibility = Get "/accessibility" Anyone, Public, None;

    // Read aloud
    ReadPage = Post "/read" Anyone, Personal, Form;
    Reading = Get "/read/{reading}" Anyone, Personal, None;
    ReadingSound = Get "/read/{reading}/sound" Anyone, Personal, None;
    HeardSound = Get "/audio/hers/{sound}" Anyone, Personal, None;
    // Speaking
    Talk = Get "/talk" Anyone, Public, None;
    TalkAsk = Post "/talk" Anyone, Personal, File;
    TalkFound = Get "/talk/found" Anyone, Personal, None;
    TalkAnswer = Post "/talk/answer" Applicant, Personal, File;

    // Signing in
    SignIn = Get "/sign-in" Anyone, Personal, None;
    SignInSend = Post "/sign-in" Anyone, Personal, Form;
    SignInCode = Get "/sign-in/code" Anyone, Personal, None;
    SignInCheck = Post "/sign-in/code" Anyone, Personal, Form;
    SignInAgain = Post "/sign-in/again" Anyone, Personal, Form;
    SlipSignIn = Get "/sign-in/slip" Anyone, Personal, None;
    SlipSignInCheck = Post "/sign-in/slip" Anyone, Personal, Form;
    OpenAccount = Get "/open-account" Anyone, Personal, None;
    OpenAccountSend = Post "/open-account" Anyone, Personal, Form;
    OpenAccountCode = Get "/open-account/code" Anyone, Personal, None;
    OpenAccountCheck = Post "/open-account/code" Anyone, Personal, Form;
    OpenAccountDone = Get "/open-account/done" Resident, Personal, None;
    SignOut = Post "/sign-out" Anyone, Personal, Form;
    Sessions = Get "/sessions" Herself, Personal, None;
    EndSessions = Post "/sessions" Herself, Personal, Form;
    SecondScreen = Get "/second-screen" Anyone, Personal, None;
    SecondScreenOpen = Post "/second-screen" Anyone, Personal, Form;
    SecondScreenPin = Post "/second-screen/pin" Anyone, Personal, Form;

    // Filing
    FileStart = Post "/file/{item}" Applicant, Personal, Form;
    FileStep = Get "/file/draft/{draft}/{step}" Applicant, Personal, None;
    FileStepSave = Post "/file/draft/{draft}/{step}" Applicant, Personal, Form;
    FilePapers = Get "/file/draft/{draft}/papers" Applicant, Personal, None;
    FilePapersDone = Post "/file/draft/{draft}/papers" Applicant, Personal, Form;
    FilePaper = Get "/file/draft/{draft}/papers/{material}" Applicant, Personal, None;
    FilePaperAdd = Post "/file/draft/{draft}/papers/{material}" Applicant, Personal, File;
    FilePaperRemove = Post "/file/draft/{draft}/papers/{material}/remove" Applicant, Personal, Form;
    FilePaperAgain = Post "/file/draft/{draft}/papers/{material}/again" Applicant, Personal, Form;
    FilePaperLookUp = Post "/file/draft/{draft}/papers/{material}/look-up" Applicant, Personal, Form;
    FilePaperLookUpDrop = Post "/file/draft/{draft}/papers/{material}/look-up/drop" Applicant, Personal, Form;
    FileCheck = Get "/file/draft/{draft}/check" Applicant, Personal, None;
    FileSubmit = Post "/file/draft/{draft}/check" Applicant, Personal, Form;
    FileDrop = Get "/file/draft/{draft}/drop" Applicant, Personal, None;
    FileDropDo = Post "/file/draft/{draft}/drop" Applicant, Personal, Form;
    Tonight = Get "/tonight" Herself, Personal, None;
    TonightFile = Post "/tonight" Herself, Personal, Form;
    TonightDone = Get "/tonight/done" Herself, Personal, None;

    // One's cases
    MyCases = Get "/my-cases" Applicant, Personal, None;
    CasePage = Get "/cases/{reference}" Applicant, Personal, None;
    Receipt = Get "/cases/{reference}/receipt" Applicant, Personal, None;
    CaseRelease = Post "/cases/{reference}/release" Applicant, Personal, Form;
    CaseTakeBack = Post "/cases/{reference}/take-back" Applicant, Personal, Form;
    CaseUndo = Get "/cases/{reference}/undo" Applicant, Personal, None;
    CaseUndoDo = Post "/cases/{reference}/undo" Applicant, Personal, Form;
    CaseWithdraw = Get "/cases/{reference}/withdraw" Applicant, Personal, None;
    CaseWithdrawDo = Post "/cases/{reference}/withdraw" Applicant, Personal, Form;
    CaseCancel = Get "/cases/{reference}/cancel" Applicant, Personal, None;
    CaseCancelDo = Post "/cases/{reference}/cancel" Applicant, Personal, Form;
    CaseChange = Post "/cases/{reference}/change" Applicant, Personal, Form;
    CaseAnswer = Post "/cases/{reference}/answer" Applicant, Personal, Form;
    CaseSupply = Post "/cases/{reference}/supply" Applicant, Personal, Form;
    PaperFile = Get "/papers/{paper}" Applicant, Personal, None;
    Offer = Get "/offers/{offer}" Applicant, Personal, None;
    OfferAnswer = Post "/offers/{offer}" Applicant, Personal, Form;
    Messages = Get "/messages" Applicant, Personal, None;
    MessageWay = Get "/messages/way" Applicant, Personal, None;
    MessageWayDo = Post "/messages/way" Applicant, Personal, Form;

    // Voice messages
    VoiceMessages = Get "/voice-messages" Resident, Personal, None;
    VoiceMessageLeave = Post "/voice-messages" Resident, Personal, Sound;
    VoiceMessageSound = Get "/voice-messages/{message}" Resident, Personal, None;
    VoiceMessageDelete = Post "/voice-messages/{message}/delete" Resident, Personal, Form;

    // How satisfied she is
    RateCase = Get "/cases/{reference}/rate" Resident, Personal, None;
    RateStep = Get "/cases/{reference}/rate/{stage}" Resident, Personal, None;
    RateStepSay = Post "/cases/{reference}/rate/{stage}" Resident, Personal, Form;
    RateWhy = Get "/cases/{reference}/rate/{stage}/why" Resident, Personal, None;
    RateWhySay = Post "/cases/{reference}/rate/{stage}/why" Resident, Personal, Form;
    RateDone = Get "/cases/{reference}/rate/{stage}/done" Resident, Personal, None;
    SurveyDone = Get "/survey/done" Resident, Personal, None;
    Survey = Get "/survey/{question}" Resident, Personal, None;
    SurveyAnswer = Post "/survey/{question}" Resident, Personal, Form;

    // Families
    Family = Get "/family" Resident, Personal, None;
    AskGrant = Get "/family/ask" Herself, Personal, None;
    AskGrantSend = Post "/family/ask" Herself, Personal, Form;
    ActFor = Post "/family/act/{grant}" Resident, Personal, Form;
    ActReturn = Post "/family/return" Resident, Personal, Form;
    FamilyFind = Post "/family/find" Resident, Personal, Form;
    Portrait = Get "/family/picture/{grant}" Resident, Personal, None;
    PortraitSave = Post "/family/picture/{grant}" Resident, Personal, Form;
    KeptTyped = Get "/family/kept/{grant}" Resident, Personal, None;
    LeaveGrant = Get "/family/leave/{grant}" Herself, Personal, None;
    LeaveGrantDo = Post "/family/leave/{grant}" Herself, Personal, Form;
    Helpers = Get "/helpers" Herself, Personal, None;
    GrantPage = Get "/helpers/{grant}" Herself, Personal, None;
    GrantCode = Post "/helpers/{grant}/code" Herself, Personal, Form;
    GrantAgree = Post "/helpers/{grant}/agree" Herself, Personal, Form;
    GrantWait = Post "/helpers/{grant}/wait" Herself, Personal, Form;
    GrantRefuse = Post "/helpers/{grant}/refuse" Herself, Personal, Form;
    GrantPause = Post "/helpers/{grant}/pause" Herself, Personal, Form;
    GrantResume = Post "/helpers/{grant}/resume" Herself, Personal, Form;
    GrantEnd = Post "/helpers/{grant}/end" Herself, Personal, Form;
    GrantFace = Get "/helpers/{grant}/face" Herself, Personal, None;
    GrantFaceCheck = Post "/helpers/{grant}/face" Herself, Personal, File;
    GrantSheet = Get "/helpers/{grant}/papers/{paper}" Herself, Personal, None;
    GrantDispute = Post "/helpers/{grant}/dispute" Herself, Personal, Form;
    AskerBlock = Post "/helpers/{grant}/block" Herself, Personal, Form;
    AskerUnblock = Post "/helpers/{grant}/unblock" Herself, Personal, Form;

    // Staff
    StaffSignIn = Get "/staff/sign-in" Anyone, Personal, None;
    StaffSignInCheck = Post "/staff/sign-in" Anyone, Personal, Form;
    StaffCode = Get "/staff/code" Anyone, Personal, None;
    StaffCodeCheck = Post "/staff/code" Anyone, Personal, Form;
    ChoosePassword = Get "/staff/password" AnyStaff, Personal, None;
    ChoosePasswordSave = Post "/staff/password" AnyStaff, Personal, Form;
    StaffSignOut = Post "/staff/sign-out" AnyStaff, Personal, Form;
    Desk = Get "/staff" Staff, Personal, None;
    FindCase = Post "/staff" Staff, Personal, Form;
    Board = Get "/staff/board" Tier(Tier::County), Personal, None;
    Away = Get "/staff/away" Staff, Personal, None;
    AwaySet = Post "/staff/away" Staff, Personal, Form;
    AwayOf = Get "/staff/away/{staff}" Supervisor, Personal, None;
    AwayOfSet = Post "/staff/away/{staff}" Supervisor, Personal, Form;
    TakeNext = Post "/staff/next" Staff, Personal, Form;
    StaffCase = Get "/staff/cases/{reference}" Staff, Personal, None;
    StaffAct = Post "/staff/cases/{reference}/{act}" Staff, Personal, Form;
    StaffPrint = Get "/staff/cases/{reference}/print" Staff, Personal, None;
    StaffPaper = Get "/staff/papers/{paper}" Staff, Personal, None;
    People = Get "/staff/people" Staff, Personal, None;
    PeopleFind = Post "/staff/people" Staff, Personal, Form;
    StaffPerson = Get "/staff/people/{person}" Staff, Personal, None;
    IssueSlip = Post "/staff/people/{person}/slip" Staff, Personal, Form;
    StaffSlip = Get "/staff/slips/{slip}" Staff, Personal, None;
    ConfirmIdentity = Post "/staff/people/{person}/identity" Staff, Personal, Form;
    MarkDead = Post "/staff/people/{person}/death" Staff, Personal, Form;
    UndoDeath = Post "/staff/people/{person}/alive" Staff, Personal, Form;
    ChangePhone = Post "/staff/people/{person}/phone" Staff, Personal, Form;
    AskAtCounter = Get "/staff/people/{person}/helper" Staff, Personal, None;
    AskAtCounterDo = Post "/staff/people/{person}/helper" Staff, Personal, Form;
    MovePerson = Get "/staff/people/{person}/move" Staff, Personal, None;
    MovePersonDo = Post "/staff/people/{person}/move" Staff, Personal, Form;
    MergePeople = Get "/staff/people/{person}/merge" Supervisor, Personal, None;
    MergePeopleDo = Post "/staff/people/{person}/merge" Supervisor, Personal, Form;
    PartPeople = Get "/staff/people/{person}/part" Supervisor, Personal, None;
    PartPeopleDo = Post "/staff/people/{person}/part" Supervisor, Personal, Form;
    StaffGrant = Get "/staff/grants/{grant}" Staff, Personal, None;
    StaffLetter = Get "/staff/grants/{grant}/letter" Staff, Personal, None;
    StaffLetterPhoto = Get "/staff/grants/{grant}/letter/photo" Staff, Personal, None;
    StaffLetterKeep = Post "/staff/grants/{grant}/letter/photo" Staff, Personal, File;
    StaffSheet = Get "/staff/grants/{grant}/papers/{paper}" Staff, Personal, None;
    StaffSheetDrop = Post "/staff/grants/{grant}/papers/remove" Staff, Personal, Form;
    StaffGuardian = Get "/staff/grants/{grant}/guardian" Staff, Personal, None;
    StaffGuardianProof = Post "/staff/grants/{grant}/guardian/proof" Staff, Personal, File;
    StaffGuardianTake = Post "/staff/grants/{grant}/guardian" Staff, Personal, Form;
    StaffClaims = Get "/staff/claims" Tier(Tier::County), Personal, None;
    StaffDecision = Get "/staff/grants/{grant}/decision" Tier(Tier::County), Personal, None;
    StaffDecisionDo = Post "/staff/grants/{grant}/decision" Tier(Tier::County), Personal, Form;
    StaffGrantAct = Post "/staff/grants/{grant}/{act}" Staff, Personal, Form;
    Intake = Post "/staff/people/{person}/intake" Staff, Personal, Form;
    IntakeEnd = Post "/staff/intake/end" AnyStaff, Personal, Form;
    StaffMessages = Get "/staff/messages" Staff, Personal, None;
    StaffDeliver = Post "/staff/messages/{notice}" Staff, Personal, Form;
    PrintPile = Get "/staff/print" Staff, Personal, None;
    StaffLetters = Get "/staff/letters" Staff, Personal, None;
    StaffLettersPosted = Post "/staff/letters" Staff, Personal, Form;
    StaffVoiceSound = Get "/staff/voice-messages/{message}" Staff, Personal, None;
    StaffVoiceDone = Post "/staff/voice-messages/{message}" Staff, Personal, Form;
    StaffRatings = Get "/staff/ratings" Staff, Personal, None;
    StaffRemedy = Get "/staff/ratings/{rating}" Staff, Personal, None;
    StaffRemedyCall = Post "/staff/ratings/{rating}/call" Staff, Personal, Form;
    StaffRemedyCorrect = Post "/staff/ratings/{rating}/correct" Staff, Personal, Form;
    StaffRemedyClose = Post "/staff/ratings/{rating}/close" Staff, Personal, Form;
    NoteRating = Get "/staff/people/{person}/rating" Staff, Personal, None;
    NoteRatingDo = Post "/staff/people/{person}/rating" Staff, Personal, Form;
    Declare = Get "/staff/declare" Staff, Personal, None;
    DeclareDo = Post "/staff/declare" Staff, Personal, Form;
    TakenIn = Get "/staff/taken-in" Staff, Personal, None;
    Overview = Get "/staff/overview" Overseer, Personal, None;
    OverviewCsv = Get "/staff/overview.csv" Overseer, Personal, None;
    OverviewXlsx = Get "/staff/overview.xlsx" Overseer, Personal, None;
    Accounts = Get "/staff/accounts" Supervisor, Personal, None;
    Watch = Get "/staff/watch" Supervisor, Personal, None;
    WatchFinding = Get "/staff/watch/{finding}" Supervisor, Personal, None;
    WatchDecide = Post "/staff/watch/{finding}" Supervisor, Personal, Form;
    AccountsReset = Post "/staff/accounts/{staff}/reset" Supervisor, Personal, Form;

    // Other people's hands
    Assist = Get "/assist" Assistant, Personal, None;
    AssistFind = Post "/assist" Assistant, Personal, Form;
    AssistBegin = Post "/assist/begin" Assistant, Personal, Form;
    AssistNumber = Get "/assist/number" Assistant, Personal, None;
    AssistSame = Post "/assist/number" Assistant, Personal, Form;
    AssistDiffer = Post "/assist/differ" Assistant, Personal, Form;
    AssistSend = Post "/assist/send/{draft}" Assistant, Personal, Form;
    AssistPerson = Get "/assist/person" Assistant, Personal, None;
    AssistSheet = Get "/assist/sheet" Assistant, Personal, None;
    AssistTurned = Get "/assist/turned" Assistant, Personal, None;
    Assisted = Get "/staff/assisted" Supervisor, Personal, None;
    AssistedLook = Post "/staff/assisted/{assisted}" Supervisor, Personal, Form;
    AssistantClear = Post "/staff/assistants/{staff}/clear" Supervisor, Personal, Form;
    AssistedObject = Post "/staff/people/{person}/assisted/{assisted}" Staff, Personal, Form;

    // The machine
    Demo = Get "/demo" Who::Demo, Personal, None;
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn each_door_has_one_method_and_path() {
        let mut seen = std::collections::BTreeSet::new();
        for door in DOORS {
            assert!(seen.insert((format!("{:?}", door.method), door.path)), "{} twice", door.path);
        }
    }

    #[test]
    fn a_door_has_a_word_for_the_ledger() {
        assert_eq!(DoorName::FileStepSave.word(), "file-step-save");
    }

    #[test]
    fn only_pages_for_anyone_may_be_kept() {
        for door in DOORS.iter().filter(|d| d.cache == Cache::Public) {
            assert_eq!((door.who, door.method), (Who::Anyone, Method::Get), "{}", door.path);
        }
    }

    #[test]
    fn a_door_with_a_body_is_a_post_and_the_other_way_round() {
        for door in DOORS {
            assert_eq!(door.method == Method::Post, door.body != Body::None, "{}", door.path);
        }
    }
}
