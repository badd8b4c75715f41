//! Something was struck by law while somebody had the text open, and their form has it still. Which words
//! they were is kept nowhere; where they stood is seen by the gaps. No field that lacks a gap is taken from
//! such a form; and where a line is the same but for the gap, what stands there in the form tells the words,
//! so they go from its other fields as well.

use serde_json::Value;
use uuid::Uuid;

use super::units::{Unit, units};
use crate::forms::Form;
use crate::i18n::{Lang, Text};
use crate::items::Passage;

/// Whom letters go to is kept for the item and not for each text, and is struck whole; what is said of a change
/// is of one text alone. No gap tells of either.
const WITHOUT_GAP: [&str; 2] = ["contact", "note"];

fn is_without_gap(unit: &Unit<'_>) -> bool {
    WITHOUT_GAP.contains(&unit.path.as_str())
}

/// So much of a line is the same, before it tells what stood in its gap; and so much is no name any more.
const SAME: usize = 10;
const LONGEST: usize = 80;
/// So many are looked for.
const MOST: usize = 20;

/// What was struck, and the gap that stands for it.
type Found<'g> = (Passage, &'g str);

/// What of a form may be kept after a strike.
pub struct Kept {
    pub value: Value,
    /// The paths of the fields where something is struck and what is saved stands.
    pub struck: Vec<String>,
    pub lost: Lost,
}

/// What somebody wrote that may not be kept, by the path of its field: nobody can tell whether what was struck
/// is in it. It is shown to them once, and stored nowhere.
pub type Lost = Vec<(String, Value)>;

/// What was typed, by the names of the inputs.
type Typed = Vec<(String, String)>;

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

    /// The words that stand in what somebody sent where the text that they began from has a gap.
    pub fn found(&self, base: Option<&Value>, mine: &Value) -> Vec<Found<'_>> {
        let mut found = Vec::new();
        if let Some(base) = base {
            self.find(base, mine, &mut found);
        }
        found.truncate(MOST);
        found
    }

    fn find<'g>(&'g self, base: &Value, mine: &Value, found: &mut Vec<Found<'g>>) {
        match (base, mine) {
            (Value::String(base), Value::String(mine)) => self.find_in(base, mine, found),
            (Value::Array(base), Value::Array(mine)) => {
                for (base, mine) in base.iter().zip(mine) {
                    self.find(base, mine, found);
                }
            }
            (Value::Object(base), Value::Object(mine)) => {
                for (key, base) in base {
                    if let Some(mine) = mine.get(key) {
                        self.find(base, mine, found);
                    }
                }
            }
            _ => {}
        }
    }

    fn find_in<'g>(&'g self, base: &str, mine: &str, found: &mut Vec<Found<'g>>) {
        for line in base.lines() {
            for gap in &self.0 {
                let Some((before, after)) = line.split_once(gap.as_str()) else { continue };
                if before.len() + after.len() < SAME || self.are_in(after) > 0 {
                    continue;
                }
                for one in mine.lines() {
                    let words = one.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
                    let is_it = |words: &&str| words.len() <= LONGEST && self.are_in(words) == 0;
                    let words = words.filter(is_it);
                    let passage = words.and_then(|words| Passage::new(words).ok());
                    found.extend(passage.map(|one| (one.with_forms(), gap.as_str())));
                }
            }
        }
    }

    /// What somebody sent, with what is saved in the fields that lack a gap.
    pub fn kept(
        &self,
        form: &Form,
        base: Option<&Value>,
        (mine, theirs): (&Value, &Value),
        found: &[Found<'_>],
    ) -> Kept {
        let (mut value, mut struck, mut lost) = (mine.clone(), Vec::new(), Vec::new());
        // Where the words are known, what stands around them is kept.
        strike(&mut value, found);
        for unit in units(form) {
            let (my, their) = (unit.get(&value), unit.get(theirs));
            let due = self.due(&unit, base, theirs);
            let is_unseen = is_without_gap(&unit) && my != their;
            if is_unseen || due > my.as_ref().map_or(0, |value| self.count(value)) {
                let written = my.filter(|my| Some(my) != their.as_ref());
                lost.extend(written.map(|written| (unit.path.clone(), written)));
                unit.set(&mut value, their);
            } else if due == 0 || my != their {
                continue;
            }
            struck.push(unit.path);
        }
        Kept { value, struck, lost }
    }

    /// Of what was typed and can't be saved so, what may be kept, and what not.
    pub fn kept_typed(
        &self,
        form: &Form,
        base: Option<&Value>,
        theirs: &Value,
        (mut typed, found): (Typed, &[Found<'_>]),
    ) -> (Typed, Lost) {
        let mut lost = Vec::new();
        for (_, value) in &mut typed {
            strike_in(value, found);
        }
        for unit in units(form) {
            let in_unit = typed.iter().filter(|(name, _)| unit.has(name));
            let has: usize = in_unit.map(|(_, value)| self.are_in(value)).sum();
            if is_without_gap(&unit) || self.due(&unit, base, theirs) > has {
                let (gone, rest): (Typed, Typed) =
                    typed.into_iter().partition(|(name, _)| unit.has(name));
                typed = rest;
                let gone = gone.into_iter().filter(|(_, value)| !value.trim().is_empty());
                lost.extend(gone.map(|(_, value)| (unit.path.clone(), Value::String(value))));
            }
        }
        (typed, lost)
    }
}

fn strike(value: &mut Value, found: &[Found<'_>]) {
    match value {
        Value::String(text) => strike_in(text, found),
        Value::Array(all) => all.iter_mut().for_each(|one| strike(one, found)),
        Value::Object(all) => all.values_mut().for_each(|one| strike(one, found)),
        _ => {}
    }
}

fn strike_in(text: &mut String, found: &[Found<'_>]) {
    for (passage, gap) in found {
        if let Some((struck, _)) = passage.struck_from(text, gap) {
            *text = struck;
        }
    }
}

/// A file whose name was struck is called by its id.
fn is_id(name: &str) -> bool {
    let stem = name.split_once('.').map_or(name, |(stem, _)| stem);
    Uuid::try_parse(stem).is_ok()
}
