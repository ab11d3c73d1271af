//! The policy file: its shape, and what can be wrong with it.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::{Category, Clocks, PolicyVersion, Rules, WhistleKind};
use crate::actor::Code;
use crate::organisation::{code_is_sound, name_is_sound};

/// The longest policy text that is read.
pub const POLICY_BYTES_MAX: usize = 2 * 1024 * 1024;

/// A policy file as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyFile {
    /// Greater than that of any earlier policy.
    pub version: PolicyVersion,
    /// Shown to people.
    pub title: String,
    /// What applies where a category says nothing.
    pub clocks: DefaultClocks,
    /// What the district decides beside the limits.
    #[serde(default)]
    pub rules: Rules,
    /// The duties that categories name and units carry.
    pub duties: Vec<Duty>,
    /// The classification.
    pub categories: Vec<Category>,
}

/// 职责: something that a unit answers for. Policies name duties, districts say which unit carries them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// Stable for ever.
    pub code: Code,
    /// The usual designation of whoever carries it.
    pub name: String,
    /// What must be known about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The limits by kind of whistle, and for the supply of water, power, gas and heat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "one entry per whistle kind, documented there")]
pub struct DefaultClocks {
    pub appeal: Clocks,
    pub law: Clocks,
    pub emergency: Clocks,
    pub key: Clocks,
    pub mediation: Clocks,
    pub utility: Clocks,
}

impl DefaultClocks {
    /// The limits of this kind of whistle.
    pub const fn of(&self, kind: WhistleKind) -> Clocks {
        match kind {
            WhistleKind::Appeal => self.appeal,
            WhistleKind::Law => self.law,
            WhistleKind::Emergency => self.emergency,
            WhistleKind::Key => self.key,
            WhistleKind::Mediation => self.mediation,
        }
    }
}

/// Why a policy is refused.
#[derive(Debug, thiserror::Error)]
pub enum PolicyError {
    /// Too long to be a policy.
    #[error("the policy has {0} bytes, at most {POLICY_BYTES_MAX} are read")]
    TooLong(usize),
    /// Not TOML, or not in the shape of a policy; the source names line and column.
    #[error("the policy cannot be read")]
    Unreadable(#[source] Box<toml::de::Error>),
    /// It can be read, but contradicts itself.
    #[error("the policy has {} problems, first: {}", .0.len(), .0[0])]
    Unsound(Vec<PolicyProblem>),
}

/// One thing that is wrong with a policy file, with its place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PolicyProblem {
    /// Versions start at 1.
    #[error("version must be at least 1")]
    Version,
    /// No title, or one too long.
    #[error("title is empty or longer than 100 characters")]
    Title,
    /// Without categories nothing could be filed.
    #[error("there are no categories")]
    NoCategories,
    /// Not 1–40 of `A-Z a-z 0-9 _ -`.
    #[error("{place}: code `{code}` must be 1 to 40 letters, digits, `_` or `-`")]
    Code {
        /// Where in the file.
        place: String,
        /// The code.
        code: Code,
    },
    /// An empty or overlong text.
    #[error("{place}: {field} is empty or longer than 100 characters")]
    Text {
        /// Where in the file.
        place: String,
        /// Which field.
        field: &'static str,
    },
    /// Two entries with one code.
    #[error("{place}: code `{code}` is there twice")]
    Twice {
        /// Where in the file.
        place: String,
        /// The code.
        code: Code,
    },
    /// A category names a duty that the file does not list.
    #[error("{place}: unknown duty `{duty}`")]
    UnknownDuty {
        /// Where in the file.
        place: String,
        /// The duty.
        duty: Code,
    },
    /// A duty appears more than once in one category.
    #[error("{place}: duty `{duty}` is named twice")]
    DutyTwice {
        /// Where in the file.
        place: String,
        /// The duty.
        duty: Code,
    },
    /// An urgent step comes twice without a condition to tell the two apart.
    #[error("{place}: an urgent step is there twice without a condition")]
    StepTwice {
        /// Where in the file.
        place: String,
    },
    /// No limit and no milestones: the case could stay open for ever.
    #[error("{place}: neither a limit nor planned")]
    Unlimited {
        /// Where in the file.
        place: String,
    },
    /// A stage without a title, or one that ends before the stage ahead of it.
    #[error("{place}: stage {stage} has no title, or ends before the one ahead of it")]
    Stage {
        /// Where in the file.
        place: String,
        /// Which, counted from one.
        stage: usize,
    },
    /// A rule with a value that cannot be kept.
    #[error("rules.{field} cannot be kept")]
    Rule {
        /// Which field.
        field: &'static str,
    },
    /// A staged category needs a limit for its last stage.
    #[error("{place}: staged, but without an ordinary limit")]
    StagedWithoutEnd {
        /// Where in the file.
        place: String,
    },
}

