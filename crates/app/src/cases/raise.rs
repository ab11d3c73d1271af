//! 吹哨: reporting a problem.

use async_recursion::async_recursion as boxed;
use uuid::Uuid;
use whistle_domain::actor::{Code, Role};
use whistle_domain::calendar::china_date;
use whistle_domain::case::{
    CaseCommand, CaseEvent, Location, RaiseWhistle, Reporter, WhistleRaised, case_number,
};
use whistle_domain::geography::{Crs, Place};
use whistle_domain::policy::WhistleKind;
use whistle_store::ids::new_id;

use super::{CommandContext, Committed, derived_id};
use crate::access::Operation;
use crate::photos::{NamedPhoto, PhotoDesk};
use crate::protect::{CleanText, Fields, LINE_CHARS_MAX, Protector, REPORTER_NAME};
use crate::{App, AppError, Caller, Reference};

/// Most characters in a title.
pub(crate) const TITLE_CHARS_MAX: usize = 100;
/// Most characters in a person's name.
pub(super) const NAME_CHARS_MAX: usize = 50;

/// A problem, as it is reported.
#[derive(Debug, Clone, Default)]
pub struct RaiseInput {
    /// One line.
    pub title: String,
    /// The whole story.
    pub description: Option<String>,
    /// Category code.
    pub category: Code,
    /// Kind of whistle; the category's own where it is not given.
    pub kind: Option<WhistleKind>,
    /// Channel; follows from the caller's role where it is not given.
    pub source: Option<String>,
    /// Where it is.
    pub location: LocationInput,
    /// Who reports.
    pub reporter: Option<ReporterInput>,
    /// Nobody is named as the reporter.
    pub anonymous: bool,
    /// The reporter's identity stays with the intake.
    pub confidential: bool,
    /// Photographs of it that were taken in before.
    pub photos: Vec<Uuid>,
}

/// Where it is: a grid, or a point from which the grid follows.
#[derive(Debug, Clone, Default)]
pub struct LocationInput {
    /// Grid code.
    pub grid: Option<Code>,
    /// Address, to the door if need be.
    pub address: Option<String>,
    /// Degrees east, in `crs`.
    pub lon: Option<f64>,
    /// Degrees north, in `crs`.
    pub lat: Option<f64>,
    /// `CGCS2000` (where it is not given), `WGS84` or `GCJ02`.
    pub crs: Option<String>,
}

/// Who reports.
#[derive(Debug, Clone, Default)]
pub struct ReporterInput {
    /// Name.
    pub name: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
}

/// What whoever raised the whistle gets back.
#[derive(Debug, Clone)]
pub struct Raised {
    /// The command.
    pub committed: Committed,
    /// The case number.
    pub number: String,
    /// The secret with which the resident follows the case without an account.
    pub query_code: String,
}

/// A report that was found sound, before anything personal is sealed.
struct Checked {
    title: CleanText,
    description: Option<CleanText>,
    source: String,
    address: Option<String>,
    name: Option<String>,
    phone: Option<String>,
    grid: Code,
    place: Option<Place>,
    kind: WhistleKind,
    photos: Vec<NamedPhoto>,
}

impl App {
    /// Reports a problem. A repeated idempotency key gets the first answer again.
    #[boxed]
    pub async fn raise(
        &self,
        caller: &Caller,
        input: RaiseInput,
        context: &CommandContext,
    ) -> Result<Raised, AppError> {
        Operation::Raise.authorise(caller)?;
        let case_id = self.case_id_for(caller, context);
        // The first answer, where this key has been used: no second number is drawn, no second person made.
        if let Some(first) = self.answered_before(caller, case_id, context).await? {
            return self.raised(first);
        }
        let reference = self.reference();
        let checked = check(caller, &input, &reference)?;
        let command = self.prepare(caller, case_id, input, checked, &reference).await?;
        // A report stands at the beginning of its stream.
        let context = CommandContext { if_match: Some(0), ..context.clone() };
        let committed = self.commit(caller, case_id, CaseCommand::RaiseWhistle(command), &context).await;
        if matches!(&committed, Err(error) if !matches!(error, AppError::Unavailable)) {
            self.photos_stay_free(case_id, &context).await;
        }
        self.raised(committed?)
    }

