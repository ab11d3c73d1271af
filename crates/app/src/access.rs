//! Who may do what, and who may see which case. The table is written down once, here.

use uuid::Uuid;
use whistle_domain::actor::{Code, Role};
use whistle_domain::case::Case;
use whistle_store::read::CaseScope;

use crate::{AppError, Caller};

/// What can be asked of the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operation {
    /// Raise a whistle.
    Raise,
    /// List and read cases.
    ReadCases,
    /// Endorse, decline, handle locally, escalate.
    Review,
    /// Put one's own report right, or take it back.
    Amend,
    /// Refuse a matter, or divert it to another authority.
    Screen,
    /// Link cases, or merge them.
    Merge,
    /// File a case, send departments, and change who is sent.
    Dispatch,
    /// Call departments together, and say what came of it.
    Convene,
    /// Decide what others asked for; the policy says which level decides what.
    Decide,
    /// Read what was ruled on returns.
    ReadPrecedents,
    /// Ask for a case to be parked.
    Park,
    /// Draw up a plan.
    Plan,
    /// What units that were sent do on the case beside their dispatch.
    Work,
    /// Ask for a case to be closed by force.
    Petition,
    /// Ask for a case to be left out of the scores.
    Exclude,
    /// Look at what was put right: reinspection and look-back.
    Inspect,
    /// Reopen a closed case.
    Reopen,
    /// 督办.
    Supervise,
    /// Answer a supervision.
    Reply,
    /// Note who else complains, and who speaks for them.
    Collect,
    /// See who has joined a case, without their names.
    ReadComplainants,
    /// List the items of a case.
    ListItems,
    /// Order that an item be put right, or open one again.
    Order,
    /// List dispatches.
    ReadDispatches,
    /// Sign, report, accept, record measures, feed back.
    Answer,
    /// Check the result in the field.
    Verify,
    /// Ask the resident.
    CallBack,
    /// Close.
    Close,
    /// Rate one's own case.
    Rate,
    /// Read the complete history.
    ReadHistory,
    /// Read the reports.
    ReadReports,
    /// Judge a past period by another policy or calendar.
    Suppose,
    /// Watch what happens.
    WatchEvents,
    /// Change units, grids, people, posts and leaders.
    Organise,
    /// Keep the duty roster.
    KeepRoster,
    /// Read the duty roster and the gaps of responsibility.
    ReadOrganisation,
    /// Read the history of the organisation.
    ReadOrganisationHistory,
    /// Adopt a policy.
    AdoptPolicy,
    /// Read the policies.
    ReadPolicies,
    /// Publish the working days of a year, and declare extra days.
    PublishCalendar,
    /// Read the calendar.
    ReadCalendar,
    /// Word what the neighbourhood is told, and decide on what others worded.
    Echo,
    /// Freeze a report pack.
    FreezePack,
    /// Read the report packs, which are about everybody.
    ReadPacks,
    /// Open and close accounts, replace passwords, issue and revoke keys.
    KeepAccounts,
    /// Open and close integrations, pause, resume and try them, replace their secrets.
    KeepIntegrations,
    /// Read what was done with accounts, keys and integrations.
    ReadAccessHistory,
}

