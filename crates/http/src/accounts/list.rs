//! `GET /api/v1/accounts`, `GET /api/v1/accounts/history`

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use utoipa::IntoParams;
use whistle_app::{AccessHistoryPage, AccountPage, AccountQuery, Order};

use crate::HttpState;
use crate::extract::{AccountKeeper, Acting, KnownThen, PageQuery, Params, ReadsAccessHistory};
use crate::problem::{Problem, Problems};

/// Which accounts.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct WhichAccounts {
    /// Part of the user name or of the name that colleagues see.
    q: Option<String>,
    /// Only of this role.
    role: Option<String>,
    /// `open` or `closed`; both where nothing is said.
    state: Option<String>,
}

/// Accounts, open and closed, by user name, with their keys. No secret is in it: none is kept.
#[utoipa::path(
    get,
    operation_id = "list_accounts",
    path = "/api/v1/accounts",
    tag = "accounts",
    params(WhichAccounts, PageQuery),
    responses((status = 200, description = "By user name", body = AccountPage), Problems)
)]
pub(crate) async fn list(
    State(state): State<HttpState>,
    acting: Acting<AccountKeeper>,
    Params(WhichAccounts { q, role, state: wanted }): Params<WhichAccounts>,
    Params(page): Params<PageQuery>,
) -> Result<Json<AccountPage>, Problem> {
    let query = AccountQuery { q, role, state: wanted };
    Ok(Json(state.app.accounts_page(&acting.caller, query, &page.parsed()?).await?))
}

/// In which order.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct InOrder {
    /// `oldest` or `newest` first; `oldest` where nothing is said.
    order: Option<String>,
}

impl InOrder {
    fn parsed(self) -> Result<Order, Problem> {
        match self.order.as_deref() {
            None | Some("oldest") => Ok(Order::OldestFirst),
            Some("newest") => Ok(Order::NewestFirst),
            Some(_) => Err(Problem::malformed("bad_query", "order is `oldest` or `newest`".to_owned())),
        }
    }
}

/// What was done with accounts and keys, for auditors and administrators. What `whistle user` does is not in it.
#[utoipa::path(
    get,
    operation_id = "access_history",
    path = "/api/v1/accounts/history",
    tag = "accounts",
    params(KnownThen, InOrder, PageQuery),
    responses((status = 200, description = "Every event, oldest first where no order is given", body = AccessHistoryPage), Problems)
)]
pub(crate) async fn history(
    State(state): State<HttpState>,
    acting: Acting<ReadsAccessHistory>,
    Params(then): Params<KnownThen>,
    Params(order): Params<InOrder>,
    Params(page): Params<PageQuery>,
) -> Result<Json<AccessHistoryPage>, Problem> {
    let (known, order, page) = (then.parsed()?, order.parsed()?, page.parsed()?);
    Ok(Json(state.app.access_history(&acting.caller, known, order, &page).await?))
}
