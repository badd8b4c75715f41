//! What comes in as the work of a text: nothing unknown, nothing that no chart can be made of.

use std::collections::BTreeSet;

use serde_json::Value;
use spc::{Chart, RuleSet};

use super::{Shared, SharedMeasure};
use crate::dates::PartialDate;
use crate::items::{LIST_FOR_OBJECT, in_plain_words, lists_for_objects, path_of};
use crate::text::{Fault, check_line, check_prose};
use crate::work::entry::Number;

const NAME: usize = 200;
const PROSE: usize = 2_000;
const MOST_MEASURES: usize = 20;
const MOST_NUMBERS: usize = 5_000;
const MOST_PARTS: usize = 500;

impl Shared {
    /// As it is stored, or all that is wrong with it, by path: `work.measures.0.numbers.3.day`.
    pub fn check(work: &Value) -> Result<Value, Vec<Fault>> {
        let shared: Self = serde_path_to_error::deserialize(work).map_err(|error| {
            let path = path_of(error.path());
            let path = if path.is_empty() { "work".to_owned() } else { format!("work.{path}") };
            vec![Fault::malformed(path, in_plain_words(&error.inner().to_string()))]
        })?;
        let stored = shared.stored();
        let lists = lists_for_objects(work, &stored, "work").into_iter();
        let lists = lists.map(|path| Fault::malformed(path, LIST_FOR_OBJECT));
        let faults: Vec<Fault> = lists.chain(shared.faults()).collect();
        if faults.is_empty() { Ok(stored) } else { Err(faults) }
    }

    fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (name, text) in
            [("what", &self.aim.what), ("whom", &self.aim.whom), ("much", &self.aim.much)]
        {
            faults.extend(check_prose(&format!("work.aim.{name}"), text, PROSE).err());
        }
        for (name, is, most) in [
            ("drivers", self.drivers.len(), MOST_PARTS),
            ("measures", self.measures.len(), MOST_MEASURES),
            ("cycles", self.cycles.len(), MOST_PARTS),
            ("notes", self.notes.len(), MOST_PARTS),
        ] {
            if is > most {
                let why = format!("has {is} entries, at most {most} are allowed");
                faults.push(Fault::malformed(format!("work.{name}"), why));
            }
        }
        self.of_method(&mut faults);
        self.of_drivers(&mut faults);
        for (n, measure) in self.measures.iter().enumerate() {
            measure.faults(&format!("work.measures.{n}"), &mut faults);
        }
        self.of_tests(&mut faults);
        faults
    }

    fn of_method(&self, faults: &mut Vec<Fault>) {
        let Some(method) = &self.method else { return };
        faults.extend(check_line("work.method.name", &method.name, NAME, true).err());
        if method.own.len() > MOST_PARTS {
            faults
                .push(Fault::malformed("work.method.own", "has more entries than any method has"));
        }
        for (part, words) in &method.own {
            let path = format!("work.method.own.{part}");
            faults.extend(check_line(&path, part, NAME, true).err());
            faults.extend(check_line(&path, words, NAME, true).err());
        }
    }

    /// A driver serves another, and nothing goes round.
    fn of_drivers(&self, faults: &mut Vec<Fault>) {
        for (n, driver) in self.drivers.iter().enumerate() {
            let path = |field: &str| format!("work.drivers.{n}.{field}");
            faults.extend(check_line(&path("words"), &driver.words, PROSE, true).err());
            if driver.serves.iter().any(|at| *at >= self.drivers.len()) {
                faults.push(Fault::malformed(path("serves"), "names something that is no driver"));
            } else if self.serves_itself(n) {
                faults.push(Fault::malformed(path("serves"), "goes round"));
            }
            if driver.measures.iter().any(|at| *at >= self.measures.len()) {
                faults.push(Fault::malformed(path("measures"), "names none of the measures"));
            }
        }
    }

    fn serves_itself(&self, driver: usize) -> bool {
        let mut seen = BTreeSet::new();
        let served = |at: usize| self.drivers.get(at).map_or(&[][..], |one| one.serves.as_slice());
        let mut next = served(driver).to_vec();
        while let Some(at) = next.pop() {
            if at == driver {
                return true;
            }
            if seen.insert(at) {
                next.extend(served(at));
            }
        }
        false
    }

    fn of_tests(&self, faults: &mut Vec<Fault>) {
        for (n, cycle) in self.cycles.iter().enumerate() {
            for (name, text) in [
                ("plan", &cycle.plan),
                ("prediction", &cycle.prediction),
                ("did", &cycle.did),
                ("learned", &cycle.learned),
            ] {
                faults.extend(check_prose(&format!("work.cycles.{n}.{name}"), text, PROSE).err());
            }
            if cycle.idea.is_some_and(|at| at >= self.drivers.len()) {
                let path = format!("work.cycles.{n}.idea");
                faults.push(Fault::malformed(path, "is none of the drivers"));
            }
        }
        for (n, note) in self.notes.iter().enumerate() {
            let path = |field: &str| format!("work.notes.{n}.{field}");
            faults.extend(check_line(&path("words"), &note.words, NAME, true).err());
            faults.extend(day(&path("day"), note.day));
            if note.measure.is_some_and(|at| at >= self.measures.len()) {
                faults.push(Fault::malformed(path("measure"), "is none of the measures"));
            }
        }
    }
}

