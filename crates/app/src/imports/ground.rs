//! What must be there before the first record: the units and the category names that a scheme brings along.

use whistle_domain::actor::Code;
use whistle_domain::clock::Clock;
use whistle_domain::imports::{ImportedCategory, scheme_unit_code};
use whistle_domain::organisation::history::{OrganisationCommand, Period};
use whistle_domain::organisation::{Unit, UnitKind};
use whistle_store::imports::name_categories;
use whistle_store::log::{CommandMeta, EventLog, IdOrigin};
use whistle_store::organisation::OrganisationBook;
use whistle_store::{ids, vault::Vault};

use super::ImportError;

/// Units and categories of a scheme, by the words of the source. All units hang from one of the scheme's own, below
/// the district, so that the organisation itself stays as clear as it was.
#[derive(Debug, Clone, Default)]
pub struct ImportGround {
    /// The scheme.
    pub scheme: Code,
    /// What people call it.
    pub scheme_name: String,
    /// Departments, as the source calls them, with the names that are shown.
    pub departments: Vec<(Code, String)>,
    /// Areas, likewise.
    pub areas: Vec<(Code, String)>,
    /// Categories.
    pub categories: Vec<ImportedCategory>,
}

/// How many were new.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Prepared {
    /// Units, that of the scheme counted too.
    pub units: usize,
    /// Categories.
    pub categories: usize,
}

impl ImportGround {
    /// Establishes what is not there yet. A unit that was retired since stays retired.
    pub async fn prepare(
        self,
        log: &EventLog,
        vault: &Vault,
        clock: &dyn Clock,
    ) -> Result<Prepared, ImportError> {
        let book = OrganisationBook::new(log.clone(), vault.clone());
        let now = clock.now();
        let (history, _) = book.load().await?;
        let mut units = self.units(history.units_at(now).into_iter().find(|unit| unit.parent.is_none()));
        units.retain(|unit| history.unit(&unit.code).is_none());
        let established = units.len();
        if established > 0 {
            let command = OrganisationCommand::EstablishUnits(units, Period::default());
            book.execute(command, now, of_the_service()).await.map_err(ImportError::Units)?;
        }
        let named = if self.categories.is_empty() {
            0
        } else {
            name_categories(log, &self.scheme, self.categories, now).await.map_err(ImportError::Categories)?
        };
        Ok(Prepared { units: established, categories: named })
    }

    /// None where nothing is to hang from the scheme's unit.
    fn units(&self, root: Option<&Unit>) -> Vec<Unit> {
        if self.departments.is_empty() && self.areas.is_empty() {
            return Vec::new();
        }
        let scheme = Unit {
            code: scheme_unit_code(&self.scheme),
            name: self.scheme_name.clone(),
            kind: UnitKind::Committee,
            parent: root.map(|root| root.code.clone()),
            duties: Vec::new(),
            round_the_clock: false,
        };
        let below = |kind| {
            let parent = scheme.code.clone();
            move |(code, name): &(Code, String)| Unit {
                code: code.clone(),
                name: name.clone(),
                kind,
                parent: Some(parent.clone()),
                duties: Vec::new(),
                round_the_clock: false,
            }
        };
        let departments: Vec<Unit> = self.departments.iter().map(below(UnitKind::Department)).collect();
        let areas: Vec<Unit> = self.areas.iter().map(below(UnitKind::Community)).collect();
        [vec![scheme], departments, areas].concat()
    }
}

fn of_the_service() -> CommandMeta {
    CommandMeta {
        command_id: ids::new_id(),
        id_origin: IdOrigin::Generated,
        actor: super::importer(),
        request_digest: None,
        if_match: None,
        occurred_at: None,
    }
}
