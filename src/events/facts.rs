//! What is special to an event: when and where it is, what is on, who holds it, whether it still is.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::form;
use crate::closed::closed;
use crate::dates::Local;
use crate::forms::Form;
use crate::items::{self, Link, SearchText, Span};
use crate::library::offered::{self, Audience, check_count, check_lines, check_links};
use crate::markdown;
use crate::text::{Fault, check_hour, check_prose, check_url};

closed!(
    /// How people take part.
    Attendance {
        InPerson = "in_person" "events-form-in-person",
        Digital = "digital" "events-form-digital",
        Both = "both" "events-form-both",
    }
);

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Facts {
    /// As the clock in Oslo shows it; every event has one.
    pub starts: Option<Local>,
    pub ends: Option<Local>,
    pub form: Option<Attendance>,
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
    pub fn span(&self) -> Option<Span> {
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

impl items::Facts for Facts {
    const TAKES_PLACE: bool = true;

    fn form() -> Form {
        form::form()
    }

    fn check(&mut self) -> Vec<Fault> {
        let mut faults = check_times(self);
        let singles = [
            ("place", &self.place),
            ("address", &self.address),
            ("cancelled_note", &self.cancelled_note),
        ];
        let singles = singles.into_iter().filter_map(|(name, text)| Some((name, text.as_ref()?)));
        let organisers = self.organisers.iter().map(|name| ("organisers", name));
        let all = singles.chain(organisers);
        faults.extend(check_lines(all.map(|(name, text)| (name.to_owned(), text.as_str(), LINE))));
        let programme = self.programme.iter().enumerate();
        faults.extend(programme.flat_map(|(n, session)| check_session(session, n)));
        faults.extend(check_links("links", &self.links, LINE));
        let digital = self.digital_url.as_ref();
        faults.extend(digital.and_then(|url| check_url("facts.digital_url", url).err()));
        if self.cancelled_note.is_some() && !self.cancelled {
            let why = "is told of an event that is not cancelled";
            faults.push(Fault::malformed("facts.cancelled_note", why));
        }
        for (name, is) in
            [("programme", self.programme.len()), ("organisers", self.organisers.len())]
        {
            faults.extend(check_count(name, is, MOST));
        }
        faults
    }

    fn facets(&self) -> Vec<(&'static str, String)> {
        let mut values = offered::facets(&self.target_groups, None);
        values.extend(self.form.map(|form| ("form", form.name().to_owned())));
        let years = self.starts.map(|start| start.day().year());
        values.extend(years.map(|year| ("year", year.to_string())));
        values
    }

    fn card(&self) -> Value {
        json!({
            "starts": self.starts, "ends": self.ends, "place": self.place,
            "form": self.form, "cancelled": self.cancelled
        })
    }

    fn when(&self) -> Option<Span> {
        self.span()
    }

    fn organisations(&self) -> Vec<String> {
        self.organisers.clone()
    }

    fn search_text(&self) -> SearchText {
        let mut words = SearchText::default();
        for line in [&self.place, &self.address].into_iter().flatten() {
            words.line(line);
        }
        for session in &self.programme {
            words.headings.push_str(&session.title);
            words.headings.push('\n');
            words.add(markdown::plain(&session.text));
        }
        words
    }
}

fn check_times(facts: &Facts) -> Vec<Fault> {
    match (facts.starts, facts.ends) {
        (None, _) => vec![Fault::missing("facts.starts")],
        (Some(start), Some(end)) if end.instant() < start.instant() && end.day() <= start.day() => {
            vec![Fault::malformed("facts.ends", "is before `facts.starts`")]
        }
        _ => Vec::new(),
    }
}

fn check_session(session: &Session, n: usize) -> Vec<Fault> {
    let field = |name: &str| format!("programme.{n}.{name}");
    let time = session.time.as_ref().map(|time| ("time", time));
    let lines = [("title", &session.title)].into_iter().chain(time);
    let mut faults = check_lines(lines.map(|(name, text)| (field(name), text.as_str(), LINE)));
    let hour =
        time.and_then(|(_, time)| check_hour(&format!("facts.{}", field("time")), time).err());
    faults.extend(hour);
    faults.extend(check_prose(&format!("facts.{}", field("text")), &session.text, PROSE).err());
    faults
}
