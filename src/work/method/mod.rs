//! Methods of improvement as data: phases and steps, in versions, each with help and what to use.
//!
//! A template is a file in `data/methods`. A work follows one in one of its versions; a newer version
//! is another file, and no work is moved to it but by its team. Nothing forces an order.

mod evidence;
mod followed;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::terms::Sign;
use crate::i18n::Lang;

pub use evidence::signs;
pub use followed::Followed;

/// A text in the languages that it is had in.
pub type Said = BTreeMap<Lang, String>;

/// A template.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Method {
    pub name: String,
    pub version: i32,
    pub title: Said,
    /// Where it comes from, and what of it are our words.
    pub about: Said,
    pub phases: Vec<Phase>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    pub id: String,
    pub title: Said,
    /// Is the title a wording of ours? Else it is the method's own.
    pub is_ours: bool,
    pub help: Said,
    pub steps: Vec<Step>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Unique in its template, and the same from one version to the next.
    pub id: String,
    pub title: Said,
    pub is_ours: bool,
    pub help: Said,
    /// What in the workspace shows that it has been taken: all of these.
    #[serde(default)]
    pub signs: Vec<Sign>,
    #[serde(default)]
    pub tools: Vec<Tool>,
}

/// Something that helps with a step.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tool {
    pub title: Said,
    pub at: Place,
}

/// Where a tool is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    Aim,
    Drivers,
    Measures,
    Cycles,
    Note,
    Team,
    /// How a chart is read.
    Reading,
    /// Whatever the search finds by its title.
    Search,
}

/// All versions that a work may follow. The first is what a work follows that has chosen nothing.
const SHIPPED: [&str; 2] = [
    include_str!("../../../data/methods/kvalitetsforbedring-1.json"),
    include_str!("../../../data/methods/forbedringsmodellen-1.json"),
];

static METHODS: LazyLock<Vec<Method>> = LazyLock::new(|| {
    let read = |text: &&str| serde_json::from_str(text).expect("a method that the tests have read");
    SHIPPED.iter().map(read).collect()
});

/// All that there are, with their versions.
pub fn all() -> &'static [Method] {
    &METHODS
}

/// Those that can be chosen: of each the newest version.
pub fn offered() -> impl Iterator<Item = &'static Method> {
    let is_newest = |one: &&Method| newest(&one.name).is_some_and(|new| new.version == one.version);
    all().iter().filter(is_newest)
}

pub fn newest(name: &str) -> Option<&'static Method> {
    all().iter().filter(|one| one.name == name).max_by_key(|one| one.version)
}

/// A version that somebody follows. One that is no longer shipped is followed by its newest.
fn of(name: &str, version: i32) -> Option<&'static Method> {
    let exact = all().iter().find(|one| (one.name.as_str(), one.version) == (name, version));
    exact.or_else(|| newest(name))
}

impl Method {
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.phases.iter().flat_map(|phase| &phase.steps).find(|step| step.id == id)
    }

    /// Is any of its words one of ours?
    pub fn is_partly_ours(&self) -> bool {
        self.phases.iter().any(|phase| phase.is_ours || phase.steps.iter().any(|step| step.is_ours))
    }
}
