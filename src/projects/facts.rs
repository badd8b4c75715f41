//! What is special to a project: read strictly from the exchange format, stored in one form.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use time::Date;

use super::form;
use crate::closed::closed;
use crate::dates::{PartialDate, Period};
use crate::forms::Form;
use crate::i18n::Text;
use crate::items::{self, Link, SearchText, until};
use crate::kinds::Guide;
use crate::library::offered::{MOST_LINKS, check_count};
use crate::markdown;
use crate::organisations::{self, FACET};
use crate::text::{Fault, check_line, check_prose, check_url};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Facts {
    pub status: Option<Status>,
    pub period: Period,
    pub responsible: Vec<String>,
    pub leaders: Vec<Leader>,
    pub funders: Vec<String>,
    pub partners: Vec<String>,
    pub aim: String,
    pub user_involvement: String,
    pub anchoring: String,
    pub outcome: Option<Outcome>,
    pub outcome_note: String,
    pub sections: Sections,
    pub sources: Vec<Link>,
    pub materials: Vec<Link>,
}

/// Who leads: a role, and a name where the person has agreed to stand there.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Leader {
    pub role: String,
    pub name: Option<String>,
}

/// The parts of a project's story, each in CommonMark; empty when untold.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Sections {
    pub background: String,
    pub aims: String,
    pub what_we_do: String,
    pub results: String,
    pub lessons: String,
    pub what_it_took: String,
    pub how_to_start: String,
    pub how_to_sustain: String,
}

closed!(Status {
    Planned = "planned" "projects-status-planned",
    Ongoing = "ongoing" "projects-status-ongoing",
    Completed = "completed" "projects-status-completed",
    Stopped = "stopped" "projects-status-stopped",
});

closed!(Outcome {
    Improved = "improved" "projects-outcome-improved",
    NoChange = "no_change" "projects-outcome-no-change",
    Worse = "worse" "projects-outcome-worse",
    Unclear = "unclear" "projects-outcome-unclear",
    NotMeasured = "not_measured" "projects-outcome-not-measured",
});

pub const LINE: usize = 300;
pub const NOTE: usize = 2_000;
pub const PROSE: usize = 100_000;
pub const MOST_LINES: usize = 100;

impl Sections {
    /// In the order of the page, with the name of the field.
    pub fn all(&self) -> [(&'static str, &str); 8] {
        [
            ("background", &self.background),
            ("aims", &self.aims),
            ("what_we_do", &self.what_we_do),
            ("results", &self.results),
            ("lessons", &self.lessons),
            ("what_it_took", &self.what_it_took),
            ("how_to_start", &self.how_to_start),
            ("how_to_sustain", &self.how_to_sustain),
        ]
    }

    fn all_mut(&mut self) -> [(&'static str, &mut String); 8] {
        [
            ("background", &mut self.background),
            ("aims", &mut self.aims),
            ("what_we_do", &mut self.what_we_do),
            ("results", &mut self.results),
            ("lessons", &mut self.lessons),
            ("what_it_took", &mut self.what_it_took),
            ("how_to_start", &mut self.how_to_start),
            ("how_to_sustain", &mut self.how_to_sustain),
        ]
    }
}

impl items::Facts for Facts {
    fn form() -> Form {
        form::form()
    }

    fn check(&mut self) -> Vec<Fault> {
        let mut faults = check_texts(self);
        faults.extend(check_links("sources", &mut self.sources));
        faults.extend(check_links("materials", &mut self.materials));
        for (name, is, most) in [
            ("responsible", self.responsible.len(), MOST_LINES),
            ("leaders", self.leaders.len(), MOST_LINES),
            ("funders", self.funders.len(), MOST_LINES),
            ("partners", self.partners.len(), MOST_LINES),
            ("sources", self.sources.len(), MOST_LINKS),
            ("materials", self.materials.len(), MOST_LINKS),
        ] {
            faults.extend(check_count(name, is, most));
        }
        faults
    }

    fn facets(&self) -> Vec<(&'static str, String)> {
        let goes_on = !matches!(self.status, Some(Status::Completed | Status::Stopped));
        let mut values = Vec::new();
        values.extend(self.status.map(|status| (until::FACET, self.filed(status))));
        values.extend(self.outcome.map(|outcome| ("outcome", outcome.name().to_owned())));
        values.extend(self.period.years(goes_on).into_iter().map(|year| ("year", year)));
        let organised = self.partners.iter().chain(&self.funders);
        values.extend(organised.map(|name| (FACET, organisations::slug_of(name))));
        values.retain(|(_, value)| !value.is_empty());
        values
    }

    fn card(&self) -> Value {
        json!({ "status": self.status, "outcome": self.outcome, "period": self.period })
    }

    fn organisations(&self) -> Vec<String> {
        let names = self.responsible.iter().chain(&self.partners).chain(&self.funders);
        names.cloned().collect()
    }

    fn search_text(&self) -> SearchText {
        let mut words = SearchText::default();
        for (_, text) in self.sections.all() {
            words.add(markdown::plain(text));
        }
        for line in [&self.aim, &self.outcome_note, &self.user_involvement, &self.anchoring] {
            words.line(line);
        }
        for link in self.sources.iter().chain(&self.materials) {
            words.line(&link.text);
        }
        words
    }
}

impl Facts {
    /// The last day that its status is known to hold: of what goes on, that it is to end; of what is planned, that it
    /// was to have begun by. What is over stays so.
    pub fn holds_until(&self) -> Option<Date> {
        let ends = self.period.last_day();
        match self.status? {
            Status::Planned => self.period.from().map(PartialDate::last_day).or(ends),
            Status::Ongoing => ends,
            Status::Completed | Status::Stopped => None,
        }
    }

    /// What the status is filed as.
    fn filed(&self, status: Status) -> String {
        match self.holds_until() {
            Some(last) => until::value(status.name(), last),
            None => status.name().to_owned(),
        }
    }

    /// How far it has come on a day, by the key of its words; without a day, what the text says. What was to
    /// be over by then went on when the text was written: more is not known. Where nobody has said when it ends, it is
    /// told as what was last heard, however long ago.
    pub fn standing(&self, day: Option<Date>) -> Option<&'static str> {
        let filed = self.filed(self.status?);
        let day = day.or_else(|| self.holds_until()).unwrap_or(Date::MIN);
        standing(&until::now(&filed, day))
    }
}

/// The key of the words for what a status stands for on a day.
pub fn standing(value: &str) -> Option<&'static str> {
    match value {
        "planned_open" => Some("projects-status-planned-open"),
        "ongoing_open" => Some("projects-status-ongoing-open"),
        "was_planned" => Some("projects-status-was-planned"),
        "was_ongoing" => Some("projects-status-was-ongoing"),
        _ => Status::named(value).map(Status::key),
    }
}

