//! What a form may refer to: the part of the registers that its page has loaded.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookup<'a> {
    Found(&'a str),
    Nothing,
    /// More than one is called so.
    Several,
}

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
            Lookup::Nothing | Lookup::Several => None,
        }
    }

    /// By id, else by name; capitals do not matter.
    pub fn look_up(&self, register: Register, typed: &str) -> Lookup<'_> {
        let entries = self.entries(register);
        if let Some((id, _)) = entries.iter().find(|(id, _)| id == typed) {
            return Lookup::Found(id);
        }
        let typed = typed.to_lowercase();
        let mut named = entries.iter().filter(|(_, name)| name.to_lowercase() == typed);
        match (named.next(), named.next()) {
            (Some((id, _)), None) => Lookup::Found(id),
            (None, _) => Lookup::Nothing,
            (Some(_), Some(_)) => Lookup::Several,
        }
    }
}
