//! Thins out what was saved on the way: each save is a revision, and most of them nobody ever asks for.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use super::Writer;
use crate::db::{Reads, Timestamp};
use crate::items::tables::{item, revision, revision_file};

/// So long every save is kept, …
const ALL: Duration = Duration::HOUR;
/// … so long the last of each ten minutes, …
const OFTEN: Duration = Duration::DAY;
/// … and so long the last of each hour. After that the last of each sitting is enough.
const SELDOM: Duration = Duration::days(30);
/// Who has not saved for so long comes to it anew.
const PAUSE: Duration = Duration::minutes(30);
/// So many numbers stand in one statement.
const AT_ONCE: usize = 500;

/// A revision, as far as it matters here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Saved {
    pub number: i32,
    pub at: OffsetDateTime,
    pub author: Option<Uuid>,
    pub was_public: bool,
}

/// The numbers that go, and when more may go.
pub(super) type Thinned = (Vec<i32>, Option<OffsetDateTime>);

impl<C: Reads> Writer<'_, C> {
    /// Deletes the saved texts of an item that nobody needs: never the newest or the first, one that was
    /// public, one of `kept`, or the last of somebody's sitting. Tells when more may go.
    pub async fn thin(
        &self,
        item: Uuid,
        kept: &BTreeSet<i32>,
    ) -> Result<Option<OffsetDateTime>, DbErr> {
        let mut kept = kept.clone();
        kept.extend(self.translated(item).await?);
        let (gone, next) = choose(&self.saved(item).await?, &kept, self.clock.now());
        for some in gone.chunks(AT_ONCE) {
            self.drop_revisions(item, some).await?;
        }
        Ok(next)
    }

    /// The texts without what they say, the oldest first.
    async fn saved(&self, item: Uuid) -> Result<Vec<Saved>, DbErr> {
        type Row = (i32, Timestamp, Option<Uuid>, Option<Timestamp>);
        let rows: Vec<Row> = revision::Entity::find()
            .select_only()
            .column(revision::Column::Number)
            .column(revision::Column::CreatedAt)
            .column(revision::Column::Author)
            .column(revision::Column::PublishedAt)
            .filter(revision::Column::ItemId.eq(item))
            .order_by_asc(revision::Column::Number)
            .into_tuple()
            .all(self.db)
            .await?;
        let saved = |(number, at, author, public): Row| Saved {
            number,
            at: at.into(),
            author,
            was_public: public.is_some(),
        };
        Ok(rows.into_iter().map(saved).collect())
    }

    /// The texts that translations were made of.
    async fn translated(&self, item: Uuid) -> Result<Vec<i32>, DbErr> {
        let numbers: Vec<Option<i32>> = item::Entity::find()
            .select_only()
            .column(item::Column::OriginalRevision)
            .filter(item::Column::OriginalId.eq(item))
            .into_tuple()
            .all(self.db)
            .await?;
        Ok(numbers.into_iter().flatten().collect())
    }

    async fn drop_revisions(&self, item: Uuid, numbers: &[i32]) -> Result<(), DbErr> {
        let of = |column: revision_file::Column| column.is_in(numbers.iter().copied());
        let files: Vec<Uuid> = revision_file::Entity::find()
            .select_only()
            .column(revision_file::Column::FileId)
            .distinct()
            .filter(revision_file::Column::ItemId.eq(item))
            .filter(of(revision_file::Column::Number))
            .into_tuple()
            .all(self.db)
            .await?;
        revision_file::Entity::delete_many()
            .filter(revision_file::Column::ItemId.eq(item))
            .filter(of(revision_file::Column::Number))
            .exec(self.db)
            .await?;
        revision::Entity::delete_many()
            .filter(revision::Column::ItemId.eq(item))
            .filter(revision::Column::Number.is_in(numbers.iter().copied()))
            // Whatever was decided before: history stands.
            .filter(revision::Column::PublishedAt.is_null())
            .exec(self.db)
            .await?;
        let mut alone = Vec::new();
        for file in files {
            if !self.has_file(item, file).await? {
                alone.push(file);
            }
        }
        self.let_go_of_files(item, &alone).await
    }
}

/// What goes of these, the oldest first.
pub(super) fn choose(all: &[Saved], kept: &BTreeSet<i32>, now: OffsetDateTime) -> Thinned {
    let (mut gone, mut next) = (Vec::new(), None);
    let mut sitting = 0;
    // The last of each stretch of time so far, within each sitting.
    let mut last: BTreeMap<(usize, i64), i32> = BTreeMap::new();
    for (nth, one) in all.iter().enumerate() {
        let after = all.get(nth + 1);
        let is_last = after.is_none_or(|after| !is_one_sitting(one, after));
        let is_needed = is_last || nth == 0 || one.was_public || kept.contains(&one.number);
        let of = sitting;
        sitting += usize::from(is_last);
        if is_needed {
            continue;
        }
        let age = now - one.at;
        let changes = [ALL, OFTEN, SELDOM].into_iter().find(|until| age < *until);
        next = [next, changes.map(|until| one.at + until)].into_iter().flatten().min();
        let stretch = match age {
            age if age < ALL => continue,
            age if age < OFTEN => Duration::minutes(10),
            age if age < SELDOM => Duration::HOUR,
            _ => {
                gone.push(one.number);
                continue;
            }
        };
        let stretch = one.at.unix_timestamp().div_euclid(stretch.whole_seconds());
        gone.extend(last.insert((of, stretch), one.number));
    }
    gone.sort_unstable();
    (gone, next)
}

fn is_one_sitting(one: &Saved, after: &Saved) -> bool {
    one.author == after.author && !one.was_public && after.at - one.at < PAUSE
}
