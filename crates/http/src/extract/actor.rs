//! Who calls. The desk at which a handler works is a type: a handler without an actor does not type-check, and one
//! whose caller has the wrong role is never entered.

use std::marker::PhantomData;

use axum::extract::FromRequestParts;
use axum::http::header::{AUTHORIZATION, COOKIE, HOST, ORIGIN};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode};
use whistle_app::{Caller, CaseRequest, DispatchRequest, Operation, OrganisationRequest};
use whistle_store::accounts::{Account, AccountsError};

use crate::HttpState;
use crate::problem::Problem;

/// The cookie of a password session. The prefix makes browsers insist on HTTPS, this host and the whole path.
pub(crate) const SESSION_COOKIE: &str = "__Host-whistle";

/// A place where a certain operation is done.
pub(crate) trait Desk: Send + Sync {
    /// What is done there; the roles that may do it follow.
    const OPERATION: Operation;
    /// Whether somebody without an account may come.
    const STRANGERS: bool = false;
}

// For what is no command on a case: those bring their operation along.
macro_rules! desks {
    ($($(#[$doc:meta])* $name:ident => $operation:ident $(, strangers $strangers:literal)?;)+) => {
        $(
            $(#[$doc])*
            #[derive(Debug)]
            pub(crate) struct $name;
            impl Desk for $name {
                const OPERATION: Operation = Operation::$operation;
                $(const STRANGERS: bool = $strangers;)?
            }
        )+
    };
}

desks! {
    /// Whoever raises a whistle, also without an account.
    Anybody => Raise, strangers true;
    /// Whoever reads cases.
    ReadsCases => ReadCases;
    /// Whoever looks at a photograph; without an account by number and code.
    SeesPhotos => ReadCases, strangers true;
    /// Whoever reads dispatches.
    ReadsDispatches => ReadDispatches;
    /// Supervisors and auditors.
    ReadsHistory => ReadHistory;
    /// Staff.
    ReadsReports => ReadReports;
    /// Whoever supposes another policy or calendar.
    Supposes => Suppose;
    /// Whoever looks after many complainants.
    ReadsComplainants => ReadComplainants;
    /// Whoever decides where cases go.
    Decides => Decide;
    /// Whoever rules on returns, or audits it.
    ReadsPrecedents => ReadPrecedents;
    /// Staff that watches what happens.
    Watches => WatchEvents;
    /// Staff that looks who is on duty, and who answers for what.
    ReadsOrganisation => ReadOrganisation;
    /// Whoever audits the organisation.
    ReadsOrganisationHistory => ReadOrganisationHistory;
    /// Whoever adopts policies.
    PolicyMaker => AdoptPolicy;
    /// Staff that reads the policies.
    ReadsPolicies => ReadPolicies;
    /// Whoever publishes the calendar.
    CalendarKeeper => PublishCalendar;
    /// Whoever has an account.
    ReadsCalendar => ReadCalendar;
    /// Whoever has report packs frozen.
    PackMaker => FreezePack;
    /// Whoever reads report packs.
    ReadsPacks => ReadPacks;
    /// Whoever looks after accounts and keys.
    AccountKeeper => KeepAccounts;
    /// Whoever looks after other systems that are told what happens.
    IntegrationKeeper => KeepIntegrations;
    /// Whoever audits accounts and keys.
    ReadsAccessHistory => ReadAccessHistory;
}

/// Where a request on a case is made.
#[derive(Debug)]
pub(crate) struct OnCase<R>(PhantomData<fn(R)>);

impl<R: CaseRequest> Desk for OnCase<R> {
    const OPERATION: Operation = R::OPERATION;
}

/// Where a request on a dispatch is made.
#[derive(Debug)]
pub(crate) struct OnDispatch<R>(PhantomData<fn(R)>);

impl<R: DispatchRequest> Desk for OnDispatch<R> {
    const OPERATION: Operation = R::OPERATION;
}

/// Where a request on the organisation is made.
#[derive(Debug)]
pub(crate) struct OnOrganisation<About, R>(PhantomData<fn(About, R)>);

impl<About, R: OrganisationRequest<About>> Desk for OnOrganisation<About, R> {
    const OPERATION: Operation = R::OPERATION;
}

/// The caller, found fit for the desk.
#[derive(Debug)]
pub(crate) struct Acting<D> {
    pub(crate) caller: Caller,
    desk: PhantomData<D>,
}

impl<D: Desk> FromRequestParts<HttpState> for Acting<D> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &HttpState) -> Result<Self, Problem> {
        let caller = match account(parts, state).await? {
            Some(account) => Caller::from(&account),
            None if D::STRANGERS => Caller::anonymous(),
            None => return Err(Problem::unauthenticated("log in, or send a bearer token")),
        };
        D::OPERATION.authorise(&caller)?;
        Ok(Self { caller, desk: PhantomData })
    }
}

/// Anybody with an account.
#[derive(Debug)]
pub(crate) struct SignedIn(pub(crate) Account);

impl FromRequestParts<HttpState> for SignedIn {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &HttpState) -> Result<Self, Problem> {
        let account = account(parts, state).await?;
        account.map(Self).ok_or_else(|| Problem::unauthenticated("log in, or send a bearer token"))
    }
}

