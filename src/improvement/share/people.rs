//! Whether a measure counts people, as far as its own words tell: ticked beforehand, and the team has the last
//! word. Events are not people, and neither are nights.

use crate::improvement::said;
use crate::work::{Measured, Shape};

/// How words for people begin, in the languages that teams write in.
const PEOPLE: &[&str] = &[
    "beboer",
    "bebuar",
    "pasient",
    "bruker",
    "brukar",
    "person",
    "menneske",
    "innbygger",
    "innbyggjar",
    "pårørende",
    "pårørande",
    "ansatt",
    "tilsett",
    "tilsatt",
    "medarbeider",
    "medarbeidar",
    "mottaker",
    "mottakar",
    "tjenestemottaker",
    "tenestemottakar",
    "hjemmeboende",
    "heimebuande",
    "kvinne",
    "menn",
    "mann",
    "barn",
    "eldre",
    "folk",
    "familie",
    "sykepleier",
    "sjukepleiar",
    "resident",
    "patient",
    "people",
    "user",
    "client",
    "staff",
    "member",
];
/// How words for what is no person begin.
const OTHERS: &[&str] = &[
    "nett",
    "natt",
    "døgn",
    "dag",
    "vakt",
    "skift",
    "time",
    "observasjon",
    "gjennomgang",
    "måltid",
    "hendelse",
    "hending",
    "avvik",
    "samtale",
    "besøk",
    "prøve",
    "skjema",
    "plan",
    "night",
    "day",
    "shift",
    "observation",
];
/// What is counted stands before the first of these: «fall blant beboere» are falls.
const BEFORE: &[&str] = &[
    "blant", "hos", "i", "per", "pr", "for", "av", "på", "ved", "mellom", "til", "med", "among",
    "in", "of", "by", "mot",
];
/// «beboerdøgn» are days.
const TIMES: &[&str] = &["døgn", "dager", "dagar", "netter", "timer", "timar", "days", "nights"];

/// Does it count people? A share is taken to be of people unless it says what else it is of; all else only
/// where it says so.
pub fn are_counted(measured: &Measured) -> bool {
    let definition = &measured.definition;
    let (name, unit) = (&definition.name, &definition.unit);
    match said::shape(measured) {
        Shape::Value if !measured.is_share_of_unknown() => false,
        Shape::Share | Shape::Value => {
            let of = [&definition.denominator, &definition.numerator, name];
            let first = of.into_iter().find_map(|text| told(text));
            first.unwrap_or(true)
        }
        Shape::Count | Shape::Rate => {
            let of = [name, &definition.numerator, unit];
            of.into_iter().any(|text| told(text) == Some(true))
        }
    }
}

/// Does it name people, or something else? None where it names neither.
fn told(text: &str) -> Option<bool> {
    let text = text.to_lowercase();
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut head = words.take_while(|word| !BEFORE.contains(word));
    head.find_map(|word| {
        let is_time = TIMES.iter().any(|time| word.ends_with(*time));
        // «dagsenterbrukere» are people, whatever else the word begins with.
        let is_of = |one: &&str| word.starts_with(*one) || one.len() > 5 && word.contains(*one);
        match () {
            () if is_time => Some(false),
            () if PEOPLE.iter().any(is_of) => Some(true),
            () if OTHERS.iter().any(|one| word.starts_with(*one)) => Some(false),
            () => None,
        }
    })
}
