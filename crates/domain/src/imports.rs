//! What imported records brought along: codes that follow from the words of their source, and the catalogue of the
//! categories that no policy knows.
//!
//! A policy is adopted by people, and offers its categories to everybody who reports something. What another system
//! called its categories is neither: it lives in a catalogue of its own, from which it gets nothing but its name.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::{DateTime, Utc};
use cqrs_es::event_sink::EventSink;
use cqrs_es::{Aggregate, DomainEvent};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::actor::Code;

/// Most categories that the catalogue holds, of all schemes together. A column that has more values is no category.
pub const CATEGORIES_MAX: usize = 5_000;
/// Most characters in the name of a scheme's code: it begins the codes of units, which have forty.
pub const SCHEME_CHARS_MAX: usize = 16;
/// Most letters of the words in a code.
const SLUG_CHARS_MAX: usize = 14;
/// Bytes of the digest in a code: enough that two words of one import never share it.
const DIGEST_BYTES: usize = 4;

/// Whether a scheme can be called so: 1 to 16 of `a-z 0-9 -`, a letter first.
pub fn scheme_is_sound(scheme: &str) -> bool {
    (1..=SCHEME_CHARS_MAX).contains(&scheme.len())
        && scheme.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && scheme.starts_with(|c: char| c.is_ascii_lowercase())
}

/// The code of the unit from which all units of a scheme hang.
pub fn scheme_unit_code(scheme: &str) -> Code {
    format!("import-{scheme}")
}

/// Whether a unit has its code from [`unit_code`]: it belongs to some import, and nobody else means it by its name.
pub fn unit_is_imported(code: &str, name: &str) -> bool {
    code.ends_with(&format!("-{}", slug(name)))
}

/// The code of a unit that the source calls `name`: the same words always have the same code.
pub fn unit_code(scheme: &str, name: &str) -> Code {
    format!("{scheme}-{}", slug(name))
}

/// The code of a category that the source calls `name`. The colon keeps it apart from every code of a policy.
pub fn category_code(scheme: &str, name: &str) -> Code {
    format!("{scheme}:{}", slug(name))
}

/// Something readable, where the words have Latin letters, and a digest that tells them from all others.
fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(SLUG_CHARS_MAX + 1 + 2 * DIGEST_BYTES);
    for c in name.chars() {
        if slug.len() == SLUG_CHARS_MAX {
            break;
        }
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    if !slug.is_empty() && !slug.ends_with('-') {
        slug.push('-');
    }
    for byte in Sha256::digest(name).iter().take(DIGEST_BYTES) {
        let _ = write!(slug, "{byte:02x}"); // writing to a string cannot fail
    }
    slug
}

/// A category of another system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedCategory {
    /// See [`category_code`].
    pub code: Code,
    /// What the source calls it.
    pub name: String,
}

/// The categories of all schemes by code, as the fold of the events of one stream.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ImportCatalogue(BTreeMap<Code, String>);

/// Name categories; those that have a name already keep it.
#[derive(Debug, Clone)]
pub struct NameCategories {
    /// The import scheme.
    pub scheme: Code,
    /// Its categories, each once.
    pub categories: Vec<ImportedCategory>,
    /// When.
    pub at: DateTime<Utc>,
}

/// Whatever can happen to the catalogue. Kept for ever: fields are only added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum CatalogueEvent {
    /// 导入事项命名.
    CategoriesNamed(CategoriesNamed),
}

/// An import brought categories that were not known before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CategoriesNamed {
    /// The import scheme.
    pub scheme: Code,
    /// The new ones.
    pub categories: Vec<ImportedCategory>,
    /// When.
    pub at: DateTime<Utc>,
}

/// Why the catalogue stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CatalogueRefusal {
    /// More categories than any classification has.
    #[error("the import catalogue would hold {categories} categories, at most {CATEGORIES_MAX} are kept")]
    Full {
        /// How many there would be.
        categories: usize,
    },
}

impl ImportCatalogue {
    /// What the source calls the category with this code.
    pub fn name(&self, code: &str) -> Option<&str> {
        self.0.get(code).map(String::as_str)
    }

    /// Every code with its name, in the order of the codes.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(code, name)| (code.as_str(), name.as_str()))
    }

    /// What happens when `command` is given.
    pub fn decide(&self, command: NameCategories) -> Result<Vec<CatalogueEvent>, CatalogueRefusal> {
        let NameCategories { scheme, mut categories, at } = command;
        categories.retain(|category| !self.0.contains_key(&category.code));
        if categories.is_empty() {
            return Ok(Vec::new());
        }
        let after = self.0.len() + categories.len();
        if after > CATEGORIES_MAX {
            return Err(CatalogueRefusal::Full { categories: after });
        }
        Ok(vec![CatalogueEvent::CategoriesNamed(CategoriesNamed { scheme, categories, at })])
    }

    /// Takes `event` in.
    pub fn evolve(&mut self, event: &CatalogueEvent) {
        match event {
            CatalogueEvent::CategoriesNamed(named) => {
                for category in &named.categories {
                    self.0.entry(category.code.clone()).or_insert_with(|| category.name.clone());
                }
            }
        }
    }
}

