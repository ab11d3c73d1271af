//! Units and grids.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::ToSchema;
use whistle_domain::actor::Code;
use whistle_domain::geography::{Coordinate, Polygon};
use whistle_domain::organisation::history::{GridChange, OrganisationCommand, Period, UnitChange};
use whistle_domain::organisation::{Grid, Unit, UnitKind};

use super::request::{Ending, GridCode, New, OrganisationRequest, UnitCode};
use crate::protect::Fields;
use crate::{App, AppError};

/// Duties of one unit, at most.
const DUTIES_MAX: usize = 100;
/// Corners of one grid, at most.
const CORNERS_MAX: usize = 2000;

/// A new unit.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewUnit {
    /// 1 to 40 letters, digits, `_` or `-`; given once and for ever.
    pub code: String,
    /// Shown to people.
    pub name: String,
    /// `centre`, `department`, `utility`, `street`, `community`, `village`, `compound`, `building`, ….
    pub kind: String,
    /// The unit above it.
    pub parent: String,
    /// The duties that it carries, by the codes of the policy.
    #[serde(default)]
    pub duties: Vec<String>,
    /// 二十四小时值班: whether its duty room is staffed day and night.
    #[serde(default)]
    pub round_the_clock: bool,
    /// Since when; now where nothing is said.
    pub valid_from: Option<DateTime<Utc>>,
    /// Until when, for what is temporary.
    pub valid_to: Option<DateTime<Utc>>,
}

impl OrganisationRequest<New> for NewUnit {
    async fn command(self, _: New, _: &App) -> Result<(String, OrganisationCommand), AppError> {
        let mut fields = Fields::default();
        let code = fields.code("/code", &self.code);
        let name = fields.public_name("/name", &self.name);
        let kind = unit_kind(&mut fields, &self.kind);
        let duties = duties(&mut fields, self.duties);
        fields.finish()?;
        let (parent, round_the_clock) = (Some(self.parent), self.round_the_clock);
        let unit = Unit { code: code.clone(), name, kind, parent, duties, round_the_clock };
        let period = Period { from: self.valid_from, to: self.valid_to };
        Ok((code, OrganisationCommand::EstablishUnit(unit, period)))
    }
}

/// What changes about a unit; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
pub struct OtherUnit {
    /// Another name.
    pub name: Option<String>,
    /// Another kind.
    pub kind: Option<String>,
    /// Another unit above it.
    pub parent: Option<String>,
    /// Other duties: all that it carries from then on.
    pub duties: Option<Vec<String>>,
    /// Whether its duty room is staffed day and night.
    pub round_the_clock: Option<bool>,
    /// Since when; now where nothing is said.
    pub valid_from: Option<DateTime<Utc>>,
}

impl OrganisationRequest<UnitCode> for OtherUnit {
    async fn command(
        self,
        UnitCode(code): UnitCode,
        _: &App,
    ) -> Result<(String, OrganisationCommand), AppError> {
        let mut fields = Fields::default();
        let name = self.name.map(|name| fields.public_name("/name", &name));
        let kind = self.kind.map(|kind| unit_kind(&mut fields, &kind));
        let duties = self.duties.map(|codes| duties(&mut fields, codes));
        fields.finish()?;
        let (parent, round_the_clock) = (self.parent, self.round_the_clock);
        let change = UnitChange { name, kind, parent, duties, round_the_clock };
        Ok((code.clone(), OrganisationCommand::ChangeUnit(code, change, self.valid_from)))
    }
}

impl OrganisationRequest<UnitCode> for Ending {
    async fn command(
        self,
        UnitCode(code): UnitCode,
        _: &App,
    ) -> Result<(String, OrganisationCommand), AppError> {
        Ok((code.clone(), OrganisationCommand::RetireUnit(code, self.valid_to)))
    }
}