impl PolicyFile {
    /// Reads a policy file without checking whether it is sound.
    pub fn parse(text: &str) -> Result<Self, PolicyError> {
        if text.len() > POLICY_BYTES_MAX {
            return Err(PolicyError::TooLong(text.len()));
        }
        toml::from_str(text).map_err(|error| PolicyError::Unreadable(Box::new(error)))
    }

    /// Everything that is wrong with the file.
    pub fn problems(&self) -> Vec<PolicyProblem> {
        let mut problems = Vec::new();
        if self.version == 0 {
            problems.push(PolicyProblem::Version);
        }
        if !name_is_sound(&self.title) {
            problems.push(PolicyProblem::Title);
        }
        if self.categories.is_empty() {
            problems.push(PolicyProblem::NoCategories);
        }
        let mut duties = HashSet::new();
        for (at, duty) in self.duties.iter().enumerate() {
            let place = format!("duties[{at}]");
            check_code(&place, &duty.code, &mut duties, &mut problems);
            check_text(&place, "name", &duty.name, &mut problems);
        }
        let mut categories = HashSet::new();
        for (at, category) in self.categories.iter().enumerate() {
            let place = format!("categories[{at}] ({})", category.code);
            check_code(&place, &category.code, &mut categories, &mut problems);
            category_texts(&place, category, &mut problems);
            category_duties(&place, category, &duties, &mut problems);
            category_limits(&place, category, &mut problems);
        }
        problems.extend(self.rules.problems());
        problems
    }
}

fn check_code<'a>(
    place: &str,
    code: &'a str,
    seen: &mut HashSet<&'a str>,
    problems: &mut Vec<PolicyProblem>,
) {
    if !code_is_sound(code) {
        problems.push(PolicyProblem::Code { place: place.to_owned(), code: code.to_owned() });
    }
    if !seen.insert(code) {
        problems.push(PolicyProblem::Twice { place: place.to_owned(), code: code.to_owned() });
    }
}

fn check_text(place: &str, field: &'static str, text: &str, problems: &mut Vec<PolicyProblem>) {
    if !name_is_sound(text) {
        problems.push(PolicyProblem::Text { place: place.to_owned(), field });
    }
}

fn category_texts(place: &str, category: &Category, problems: &mut Vec<PolicyProblem>) {
    check_text(place, "major", &category.major, problems);
    check_text(place, "minor", &category.minor, problems);
    check_text(place, "evidence", &category.evidence, problems);
}

fn category_duties(
    place: &str,
    category: &Category,
    known: &HashSet<&str>,
    problems: &mut Vec<PolicyProblem>,
) {
    let mut seen = HashSet::new();
    let named =
        std::iter::once(&category.lead).chain(&category.lead_alternatives).chain(&category.co_handlers);
    for duty in named {
        if !known.contains(duty.as_str()) {
            problems.push(PolicyProblem::UnknownDuty { place: place.to_owned(), duty: duty.clone() });
        }
        if !seen.insert(duty) {
            problems.push(PolicyProblem::DutyTwice { place: place.to_owned(), duty: duty.clone() });
        }
    }
}

fn category_limits(place: &str, category: &Category, problems: &mut Vec<PolicyProblem>) {
    let mut seen = HashSet::new();
    if category.urgent.iter().any(|urgent| !seen.insert((urgent.step, &urgent.when))) {
        problems.push(PolicyProblem::StepTwice { place: place.to_owned() });
    }
    if category.ordinary.is_none() && category.urgent.is_empty() && !category.planned {
        problems.push(PolicyProblem::Unlimited { place: place.to_owned() });
    }
    if category.staged && category.ordinary.is_none() {
        problems.push(PolicyProblem::StagedWithoutEnd { place: place.to_owned() });
    }
    let mut before = None;
    for (at, stage) in category.stages.iter().enumerate() {
        let length = stage.limit.nominal();
        if !name_is_sound(&stage.title) || before.is_some_and(|before| length < before) {
            problems.push(PolicyProblem::Stage { place: place.to_owned(), stage: at + 1 });
        }
        before = Some(length);
    }
}
