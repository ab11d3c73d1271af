pub(crate) fn routes() -> utoipa_axum::router::OpenApiRouter<crate::HttpState> { utoipa_axum::router::OpenApiRouter::new() }
