//! Whom a measure counts: one answer for each, wherever it is asked, and the stricter where answers differ.

use std::collections::BTreeMap;

use sea_orm::entity::prelude::*;

use super::{Shared, choices};
use crate::db::DbErr;
use crate::items::{read, working};
use crate::work::read::{Measure, Measured};
use crate::work::tables::{Definition, Plan, Work};
use crate::work::terms::Shape;

/// How words for a share begin, where it is typed as a value.
const SHARES: [&str; 4] = ["%", "prosent", "andel", "share"];

/// Is it a share of nobody knows how many? 33.3 % may be one of three.
pub(super) fn is_share_of_unknown(shape: Shape, (unit, name): (&str, &str)) -> bool {
    let told = |text: &str| {
        let text = text.to_lowercase();
        let mut words = text.split_whitespace();
        text.contains('%') || words.any(|word| SHARES.iter().any(|one| word.starts_with(one)))
    };
    shape == Shape::Value && (told(unit) || told(name))
}

impl Definition {
    /// What its plan tells beside it.
    pub fn plan(&self) -> Plan {
        serde_json::from_value(self.plan.clone()).unwrap_or_default()
    }
}

impl Measured {
    /// What its plan tells beside the definition that holds now.
    pub fn plan(&self) -> Plan {
        self.definition.plan()
    }

    /// Is it a share of nobody knows how many? Where it counts people, all of it is held back.
    pub fn is_share_of_unknown(&self) -> bool {
        let definition = &self.definition;
        let shape = Shape::named(&definition.shape).unwrap_or(Shape::Value);
        is_share_of_unknown(shape, (&definition.unit, &definition.name))
    }
}

/// What was approved last of a work: what the public text that tells of it shares.
pub async fn approved(
    db: &impl ConnectionTrait,
    item: Option<Uuid>,
) -> Result<Option<Shared>, DbErr> {
    let Some(item) = item else { return Ok(None) };
    let Some(number) = read::public_number(db, item).await? else { return Ok(None) };
    let text = working::revision(db, item, number).await?;
    let content = text.and_then(|text| text.content());
    Ok(content.and_then(|content| Shared::of(content.work.as_ref())))
}

/// Does each of these measures count people, to others than its team? One of which nothing has been said is
/// left out.
pub async fn of_people(
    db: &impl ConnectionTrait,
    work: &Work,
    measures: &[Measured],
) -> Result<BTreeMap<Uuid, bool>, DbErr> {
    let all = measures.iter().map(|one| (one.row.id, one.plan().people));
    let mut known = said(db, work.id, all.collect()).await?;
    for measure in approved(db, work.item_id).await?.into_iter().flat_map(|one| one.measures) {
        // What is no longer said to be people is so until the text without it is approved.
        if let Some(id) = measure.id.filter(|_| measure.people) {
            known.insert(id, true);
        }
    }
    Ok(known)
}

/// What the team says of each today; `plans` has what stands with the measures themselves.
async fn said(
    db: &impl ConnectionTrait,
    work: Uuid,
    plans: BTreeMap<Uuid, Option<bool>>,
) -> Result<BTreeMap<Uuid, bool>, DbErr> {
    let before = choices(db, work).await?;
    let before: BTreeMap<Uuid, bool> =
        before.into_iter().map(|one| (one.measure, one.counts_people)).collect();
    let one =
        |(id, said): (Uuid, Option<bool>)| Some((id, said.or_else(|| before.get(&id).copied())?));
    Ok(plans.into_iter().filter_map(one).collect())
}

/// The same of a work whose numbers nobody has read.
pub(super) async fn said_today(
    db: &impl ConnectionTrait,
    work: Uuid,
    measures: &[Measure],
) -> Result<BTreeMap<Uuid, bool>, DbErr> {
    let all = measures.iter().map(|one| (one.row.id, one.definition.plan().people));
    said(db, work, all.collect()).await
}