    /// With a key the case's id follows from it, so that two requests at once cannot make two cases.
    fn case_id_for(&self, caller: &Caller, context: &CommandContext) -> Uuid {
        match &context.idempotency_key {
            None => new_id(),
            Some(key) => {
                derived_id(self.vault.idempotency_digest(&[b"case", self.command_id(caller, key).as_bytes()]))
            }
        }
    }

    fn raised(&self, committed: Committed) -> Result<Raised, AppError> {
        let number = committed.events.iter().find_map(|event| match event {
            CaseEvent::WhistleRaised(WhistleRaised { number, .. }) => Some(number.clone()),
            _ => None,
        });
        // A key that once named another command never gets here: the digest of its request differs.
        let number = number.ok_or(AppError::KeyReused)?;
        let query_code = self.vault.query_code(committed.case_id);
        Ok(Raised { committed, number, query_code })
    }

    /// Draws a number, seals what is personal, and looks for what it may repeat.
    async fn prepare(
        &self,
        caller: &Caller,
        case_id: Uuid,
        input: RaiseInput,
        checked: Checked,
        reference: &Reference,
    ) -> Result<RaiseWhistle, AppError> {
        let day = china_date(self.clock.now());
        let (subject, sequence) = tokio::join!(
            self.subject_of(caller, checked.phone.as_deref(), input.anonymous),
            self.numbers.draw(day)
        );
        let protector = Protector {
            vault: &self.vault,
            subject: subject?,
            case: case_id,
            name: checked.name.clone(),
            reporter_name: None,
            photos: Some(PhotoDesk::new(self, caller)),
        };
        let location = locate(&protector, checked.grid, checked.address, checked.place, reference).await?;
        let earlier = self.closed_before(&input.category, &location, reference).await;
        let number = case_number(reference.organisation.county_code(), checked.kind, day, sequence?);
        Ok(RaiseWhistle {
            number,
            title: protector.text(checked.title).await?,
            description: protector.text_or_empty(checked.description).await?,
            category: input.category,
            kind: Some(checked.kind),
            source: checked.source,
            location,
            subject: protector.subject,
            reporter: seal_reporter(&protector, checked.name, checked.phone).await?,
            confidential: input.confidential,
            earlier,
            // Last: nothing else can fail once they are reserved.
            photos: protector.photographs(&checked.photos).await?,
        })
    }

    /// A resident reporting for themselves under their own account keeps their own key; everybody else is known by
    /// their number, or not at all.
    async fn subject_of(
        &self,
        caller: &Caller,
        phone: Option<&str>,
        anonymous: bool,
    ) -> Result<Uuid, AppError> {
        match caller.subject {
            Some(subject) if caller.role() == Role::Resident && !anonymous => Ok(subject),
            _ => Ok(self.vault.subject_for(phone).await?),
        }
    }
}

fn check(caller: &Caller, input: &RaiseInput, reference: &Reference) -> Result<Checked, AppError> {
    let mut fields = Fields::default();
    let title = fields.line("/title", &input.title, TITLE_CHARS_MAX);
    let description = fields.optional_text("/description", input.description.as_deref());
    let source = check_source(&mut fields, caller, input.source.as_deref());
    let category = reference.policies.current().category(&input.category);
    if category.is_none() {
        fields.refuse("/category", "unknown_category", "the category is not in the policy");
    }
    let kind = input.kind.or(category.map(|category| category.kind)).unwrap_or(WhistleKind::Appeal);
    let address =
        fields.optional_line("/location/address", input.location.address.as_deref(), LINE_CHARS_MAX);
    let address = address.map(CleanText::into_text);
    let (grid, place) = check_place(&mut fields, &input.location, reference);
    let (name, phone) = check_reporter(&mut fields, caller, input);
    let photos = fields.photos(&input.photos);
    fields.finish()?;
    Ok(Checked { title, description, source, address, name, phone, grid, place, kind, photos })
}

fn check_source(fields: &mut Fields, caller: &Caller, source: Option<&str>) -> String {
    let sound = |source: &str| {
        (1..=32).contains(&source.len())
            // A channel, and no telephone number.
            && source.bytes().filter(u8::is_ascii_digit).count() <= 5
            && source.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
    };
    match source {
        None => match caller.role() {
            Role::GridWorker => "grid",
            Role::Hotline => "hotline",
            role => role.code(),
        }
        .to_owned(),
        Some(source) if sound(source) => source.to_owned(),
        Some(_) => {
            fields.refuse("/source", "bad_code", "a source is 1 to 32 of a-z and _, with 5 digits at most");
            String::new()
        }
    }
}

