//! What a form may refer to: the part of the registers that its page has loaded.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::text::{Fault, is_a_letter_away};

/// A register that a field can point into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Register {
    Place,
    Organisation,
    /// Whoever an agreement is made with: an organisation, a centre or a municipality.
    Party,
    Item,
}

/// What a field of a form can refer to: ids and names, by register. Forms are ground and ask no
/// database, so whoever shows one brings these.
#[derive(Clone, Debug, Default)]
pub struct RegisterNames(BTreeMap<Register, Vec<(String, String)>>);

/// What came of looking something up by what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup<'a> {
    Found(&'a str),
    Nothing,
    /// More than one is called so: what each of them is called in full.
    Several(Vec<&'a str>),
}

/// What a municipality calls itself behind its name, and what stands between a name and its county.
const AROUND: [&str; 3] = ["kommune", "herad", "i"];
/// So many are named to somebody who is asked which they mean.
const NAMED: usize = 5;
/// Fewer letters begin too many names to tell which was meant.
const ENOUGH: usize = 3;
/// So much of what was typed is repeated.
const ECHOED: usize = 80;

impl RegisterNames {
    /// Adds the ids and names of a register.
    #[must_use]
    pub fn of(
        mut self,
        register: Register,
        entries: impl IntoIterator<Item = (String, String)>,
    ) -> Self {
        self.0.entry(register).or_default().extend(entries);
        self
    }

    pub fn entries(&self, register: Register) -> &[(String, String)] {
        self.0.get(&register).map_or(&[], Vec::as_slice)
    }

    /// The name of an id.
    pub fn name(&self, register: Register, id: &str) -> Option<&str> {
        let found = self.entries(register).iter().find(|(one, _)| one == id);
        found.map(|(_, name)| name.as_str())
    }

    /// The one id of what was typed, when there is just one.
    pub fn find(&self, register: Register, typed: &str) -> Option<&str> {
        match self.look_up(register, typed.trim()) {
            Lookup::Found(id) => Some(id),
            Lookup::Nothing | Lookup::Several(_) => None,
        }
    }

    /// By id, else by name; capitals do not matter. A name that nobody has in full may be one of several
    /// names of one, or have «kommune» behind it: «Trondheim», «Kautokeino», «Hamar kommune».
    pub fn look_up(&self, register: Register, typed: &str) -> Lookup<'_> {
        let entries = self.entries(register);
        if let Some((id, _)) = entries.iter().find(|(id, _)| id == typed) {
            return Lookup::Found(id);
        }
        let lower = typed.to_lowercase();
        let in_full = one_of(entries.iter().filter(|(_, name)| name.to_lowercase() == lower));
        if in_full != Lookup::Nothing {
            return in_full;
        }
        let typed = bare(typed);
        let is_called = |(_, name): &&(String, String)| spellings(register, name).contains(&typed);
        if typed.is_empty() { Lookup::Nothing } else { one_of(entries.iter().filter(is_called)) }
    }

    /// The id of what was typed in a field, or what is said there: which are called so, where there are several,
    /// and which it may have been, where there is none.
    pub fn id_of(&self, register: Register, path: &str, typed: &str) -> Result<&str, Fault> {
        let start = || typed.chars().take(ECHOED).collect::<String>();
        match self.look_up(register, typed.trim()) {
            Lookup::Found(id) => Ok(id),
            Lookup::Several(names) => {
                let can_tell =
                    names.iter().enumerate().all(|(at, name)| !names[..at].contains(name));
                let key = if can_tell { "forms-fault-which" } else { "forms-fault-several" };
                let fault = Fault::new(path, key).filled("value", start());
                Err(if can_tell { fault.filled("names", names.join(", ")) } else { fault })
            }
            Lookup::Nothing => {
                let (near, fault) = (self.near(register, typed), Fault::unknown(path, start()));
                if near.is_empty() {
                    return Err(fault);
                }
                Err(fault.said("forms-fault-unknown-near").filled("names", near.join(", ")))
            }
        }
    }

    /// Those that somebody may have meant who typed what nobody is called: what they typed begins the name, or
    /// is a letter away from it.
    pub fn near(&self, register: Register, typed: &str) -> Vec<&str> {
        let typed = bare(typed);
        if typed.chars().count() < ENOUGH {
            return Vec::new();
        }
        let is_near = |name: &str| {
            let all = spellings(register, name);
            all.iter().any(|one| one.starts_with(&typed) || is_a_letter_away(one, &typed))
        };
        let names = self.entries(register).iter().map(|(_, name)| name.as_str());
        names.filter(|name| is_near(name)).take(NAMED).collect()
    }
}

fn one_of<'a>(mut found: impl Iterator<Item = &'a (String, String)>) -> Lookup<'a> {
    match (found.next(), found.next()) {
        (None, _) => Lookup::Nothing,
        (Some((id, _)), None) => Lookup::Found(id),
        (Some((_, first)), Some((_, second))) => {
            let rest = found.map(|(_, name)| name.as_str());
            let all = [first.as_str(), second.as_str()].into_iter().chain(rest);
            Lookup::Several(all.take(NAMED).collect())
        }
    }
}

/// Without capitals, and without what may stand around a name: «Herøy kommune, Nordland» is «herøy nordland».
fn bare(text: &str) -> String {
    let text = text.to_lowercase().replace('–', "-");
    let parts = text.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ','));
    let words: Vec<&str> = parts.filter(|word| !word.is_empty()).collect();
    let is_name = |word: &&&str| !AROUND.contains(*word);
    if words.iter().any(|word| is_name(&word)) {
        words.iter().filter(is_name).copied().collect::<Vec<_>>().join(" ")
    } else {
        words.join(" ")
    }
}

/// All that one may be called, bare. A number behind a name tells one that is no more, which is called nothing
/// less than all of it.
fn spellings(register: Register, name: &str) -> Vec<String> {
    let (own, behind) = match name.strip_suffix(')').and_then(|rest| rest.rsplit_once(" (")) {
        Some((_, number)) if number.bytes().all(|b| b.is_ascii_digit()) => return Vec::new(),
        Some((own, behind)) => (own, behind),
        None => (name, ""),
    };
    // A part of what an organisation is called may be what another is called.
    let has_several = matches!(register, Register::Place | Register::Party)
        || own.to_lowercase().contains("kommune");
    let mut all = vec![bare(own), bare(name)];
    for one in own.split(" - ").filter(|_| has_several) {
        all.push(bare(one));
        all.push(bare(&format!("{one} {behind}")));
    }
    all
}
