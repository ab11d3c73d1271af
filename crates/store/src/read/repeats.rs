//! 重复诉求: what a report that comes in may repeat.

#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;
use whistle_domain::case::{ClosedMatter, Spot};
use whistle_domain::geography::Coordinate;

use super::QueryError;
use super::filter::matchable;

/// Closed cases that are offered at once. All but those in the corners of a box are the same place; so many that nearly never
/// all of them are in corners.
const CLOSED_MATTERS_MAX: i64 = 200;

/// A place and a matter that is raised there.
#[derive(Debug, Clone)]
pub struct SoughtMatter<'a> {
    /// The category.
    pub category: &'a str,
    /// Where.
    pub spot: &'a Spot,
    /// How far apart two points of one place may lie.
    pub metres_max: u32,
    /// Closed later than this.
    pub closed_after: DateTime<Utc>,
    /// Closed by then.
    pub closed_by: DateTime<Utc>,
}

/// A row of the answer.
struct Found {
    case_id: Uuid,
    closed_at: DateTime<Utc>,
    address: Option<String>,
    lon: Option<f64>,
    lat: Option<f64>,
}

/// Closed cases that may be the same matter at the same place, as far as the read models are: first those at the very address,
/// then those nearby, of each the ones closed last, a bounded number. Whether they are is for the domain to say, which measures
/// more exactly.
pub async fn closed_matters(
    connection: impl PgExecutor<'_>,
    sought: &SoughtMatter<'_>,
) -> Result<Vec<ClosedMatter>, QueryError> {
    let Spot { grid, address, point } = sought.spot;
    let corners = point.map(|point| point.box_around(f64::from(sought.metres_max)));
    let [south_west, north_east] = corners.map_or([None; 2], |corners| corners.map(Some));
    let found = sqlx::query_file_as!(
        Found,
        "src/read/queries/closed_matters.sql",
        matchable(grid),
        matchable(sought.category),
        sought.closed_after,
        sought.closed_by,
        address.as_deref().map(matchable) as Option<_>,
        south_west.map(Coordinate::lon) as Option<f64>,
        north_east.map(Coordinate::lon) as Option<f64>,
        south_west.map(Coordinate::lat) as Option<f64>,
        north_east.map(Coordinate::lat) as Option<f64>,
        CLOSED_MATTERS_MAX,
    );
    let matter = |row: Found| ClosedMatter {
        case: row.case_id,
        category: sought.category.to_owned(),
        spot: Spot {
            grid: grid.clone(),
            address: row.address,
            point: row.lon.zip(row.lat).and_then(|(lon, lat)| Coordinate::new(lon, lat).ok()),
        },
        closed_at: row.closed_at,
    };
    Ok(found.fetch_all(connection).await?.into_iter().map(matter).collect())
}
