//! Something was struck by law while somebody had the text open, and their form has it still. Which words
//! they were is kept nowhere; where they stood is seen by the gaps. No field that lacks a gap is taken from
//! such a form.

use serde_json::Value;
use uuid::Uuid;

use super::units::{Unit, units};
use crate::forms::Form;
use crate::i18n::{Lang, Text};

/// Whom letters go to is kept for the item and not for each text, and is struck whole; what is said of a change
/// is of one text alone. No gap tells of either.
const WITHOUT_GAP: [&str; 2] = ["contact", "note"];

fn is_without_gap(unit: &Unit<'_>) -> bool {
    WITHOUT_GAP.contains(&unit.path.as_str())
}

/// What stands where something was struck.
pub struct Gaps(Vec<String>);

impl Gaps {
    pub fn all() -> Self {
        let mut all: Vec<String> =
            Lang::ALL.iter().map(|lang| Text::new(*lang).plain("library-struck-gap")).collect();
        all.sort_unstable();
        all.dedup();
        Self(all)
    }

    fn are_in(&self, text: &str) -> usize {
        self.0.iter().map(|gap| text.matches(gap.as_str()).count()).sum()
    }

    fn count(&self, value: &Value) -> usize {
        match value {
            Value::String(text) => self.are_in(text),
            Value::Array(all) => all.iter().map(|one| self.count(one)).sum(),
            Value::Object(all) => {
                let names = all.get("name").and_then(Value::as_str).is_some_and(is_id);
                usize::from(names) + all.values().map(|one| self.count(one)).sum::<usize>()
            }
            _ => 0,
        }
    }

    /// How many there should be in a field.
    fn due(&self, unit: &Unit<'_>, base: Option<&Value>, theirs: &Value) -> usize {
        let of = |value: &Value| unit.get(value).map_or(0, |value| self.count(&value));
        base.map_or(0, of).max(of(theirs))
    }

    /// What somebody sent, with what is saved in the fields that lack a gap; and the paths of those where
    /// something is struck and what is saved stands.
    pub fn kept(
        &self,
        form: &Form,
        base: Option<&Value>,
        (mine, theirs): (&Value, &Value),
    ) -> (Value, Vec<String>) {
        let (mut kept, mut struck) = (mine.clone(), Vec::new());
        for unit in units(form) {
            let (my, their) = (unit.get(mine), unit.get(theirs));
            let due = self.due(&unit, base, theirs);
            let is_unseen = is_without_gap(&unit) && my != their;
            if is_unseen || due > my.as_ref().map_or(0, |value| self.count(value)) {
                unit.set(&mut kept, their);
            } else if due == 0 || my != their {
                continue;
            }
            struck.push(unit.path);
        }
        (kept, struck)
    }

    /// Of what was typed and can't be saved so, what may be kept.
    pub fn kept_typed(
        &self,
        form: &Form,
        base: Option<&Value>,
        theirs: &Value,
        mut typed: Vec<(String, String)>,
    ) -> Vec<(String, String)> {
        for unit in units(form) {
            let in_unit = typed.iter().filter(|(name, _)| unit.has(name));
            let has: usize = in_unit.map(|(_, value)| self.are_in(value)).sum();
            if is_without_gap(&unit) || self.due(&unit, base, theirs) > has {
                typed.retain(|(name, _)| !unit.has(name));
            }
        }
        typed
    }
}

/// A file whose name was struck is called by its id.
fn is_id(name: &str) -> bool {
    let stem = name.split_once('.').map_or(name, |(stem, _)| stem);
    Uuid::try_parse(stem).is_ok()
}