/// The grid as given, or the one in which the point lies. Where both are given the grid counts: a telephone's point
/// is easily a street off.
fn check_place(
    fields: &mut Fields,
    location: &LocationInput,
    reference: &Reference,
) -> (Code, Option<Place>) {
    let place = check_point(fields, location);
    let grid = match (&location.grid, &place) {
        (Some(code), _) => {
            let leaf = reference.organisation.leaf_grids().find(|grid| grid.code == *code);
            let grid = leaf.map(|grid| grid.code.clone());
            if grid.is_none() {
                fields.refuse("/location/grid", "unknown_grid", "there is no such leaf grid");
            }
            grid
        }
        (None, Some(place)) => match reference.organisation.locate(place.lon, place.lat) {
            Ok(grid) => Some(grid.code.clone()),
            Err(error) => {
                fields.refuse("/location", "outside_grids", error.to_string());
                None
            }
        },
        (None, None) => {
            if location.lon.is_none() && location.lat.is_none() {
                fields.refuse("/location", "missing", "a grid, or lon and lat, are needed");
            }
            None
        }
    };
    (grid.unwrap_or_default(), place)
}

fn check_point(fields: &mut Fields, location: &LocationInput) -> Option<Place> {
    let crs = match location.crs.as_deref().map(str::parse::<Crs>) {
        None => Crs::default(),
        Some(Ok(crs)) => crs,
        Some(Err(error)) => {
            fields.refuse("/location/crs", "unknown_crs", error.to_string());
            return None;
        }
    };
    match (location.lon, location.lat) {
        (None, None) => None,
        (Some(lon), Some(lat)) => match Place::given(lon, lat, crs) {
            Ok(place) => Some(place),
            Err(error) => {
                fields.refuse("/location", "bad_coordinate", error.to_string());
                None
            }
        },
        (Some(_), None) | (None, Some(_)) => {
            fields.refuse("/location", "half_a_point", "lon and lat go together");
            None
        }
    }
}

/// Name and number of the reporter. A resident with an account need not repeat them.
fn check_reporter(
    fields: &mut Fields,
    caller: &Caller,
    input: &RaiseInput,
) -> (Option<String>, Option<String>) {
    let Some(reporter) = &input.reporter else {
        if !input.anonymous && !caller.known() {
            fields.refuse(
                "/reporter",
                "missing",
                "a reporter with a phone or a name, or anonymous: true, is needed",
            );
        }
        return (None, None);
    };
    if input.anonymous {
        fields.refuse("/reporter", "not_anonymous", "an anonymous report names no reporter");
        return (None, None);
    }
    let name = fields.optional_line("/reporter/name", reporter.name.as_deref(), NAME_CHARS_MAX);
    let given = reporter.phone.as_deref().is_some_and(|phone| !phone.trim().is_empty());
    let phone = fields.phone("/reporter/phone", reporter.phone.as_deref());
    if name.is_none() && !given {
        fields.refuse("/reporter", "empty", "a reporter needs a name or a phone");
    }
    (name.map(CleanText::into_text), phone)
}

async fn locate(
    protector: &Protector<'_>,
    grid: Code,
    address: Option<String>,
    place: Option<Place>,
    reference: &Reference,
) -> Result<Location, AppError> {
    let organisation = &reference.organisation;
    let unit = organisation.territorial_unit(&grid).ok_or(AppError::NotFound)?;
    let mut area: Vec<Code> =
        organisation.ancestors(&unit.code).iter().map(|unit| unit.code.clone()).collect();
    if area.last() != Some(&unit.code) {
        area.push(unit.code.clone());
    }
    let address = match address {
        Some(address) => Some(protector.address(address).await?),
        None => None,
    };
    Ok(Location { grid, territorial_unit: unit.code.clone(), area, address, place })
}

pub(super) async fn seal_reporter(
    protector: &Protector<'_>,
    name: Option<String>,
    phone: Option<String>,
) -> Result<Option<Reporter>, AppError> {
    if name.is_none() && phone.is_none() {
        return Ok(None);
    }
    let mut reporter = Reporter { name: None, phone: None };
    if let Some(name) = name {
        reporter.name = Some(protector.seal(REPORTER_NAME, &name).await?);
    }
    if let Some(phone) = phone {
        reporter.phone = Some(protector.seal("reporter.phone", &phone).await?);
    }
    Ok(Some(reporter))
}
