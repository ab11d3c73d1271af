//! Photographs, as the log knows them: which picture was shown, and the proof that it is still the same one.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::privacy::ProtectedText;

/// Most photographs of one report, and of one amendment of it.
pub const PHOTOS_MAX: usize = 6;

/// How a photograph begins among pieces of evidence.
const EVIDENCE: &str = "photo/";
/// Hexadecimal digits of a SHA-256.
const SHA256_DIGITS: usize = 64;

/// A photograph. The picture itself is not in the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Photo {
    /// Identity.
    pub id: Uuid,
    /// SHA-256 of the JPEG that is kept, hexadecimal.
    pub sha256: String,
}

impl Photo {
    /// The photograph as a piece of evidence: `photo/ID/SHA256`.
    pub fn as_evidence(&self) -> ProtectedText {
        ProtectedText::plain(self.to_string())
    }

    /// The photograph that a piece of evidence is, if it is one.
    pub fn of_evidence(piece: &ProtectedText) -> Option<Self> {
        piece.shown.parse().ok()
    }

    /// What is left of a piece of evidence in a request that names a photograph (`photo/ID`): the id, as it was written.
    pub fn named_in(piece: &str) -> Option<&str> {
        piece.trim().strip_prefix(EVIDENCE)
    }
}

impl fmt::Display for Photo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{EVIDENCE}{}/{}", self.id, self.sha256)
    }
}

/// A piece of evidence that is no photograph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no photograph")]
pub struct NoPhoto;

impl FromStr for Photo {
    type Err = NoPhoto;

    fn from_str(text: &str) -> Result<Self, NoPhoto> {
        let (id, sha256) =
            text.strip_prefix(EVIDENCE).and_then(|rest| rest.split_once('/')).ok_or(NoPhoto)?;
        let digits = sha256.len() == SHA256_DIGITS && sha256.bytes().all(|digit| digit.is_ascii_hexdigit());
        let id = id.parse().map_err(|_| NoPhoto)?;
        if digits { Ok(Self { id, sha256: sha256.to_owned() }) } else { Err(NoPhoto) }
    }
}

/// What a photograph shows, by the step with which it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhotoStep {
    /// The report, and what its reporter added to it.
    Report,
    /// 就地处置.
    LocalHandling,
    /// 处置措施.
    Measure,
    /// 办理反馈.
    Feedback,
    /// A stage of the plan.
    Milestone,
    /// 整改.
    Rectification,
    /// 复查.
    Reinspection,
    /// 核查.
    Verification,
    /// 回头看.
    LookBack,
    /// What the offices settle among themselves: parking, score appeals.
    Petition,
}

impl PhotoStep {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Report,
        Self::LocalHandling,
        Self::Measure,
        Self::Feedback,
        Self::Milestone,
        Self::Rectification,
        Self::Reinspection,
        Self::Verification,
        Self::LookBack,
        Self::Petition,
    ];

    /// The name on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::LocalHandling => "local_handling",
            Self::Measure => "measure",
            Self::Feedback => "feedback",
            Self::Milestone => "milestone",
            Self::Rectification => "rectification",
            Self::Reinspection => "reinspection",
            Self::Verification => "verification",
            Self::LookBack => "look_back",
            Self::Petition => "petition",
        }
    }
}

/// A photograph of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CasePhoto {
    /// Which.
    pub photo: Photo,
    /// With which step it came first.
    pub step: PhotoStep,
    /// When that was.
    pub at: DateTime<Utc>,
    /// Whether the resident is shown it: what they sent, and the work once it was found good.
    pub told: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_photograph_among_evidence_is_read_as_it_was_written_and_nothing_else_is_one() {
        let photo = Photo { id: Uuid::from_u128(7), sha256: "0f".repeat(32) };
        assert_eq!(Photo::of_evidence(&photo.as_evidence()), Some(photo.clone()));
        let whole = photo.to_string();
        for other in [
            "处置后照片 1 张",
            "photo/",
            "photo/7/00",
            &whole[1..],
            &whole[..whole.len() - 1],
            &format!("{whole}0"),
        ] {
            assert_eq!(other.parse::<Photo>(), Err(NoPhoto), "{other}");
        }
        assert_eq!(Photo::named_in(" photo/7"), Some("7"));
        assert_eq!(Photo::named_in("照片 7"), None);
    }
}
