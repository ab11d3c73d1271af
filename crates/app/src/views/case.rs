//! A case, as those who may see it see it.

use async_recursion::async_recursion as boxed;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_domain::actor::Role;
use whistle_domain::case::{Case, CaseImported, Dispatch, Report};
use whistle_domain::geography::Place;
use whistle_domain::lamp::Lamp;
use whistle_domain::privacy::masking;

use super::clocks::{self, ClockView};
use super::course::{
    DisputeView, EndingView, HoldingView, ItemView, JointActionView, PeopleView, PetitionView, PlanView,
    SupervisionView, SuspensionView, petitions,
};
use super::echo::EchoView;
use super::work::{CheckView, LocalResultView, WorkView};
use crate::photos::{Eyes, PhotoView};
use crate::protect::{REPORTER_NAME, masked};
use crate::words;
use crate::{App, AppError, AsOf, Caller, access::Operation};

/// A case.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own on the wire")]
pub struct CaseView {
    /// Identity.
    pub id: Uuid,
    /// The case number.
    pub number: String,
    /// The short form of the number, for people.
    pub display_number: String,
    /// Where the case stands: `raised`, `declined`, `endorsed`, `handled_locally`, `filed`, `dispatched`, `in_handling`, `verification`,
    /// `callback`, `dissatisfied`, `closed`, `not_accepted`, `diverted`, `merged` or `withdrawn`.
    #[schema(value_type = words::CaseStatus)]
    pub status: &'static str,
    /// Its version; also the `ETag`.
    pub version: u32,
    /// One line, personal data masked.
    pub title: String,
    /// The whole story, personal data masked.
    pub description: String,
    /// Category in force.
    pub category: String,
    /// Kind in force: `appeal`, `law`, `emergency`, `key` or `mediation`.
    #[schema(value_type = words::WhistleKind)]
    pub kind: &'static str,
    /// Channel.
    pub source: String,
    /// The level that holds the case: `building`, `compound`, `community`, `street` or `district`.
    #[schema(value_type = words::Level)]
    pub level: &'static str,
    /// Where it is.
    pub location: LocationView,
    /// Who reported it, masked; nothing for an anonymous, confidential or erased one.
    pub reporter: Option<ReporterView>,
    /// Whether the reporter's identity stays with the intake.
    pub confidential: bool,
    /// When it was raised.
    pub raised_at: DateTime<Utc>,
    /// By when it must be closed; nothing before the dispatch, and for planned work.
    pub due_at: Option<DateTime<Utc>>,
    /// `green`, `yellow`, `red`, `grey`, `purple`; nothing while no clock runs.
    #[schema(value_type = Option<words::Lamp>)]
    pub lamp: Option<&'static str>,
    /// The policy version under which it is judged.
    pub policy_version: Option<u32>,
    /// The departments sent.
    pub dispatches: Vec<DispatchView>,
    /// Times the handling was sent back.
    pub reworks: u32,
    /// Callback attempts of the present round.
    pub callback: CallbackView,
    /// 核查、回访、回头看、评价, oldest first; for the staff.
    pub checks: Vec<CheckView>,
    /// What came of it where the community dealt with it itself. Not for its resident.
    pub local_result: Option<LocalResultView>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// The level at which it was resolved.
    #[schema(value_type = Option<words::Level>)]
    pub resolved_at_level: Option<&'static str>,
    /// Whether it was closed by force.
    pub forced: bool,
    /// The resident's rating.
    pub rating: Option<RatingView>,
    /// 首接负责: the unit that stays in touch with the resident.
    pub contact_unit: Option<String>,
    /// How it ended without having been handled.
    pub ending: Option<EndingView>,
    /// The unit that owns it as an orphan matter (无头事项).
    pub orphan_owner: Option<String>,
    /// 退单, and what became of it.
    pub disputes: Vec<DisputeView>,
    /// Whether the lead was finally determined (审定).
    pub determined: bool,
    /// 延期、强制结案、剔除、申诉: what was asked for, and the answers.
    pub petitions: Vec<PetitionView>,
    /// Whether it was left out of the scores.
    pub excluded: bool,
    /// 挂账, the last time that it was asked for.
    pub suspension: Option<SuspensionView>,
    /// The stages of the work.
    pub plan: Option<PlanView>,
    /// The exits that a dissatisfied case took: `redo`, `analysis`, `extension`, `transfer`; nothing for one that waits.
    #[schema(value_type = Vec<Option<words::DissatisfactionExit>>)]
    pub dissatisfactions: Vec<Option<&'static str>>,
    /// Times it was reopened.
    pub reopenings: u32,
    /// Times it was looked at again since it was closed.
    pub look_backs: usize,
    /// 督办.
    pub supervisions: Vec<SupervisionView>,
    /// 联合行动.
    pub joint_actions: Vec<JointActionView>,
    /// Cases that have to do with it.
    pub linked: Vec<Uuid>,
    /// Cases that became part of it.
    pub absorbed: Vec<Uuid>,
    /// 重复诉求: the closed case that it repeats; for those of the staff who may see that one too.
    pub repeats: Option<Uuid>,
    /// Whose matter it is.
    pub people: PeopleView,
    /// 问题清单.
    pub items: Vec<ItemView>,
    /// Which unit answers for which stretch of time.
    pub holdings: Vec<HoldingView>,
    /// 回音壁; for the staff.
    pub echo: Option<EchoView>,
    /// The clocks of the case as a whole; those of dispatches are with them.
    pub clocks: Vec<ClockView>,
    /// The record of another system that it began with.
    pub imported: Option<ImportedView>,
    /// The photographs that the caller may see.
    pub photos: Vec<PhotoView>,
}

