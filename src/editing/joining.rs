//! Joins what somebody sent with what another saved meanwhile, field by field, held against the text that
//! both began from. What only one of them changed joins itself; the rest they choose.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::merge::{self, Piece};
use super::units::{Unit, units};
use crate::forms::{FieldKind, Form};

/// Whom letters go to is kept for the item and not for each text, so nobody knows what both began from.
const WITHOUT_BASE: &str = "contact";

/// What a field held before either changed it.
enum Base {
    Unknown,
    Was(Option<Value>),
}

impl Base {
    fn is(&self, value: Option<&Value>) -> bool {
        matches!(self, Self::Was(was) if was.as_ref() == value)
    }

    fn split(&self, split: Split) -> Option<Vec<String>> {
        match self {
            Self::Unknown => None,
            Self::Was(was) => Some(split(was.as_ref())),
        }
    }
}

type Split = fn(Option<&Value>) -> Vec<String>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    Mine,
    Theirs,
    Both,
}

impl Choice {
    const ALL: [Self; 3] = [Self::Mine, Self::Theirs, Self::Both];

    pub fn word(self) -> &'static str {
        match self {
            Self::Mine => "min",
            Self::Theirs => "lagret",
            Self::Both => "begge",
        }
    }

    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.word() == word)
    }
}

/// What became of the two.
#[derive(Clone, Debug)]
pub struct Join {
    /// The value of the form; where both have changed something, what is saved.
    pub value: Value,
    pub clashes: Vec<Clash>,
    /// Where it is other than what was sent: the paths of the fields that another changed.
    pub taken: Vec<String>,
    /// Where it is other than what is saved: those that whoever sent it changed.
    pub given: Vec<String>,
}

/// A field that both have changed.
#[derive(Clone, Debug)]
pub struct Clash {
    pub path: String,
    how: How,
}

#[derive(Clone, Debug)]
enum How {
    /// One or the other.
    Whole {
        mine: Option<Value>,
        theirs: Option<Value>,
    },
    /// A line that may hold both.
    Line {
        mine: String,
        theirs: String,
        both: String,
    },
    Prose(Vec<Piece>),
    Rows(Vec<Piece>),
}

/// Of a base that is not known, nothing is taken for changed by one of them alone. In the fields that are
/// `wrong` what was sent can't be saved: there it stays as it is.
pub fn join(
    form: &Form,
    base: Option<&Value>,
    (mine, theirs): (&Value, &Value),
    wrong: &[String],
) -> Join {
    let (clashes, taken, given) = (Vec::new(), Vec::new(), Vec::new());
    let mut join = Join { value: theirs.clone(), clashes, taken, given };
    for unit in units(form) {
        let (my, their) = (unit.get(mine), unit.get(theirs));
        if my == their || wrong.contains(&unit.path) {
            continue;
        }
        let base = match base.filter(|_| unit.path != WITHOUT_BASE) {
            Some(base) => Base::Was(unit.get(base)),
            None => Base::Unknown,
        };
        if base.is(my.as_ref()) {
            join.taken.push(unit.path);
        } else if base.is(their.as_ref()) {
            unit.set(&mut join.value, my);
            join.given.push(unit.path);
        } else {
            join.both(&unit, &base, (my, their));
        }
    }
    join
}

/// The same where something was struck meanwhile: nothing that was sent goes into the text unasked.
pub fn by_choice(
    form: &Form,
    base: Option<&Value>,
    (mine, theirs): (&Value, &Value),
    wrong: &[String],
) -> Join {
    let (clashes, taken, given) = (Vec::new(), Vec::new(), Vec::new());
    let mut join = Join { value: theirs.clone(), clashes, taken, given };
    for unit in units(form) {
        let (mine, theirs) = (unit.get(mine), unit.get(theirs));
        if mine == theirs || wrong.contains(&unit.path) {
            continue;
        }
        let is_unchanged = base.is_some_and(|base| unit.get(base) == mine);
        if is_unchanged && unit.path != WITHOUT_BASE {
            join.taken.push(unit.path);
        } else {
            join.clashes.push(Clash { path: unit.path, how: How::Whole { mine, theirs } });
        }
    }
    join
}

impl Join {
    /// Nothing is left to be chosen.
    pub fn is_clean(&self) -> bool {
        self.clashes.is_empty()
    }

    fn both(
        &mut self,
        unit: &Unit<'_>,
        base: &Base,
        (mine, theirs): (Option<Value>, Option<Value>),
    ) {
        let how = how(unit, base, (mine, theirs));
        let clash = Clash { path: unit.path.clone(), how };
        if clash.is_apart() {
            self.clashes.push(clash);
        } else {
            unit.set(&mut self.value, clash.settled(Choice::Mine));
            self.taken.push(unit.path.clone());
            self.given.push(unit.path.clone());
        }
    }

    /// The value when each is chosen; one that is not stays as it is saved.
    pub fn settled(&self, form: &Form, choices: &BTreeMap<String, Choice>) -> Value {
        let mut value = self.value.clone();
        for unit in units(form) {
            let clash = self.clashes.iter().find(|clash| clash.path == unit.path);
            if let Some((clash, choice)) = clash.zip(choices.get(&unit.path)) {
                unit.set(&mut value, clash.settled(*choice));
            }
        }
        value
    }
}

impl Clash {
    pub fn may_be_both(&self) -> bool {
        !matches!(self.how, How::Whole { .. })
    }

