//! What the team has said may be followed, and how it stands now.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};
use serde_json::Value;

use super::people::{approved, said_today};
use super::table::{work_origin, work_public};
use super::{Choice, Least, Shared, SharedMeasure};
use crate::db::DbErr;
use crate::work::read::{Open, measured_of, measures};
use crate::work::tables::{Work, work};

/// No work has more measures that are shared.
const MOST: u64 = 200;

/// What has been said of each measure of a work when it was shared last.
pub async fn choices(db: &impl ConnectionTrait, work: Uuid) -> Result<Vec<Choice>, DbErr> {
    let rows = work_public::Entity::find().filter(work_public::Column::WorkId.eq(work));
    let rows = rows.order_by_asc(work_public::Column::Id).limit(MOST).all(db).await?;
    let choice = |row: work_public::Model| Choice {
        measure: row.measure_id,
        counts_people: row.counts_people,
        is_open: row.is_open,
        is_live: row.is_live,
    };
    Ok(rows.into_iter().map(choice).collect())
}

/// Does the public page follow any measure of a work?
pub async fn is_followed(db: &impl ConnectionTrait, work: Uuid) -> Result<bool, DbErr> {
    let rows = work_public::Entity::find().filter(work_public::Column::WorkId.eq(work));
    Ok(rows.filter(work_public::Column::IsLive.eq(true)).count(db).await? > 0)
}

/// The work that a text tells of.
pub async fn of_item(db: &impl ConnectionTrait, item: Uuid) -> Result<Option<Work>, DbErr> {
    work::Entity::find().filter(work::Column::ItemId.eq(item)).one(db).await
}

/// What a team says today of the numbers that its texts share, old ones and new: what is stricter than it was
/// when a text was approved holds at once, whenever that text was public.
#[derive(Debug)]
pub struct Today {
    least: Least,
    choices: Vec<Choice>,
    /// Whether each measure counts people, of those of which it is known.
    people: BTreeMap<Uuid, bool>,
}

impl Today {
    /// Of the work that an original tells of; of one without a work only the limit is known.
    pub async fn of(
        db: &impl ConnectionTrait,
        original: Uuid,
        least: Least,
    ) -> Result<Self, DbErr> {
        let Some(work) = of_item(db, original).await? else {
            return Ok(Self { least, choices: Vec::new(), people: BTreeMap::new() });
        };
        let mut today = Self::said(db, &work, least).await?;
        today.with_approved(db, original).await?;
        Ok(today)
    }

    async fn said(db: &impl ConnectionTrait, work: &Work, least: Least) -> Result<Self, DbErr> {
        let choices = choices(db, work.id).await?;
        let measures = measures(db, work.id, None).await?;
        let people = said_today(db, work.id, &measures).await?;
        Ok(Self { least, choices, people })
    }

    /// What the public text stands by is no looser in those before it.
    async fn with_approved(
        &mut self,
        db: &impl ConnectionTrait,
        original: Uuid,
    ) -> Result<(), DbErr> {
        let approved = approved(db, Some(original)).await?;
        let measures = approved.into_iter().flat_map(|shared| shared.measures);
        self.people
            .extend(measures.filter(|one| one.people).filter_map(|one| Some((one.id?, true))));
        Ok(())
    }

    pub fn least(&self) -> Least {
        self.least
    }

    /// What a text shares, as it may be told today. None where it shares nothing that can be read.
    pub fn told(&self, content: Option<&Value>) -> Option<Shared> {
        let mut shared = Shared::of(content)?;
        self.tighten(&mut shared);
        shared.guard(self.least);
        Some(shared)
    }

    fn tighten(&self, shared: &mut Shared) {
        for measure in &mut shared.measures {
            let Some(id) = measure.id else { continue };
            measure.people |= self.people.get(&id).copied().unwrap_or(false);
            let choice = self.choices.iter().find(|choice| choice.measure == id);
            measure.open &= choice.is_none_or(|choice| choice.is_open);
        }
    }
}

/// What a text shares with everybody, as it may be read today, and the places of the measures that its page
/// follows. `item` is the text and its original, `follows` tells whether it is to follow any.
///
/// What the team has said since it was approved holds at once where it is stricter, also for what is looked back
/// at; where it is looser, it waits until it is approved as well.
pub async fn public(
    db: &impl ConnectionTrait,
    (item, original): (Uuid, Uuid),
    content: Option<&Value>,
    (least, follows): (Least, bool),
) -> Result<Option<(Shared, BTreeSet<usize>)>, DbErr> {
    let Some(mut shared) = Shared::of(content) else { return Ok(None) };
    let mut followed = BTreeSet::new();
    let is_there = shared.measures.iter().any(|measure| measure.id.is_some());
    let work = if is_there { of_item(db, original).await? } else { None };
    if let Some(work) = work {
        let mut today = Today::said(db, &work, least).await?;
        // A text that follows is the one that was approved.
        let is_approved = follows && item == original;
        if !is_approved {
            today.with_approved(db, original).await?;
        }
        today.tighten(&mut shared);
        if is_approved {
            let now = now(db, work.id, (&shared, today.choices), least).await?;
            (shared, followed) = shared.following(now);
        }
    }
    shared.guard(least);
    Ok(Some((shared, followed)))
}

/// The measures that may be followed, as they stand now.
async fn now(
    db: &impl ConnectionTrait,
    work: Uuid,
    (shared, mut said): (&Shared, Vec<Choice>),
    least: Least,
) -> Result<BTreeMap<Uuid, SharedMeasure>, DbErr> {
    let approved = |id: Uuid| {
        let found = shared.measures.iter().find(|measure| measure.id == Some(id));
        found.filter(|measure| measure.live != Some(false))
    };
    said.retain(|choice| choice.is_live && approved(choice.measure).is_some());
    if said.is_empty() {
        return Ok(BTreeMap::new());
    }
    let measures = measured_of(db, work).await?;
    let now = said.into_iter().filter_map(|choice| {
        let found = measures.iter().find(|one| one.row.id == choice.measure)?;
        let approved = approved(choice.measure)?;
        let of_now = SharedMeasure::following(found, approved, choice, least)?;
        Some((choice.measure, as_in_a_text(of_now)))
    });
    Ok(now.collect())
}

/// Nobody looks through it before it is public.
fn as_in_a_text(measure: SharedMeasure) -> SharedMeasure {
    let stored = serde_json::to_value(&measure).map(super::without_look_alikes);
    stored.and_then(serde_json::from_value).unwrap_or(measure)
}

impl Open {
    /// The text that it began from.
    pub async fn origin(&self, db: &impl ConnectionTrait) -> Result<Option<Uuid>, DbErr> {
        let found = work_origin::Entity::find();
        let found = found.filter(work_origin::Column::WorkId.eq(self.work.id)).one(db).await?;
        Ok(found.map(|row| row.item_id))
    }
}
