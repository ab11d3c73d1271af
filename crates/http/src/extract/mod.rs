//! What a request brings: who calls, in which role, with which body and which conditions.

mod actor;
mod as_of;
mod body;
mod coded;
mod command;
mod query;

pub(crate) use actor::{
    Acting, Anybody, CalendarKeeper, Decides, OnCase, OnDispatch, Organiser, PackMaker, PolicyMaker,
    ReadsCalendar, ReadsCases, ReadsComplainants, ReadsDispatches, ReadsHistory, ReadsOrganisation,
    ReadsOrganisationHistory, ReadsPacks, ReadsPolicies, ReadsReports, RosterKeeper, SESSION_COOKIE,
    SignedIn, Supposes, Watches, accounts_away, session_cookie,
};
pub(crate) use as_of::{TwoTimes, as_of, known_at};
pub(crate) use body::{Body, NoBody, OptionalBody};
pub(crate) use coded::Coded;
pub(crate) use command::Command;
pub(crate) use query::{
    LIMIT_DEFAULT, Params, PathId, PathNumber, PathRegister, instant, page_request, parse_instant,
};
