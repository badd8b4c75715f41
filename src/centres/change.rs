//! Changes one statement of a centre or an organisation by form: what was seen must still be what is
//! said, and every rule of an import holds.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::import::would_break;
use super::{By, CentreFact, Incoming, take_in};
use crate::clock::Clock;
use crate::db::{AsDbErr, DbErr, Reads};
use crate::organisations::{self, OrganisationFact};
use crate::statements::{Faults, Raw, by_form, normal};

/// Something that somebody sent.
#[derive(Clone, Debug)]
pub struct Sent {
    /// `centre` or `organisation`.
    pub register: &'static str,
    pub slug: String,
    pub change: Change,
    pub by: Uuid,
}

/// What is to be done. A statement that is there is told by its [`mark`].
#[derive(Clone, Debug)]
pub enum Change {
    /// The first that is said of a subject that nobody knew, with its id.
    Begin(Uuid, Vec<Raw>),
    Add(Raw),
    Put(String, Raw),
    Take(String),
}

#[derive(Debug, thiserror::Error)]
pub enum Refused {
    #[error("nobody is known by that address")]
    Unknown,
    #[error("somebody is known by that address already")]
    Taken,
    /// The statement was changed or taken away since it was seen.
    #[error("it is no longer said")]
    Stale,
    #[error("a rule is broken")]
    Rules(Faults),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl AsDbErr for Refused {
    fn as_db_err(&self) -> Option<&DbErr> {
        match self {
            Self::Database(error) => Some(error),
            _ => None,
        }
    }
}

/// What tells a statement from all others of its subject: another one when any of it is another.
pub fn mark(raw: &Raw) -> String {
    crate::files::digest(raw.to_json(&[]).to_string().as_bytes())
}

/// What is said of a subject, as it is stored; none of one that nobody knows.
pub async fn said_of(
    db: &impl ConnectionTrait,
    register: &str,
    slug: &str,
) -> Result<Option<Vec<Raw>>, DbErr> {
    let mut all = crate::statements::all(db, register).await?;
    Ok(all.remove(slug))
}

/// What a change comes to.
struct Planned {
    old: Vec<Raw>,
    new: Vec<Raw>,
    incoming: Incoming,
}

impl Planned {
    fn come(&self) -> impl Iterator<Item = &Raw> {
        self.new.iter().filter(|raw| !self.old.contains(raw))
    }

    fn gone(&self) -> impl Iterator<Item = &Raw> {
        self.old.iter().filter(|raw| !self.new.contains(raw))
    }
}

/// None where nothing would be changed.
async fn planned(db: &impl Reads, sent: &Sent) -> Result<Option<Planned>, Refused> {
    let Sent { register, slug, change, .. } = sent;
    let stored = said_of(db, register, slug).await?;
    let is_new = matches!(change, Change::Begin(..));
    let old = match (stored, is_new) {
        (Some(_), true) => return Err(Refused::Taken),
        (None, false) => return Err(Refused::Unknown),
        (stored, _) => stored.unwrap_or_default(),
    };
    let id = if let Change::Begin(id, _) = change { Some(*id) } else { None };
    let new = changed(register, &old, change.clone())?;
    if new == old {
        return Ok(None);
    }
    let mut incoming = Incoming { by: By::Form, ..Incoming::default() };
    if *register == organisations::REGISTER {
        incoming.organisations = BTreeMap::from([(slug.clone(), new.clone())]);
        if let Some(id) = id {
            incoming.ids.insert(slug.clone(), (id, "the form".to_owned()));
        }
    } else {
        incoming.centres = BTreeMap::from([(slug.clone(), new.clone())]);
    }
    Ok(Some(Planned { old, new, incoming }))
}

/// Makes the change, in the caller's transaction, and notes what was said and taken away, so that no
/// import undoes it unseen. One that changes nothing is no change, and that is told.
pub async fn change(db: &impl Reads, clock: &Clock, sent: Sent) -> Result<bool, Refused> {
    let Some(mut planned) = planned(db, &sent).await? else { return Ok(false) };
    let incoming = std::mem::take(&mut planned.incoming);
    take_in(db, clock, incoming).await?.map_err(Refused::Rules)?;
    let noted = |raw: &Raw, is_taken| (raw.to_json(&[]), is_taken);
    let gone = planned.gone().map(|raw| noted(raw, true));
    let all: Vec<_> = gone.chain(planned.come().map(|raw| noted(raw, false))).collect();
    for what in all {
        by_form::note(db, clock, (sent.register, &sent.slug), what, sent.by).await?;
    }
    Ok(true)
}

/// The numbers in a change that look like a person's and that the register does not have of the subject already: by
/// their eleven digits.
pub async fn new_numbers(db: &impl Reads, sent: &Sent) -> Result<BTreeSet<String>, Refused> {
    let Some(planned) = planned(db, sent).await? else { return Ok(BTreeSet::new()) };
    let known: BTreeSet<String> = planned.old.iter().flat_map(numbers_in).collect();
    Ok(planned.come().flat_map(numbers_in).filter(|digits| !known.contains(digits)).collect())
}

/// What in a statement looks like a person's number, by its eleven digits.
pub fn numbers_in(raw: &Raw) -> BTreeSet<String> {
    let beside = [raw.source_ref.as_ref(), raw.note.as_ref()].into_iter().flatten();
    let texts = raw.fields.values().chain([&raw.source]).chain(beside);
    texts.flat_map(|text| norsk::identity::found(text)).map(|found| found.digits).collect()
}

/// Refuses what could not be said now, of a change that is to be made later.
pub async fn held_to_rules(db: &impl Reads, clock: &Clock, sent: &Sent) -> Result<(), Refused> {
    let Some(planned) = planned(db, sent).await? else { return Ok(()) };
    let faults = would_break(db, clock, planned.incoming).await?;
    if faults.is_empty() { Ok(()) } else { Err(Refused::Rules(faults)) }
}

/// All that is said of the subject when the change is made.
fn changed(register: &str, old: &[Raw], change: Change) -> Result<Vec<Raw>, Refused> {
    let in_form = |raw: Raw| {
        if register == organisations::REGISTER {
            normal::<OrganisationFact>(&raw)
        } else {
            normal::<CentreFact>(&raw)
        }
    };
    let is_it = |raw: &Raw, seen: &str| mark(raw) == seen || mark(&in_form(raw.clone())) == seen;
    let at = |seen: &str| old.iter().position(|raw| is_it(raw, seen)).ok_or(Refused::Stale);
    let mut new = old.to_vec();
    match change {
        Change::Begin(_, raws) => new = raws.into_iter().map(in_form).collect(),
        Change::Add(raw) => {
            // A form that was sent twice says the same: it is said already.
            let raw = in_form(raw);
            if old.iter().all(|said| *said != raw && in_form(said.clone()) != raw) {
                new.push(raw);
            }
        }
        Change::Put(seen, raw) => new[at(&seen)?] = in_form(raw),
        Change::Take(seen) => {
            new.remove(at(&seen)?);
        }
    }
    Ok(new)
}