impl Aggregate for ImportCatalogue {
    const TYPE: &'static str = "import_catalogue";
    type Command = NameCategories;
    type Event = CatalogueEvent;
    type Error = CatalogueRefusal;
    type Services = ();

    async fn handle(
        &mut self,
        command: NameCategories,
        _facts: &(),
        sink: &EventSink<Self>,
    ) -> Result<(), CatalogueRefusal> {
        for event in self.decide(command)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: CatalogueEvent) {
        self.evolve(&event);
    }
}

impl DomainEvent for CatalogueEvent {
    fn event_type(&self) -> String {
        match self {
            Self::CategoriesNamed(_) => "CategoriesNamed".to_owned(),
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
    use crate::organisation::code_is_sound;

    const GOLDEN: &str = include_str!("../golden/imports/categories_named.v1.json");

    fn named(codes: &[(&str, &str)]) -> NameCategories {
        let categories = codes
            .iter()
            .map(|(code, name)| ImportedCategory { code: (*code).to_owned(), name: (*name).to_owned() });
        let at = Utc.with_ymd_and_hms(2026, 3, 2, 4, 0, 0).unwrap();
        NameCategories { scheme: "boston-311".to_owned(), categories: categories.collect(), at }
    }

    #[test]
    fn words_have_one_code_for_ever_and_no_other_words_have_it() {
        // What is in logs must be found again by every later release.
        assert_eq!(unit_code("boston-311", "PWDx"), "boston-311-pwdx-173a6ba7");
        assert_eq!(category_code("boston-311", "Rodent Activity"), "boston-311:rodent-activit-d0bc89f0");
        let alike = ["Pick up", "Pick-up", "PICK UP", "pick up", "道路保洁", "道路 保洁", ""];
        let codes: std::collections::HashSet<_> = alike.map(|name| unit_code("s", name)).into();
        assert_eq!(codes.len(), alike.len());
    }

    #[test]
    fn a_unit_code_of_the_longest_scheme_is_a_code() {
        let scheme = "a".repeat(SCHEME_CHARS_MAX);
        assert!(code_is_sound(&scheme_unit_code(&scheme)));
        for name in ["市容环境卫生管理中心", "Inspectional Services Department", "--", "é"] {
            let code = unit_code(&scheme, name);
            assert!(code_is_sound(&code) && unit_is_imported(&code, name), "{code}");
            assert!(!unit_is_imported("d-water", name) && !unit_is_imported(&code, "水务局"));
        }
    }

    #[test]
    fn a_scheme_is_short_and_plain() {
        assert!(["boston-311", "b", "hotline-2019"].into_iter().all(scheme_is_sound));
        let unsound = ["", "311", "-a", "Boston", "a b", "a:b", "热线", "abcdefghijklmnopq"];
        assert!(!unsound.into_iter().any(scheme_is_sound));
    }

    #[test]
    fn a_name_once_given_stays_and_naming_again_is_no_event() {
        let mut catalogue = ImportCatalogue::default();
        for event in catalogue.decide(named(&[("s:a", "甲")])).unwrap() {
            catalogue.evolve(&event);
        }
        assert_eq!(catalogue.decide(named(&[("s:a", "另名")])), Ok(Vec::new()));
        let events = catalogue.decide(named(&[("s:a", "另名"), ("s:b", "乙")])).unwrap();
        for event in &events {
            catalogue.evolve(event);
        }
        assert_eq!(events.len(), 1);
        assert_eq!(catalogue.iter().collect::<Vec<_>>(), [("s:a", "甲"), ("s:b", "乙")]);
        assert_eq!((catalogue.name("s:b"), catalogue.name("s:c")), (Some("乙"), None));
    }

    #[test]
    fn the_catalogue_has_an_end() {
        let codes: Vec<String> = (0..=CATEGORIES_MAX).map(|number| format!("s:{number}")).collect();
        let all: Vec<(&str, &str)> = codes.iter().map(|code| (code.as_str(), "名")).collect();
        let full = CatalogueRefusal::Full { categories: CATEGORIES_MAX + 1 };
        assert_eq!(ImportCatalogue::default().decide(named(&all)), Err(full));
        assert!(ImportCatalogue::default().decide(named(&all[1..])).is_ok());
    }

    #[test]
    fn the_event_is_read_and_written_as_in_its_golden_file() {
        let command = named(&[("boston-311:rodent-activit-d0bc89f0", "Rodent Activity")]);
        let event = ImportCatalogue::default().decide(command).unwrap().remove(0);
        assert_eq!(serde_json::from_str::<CatalogueEvent>(GOLDEN).unwrap(), event);
        assert_eq!(serde_json::to_string_pretty(&event).unwrap() + "\n", GOLDEN);
    }
}
