//! The organisation in its tables: read as a whole, replaced as a whole.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sqlx::types::Json;
use sqlx::{PgConnection, PgPool};
use whistle_domain::actor::Role;
use whistle_domain::geography::Polygon;
use whistle_domain::organisation::{
    Grid, Organisation, OrganisationError, OrganisationFile, Person, Post, Unit, UnitKind,
};

#[cfg(test)]
mod tests;

/// Why the organisation cannot be read or replaced.
#[derive(Debug, thiserror::Error)]
pub enum OrganisationStoreError {
    /// Nobody has loaded an organisation yet.
    #[error("no organisation has been loaded")]
    Absent,
    /// It contradicts itself; nothing was changed.
    #[error("the organisation is not sound")]
    Unsound(#[from] OrganisationError),
    /// A stored word is not one that this release knows.
    #[error("the stored {what} `{word}` is not known to this release")]
    UnknownWord {
        /// `unit kind` or `role`.
        what: &'static str,
        /// The word.
        word: String,
    },
    /// The organisation cannot be written as JSON.
    #[error("the organisation cannot be written down")]
    Unwritable(#[source] serde_json::Error),
    /// The database failed.
    #[error("the organisation's tables cannot be used")]
    Database(#[from] sqlx::Error),
}

/// The organisation as it stands, without what has been retired. All tables are read at one instant, so a
/// replacement under way is seen wholly or not at all.
pub async fn load_organisation(pool: &PgPool) -> Result<Organisation, OrganisationStoreError> {
    let mut snapshot = pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?;
    let district = sqlx::query!("SELECT name, county_code, fallback_unit FROM district")
        .fetch_optional(&mut *snapshot)
        .await?
        .ok_or(OrganisationStoreError::Absent)?;
    let file = OrganisationFile {
        name: district.name,
        county_code: district.county_code,
        fallback_unit: district.fallback_unit,
        units: load_units(&mut snapshot).await?,
        grids: load_grids(&mut snapshot).await?,
        people: load_people(&mut snapshot).await?,
        posts: load_posts(&mut snapshot).await?,
    };
    snapshot.commit().await?;
    Ok(Organisation::from_file(file)?)
}

/// Puts this organisation in the place of the present one, or leaves everything as it was.
///
/// Units and grids that are not in the file are retired at `now` and keep their names for old cases; one that
/// comes back is in service again. People and posts that are not in the file are gone.
pub async fn replace_organisation(
    pool: &PgPool,
    file: &OrganisationFile,
    now: DateTime<Utc>,
) -> Result<Organisation, OrganisationStoreError> {
    let organisation = Organisation::from_file(file.clone())?;
    let mut transaction = pool.begin().await?;
    // One replacement at a time; readers are not held up.
    sqlx::query!("LOCK TABLE district IN SHARE ROW EXCLUSIVE MODE").execute(&mut *transaction).await?;
    replace_units(&mut transaction, file, now).await?;
    replace_grids(&mut transaction, file, now).await?;
    replace_people(&mut transaction, file).await?;
    sqlx::query_file!(
        "src/organisation/queries/upsert_district.sql",
        file.name,
        file.county_code,
        file.fallback_unit,
        now
    )
    .execute(&mut *transaction)
    .await?;
    transaction.commit().await?;
    Ok(organisation)
}

async fn replace_units(
    connection: &mut PgConnection,
    file: &OrganisationFile,
    now: DateTime<Utc>,
) -> Result<(), OrganisationStoreError> {
    sqlx::query_file!("src/organisation/queries/upsert_units.sql", rows(&file.units)?)
        .execute(&mut *connection)
        .await?;
    let kept: Vec<String> = file.units.iter().map(|unit| unit.code.clone()).collect();
    sqlx::query!(
        "UPDATE units SET retired_at = $1 WHERE retired_at IS NULL AND code <> ALL ($2)",
        now,
        &kept
    )
    .execute(&mut *connection)
    .await?;
    Ok(())
}

async fn replace_grids(
    connection: &mut PgConnection,
    file: &OrganisationFile,
    now: DateTime<Utc>,
) -> Result<(), OrganisationStoreError> {
    sqlx::query_file!("src/organisation/queries/upsert_grids.sql", rows(&file.grids)?)
        .execute(&mut *connection)
        .await?;
    let kept: Vec<String> = file.grids.iter().map(|grid| grid.code.clone()).collect();
    sqlx::query!(
        "UPDATE grids SET retired_at = $1 WHERE retired_at IS NULL AND code <> ALL ($2)",
        now,
        &kept
    )
    .execute(&mut *connection)
    .await?;
    Ok(())
}

async fn replace_people(
    connection: &mut PgConnection,
    file: &OrganisationFile,
) -> Result<(), OrganisationStoreError> {
    sqlx::query!("DELETE FROM posts").execute(&mut *connection).await?;
    sqlx::query!("DELETE FROM people").execute(&mut *connection).await?;
    sqlx::query_file!("src/organisation/queries/insert_people.sql", rows(&file.people)?)
        .execute(&mut *connection)
        .await?;
    sqlx::query_file!("src/organisation/queries/insert_posts.sql", rows(&file.posts)?)
        .execute(&mut *connection)
        .await?;
    Ok(())
}

/// Rows for `jsonb_to_recordset`: the shape of the file is the shape of the tables.
fn rows<T: Serialize>(entries: &[T]) -> Result<serde_json::Value, OrganisationStoreError> {
    serde_json::to_value(entries).map_err(OrganisationStoreError::Unwritable)
}

async fn load_units(connection: &mut PgConnection) -> Result<Vec<Unit>, OrganisationStoreError> {
    let stored = sqlx::query!(
        "SELECT code, name, kind, parent, duties FROM units WHERE retired_at IS NULL ORDER BY ordinal"
    )
    .fetch_all(connection)
    .await?;
    let units = stored.into_iter().map(|row| {
        let kind = UnitKind::from_code(&row.kind)
            .ok_or(OrganisationStoreError::UnknownWord { what: "unit kind", word: row.kind })?;
        Ok(Unit { code: row.code, name: row.name, kind, parent: row.parent, duties: row.duties })
    });
    units.collect()
}

async fn load_grids(connection: &mut PgConnection) -> Result<Vec<Grid>, OrganisationStoreError> {
    let stored = sqlx::query!(
        r#"SELECT code, name, unit, parent, polygon AS "polygon: Json<Polygon>"
           FROM grids WHERE retired_at IS NULL ORDER BY ordinal"#
    )
    .fetch_all(connection)
    .await?;
    let grids = stored.into_iter().map(|row| Grid {
        code: row.code,
        name: row.name,
        unit: row.unit,
        parent: row.parent,
        polygon: row.polygon.0,
    });
    Ok(grids.collect())
}

async fn load_people(connection: &mut PgConnection) -> Result<Vec<Person>, OrganisationStoreError> {
    let people = sqlx::query_as!(Person, "SELECT code, name, phone FROM people ORDER BY ordinal");
    Ok(people.fetch_all(connection).await?)
}

async fn load_posts(connection: &mut PgConnection) -> Result<Vec<Post>, OrganisationStoreError> {
    let stored =
        sqlx::query!("SELECT person, unit, role, title, grid, responsible FROM posts ORDER BY ordinal")
            .fetch_all(connection)
            .await?;
    let posts = stored.into_iter().map(|row| {
        let role = Role::from_code(&row.role)
            .ok_or(OrganisationStoreError::UnknownWord { what: "role", word: row.role })?;
        let (person, unit, title, grid) = (row.person, row.unit, row.title, row.grid);
        Ok(Post { person, unit, role, title, grid, responsible: row.responsible })
    });
    posts.collect()
}
