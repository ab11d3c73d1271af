//! What one case is about: the matter, the place, who reports it, who will be sent.

use anyhow::Context;
use whistle_app::{LocationInput, RaiseInput, ReporterInput};
use whistle_domain::actor::{Code, Role};
use whistle_domain::geography::{Coordinate, wgs84_to_gcj02};
use whistle_domain::organisation::{Grid, Organisation, UnitKind};
use whistle_domain::policy::{Category, Clocks, WhistleKind};

use super::super::cast;
use super::super::splitmix::SplitMix64;
use super::super::stories::{Blanks, Setting, Story};
use super::fate::Fate;
use super::plot::Plot;
use super::{By, World};

/// Residents who report without an account.
const OTHER_RESIDENTS: i64 = 48;
/// Units that a story can turn to where the routing names few.
const USUAL_HELPERS: [&str; 2] = ["d-housing", "d-urban"];
/// Units that a story may need besides those that are sent first.
const SPARE_UNITS: usize = 2;
const SHOPS: [&str; 5] = ["示例便利店", "演示小吃店", "样板五金店", "测试烤鱼馆", "示例理发店"];

/// What one case is about.
#[derive(Clone)]
pub(super) struct Tale {
    pub(super) story: Story,
    pub(super) kind: WhistleKind,
    pub(super) clocks: Clocks,
    /// The community in which it lies.
    pub(super) community: Code,
    pub(super) lead: Code,
    pub(super) co_handlers: Vec<Code>,
    pub(super) notified: Vec<Code>,
    /// Units that could be sent instead, where the story needs them.
    pub(super) spare: Vec<Code>,
    pub(super) blanks: Blanks,
    pub(super) report: RaiseInput,
    pub(super) reported_by: By,
    /// The resident's own account, where they have one.
    pub(super) resident: Option<String>,
}

impl Tale {
    /// Invents a case that can have this fate.
    pub(super) fn invent(world: &World<'_>, fate: Fate, chance: &mut SplitMix64) -> anyhow::Result<Self> {
        let (category, story) = matter(world, fate, chance);
        let kind = fate.plot().and_then(Plot::kind).unwrap_or(category.kind);
        let organisation = world.organisation;
        let grid = *chance.pick(&grids(organisation, story.place));
        let community = organisation.territorial_owner(grid).code.clone();
        let clocks = world.policy.clocks_for(&category.code, kind).context("the category is the policy's")?;
        let (lead, helpers) = departments(world, &category.code, grid)?;
        let (co_handlers, mut spare) = some_of(helpers, fate, chance);
        let notified = match fate {
            Fate::Plot(_) => Vec::new(),
            _ => notified(organisation, grid, &lead, &co_handlers, chance),
        };
        spare.truncate(if fate.plot().is_some() { SPARE_UNITS } else { 0 });
        let blanks = blanks(organisation, grid, &community, chance);
        let (reported_by, resident, report) =
            report(organisation, &community, fate.plot().is_some_and(Plot::of_an_account), chance);
        let report = RaiseInput {
            title: blanks.fill(chance.pick::<String>(&story.title)),
            description: Some(blanks.fill(chance.pick::<String>(&story.description))),
            category: category.code.clone(),
            kind: Some(kind).filter(|kind| *kind != category.kind),
            location: location(organisation, grid, story.place, &blanks, chance),
            confidential: report.confidential && !fate.plot().is_some_and(Plot::public),
            ..report
        };
        Ok(Self {
            story,
            kind,
            clocks,
            community,
            lead,
            co_handlers,
            notified,
            spare,
            blanks,
            report,
            reported_by,
            resident,
        })
    }

    /// The same matter, reported once more by somebody else.
    pub(super) fn repeated(&self, world: &World<'_>, chance: &mut SplitMix64) -> Self {
        let (reported_by, resident, report) = report(world.organisation, &self.community, false, chance);
        let report = RaiseInput {
            title: self.blanks.fill(chance.pick::<String>(&self.story.title)),
            description: Some(self.blanks.fill(chance.pick::<String>(&self.story.description))),
            category: self.report.category.clone(),
            kind: self.report.kind,
            location: self.report.location.clone(),
            ..report
        };
        Self { report, reported_by, resident, ..self.clone() }
    }

    /// Whether a second report can be seen to be of the same place: by a point, or by an address without a door.
    pub(super) fn recognisable(&self) -> bool {
        let location = &self.report.location;
        let open_address = self.story.place == Setting::Street && location.address.is_some();
        location.lon.is_some() || open_address
    }

    /// Every unit that is sent or told.
    pub(super) fn units(&self) -> impl Iterator<Item = &Code> {
        std::iter::once(&self.lead).chain(&self.co_handlers).chain(&self.notified).chain(&self.spare)
    }
}

