//! What waits for somebody: texts to look through, remarks on theirs, numbers and tasks of their works, and
//! public texts past their day.
//! For letters it is read for all at once, however many are asked about; for pages, of the one who asks.

mod one;

use std::collections::BTreeSet;

use sea_orm::ConnectionTrait;
use time::{Date, Duration, OffsetDateTime};
use uuid::Uuid;

use crate::dates::oslo_day;
use crate::db::DbErr;
use crate::items::measures::{self, Due};
use crate::items::{Item, working};
use crate::rights::{RoleKind, Who};

pub use one::{Waits, Why, of_one};

/// A text is told of so long before its day.
pub const AHEAD: Duration = Duration::days(14);

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
    /// To be looked through before they are published.
    pub reviews: Vec<Named>,
    /// Texts of theirs with remarks of others, and how many are unanswered.
    pub remarks: Vec<(Named, usize)>,
    /// To be looked through again, by when.
    pub due: Vec<(Named, Date)>,
}

/// What is being written, with who has had a hand in it since it last was public.
struct Text {
    named: Named,
    centre: Option<Uuid>,
    writers: BTreeSet<Uuid>,
}

/// All that waits for anybody.
pub struct All {
    reviews: Vec<Text>,
    /// With who has said something that is not answered yet.
    remarks: Vec<(Text, Vec<Uuid>)>,
    due: Vec<Due>,
}

impl All {
    pub async fn load(db: &impl ConnectionTrait, now: OffsetDateTime) -> Result<Self, DbErr> {
        let in_review = working::in_review(db).await?;
        let remarked = working::remarked(db).await?;
        let items = in_review.iter().map(|(item, _)| item.id);
        let items: BTreeSet<Uuid> = items.chain(remarked.iter().map(|(item, _)| item.id)).collect();
        let writers = working::writers_of_all(db, &items).await?;
        let text = |item: &Item, title: String| Text {
            named: Named { item: item.id, title, lang: item.lang.clone() },
            centre: item.centre_id,
            writers: writers.get(&item.id).cloned().unwrap_or_default(),
        };
        let reviews = in_review.iter().map(|(item, newest)| {
            let title = newest.content().map_or_else(|| item.title.clone(), |text| text.title);
            text(item, title)
        });
        let reviews = reviews.collect();
        let remarks = remarked.into_iter().map(|(item, by)| (text(&item, item.title.clone()), by));
        let remarks = remarks.collect();
        let due = measures::due(db, oslo_day(now) + AHEAD).await?;
        Ok(Self { reviews, remarks, due })
    }

    /// What of it is for this one.
    pub fn of(&self, who: &Who) -> Waiting {
        let is_for_them =
            |text: &&Text| who.reviews_for(text.centre) && !text.writers.contains(&who.id);
        let reviews = self.reviews.iter().filter(is_for_them);
        let of_others = |(text, by): &(Text, Vec<Uuid>)| {
            let count = by.iter().filter(|one| **one != who.id).count();
            let is_theirs = text.writers.contains(&who.id) && count > 0;
            is_theirs.then(|| (text.named.clone(), count))
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
        Waiting {
            reviews: reviews.map(|text| text.named.clone()).collect(),
            remarks: self.remarks.iter().filter_map(of_others).collect(),
            due: self.due.iter().filter(answers).map(told).collect(),
        }
    }
}
