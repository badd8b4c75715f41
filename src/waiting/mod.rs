//! What waits for somebody: texts to look through, remarks on theirs, numbers and tasks of their works, public
//! texts past their day, and translations whose original moved on.
//! For letters it is read for all at once, however many are asked about; for pages, of the one who asks.

mod one;
mod stale;

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryResult};
use time::{Date, Duration, OffsetDateTime};
use uuid::Uuid;

use crate::dates::oslo_day;
use crate::db::DbErr;
use crate::items::measures::{self, Due};
use crate::items::working::{self, Said};
use crate::items::{Item, review_asked, revision};
use crate::rights::{RoleKind, Who};

pub use one::{Waits, Why, of_one};
pub use stale::Stale;

/// A text is told of so long before its day.
pub const AHEAD: Duration = Duration::days(14);

/// So long a text waits for whoever was asked by name to look through it; after that for all who may.
pub const ALONE: Duration = Duration::days(7);

/// A text as it is named in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub item: Uuid,
    pub title: String,
    pub lang: String,
}

/// All that waits for one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// To be looked through before they are published: those that they are asked about by name, and those
    /// that are for whoever is first.
    pub asked: Vec<Named>,
    pub reviews: Vec<Named>,
    /// What they have written, and somebody has said yes to.
    pub approved: Vec<Named>,
    /// Texts with remarks that wait for a word of theirs, and how many.
    pub remarks: Vec<(Named, usize)>,
    /// To be looked through again, by when.
    pub due: Vec<(Named, Date)>,
    /// Public translations of theirs whose original moved on.
    pub stale: Vec<Stale>,
}

/// What is being written, with who has had a hand in it since it last was public.
struct Text {
    named: Named,
    centre: Option<Uuid>,
    writers: BTreeSet<Uuid>,
    /// Who is asked by name to look through it, and whether it waits for nobody else.
    asked: Option<(Uuid, bool)>,
}

/// All that waits for anybody.
pub struct All {
    reviews: Vec<Text>,
    approved: Vec<Text>,
    remarks: Vec<(Text, Vec<Said>)>,
    due: Vec<Due>,
    stale: Vec<Stale>,
    now: OffsetDateTime,
}

impl All {
    pub async fn load(db: &impl ConnectionTrait, now: OffsetDateTime) -> Result<Self, DbErr> {
        let in_review = working::in_review(db).await?;
        let remarked = working::remarked(db).await?;
        let items = in_review.iter().map(|(item, _)| item.id);
        let items: BTreeSet<Uuid> = items.chain(remarked.iter().map(|(item, _)| item.id)).collect();
        let writers = working::writers_of_all(db, &items).await?;
        let asked = asked(db, &items).await?;
        let text = |item: &Item, title: String| Text {
            named: Named { item: item.id, title, lang: item.lang.clone() },
            centre: item.centre_id,
            writers: writers.get(&item.id).cloned().unwrap_or_default(),
            asked: asked.get(&item.id).map(|row| (row.person_id, *row.made_at > now - ALONE)),
        };
        let said_yes = approved(db, &items).await?;
        let is_approved = |(item, newest): &&(Item, revision::Model)| {
            said_yes.contains(&(item.id, newest.number))
        };
        let handed_in = |(item, newest): &(Item, revision::Model)| {
            let title = newest.content().map_or_else(|| item.title.clone(), |text| text.title);
            text(item, title)
        };
        let approved = in_review.iter().filter(is_approved).map(handed_in).collect();
        let waits = in_review.iter().filter(|one| !is_approved(one));
        let reviews = waits.map(handed_in).collect();
        let remarks = remarked.into_iter().map(|(item, by)| (text(&item, item.title.clone()), by));
        let remarks = remarks.collect();
        let due = measures::due(db, oslo_day(now) + AHEAD).await?;
        let stale = stale::all(db).await?;
        Ok(Self { reviews, approved, remarks, due, stale, now })
    }

    /// What of it is for this one.
    pub fn of(&self, who: &Who) -> Waiting {
        let is_for_them =
            |text: &&Text| who.reviews_for(text.centre) && !text.writers.contains(&who.id);
        let reviews = || self.reviews.iter().filter(is_for_them);
        let is_asked = |text: &&Text| text.asked.is_some_and(|(whom, _)| whom == who.id);
        let is_open =
            |text: &&Text| text.asked.is_none_or(|(whom, alone)| whom != who.id && !alone);
        let has_written = |text: &&Text| text.writers.contains(&who.id);
        let name = |text: &Text| text.named.clone();
        let remarks = |(text, said): &(Text, Vec<Said>)| {
            let may_read = who.reviews_for(text.centre) || who.edits_for(text.centre);
            let waits = |(made, last): &&Said| {
                *last != who.id && (has_written(&text) || (may_read && *made == who.id))
            };
            let count = said.iter().filter(waits).count();
            (count > 0).then(|| (text.named.clone(), count))
        };
        let answers = |due: &&Due| {
            let is_own = match due.began {
                Some(began) => began == who.id,
                None => who.is(RoleKind::Coordinator),
            };
            due.centre.map_or(is_own, |at| who.edits_at(at))
        };
        let told = |due: &Due| {
            let Due { item, title, lang, by, .. } = due.clone();
            (Named { item, title, lang }, by)
        };
        let is_stale = |one: &&Stale| one.is_for(who, self.now);
        Waiting {
            asked: reviews().filter(is_asked).map(name).collect(),
            reviews: reviews().filter(is_open).map(name).collect(),
            approved: self.approved.iter().filter(has_written).map(name).collect(),
            remarks: self.remarks.iter().filter_map(remarks).collect(),
            due: self.due.iter().filter(answers).map(told).collect(),
            stale: self.stale.iter().filter(is_stale).cloned().collect(),
        }
    }
}

/// Who is asked by name to look through which of these.
async fn asked(
    db: &impl ConnectionTrait,
    items: &BTreeSet<Uuid>,
) -> Result<BTreeMap<Uuid, review_asked::Model>, DbErr> {
    let of_items = review_asked::Column::ItemId.is_in(items.iter().copied());
    let rows = review_asked::Entity::find().filter(of_items).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.item_id, row)).collect())
}

/// Which texts of these somebody has said yes to. The table is a room's: it is read as it stands.
async fn approved(
    db: &impl ConnectionTrait,
    items: &BTreeSet<Uuid>,
) -> Result<BTreeSet<(Uuid, i32)>, DbErr> {
    let mut given = Query::select();
    given
        .columns(["item_id", "number"])
        .from("approval")
        .and_where(Expr::col("item_id").is_in(items.iter().copied()));
    let rows = db.query_all(&given).await?;
    let one = |row: &QueryResult| -> Result<(Uuid, i32), DbErr> {
        Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))
    };
    rows.iter().map(one).collect()
}