/// A category with what is told of it. One case in six comes from a category without a story of its own.
fn matter<'a>(world: &World<'a>, fate: Fate, chance: &mut SplitMix64) -> (&'a Category, Story) {
    let categories = world.policy.categories();
    if let Some(plot) = fate.plot() {
        let code = *chance.pick(plot.categories());
        let category = world.policy.category(code).expect("the demo's plots name categories of the policy");
        let told =
            plot.title_key().map(|key| world.stories.retold(key, world.stories.of(code, &category.minor)));
        return (category, told.unwrap_or_else(|| world.stories.of(code, &category.minor)));
    }
    let told =
        |category: &Category| world.stories.stories.iter().any(|story| story.category == category.code);
    let fallback = chance.percent(16);
    let fits = |category: &&Category| {
        let local = !world.stories.of(&category.code, &category.minor).local.is_empty();
        let declinable = category.kind != WhistleKind::Emergency;
        told(category) != fallback
            && (!fate.local() || (local && declinable))
            && (fate != Fate::Declined || declinable)
    };
    let fitting: Vec<&Category> = categories.iter().filter(fits).collect();
    let category = *chance.pick(&fitting);
    (category, world.stories.of(&category.code, &category.minor))
}

/// The grids in which such a thing happens.
fn grids(organisation: &Organisation, place: Setting) -> Vec<&Grid> {
    let inside = |grid: &&Grid| {
        let kind = organisation.territorial_unit(&grid.code).map(|unit| unit.kind);
        (kind == Some(UnitKind::Compound)) == (place == Setting::Compound)
    };
    organisation.leaf_grids().filter(inside).collect()
}

/// The unit that leads, and those that could help: the routing's proposal, without units in which nobody can answer.
fn departments(world: &World<'_>, category: &str, grid: &Grid) -> anyhow::Result<(Code, Vec<Code>)> {
    let organisation = world.organisation;
    let routing =
        world.policy.route(category, &grid.code, organisation).context("a demo matter cannot be routed")?;
    let street = organisation.ancestors(&grid.unit).into_iter().find(|unit| unit.kind == UnitKind::Street);
    let mut able: Vec<Code> = Vec::new();
    let proposed =
        std::iter::once(routing.line_owner).chain(routing.line_alternatives).chain(routing.co_handlers);
    let usual = USUAL_HELPERS.map(str::to_owned);
    for unit in proposed.chain(street.map(|street| street.code.clone())).chain(usual) {
        if answers(organisation, &unit) && !able.contains(&unit) {
            able.push(unit);
        }
    }
    let lead = able.first().cloned().context("no department can answer for a demo matter")?;
    Ok((lead, able.split_off(1)))
}

fn answers(organisation: &Organisation, unit: &str) -> bool {
    organisation.posts_in(unit).any(|post| post.role == Role::Department)
}

/// Those who help, and the rest, who could be sent instead.
fn some_of(mut helpers: Vec<Code>, fate: Fate, chance: &mut SplitMix64) -> (Vec<Code>, Vec<Code>) {
    let wanted = match fate {
        Fate::Plot(plot) => plot.helpers(),
        Fate::PartlyReported => 1 + usize::from(chance.percent(30)),
        _ if chance.percent(30) => 1,
        _ if chance.percent(10) => 2,
        _ => 0,
    };
    let rest = helpers.split_off(wanted.min(helpers.len()));
    (helpers, rest)
}

/// The street is told of some of what happens in its territory.
fn notified(
    organisation: &Organisation,
    grid: &Grid,
    lead: &Code,
    co_handlers: &[Code],
    chance: &mut SplitMix64,
) -> Vec<Code> {
    let street = organisation.ancestors(&grid.unit).into_iter().find(|unit| unit.kind == UnitKind::Street);
    let told = street.map(|street| street.code.clone()).filter(|_| chance.percent(20));
    told.filter(|unit| unit != lead && !co_handlers.contains(unit)).into_iter().collect()
}

