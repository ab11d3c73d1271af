//! What the words of a file mean here: its columns, its departments, areas and categories.

use std::cell::RefCell;
use std::collections::HashMap;

use whistle_domain::actor::Code;
use whistle_domain::imports::{category_code, unit_code, unit_is_imported};
use whistle_domain::organisation::Organisation;
use whistle_domain::policy::PolicySet;
use whistle_domain::privacy::redact;

use super::mapping::{Mapping, MappingError, Unknown, UnknownCategory};

/// Most characters in the name of a unit or category.
const NAME_CHARS_MAX: usize = 100;
/// Words that are remembered.
const REMEMBERED_MAX: usize = 10_000;
/// Columns and units that are listed where one is missing.
const LISTED_MAX: usize = 40;

/// Where each column stands, counted from zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    pub id: usize,
    pub created: usize,
    pub due: Option<usize>,
    pub closed: Option<usize>,
    pub status: Option<usize>,
    pub department: Option<usize>,
    pub category: Option<usize>,
    pub title: Option<usize>,
    pub description: Option<usize>,
    pub source: Option<usize>,
    pub grid: Option<usize>,
    pub area: Option<usize>,
    pub address: Option<usize>,
    pub latitude: Option<usize>,
    pub longitude: Option<usize>,
}

impl Places {
    /// Looks every column of the mapping up in the header.
    pub fn find(mapping: &Mapping, header: &[String]) -> Result<Self, MappingError> {
        let find = |key: &str, name: &str| {
            let mut found = header.iter().enumerate().filter(|(_, column)| *column == name);
            let key = format!("columns.{key}");
            match (found.next(), found.next()) {
                (Some((at, _)), None) => Ok(at),
                (Some(_), Some(_)) => {
                    Err(mapping.wrong(&key, format!("the file has more than one column `{name}`")))
                }
                (None, _) => {
                    let there = listed(header.iter().map(String::as_str));
                    Err(mapping.wrong(&key, format!("the file has no column `{name}`; it has {there}")))
                }
            }
        };
        let optional =
            |key: &str, name: &Option<String>| name.as_ref().map(|name| find(key, name)).transpose();
        let columns = &mapping.columns;
        Ok(Self {
            id: find("id", &columns.id)?,
            created: find("created", &columns.created)?,
            due: optional("due", &columns.due)?,
            closed: optional("closed", &columns.closed)?,
            status: optional("status", &columns.status)?,
            department: optional("department", &columns.department)?,
            category: optional("category", &columns.category)?,
            title: optional("title", &columns.title)?,
            description: optional("description", &columns.description)?,
            source: optional("source", &columns.source)?,
            grid: optional("grid", &columns.grid)?,
            area: optional("area", &columns.area)?,
            address: optional("address", &columns.address)?,
            latitude: optional("latitude", &columns.latitude)?,
            longitude: optional("longitude", &columns.longitude)?,
        })
    }

    /// All of them.
    pub fn wanted(&self) -> Vec<usize> {
        let optional = [
            self.due,
            self.closed,
            self.status,
            self.department,
            self.category,
            self.title,
            self.description,
            self.source,
            self.grid,
            self.area,
            self.address,
            self.latitude,
            self.longitude,
        ];
        [self.id, self.created].into_iter().chain(optional.into_iter().flatten()).collect()
    }
}

/// What a word means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meaning {
    /// The code of the unit or category.
    pub code: Code,
    /// What it is to be called, where the import brings it along.
    pub new: Option<String>,
}

impl Meaning {
    fn known(code: &str) -> Self {
        Self { code: code.to_owned(), new: None }
    }
}

/// The words of a file, with the organisation and the policy that they are looked up in.
pub struct Words<'a> {
    mapping: &'a Mapping,
    organisation: &'a Organisation,
    policy: &'a PolicySet,
    /// Units by their own names; nothing where several are called so.
    named: HashMap<&'a str, Option<&'a str>>,
    /// Words as they may be shown: the same few come again and again.
    shown: RefCell<HashMap<String, String>>,
}

