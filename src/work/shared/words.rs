//! What is shared, in lines of words: for lists of what a version changed, and for search.

use super::{Shared, SharedMeasure};

impl Shared {
    /// All that is said in it, in the order of the page.
    pub fn lines(&self) -> Vec<String> {
        let aim = [&self.aim.what, &self.aim.whom, &self.aim.much].into_iter().cloned();
        let by = self.aim.by.map(|by| by.to_string());
        let drivers = self.drivers.iter().map(|driver| driver.words.clone());
        let measures = self.measures.iter().map(SharedMeasure::line);
        let cycles = self.cycles.iter().flat_map(|cycle| {
            [&cycle.plan, &cycle.prediction, &cycle.did, &cycle.learned].map(Clone::clone)
        });
        let notes = self.notes.iter().map(|note| format!("{}: {}", note.day, note.words));
        let method = self.method.iter().flat_map(|method| method.own.values().cloned());
        let all = aim.chain(by).chain(method).chain(drivers).chain(measures);
        let all = all.chain(cycles).chain(notes);
        all.filter(|line| !line.is_empty()).collect()
    }
}

impl Shared {
    /// What of it one may search for: words, and no numbers.
    pub fn words(&self) -> Vec<&str> {
        let aim = [&self.aim.what, &self.aim.whom, &self.aim.much].into_iter();
        let drivers = self.drivers.iter().map(|driver| &driver.words);
        let measures = self.measures.iter().flat_map(|measure| {
            [&measure.name, &measure.definition, &measure.numerator, &measure.denominator]
        });
        let cycles = self
            .cycles
            .iter()
            .flat_map(|cycle| [&cycle.plan, &cycle.prediction, &cycle.did, &cycle.learned]);
        let notes = self.notes.iter().map(|note| &note.words);
        let all = aim.chain(drivers).chain(measures).chain(cycles).chain(notes);
        all.map(String::as_str).filter(|words| !words.is_empty()).collect()
    }
}

impl SharedMeasure {
    fn line(&self) -> String {
        let numbers = self.numbers.iter().map(|number| match number.of {
            Some(of) => format!("{} {}/{of}", number.day, number.value),
            None => format!("{} {}", number.day, number.value),
        });
        let numbers: Vec<String> = numbers.collect();
        format!("{} {}", self.name, numbers.join(", ")).trim_end().to_owned()
    }
}
