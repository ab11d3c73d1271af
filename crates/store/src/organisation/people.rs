//! Names and numbers of people, on their way into the log and out of it.

use whistle_domain::organisation::history::{OrganisationHistory, PersonDetails, PersonFact};
use whistle_domain::privacy::Sealed;

use super::OrganisationBook;
use crate::reference::ORGANISATION_STREAM;
use crate::vault::{Opened, SubjectId, VaultError};

/// The field under which a name is sealed.
const NAME: &str = "name";
/// The field under which a number is sealed.
const PHONE: &str = "phone";

/// Somebody's name and number, as they were told.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonTold {
    /// The name.
    pub name: String,
    /// Where they are reached on duty.
    pub phone: Option<String>,
}

/// Somebody's name and number, out of the vault.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonShown {
    /// The name; nothing when the person was erased.
    pub name: Option<String>,
    /// Where they are reached on duty.
    pub phone: Option<String>,
}

impl OrganisationBook {
    /// Seals name and number under the person's own key: the one they had, or a new one. Somebody who was erased and
    /// told anew is a new data subject.
    ///
    /// The key is not that of a resident with the same number: what somebody is in office does not go with what they
    /// reported at home.
    pub async fn seal_person(
        &self,
        subject: Option<SubjectId>,
        told: &PersonTold,
    ) -> Result<PersonDetails, VaultError> {
        if let Some(subject) = subject {
            match self.sealed_for(subject, told).await {
                Err(VaultError::Erased) => {}
                sealed => return sealed,
            }
        }
        self.sealed_for(self.vault.subject_for(None).await?, told).await
    }

    /// Opens name and number. Whoever shows them must mask them for those who may not see them.
    pub async fn open_person(&self, fact: &PersonFact) -> Result<PersonShown, VaultError> {
        let name = self.opened(&fact.name, NAME).await?;
        let phone = match &fact.phone {
            Some(phone) => self.opened(phone, PHONE).await?,
            None => None,
        };
        Ok(PersonShown { name, phone })
    }

    async fn sealed_for(&self, subject: SubjectId, told: &PersonTold) -> Result<PersonDetails, VaultError> {
        let name = self.vault.seal(subject, ORGANISATION_STREAM, NAME, &told.name).await?;
        let phone = match &told.phone {
            Some(phone) => Some(self.vault.seal(subject, ORGANISATION_STREAM, PHONE, phone).await?),
            None => None,
        };
        Ok(PersonDetails { subject, name, phone })
    }

    async fn opened(&self, sealed: &Sealed, field: &str) -> Result<Option<String>, VaultError> {
        Ok(match self.vault.open(sealed, ORGANISATION_STREAM, field).await? {
            Opened::Text(text) => Some(text.to_string()),
            Opened::Erased => None,
        })
    }
}

/// The key that a person had last, if they ever had one.
pub(super) fn subject_of(history: &OrganisationHistory, code: &str) -> Option<SubjectId> {
    history.person(code)?.latest().map(|fact| fact.subject)
}