impl<'a> Words<'a> {
    /// Checks that every code that the mapping names is there.
    pub fn new(
        mapping: &'a Mapping,
        organisation: &'a Organisation,
        policy: &'a PolicySet,
    ) -> Result<Self, MappingError> {
        for (table, codes) in [("departments", &mapping.departments), ("areas", &mapping.areas)] {
            for (word, code) in codes {
                if organisation.unit(code).is_none() {
                    let there = listed(organisation.units().iter().map(|unit| unit.code.as_str()));
                    let reason = format!("there is no unit `{code}`; there are {there}");
                    return Err(mapping.wrong(&format!("{table}.{word}"), reason));
                }
            }
        }
        let taken = match &mapping.unknown_categories {
            UnknownCategory::Taken(taken) => Some(("unknown_categories".to_owned(), &taken.code)),
            UnknownCategory::Word(_) => None,
        };
        let of_table = mapping.categories.iter().map(|(word, code)| (format!("categories.{word}"), code));
        for (key, code) in of_table.chain(taken) {
            if policy.category(code).is_none() {
                let there = listed(policy.categories().iter().map(|category| category.code.as_str()));
                return Err(mapping.wrong(&key, format!("there is no category `{code}`; there are {there}")));
            }
        }
        if let Some(grid) = &mapping.default_grid
            && !organisation.leaf_grids().any(|leaf| leaf.code == *grid)
        {
            let there = listed(organisation.leaf_grids().map(|leaf| leaf.code.as_str()));
            return Err(
                mapping.wrong("default_grid", format!("there is no leaf grid `{grid}`; there are {there}"))
            );
        }
        let mut named = HashMap::new();
        for unit in organisation.units().iter().filter(|unit| !unit_is_imported(&unit.code, &unit.name)) {
            named
                .entry(unit.name.as_str())
                .and_modify(|code| *code = None)
                .or_insert(Some(unit.code.as_str()));
        }
        Ok(Self { mapping, organisation, policy, named, shown: RefCell::default() })
    }

    /// The unit that a word of the department's column means; the error is a reason.
    pub fn department(&self, word: &str) -> Result<Meaning, String> {
        let known = self.mapping.departments.get(word).map(String::as_str);
        self.unit(word, known, self.mapping.unknown_departments, "departments")
    }

    /// The unit that a word of the area's column means.
    pub fn area(&self, word: &str) -> Result<Meaning, String> {
        let known = self.mapping.areas.get(word).map(String::as_str);
        self.unit(word, known, self.mapping.unknown_areas, "areas")
    }

    /// What the mapping says; else the unit with this code or name; else what becomes of unknown ones.
    fn unit(
        &self,
        word: &str,
        mapped: Option<&str>,
        unknown: Unknown,
        table: &str,
    ) -> Result<Meaning, String> {
        let by_code = || self.organisation.unit(word).map(|unit| unit.code.as_str());
        let by_name = || self.named.get(word).copied().flatten();
        if let Some(code) = mapped.or_else(by_code).or_else(by_name) {
            return Ok(Meaning::known(code));
        }
        match unknown {
            Unknown::Create => Ok(Meaning {
                code: unit_code(&self.mapping.scheme, word),
                new: Some(self.shown(word, NAME_CHARS_MAX)),
            }),
            Unknown::Refuse => Err(format!(
                "no unit is called so; name its code under [{table}], or set unknown_{table} = \"create\""
            )),
        }
    }

    /// The category that a word means.
    pub fn category(&self, word: &str) -> Result<Meaning, String> {
        let by_code = || self.policy.category(word).map(|category| &category.code);
        if let Some(code) = self.mapping.categories.get(word).or_else(by_code) {
            return Ok(Meaning::known(code));
        }
        match &self.mapping.unknown_categories {
            UnknownCategory::Taken(taken) => Ok(Meaning::known(&taken.code)),
            UnknownCategory::Word(Unknown::Create) => Ok(Meaning {
                code: category_code(&self.mapping.scheme, word),
                new: Some(self.shown(word, NAME_CHARS_MAX)),
            }),
            UnknownCategory::Word(Unknown::Refuse) => {
                Err("the policy has no such category; name its code under \
                 [categories], or set unknown_categories = \"create\""
                    .to_owned())
            }
        }
    }

    /// A word that may be shown to everybody: short, in one line, and with nothing personal in it.
    pub fn shown(&self, word: &str, chars_max: usize) -> String {
        if let Some(shown) = self.shown.borrow().get(word) {
            return cut(shown, chars_max);
        }
        let shown = redact(&in_one_line(word)).shown;
        let short = cut(&shown, chars_max);
        let mut remembered = self.shown.borrow_mut();
        if remembered.len() < REMEMBERED_MAX {
            remembered.insert(word.to_owned(), shown);
        }
        short
    }

    /// The organisation.
    pub const fn organisation(&self) -> &Organisation {
        self.organisation
    }

    /// The policy.
    pub const fn policy(&self) -> &PolicySet {
        self.policy
    }
}

/// Whatever breaks lines or cannot be seen becomes a space.
pub fn in_one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_control() || c.is_whitespace());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The first characters of a text; one that is cut ends with an ellipsis.
pub fn cut(text: &str, chars_max: usize) -> String {
    match text.char_indices().nth(chars_max) {
        None => text.to_owned(),
        Some(_) => text.chars().take(chars_max - 1).chain(['…']).collect(),
    }
}

fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let all: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    match all.len().checked_sub(LISTED_MAX) {
        None | Some(0) => all.join(", "),
        Some(more) => format!("{} and {more} more", all[..LISTED_MAX].join(", ")),
    }
}