fn check_links(name: &str, links: &mut [Link]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (n, link) in links.iter_mut().enumerate() {
        let path = |field: &str| format!("facts.{name}.{n}.{field}");
        keep(&mut faults, check_line(&path("text"), &link.text, NOTE, true), &mut link.text);
        faults.extend(link.url.as_ref().and_then(|url| check_url(&path("url"), url).err()));
    }
    faults
}

fn keep(faults: &mut Vec<Fault>, checked: Result<String, Fault>, into: &mut String) {
    match checked {
        Ok(text) => *into = text,
        Err(fault) => faults.push(fault),
    }
}

/// Every text that stands for itself: trimmed where it stands, and what is wrong with it.
fn check_texts(facts: &mut Facts) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (name, lines) in [
        ("responsible", &mut facts.responsible),
        ("funders", &mut facts.funders),
        ("partners", &mut facts.partners),
    ] {
        for line in lines.iter_mut() {
            keep(&mut faults, check_line(&format!("facts.{name}"), line, LINE, true), line);
        }
    }
    for (n, leader) in facts.leaders.iter_mut().enumerate() {
        let path = |field: &str| format!("facts.leaders.{n}.{field}");
        let checked = check_line(&path("role"), &leader.role, LINE, false);
        keep(&mut faults, checked, &mut leader.role);
        if let Some(name) = &mut leader.name {
            keep(&mut faults, check_line(&path("name"), name, LINE, true), name);
        }
    }
    for (name, text) in [
        ("aim", &mut facts.aim),
        ("user_involvement", &mut facts.user_involvement),
        ("anchoring", &mut facts.anchoring),
        ("outcome_note", &mut facts.outcome_note),
    ] {
        keep(&mut faults, check_line(&format!("facts.{name}"), text, NOTE, false), text);
    }
    for (name, text) in facts.sections.all_mut() {
        let checked = check_prose(&format!("facts.sections.{name}"), text, PROSE);
        keep(&mut faults, checked, text);
    }
    faults
}

/// How a project like this is begun, as far as it is told.
pub fn guide(facts: Facts, t: Text) -> Guide {
    let mut resources = Vec::new();
    if !facts.period.is_empty() {
        resources.push((t.get("projects-fact-period"), t.period(&facts.period)));
    }
    let lines = [
        (t.with("projects-fact-leaders", "count", facts.leaders.len()), {
            let roles = facts.leaders.iter().map(|leader| leader.role.as_str());
            roles.filter(|role| !role.is_empty()).collect::<Vec<_>>().join(", ")
        }),
        (t.get("projects-partners"), facts.partners.join(", ")),
        (t.get("projects-fact-funders"), facts.funders.join(", ")),
        (t.get("projects-fact-anchoring"), facts.anchoring),
        (t.get("projects-fact-users"), facts.user_involvement),
    ];
    resources.extend(lines.into_iter().filter(|(_, value)| !value.is_empty()));
    let is_worse = facts.outcome == Some(Outcome::Worse);
    Guide {
        is_use: false,
        is_no_model: is_worse || facts.status == Some(Status::Planned),
        how_to_start: facts.sections.how_to_start,
        how_to_sustain: facts.sections.how_to_sustain,
        what_it_took: facts.sections.what_it_took,
        resources,
        materials: facts.materials,
    }
}