/// Whoever ends their session: the one that their cookie names, whether it still holds or not.
#[derive(Debug)]
pub(crate) struct Leaving(pub(crate) Option<String>);

impl FromRequestParts<HttpState> for Leaving {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &HttpState) -> Result<Self, Problem> {
        let session = session_cookie(&parts.headers).map(str::to_owned);
        if session.is_none() || parts.headers.contains_key(AUTHORIZATION) {
            SignedIn::from_request_parts(parts, state).await?;
        } else {
            of_this_site(parts)?;
        }
        Ok(Self(session))
    }
}

/// The account behind a bearer token or a session cookie; `None` when neither came. One that came and is not good is
/// refused even where strangers are welcome: its owner should know.
async fn account(parts: &Parts, state: &HttpState) -> Result<Option<Account>, Problem> {
    let accounts = state.app.accounts();
    if let Some(header) = parts.headers.get(AUTHORIZATION) {
        let token = header.to_str().ok().and_then(bearer);
        let token = token
            .ok_or_else(|| Problem::unauthenticated("the Authorization header is not a bearer token"))?;
        let account = accounts.authenticate_token(token.trim()).await.map_err(accounts_away)?;
        return account.map(Some).ok_or_else(|| Problem::unauthenticated("the token is not valid"));
    }
    let Some(session) = session_cookie(&parts.headers) else { return Ok(None) };
    of_this_site(parts)?;
    let account = accounts.authenticate_session(session).await.map_err(accounts_away)?;
    match account {
        Some(account) => Ok(Some(account)),
        // Reading with a session that has run out is reading as a stranger; writing is not.
        None if parts.method == Method::GET => Ok(None),
        None => Err(Problem::unauthenticated("the session has ended")),
    }
}

/// Refuses what a cookie would let another site change.
fn of_this_site(parts: &Parts) -> Result<(), Problem> {
    if parts.method.is_safe() || same_site(&parts.headers) {
        return Ok(());
    }
    let detail = "a session cookie only counts on requests from this site";
    Err(Problem::new(StatusCode::FORBIDDEN, "cross_site", detail))
}

/// What follows the scheme; schemes are written in any case (RFC 9110, 11.1).
fn bearer(header: &str) -> Option<&str> {
    let (scheme, token) = header.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token)
}

/// Accounts cannot be asked; whatever the reason, nobody is let in.
#[expect(clippy::needless_pass_by_value, reason = "this is how `map_err` hands it over")]
pub(crate) fn accounts_away(error: AccountsError) -> Problem {
    tracing::warn!(error = &error as &dyn std::error::Error, "accounts cannot be asked");
    Problem::unavailable("database_unavailable", "accounts cannot be asked just now")
}

/// The session cookie's value.
fn session_cookie(headers: &HeaderMap) -> Option<&str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|header| header.to_str().ok())
        .flat_map(|header| header.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find_map(|(name, value)| (name == SESSION_COOKIE).then_some(value))
}

/// Whether a browser sent this from a page of our own. `SameSite=Strict` says so too; this holds where it does not.
fn same_site(headers: &HeaderMap) -> bool {
    if let Some(site) = headers.get("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    let text = |name| headers.get(name).and_then(|value: &axum::http::HeaderValue| value.to_str().ok());
    match (text(ORIGIN), text(HOST)) {
        (Some(origin), Some(host)) => origin.split_once("://").is_some_and(|(_, from)| from == host),
        // No browser: nothing that could be led astray.
        (None, _) => true,
        (Some(_), None) => false,
    }
}
