//! What is special to an event: when and where it is, what is on, who holds it, whether it still is.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use time::OffsetDateTime;

use crate::closed::closed;
use crate::dates::Local;
use crate::items::{Link, typed};
use crate::library::offered::{Audience, check_lines};
use crate::text::{Fault, check_prose, check_url};

closed!(Form {
    InPerson = "in_person" "events-form-in-person",
    Digital = "digital" "events-form-digital",
    Both = "both" "events-form-both",
});

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Facts {
    /// As the clock in Oslo shows it; every event has one.
    pub starts: Option<Local>,
    pub ends: Option<Local>,
    pub form: Option<Form>,
    pub place: Option<String>,
    pub address: Option<String>,
    pub digital_url: Option<String>,
    pub programme: Vec<Session>,
    pub target_groups: Vec<Audience>,
    pub organisers: Vec<String>,
    pub cancelled: bool,
    pub cancelled_note: Option<String>,
    pub links: Vec<Link>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Session {
    /// `09:00`, or free: «Dag 2, 09:00».
    pub time: Option<String>,
    pub title: String,
    /// CommonMark.
    pub text: String,
}

impl Facts {
    /// From when until when it goes on. Without an end it is over with the day; an end without an
    /// hour is the end of its day.
    pub fn span(&self) -> Option<(OffsetDateTime, OffsetDateTime)> {
        let start = self.starts?;
        let end = self.ends.unwrap_or(start);
        let over = match (self.ends, end.time()) {
            (Some(_), Some(_)) => end.instant(),
            _ => end.end_of_day(),
        };
        Some((start.instant(), over))
    }
}

pub const LINE: usize = 300;
pub const PROSE: usize = 20_000;
pub const MOST: usize = 200;

pub fn check(value: Value) -> Result<Value, Vec<Fault>> {
    let value = if value.is_null() { Value::Object(serde_json::Map::new()) } else { value };
    let facts: Facts = typed(value)?;
    let mut faults = Vec::new();
    match (facts.starts, facts.ends) {
        (None, _) => faults.push(Fault::missing("facts.starts")),
        (Some(start), Some(end)) if end.instant() < start.instant() && end.day() <= start.day() => {
            faults.push(Fault::malformed("facts.ends", "is before `facts.starts`"));
        }
        _ => {}
    }
    let singles = [
        ("place", &facts.place),
        ("address", &facts.address),
        ("cancelled_note", &facts.cancelled_note),
    ];
    let singles = singles.into_iter().filter_map(|(name, text)| Some((name, text.as_ref()?)));
    let organisers = facts.organisers.iter().map(|name| ("organisers", name));
    let links = facts.links.iter().map(|link| ("links", &link.text));
    let titles = facts.programme.iter().map(|session| ("programme.title", &session.title));
    let times = facts.programme.iter().filter_map(|s| Some(("programme.time", s.time.as_ref()?)));
    let all = singles.chain(organisers).chain(links).chain(titles).chain(times);
    faults.extend(check_lines(all.map(|(name, text)| (name.to_owned(), text.as_str(), LINE))));
    for session in &facts.programme {
        faults.extend(check_prose("facts.programme.text", &session.text, PROSE).err());
    }
    let urls = facts.links.iter().filter_map(|link| Some(("facts.links", link.url.as_ref()?)));
    let digital = facts.digital_url.as_ref().map(|url| ("facts.digital_url", url));
    faults.extend(urls.chain(digital).filter_map(|(field, url)| check_url(field, url).err()));
    if facts.cancelled_note.is_some() && !facts.cancelled {
        let why = "is told of an event that is not cancelled";
        faults.push(Fault::malformed("facts.cancelled_note", why));
    }
    let longest = facts.programme.len().max(facts.organisers.len()).max(facts.links.len());
    if longest > MOST {
        let why = format!("a list has {longest} lines, at most {MOST} are allowed");
        faults.push(Fault::malformed("facts", why));
    }
    if faults.is_empty() {
        serde_json::to_value(facts).map_err(|e| vec![Fault::malformed("facts", e)])
    } else {
        Err(faults)
    }
}

/// Facts that have been through `check`.
pub fn read(value: &Value) -> Facts {
    serde_json::from_value(value.clone()).unwrap_or_default()
}
