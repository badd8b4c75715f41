//! What is being written: an item with its newest text, and who has had a hand in it.

use std::collections::BTreeSet;

use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QueryOrder,
    QuerySelect,
};
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

use super::tables::{contact_due, item, item_state, keeper, revision, struck};
use super::write::record::Record;
use super::{Contact, Content, Head, Item, Keeper, Stage, State, keepers, read, slugs};
use crate::db::Timestamp;

/// An item as those who write it see it.
#[derive(Clone, Debug)]
pub struct Working {
    pub item: Item,
    pub newest: revision::Model,
    /// What the public reads, or did before the item was withdrawn.
    pub public: Option<revision::Model>,
    /// What the item becomes when the newest text is published.
    pub head: Head,
    /// Whom letters go to then.
    pub contact: Option<Contact>,
    /// Whose it is until it is published: who wrote the first text, where a person did, or to whom it
    /// was passed on.
    pub began: Option<Uuid>,
    /// The place that it was passed on to instead.
    pub kept_at: Option<Uuid>,
    /// Who has written in it since it last was public.
    pub writers: BTreeSet<Uuid>,
    /// Has it ever been handed in, of what never was public?
    pub was_handed_in: bool,
}

impl Working {
    pub async fn open(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Self>, DbErr> {
        let Some(record) = Record::load(db, id).await? else { return Ok(None) };
        let head = record.head_of(&record.newest);
        let Record { item, public, newest } = record;
        let since = public.as_ref().map_or(0, |public| public.number);
        let contact = contact(db, id).await?;
        let writers = writers(db, id, since).await?;
        let (began, kept_at) = match keepers::of(db, id).await? {
            Some(Keeper::Person(person)) => (Some(person), None),
            Some(Keeper::Place(place)) => (None, Some(place)),
            Some(Keeper::Coordinators) => (None, None),
            None => (began(db, id).await?, None),
        };
        let was_handed_in = public.is_none() && was_in_review(db, &item).await?;
        Ok(Some(Self {
            item,
            newest,
            public,
            head,
            contact,
            began,
            kept_at,
            writers,
            was_handed_in,
        }))
    }

    /// The newest text; an empty one where it can't be read.
    pub fn content(&self) -> Content {
        self.newest.content().unwrap_or_default()
    }

    /// The address that it has when the newest text is published.
    pub async fn address(&self, db: &impl ConnectionTrait) -> Result<String, DbErr> {
        slugs::next(db, &self.item, &self.head, &self.content().title).await
    }

    /// Is there a text that is not public?
    pub fn is_draft(&self) -> bool {
        !self.newest.is_published()
    }

    /// How far it has come, of a text that is not public.
    pub fn stage(&self) -> Option<Stage> {
        self.is_draft().then(|| self.newest.stage())
    }

    /// The number that whoever saves is to have seen.
    pub fn number(&self) -> i32 {
        self.item.revision
    }
}

async fn contact(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Contact>, DbErr> {
    if let Some(due) = contact_due::Entity::find_by_id(id).one(db).await? {
        return Ok(due.role.zip(due.email).map(|(role, email)| Contact { role, email }));
    }
    let now = read::contact_of(db, id).await?;
    Ok(now.map(|now| Contact { role: now.role, email: now.email }))
}

async fn began(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Uuid>, DbErr> {
    let author: Option<Option<Uuid>> = revision::Entity::find()
        .select_only()
        .column(revision::Column::Author)
        .filter(revision::Column::ItemId.eq(id))
        .order_by_asc(revision::Column::Number)
        .into_tuple()
        .one(db)
        .await?;
    Ok(author.flatten())
}

/// Is it handed in, or has it been before?
async fn was_in_review(db: &impl ConnectionTrait, item: &Item) -> Result<bool, DbErr> {
    let in_review = State::InReview.name();
    if item.state == in_review {
        return Ok(true);
    }
    let been = item_state::Entity::find()
        .select_only()
        .column(item_state::Column::Id)
        .filter(item_state::Column::ItemId.eq(item.id))
        .filter(item_state::Column::State.eq(in_review))
        .limit(1);
    Ok(been.into_tuple::<Uuid>().one(db).await?.is_some())
}

async fn writers(db: &impl ConnectionTrait, id: Uuid, since: i32) -> Result<BTreeSet<Uuid>, DbErr> {
    let authors: Vec<Uuid> = revision::Entity::find()
        .select_only()
        .column(revision::Column::Author)
        .distinct()
        .filter(revision::Column::ItemId.eq(id))
        .filter(revision::Column::Number.gt(since))
        .filter(revision::Column::Author.is_not_null())
        .into_tuple()
        .all(db)
        .await?;
    Ok(authors.into_iter().collect())
}

/// All texts of an item, the newest first.
pub async fn revisions(
    db: &impl ConnectionTrait,
    item: Uuid,
) -> Result<Vec<revision::Model>, DbErr> {
    revision::Entity::find()
        .filter(revision::Column::ItemId.eq(item))
        .order_by_desc(revision::Column::Number)
        .all(db)
        .await
}

/// One text of an item, by its number.
pub async fn revision(
    db: &impl ConnectionTrait,
    item: Uuid,
    number: i32,
) -> Result<Option<revision::Model>, DbErr> {
    revision::Entity::find()
        .filter(revision::Column::ItemId.eq(item))
        .filter(revision::Column::Number.eq(number))
        .one(db)
        .await
}

/// Was anything struck from an item since a form began that had seen this number? A strike takes a number and
/// makes no text, so the hour tells; who opened it just after is told as well, rather than nobody.
pub async fn struck_since(db: &impl ConnectionTrait, item: Uuid, seen: i32) -> Result<bool, DbErr> {
    let began: Option<Timestamp> = revision::Entity::find()
        .select_only()
        .column(revision::Column::CreatedAt)
        .filter(revision::Column::ItemId.eq(item))
        .filter(revision::Column::Number.lte(seen))
        .order_by_desc(revision::Column::Number)
        .into_tuple()
        .one(db)
        .await?;
    let mut strikes = struck::Entity::find()
        .select_only()
        .column(struck::Column::Id)
        .filter(struck::Column::ItemId.eq(item));
    if let Some(began) = began {
        strikes = strikes.filter(struck::Column::At.gte(began));
    }
    Ok(strikes.limit(1).into_tuple::<Uuid>().one(db).await?.is_some())
}

/// Those of these items that nobody else has written in.
pub async fn alone(
    db: &impl ConnectionTrait,
    items: &[Item],
    person: Uuid,
) -> Result<Vec<Uuid>, DbErr> {
    let others: Vec<Uuid> = revision::Entity::find()
        .select_only()
        .column(revision::Column::ItemId)
        .distinct()
        .filter(revision::Column::ItemId.is_in(items.iter().map(|item| item.id)))
        .filter(revision::Column::Author.is_null().or(revision::Column::Author.ne(person)))
        .into_tuple()
        .all(db)
        .await?;
    let ids = items.iter().map(|item| item.id);
    Ok(ids.filter(|id| !others.contains(id)).collect())
}

/// They are at no text any more: whoever writes along is not told that they are.
pub async fn leave_all(db: &impl ConnectionTrait, person: Uuid) -> Result<(), DbErr> {
    let mut gone = Query::delete();
    gone.from_table("at_work").and_where(Expr::col("person_id").eq(person));
    db.execute(&gone).await?;
    Ok(())
}

/// Forgets who was at a text more than a day ago.
pub async fn forget_presence(db: &impl ConnectionTrait, now: OffsetDateTime) -> Result<u64, DbErr> {
    let mut gone = Query::delete();
    gone.from_table("at_work")
        .and_where(Expr::col("seen_at").lt(Timestamp::from(now - Duration::days(1))));
    Ok(db.execute(&gone).await?.rows_affected())
}

/// A text that is on its way, with its item.
pub type Draft = (Item, revision::Model);

/// Which texts that are not public somebody may open, by the places that they belong to.
#[derive(Clone, Debug, Default)]
pub struct Reach {
    /// Where they read what anybody writes; everywhere when none are named.
    pub reads: Option<Vec<Uuid>>,
    /// Where they go on with what they have begun themselves.
    pub writes: Vec<Uuid>,
}

impl Reach {
    /// Of the items of a query: those that they may open; all where it is none.
    pub fn opened_by(&self, person: Uuid) -> Option<Expr> {
        let read = self.read()?;
        let kept = |whose: Expr| item::Column::Id.in_subquery(passed().and_where(whose).to_owned());
        let writes = || self.writes.iter().copied();
        let is_kept_there = kept(keeper::Column::PlaceId.is_in(writes()));
        // When their place has become another, who is still at the one that it was written for goes on with it.
        let came_of_it = kept(keeper::Column::PlaceId.is_not_null());
        let came_of_it = item::Column::CentreId.is_in(writes()).and(came_of_it);
        let begun = is_passed_on().not().and(self.begun_by(person));
        Some(read.or(begun).or(is_passed_to(person)).or(is_kept_there).or(came_of_it))
    }

    /// Those of the places where they read what anybody writes; all where it is none.
    fn read(&self) -> Option<Expr> {
        let reads = self.reads.as_ref()?;
        Some(item::Column::CentreId.is_in(reads.iter().copied()))
    }

    /// Those that they have begun and may go on with.
    fn begun_by(&self, person: Uuid) -> Expr {
        let first = Query::select()
            .column(revision::Column::ItemId)
            .from(revision::Entity)
            .and_where(revision::Column::Author.eq(person))
            .and_where(revision::Column::Number.eq(1))
            .to_owned();
        let of_place = item::Column::CentreId;
        let is_at_home = of_place.is_null().or(of_place.is_in(self.writes.iter().copied()));
        let is_theirs = item::Column::PublishedAt.is_null().or(is_at_home);
        item::Column::Id.in_subquery(first).and(is_theirs)
    }
}

fn passed() -> SelectStatement {
    Query::select().column(keeper::Column::ItemId).from(keeper::Entity).to_owned()
}

/// What has been public is for all who write there, whoever kept it before.
fn is_passed_on() -> Expr {
    item::Column::Id.in_subquery(passed()).and(item::Column::PublishedAt.is_null())
}

fn is_passed_to(person: Uuid) -> Expr {
    let to_them = passed().and_where(keeper::Column::PersonId.eq(person)).to_owned();
    item::Column::Id.in_subquery(to_them)
}

/// What is on its way of all that a person has written in, may open still, and that was not passed on to
/// others, and of what was passed on to them; the newest first.
pub async fn by(
    db: &impl ConnectionTrait,
    person: Uuid,
    reach: &Reach,
) -> Result<Vec<Draft>, DbErr> {
    let theirs = Query::select()
        .column(revision::Column::ItemId)
        .from(revision::Entity)
        .and_where(revision::Column::Author.eq(person))
        .to_owned();
    let of_theirs = item::Column::Id.in_subquery(theirs).and(is_passed_on().not());
    let of_theirs = match reach.read() {
        Some(read) => of_theirs.and(read.or(reach.begun_by(person))),
        None => of_theirs,
    };
    drafts(db, of_theirs.or(is_passed_to(person))).await
}

/// A text that this person has begun since then with these very words, and that nobody has written in
/// after.
pub async fn begun(
    db: &impl ConnectionTrait,
    person: Uuid,
    (kind, draft): (&str, &super::Draft),
    since: OffsetDateTime,
) -> Result<Option<Uuid>, DbErr> {
    use revision::Column::{Author, CreatedAt, ItemId, Number};
    let its = revision::Entity::belongs_to(item::Entity).from(ItemId).to(item::Column::Id);
    let newest = revision::Entity::find()
        .join(JoinType::InnerJoin, its.into())
        .select_also(item::Entity)
        .filter(Author.eq(person))
        .filter(Number.eq(1))
        .filter(CreatedAt.gte(Timestamp::from(since)))
        .filter(item::Column::Revision.eq(1))
        .filter(item::Column::Kind.eq(kind))
        .filter(item::Column::PublishedAt.is_null())
        .all(db)
        .await?;
    let is_same = |text: &revision::Model, item: &Item| {
        let is_alike = text.content().is_some_and(|content| content == draft.content);
        is_alike && item.lang == draft.head.lang && item.centre_id == draft.head.centre
    };
    let mut found = newest.into_iter().filter_map(|(text, item)| Some((text, item?)));
    Ok(found.find(|(text, item)| is_same(text, item)).map(|(_, item)| item.id))
}

/// What is public of all that a person has begun, the newest first.
pub async fn published_by(
    db: &impl ConnectionTrait,
    person: Uuid,
    most: u64,
) -> Result<Vec<Item>, DbErr> {
    let of = revision::Column::ItemId;
    let its = revision::Entity::belongs_to(item::Entity).from(of).to(item::Column::Id);
    let firsts = revision::Entity::find()
        .join(JoinType::InnerJoin, its.into())
        .select_also(item::Entity)
        .filter(revision::Column::Author.eq(person))
        .filter(revision::Column::Number.eq(1))
        .filter(item::Column::State.eq(State::Published.name()))
        .order_by_desc(item::Column::UpdatedAt)
        .limit(most)
        .all(db)
        .await?;
    Ok(firsts.into_iter().filter_map(|(_, item)| item).collect())
}

/// What is on its way in the name of these places, whoever writes it; the newest first.
pub async fn at(db: &impl ConnectionTrait, places: &[Uuid]) -> Result<Vec<Draft>, DbErr> {
    if places.is_empty() {
        return Ok(Vec::new());
    }
    drafts(db, item::Column::CentreId.is_in(places.iter().copied())).await
}

/// What waits to be looked through, the newest first.
pub async fn in_review(db: &impl ConnectionTrait) -> Result<Vec<Draft>, DbErr> {
    drafts(db, revision::Column::Stage.eq(Stage::InReview.name())).await
}

/// Of the revisions that the query calls this: those that were saved since their item last was public.
pub fn is_since_public(named: &'static str) -> Expr {
    use revision::Column::{ItemId, Number, PublishedAt};
    let own = |column: revision::Column| Expr::col((Alias::new(named), column));
    let public = |column: revision::Column| Expr::col((Alias::new("public"), column));
    let mut later = Query::select();
    later
        .expr(Expr::val(1))
        .from_as(revision::Entity, Alias::new("public"))
        .and_where(public(ItemId).eq(own(ItemId)))
        .and_where(public(Number).gte(own(Number)))
        .and_where(public(PublishedAt).is_not_null());
    Expr::exists(later).not()
}

/// Of the revisions of a query: the newest of each item. The number that an item has itself may be higher, for a
/// strike takes one and makes no text.
pub fn is_newest() -> Expr {
    use revision::Column::{ItemId, Number};
    let later = |column: revision::Column| Expr::col((Alias::new("later"), column));
    let mut newer = Query::select();
    newer
        .expr(Expr::val(1))
        .from_as(revision::Entity, Alias::new("later"))
        .and_where(later(ItemId).eq(ItemId.into_expr()))
        .and_where(later(Number).gt(Number.into_expr()));
    Expr::exists(newer).not()
}

/// Drafts that came by a file, and that nobody has written in or keeps: of these places, or of any. The newest
/// first.
pub async fn read_in(
    db: &impl ConnectionTrait,
    places: Option<&[Uuid]>,
) -> Result<Vec<Draft>, DbErr> {
    use revision::Column::{Author, ItemId};
    let by_hand = |column: revision::Column| Expr::col((Alias::new("by_hand"), column));
    let mut written = Query::select();
    written
        .expr(Expr::val(1))
        .from_as(revision::Entity, Alias::new("by_hand"))
        .and_where(by_hand(ItemId).eq(item::Column::Id.into_expr()))
        .and_where(by_hand(Author).is_not_null());
    let kept = Query::select().column(keeper::Column::ItemId).from(keeper::Entity).to_owned();
    let mut which = item::Column::State
        .eq(State::Draft.name())
        .and(Expr::exists(written).not())
        .and(item::Column::Id.not_in_subquery(kept))
        .and(item::Column::PublishedAt.is_null());
    if let Some(places) = places {
        which = which.and(item::Column::CentreId.is_in(places.iter().copied()));
    }
    drafts(db, which).await
}

/// The newest texts of these that are not public, with their items.
async fn drafts(db: &impl ConnectionTrait, which: Expr) -> Result<Vec<Draft>, DbErr> {
    let of = revision::Column::ItemId;
    let its = revision::Entity::belongs_to(item::Entity).from(of).to(item::Column::Id);
    let texts = revision::Entity::find()
        .join(JoinType::InnerJoin, its.into())
        .select_also(item::Entity)
        .filter(is_newest())
        .filter(which)
        .filter(revision::Column::PublishedAt.is_null())
        .order_by_desc(revision::Column::CreatedAt)
        .limit(MOST)
        .all(db)
        .await?;
    Ok(texts.into_iter().filter_map(|(text, item)| Some((item?, text))).collect())
}

/// Nobody looks through more in a list.
const MOST: u64 = 200;
