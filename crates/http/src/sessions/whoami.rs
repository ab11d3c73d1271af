//! `GET /api/v1/me`

use axum::Json;

use super::AccountView;
use crate::extract::SignedIn;
use crate::problem::Problems;

/// The account that asks.
#[utoipa::path(get, path = "/api/v1/me", tag = "sessions", responses((status = 200, description = "The account", body = AccountView), Problems))]
pub(crate) async fn whoami(SignedIn(account): SignedIn) -> Json<AccountView> {
    Json(AccountView::from(&account))
}
