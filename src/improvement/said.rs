//! Periods and numbers as the pages say them.

use std::collections::BTreeMap;

use time::Date;

use crate::charts;
use crate::forms::Wording;
use crate::i18n::{Lang, Text, Words};
use crate::work::{Frequency, Measured, Observation, Shape};

/// Words of the team's own, in the language that they wrote them in.
pub fn own(lang: &str, text: &str) -> Wording {
    let lang = Lang::parse(lang).unwrap_or(Lang::Nb);
    Wording::Words(BTreeMap::from([(lang, text.to_owned())]))
}

/// A period as it is called: «november 2026», «uke 48, 2026», «2. november 2026», «3. kvartal 2026».
pub fn period(t: Text, frequency: Frequency, first: Date) -> String {
    frequency.said(t, first)
}

/// Two names in one line; the second may be nobody's.
pub fn beside(first: &str, second: &str) -> String {
    if second.is_empty() { first.to_owned() } else { format!("{first} · {second}") }
}

pub fn frequency(measured: &Measured) -> Frequency {
    Frequency::named(&measured.definition.frequency).unwrap_or(Frequency::Month)
}

pub fn shape(measured: &Measured) -> Shape {
    Shape::named(&measured.definition.shape).unwrap_or(Shape::Value)
}

/// What the button says by which nothing happened, or nobody was there to count. A value that was not measured
/// is no 0: the period is left without a number.
pub fn none(t: Text, shape: Shape) -> Option<Words> {
    match shape {
        Shape::Count | Shape::Rate => Some(t.get("improvement-none")),
        Shape::Share => Some(t.get("improvement-none-counted")),
        Shape::Value => None,
    }
}

/// Is a unit per cent?
pub fn is_percent(unit: &str) -> bool {
    let unit = unit.to_lowercase();
    unit.contains('%') || unit.starts_with("prosent") || unit == "per cent"
}

/// A number as it was entered: «19 av 24», «7», «12,5 minutter».
pub fn number(t: Text, measured: &Measured, one: &Observation) -> String {
    let Some(value) = one.value else { return t.plain("improvement-taken-back") };
    let said = plain(t, value);
    match one.denominator {
        Some(all) => t.plain_with2("improvement-of", "value", said, "all", plain(t, all)),
        None if measured.definition.unit.is_empty() => said,
        None => format!("{said} {}", measured.definition.unit),
    }
}

/// A number with the decimals that it has, three at most.
pub fn plain(t: Text, value: f64) -> String {
    charts::number(t, value, 3)
}

/// The same as somebody types it: no sign between thousands. A point before three decimals would be one.
pub fn typed(t: Text, value: f64) -> String {
    let text = value.to_string();
    let is_double = text.split_once('.').is_some_and(|(_, decimals)| decimals.len() == 3);
    if t.lang == Lang::En && !is_double { text } else { text.replace('.', ",") }
}
