//! Taking over what a former version kept in tables.
//!
//! It is done once, by whoever comes first: the commands have fixed ids, so that the second process (or the second
//! attempt after a crash) finds them given. Then the tables are emptied, for they hold names in clear.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::types::Json;
use sqlx::{PgConnection, PgPool};
use whistle_domain::actor::Role;
use whistle_domain::geography::Polygon;
use whistle_domain::organisation::history::Before;
use whistle_domain::organisation::{Grid, OrganisationFile, Person, Post, Unit, UnitKind};

use super::{OrganisationBook, OrganisationStoreError, of_the_service};
use crate::log::{CommandMeta, ExecuteError};
use crate::policy::{PolicyShelf, PolicyStoreError};
use crate::reference::{ORGANISATION_STREAM, once, reference_stamp};

/// Why the tables could not be taken over.
#[derive(Debug, thiserror::Error)]
pub enum AdoptionError {
    /// The organisation could not.
    #[error("the organisation of the former version cannot be taken over")]
    Organisation(#[from] OrganisationStoreError),
    /// A policy could not.
    #[error("the policies of the former version cannot be taken over")]
    Policy(#[from] PolicyStoreError),
}

impl From<sqlx::Error> for AdoptionError {
    fn from(error: sqlx::Error) -> Self {
        Self::Organisation(error.into())
    }
}

/// What the tables hold.
struct Tables {
    organisation: Option<(OrganisationFile, Before)>,
    policies: Vec<(i32, String, DateTime<Utc>)>,
}

/// Whether a former version left something in its tables.
pub async fn tables_hold_something(pool: &PgPool) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(
        r#"SELECT (EXISTS (SELECT FROM district) OR EXISTS (SELECT FROM policy_sets)) AS "something!""#
    )
    .fetch_one(pool)
    .await
}

/// Takes over organisation and policies from the tables of a former version, if there is anything in them. Tells
/// whether there was.
pub async fn adopt_tables(
    pool: &PgPool,
    book: &OrganisationBook,
    shelf: &PolicyShelf,
    now: DateTime<Utc>,
) -> Result<bool, AdoptionError> {
    let tables = read(pool).await?;
    if tables.organisation.is_none() && tables.policies.is_empty() {
        return Ok(false);
    }
    let stamp = reference_stamp(pool).await?;
    if let Some((file, before)) = tables.organisation.filter(|_| stamp.organisation == 0) {
        adopt_organisation(book, &file, before, now).await?;
    }
    // All of them, whatever an earlier attempt came to: only then may the tables be emptied. They come in the order of
    // their versions, so that what the book has a newer one of was adopted before.
    let (adopted, _) = shelf.load().await.map_err(PolicyStoreError::from)?;
    let newest = adopted.adopted().last().map_or(0, |adopted| adopted.version);
    let missing = |version: i32| u32::try_from(version).is_ok_and(|version| version > newest);
    for (version, document, at) in tables.policies.into_iter().filter(|(version, ..)| missing(*version)) {
        shelf.adopt_once(&format!("adoption of version {version}"), document, at).await?;
    }
    empty(pool).await?;
    Ok(true)
}

async fn adopt_organisation(
    book: &OrganisationBook,
    file: &OrganisationFile,
    before: Before,
    now: DateTime<Utc>,
) -> Result<(), OrganisationStoreError> {
    let id = once(ORGANISATION_STREAM, "adoption");
    let meta = CommandMeta { if_match: Some(0), ..of_the_service(Some(id)) };
    match book.import_after(file, Some(before), now, meta).await {
        // Another process was faster, and the organisation has gone on since.
        Err(OrganisationStoreError::Execute(ExecuteError::Stale { .. })) => Ok(()),
        adopted => adopted.map(drop),
    }
}

/// Everything, as it stood at one instant.
async fn read(pool: &PgPool) -> Result<Tables, OrganisationStoreError> {
    let mut snapshot = pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?;
    let policies = sqlx::query!("SELECT version, document, loaded_at FROM policy_sets ORDER BY version")
        .fetch_all(&mut *snapshot)
        .await?;
    let policies = policies.into_iter().map(|row| (row.version, row.document, row.loaded_at)).collect();
    let district = sqlx::query!("SELECT name, county_code, fallback_unit, replaced_at FROM district")
        .fetch_optional(&mut *snapshot)
        .await?;
    let Some(district) = district else { return Ok(Tables { organisation: None, policies }) };
    let (units, retired_units) = parted(units(&mut snapshot).await?);
    let (grids, retired_grids) = parted(grids(&mut snapshot).await?);
    let file = OrganisationFile {
        name: district.name,
        county_code: district.county_code,
        fallback_unit: district.fallback_unit,
        units,
        grids,
        people: people(&mut snapshot).await?,
        posts: posts(&mut snapshot).await?,
        leaders: Vec::new(),
    };
    let since = earliest(&mut snapshot).await?.unwrap_or(district.replaced_at);
    let before = Before {
        // Since when things were as they are is not known: since before anything that is known.
        since: since - TimeDelta::seconds(1),
        units: retired_units,
        grids: retired_grids,
    };
    snapshot.commit().await?;
    Ok(Tables { organisation: Some((file, before)), policies })
}

/// What is in force, and what is not any more.
fn parted<T>(all: Vec<(T, Option<DateTime<Utc>>)>) -> (Vec<T>, Vec<(T, DateTime<Utc>)>) {
    let (mut present, mut retired) = (Vec::new(), Vec::new());
    for (thing, retired_at) in all {
        match retired_at {
            None => present.push(thing),
            Some(at) => retired.push((thing, at)),
        }
    }
    (present, retired)
}

/// The earliest instant of which the database knows anything.
async fn earliest(connection: &mut PgConnection) -> Result<Option<DateTime<Utc>>, sqlx::Error> {
    sqlx::query_scalar!(
        "SELECT least((SELECT recorded_at FROM events WHERE position = 1), (SELECT replaced_at FROM district),
                      (SELECT min(retired_at) FROM units), (SELECT min(retired_at) FROM grids))"
    )
    .fetch_one(connection)
    .await
}