fn blanks(organisation: &Organisation, grid: &Grid, community: &str, chance: &mut SplitMix64) -> Blanks {
    let inside = organisation.territorial_unit(&grid.code).filter(|unit| unit.kind == UnitKind::Compound);
    let nearby = organisation.children(community).into_iter().filter(|unit| unit.kind == UnitKind::Compound);
    let nearby: Vec<_> = nearby.collect();
    let compound = inside.or_else(|| nearby.first().copied()).map_or("小区", |unit| unit.name.as_str());
    let quarter = organisation.unit(community).map_or("云栖", |unit| unit.name.as_str());
    let quarter: String = quarter.chars().take(2).collect();
    let street = format!("{quarter}{}", chance.pick(&["东路", "西路", "一街", "二街", "大道"]));
    let (floor, door) = (chance.between(1, 11), chance.between(1, 4));
    Blanks(vec![
        ("{yuan}", compound.to_owned()),
        ("{lou}", chance.between(1, 18).to_string()),
        ("{dan}", chance.between(1, 4).to_string()),
        ("{ceng}", floor.to_string()),
        ("{shi}", format!("{floor}0{door}")),
        ("{street}", street),
        ("{shop}", (*chance.pick(&SHOPS)).to_owned()),
        ("{n}", chance.between(3, 28).to_string()),
        ("{tian}", chance.between(2, 9).to_string()),
        ("{phone}", format!("19900000{:03}", chance.between(200, 999))),
    ])
}

/// Who reports it, by which channel, under which name.
fn report(
    organisation: &Organisation,
    community: &str,
    by_account: bool,
    chance: &mut SplitMix64,
) -> (By, Option<String>, RaiseInput) {
    let channel = chance.between(0, 99);
    if by_account || channel < 40 {
        let number = chance.between(1, cast::RESIDENTS);
        let resident = cast::resident(number);
        let report = RaiseInput {
            reporter: Some(reporter(number)),
            confidential: chance.percent(6),
            ..RaiseInput::default()
        };
        return (By::User(resident.clone()), Some(resident), report);
    }
    if channel >= 92 {
        return (By::Nobody, None, RaiseInput { anonymous: true, ..RaiseInput::default() });
    }
    let number = cast::RESIDENTS + chance.between(1, OTHER_RESIDENTS);
    let (by, source) = match channel {
        40..55 => (By::User(Role::Hotline.code().to_owned()), None),
        55..70 if grid_worker_in(organisation, community) => (By::User(cast::grid_worker(community)), None),
        70..80 => {
            let source = *chance.pick(&["visit", "leader_reception", "deputy", "duty_desk"]);
            (By::User(cast::community(community)), Some(source.to_owned()))
        }
        _ => (By::Nobody, chance.percent(50).then(|| "wechat".to_owned())),
    };
    let report = RaiseInput {
        source,
        reporter: Some(reporter(number)),
        confidential: chance.percent(6),
        ..RaiseInput::default()
    };
    (by, None, report)
}

fn grid_worker_in(organisation: &Organisation, community: &str) -> bool {
    organisation.posts_in(community).any(|post| post.role == Role::GridWorker)
}

fn reporter(number: i64) -> ReporterInput {
    ReporterInput {
        name: Some(format!("演示居民{number:02}")), phone: Some(cast::resident_phone(number))
    }
}

/// A grid, a point, or both, and mostly an address; telephones give their points in GCJ-02.
fn location(
    organisation: &Organisation,
    grid: &Grid,
    place: Setting,
    blanks: &Blanks,
    chance: &mut SplitMix64,
) -> LocationInput {
    let address = match place {
        Setting::Compound => "{yuan}{lou}号楼{dan}单元{shi}室",
        Setting::Street => "{street}{n}号附近",
    };
    let address = chance.percent(75).then(|| blanks.fill(address));
    let by_grid = LocationInput { grid: Some(grid.code.clone()), address, ..LocationInput::default() };
    let Some(point) = point_in(organisation, grid, chance) else { return by_grid };
    match chance.between(0, 99) {
        0..35 => by_grid,
        35..75 => LocationInput { lon: Some(point.lon()), lat: Some(point.lat()), ..by_grid },
        _ => {
            let shifted = wgs84_to_gcj02(point);
            let (lon, lat) = (Some(shifted.lon()), Some(shifted.lat()));
            LocationInput { grid: None, lon, lat, crs: Some("GCJ02".to_owned()), ..by_grid }
        }
    }
}

/// A point somewhere around the middle of the grid, a hundred metres and more from its edge.
fn point_in(organisation: &Organisation, grid: &Grid, chance: &mut SplitMix64) -> Option<Coordinate> {
    let corners = &grid.polygon.ring()[1..];
    let count = f64::from(u32::try_from(corners.len()).ok()?);
    let jitter =
        |chance: &mut SplitMix64| f64::from(i32::try_from(chance.between(-900, 900)).unwrap_or(0)) * 1e-6;
    let lon = corners.iter().map(|corner| corner.lon()).sum::<f64>() / count + jitter(chance);
    let lat = corners.iter().map(|corner| corner.lat()).sum::<f64>() / count + jitter(chance);
    let inside = organisation.locate(lon, lat).is_ok_and(|found| found.code == grid.code);
    Coordinate::new(lon, lat).ok().filter(|_| inside)
}