/// A new grid.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewGrid {
    /// 1 to 40 letters, digits, `_` or `-`; given once and for ever.
    pub code: String,
    /// Shown to people.
    pub name: String,
    /// The territorial unit that it belongs to.
    pub unit: String,
    /// The larger grid that it is part of.
    pub parent: Option<String>,
    /// Its outline: longitude and latitude in CGCS2000, the last point being the first.
    pub ring: Vec<[f64; 2]>,
    /// Since when; now where nothing is said.
    pub valid_from: Option<DateTime<Utc>>,
    /// Until when, for what is temporary.
    pub valid_to: Option<DateTime<Utc>>,
}

impl OrganisationRequest<New> for NewGrid {
    async fn command(self, _: New, _: &App) -> Result<(String, OrganisationCommand), AppError> {
        let mut fields = Fields::default();
        let code = fields.code("/code", &self.code);
        let name = fields.public_name("/name", &self.name);
        let polygon = polygon(&mut fields, &self.ring);
        fields.finish()?;
        let Some(polygon) = polygon else { return Err(AppError::NotFound) };
        let grid = Grid { code: code.clone(), name, unit: self.unit, parent: self.parent, polygon };
        let period = Period { from: self.valid_from, to: self.valid_to };
        Ok((code, OrganisationCommand::DrawGrid(grid, period)))
    }
}

/// What changes about a grid; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
pub struct OtherGrid {
    /// Another name.
    pub name: Option<String>,
    /// Another unit that it belongs to.
    pub unit: Option<String>,
    /// Another grid that it is part of.
    pub parent: Option<String>,
    /// Another outline.
    pub ring: Option<Vec<[f64; 2]>>,
    /// Since when; now where nothing is said.
    pub valid_from: Option<DateTime<Utc>>,
}

impl OrganisationRequest<GridCode> for OtherGrid {
    async fn command(
        self,
        GridCode(code): GridCode,
        _: &App,
    ) -> Result<(String, OrganisationCommand), AppError> {
        let mut fields = Fields::default();
        let name = self.name.map(|name| fields.public_name("/name", &name));
        let polygon = self.ring.and_then(|ring| polygon(&mut fields, &ring));
        fields.finish()?;
        let change = GridChange { name, unit: self.unit, parent: self.parent, polygon };
        Ok((code.clone(), OrganisationCommand::ChangeGrid(code, change, self.valid_from)))
    }
}

impl OrganisationRequest<GridCode> for Ending {
    async fn command(
        self,
        GridCode(code): GridCode,
        _: &App,
    ) -> Result<(String, OrganisationCommand), AppError> {
        Ok((code.clone(), OrganisationCommand::RetireGrid(code, self.valid_to)))
    }
}

fn unit_kind(fields: &mut Fields, word: &str) -> UnitKind {
    UnitKind::from_code(word).unwrap_or_else(|| {
        let kinds: Vec<&str> = UnitKind::ALL.iter().map(|kind| kind.code()).collect();
        fields.refuse("/kind", "unknown_kind", format!("the kinds are {}", kinds.join(", ")));
        UnitKind::Committee
    })
}

fn duties(fields: &mut Fields, codes: Vec<Code>) -> Vec<Code> {
    if codes.len() > DUTIES_MAX {
        fields.refuse("/duties", "too_many", format!("a unit carries at most {DUTIES_MAX} duties"));
        return Vec::new();
    }
    codes
}

/// The outline; nothing, and a problem noted, when it is none.
fn polygon(fields: &mut Fields, ring: &[[f64; 2]]) -> Option<Polygon> {
    if ring.len() > CORNERS_MAX {
        fields.refuse("/ring", "too_many", format!("a grid has at most {CORNERS_MAX} corners"));
        return None;
    }
    let corners: Result<Vec<Coordinate>, _> =
        ring.iter().map(|[lon, lat]| Coordinate::new(*lon, *lat)).collect();
    match corners.and_then(Polygon::new) {
        Ok(polygon) => Some(polygon),
        Err(error) => {
            fields.refuse("/ring", "bad_outline", error.to_string());
            None
        }
    }
}
