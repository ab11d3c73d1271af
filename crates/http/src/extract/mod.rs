//! What a request brings: who calls, in which role, with which body and which conditions.

mod actor;
mod body;
mod command;
mod query;

pub(crate) use actor::{
    Acting, Anybody, CallsBack, Closes, DispatchDesk, Inspector, Neighbourhood, Officer, Organiser,
    PolicyMaker, ReadsCases, ReadsDispatches, ReadsHistory, ReadsOrganisation, ReadsOrganisationHistory,
    ReadsPolicies, ReadsReports, ResidentOnly, RosterKeeper, SESSION_COOKIE, SignedIn, Watches,
    accounts_away, session_cookie,
};
pub(crate) use body::{Body, OptionalBody};
pub(crate) use command::Command;
pub(crate) use query::{LIMIT_DEFAULT, Params, PathId, PathNumber, instant, page_request, parse_instant};
