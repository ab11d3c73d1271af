//! Who sees which photograph.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_domain::actor::Role;
use whistle_domain::case::{Case, CasePhoto, PhotoStep};
use whistle_store::log;
use whistle_store::photos::Seen;
use whistle_store::vault::PictureForm;

use crate::access::Operation;
use crate::{App, AppError, Caller, words};

/// A photograph as it is shown.
#[derive(Debug, Clone)]
pub struct PhotoShown {
    /// SHA-256 of the whole picture, hexadecimal, whatever form is shown.
    pub sha256: String,
    /// The bytes of the JPEG.
    pub jpeg: Vec<u8>,
}

/// What whoever asks for a photograph holds in their hands.
#[derive(Debug, Clone, Copy)]
pub enum PhotoKey<'a> {
    /// An account that sees the case.
    Account(&'a Caller),
    /// A case number and its query code.
    Code {
        /// The number.
        number: &'a str,
        /// The code.
        code: &'a str,
    },
}

/// A photograph of a case.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PhotoView {
    /// Identity; the picture is at `GET /api/v1/photos/{id}`.
    pub id: Uuid,
    /// Pixels from left to right.
    pub width: i32,
    /// Pixels from top to bottom.
    pub height: i32,
    /// With what it came.
    #[schema(value_type = words::PhotoStep)]
    pub step: &'static str,
    /// When it came.
    pub at: DateTime<Utc>,
}

/// A photograph of a case, beside others that look like it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PhotoOfCase {
    /// The photograph.
    #[serde(flatten)]
    pub photo: PhotoView,
    /// Photographs of the same unit in other cases that look like it, the latest first.
    pub seen_before: Vec<PhotoSeen>,
}

/// A photograph of another case.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct PhotoSeen {
    /// The other case.
    pub case: Uuid,
    /// The photograph there.
    pub photo: Uuid,
}

/// As whom somebody looks at the photographs of a case that they may see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Eyes {
    /// Whose matter it is.
    Resident,
    /// Those who take reports in, and know who reports.
    Intake,
    /// Everybody else who sees the case.
    Office,
}

impl Eyes {
    /// Those of somebody with an account.
    pub(crate) fn of(caller: &Caller) -> Self {
        match caller.role() {
            Role::Resident => Self::Resident,
            role if Operation::Screen.roles().contains(&role) => Self::Intake,
            _ => Self::Office,
        }
    }

    /// A confidential report tells by its pictures who lives there. The work is the resident's to see once it was found
    /// good; what the offices argue about is not.
    fn see(self, case: &Case, of: &CasePhoto) -> bool {
        let confidential = case.report.as_ref().is_some_and(|report| report.confidential);
        match self {
            Self::Resident => of.told,
            Self::Intake => true,
            Self::Office => !confidential || of.step != PhotoStep::Report,
        }
    }
}

impl App {
    /// A picture, for those who may see it; for everybody else it does not exist.
    pub async fn photo(
        &self,
        key: PhotoKey<'_>,
        id: Uuid,
        form: PictureForm,
    ) -> Result<PhotoShown, AppError> {
        if let PhotoKey::Account(caller) = key {
            Operation::ReadCases.authorise(caller)?;
        }
        // Asked first: whoever does not know a picture cannot try codes here.
        let case_id = self.photos.photos.case_of(id).await?.ok_or(AppError::NotFound)?;
        let (case, eyes) = match key {
            PhotoKey::Account(caller) => (self.visible_case(caller, case_id).await?.0, Eyes::of(caller)),
            PhotoKey::Code { number, code } => {
                (self.case_of_code(number, code, case_id).await?, Eyes::Resident)
            }
        };
        let shown = case.photos.iter().find(|of| of.photo.id == id && eyes.see(&case, of));
        let photo = &shown.ok_or(AppError::NotFound)?.photo;
        let jpeg = self.photos.photos.open(photo, form).await?.ok_or(AppError::NotFound)?;
        Ok(PhotoShown { sha256: photo.sha256.clone(), jpeg: jpeg.to_vec() })
    }

    /// The case that has the picture, when number and code are its own.
    async fn case_of_code(&self, number: &str, code: &str, case_id: Uuid) -> Result<Case, AppError> {
        let (own, case, _) = self.case_by_code(number, code).await?;
        if own == case_id { Ok(case) } else { Err(AppError::NotFound) }
    }

    /// The photographs of a case that all these eyes see, as far as they are still kept.
    pub(crate) async fn photo_views(&self, case: &Case, eyes: &[Eyes]) -> Result<Vec<PhotoView>, AppError> {
        let seen = |of: &&CasePhoto| eyes.iter().all(|eyes| eyes.see(case, of));
        let shown: Vec<&CasePhoto> = case.photos.iter().filter(seen).collect();
        if shown.is_empty() {
            return Ok(Vec::new());
        }
        let ids: Vec<Uuid> = shown.iter().map(|of| of.photo.id).collect();
        let sizes = self.photos.photos.sizes(&ids).await?;
        let sizes: HashMap<Uuid, _> = sizes.into_iter().map(|size| (size.id, size)).collect();
        let view = |of: &CasePhoto| {
            let size = sizes.get(&of.photo.id)?;
            let (width, height) = (size.width, size.height);
            Some(PhotoView { id: of.photo.id, width, height, step: of.step.code(), at: of.at })
        };
        Ok(shown.into_iter().filter_map(view).collect())
    }

    /// The photographs of a case, each with those of other cases that look like it. A hint for whoever looks: pictures of
    /// the same grey door are alike too.
    pub async fn photos_of_case(&self, caller: &Caller, id: Uuid) -> Result<Vec<PhotoOfCase>, AppError> {
        Operation::ReadHistory.authorise(caller)?;
        let (case, _) = self.visible_case(caller, id).await?;
        let eyes = Eyes::of(caller);
        let views = self.photo_views(&case, &[eyes]).await?;
        let (mut seen, mut others) = (HashMap::<Uuid, Vec<PhotoSeen>>::new(), HashMap::new());
        for Seen { photo, other, other_case } in self.photos.photos.seen_before(id).await? {
            if let Entry::Vacant(unread) = others.entry(other_case) {
                unread.insert(self.shown_by(caller, other_case, eyes).await?);
            }
            if others[&other_case].contains(&other) {
                seen.entry(photo).or_default().push(PhotoSeen { case: other_case, photo: other });
            }
        }
        let of_case =
            |photo: PhotoView| PhotoOfCase { seen_before: seen.remove(&photo.id).unwrap_or_default(), photo };
        Ok(views.into_iter().map(of_case).collect())
    }

    /// The photographs that these eyes see in a case. What was reserved and never shown is not among them, nor is anything of a
    /// case that the caller does not see.
    async fn shown_by(&self, caller: &Caller, case: Uuid, eyes: Eyes) -> Result<HashSet<Uuid>, AppError> {
        let case = match self.visible_case(caller, case).await {
            Ok((case, _)) => case,
            Err(AppError::NotFound) => return Ok(HashSet::new()),
            Err(error) => return Err(error),
        };
        let shown = case.photos.iter().filter(|of| eyes.see(&case, of));
        Ok(shown.map(|of| of.photo.id).collect())
    }

    /// About whom the case is, where the log says that it has the photograph.
    pub(super) async fn holder(&self, case: Uuid, photo: Uuid) -> Result<Option<Uuid>, AppError> {
        let Some((case, _)) = log::load(&self.log, &self.cases, case).await? else { return Ok(None) };
        let named = case.photos.iter().any(|of| of.photo.id == photo);
        Ok(case.report.filter(|_| named).map(|report| report.subject))
    }
}
