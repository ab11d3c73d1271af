//! A case of another system, taken over with its own instants.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::actor::{Actor, Code};
use crate::case::Location;
use crate::policy::{PolicyVersion, WhistleKind};
use crate::privacy::ProtectedText;

/// A record of another system became a case. It is the first event of its case: what the record does not say (who
/// signed, who reported for duty, what the resident answered) did not happen here, and is not made up.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseImported {
    /// What the record says.
    pub record: ImportedRecord,
    /// The policy version under which the case is judged if it goes on.
    pub policy_version: PolicyVersion,
    /// Who imported it.
    pub by: Actor,
    /// When it was imported; the record has instants of its own.
    pub at: DateTime<Utc>,
}

/// A record of another system. Its instants are kept as they are, also where one comes before another that it should
/// follow: that is what the source says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportedRecord {
    /// The import scheme: which system it comes from.
    pub scheme: Code,
    /// Its number there.
    pub external: String,
    /// The case number here: see [`imported_number`](crate::case::imported_number).
    pub number: String,
    /// One line.
    pub title: ProtectedText,
    /// The whole story, where the record tells one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<ProtectedText>,
    /// A category of the policy, or one of the import catalogue.
    pub category: Code,
    /// What the source calls a category of the import catalogue; nothing for one of the policy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category_name: Option<String>,
    /// Kind of whistle.
    pub kind: WhistleKind,
    /// Channel, as the source calls it.
    pub source: String,
    /// Where it was; the grid is empty where the record does not lead to one.
    pub location: Location,
    /// The data subject whose key seals what is sealed here.
    pub subject: Uuid,
    /// Identity of the one dispatch.
    pub dispatch: Uuid,
    /// The unit that handled it.
    pub department: Code,
    /// When it was reported, and sent to the unit.
    pub created_at: DateTime<Utc>,
    /// By when it was to be closed; nothing where the record has no deadline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_at: Option<DateTime<Utc>>,
    /// When it was closed; nothing for a case that is still open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<DateTime<Utc>>,
    /// The status that the source gives it, word for word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
}
