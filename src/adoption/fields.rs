//! What is asked of an adopter, and what the answers make.

use std::collections::BTreeMap;

use figures::people::in_words;
use time::Date;
use uuid::Uuid;

use super::{LINE, PROSE, place};
use crate::adoptions::{Adoption, Outcome, Status, Told};
use crate::centres::{Network, of_person};
use crate::dates::PartialDate;
use crate::forms::{Alternative, Field, FieldKind, Filled, Form, Wording, alternatives};
use crate::i18n::Lang;
use crate::text::Fault;

pub const FROM: &str = "laert_av";
pub const UNIT: &str = "enhet";
const STATUS: &str = "status";
pub const DAY: &str = "dag";
const ADAPTATION: &str = "tilpasning";
const OUTCOME: &str = "utfall";
const TOLD: &str = "gikk";
const CONTACT: &str = "kontakt";
/// Said of a day that is over, of what is planned.
pub const SURE: &str = "passert";

/// A name, as the register or its writers have it.
pub fn named(id: impl Into<String>, name: &str) -> Alternative {
    let words = BTreeMap::from([(Lang::Nb, name.to_owned())]);
    Alternative::new(id, Wording::Words(words))
}

/// Those that somebody may have learned from, by where they are.
pub fn sources(network: &Network, others: &[Adoption], day: Date) -> Vec<Alternative> {
    let mut all: Vec<(String, Uuid)> =
        others.iter().map(|one| (place(network, one, day), one.id)).collect();
    all.sort();
    all.into_iter().map(|(name, id)| named(id.to_string(), &name)).collect()
}

/// What may be told otherwise later.
pub fn told_fields(sources: Vec<Alternative>) -> Vec<Field> {
    let status = alternatives(Status::NAMES, |name| Status::named(name).map(Status::key));
    let outcome = alternatives(Outcome::NAMES, |name| Outcome::named(name).map(Outcome::key));
    let mut fields = vec![
        Field::choice(STATUS, "adoption-status", status).needed(),
        Field::new(DAY, "adoption-day", FieldKind::Date).needed().helped("adoption-day-help"),
        Field::text(ADAPTATION, "adoption-adaptation", PROSE, 3).helped("adoption-adaptation-help"),
        Field::choice(OUTCOME, "adoption-outcome", outcome),
        Field::text(TOLD, "adoption-told", PROSE, 4).helped("adoption-told-help"),
        Field::line(CONTACT, "adoption-contact", LINE).helped("adoption-contact-help"),
    ];
    if !sources.is_empty() {
        let from = Field::choice(FROM, "adoption-from", sources);
        fields.push(from.helped("adoption-from-help"));
    }
    fields
}

/// The form as it is shown: of something planned for a day that is over it is asked whether that is meant.
pub fn asking(form: &Form, filled: &Filled) -> Form {
    let mut form = form.clone();
    let is_asked = filled.faults.iter().any(|fault| fault.path == SURE);
    if is_asked || is_sure(filled) {
        let behind = form.fields.iter().position(|field| field.key == DAY).map_or(0, |at| at + 1);
        form.fields.insert(behind, Field::new(SURE, "adoption-past", FieldKind::Tick));
    }
    form
}

fn is_sure(filled: &Filled) -> bool {
    filled.typed.value(SURE) == "true"
}

/// What the fields say. None where something of it is missing, which the form has said already.
pub fn told(filled: &Filled, today: Date) -> Result<Option<Told>, Vec<Fault>> {
    let faults = about_people(filled);
    if !faults.is_empty() {
        return Err(faults);
    }
    let status = Status::named(filled.text(STATUS));
    let day = filled.text(DAY).parse::<PartialDate>().ok();
    let (Some(status), Some(day)) = (status, day) else { return Ok(None) };
    if status != Status::Planned && day.first_day() > today {
        return Err(vec![Fault::new(DAY, "adoption-fault-future")]);
    }
    if status == Status::Planned && day.last_day() < today && !is_sure(filled) {
        return Err(vec![Fault::new(SURE, "adoption-fault-past")]);
    }
    Ok(Some(Told {
        status,
        day,
        adaptation: filled.text(ADAPTATION).to_owned(),
        outcome: Outcome::named(filled.text(OUTCOME)),
        told: filled.text(TOLD).to_owned(),
        contact_role: filled.text(CONTACT).to_owned(),
        learned_from: Uuid::try_parse(filled.text(FROM)).ok(),
    }))
}

/// Everybody reads it: whom others may ask is told by their role, and nobody's birth or number stands in it.
fn about_people(filled: &Filled) -> Vec<Fault> {
    let contact = filled.text(CONTACT);
    let before_comma = contact.split([',', '(', '–']).next().unwrap_or_default();
    let named = of_person(contact).or_else(|| of_person(before_comma));
    let named = named.map(|_| Fault::new(CONTACT, "adoption-fault-contact"));
    let is_of_person = |name: &&str| in_words(filled.text(name)).is_some();
    let told = [UNIT, ADAPTATION, TOLD].into_iter().filter(is_of_person);
    let told = told.map(|name| Fault::new(name, "adoption-fault-person"));
    named.into_iter().chain(told).collect()
}

/// What stands, as somebody would have typed it.
pub fn prefilled(one: &Adoption, day: Option<&str>) -> Filled {
    let mut filled = Filled::empty();
    let from = one.learned_from.map(|id| id.to_string()).unwrap_or_default();
    for (name, value) in [
        (STATUS, one.status.as_str()),
        (DAY, day.unwrap_or_default()),
        (ADAPTATION, one.adaptation.as_str()),
        (OUTCOME, one.outcome.as_deref().unwrap_or_default()),
        (TOLD, one.told.as_str()),
        (CONTACT, one.contact_role.as_str()),
        (FROM, from.as_str()),
    ] {
        filled.typed.set(name, value);
    }
    filled
}
