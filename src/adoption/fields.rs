//! What is asked of an adopter, and what the answers make.

use std::collections::BTreeMap;

use time::Date;
use uuid::Uuid;

use super::{LINE, PROSE, place};
use crate::adoptions::{Adoption, Outcome, Status, Told};
use crate::centres::Network;
use crate::dates::PartialDate;
use crate::forms::{Alternative, Field, FieldKind, Filled, Wording, alternatives};
use crate::i18n::Lang;
use crate::text::Fault;

pub const FROM: &str = "laert_av";
const STATUS: &str = "status";
pub const DAY: &str = "dag";
const ADAPTATION: &str = "tilpasning";
const OUTCOME: &str = "utfall";
const TOLD: &str = "gikk";
const CONTACT: &str = "kontakt";

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

/// What the fields say. None where something of it is missing, which the form has said already.
pub fn told(filled: &Filled, today: Date) -> Result<Option<Told>, Fault> {
    let status = Status::named(filled.text(STATUS));
    let day = filled.text(DAY).parse::<PartialDate>().ok();
    let (Some(status), Some(day)) = (status, day) else { return Ok(None) };
    if status != Status::Planned && day.first_day() > today {
        return Err(Fault::new(DAY, "adoption-fault-future"));
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
