//! What is special to a training package: aim, modules, how it is tried out, what came of it.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::dates::PartialDate;
use crate::items::Link;
use crate::library::offered::{Audience, check_lines, check_minutes};
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
        (!known.is_empty()).then(|| known.iter().sum())
    }
}

/// The pages have an anchor for each.
pub const MOST_MODULES: usize = 12;
pub const MOST_LINES: usize = 100;
pub const LINE: usize = 500;
pub const PROSE: usize = 100_000;

pub fn check(value: Value) -> Result<Value, Vec<Fault>> {
    let value = if value.is_null() { Value::Object(serde_json::Map::new()) } else { value };
    let facts: Facts =
        serde_json::from_value(value).map_err(|e| vec![Fault::malformed("facts", e)])?;
    let mut faults = Vec::new();
    if facts.modules.len() > MOST_MODULES {
        let why = format!("{} modules, at most {MOST_MODULES} are allowed", facts.modules.len());
        return Err(vec![Fault::malformed("facts.modules", why)]);
    }
    for (module, n) in facts.modules.iter().zip(1..) {
        faults.extend(check_module(module, n));
    }
    let singles =
        [("licence", &facts.licence), ("publisher", &facts.publisher), ("version", &facts.version)];
    let singles = singles.into_iter().filter_map(|(name, text)| Some((name, text.as_ref()?)));
    faults.extend(check_lines(singles.map(|(name, text)| (name.to_owned(), text.as_str(), LINE))));
    faults.extend(
        facts.licence_url.as_ref().and_then(|url| check_url("facts.licence_url", url).err()),
    );
    for (name, text) in [
        ("facts.aim", &facts.aim),
        ("facts.try_out.method", &facts.try_out.method),
        ("facts.try_out.model", &facts.try_out.model),
        ("facts.experience", &facts.experience),
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

fn check_module(module: &Module, n: usize) -> Vec<Fault> {
    let field = |name: &str| format!("modules[{n}].{name}");
    let lines = module.checklist.iter().map(|line| ("checklist", line));
    let questions = module.questions.iter().map(|line| ("questions", line));
    let materials = module.materials.iter().map(|link| ("materials", &link.text));
    let all = [("title", &module.title)].into_iter().chain(lines).chain(questions).chain(materials);
    let mut faults = check_lines(all.map(|(name, text)| (field(name), text.as_str(), LINE)));
    let urls = module.materials.iter().filter_map(|link| link.url.as_ref());
    let name = format!("facts.{}", field("materials"));
    faults.extend(urls.filter_map(|url| check_url(&name, url).err()));
    faults.extend(check_minutes(&field("minutes"), module.minutes));
    faults.extend(check_prose(&format!("facts.{}", field("text")), &module.text, PROSE).err());
    for (name, lines) in [("checklist", &module.checklist), ("questions", &module.questions)] {
        if lines.len() > MOST_LINES {
            let why = format!("{} lines, at most {MOST_LINES} are allowed", lines.len());
            faults.push(Fault::malformed(format!("facts.{}", field(name)), why));
        }
    }
    faults
}

/// Facts that have been through [`check`].
pub fn read(value: &Value) -> Facts {
    serde_json::from_value(value.clone()).unwrap_or_default()
}