/// A record of another system.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ImportedView {
    /// The import scheme.
    pub scheme: String,
    /// Its number in the source.
    pub external: String,
    /// What the source calls its category, where no policy knows it.
    pub category_name: Option<String>,
    /// The status that the source gave it.
    pub status: Option<String>,
    /// When it was imported.
    pub imported_at: DateTime<Utc>,
}

impl From<&CaseImported> for ImportedView {
    fn from(imported: &CaseImported) -> Self {
        let record = &imported.record;
        Self {
            scheme: record.scheme.clone(),
            external: record.external.clone(),
            category_name: record.category_name.clone(),
            status: record.status.clone(),
            imported_at: imported.at,
        }
    }
}

/// Where a case is.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LocationView {
    /// The leaf grid.
    pub grid: String,
    /// The unit responsible for it when the whistle was raised.
    pub territorial_unit: String,
    /// Address, to the building.
    pub address: Option<String>,
    /// Degrees east, CGCS2000.
    pub lon: Option<f64>,
    /// Degrees north, CGCS2000.
    pub lat: Option<f64>,
    /// Always `CGCS2000`; what was given in another system is kept in the log.
    pub crs: &'static str,
}

/// Who reported, masked.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReporterView {
    /// Such as 张*.
    pub name: Option<String>,
    /// Such as 138****5678.
    pub phone: Option<String>,
}

/// One department's share.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DispatchView {
    /// Identity.
    pub id: Uuid,
    /// The unit.
    pub department: String,
    /// `lead`, `co_handler` or `notified`.
    #[schema(value_type = words::DispatchRole)]
    pub role: &'static str,
    /// How far it has come: `issued`, `signed`, `reported`, `accepted`, `feedback_submitted`, `rework`, `verified`,
    /// `recalled` or `discharged`.
    #[schema(value_type = words::DispatchState)]
    pub state: &'static str,
    /// When it was issued.
    pub issued_at: DateTime<Utc>,
    /// By when it must be signed for.
    pub sign_due_at: DateTime<Utc>,
    /// By when the department must report for duty.
    pub report_due_at: DateTime<Utc>,
    /// By when the resident must be contacted.
    pub contact_due_at: Option<DateTime<Utc>>,
    /// By when it must be done.
    pub due_at: Option<DateTime<Utc>>,
    /// Whether any of these ran into a year of which nobody has published the working days; it is counted again then.
    pub provisional: bool,
    /// When it was signed for.
    pub signed_at: Option<DateTime<Utc>>,
    /// When the department reported for duty.
    pub reported_at: Option<DateTime<Utc>>,
    /// When it accepted.
    pub accepted_at: Option<DateTime<Utc>>,
    /// When it last fed back.
    pub fed_back_at: Option<DateTime<Utc>>,
    /// When the resident was contacted.
    pub contacted_at: Option<DateTime<Utc>>,
    /// 自动签收: nobody signed in time.
    pub signed_automatically: bool,
    /// Steps of the chain of duty that were called.
    pub escalated: u32,
    /// Who of the chain was called last, and when.
    pub called: Option<EscalationView>,
    /// Why it was taken back: `returned`, `transferred`, `released` or `orphaned`.
    #[schema(value_type = Option<words::RecallCause>)]
    pub recalled: Option<&'static str>,
    /// Extensions granted.
    pub extensions: u32,
    /// Measures recorded.
    pub measures: u32,
    /// Times it was sent back.
    pub reworks: u32,
    /// 黄牌.
    pub yellow_cards: u32,
    /// 红牌.
    pub red_cards: u32,
    /// What was asked and what was done, in the view of a case alone; for the staff.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work: Option<WorkView>,
    /// Its clocks, in the view of a case alone: a command is answered alike whenever it is repeated.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub clocks: Vec<ClockView>,
}

