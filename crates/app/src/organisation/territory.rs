//! Units and grids.

use chrono::{DateTime, Utc};
use whistle_domain::actor::Code;
use whistle_domain::geography::{Coordinate, Polygon};
use whistle_domain::organisation::history::{GridChange, OrganisationCommand, Period, UnitChange};
use whistle_domain::organisation::{Grid, Unit, UnitKind};

use super::OrganisationCommitted;
use crate::access::Operation;
use crate::cases::CommandContext;
use crate::protect::Fields;
use crate::{App, AppError, Caller};

/// Duties of one unit, at most.
const DUTIES_MAX: usize = 100;
/// Corners of one grid, at most.
const CORNERS_MAX: usize = 2000;

/// A new unit.
#[derive(Debug, Clone)]
pub struct UnitInput {
    /// Its code, for ever.
    pub code: Code,
    /// Shown to people.
    pub name: String,
    /// `street`, `department`, `compound`, ….
    pub kind: String,
    /// The unit above it.
    pub parent: Code,
    /// The duties that it carries.
    pub duties: Vec<Code>,
    /// Whether its duty room is staffed day and night.
    pub round_the_clock: bool,
    /// From when to when.
    pub period: Period,
}

/// What changes about a unit.
#[derive(Debug, Clone, Default)]
pub struct UnitChangeInput {
    /// Another name.
    pub name: Option<String>,
    /// Another kind.
    pub kind: Option<String>,
    /// Another unit above it.
    pub parent: Option<Code>,
    /// Other duties: all that it carries from then on.
    pub duties: Option<Vec<Code>>,
    /// Whether its duty room is staffed day and night.
    pub round_the_clock: Option<bool>,
    /// Since when; now where nothing is said.
    pub valid_from: Option<DateTime<Utc>>,
}

/// A new grid.
#[derive(Debug, Clone)]
pub struct GridInput {
    /// Its code, for ever.
    pub code: Code,
    /// Shown to people.
    pub name: String,
    /// The territorial unit that it belongs to.
    pub unit: Code,
    /// The larger grid that it is part of.
    pub parent: Option<Code>,
    /// A closed ring of longitudes and latitudes, CGCS2000.
    pub ring: Vec<[f64; 2]>,
    /// From when to when.
    pub period: Period,
}

/// What changes about a grid.
#[derive(Debug, Clone, Default)]
pub struct GridChangeInput {
    /// Another name.
    pub name: Option<String>,
    /// Another unit.
    pub unit: Option<Code>,
    /// Another larger grid.
    pub parent: Option<Code>,
    /// Another outline.
    pub ring: Option<Vec<[f64; 2]>>,
    /// Since when; now where nothing is said.
    pub valid_from: Option<DateTime<Utc>>,
}

impl App {
    /// 设立单位.
    pub async fn establish_unit(
        &self,
        caller: &Caller,
        input: UnitInput,
        context: &CommandContext,
    ) -> Result<OrganisationCommitted, AppError> {
        Operation::Organise.authorise(caller)?;
        let mut fields = Fields::default();
        let code = fields.code("/code", &input.code);
        let name = fields.public_name("/name", &input.name);
        let kind = unit_kind(&mut fields, &input.kind);
        let duties = duties(&mut fields, input.duties);
        fields.finish()?;
        let unit = Unit {
            code: code.clone(),
            name,
            kind,
            parent: Some(input.parent),
            duties,
            round_the_clock: input.round_the_clock,
        };
        self.organise(caller, code, OrganisationCommand::EstablishUnit(unit, input.period), context).await
    }

    /// 单位变更.
    pub async fn change_unit(
        &self,
        caller: &Caller,
        code: Code,
        input: UnitChangeInput,
        context: &CommandContext,
    ) -> Result<OrganisationCommitted, AppError> {
        Operation::Organise.authorise(caller)?;
        let mut fields = Fields::default();
        let name = input.name.map(|name| fields.public_name("/name", &name));
        let kind = input.kind.map(|kind| unit_kind(&mut fields, &kind));
        let duties = input.duties.map(|codes| duties(&mut fields, codes));
        fields.finish()?;
        let change =
            UnitChange { name, kind, parent: input.parent, duties, round_the_clock: input.round_the_clock };
        let command = OrganisationCommand::ChangeUnit(code.clone(), change, input.valid_from);
        self.organise(caller, code, command, context).await
    }

    /// 撤销单位.
    pub async fn retire_unit(
        &self,
        caller: &Caller,
        code: Code,
        valid_to: Option<DateTime<Utc>>,
        context: &CommandContext,
    ) -> Result<OrganisationCommitted, AppError> {
        Operation::Organise.authorise(caller)?;
        let command = OrganisationCommand::RetireUnit(code.clone(), valid_to);
        self.organise(caller, code, command, context).await
    }

    /// 划定网格.
    pub async fn draw_grid(
        &self,
        caller: &Caller,
        input: GridInput,
        context: &CommandContext,
    ) -> Result<OrganisationCommitted, AppError> {
        Operation::Organise.authorise(caller)?;
        let mut fields = Fields::default();
        let code = fields.code("/code", &input.code);
        let name = fields.public_name("/name", &input.name);
        let polygon = polygon(&mut fields, &input.ring);
        fields.finish()?;
        let Some(polygon) = polygon else { return Err(AppError::NotFound) };
        let grid = Grid { code: code.clone(), name, unit: input.unit, parent: input.parent, polygon };
        self.organise(caller, code, OrganisationCommand::DrawGrid(grid, input.period), context).await
    }

    /// 网格调整.
    pub async fn change_grid(
        &self,
        caller: &Caller,
        code: Code,
        input: GridChangeInput,
        context: &CommandContext,
    ) -> Result<OrganisationCommitted, AppError> {
        Operation::Organise.authorise(caller)?;
        let mut fields = Fields::default();
        let name = input.name.map(|name| fields.public_name("/name", &name));
        let polygon = input.ring.and_then(|ring| polygon(&mut fields, &ring));
        fields.finish()?;
        let change = GridChange { name, unit: input.unit, parent: input.parent, polygon };
        let command = OrganisationCommand::ChangeGrid(code.clone(), change, input.valid_from);
        self.organise(caller, code, command, context).await
    }

    /// 撤销网格.
    pub async fn retire_grid(
        &self,
        caller: &Caller,
        code: Code,
        valid_to: Option<DateTime<Utc>>,
        context: &CommandContext,
    ) -> Result<OrganisationCommitted, AppError> {
        Operation::Organise.authorise(caller)?;
        let command = OrganisationCommand::RetireGrid(code.clone(), valid_to);
        self.organise(caller, code, command, context).await
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
