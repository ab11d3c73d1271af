use crate::problem::Problem;
/// x
#[utoipa::path(get, path = "/api/v1/dispatches", responses((status = 200)))]
pub(crate) async fn list() -> Result<(), Problem> { Ok(()) }
