//! The use cases of Whistle: who may do what, and the way from a request to an event.
//!
//! Every command on a case goes the same way: authorise → load → seal personal data → decide → append. Every answer
//! is masked: nothing in here hands out a name or a number in clear, except to administrators those of officers.

mod access;
mod accounts;
mod as_of;
mod calendar;
mod caller;
mod cases;
mod echoes;
mod error;
mod exports;
mod imports;
mod integrations;
mod lists;
mod organisation;
mod packs;
mod photos;
mod policies;
mod protect;
mod recounting;
mod reference;
mod registers;
mod reports;
mod stream;
mod timers;
mod views;
mod what_if;
pub mod words;

use std::sync::Arc;
use std::time::Duration;

use async_recursion::async_recursion as boxed;
use tokio::sync::Semaphore;
use uuid::Uuid;
use whistle_domain::case::Case;
use whistle_domain::clock::Clock;
use whistle_domain::pack::ReportPack;
use whistle_store::access::AccessShelf;
use whistle_store::accounts::Accounts;
use whistle_store::calendar::CalendarShelf;
use whistle_store::database::Pool;
use whistle_store::integrations::Integrations;
use whistle_store::log::{AggregateCache, EventLog};
use whistle_store::numbers::CaseNumbers;
use whistle_store::organisation::OrganisationBook;
use whistle_store::photos::Photos;
use whistle_store::policy::PolicyShelf;
use whistle_store::projections::{ProjectionStatus, Projections};
use whistle_store::vault::Vault;

pub use access::{Operation, case_scope};
pub use accounts::{
    AccessCommitted, AccessEntry, AccessHistoryPage, AccountItem, AccountPage, AccountQuery, IssuedKey,
    KeyView, NewAccount, NewKey, OpenedAccount, ReplacedPassword,
};
pub use as_of::{AsOf, KnownAt, Moment};
pub use calendar::{
    CalendarCommitted, CalendarYearView, DueView, LocalDayInput, LocalDayView, YearInput, counted,
};
pub use caller::Caller;
pub use cases::{
    Acceptance, Amendment, Callback, CaseDesk, CaseRequest, Closing, CodeRequest, CommandContext, Committed,
    Contact, Decision, DispatchAnswer, DispatchParty, DispatchRequest, Dispatches, Diversion, EchoProposal,
    EchoRetraction, EchoRuling, Endorsement, Escalation, Exclusion, ExclusionRulingForm, ExitForm,
    ExtensionRequest, ExtensionRuling, Feedback, Filing, ForcedClosing, ForcedClosingRuling,
    FurtherDispatches, HouseholdVote, ItemForm, ItemList, ItemRestoration, Joining, JointMeeting,
    JointResult, Linking, LocalHandling, LocationInput, LookingBack, Measure, Merging, MilestoneForm,
    MilestoneReport, NotAccepting, Orphanage, OverdueForm, PlanForm, Progress, RaiseInput, Raised, Rating,
    Reclassification, RectificationClaim, RectificationOrder, Refusal, Reinspection, Release, Reopening,
    ReportForDuty, ReporterInput, Representation, Resumption, ReturnRequest, ReturnRulingForm, ScoreAppeal,
    ScoreAppealRuling, Settlement, SignIn, Signature, SupervisionEnd, SupervisionOrder, SupervisionReply,
    SuspensionRequest, SuspensionReview, SuspensionRuling, Transfer, Verification, Withdrawal,
};
pub use echoes::{EchoEntry, EchoWall, WaitingWording, WaitingWordings};
pub use error::{AppError, FieldProblem};
pub use exports::{Export, ExportRequest};
pub use imports::{
    CaseImporter, IMPORT_BATCH_MAX, IMPORT_LINE_CHARS_MAX, IMPORT_TEXT_CHARS_MAX, IMPORT_TITLE_CHARS_MAX,
    ImportError, ImportGround, Prepared, RecordToImport, Taken,
};
pub use integrations::{
    Delivered, IntegrationList, IntegrationView, NewIntegration, OpenedIntegration, ReplacedSecret, Replay,
    Trial, WebhookHosts,
};
pub use lists::{OpenList, PageRequest, PastList};
pub use organisation::{
    CalledView, CancelShift, DutyItem, DutyShiftView, Ending, GapView, GapsView, GridCode, HistoryPage,
    LeaderLink, LeaderUnlink, LeadershipItem, New, NewGrid, NewPerson, NewPost, NewShift, NewUnit,
    OfficerView, Order, OrganisationCommitted, OrganisationRequest, OtherGrid, OtherPerson, OtherUnit,
    PeoplePage, PersonCode, PersonItem, PostId, PostItem, ResponsibilityView, RosterView, ShiftId, UnitCode,
};
pub use packs::{PackCommitted, PackFilter, PackItem, PackView};
pub use photos::{PHOTO_BYTES_MAX, PhotoKey, PhotoOfCase, PhotoSeen, PhotoShown, PhotoTaken, PhotoView};
pub use policies::{PolicyCommitted, PolicyItem, PolicyView};
pub use reference::Reference;
pub use registers::Advice;
pub use reports::{Comparison, Explanation, Figure, PERIOD_DAYS_MAX, Report, ReportRequest, ReportRow};
pub use stream::{EventNotice, Notices};
pub use views::{
    CallbackView, CaseView, CheckView, ClockView, ComplainantView, DispatchView, DisputeView, EchoView,
    EchoWordingView, EndingView, EscalationView, ExplanationView, HistoryActor, HistoryEntry, HoldingView,
    ImportedView, ItemView, JointActionView, LeafPage, LeafView, LocalResultView, LocationView,
    MilestoneView, PendingRequestView, PeopleView, PetitionView, PlanView, PublicStep, PublicView,
    RatingView, ReporterView, RulingView, SaidView, SupervisionView, SuspensionView, WorkView,
};
pub use what_if::{PolicyChoice, Supposition, WhatIf};

