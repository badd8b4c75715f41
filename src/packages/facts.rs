//! What is special to a training package: aim, modules, how it is tried out, what came of it.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::form;
use crate::dates::PartialDate;
use crate::forms::Form;
use crate::items::{self, Link, SearchText};
use crate::library::offered::{
    self, Audience, check_count, check_lines, check_links, check_minutes,
};
use crate::markdown;
use crate::text::{Fault, check_prose, check_url};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Facts {
    pub aim: String,
    pub target_groups: Vec<Audience>,
    pub modules: Vec<Module>,
    pub try_out: TryOut,
    /// CommonMark, as all the texts.
    pub experience: String,
    pub how_to_start: String,
    pub how_to_sustain: String,
    pub licence: Option<String>,
    pub licence_url: Option<String>,
    pub publisher: Option<String>,
    pub version: Option<String>,
    pub revised: Option<PartialDate>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Module {
    pub title: String,
    pub minutes: Option<u32>,
    pub text: String,
    pub materials: Vec<Link>,
    pub checklist: Vec<String>,
    pub questions: Vec<String>,
}

/// How a workplace may try it out: the method of it, and the model to go by.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TryOut {
    pub method: String,
    pub model: String,
}

impl Facts {
    /// All modules together; none when no module says how long it takes.
    pub fn minutes(&self) -> Option<u32> {
        let known: Vec<u32> = self.modules.iter().filter_map(|module| module.minutes).collect();
        (!known.is_empty()).then(|| known.into_iter().fold(0, u32::saturating_add))
    }
}

/// The pages have an anchor for each.
pub const MOST_MODULES: usize = 12;
pub const MOST_LINES: usize = 100;
pub const LINE: usize = 500;
pub const PROSE: usize = 100_000;

impl items::Facts for Facts {
    fn form() -> Form {
        form::form()
    }

    fn check(&mut self) -> Vec<Fault> {
        if let Some(fault) = check_count("modules", self.modules.len(), MOST_MODULES) {
            return vec![fault];
        }
        let modules = self.modules.iter().enumerate();
        let mut faults: Vec<Fault> = modules.flat_map(|(n, one)| check_module(one, n)).collect();
        let singles = [
            ("licence", &self.licence),
            ("publisher", &self.publisher),
            ("version", &self.version),
        ];
        let singles = singles.into_iter().filter_map(|(name, text)| Some((name, text.as_ref()?)));
        let singles = singles.map(|(name, text)| (name.to_owned(), text.as_str(), LINE));
        faults.extend(check_lines(singles));
        let licence = self.licence_url.as_ref();
        faults.extend(licence.and_then(|url| check_url("facts.licence_url", url).err()));
        for (name, text) in [
            ("facts.aim", &self.aim),
            ("facts.try_out.method", &self.try_out.method),
            ("facts.try_out.model", &self.try_out.model),
            ("facts.experience", &self.experience),
            ("facts.how_to_start", &self.how_to_start),
            ("facts.how_to_sustain", &self.how_to_sustain),
        ] {
            faults.extend(check_prose(name, text, PROSE).err());
        }
        faults
    }

    fn facets(&self) -> Vec<(&'static str, String)> {
        offered::facets(&self.target_groups, self.minutes())
    }

    /// How many modules, and how long they take: sums, and so no fields of the facts.
    fn card(&self) -> Value {
        json!({ "modules": self.modules.len(), "minutes": self.minutes() })
    }

    fn organisations(&self) -> Vec<String> {
        self.publisher.iter().cloned().collect()
    }

    fn search_text(&self) -> SearchText {
        let mut words = SearchText::default();
        words.line(&self.aim);
        for module in &self.modules {
            words.headings.push_str(&module.title);
            words.headings.push('\n');
            words.add(markdown::plain(&module.text));
            let links = module.materials.iter().map(|link| &link.text);
            for line in module.checklist.iter().chain(&module.questions).chain(links) {
                words.line(line);
            }
        }
        for text in [
            &self.try_out.method,
            &self.try_out.model,
            &self.experience,
            &self.how_to_start,
            &self.how_to_sustain,
        ] {
            words.add(markdown::plain(text));
        }
        words
    }
}

fn check_module(module: &Module, n: usize) -> Vec<Fault> {
    let field = |name: &str| format!("modules.{n}.{name}");
    let lines = module.checklist.iter().map(|line| ("checklist", line));
    let questions = module.questions.iter().map(|line| ("questions", line));
    let all = [("title", &module.title)].into_iter().chain(lines).chain(questions);
    let mut faults = check_lines(all.map(|(name, text)| (field(name), text.as_str(), LINE)));
    faults.extend(check_links(&field("materials"), &module.materials, LINE));
    faults.extend(check_minutes(&field("minutes"), module.minutes));
    faults.extend(check_prose(&format!("facts.{}", field("text")), &module.text, PROSE).err());
    for (name, lines) in [("checklist", &module.checklist), ("questions", &module.questions)] {
        faults.extend(check_count(&field(name), lines.len(), MOST_LINES));
    }
    faults
}