async fn units(
    connection: &mut PgConnection,
) -> Result<Vec<(Unit, Option<DateTime<Utc>>)>, OrganisationStoreError> {
    let rows =
        sqlx::query!("SELECT code, name, kind, parent, duties, retired_at FROM units ORDER BY ordinal")
            .fetch_all(connection)
            .await?;
    let units = rows.into_iter().map(|row| {
        let kind = UnitKind::from_code(&row.kind)
            .ok_or(OrganisationStoreError::UnknownWord { what: "unit kind", word: row.kind })?;
        let unit = Unit {
            code: row.code,
            name: row.name,
            kind,
            parent: row.parent,
            duties: row.duties,
            round_the_clock: false,
        };
        Ok((unit, row.retired_at))
    });
    units.collect()
}

async fn grids(connection: &mut PgConnection) -> Result<Vec<(Grid, Option<DateTime<Utc>>)>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"SELECT code, name, unit, parent, polygon AS "polygon: Json<Polygon>", retired_at
           FROM grids ORDER BY ordinal"#
    )
    .fetch_all(connection)
    .await?;
    let grids = rows.into_iter().map(|row| {
        let (code, name, unit, parent) = (row.code, row.name, row.unit, row.parent);
        (Grid { code, name, unit, parent, polygon: row.polygon.0 }, row.retired_at)
    });
    Ok(grids.collect())
}

async fn people(connection: &mut PgConnection) -> Result<Vec<Person>, sqlx::Error> {
    sqlx::query_as!(Person, "SELECT code, name, phone FROM people ORDER BY ordinal")
        .fetch_all(connection)
        .await
}

async fn posts(connection: &mut PgConnection) -> Result<Vec<Post>, OrganisationStoreError> {
    let rows =
        sqlx::query!("SELECT person, unit, role, title, grid, responsible FROM posts ORDER BY ordinal")
            .fetch_all(connection)
            .await?;
    let posts = rows.into_iter().map(|row| {
        let role = Role::from_code(&row.role)
            .ok_or(OrganisationStoreError::UnknownWord { what: "role", word: row.role })?;
        let (person, unit, title, grid) = (row.person, row.unit, row.title, row.grid);
        Ok(Post { person, unit, role, title, grid, responsible: row.responsible })
    });
    posts.collect()
}

/// Takes everything out of the tables, in the order in which they refer to each other.
async fn empty(pool: &PgPool) -> Result<(), sqlx::Error> {
    let mut transaction = pool.begin().await?;
    sqlx::query!("DELETE FROM posts").execute(&mut *transaction).await?;
    sqlx::query!("DELETE FROM people").execute(&mut *transaction).await?;
    sqlx::query!("DELETE FROM district").execute(&mut *transaction).await?;
    sqlx::query!("DELETE FROM grids").execute(&mut *transaction).await?;
    sqlx::query!("DELETE FROM units").execute(&mut *transaction).await?;
    sqlx::query!("DELETE FROM policy_sets").execute(&mut *transaction).await?;
    transaction.commit().await
}
