//! The words that answers and requests use for things of the domain, as `openapi.json` lists them. Fields hold the word as a
//! string; the description says which strings there are, so that clients can be checked against it.

use std::borrow::Cow;

use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::{PartialSchema, ToSchema};
use whistle_domain::actor;
use whistle_domain::case;
use whistle_domain::lamp;
use whistle_domain::organisation;
use whistle_domain::policy;

/// A type for each list of words. It only describes: nothing ever has a value of it.
macro_rules! words {
    ($($(#[doc = $doc:literal])+ $name:ident = $words:expr;)+) => {$(
        $(#[doc = $doc])+
        #[derive(Debug)]
        pub enum $name {}

        impl ToSchema for $name {
            fn name() -> Cow<'static, str> {
                stringify!($name).into()
            }
        }

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                listed(concat!($($doc),+).trim(), $words)
            }
        }
    )+};
}

words! {
    /// Where a case stands.
    CaseStatus = case::CaseStatus::ALL.map(case::CaseStatus::code);
    /// 哨型: what kind of answer a whistle asks for.
    WhistleKind = policy::WhistleKind::ALL.map(policy::WhistleKind::code);
    /// The level that holds a case.
    Level = case::Level::ALL.map(case::Level::code);
    /// How a clock stands.
    Lamp = lamp::Lamp::ALL.map(lamp::Lamp::code);
    /// What somebody does here. Nobody logs in as `system`, which acts when time runs out.
    Role = actor::Role::ACCOUNTS.into_iter().chain([actor::Role::System]).map(actor::Role::code);
    /// What a unit is.
    UnitKind = organisation::UnitKind::ALL.map(organisation::UnitKind::code);
    /// What a dispatch asks of its unit.
    DispatchRole = case::DispatchRole::ALL.map(case::DispatchRole::code);
    /// How far a dispatch has come.
    DispatchState = case::DispatchState::ALL.map(case::DispatchState::code);
    /// Why a dispatch was taken back.
    RecallCause = case::RecallCause::ALL.map(case::RecallCause::code);
    /// What a clock demands.
    DeadlineKind = case::DeadlineKind::ALL.map(case::DeadlineKind::code);
    /// 回音壁: what the neighbourhood is told.
    EchoOutcome = case::EchoOutcome::ALL.map(case::EchoOutcome::code);
    /// 不满意: the ways on.
    DissatisfactionExit = case::DissatisfactionExit::ALL.map(case::DissatisfactionExit::code);
    /// 挂账: what stands in the way.
    SuspensionGround = case::SuspensionGround::ALL.map(case::SuspensionGround::code);
    /// How a parking that was asked for stands.
    SuspensionState = ["requested", "in_force", "refused", "lifted"];
    /// 不予受理: why.
    NotAcceptedGround = case::NotAcceptedGround::ALL.map(case::NotAcceptedGround::code);
    /// 转引: where to.
    Authority = case::Authority::ALL.map(case::Authority::code);
    /// 剔除: why.
    ExclusionGround = case::ExclusionGround::ALL.map(case::ExclusionGround::code);
    /// 督办: the rungs.
    SupervisionMeasure = case::SupervisionMeasure::ALL.map(case::SupervisionMeasure::code);
    /// How grave a hazard is.
    HazardLevel = case::HazardLevel::ALL.map(case::HazardLevel::code);
    /// How far an item has come.
    ItemState = case::ItemState::ALL.map(case::ItemState::code);
    /// How a case ended without having been handled.
    EndingKind = ["not_accepted", "diverted", "merged", "withdrawn"];
    /// What was asked for and is decided by somebody else.
    PetitionKind = ["extension", "forced_closing", "exclusion", "score_appeal"];
    /// What a unit asks for that was sent.
    DispatchRequest = ["return", "extension"];
    /// 核查、回访、回头看、评价: how a result was looked at.
    CheckKind = ["verification", "callback", "look_back", "rating"];
    /// What came of looking at a result, or of asking.
    CheckOutcome = ["passed", "failed", "impossible", "solved", "unsolved", "unanswered"];
    /// With what a photograph came.
    PhotoStep = case::PhotoStep::ALL.map(case::PhotoStep::code);
    /// Whether an account may come in.
    AccountState = ["open", "closed"];
    /// Whether a key lets in.
    KeyState = ["in_force", "expired", "revoked", "account_closed"];
    /// Whether another system is told what happens; `failing`: it is, and did not take the last delivery.
    IntegrationState = ["active", "failing", "paused", "closed"];
    /// Why another system is not told for the time being.
    PauseCause = ["asked", "failing"];
    /// Why no answer came from another system.
    NoAnswer = crate::integrations::NoAnswer::ALL.map(crate::integrations::NoAnswer::code);
    /// Whether a line of the ledger is struck off.
    LedgerState = ["open", "struck_off"];
}

fn listed(description: &str, words: impl IntoIterator<Item = &'static str>) -> RefOr<Schema> {
    let words = ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words));
    words.description(Some(description)).into()
}