/// Who was called because nobody signed for an emergency.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EscalationView {
    /// The unit.
    pub unit: String,
    /// The person on duty there, by code; the duty roster has their name.
    pub person: Option<String>,
    /// `on_duty`, `leader_in_charge` or `linked_leader`.
    pub why: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// Callback attempts.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CallbackView {
    /// Attempts that reached nobody.
    pub unanswered: usize,
    /// Whether the resident said that it is solved.
    pub solved: Option<bool>,
    /// 1 to 5.
    pub satisfaction: Option<u8>,
}

/// The resident's rating.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RatingView {
    /// Solved?
    pub solved: bool,
    /// 1 to 5.
    pub satisfaction: u8,
    /// When.
    pub rated_at: DateTime<Utc>,
}

impl App {
    /// One case, by today's rights.
    #[boxed]
    pub async fn case(&self, caller: &Caller, id: Uuid, as_of: AsOf) -> Result<CaseView, AppError> {
        Operation::ReadCases.authorise(caller)?;
        let moment = self.moment(as_of).await?;
        let (case, version) = self.visible_case_at(caller, id, moment).await?;
        let photos = self.photo_views(&case, &[Eyes::of(caller)]).await?;
        let view = CaseView { photos, ..self.case_view(id, &case, version, moment.at).await? };
        if caller.role() == Role::Resident {
            return Ok(view.for_its_resident());
        }
        let view = view.telling(&case, self.said(id, version).await?);
        Ok(CaseView { repeats: self.repeated_by(caller, &case).await?, ..view })
    }

    async fn case_view(
        &self,
        id: Uuid,
        case: &Case,
        version: u32,
        at: DateTime<Utc>,
    ) -> Result<CaseView, AppError> {
        let report = case.report.as_ref().ok_or(AppError::NotFound)?;
        Ok(CaseView {
            id,
            number: report.number.clone(),
            display_number: whistle_domain::case::display_number(&report.number),
            status: case.status.code(),
            version,
            title: report.title.shown.clone(),
            description: report.description.shown.clone(),
            category: case.category().unwrap_or_default().to_owned(),
            kind: case.kind().unwrap_or(report.kind).code(),
            source: report.source.clone(),
            level: case.level.code(),
            location: location(report),
            reporter: self.reporter(id, report).await?,
            confidential: report.confidential,
            raised_at: report.raised_at,
            due_at: case.due_at(),
            lamp: case_lamp(case, at).map(Lamp::code),
            policy_version: case.filing.as_ref().map(|filing| filing.policy_version),
            dispatches: case.dispatches.iter().map(|sent| DispatchView::at(case, sent, at)).collect(),
            reworks: case.reworks,
            callback: CallbackView {
                unanswered: case.callback.unanswered_at.len(),
                solved: case.callback.answer.map(|answer| answer.solved),
                satisfaction: case.callback.answer.map(|answer| answer.satisfaction),
            },
            // The fold has no words; they are told to whoever may read them.
            checks: Vec::new(),
            local_result: None,
            closed_at: case.closure.as_ref().map(|closure| closure.at),
            resolved_at_level: case.closure.as_ref().map(|closure| closure.resolved_at_level.code()),
            forced: case.closure.as_ref().is_some_and(|closure| closure.forced),
            rating: case.rating.as_ref().map(|rating| RatingView {
                solved: rating.verdict.solved,
                satisfaction: rating.verdict.satisfaction,
                rated_at: rating.at,
            }),
            contact_unit: case.contact_unit().map(str::to_owned),
            ending: case.ending.as_ref().map(EndingView::from),
            orphan_owner: case.orphan.as_ref().map(|orphan| orphan.owner.clone()),
            disputes: case.disputes.iter().map(DisputeView::from).collect(),
            determined: case.determined.is_some(),
            petitions: petitions(case),
            excluded: case.excluded(),
            suspension: case.suspensions.last().map(SuspensionView::from),
            plan: case.plan.as_ref().map(PlanView::from),
            dissatisfactions: exits(case),
            reopenings: case.reopenings,
            look_backs: case.look_backs.len(),
            supervisions: case.supervisions.iter().map(SupervisionView::from).collect(),
            joint_actions: case.joint_actions.iter().map(JointActionView::from).collect(),
            linked: case.linked.clone(),
            absorbed: case.absorbed.clone(),
            // Whoever may see this case need not know of the other.
            repeats: None,
            people: PeopleView::from(case),
            items: case.items.iter().map(ItemView::from).collect(),
            holdings: case.holdings().into_iter().map(HoldingView::from).collect(),
            echo: Some(EchoView::from(case)),
            clocks: clocks::of_case(case, at),
            imported: case.imported.as_deref().map(ImportedView::from),
            // Whose eyes they are for is said by whoever asks.
            photos: Vec::new(),
        })
    }

