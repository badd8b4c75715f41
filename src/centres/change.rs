//! Changes one statement of a centre or an organisation by form: what was seen must still be what is
//! said, and every rule of an import holds.

use std::collections::BTreeMap;

use sea_orm::ConnectionTrait;
use uuid::Uuid;

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

/// Makes the change, in the caller's transaction, and notes what was said and taken away, so that no
/// import undoes it unseen. One that changes nothing is no change, and that is told.
pub async fn change(db: &impl Reads, clock: &Clock, sent: Sent) -> Result<bool, Refused> {
    let Sent { register, slug, change, by } = sent;
    let stored = said_of(db, register, &slug).await?;
    let is_new = matches!(change, Change::Begin(..));
    let old = match (stored, is_new) {
        (Some(_), true) => return Err(Refused::Taken),
        (None, false) => return Err(Refused::Unknown),
        (stored, _) => stored.unwrap_or_default(),
    };
    let id = if let Change::Begin(id, _) = &change { Some(*id) } else { None };
    let new = changed(register, &old, change)?;
    if new == old {
        return Ok(false);
    }
    let mut incoming = Incoming { by: By::Form, ..Incoming::default() };
    if register == organisations::REGISTER {
        incoming.organisations = BTreeMap::from([(slug.clone(), new.clone())]);
        if let Some(id) = id {
            incoming.ids.insert(slug.clone(), (id, "the form".to_owned()));
        }
    } else {
        incoming.centres = BTreeMap::from([(slug.clone(), new.clone())]);
    }
    take_in(db, clock, incoming).await?.map_err(Refused::Rules)?;
    let noted = |raw: &Raw, is_taken| (raw.to_json(&[]), is_taken);
    let gone = old.iter().filter(|raw| !new.contains(raw)).map(|raw| noted(raw, true));
    let come = new.iter().filter(|raw| !old.contains(raw)).map(|raw| noted(raw, false));
    for what in gone.chain(come) {
        by_form::note(db, clock, (register, &slug), what, by).await?;
    }
    Ok(true)
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
