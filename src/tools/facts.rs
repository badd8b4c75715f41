//! What is special to a tool: what sort it is, when in the work it is for, how long it takes.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::form;
use crate::closed::closed;
use crate::dates::PartialDate;
use crate::forms::Form;
use crate::i18n::Text;
use crate::items::{self, Link, SearchText};
use crate::library::offered::{self, Audience, check_lines, check_links, check_minutes, duration};
use crate::markdown;
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
pub const NOTE: usize = 2_000;
pub const PROSE: usize = 100_000;

impl items::Facts for Facts {
    fn form() -> Form {
        form::form()
    }

    fn check(&mut self) -> Vec<Fault> {
        let singles = [
            ("time_note", &self.time_note),
            ("licence", &self.licence),
            ("publisher", &self.publisher),
            ("version", &self.version),
        ];
        let singles = singles.into_iter().filter_map(|(name, text)| Some((name, text.as_ref()?)));
        let mut faults =
            check_lines(singles.map(|(name, text)| (name.to_owned(), text.as_str(), LINE)));
        faults.extend(check_links("links", &self.links, NOTE));
        let licence = self.licence_url.as_ref();
        faults.extend(licence.and_then(|url| check_url("facts.licence_url", url).err()));
        faults.extend(check_minutes("minutes", self.minutes));
        for (name, text) in [
            ("facts.how_to_use", &self.how_to_use),
            ("facts.how_to_start", &self.how_to_start),
            ("facts.how_to_sustain", &self.how_to_sustain),
        ] {
            faults.extend(check_prose(name, text, PROSE).err());
        }
        faults
    }

    fn facets(&self) -> Vec<(&'static str, String)> {
        let mut values = offered::facets(&self.target_groups, self.minutes);
        values.extend(self.r#type.map(|kind| ("type", kind.name().to_owned())));
        values.extend(self.phases.iter().map(|phase| ("phase", phase.name().to_owned())));
        values
    }

    fn card(&self) -> Value {
        json!({ "type": self.r#type, "minutes": self.minutes })
    }

    fn organisations(&self) -> Vec<String> {
        self.publisher.iter().cloned().collect()
    }

    fn search_text(&self) -> SearchText {
        let mut words = SearchText::default();
        for text in [&self.how_to_use, &self.how_to_start, &self.how_to_sustain] {
            words.add(markdown::plain(text));
        }
        words
    }
}
