//! A whole table of numbers: all of it is kept or none, and it is undone in one step.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{QueryOrder, QuerySelect};
use serde_json::json;
use time::Date;

use super::super::entry::{Entry, Number};
use super::super::may::Standing;
use super::super::read::current;
use super::super::tables::{Observation, work_observation};
use super::super::terms::{Changed, Frequency, Shape};
use super::{Refused, Writer};
use crate::db::{Timestamp, insert_all};

/// Numbers that are sent together.
#[derive(Clone, Debug)]
pub struct Import {
    pub measure: Uuid,
    /// What the sender calls it: the same sent again changes nothing.
    pub sent: Uuid,
    /// Any day of each period, and its number.
    pub numbers: Vec<(Date, Number)>,
    /// The words that stood beside some of them, by the same days.
    pub notes: BTreeMap<Date, String>,
    /// The numbers that were shown to the sender because these say otherwise.
    pub seen: BTreeSet<Uuid>,
    /// Why these take their place; with none, those are left as they are.
    pub reason: Option<String>,
}

/// What became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    pub new: usize,
    pub corrected: usize,
    /// They were there already.
    pub same: usize,
    /// Others stand there, and were left.
    pub kept: usize,
}

/// So many ids are asked about at once.
const SOME: usize = 500;
/// The part of an import's id that tells its numbers from each other.
const OWN: u128 = 0xffff_ffff;

/// What each of its numbers is sent as: all lie together in the index.
fn sent_id(import: Uuid, at: usize) -> Uuid {
    let at = u128::try_from(at).unwrap_or(OWN) & OWN;
    Uuid::from_u128((import.as_u128() & !OWN) | at)
}

/// A number that is to be written.
struct New {
    day: Date,
    number: Number,
    reason: String,
}

/// What is to be written and what it takes the place of, held against what is there.
fn held(
    import: &Import,
    numbers: BTreeMap<Date, Number>,
    there: Vec<Observation>,
) -> Result<(Imported, Vec<Uuid>, Vec<New>), Refused> {
    let there: BTreeMap<Date, Observation> = there.into_iter().map(|one| (one.day, one)).collect();
    let mut done = Imported::default();
    let (mut replaced, mut news) = (Vec::new(), Vec::new());
    for (day, number) in numbers {
        let mut reason = String::new();
        if let Some(old) = there.get(&day) {
            if (old.value, old.denominator) == (Some(number.value), number.denominator) {
                done.same += 1;
                continue;
            }
            // One that was taken back may be said anew without a word.
            if old.value.is_some() {
                if !import.seen.contains(&old.id) {
                    return Err(Refused::Twice(Box::new(old.clone())));
                }
                let Some(why) = &import.reason else {
                    done.kept += 1;
                    continue;
                };
                reason.clone_from(why);
                done.corrected += 1;
            } else {
                done.new += 1;
            }
            replaced.push(old.id);
        } else {
            done.new += 1;
        }
        let note = import.notes.get(&day).map(String::as_str).unwrap_or_default();
        if !reason.is_empty() && !note.is_empty() {
            reason.push_str(". ");
        }
        reason.push_str(note);
        news.push(New { day, number, reason });
    }
    Ok((done, replaced, news))
}

