//! What a request brings: who calls, in which role, with which body and which conditions.

mod actor;
mod as_of;
mod body;
mod coded;
mod command;
mod page;
mod query;

pub(crate) use actor::{
    AccountKeeper, Acting, Anybody, CalendarKeeper, Decides, IntegrationKeeper, Leaving, OnCase, OnDispatch,
    OnOrganisation, PackMaker, PolicyMaker, ReadsAccessHistory, ReadsCalendar, ReadsCases, ReadsComplainants,
    ReadsDispatches, ReadsHistory, ReadsOrganisation, ReadsOrganisationHistory, ReadsPacks, ReadsPolicies,
    ReadsPrecedents, ReadsReports, SESSION_COOKIE, SeesPhotos, SignedIn, Supposes, Watches, accounts_away,
};
pub(crate) use as_of::{JudgedAt, KnownThen, TwoTimes, as_of};
pub(crate) use body::{Body, NoBody, OptionalBody};
pub(crate) use coded::Coded;
pub(crate) use command::Command;
pub(crate) use page::{AtLeast, PageQuery};
pub(crate) use query::{Params, PathId, PathKey, PathRegister, PathText, instant, parse_instant};
