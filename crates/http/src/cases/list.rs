use crate::problem::Problem;
/// x
#[utoipa::path(get, path = "/api/v1/cases", responses((status = 200)))]
pub(crate) async fn list() -> Result<(), Problem> { Ok(()) }