/// Cases held in memory between two commands.
const CASES_CACHED_MAX: u64 = 20_000;
/// Dispatches whose case is remembered.
const DISPATCH_CASES_CACHED_MAX: u64 = 50_000;
/// Report packs held in memory.
const PACKS_CACHED_MAX: u64 = 32;
/// How long a look-up waits for the read models to catch up with the log.
const CATCH_UP_MAX: Duration = Duration::from_secs(3);
/// How long the database may take to say that it is there.
const DATABASE_ANSWER_MAX: Duration = Duration::from_secs(2);

/// Everything the use cases work with.
pub struct App {
    log: EventLog,
    cases: AggregateCache<Case>,
    dispatch_cases: moka::sync::Cache<Uuid, Uuid>,
    packs: AggregateCache<ReportPack>,
    photos: photos::PhotoRoom,
    numbers: CaseNumbers,
    vault: Vault,
    accounts: Accounts,
    pool: Pool,
    projections: Projections,
    organisation: OrganisationBook,
    policies: PolicyShelf,
    calendar: CalendarShelf,
    access: AccessShelf,
    access_turns: Semaphore,
    integrations: integrations::IntegrationRoom,
    reference: reference::CurrentReference,
    rested: timers::Rested,
    clock: Arc<dyn Clock>,
    pasts: Arc<Semaphore>,
}

/// What an [`App`] is made of.
pub struct Parts {
    /// The event log.
    pub log: EventLog,
    /// Draws case numbers.
    pub numbers: CaseNumbers,
    /// Seals and opens personal data.
    pub vault: Vault,
    /// Accounts, tokens and sessions.
    pub accounts: Accounts,
    /// Connections for reading.
    pub pool: Pool,
    /// How far the read models are.
    pub projections: Projections,
    /// Organisation, policy and calendar.
    pub reference: Reference,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Whom the service may call when other systems are told what happens.
    pub webhook_hosts: WebhookHosts,
}

impl App {
    /// The use cases over these parts.
    pub fn new(parts: Parts) -> Self {
        Self {
            organisation: OrganisationBook::new(parts.log.clone(), parts.vault.clone()),
            policies: PolicyShelf::new(parts.log.clone()),
            calendar: CalendarShelf::new(parts.log.clone()),
            access: AccessShelf::new(parts.log.clone()),
            access_turns: Semaphore::new(1),
            integrations: integrations::IntegrationRoom::new(
                Integrations::new(parts.pool.clone(), parts.vault.clone()),
                parts.webhook_hosts,
            ),
            photos: photos::PhotoRoom::new(Photos::new(parts.pool.clone(), parts.vault.clone())),
            log: parts.log,
            cases: AggregateCache::new(CASES_CACHED_MAX),
            dispatch_cases: moka::sync::Cache::new(DISPATCH_CASES_CACHED_MAX),
            packs: AggregateCache::new(PACKS_CACHED_MAX),
            numbers: parts.numbers,
            vault: parts.vault,
            accounts: parts.accounts,
            pool: parts.pool,
            projections: parts.projections,
            reference: reference::CurrentReference::new(parts.reference),
            rested: timers::rested(),
            clock: parts.clock,
            pasts: Arc::new(Semaphore::new(as_of::PASTS_AT_ONCE_MAX)),
        }
    }

    /// The time.
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    /// Accounts, tokens and sessions.
    pub const fn accounts(&self) -> &Accounts {
        &self.accounts
    }

    /// The event log.
    pub const fn log(&self) -> &EventLog {
        &self.log
    }

    /// How far the read models are.
    pub const fn projections(&self) -> &Projections {
        &self.projections
    }

    /// Whether the database answers, and how every read model fares. Nothing when it does not answer.
    #[boxed]
    pub async fn projection_status(&self) -> Option<Vec<ProjectionStatus>> {
        let status =
            tokio::time::timeout(DATABASE_ANSWER_MAX, self.projections.status(self.clock.now())).await;
        status.ok().and_then(Result::ok)
    }

    /// Organisation and policy in force.
    pub fn reference(&self) -> Arc<Reference> {
        self.reference.get(self.clock.now())
    }

    /// Puts a changed organisation or policy in force, unless a newer one is already.
    pub fn replace_reference(&self, reference: Reference) {
        self.reference.replace(reference);
    }

    /// Waits, for a bounded time, until the read models have reached a position.
    #[boxed]
    pub async fn await_position(&self, position: i64) -> Result<(), AppError> {
        let reached = self.projections.wait_until(position, CATCH_UP_MAX).await;
        reached.map_err(|_| AppError::Behind { wanted: position })
    }
}