    fn is_apart(&self) -> bool {
        let has_apart =
            |pieces: &[Piece]| pieces.iter().any(|one| matches!(one, Piece::Apart { .. }));
        match &self.how {
            How::Whole { .. } | How::Line { .. } => true,
            How::Prose(pieces) | How::Rows(pieces) => has_apart(pieces),
        }
    }

    /// The field when this is chosen where the two part; what only one of them changed is in all three.
    pub fn settled(&self, choice: Choice) -> Option<Value> {
        match &self.how {
            How::Whole { mine, theirs } => {
                if choice == Choice::Theirs {
                    theirs.clone()
                } else {
                    mine.clone()
                }
            }
            How::Line { mine, theirs, both } => {
                let line = match choice {
                    Choice::Mine => mine,
                    Choice::Theirs => theirs,
                    Choice::Both => both,
                };
                (!line.is_empty()).then(|| Value::String(line.clone()))
            }
            How::Prose(pieces) => {
                let text = laid(pieces, choice).join(BETWEEN);
                (!text.trim().is_empty()).then_some(Value::String(text))
            }
            How::Rows(pieces) => {
                let rows = laid(pieces, choice);
                let rows: Vec<Value> =
                    rows.iter().filter_map(|row| serde_json::from_str(row).ok()).collect();
                (!rows.is_empty()).then_some(Value::Array(rows))
            }
        }
    }
}

/// A blank line is between paragraphs.
const BETWEEN: &str = "\n\n";

/// How a field is joined that both have changed.
fn how(unit: &Unit<'_>, base: &Base, (mine, theirs): (Option<Value>, Option<Value>)) -> How {
    let text = |value: Option<&Value>| value.and_then(Value::as_str).unwrap_or_default().to_owned();
    match &unit.field.kind {
        FieldKind::Text { .. } | FieldKind::CommonMark { .. } => {
            How::Prose(pieces(paragraphs, base, (mine.as_ref(), theirs.as_ref())))
        }
        // So long that it is written as a text.
        FieldKind::Line { max, .. } if *max > 300 => {
            let (mine, theirs) = (text(mine.as_ref()), text(theirs.as_ref()));
            let both = both(base, &mine, &theirs);
            How::Line { mine, theirs, both }
        }
        FieldKind::Lines { .. } | FieldKind::Group { .. } => {
            How::Rows(pieces(elements, base, (mine.as_ref(), theirs.as_ref())))
        }
        FieldKind::Choices { .. } => set(base, (mine.as_ref(), theirs.as_ref())),
        FieldKind::Reference { most, .. } if *most > 1 => {
            set(base, (mine.as_ref(), theirs.as_ref()))
        }
        _ => How::Whole { mine, theirs },
    }
}

/// A line with the words that either of them put in, each where they were put: what stood there before is not
/// said twice.
fn both(base: &Base, mine: &str, theirs: &str) -> String {
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let Base::Was(was) = base else { return format!("{theirs} {mine}").trim().to_owned() };
    let was = was.as_ref().and_then(Value::as_str).unwrap_or_default();
    let mut all = Vec::new();
    for piece in merge::pieces(&words(was), &words(mine), &words(theirs)) {
        match piece {
            Piece::Joined(same) => all.extend(same),
            Piece::Apart { mine, theirs } => {
                all.extend(theirs);
                all.extend(mine);
            }
        }
    }
    all.join(" ")
}

/// What is ticked of several: what either ticked is ticked, and what either took away is not.
fn set(base: &Base, (mine, theirs): (Option<&Value>, Option<&Value>)) -> How {
    let base = base.split(elements).unwrap_or_default();
    How::Rows(vec![Piece::Joined(sets(&base, &elements(mine), &elements(theirs)))])
}

pub fn sets(base: &[String], mine: &[String], theirs: &[String]) -> Vec<String> {
    let is_kept = |one: &&String| mine.contains(one) || !base.contains(one);
    let mut all: Vec<String> = theirs.iter().filter(is_kept).cloned().collect();
    let more = mine.iter().filter(|one| !theirs.contains(one) && !base.contains(one));
    all.extend(more.cloned());
    all
}

fn pieces(
    split: Split,
    base: &Base,
    (mine, theirs): (Option<&Value>, Option<&Value>),
) -> Vec<Piece> {
    let (mine, theirs) = (split(mine), split(theirs));
    let base = base.split(split).unwrap_or_else(|| merge::common(&mine, &theirs));
    merge::pieces(&base, &mine, &theirs)
}

fn paragraphs(value: Option<&Value>) -> Vec<String> {
    let text = value.and_then(Value::as_str).unwrap_or_default();
    if text.is_empty() { Vec::new() } else { text.split(BETWEEN).map(str::to_owned).collect() }
}

/// Rows and lines, each as JSON: only so can they be held together.
fn elements(value: Option<&Value>) -> Vec<String> {
    let all = value.and_then(Value::as_array);
    all.into_iter().flatten().map(|one| json!(one).to_string()).collect()
}

fn laid(pieces: &[Piece], choice: Choice) -> Vec<String> {
    let mut all = Vec::new();
    for piece in pieces {
        match (piece, choice) {
            (Piece::Joined(same), _) => all.extend_from_slice(same),
            (Piece::Apart { mine, .. }, Choice::Mine) => all.extend_from_slice(mine),
            (Piece::Apart { theirs, .. }, Choice::Theirs) => all.extend_from_slice(theirs),
            (Piece::Apart { mine, theirs }, Choice::Both) => {
                all.extend_from_slice(theirs);
                all.extend(mine.iter().filter(|one| !theirs.contains(one)).cloned());
            }
        }
    }
    all
}
