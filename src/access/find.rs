//! Places where roles are held, found by a word of their names; and who has which role there, counted.

use std::collections::BTreeMap;

use time::Date;
use uuid::Uuid;

use crate::adoptions::is_in;
use crate::centres::Network;
use crate::i18n::Text;
use crate::organisations::Kind;
use crate::people::roles;
use crate::rights::RoleKind;

/// So many are shown.
const SHOWN: usize = 50;

/// Centres and organisations of today whose name holds the words; without words none.
pub fn places(network: &Network, t: Text, today: Date, sought: &str) -> Vec<(Uuid, String)> {
    let words = sought.trim().to_lowercase();
    if words.is_empty() {
        return Vec::new();
    }
    // «Hamar kommune» is also who is called Hamar and no more.
    let own = without_kommune(&words);
    let is_meant = |name: &str| {
        let name = name.to_lowercase();
        name.contains(words.as_str()) || name == own || name.split(" - ").any(|one| one == own)
    };
    let centres = network.on(today).map(|one| (one.id, one.name_on(today)));
    let organisations = network.organisations.iter().map(|one| (one.id, one.name_on(today)));
    let mut found: Vec<(Uuid, String)> = centres
        .chain(organisations)
        .filter(|(_, name)| is_meant(name))
        .map(|(id, name)| (id, name.to_owned()))
        .collect();
    t.sort_by_key(&mut found, |(_, name)| name.as_str());
    found.truncate(SHOWN);
    found
}

/// What a municipality is called, of what it calls itself.
pub(super) fn without_kommune(words: &str) -> &str {
    let bare = words.strip_suffix(" kommune").or_else(|| words.strip_suffix(" herad"));
    bare.unwrap_or(words).trim_end()
}

/// A municipality that nobody has a role at, since it is no organisation of the register, and the centres that
/// work for it.
pub struct Served {
    pub name: String,
    pub centres: Vec<(Uuid, String)>,
}

/// So many are shown.
const MUNICIPALITIES: usize = 10;

/// Those of today whose name holds the words.
pub fn served(network: &Network, t: Text, today: Date, sought: &str) -> Vec<Served> {
    let words = sought.trim().to_lowercase();
    let words = without_kommune(&words);
    if words.is_empty() {
        return Vec::new();
    }
    let is_own = |code: &str| {
        let mut all = network.organisations.iter();
        all.any(|one| one.kind == Kind::Municipality && is_in(network, one, code, today))
    };
    let named = network.places.on(today).filter(|one| one.name.to_lowercase().contains(words));
    let mut named: Vec<_> = named.filter(|one| !is_own(&one.code)).collect();
    t.sort_by_key(&mut named, |one| one.name.as_str());
    named.truncate(MUNICIPALITIES);
    if named.is_empty() {
        return Vec::new();
    }
    let serving = network.serving(today);
    let served = named.into_iter().map(|one| {
        let centres = serving.of(&one.code);
        let centres = centres.map(|centre| (centre.id, centre.name_on(today).to_owned()));
        Served { name: one.name.clone(), centres: centres.collect() }
    });
    served.filter(|one| !one.centres.is_empty()).collect()
}

/// How many have each role, the one that may most first.
pub fn counted(held: &[roles::Model]) -> Vec<(RoleKind, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for row in held {
        *counts.entry(row.kind.as_str()).or_default() += 1;
    }
    let count = |kind: RoleKind| Some((kind, *counts.get(kind.name())?));
    RoleKind::ALL.into_iter().rev().filter_map(count).collect()
}
