//! The policies that were adopted, as the fold of the events of one stream.
//!
//! A policy is never changed and never taken back: a new version takes its place, and cases go on under the one that
//! they pinned.

use std::fmt::Write as _;

use chrono::{DateTime, Utc};
use cqrs_es::event_sink::EventSink;
use cqrs_es::{Aggregate, DomainEvent};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{PolicyError, PolicySet, PolicyVersion};
use crate::case::ErrorClass;

/// Every policy that was adopted, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PolicyBook(Vec<PolicyAdopted>);

/// What can be asked of the book.
#[derive(Debug, Clone)]
pub enum PolicyCommand {
    /// Take a policy over, word for word (TOML). The very same text again changes nothing.
    Adopt {
        /// The text.
        document: String,
        /// When it was first in force; now for a new one.
        at: DateTime<Utc>,
    },
    /// Take a policy over if there is none at all.
    AdoptFirst {
        /// The text.
        document: String,
        /// When.
        at: DateTime<Utc>,
    },
}

/// Whatever can happen to the book. Kept for ever: fields are only added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PolicyEvent {
    /// 政策启用.
    PolicyAdopted(PolicyAdopted),
}

/// A policy is in force for every case that is filed from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyAdopted {
    /// Its version, greater than that of every earlier one.
    pub version: PolicyVersion,
    /// Its title.
    pub title: String,
    /// Its text, word for word.
    pub document: String,
    /// SHA-256 of the text, hexadecimal: what can be compared with a printed or signed copy.
    pub digest: String,
    /// Since when it is in force.
    pub at: DateTime<Utc>,
}

/// Why a policy was not adopted. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum PolicyRefusal {
    /// The text is not a sound policy.
    #[error("the policy is refused")]
    Unsound(#[from] PolicyError),
    /// The version is not greater than that of every earlier policy.
    #[error("policy version {given} is not greater than the current one, {current}")]
    NotNewer {
        /// The version of the text.
        given: PolicyVersion,
        /// The greatest version there is.
        current: PolicyVersion,
    },
}

impl PolicyRefusal {
    /// A stable name for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unsound(_) => "unsound_policy",
            Self::NotNewer { .. } => "policy_not_newer",
        }
    }

    /// What kind of refusal it is.
    pub const fn class(&self) -> ErrorClass {
        match self {
            Self::Unsound(_) => ErrorClass::RuleBroken,
            Self::NotNewer { .. } => ErrorClass::WrongState,
        }
    }
}

impl PolicyBook {
    /// Every policy, oldest first.
    pub fn adopted(&self) -> &[PolicyAdopted] {
        &self.0
    }

    /// The policy with this version.
    pub fn version(&self, version: PolicyVersion) -> Option<&PolicyAdopted> {
        self.0.iter().find(|adopted| adopted.version == version)
    }

    /// What happens when `command` is given.
    pub fn decide(&self, command: PolicyCommand) -> Result<Vec<PolicyEvent>, PolicyRefusal> {
        match command {
            PolicyCommand::AdoptFirst { .. } if !self.0.is_empty() => Ok(Vec::new()),
            PolicyCommand::AdoptFirst { document, at } | PolicyCommand::Adopt { document, at } => {
                self.adopt(document, at)
            }
        }
    }

    fn adopt(&self, document: String, at: DateTime<Utc>) -> Result<Vec<PolicyEvent>, PolicyRefusal> {
        let policy = PolicySet::parse(&document)?;
        let given = policy.version();
        if self.version(given).is_some_and(|known| known.document == document) {
            return Ok(Vec::new());
        }
        if let Some(current) = self.0.last().map(|last| last.version).filter(|current| *current >= given) {
            return Err(PolicyRefusal::NotNewer { given, current });
        }
        let (title, digest) = (policy.title().to_owned(), digest(&document));
        Ok(vec![PolicyEvent::PolicyAdopted(PolicyAdopted { version: given, title, document, digest, at })])
    }

    /// Takes `event` in.
    pub fn evolve(&mut self, event: &PolicyEvent) {
        match event {
            PolicyEvent::PolicyAdopted(adopted) => self.0.push(adopted.clone()),
        }
    }
}

/// SHA-256, hexadecimal.
fn digest(text: &str) -> String {
    Sha256::digest(text).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}"); // writing to a string cannot fail
        hex
    })
}