    async fn reporter(&self, id: Uuid, report: &Report) -> Result<Option<ReporterView>, AppError> {
        let Some(reporter) = report.reporter.as_ref().filter(|_| !report.confidential) else {
            return Ok(None);
        };
        let name = masked(&self.vault, reporter.name.as_ref(), id, REPORTER_NAME, masking::name).await?;
        let phone =
            masked(&self.vault, reporter.phone.as_ref(), id, "reporter.phone", masking::phone).await?;
        Ok((name.is_some() || phone.is_some()).then_some(ReporterView { name, phone }))
    }
}

impl CaseView {
    /// Without what the offices settle among themselves: who disputes, asks, supervises and meets, and why. The resident
    /// is told what comes of it, as whoever holds the query code is.
    fn for_its_resident(self) -> Self {
        Self {
            disputes: Vec::new(),
            petitions: Vec::new(),
            supervisions: Vec::new(),
            joint_actions: Vec::new(),
            linked: Vec::new(),
            absorbed: Vec::new(),
            holdings: Vec::new(),
            echo: None,
            clocks: Vec::new(),
            suspension: self.suspension.and_then(SuspensionView::for_its_resident),
            ending: self.ending.map(EndingView::for_its_resident),
            orphan_owner: None,
            excluded: false,
            dispatches: self.dispatches.into_iter().filter_map(DispatchView::for_its_resident).collect(),
            items: self.items.into_iter().map(|item| ItemView { unit: None, ..item }).collect(),
            ..self
        }
    }
}

fn exits(case: &Case) -> Vec<Option<&'static str>> {
    case.dissatisfactions
        .iter()
        .map(|(_, settled)| settled.as_ref().map(|settled| settled.exit.code()))
        .collect()
}

fn location(report: &Report) -> LocationView {
    let place: Option<&Place> = report.location.place.as_ref();
    LocationView {
        grid: report.location.grid.clone(),
        territorial_unit: report.location.territorial_unit.clone(),
        address: report.location.address.as_ref().map(|address| address.shown.clone()),
        lon: place.map(|place| place.lon),
        lat: place.map(|place| place.lat),
        crs: "CGCS2000",
    }
}

/// The lamp of the whole case is that of its lead.
fn case_lamp(case: &Case, now: DateTime<Utc>) -> Option<Lamp> {
    if case.status.terminal() {
        return None;
    }
    let lead = case.lead()?;
    let (warn_at, due_at) = (lead.warn_at()?, lead.clocks.due_at?);
    Some(Lamp::of(case.suspended().is_some(), lead.issued_at, warn_at, due_at, case.reworks, now))
}

impl DispatchView {
    /// With its clocks as they stand at `now`.
    fn at(case: &Case, dispatch: &Dispatch, now: DateTime<Utc>) -> Self {
        Self { clocks: clocks::of_dispatch(case, dispatch, now), ..Self::from(dispatch) }
    }

    /// Without how the unit is judged; nothing of a unit that was merely notified.
    fn for_its_resident(self) -> Option<Self> {
        let without = Self { yellow_cards: 0, red_cards: 0, clocks: Vec::new(), ..self };
        (without.role != "notified").then_some(without)
    }
}

impl From<&Dispatch> for DispatchView {
    fn from(dispatch: &Dispatch) -> Self {
        Self {
            id: dispatch.id,
            department: dispatch.department.clone(),
            role: dispatch.role.code(),
            state: dispatch.state.code(),
            issued_at: dispatch.issued_at,
            sign_due_at: dispatch.clocks.sign_due_at,
            report_due_at: dispatch.clocks.report_due_at,
            contact_due_at: dispatch.clocks.contact_due_at,
            due_at: dispatch.clocks.due_at,
            provisional: !dispatch.clocks.provisional.none(),
            signed_at: dispatch.signed_at,
            reported_at: dispatch.reported_at,
            accepted_at: dispatch.accepted_at,
            fed_back_at: dispatch.fed_back_at,
            contacted_at: dispatch.contacted_at,
            signed_automatically: dispatch.signed_automatically,
            escalated: dispatch.escalated.as_ref().map_or(0, |escalated| escalated.step),
            called: dispatch.escalated.as_ref().filter(|escalated| escalated.step > 0).map(|escalated| {
                EscalationView {
                    unit: escalated.unit.clone(),
                    person: escalated.person.clone(),
                    why: escalated.why.clone(),
                    at: escalated.at,
                }
            }),
            recalled: dispatch.recalled.map(whistle_domain::case::RecallCause::code),
            extensions: dispatch.extensions,
            measures: dispatch.measures,
            reworks: dispatch.reworks,
            yellow_cards: dispatch.yellow_cards,
            red_cards: dispatch.red_cards,
            work: None,
            clocks: Vec::new(),
        }
    }
}