impl Operation {
    /// The roles that may ask for this.
    pub const fn roles(self) -> &'static [Role] {
        use Role::{
            Admin, Auditor, Community, Department, Dispatcher, GridWorker, Hotline, Resident, Supervisor,
        };
        match self {
            Self::Raise => {
                &[Resident, GridWorker, Community, Hotline, Dispatcher, Department, Supervisor, Admin]
            }
            Self::ReadCases | Self::ReadCalendar => &[
                Resident, GridWorker, Community, Hotline, Dispatcher, Department, Supervisor, Auditor, Admin,
            ],
            Self::ReadDispatches
            | Self::ReadReports
            | Self::WatchEvents
            | Self::ReadOrganisation
            | Self::ReadPolicies => {
                &[GridWorker, Community, Hotline, Dispatcher, Department, Supervisor, Auditor, Admin]
            }
            Self::ReadHistory => &[Supervisor, Auditor],
            Self::ReadPrecedents => &[Dispatcher, Supervisor, Auditor],
            Self::Suppose => &[Supervisor, Admin],
            Self::Amend | Self::Rate => &[Resident],
            Self::Review => &[Community],
            Self::Dispatch => &[Dispatcher],
            Self::Answer | Self::Work => &[Department],
            Self::Screen => &[Hotline, Dispatcher],
            Self::Merge | Self::Convene | Self::Petition => &[Community, Dispatcher],
            Self::Decide | Self::Supervise | Self::Order | Self::FreezePack => &[Dispatcher, Supervisor],
            Self::Park | Self::Exclude => &[Community, Dispatcher, Department],
            Self::Plan => &[Dispatcher, Department],
            Self::Verify => &[GridWorker, Community],
            Self::ReadPacks => &[Dispatcher, Supervisor, Auditor, Admin],
            Self::Echo => &[Community, Supervisor],
            Self::Inspect => &[GridWorker, Community, Supervisor],
            Self::CallBack => &[Community, Hotline],
            Self::Close | Self::Reopen => &[Community, Dispatcher, Supervisor],
            Self::Reply => &[Community, Department],
            Self::Collect => &[GridWorker, Community, Hotline, Dispatcher],
            Self::ReadComplainants => &[GridWorker, Community, Hotline, Dispatcher, Supervisor, Auditor],
            Self::ListItems => &[GridWorker, Community, Dispatcher],
            Self::Organise
            | Self::AdoptPolicy
            | Self::PublishCalendar
            | Self::KeepAccounts
            | Self::KeepIntegrations => &[Admin],
            Self::KeepRoster => &[Dispatcher, Admin],
            Self::ReadOrganisationHistory => &[Supervisor, Auditor, Admin],
            Self::ReadAccessHistory => &[Auditor, Admin],
        }
    }

    /// Refuses a caller whose role may not ask for this.
    pub fn authorise(self, caller: &Caller) -> Result<(), AppError> {
        if self.roles().contains(&caller.role()) { Ok(()) } else { Err(AppError::Forbidden) }
    }
}

/// The cases that a caller may see: residents their own, departments those that were dispatched to them, staff their
/// area, supervisors and auditors all. `None`: none at all.
pub fn case_scope(caller: &Caller) -> Option<CaseScope> {
    match caller.role() {
        Role::Resident => {
            caller.known().then_some(CaseScope::Own { subject: caller.subject, account: caller.actor.id })
        }
        Role::Department => caller.actor.unit.clone().map(CaseScope::Department),
        Role::GridWorker | Role::Community | Role::Hotline | Role::Dispatcher | Role::Admin => {
            caller.area_unit.clone().or_else(|| caller.actor.unit.clone()).map(CaseScope::Area)
        }
        Role::Supervisor | Role::Auditor => Some(CaseScope::Everything),
        Role::System => None,
    }
}

/// Whether a caller may see this very case. The same rule as [`case_scope`], judged on the case itself, so that
/// it holds even while the read models are behind.
pub(crate) fn sees(caller: &Caller, case: &Case) -> bool {
    let Some(report) = &case.report else { return false };
    match case_scope(caller) {
        None => false,
        Some(CaseScope::Everything) => true,
        Some(CaseScope::Area(unit)) => lies_in(&unit, case),
        Some(CaseScope::Department(unit)) => was_sent(&unit, case),
        Some(CaseScope::Own { subject, account }) => {
            own(report.subject, report.raised_by.id, subject, account)
        }
    }
}

/// Whether a case is a unit's own business: its area is the unit's, or the unit was sent. What [`sees`] lets the unit's
/// accounts see, taken together.
pub(crate) fn concerns(unit: &Code, case: &Case) -> bool {
    lies_in(unit, case) || was_sent(unit, case)
}

fn lies_in(unit: &Code, case: &Case) -> bool {
    case.report.as_ref().is_some_and(|report| report.location.area.contains(unit))
}

fn was_sent(unit: &Code, case: &Case) -> bool {
    case.dispatches.iter().any(|dispatch| dispatch.department == *unit)
}

fn own(reported_for: Uuid, raised_by: Uuid, subject: Option<Uuid>, account: Uuid) -> bool {
    raised_by == account || subject == Some(reported_for)
}
