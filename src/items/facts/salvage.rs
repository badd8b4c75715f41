//! Reads of stored JSON all that can be read, and names the rest: where it stands, and why not.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::Segment;

/// A step from a value into it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Name(String),
    /// In a list, from 0.
    Nth(usize),
}

impl Step {
    fn word(&self) -> String {
        match self {
            Self::Name(name) => name.chars().take(LONGEST_NAME).collect(),
            Self::Nth(n) => n.to_string(),
        }
    }
}

/// Where reading went wrong, with rows by number from 0: `files.0.title`. Empty where it is the whole.
pub fn path_of(path: &serde_path_to_error::Path) -> String {
    path.iter().map_while(step).map(|step| step.word()).collect::<Vec<_>>().join(".")
}

/// A value that can't be read.
#[derive(Clone, Debug)]
pub struct Unreadable {
    steps: Vec<Step>,
    /// Nothing is lost with it.
    is_null: bool,
    /// In the words of the parser: for whoever sent it. It may repeat the value, so it is not for
    /// the log.
    pub why: String,
}

/// As many values are named one by one; beyond that, the whole field that holds them.
const ONE_BY_ONE: usize = 100;
/// A text that still can't be read after so many is given up.
const MOST: usize = 400;
/// Of the name of an unknown field so many characters are repeated.
const LONGEST_NAME: usize = 60;

impl Unreadable {
    /// `facts.leaders.1.name`, where `facts` is the root.
    pub fn path(&self, root: &str) -> String {
        let mut path = root.to_owned();
        for step in &self.steps {
            path.push('.');
            path.push_str(&step.word());
        }
        path
    }

    fn is_within(&self, other: &Self) -> bool {
        self.steps.len() > other.steps.len() && self.steps.starts_with(&other.steps)
    }
}

/// Reads `value` without what can't be read; `None` when nothing is left that is a `T`.
pub fn read<T: DeserializeOwned>(value: &Value) -> (Option<T>, Vec<Unreadable>) {
    let mut left = value.clone();
    let mut gone: BTreeSet<Vec<Step>> = BTreeSet::new();
    let mut wrong = Vec::new();
    while wrong.len() < MOST {
        let error = match serde_path_to_error::deserialize::<_, T>(&left) {
            Ok(read) => return (Some(read), wrong),
            Err(error) => error,
        };
        let mut steps: Vec<Step> = error.path().iter().map_while(step).collect();
        if wrong.len() >= ONE_BY_ONE {
            steps.truncate(1);
        }
        let (taken, steps) = take(&mut left, steps);
        let steps = as_stored(&gone, &steps);
        let is_null = taken.as_ref().is_some_and(Value::is_null);
        wrong.push(Unreadable {
            steps: steps.clone(),
            is_null,
            why: error.into_inner().to_string(),
        });
        if taken.is_none() {
            break;
        }
        gone.insert(steps);
    }
    (None, wrong)
}

fn step(segment: &Segment) -> Option<Step> {
    match segment {
        Segment::Seq { index } => Some(Step::Nth(*index)),
        Segment::Map { key } => Some(Step::Name(key.clone())),
        Segment::Enum { .. } | Segment::Unknown => None,
    }
}

/// Takes out the value that the steps lead to, or the nearest that holds it; tells which it was.
/// Nothing is taken when that is the whole.
fn take(from: &mut Value, mut steps: Vec<Step>) -> (Option<Value>, Vec<Step>) {
    while let Some((last, before)) = steps.split_last() {
        let holder = before.iter().try_fold(&mut *from, |value, step| match step {
            Step::Name(name) => value.get_mut(name.as_str()),
            Step::Nth(n) => value.get_mut(*n),
        });
        let taken = match (holder, last) {
            (Some(Value::Object(map)), Step::Name(name)) => map.remove(name),
            (Some(Value::Array(all)), Step::Nth(n)) if *n < all.len() => Some(all.remove(*n)),
            _ => None,
        };
        if taken.is_some() {
            return (taken, steps);
        }
        steps.pop();
    }
    (None, steps)
}

/// The same place before anything was taken out: what follows it in a list has moved up.
fn as_stored(gone: &BTreeSet<Vec<Step>>, steps: &[Step]) -> Vec<Step> {
    let mut stored = Vec::with_capacity(steps.len());
    for step in steps {
        stored.push(step.clone());
        let Step::Nth(mut left) = *step else { continue };
        let place = stored.len() - 1;
        stored[place] = Step::Nth(0);
        for n in 0.. {
            stored[place] = Step::Nth(n);
            if gone.contains(&stored) {
                continue;
            }
            if left == 0 {
                break;
            }
            left -= 1;
        }
    }
    stored
}

/// The faults themselves, without those that only come of them: `links.0.text` is wrong, and so
/// `links.0` has none.
pub fn causes(mut wrong: Vec<Unreadable>) -> Vec<Unreadable> {
    let all = wrong.clone();
    wrong.retain(|one| !all.iter().any(|other| other.is_within(one)));
    wrong
}

/// All that is lost, each once: `links.0`, and not what was in it. What was nothing is no loss.
pub fn losses(mut wrong: Vec<Unreadable>) -> Vec<Unreadable> {
    let all = wrong.clone();
    wrong.retain(|one| !one.is_null && !all.iter().any(|other| one.is_within(other)));
    wrong
}
