//! Synonyms as data: a list with sources and dates, from a file into the database and into the search.

mod by_form;
mod file;
mod loops;
mod store;
#[cfg(test)]
mod tests;

use sea_orm::ConnectionTrait;
use time::Date;

use crate::clock::Clock;
use crate::dates::oslo_day;
use crate::db::{self, DbErr};
use crate::search;

pub use by_form::{PairFault, REGISTER, add, take};
pub use file::{read, write};

const SHIPPED: &str = include_str!("../../../data/synonyms.csv");

/// Two words, who says that they mean the same, and since when.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    pub term: String,
    pub synonym: String,
    /// Who asks for the term finds the synonym as well, but not the other way.
    pub one_way: bool,
    pub source: String,
    pub day: Date,
}

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    pub added: usize,
    pub removed: usize,
    pub unchanged: usize,
    /// Pairs that people have said by form and the file does not have.
    pub kept: usize,
    /// Pairs of the file that people have taken away.
    pub left_out: usize,
}

/// Says which list the database holds, so that a running server sees that it is another.
const CONTENT: &str = "synonyms.content";
/// Says that the installation keeps a list of its own: a newer program leaves it be.
const OWN: &str = "synonyms.own";

/// Puts the list of a file in place of the one there is, in the caller's transaction. What people have
/// said and taken away by form stands, unless `force` lets the file write over it; a list that would then
/// make no sense is refused. The shipped list makes the installation follow the program again.
pub async fn import(
    db: &impl ConnectionTrait,
    clock: &Clock,
    pairs: &[Pair],
    force: bool,
) -> Result<Result<Done, Vec<String>>, DbErr> {
    let joined = if force {
        by_form::write_over(db, clock).await?;
        by_form::Joined { pairs: pairs.to_vec(), kept: 0, left_out: 0 }
    } else {
        by_form::join(db, pairs).await?
    };
    if joined.kept > 0
        && let Err(faults) = read(write(&joined.pairs).as_bytes(), oslo_day(clock.now()))
    {
        return Ok(Err(faults));
    }
    let is_shipped = shipped(clock).is_ok_and(|shipped| shipped == joined.pairs);
    db::set_edition(db, OWN, if is_shipped { String::new() } else { "yes".to_owned() }).await?;
    let done = replace(db, clock, &joined.pairs).await?;
    Ok(Ok(Done { kept: joined.kept, left_out: joined.left_out, ..done }))
}

async fn replace(db: &impl ConnectionTrait, clock: &Clock, pairs: &[Pair]) -> Result<Done, DbErr> {
    let old = store::all(db).await?;
    let unchanged = pairs.iter().filter(|pair| old.contains(pair)).count();
    if old != pairs {
        store::replace(db, clock, pairs).await?;
        db::set_edition(db, CONTENT, crate::files::digest(write(pairs).as_bytes())).await?;
    }
    let (added, removed) = (pairs.len() - unchanged, old.len() - unchanged);
    Ok(Done { added, removed, unchanged, ..Done::default() })
}

/// The list as the database has it.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Pair>, DbErr> {
    store::all(db).await
}

/// The list that comes with the program.
pub fn shipped(clock: &Clock) -> Result<Vec<Pair>, DbErr> {
    read(SHIPPED.as_bytes(), oslo_day(clock.now()))
        .map_err(|why| DbErr::Custom(format!("the shipped synonyms: {}", why.join("; "))))
}

/// Puts the shipped list in, unless the installation has one of its own.
pub async fn load_shipped(db: &impl ConnectionTrait, clock: &Clock) -> Result<(), DbErr> {
    if db::edition(db, OWN).await?.as_deref() != Some("yes") {
        replace(db, clock, &shipped(clock)?).await?;
    }
    Ok(())
}

/// What [`load_shipped`] would write, to tell whether it already has.
pub fn shipped_digest() -> String {
    crate::files::digest(SHIPPED.as_bytes())
}

/// The list as the search takes it, when it is another edition than `held`: one small query else.
pub async fn newer(
    db: &impl ConnectionTrait,
    held: &mut Option<String>,
) -> Result<Option<search::Synonyms>, DbErr> {
    let edition = db::edition(db, CONTENT).await?;
    if edition == *held {
        return Ok(None);
    }
    let mut synonyms = search::Synonyms::default();
    for pair in store::all(db).await? {
        let added = if pair.one_way {
            synonyms.add_one_way(&pair.term, &pair.synonym)
        } else {
            synonyms.add(&[&pair.term, &pair.synonym])
        };
        // A newer program may know two words for one that an older did not.
        if let Err(why) = added {
            tracing::warn!(%why, "a pair of synonyms is left out");
        }
    }
    *held = edition;
    Ok(Some(synonyms))
}