impl<C: ConnectionTrait> Writer<'_, C> {
    /// Enters many numbers. One that no chart can be made of refuses all, and so does another number that
    /// the sender has not seen.
    pub async fn import(&self, work: Uuid, import: &Import) -> Result<Imported, Refused> {
        let open = self.open(work, Standing::Writes).await?;
        let measure = self.measure(work, import.measure).await?;
        let shape = Shape::named(&measure.definition.shape).ok_or(Refused::NotThere)?;
        let frequency = Frequency::named(&measure.definition.frequency).ok_or(Refused::NotThere)?;
        let mut numbers: BTreeMap<Date, Number> = BTreeMap::new();
        for (day, number) in &import.numbers {
            if let Some(doubt) = one(import, *day, *number).doubt(shape, frequency, self.today()) {
                return Err(Refused::Doubt(doubt));
            }
            numbers.insert(frequency.first(*day), *number);
        }
        if !self.sent_as(import.measure, import.sent, true).await?.is_empty() {
            return Ok(Imported { same: numbers.len(), ..Imported::default() });
        }
        let there = current(self.db, vec![import.measure]).await?;
        let (done, replaced, news) = held(import, numbers, there)?;
        if !news.is_empty() {
            let was = json!({ "import": import.sent, "numbers": news.len() });
            let row = |(at, new): (usize, New)| self.imported(import, measure.row.version, at, new);
            let rows: Vec<Observation> = news.into_iter().enumerate().map(row).collect();
            self.replace_all(&replaced).await?;
            insert_all::<_, work_observation::ActiveModel>(self.db, rows).await?;
            self.done(&open, (Changed::Imported, Some(import.measure)), Some(was)).await?;
        }
        Ok(done)
    }

    fn imported(&self, import: &Import, version: i32, at: usize, new: New) -> Observation {
        Observation {
            id: self.clock.new_id(),
            measure_id: import.measure,
            version,
            day: new.day,
            value: Some(new.number.value),
            denominator: new.number.denominator,
            reason: new.reason,
            person_id: self.who.id,
            made_at: self.clock.now().into(),
            replaced_at: None,
            sent_id: sent_id(import.sent, at),
        }
    }

    /// Takes back what was entered with a table, but for what somebody has corrected since: what stood
    /// there before stands there again. Tells how many numbers were taken back.
    pub async fn undo_import(
        &self,
        work: Uuid,
        (measure, sent): (Uuid, Uuid),
        reason: &str,
    ) -> Result<usize, Refused> {
        let open = self.open(work, Standing::Writes).await?;
        self.measure(work, measure).await?;
        let theirs = self.sent_as(measure, sent, false).await?;
        let mut before: BTreeMap<Date, Observation> = BTreeMap::new();
        for some in theirs.chunks(SOME) {
            use work_observation::Column::{Day, Id, MeasureId, ReplacedAt};
            let old = work_observation::Entity::find()
                .filter(MeasureId.eq(measure))
                .filter(Day.is_in(some.iter().map(|one| one.day)))
                .filter(ReplacedAt.is_not_null())
                .order_by_asc(Id)
                .all(self.db)
                .await?;
            before.extend(old.into_iter().map(|one| (one.day, one)));
        }
        let back = |one: &Observation| {
            let old = before.get(&one.day).filter(|old| old.id < one.id);
            Observation {
                id: self.clock.new_id(),
                version: old.map_or(one.version, |old| old.version),
                value: old.and_then(|old| old.value),
                denominator: old.and_then(|old| old.denominator),
                reason: reason.to_owned(),
                person_id: self.who.id,
                made_at: self.clock.now().into(),
                replaced_at: None,
                sent_id: self.clock.random_id(),
                ..one.clone()
            }
        };
        let rows: Vec<Observation> = theirs.iter().map(back).collect();
        let count = rows.len();
        if count > 0 {
            let replaced: Vec<Uuid> = theirs.iter().map(|one| one.id).collect();
            self.replace_all(&replaced).await?;
            insert_all::<_, work_observation::ActiveModel>(self.db, rows).await?;
            let was = json!({ "import": sent, "numbers": count });
            self.done(&open, (Changed::Undone, Some(measure)), Some(was)).await?;
        }
        Ok(count)
    }

    /// The numbers of an import: one is enough to know it, or all that still hold.
    async fn sent_as(
        &self,
        measure: Uuid,
        import: Uuid,
        one: bool,
    ) -> Result<Vec<Observation>, DbErr> {
        use work_observation::Column::{Id, MeasureId, ReplacedAt, SentId};
        let first = sent_id(import, 0);
        let last = Uuid::from_u128(first.as_u128() | OWN);
        let sent = work_observation::Entity::find().filter(MeasureId.eq(measure));
        let sent = sent.filter(SentId.between(first, last));
        if one {
            return sent.limit(1).all(self.db).await;
        }
        sent.filter(ReplacedAt.is_null()).order_by_asc(Id).all(self.db).await
    }

    async fn replace_all(&self, old: &[Uuid]) -> Result<(), DbErr> {
        let now = Timestamp::from(self.clock.now());
        for some in old.chunks(SOME) {
            work_observation::Entity::update_many()
                .col_expr(work_observation::Column::ReplacedAt, Expr::value(Some(now)))
                .filter(work_observation::Column::Id.is_in(some.iter().copied()))
                .exec(self.db)
                .await?;
        }
        Ok(())
    }
}

/// One of them, to be held against what a measure counts.
fn one(import: &Import, day: Date, number: Number) -> Entry {
    Entry {
        measure: import.measure,
        day,
        number: Some(number),
        sent: import.sent,
        instead_of: import.reason.clone().map(|reason| (Uuid::nil(), reason)),
    }
}
