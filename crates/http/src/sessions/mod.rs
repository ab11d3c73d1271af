//! Logging in and out with a password.

mod login;
mod logout;
mod whoami;

use axum::http::HeaderValue;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use whistle_app::words;
use whistle_store::accounts::Account;

use crate::HttpState;
use crate::extract::SESSION_COOKIE;

pub(crate) fn routes() -> OpenApiRouter<HttpState> {
    OpenApiRouter::new()
        .routes(routes!(login::login))
        .routes(routes!(logout::logout))
        .routes(routes!(whoami::whoami))
}

/// An account, as its owner sees it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AccountView {
    /// Identity.
    id: Uuid,
    /// The name to log in with.
    username: String,
    /// What the account may do.
    #[schema(value_type = words::Role)]
    role: &'static str,
    /// The unit in which it is posted.
    unit: Option<String>,
    /// The unit whose area it may see.
    area_unit: Option<String>,
}

impl From<&Account> for AccountView {
    fn from(account: &Account) -> Self {
        Self {
            id: account.id,
            username: account.username.clone(),
            role: account.role.code(),
            unit: account.unit.clone(),
            area_unit: account.area_unit.clone(),
        }
    }
}

/// The session cookie, set to `value` or, without one, taken away.
fn cookie(value: Option<&str>) -> HeaderValue {
    let (value, life) = value.map_or(("", "; Max-Age=0"), |value| (value, ""));
    let cookie = format!("{SESSION_COOKIE}={value}; Path=/; Secure; HttpOnly; SameSite=Strict{life}");
    HeaderValue::from_str(&cookie).expect("a session is visible ASCII")
}