/// Charts have room for days.
fn day(path: &str, date: PartialDate) -> Option<Fault> {
    date.sure_day().is_none().then(|| Fault::malformed(path, "is no day, such as 2026-03-01"))
}

impl SharedMeasure {
    fn faults(&self, path: &str, faults: &mut Vec<Fault>) {
        let at = |field: &str| format!("{path}.{field}");
        faults.extend(check_line(&at("name"), &self.name, NAME, true).err());
        for (name, text) in [
            ("unit", &self.unit),
            ("numerator", &self.numerator),
            ("denominator", &self.denominator),
        ] {
            faults.extend(check_line(&at(name), text, NAME, false).err());
        }
        for (name, text) in [
            ("definition", &self.definition),
            ("plan.inclusion", &self.plan.inclusion),
            ("plan.source", &self.plan.source),
            ("plan.sample", &self.plan.sample),
            ("plan.responsible", &self.plan.responsible),
            ("plan.baseline", &self.plan.baseline),
            ("plan.used_for", &self.plan.used_for),
        ] {
            faults.extend(check_prose(&at(name), text, PROSE).err());
        }
        if self.per < 1 {
            faults.push(Fault::malformed(at("per"), "must be 1 or more"));
        }
        if self.numbers.len() > MOST_NUMBERS
            || self.goals.len() > MOST_PARTS
            || self.marks.len() > MOST_PARTS
        {
            faults.push(Fault::malformed(at("numbers"), "are more than a chart has room for"));
        }
        for (n, mark) in self.marks.iter().enumerate() {
            let at = |field: &str| format!("{path}.marks.{n}.{field}");
            faults.extend(day(&at("day"), mark.day));
            faults.extend(check_line(&at("reason"), &mark.reason, NAME, false).err());
        }
        for (name, is_known) in [
            ("chart", self.chart.as_deref().is_none_or(|name| Chart::parse(name).is_some())),
            ("rules", self.rules.as_deref().is_none_or(|name| RuleSet::named(name).is_some())),
        ] {
            if !is_known {
                faults.push(Fault::malformed(at(name), "is none that there is"));
            }
        }
        let mut days = BTreeSet::new();
        for (n, number) in self.numbers.iter().enumerate() {
            let at = |field: &str| format!("{path}.numbers.{n}.{field}");
            faults.extend(day(&at("day"), number.day));
            if !days.insert(number.day) {
                faults.push(Fault::malformed(at("day"), "has a number already"));
            }
            let said = Number { value: number.value, denominator: number.of };
            if let Some(doubt) = said.doubt(self.shape) {
                let why = format!("no chart can be made of it ({doubt:?})");
                faults.push(Fault::malformed(at("value"), why));
            }
        }
    }
}
