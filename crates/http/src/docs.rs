//! The description of the API, and the page to read it.

use axum::Router;
use axum::routing::get;
use utoipa::openapi::security::{
    ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme,
};
use utoipa::openapi::{ComponentsBuilder, InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder};
use utoipa_axum::router::OpenApiRouter;
use utoipa_swagger_ui::{Config, SwaggerUi};

use crate::HttpState;
use crate::extract::SESSION_COOKIE;
use crate::problem::{FieldError, Problem};

const DESCRIPTION: &str = "小区吹哨、部门报到. A neighbourhood raises a whistle, departments report for duty, the \
    resident rates the result. Errors are problem documents (RFC 9457) with a stable `code`. Commands take \
    `Idempotency-Key` and `If-Match` and answer with `Whistle-Position`; queries take `min_position` and wait for it.";

/// These routes with the description of the whole service around them.
pub(crate) fn described(routes: OpenApiRouter<HttpState>) -> OpenApiRouter<HttpState> {
    OpenApiRouter::with_openapi(frame()).merge(routes)
}

/// `openapi.json`, as it is kept in the repository.
pub fn openapi_json() -> String {
    let (_, openapi) = described(crate::api(None)).split_for_parts();
    let mut json = openapi.to_pretty_json().expect("the description has only string keys");
    json.push('\n');
    json
}

/// `/openapi.json` and `/docs`.
pub(crate) fn pages(openapi: &OpenApi) -> Router<HttpState> {
    let json = openapi.to_json().expect("the description has only string keys");
    let page = SwaggerUi::new("/docs").config(Config::from("/openapi.json"));
    let answer = move || async move { ([(axum::http::header::CONTENT_TYPE, "application/json")], json) };
    Router::new().route("/openapi.json", get(answer)).merge(page)
}

fn frame() -> OpenApi {
    let bearer = SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build());
    let session = SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new(SESSION_COOKIE)));
    OpenApiBuilder::new()
        .info(
            InfoBuilder::new()
                .title("Whistle 吹哨")
                .version(env!("CARGO_PKG_VERSION"))
                .description(Some(DESCRIPTION))
                .license(Some(LicenseBuilder::new().name("Apache-2.0").build()))
                .build(),
        )
        .components(Some(
            ComponentsBuilder::new()
                .security_scheme("bearer", bearer)
                .security_scheme("session", session)
                // The answers with problems name them, but do not bring them along.
                .schema_from::<Problem>()
                .schema_from::<FieldError>()
                .build(),
        ))
        .security(Some([
            SecurityRequirement::new("bearer", Vec::<String>::new()),
            SecurityRequirement::new("session", Vec::<String>::new()),
        ]))
        .build()
}
