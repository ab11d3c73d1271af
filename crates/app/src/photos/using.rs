//! Photographs that a command names.

use chrono::{DateTime, Utc};
use uuid::Uuid;
use whistle_domain::actor::Code;
use whistle_domain::case::{PHOTOS_MAX, Photo};
use whistle_store::photos::{Claimed, PhotoError, PhotoUse, Photos};
use whistle_store::vault::VaultError;

use crate::protect::Fields;
use crate::{App, AppError, Caller, CommandContext, FieldProblem};

/// A photograph as a request names it, and where.
#[derive(Debug, Clone)]
pub(crate) struct NamedPhoto {
    pub(crate) id: Uuid,
    pub(crate) pointer: String,
}

/// Where photographs become those of a case: on behalf of whom, and when.
#[derive(Debug, Clone)]
pub(crate) struct PhotoDesk<'a> {
    photos: &'a Photos,
    unit: Option<&'a Code>,
    now: DateTime<Utc>,
}

impl<'a> PhotoDesk<'a> {
    pub(crate) fn new(app: &'a App, caller: &'a Caller) -> Self {
        Self { photos: &app.photos.photos, unit: caller.actor.unit.as_ref(), now: app.clock.now() }
    }

    /// Reserves the photographs for the case, under the key of its person.
    pub(crate) async fn claim(
        &self,
        named: &[NamedPhoto],
        case: Uuid,
        subject: Uuid,
    ) -> Result<Vec<Photo>, AppError> {
        if named.is_empty() {
            return Ok(Vec::new());
        }
        let ids: Vec<Uuid> = named.iter().map(|photo| photo.id).collect();
        let usage = PhotoUse { case, subject, unit: self.unit.map(String::as_str), now: self.now };
        match self.photos.claim(&ids, usage).await {
            Ok(Claimed::All(photos)) => Ok(photos),
            Ok(Claimed::Used(_)) => Err(AppError::PhotoUsed),
            Ok(Claimed::Unknown(id)) => {
                Err(refused(named, id, "unknown_photo", "there is no such photograph, or not any more"))
            }
            // Nothing new is kept of somebody who was erased.
            Err(PhotoError::Vault(VaultError::Erased)) => {
                let first = ids[0];
                Err(refused(
                    named,
                    first,
                    "person_erased",
                    "whose case this is was erased: no photograph is kept",
                ))
            }
            Err(error) => Err(error.into()),
        }
    }
}

fn refused(named: &[NamedPhoto], id: Uuid, code: &'static str, detail: &str) -> AppError {
    let named = named.iter().filter(|photo| photo.id == id);
    let problem =
        |photo: &NamedPhoto| FieldProblem { pointer: photo.pointer.clone(), code, detail: detail.to_owned() };
    AppError::Invalid(named.map(problem).collect())
}

impl App {
    /// Gives back what was reserved for a report that came to nothing, so that it can be sent again. With a key the same case
    /// is tried again, and after a failure of the database nobody knows whether it exists.
    pub(crate) async fn photos_stay_free(&self, case: Uuid, context: &CommandContext) {
        if context.idempotency_key.is_some() {
            return;
        }
        if let Err(error) = self.photos.photos.give_back(case, self.clock.now()).await {
            tracing::warn!(
                error = &error as &dyn std::error::Error,
                "photographs are given back by the sweep"
            );
        }
    }
}

impl Fields {
    /// Photographs of a report; they come in `/photos`.
    pub(crate) fn photos(&mut self, ids: &[Uuid]) -> Vec<NamedPhoto> {
        if ids.len() > PHOTOS_MAX {
            self.refuse("/photos", "too_many", format!("at most {PHOTOS_MAX} photographs"));
            return Vec::new();
        }
        let mut named: Vec<NamedPhoto> = Vec::with_capacity(ids.len());
        for (at, id) in ids.iter().enumerate() {
            let pointer = format!("/photos/{at}");
            if named.iter().any(|other| other.id == *id) {
                self.refuse(&pointer, "named_twice", "this photograph is named twice");
            }
            named.push(NamedPhoto { id: *id, pointer });
        }
        named
    }

    /// A photograph among pieces of evidence.
    pub(crate) fn photo_in_evidence(&mut self, pointer: &str, id: &str) -> NamedPhoto {
        let parsed = id.parse();
        if parsed.is_err() {
            self.refuse(pointer, "bad_photo", "a photograph is named as photo/ID");
        }
        NamedPhoto { id: parsed.unwrap_or_default(), pointer: pointer.to_owned() }
    }
}