impl Aggregate for PolicyBook {
    const TYPE: &'static str = "policy";
    type Command = PolicyCommand;
    type Event = PolicyEvent;
    type Error = PolicyRefusal;
    type Services = ();

    async fn handle(
        &mut self,
        command: PolicyCommand,
        _facts: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), PolicyRefusal> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: PolicyEvent) {
        self.evolve(&event);
    }
}

impl DomainEvent for PolicyEvent {
    fn event_type(&self) -> String {
        match self {
            Self::PolicyAdopted(_) => "PolicyAdopted".to_owned(),
        }
    }

    fn event_version(&self) -> String {
        "1".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    const DEFAULT: &str = include_str!("../../../../policy/default.toml");
    const GOLDEN: &str = include_str!("../../golden/policy/policy_adopted.v1.json");

    fn noon() -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 3, 2, 4, 0, 0).unwrap()
    }

    fn numbered(version: PolicyVersion) -> String {
        DEFAULT.replacen("version = 1\n", &format!("version = {version}\n"), 1)
    }

    fn book(documents: &[String]) -> PolicyBook {
        let mut book = PolicyBook::default();
        for document in documents {
            adopt(&mut book, document).unwrap();
        }
        book
    }

    fn adopt(book: &mut PolicyBook, document: &str) -> Result<usize, PolicyRefusal> {
        let events = book.decide(PolicyCommand::Adopt { document: document.to_owned(), at: noon() })?;
        for event in &events {
            book.evolve(event);
        }
        Ok(events.len())
    }

    #[test]
    fn a_policy_is_kept_word_for_word_with_its_digest() {
        let book = book(&[numbered(1)]);
        let adopted = book.version(1).unwrap();
        assert_eq!((adopted.document.as_str(), adopted.at), (DEFAULT, noon()));
        assert_eq!(adopted.digest.len(), 64);
        assert_eq!(digest("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn the_same_text_again_changes_nothing_even_when_it_is_no_longer_current() {
        let mut book = book(&[numbered(1), numbered(2)]);
        assert_eq!(adopt(&mut book, &numbered(2)).unwrap(), 0);
        assert_eq!(adopt(&mut book, &numbered(1)).unwrap(), 0);
    }

    #[test]
    fn versions_grow_and_a_policy_is_never_changed() {
        let mut book = book(&[numbered(3)]);
        for document in [numbered(2), numbered(3).replacen("第一版", "另一版", 1)] {
            let refusal = adopt(&mut book, &document).unwrap_err();
            assert!(matches!(refusal, PolicyRefusal::NotNewer { current: 3, .. }), "{refusal}");
        }
        assert_eq!(adopt(&mut book, &numbered(4)).unwrap(), 1);
        assert_eq!(book.adopted().iter().map(|adopted| adopted.version).collect::<Vec<_>>(), [3, 4]);
    }

    #[test]
    fn a_first_policy_gives_way_to_any_that_is_there() {
        let book = book(&[numbered(7)]);
        let first = PolicyCommand::AdoptFirst { document: numbered(8), at: noon() };
        assert_eq!(book.decide(first.clone()).unwrap(), []);
        assert_eq!(PolicyBook::default().decide(first).unwrap().len(), 1);
    }

    #[test]
    fn an_unsound_text_is_refused() {
        let mut book = PolicyBook::default();
        let refusal = adopt(&mut book, &DEFAULT.replacen("lead = ", "leed = ", 1)).unwrap_err();
        assert!(matches!(refusal, PolicyRefusal::Unsound(PolicyError::Unreadable(_))), "{refusal}");
    }

    #[test]
    fn the_event_is_read_and_written_as_in_its_golden_file() {
        let event = PolicyEvent::PolicyAdopted(PolicyAdopted {
            version: 2,
            title: "第二版".to_owned(),
            document: "version = 2\ntitle = \"第二版\"\n".to_owned(),
            digest: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad".to_owned(),
            at: noon(),
        });
        assert_eq!(serde_json::from_str::<PolicyEvent>(GOLDEN).unwrap(), event);
        assert_eq!(serde_json::to_string_pretty(&event).unwrap() + "\n", GOLDEN);
    }
}
