//! What is special to a tool: what sort it is, when in the work it is for, how long it takes.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::closed::closed;
use crate::dates::PartialDate;
use crate::i18n::Text;
use crate::items::Link;
use crate::library::offered::{Audience, check_lines, check_minutes, duration};
use crate::text::{Fault, check_prose, check_url};

closed!(Type {
    Checklist = "checklist" "tools-type-checklist",
    Form = "form" "tools-type-form",
    Method = "method" "tools-type-method",
    Guide = "guide" "tools-type-guide",
    Template = "template" "tools-type-template",
    ELearning = "e_learning" "tools-type-e-learning",
    Film = "film" "tools-type-film",
});

closed!(
    /// The phases of the Norwegian model for quality improvement.
    Phase {
        Prepare = "prepare" "tools-phase-prepare",
        Plan = "plan" "tools-phase-plan",
        CarryOut = "carry_out" "tools-phase-carry-out",
        Evaluate = "evaluate" "tools-phase-evaluate",
        FollowUp = "follow_up" "tools-phase-follow-up",
    }
);

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Facts {
    pub r#type: Option<Type>,
    pub phases: Vec<Phase>,
    pub minutes: Option<u32>,
    /// What the minutes are for: «per rom».
    pub time_note: Option<String>,
    pub target_groups: Vec<Audience>,
    pub licence: Option<String>,
    pub licence_url: Option<String>,
    pub publisher: Option<String>,
    pub version: Option<String>,
    pub revised: Option<PartialDate>,
    /// CommonMark.
    pub how_to_use: String,
    pub how_to_start: String,
    pub how_to_sustain: String,
    pub links: Vec<Link>,
}

impl Facts {
    /// «15 minutter, per rom».
    pub fn time(&self, t: Text) -> Option<String> {
        let minutes = self.minutes.map(|minutes| duration(minutes, t));
        let said: Vec<String> = minutes.into_iter().chain(self.time_note.clone()).collect();
        (!said.is_empty()).then(|| said.join(", "))
    }
}

pub const LINE: usize = 300;
pub const PROSE: usize = 100_000;

pub fn check(value: Value) -> Result<Value, Vec<Fault>> {
    let value = if value.is_null() { Value::Object(serde_json::Map::new()) } else { value };
    let facts: Facts =
        serde_json::from_value(value).map_err(|e| vec![Fault::malformed("facts", e)])?;
    let singles = [
        ("time_note", &facts.time_note),
        ("licence", &facts.licence),
        ("publisher", &facts.publisher),
        ("version", &facts.version),
    ];
    let singles = singles.into_iter().filter_map(|(name, text)| Some((name, text.as_ref()?)));
    let lines = singles.map(|(name, text)| (name.to_owned(), text.as_str(), LINE));
    let named = facts.links.iter().map(|link| ("links".to_owned(), link.text.as_str(), 2_000));
    let mut faults = check_lines(lines.chain(named));
    let urls = facts.links.iter().filter_map(|link| Some(("facts.links", link.url.as_ref()?)));
    let licence = facts.licence_url.as_ref().map(|url| ("facts.licence_url", url));
    faults.extend(urls.chain(licence).filter_map(|(field, url)| check_url(field, url).err()));
    faults.extend(check_minutes("minutes", facts.minutes));
    for (name, text) in [
        ("facts.how_to_use", &facts.how_to_use),
        ("facts.how_to_start", &facts.how_to_start),
        ("facts.how_to_sustain", &facts.how_to_sustain),
    ] {
        faults.extend(check_prose(name, text, PROSE).err());
    }
    if faults.is_empty() {
        serde_json::to_value(facts).map_err(|e| vec![Fault::malformed("facts", e)])
    } else {
        Err(faults)
    }
}

/// Facts that have been through [`check`].
pub fn read(value: &Value) -> Facts {
    serde_json::from_value(value.clone()).unwrap_or_default()
}
