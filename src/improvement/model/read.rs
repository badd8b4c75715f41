//! From the form to a model. What serves what, and which measures show it, stay as far as the words are the same.

use std::collections::BTreeMap;

use serde_json::Value;

use super::form::DRIVERS;
use crate::work::{
    Better, Frequency, Level, MeasureKind, Plan, Shape, Shared, SharedAim, SharedDriver,
    SharedGoal, SharedMeasure,
};

pub fn shared(value: &Value, before: &Shared) -> Shared {
    let measures = value.get("malinger").and_then(Value::as_array);
    let measures: Vec<SharedMeasure> =
        measures.into_iter().flatten().filter_map(|one| measure(one, before)).collect();
    Shared {
        method: before.method.clone(),
        aim: SharedAim {
            what: text(value, "hva"),
            whom: text(value, "hvem"),
            much: text(value, "mye"),
            by: None,
        },
        drivers: drivers(value, before, &measures),
        measures,
        cycles: before.cycles.clone(),
        ..Shared::default()
    }
}

fn text(value: &Value, key: &str) -> String {
    value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn drivers(value: &Value, before: &Shared, measures: &[SharedMeasure]) -> Vec<SharedDriver> {
    let said = DRIVERS.into_iter().flat_map(|(key, level)| {
        let lines = value.get(key).and_then(Value::as_array).into_iter().flatten();
        lines.filter_map(Value::as_str).map(move |words| (level, words.to_owned()))
    });
    let said: Vec<_> = said.collect();
    let place: BTreeMap<&str, usize> =
        said.iter().zip(0..).map(|((_, words), place)| (words.as_str(), place)).collect();
    let driver = |(level, words): &(Level, String)| {
        let old = before.drivers.iter().find(|old| old.level == *level && old.words == *words);
        let served = old.into_iter().flat_map(|old| &old.serves);
        let served = served.filter_map(|at| Some(before.drivers.get(*at)?.words.as_str()));
        let shown = old.into_iter().flat_map(|old| &old.measures);
        let shown = shown.filter_map(|at| Some(before.measures.get(*at)?.name.as_str()));
        let of_measure = |name: &str| measures.iter().position(|one| one.name == name);
        SharedDriver {
            level: *level,
            words: words.clone(),
            serves: served.filter_map(|words| place.get(words).copied()).collect(),
            measures: shown.filter_map(of_measure).collect(),
        }
    };
    said.iter().map(driver).collect()
}

fn measure(value: &Value, before: &Shared) -> Option<SharedMeasure> {
    let said = |key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default();
    let shape = Shape::named(said("slag"))?;
    let goal = value.get("mal").and_then(Value::as_f64);
    let goal = goal.map(|goal| if shape == Shape::Share { goal / 100.0 } else { goal });
    let per = value.get("per").and_then(Value::as_i64).and_then(|per| i32::try_from(per).ok());
    Some(SharedMeasure {
        id: None,
        name: said("navn").to_owned(),
        kind: MeasureKind::named(said("type"))?,
        better: Better::named(said("retning"))?,
        shape,
        frequency: Frequency::named(said("hver"))?,
        unit: said("enhet").to_owned(),
        per: per.unwrap_or(1),
        numerator: said("teller").to_owned(),
        denominator: said("nevner").to_owned(),
        definition: said("definisjon").to_owned(),
        plan: Plan { source: said("kilde").to_owned(), ..Plan::default() },
        goals: goal.map(|value| SharedGoal { value, from: None, by: None }).into_iter().collect(),
        numbers: Vec::new(),
        chart: None,
        rules: None,
        marks: Vec::new(),
        withheld: 0,
        people: before.measures.iter().any(|old| old.people && old.name == said("navn")),
        open: false,
        live: None,
    })
}
