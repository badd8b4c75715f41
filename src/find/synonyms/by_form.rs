//! Pairs that people have said and taken away by form: they stand against a file that says otherwise.

use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use uuid::Uuid;

use super::file::{self, Keyed};
use super::{OWN, Pair, loops, replace, store};
use crate::clock::Clock;
use crate::db::{self, DbErr};
use crate::search::same_word;
use crate::statements::by_form;

/// The register's name in what is noted of forms; there is one list.
pub const REGISTER: &str = "synonym";
const LIST: &str = "";

/// Why a pair is not taken into the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PairFault {
    /// The first, or the second, is nothing that the search could look for.
    NoTerm,
    NoSynonym,
    /// They are the same word to the search.
    Same,
    /// It stands there already, in this or another form.
    Repeat,
    /// What leads one way is come back to.
    Loop,
}

/// The list of a file with what stands beside it.
pub struct Joined {
    pub pairs: Vec<Pair>,
    pub kept: usize,
    pub left_out: usize,
}

/// Do they say the same, whoever says so and since when?
fn is_same(a: &Pair, b: &Pair) -> bool {
    let is = |term: &str, synonym: &str| a.term == term && a.synonym == synonym;
    let is_swapped = || !a.one_way && is(&b.synonym, &b.term);
    a.one_way == b.one_way && (is(&b.term, &b.synonym) || is_swapped())
}

fn content(pair: &Pair) -> Value {
    let Pair { term, synonym, one_way, source, day } = pair;
    json!({ "term": term, "synonym": synonym, "one_way": one_way, "source": source,
        "date": day.to_string() })
}

fn pair(content: &Value, made: time::Date) -> Option<Pair> {
    let text = |key: &str| Some(content.get(key)?.as_str()?.to_owned());
    let day = text("date").and_then(|day| day.parse::<crate::dates::PartialDate>().ok());
    Some(Pair {
        term: text("term")?,
        synonym: text("synonym")?,
        one_way: content.get("one_way")?.as_bool()?,
        source: text("source")?,
        day: day.map_or(made, crate::dates::PartialDate::first_day),
    })
}

pub async fn join(db: &impl ConnectionTrait, pairs: &[Pair]) -> Result<Joined, DbErr> {
    let standing = by_form::standing(db, REGISTER).await?;
    let (mut said, mut taken): (Vec<Pair>, Vec<Pair>) = (Vec::new(), Vec::new());
    for row in standing.get(LIST).into_iter().flatten() {
        let Some(pair) = pair(&row.content, crate::dates::oslo_day(*row.made_at)) else { continue };
        said.retain(|other| !is_same(other, &pair));
        taken.retain(|other| !is_same(other, &pair));
        let of_its_kind = if row.is_taken { &mut taken } else { &mut said };
        of_its_kind.push(pair);
    }
    let is_taken = |pair: &&Pair| taken.iter().any(|other| is_same(other, pair));
    let mut joined: Vec<Pair> = pairs.iter().filter(|pair| !is_taken(pair)).cloned().collect();
    let left_out = pairs.len() - joined.len();
    said.retain(|pair| !joined.iter().any(|other| is_same(other, pair)));
    let kept = said.len();
    joined.extend(said);
    Ok(Joined { pairs: joined, kept, left_out })
}

/// A file that may has written over all of it.
pub async fn write_over(db: &impl ConnectionTrait, clock: &Clock) -> Result<(), DbErr> {
    by_form::write_over(db, clock, REGISTER, std::iter::once(&LIST.to_owned())).await
}

/// Takes a pair into the list, by the rules that a file is read by.
pub async fn add(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    pair: Pair,
    by: Uuid,
) -> Result<Result<(), PairFault>, DbErr> {
    let mut all = store::all(tx).await?;
    if let Err(fault) = check(&all, &pair) {
        return Ok(Err(fault));
    }
    let said = content(&pair);
    all.push(pair);
    write(tx, clock, &all).await?;
    by_form::note(tx, clock, (REGISTER, LIST), (said, false), by).await?;
    Ok(Ok(()))
}

/// Takes a pair out of the list; false when it is not there.
pub async fn take(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    pair: &Pair,
    by: Uuid,
) -> Result<bool, DbErr> {
    let mut all = store::all(tx).await?;
    let Some(at) = all.iter().position(|other| other == pair) else { return Ok(false) };
    let gone = all.remove(at);
    write(tx, clock, &all).await?;
    by_form::note(tx, clock, (REGISTER, LIST), (content(&gone), true), by).await?;
    Ok(true)
}

/// The list is the installation's own from now on.
async fn write(tx: &impl ConnectionTrait, clock: &Clock, all: &[Pair]) -> Result<(), DbErr> {
    db::set_edition(tx, OWN, "yes".to_owned()).await?;
    replace(tx, clock, all).await?;
    Ok(())
}

fn check(all: &[Pair], new: &Pair) -> Result<(), PairFault> {
    let from = same_word(&new.term).map_err(|_| PairFault::NoTerm)?;
    let to = same_word(&new.synonym).map_err(|_| PairFault::NoSynonym)?;
    if from == to {
        return Err(PairFault::Same);
    }
    // One that is there and that a newer program would not take is no reason to refuse this one.
    let keyed = |(line, pair): (u64, &Pair)| {
        let (from, to) = (same_word(&pair.term).ok()?, same_word(&pair.synonym).ok()?);
        Some(Keyed { line, from, to, one_way: pair.one_way })
    };
    let mut lines: Vec<Keyed> = (1..).zip(all).filter_map(keyed).collect();
    let line = u64::try_from(all.len()).unwrap_or_default() + 1;
    lines.push(Keyed { line, from, to, one_way: new.one_way });
    if !file::repeats(&lines).is_empty() {
        return Err(PairFault::Repeat);
    }
    if loops::find(&lines).is_empty() { Ok(()) } else { Err(PairFault::Loop) }
}
