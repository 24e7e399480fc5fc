//! Everything a rule can say no with. Each variant has one text key, one spoken form and one way out.
//! A refusal is an answer to a person, never an error of the machine.

use serde::{Deserialize, Serialize};

/// Where a refused person can go next. The page turns it into one button or one telephone line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum WayOut {
    SignIn,
    Counter,
    Phone,
    AskElder,
    SeeCase,
    Back,
    Supervisor,
    Wait,
}

/// What the door answers. The number itself is chosen in one place, the web layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// The matter is not shown to exist.
    Hidden,
    /// Seen, understood, not allowed.
    Forbidden,
    /// Not now: the state has moved on.
    Conflict,
    /// The content of the form needs another look.
    Content,
    /// Too often.
    TooOften,
}

macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident => $key:literal, $way:ident, $manner:ident;)*) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
        pub enum Refusal { $($(#[$doc])* #[error($key)] $name,)* }
        impl Refusal {
            pub const ALL: &'static [Refusal] = &[$(Refusal::$name,)*];
            /// Key of the sentence in the text files (`refusal-…`).
            pub fn key(self) -> &'static str { match self { $(Refusal::$name => $key,)* } }
            pub fn way_out(self) -> WayOut { match self { $(Refusal::$name => WayOut::$way,)* } }
            pub fn manner(self) -> Manner { match self { $(Refusal::$name => Manner::$manner,)* } }
        }
    };
}

refusals! {
    /// Nobody has signed in.
    SignInFirst => "refusal-sign-in-first", SignIn, Forbidden;
    /// Somebody else's matter: says nothing about its existence.
    NotYours => "refusal-not-yours", Back, Hidden;
    /// A helper whose identity nobody has confirmed may only ask.
    IdentityNotConfirmed => "refusal-identity-not-confirmed", Counter, Forbidden;
    GrantNotActive => "refusal-grant-not-active", AskElder, Forbidden;
    GrantPaused => "refusal-grant-paused", AskElder, Forbidden;
    GrantEnded => "refusal-grant-ended", AskElder, Forbidden;
    GrantExpired => "refusal-grant-expired", AskElder, Forbidden;
    /// Agreed to, but the time to think it over is not past.
    GrantNotYet => "refusal-grant-not-yet", Wait, Forbidden;
    GrantDisputed => "refusal-grant-disputed", AskElder, Forbidden;
    /// It was for one application, and that one was made.
    GrantSpent => "refusal-grant-spent", AskElder, Forbidden;
    /// Agreed to by phone only: more than filing and papers opens when a clerk has seen her.
    ElderNotSeenYet => "refusal-elder-not-seen-yet", AskElder, Forbidden;
    /// The elder has as many helpers as she may have; she frees a place herself.
    NoPlaceLeft => "refusal-no-place-left", Back, Conflict;
    HelperIsFull => "refusal-helper-is-full", Back, Conflict;
    HelperIsFullThisMonth => "refusal-helper-is-full-this-month", Wait, Conflict;
    OutOfScope => "refusal-out-of-scope", AskElder, Forbidden;
    /// She allowed some services by name, and this is none of them.
    OutOfItems => "refusal-out-of-items", AskElder, Forbidden;
    /// Phone on record, bank account, password, grants: only herself, with her card.
    OnlyHerself => "refusal-only-herself", Counter, Forbidden;
    /// Another desk's area: only what every desk of the county takes in (通办).
    OnlyAtHome => "refusal-only-at-home", Counter, Forbidden;
    /// One cannot be one's own helper.
    OwnHelper => "refusal-own-helper", Back, Content;
    /// The phone on record cannot prove whose answer this is.
    PhoneCannotConsent => "refusal-phone-cannot-consent", Counter, Forbidden;
    AskedTooOften => "refusal-asked-too-often", Wait, TooOften;
    TooManyCodes => "refusal-too-many-codes", Wait, TooOften;
    TooManyTries => "refusal-too-many-tries", Counter, TooOften;
    PersonNotAlive => "refusal-person-not-alive", Counter, Forbidden;
    /// The act is not possible in the state the case has now.
    NotInThisState => "refusal-not-in-this-state", SeeCase, Conflict;
    AlreadySubmitted => "refusal-already-submitted", SeeCase, Conflict;
    /// The ten minutes are over.
    UndoOver => "refusal-undo-over", Phone, Conflict;
    AnswersMissing => "refusal-answers-missing", Back, Content;
    /// Nothing is looked up before she has said yes.
    ConsentMissing => "refusal-consent-missing", Back, Content;
    PapersMissing => "refusal-papers-missing", Counter, Content;
    CommitmentNotSigned => "refusal-commitment-not-signed", Back, Content;
    TooManyPapers => "refusal-too-many-papers", Counter, Content;
    /// The desk has not dealt with the ones before.
    TooManyVoiceMessages => "refusal-too-many-voice-messages", Counter, Content;
    /// A running filing made by commitment may not be changed yet.
    FilingLocked => "refusal-filing-locked", Counter, Conflict;
    /// Another clerk holds the case.
    HeldByColleague => "refusal-held-by-colleague", Wait, Conflict;
    NotHeld => "refusal-not-held", Back, Conflict;
    OtherArea => "refusal-other-area", Back, Hidden;
    OtherTier => "refusal-other-tier", Back, Forbidden;
    OwnMatter => "refusal-own-matter", Supervisor, Forbidden;
    OwnFamily => "refusal-own-family", Supervisor, Forbidden;
    /// Four eyes: never two steps of one case by the same person.
    DidEarlierStep => "refusal-did-earlier-step", Supervisor, Forbidden;
    /// A second return only for what the first answer newly showed.
    SecondReturn => "refusal-second-return", Supervisor, Conflict;
    ReturnNeedsContent => "refusal-return-needs-content", Back, Content;
    ColleagueNotChosen => "refusal-colleague-not-chosen", Back, Content;
    NoteNeedsWords => "refusal-note-needs-words", Back, Content;
    ReasonNeeded => "refusal-reason-needed", Back, Content;
    /// Main papers cannot be promised for later.
    MainPaperMissing => "refusal-main-paper-missing", Back, Content;
    DeferralTooLate => "refusal-deferral-too-late", Back, Content;
    ApplicantMustAgree => "refusal-applicant-must-agree", Back, Content;
    CardNotChecked => "refusal-card-not-checked", Back, Content;
    /// The picture on the card was not compared with the face.
    FaceNotChecked => "refusal-face-not-checked", Back, Content;
    /// A legal guardian without the papers that make her one.
    ProofMissing => "refusal-proof-missing", Counter, Content;
    /// A legal guardian's grant: only the county begins it and lets it go on.
    CountyDecides => "refusal-county-decides", Counter, Forbidden;
    CertificateNotSeen => "refusal-certificate-not-seen", Back, Content;
    SupervisorOnly => "refusal-supervisor-only", Supervisor, Forbidden;
    /// Two supervisors, and not the person concerned.
    SecondSupervisor => "refusal-second-supervisor", Supervisor, Forbidden;
    SlipUsedUp => "refusal-slip-used-up", Counter, Forbidden;
    PinTooSimple => "refusal-pin-too-simple", Back, Content;
    /// No assistant does this, whoever is beside her.
    NotForAssistants => "refusal-not-for-assistants", Counter, Forbidden;
    /// A supervisor must clear it up first.
    AssistantStopped => "refusal-assistant-stopped", Supervisor, Forbidden;
    NobodyBeside => "refusal-nobody-beside", Back, Forbidden;
    /// She was there long ago: card and face again.
    BesideTooLong => "refusal-beside-too-long", Back, Forbidden;
    /// Too many numbers that belong to nobody: whoever guesses is stopped.
    TooManyMisses => "refusal-too-many-misses", Wait, TooOften;
    NumbersNotCompared => "refusal-numbers-not-compared", Back, Content;
    /// She is the elder's helper: that has a way of its own.
    HelperNotAssistant => "refusal-helper-not-assistant", Back, Forbidden;
    /// The region's rules about acting for others.
    RelationNotAllowed => "refusal-relation-not-allowed", Counter, Forbidden;
    LetterMissing => "refusal-letter-missing", Counter, Forbidden;
    AgentTooYoung => "refusal-agent-too-young", Counter, Forbidden;
    ReservedToHerself => "refusal-reserved-to-herself", Counter, Forbidden;
    ItemNotForAssistants => "refusal-item-not-for-assistants", Counter, Forbidden;
    /// She is insured elsewhere: nothing new is filed here.
    NotInsuredHere => "refusal-not-insured-here", Phone, Forbidden;
    /// The record that goes is the insured one: the other way round.
    MergeOtherWay => "refusal-merge-other-way", Back, Content;
    /// The new number stands in another record already.
    NumberOfAnother => "refusal-number-of-another", Supervisor, Conflict;
    /// Money is granted by a sum, never by a bare yes.
    SumNeeded => "refusal-sum-needed", Back, Content;
    /// The days for saying how it was are over, or the tier above is dealing with it already.
    RatingOver => "refusal-rating-over", Phone, Conflict;
    /// Somebody else has said it for this step; herself she may change it.
    RatedAlready => "refusal-rated-already", SeeCase, Conflict;
    /// A clerk of the rated desk writes down no rating of it.
    RatedDesk => "refusal-rated-desk", Supervisor, Forbidden;
    /// First she is spoken with, then something is set right.
    CallFirst => "refusal-call-first", Back, Conflict;
    /// From today at the earliest, in order, and not for ever.
    AwayDays => "refusal-away-days", Back, Content;
    /// Of another desk, no clerk, or away herself on one of these days.
    StandInNot => "refusal-stand-in-not", Back, Content;
    /// On one of these days she stands in for a colleague.
    StandsIn => "refusal-stands-in", Back, Conflict;
    /// The board that decides has not met yet.
    BoardNotYet => "refusal-board-not-yet", Wait, Conflict;
    FormOfAnotherPerson => "refusal-form-of-another-person", Back, Conflict;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_has_its_own_sentence() {
        let mut keys: Vec<_> = Refusal::ALL.iter().map(|r| r.key()).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), Refusal::ALL.len());
        assert!(keys.iter().all(|k| k.starts_with("refusal-")));
    }
}
