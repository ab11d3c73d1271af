//! What people in the demo say: the texts of `demo/stories.toml` and `demo/lifecycle.toml`, and how their blanks are filled.

use std::collections::BTreeMap;

use anyhow::Context;
use serde::Deserialize;
use whistle_domain::actor::Code;

const STORIES: &str = include_str!("../../../../demo/stories.toml");
const LIFECYCLE: &str = include_str!("../../../../demo/lifecycle.toml");

/// All texts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stories {
    /// What fits every category.
    pub(super) phrases: Phrases,
    /// What is told of a category without a story of its own.
    pub(super) fallback: [Fallback; 1],
    /// The stories.
    pub(super) stories: Vec<Story>,
    /// What is said beside the straight line, by what it is for.
    #[serde(skip)]
    pub(super) lifecycle: BTreeMap<String, Vec<String>>,
}

/// What fits every category.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Phrases {
    pub(super) endorse: Vec<String>,
    pub(super) attempt: Vec<String>,
    pub(super) decline: Vec<String>,
    pub(super) escalate: Vec<String>,
    pub(super) instruction: Vec<String>,
    pub(super) place: Vec<String>,
    pub(super) evidence: Vec<String>,
    pub(super) verified: Vec<String>,
    pub(super) failed: Vec<String>,
    pub(super) unanswered: Vec<String>,
    pub(super) unsolved: Vec<String>,
    pub(super) close: Vec<String>,
    pub(super) local_close: Vec<String>,
    /// By grade, `1` to `5`.
    pub(super) comments: BTreeMap<String, Vec<String>>,
}

/// What is told of a category without a story of its own.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Fallback {
    title: Vec<String>,
    description: Vec<String>,
    measure: Vec<String>,
    result: Vec<String>,
    local: Vec<String>,
}

/// What is reported in one category, and what becomes of it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Story {
    pub(super) category: Code,
    pub(super) place: Setting,
    #[serde(default)]
    pub(super) night: bool,
    pub(super) title: Vec<String>,
    pub(super) description: Vec<String>,
    pub(super) measure: Vec<String>,
    pub(super) result: Vec<String>,
    #[serde(default)]
    pub(super) local: Vec<String>,
}

/// Where such a thing happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Setting {
    /// Inside a compound.
    Compound,
    /// Along the streets.
    Street,
}

impl Stories {
    /// The embedded texts.
    pub(super) fn embedded() -> anyhow::Result<Self> {
        let stories: Self = toml::from_str(STORIES).context("the demo's stories cannot be read")?;
        let lifecycle = toml::from_str(LIFECYCLE).context("the demo's lifecycle cannot be read")?;
        Ok(Self { lifecycle, ..stories })
    }

    /// The texts for this purpose.
    pub(super) fn lines(&self, purpose: &str) -> &[String] {
        self.lifecycle.get(purpose).expect("the demo's lifecycle has a text for every step of its scripts")
    }

    /// A story that is reported in other words.
    pub(super) fn retold(&self, purpose: &str, story: Story) -> Story {
        let words = |what: &str| self.lines(&format!("{purpose}_{what}")).to_vec();
        Story { title: words("title"), description: words("description"), ..story }
    }

    /// The story of a category; the fallback, where it has none.
    pub(super) fn of(&self, category: &str, minor: &str) -> Story {
        let own = self.stories.iter().find(|story| story.category == category);
        own.cloned().unwrap_or_else(|| {
            let named = |texts: &[String]| texts.iter().map(|text| text.replace("{minor}", minor)).collect();
            let [fallback] = &self.fallback;
            Story {
                category: category.to_owned(),
                place: Setting::Street,
                night: false,
                title: named(&fallback.title),
                description: named(&fallback.description),
                measure: named(&fallback.measure),
                result: named(&fallback.result),
                local: named(&fallback.local),
            }
        })
    }
}

/// The words for the blanks of one case's texts.
#[derive(Debug, Clone, Default)]
pub(super) struct Blanks(pub(super) Vec<(&'static str, String)>);

impl Blanks {
    /// `text` with its blanks filled.
    pub(super) fn fill(&self, text: &str) -> String {
        self.0.iter().fold(text.to_owned(), |text, (blank, word)| text.replace(blank, word))
    }
}
