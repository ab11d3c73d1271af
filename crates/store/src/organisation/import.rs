//! The whole organisation from a file.

use chrono::{DateTime, Utc};
use whistle_domain::organisation::history::{
    Before, ImportOrganisation, ImportedPerson, OrganisationCommand, OrganisationHistory,
};
use whistle_domain::organisation::{Organisation, OrganisationFile, Person};

use super::people::{PersonTold, subject_of};
use super::{OrganisationBook, OrganisationStoreError};
use crate::ids::new_id;
use crate::log::{CommandMeta, Executed};
use crate::vault::VaultError;

impl OrganisationBook {
    /// Makes the organisation what the file says, from `now` on, with one command; its events are what is different.
    /// The same file again leads to none. Units and grids that are not in the file are retired, people have left.
    pub async fn import(
        &self,
        file: &OrganisationFile,
        now: DateTime<Utc>,
        meta: CommandMeta,
    ) -> Result<Executed<OrganisationHistory>, OrganisationStoreError> {
        self.import_after(file, None, now, meta).await
    }

    /// [`Self::import`] by the service itself.
    pub async fn replace(
        &self,
        file: &OrganisationFile,
        now: DateTime<Utc>,
    ) -> Result<Organisation, OrganisationStoreError> {
        let imported = self.import(file, now, super::of_the_service(None)).await?;
        Ok(imported.aggregate.at(now)?)
    }

    pub(super) async fn import_after(
        &self,
        file: &OrganisationFile,
        before: Option<Before>,
        now: DateTime<Utc>,
        meta: CommandMeta,
    ) -> Result<Executed<OrganisationHistory>, OrganisationStoreError> {
        // Nothing is sealed for a file that would be refused.
        Organisation::from_file(file.clone())?;
        let (history, _) = self.load().await?;
        let mut people = Vec::with_capacity(file.people.len());
        for person in &file.people {
            people.push(self.imported(&history, person, now).await?);
        }
        let import = ImportOrganisation {
            name: file.name.clone(),
            county_code: file.county_code.clone(),
            fallback_unit: file.fallback_unit.clone(),
            units: file.units.clone(),
            grids: file.grids.clone(),
            people,
            posts: file.posts.iter().map(|post| (new_id(), post.clone())).collect(),
            leaders: file.leaders.clone(),
            before,
        };
        Ok(self.execute(OrganisationCommand::Import(Box::new(import)), now, meta).await?)
    }

    /// Whether somebody has the name and number that they had; only the vault can tell.
    async fn imported(
        &self,
        history: &OrganisationHistory,
        person: &Person,
        now: DateTime<Utc>,
    ) -> Result<ImportedPerson, VaultError> {
        let told = PersonTold { name: person.name.clone(), phone: person.phone.clone() };
        if let Some(fact) = history.person(&person.code).and_then(|timeline| timeline.at(now)) {
            let known = self.open_person(fact).await?;
            if known.name.as_ref() == Some(&told.name) && known.phone == told.phone {
                return Ok(ImportedPerson::AsBefore(person.code.clone()));
            }
        }
        let details = self.seal_person(subject_of(history, &person.code), &told).await?;
        Ok(ImportedPerson::Told(person.code.clone(), details))
    }
}
