//! What a team shares of its work, as it stood on a day. A public text carries it, and others begin from
//! it; one without numbers is a model that nobody need have carried out.

mod check;
mod live;
mod make;
mod measured;
mod people;
mod table;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::tables::Plan;
use super::terms::{Act, Better, Frequency, Level, MarkKind, Matched, MeasureKind, Shape};
use crate::dates::PartialDate;

pub use live::{Today, choices, is_followed, of_item, public};
pub use make::{Choice, Least, Parts, shared, told};
pub use measured::Claim;
pub use people::{approved, of_people};
pub use table::{work_origin, work_public};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Shared {
    /// The day that it stood so; none of a model.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<PartialDate>,
    pub aim: SharedAim,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<SharedMethod>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub drivers: Vec<SharedDriver>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<SharedMeasure>,
    /// Small tests of change, the oldest first; of a model what may be tried.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cycles: Vec<SharedCycle>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<SharedNote>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SharedAim {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub what: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub whom: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub much: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<PartialDate>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharedDriver {
    pub level: Level,
    pub words: String,
    /// Which of the others it serves, nearer to the aim, counted from 0.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub serves: Vec<usize>,
    /// Which of the measures show it, counted from 0.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<usize>,
}

/// The method that is followed, in one of its versions, and what a team or its programme calls its parts, by
/// their ids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharedMethod {
    pub name: String,
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub version: i32,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub own: BTreeMap<String, String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharedMeasure {
    /// Of the measure itself, where it is here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Uuid>,
    pub name: String,
    pub kind: MeasureKind,
    pub better: Better,
    pub shape: Shape,
    pub frequency: Frequency,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// A rate is per so many.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub per: i32,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub numerator: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub denominator: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub definition: String,
    #[serde(default, skip_serializing_if = "is_empty")]
    pub plan: Plan,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<SharedGoal>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub numbers: Vec<SharedNumber>,
    /// The short names of its chart and its rules; without, the run chart and its usual rules.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chart: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<String>,
    /// What the team has said of places on its chart.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<SharedMark>,
    /// So many periods have a number that is told to nobody: it could point at one person.
    #[serde(default, skip_serializing_if = "is_nought")]
    pub withheld: usize,
    /// Does it count people?
    #[serde(default, skip_serializing_if = "is_false")]
    pub people: bool,
    /// Are its numbers open data?
    #[serde(default, skip_serializing_if = "is_false")]
    pub open: bool,
    /// May the page follow it? A text from before this was said leaves it to what the team says today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub live: Option<bool>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharedGoal {
    pub value: f64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<PartialDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PartialDate>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharedNumber {
    /// The first day of its period.
    pub day: PartialDate,
    pub value: f64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<f64>,
    /// Of the definition that it was counted by.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub version: i32,
}

/// A part begins, a number is left out, or the limits are frozen: from that day, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharedMark {
    pub kind: MarkKind,
    pub day: PartialDate,
    pub reason: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SharedCycle {
    pub plan: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub prediction: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<PartialDate>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub did: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub matched: Option<Matched>,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub learned: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub act: Option<Act>,
    /// Which of the drivers it tries out, counted from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub idea: Option<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharedNote {
    pub day: PartialDate,
    pub words: String,
    /// Which measure it is about, counted from 0; all of them without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<usize>,
}

const fn one() -> i32 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde calls")]
const fn is_one(number: &i32) -> bool {
    *number == 1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde calls")]
const fn is_nought(count: &usize) -> bool {
    *count == 0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde calls")]
const fn is_false(value: &bool) -> bool {
    !*value
}

fn is_empty(plan: &Plan) -> bool {
    *plan == Plan::default()
}

impl Shared {
    /// What a text carries; none where nothing is, and where it can't be read.
    pub fn of(work: Option<&Value>) -> Option<Self> {
        Self::deserialize(work?).ok()
    }

    /// Has it measures with numbers?
    pub fn has_numbers(&self) -> bool {
        self.measures.iter().any(|measure| !measure.numbers.is_empty())
    }

    /// The same with these measures as they stand now; and the places of those.
    pub(super) fn following(
        mut self,
        mut live: BTreeMap<Uuid, SharedMeasure>,
    ) -> (Self, BTreeSet<usize>) {
        let mut followed = BTreeSet::new();
        for (place, measure) in self.measures.iter_mut().enumerate() {
            if let Some(now) = measure.id.and_then(|id| live.remove(&id)) {
                *measure = now;
                followed.insert(place);
            }
        }
        (self, followed)
    }

    /// Without what could point at one person, by the rules of today.
    pub fn guard(&mut self, least: Least) {
        for measure in &mut self.measures {
            measure.guard(least);
        }
    }

    /// The same as something to begin from: what is another team's own is left out.
    #[must_use]
    pub fn as_model(mut self) -> Self {
        self.day = None;
        self.aim.by = None;
        self.notes.clear();
        for measure in &mut self.measures {
            measure.id = None;
            let goal = measure.goals.pop().map(|goal| SharedGoal { from: None, by: None, ..goal });
            measure.goals = goal.into_iter().collect();
            measure.numbers.clear();
            measure.marks.clear();
            measure.withheld = 0;
            measure.open = false;
            measure.live = None;
        }
        self
    }

    /// As a text carries it. Whoever looks through the text is shown no numbers of it, so nothing that looks like an
    /// identity number stands in it, whatever the team has said that it is.
    pub fn stored(&self) -> Value {
        without_look_alikes(serde_json::to_value(self).unwrap_or_default())
    }
}

fn without_look_alikes(value: Value) -> Value {
    match value {
        Value::String(text) => {
            norsk::identity::masked(&text, '•', |_| false).unwrap_or(text).into()
        }
        Value::Array(list) => list.into_iter().map(without_look_alikes).collect(),
        Value::Object(map) => {
            let each = map.into_iter().map(|(name, value)| (name, without_look_alikes(value)));
            Value::Object(each.collect())
        }
        other => other,
    }
}
