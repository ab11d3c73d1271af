//! Who may do what, and who may see which case. The table is written down once, here.

use uuid::Uuid;
use whistle_domain::actor::Role;
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
    /// File a case and send departments.
    Dispatch,
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
            Self::ReadCases => &[
                Resident, GridWorker, Community, Hotline, Dispatcher, Department, Supervisor, Auditor, Admin,
            ],
            Self::Review => &[Community],
            Self::Dispatch => &[Dispatcher],
            Self::ReadDispatches
            | Self::ReadReports
            | Self::WatchEvents
            | Self::ReadOrganisation
            | Self::ReadPolicies => {
                &[GridWorker, Community, Hotline, Dispatcher, Department, Supervisor, Auditor, Admin]
            }
            Self::Answer => &[Department],
            Self::Verify => &[GridWorker, Community],
            Self::CallBack => &[Community, Hotline],
            Self::Close => &[Community, Dispatcher, Supervisor],
            Self::Rate => &[Resident],
            Self::ReadHistory => &[Supervisor, Auditor],
            Self::Organise | Self::AdoptPolicy => &[Admin],
            Self::KeepRoster => &[Dispatcher, Admin],
            Self::ReadOrganisationHistory => &[Supervisor, Auditor, Admin],
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
        Some(CaseScope::Area(unit)) => report.location.area.contains(&unit),
        Some(CaseScope::Department(unit)) => {
            case.dispatches.iter().any(|dispatch| dispatch.department == unit)
        }
        Some(CaseScope::Own { subject, account }) => {
            own(report.subject, report.raised_by.id, subject, account)
        }
    }
}

fn own(reported_for: Uuid, raised_by: Uuid, subject: Option<Uuid>, account: Uuid) -> bool {
    raised_by == account || subject == Some(reported_for)
}
