//! What waits for one person, in one question to the database: every page that they see tells how much.

use sea_orm::sea_query::{
    Alias, CaseStatement, Expr, ExprTrait, Order, Query, SelectStatement, UnionType,
};
use sea_orm::{ColumnTrait, ConnectionTrait, QueryResult};
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use super::opened::reach;
use super::passed_on::passed_on;
use super::roles::{roles_asked, roles_due};
use super::stale::{kept_stale, left_behind, own_stale};
use super::{AHEAD, ALONE, Named};
use crate::adoptions::{Standing, adoption, adoption_asked, answering};
use crate::dates::oslo_day;
use crate::db::{DbErr, Timestamp};
use crate::items::item_entity as item;
use crate::items::working::{is_newest, is_since_public};
use crate::items::{Stage, State, remark, review_asked, revision, revision_card};
use crate::people::invitations;
use crate::people::persons::email;
use crate::rights::RoleKind::{Administrator, CentreLeader, Coordinator, Editor, Reviewer};
use crate::rights::{RoleKind, Who};
use crate::work::{
    Frequency, in_short, narrow_to_do, narrow_to_due, work_definition, work_entity, work_measure,
    work_member, work_task,
};

/// Why something waits, the most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// An invitation that they have not answered.
    Invited,
    /// They are asked by name to look through it before it is published.
    Asked,
    /// To be looked through before it is published, by whoever is first.
    Review,
    /// What they have written has been looked through, and waits to be published.
    Approved,
    /// So many remarks wait for a word of theirs.
    Remarks(i64),
    /// A number of this work, for the period that begins that day.
    Number { work: Uuid, frequency: Frequency, period: Date },
    /// A task of this work, to be done by this day.
    Task { work: Uuid, by: Date },
    /// To be looked through again by this day.
    Due(Date),
    /// A public translation says what its original said before it was published anew, as its text of this number.
    Stale(i64),
    /// The original of a public translation was archived or withdrawn: readers have the translation as before.
    LeftBehind,
    /// Somebody says that a place of theirs has taken something into use.
    Adoption,
    /// Somebody asks for a role that they may give.
    RoleAsked,
    /// So many have told that they could not use something here.
    Barriers(i64),
    /// So many statements of the registers wait for another to look at a number in them.
    Statements(i64),
    /// Somebody who has left was writing it, and it was passed on: to them, or to all at a place of theirs.
    PassedOn,
    /// A role that somebody holds is to be said to be right, as was last done that day.
    RoleDue(Date),
}

/// A thing that waits for somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waits {
    pub why: Why,
    /// The text; the measure, for a number; the task, with what is to be done; without a title for an
    /// invitation, and with the id of that; of an adoption with its own; of a role that is asked for, or is to be
    /// confirmed, with its own, and the name of whose it is; nothing of what somebody could not use.
    pub named: Named,
    pub kind: String,
    /// Whom the text belongs to.
    pub place: Option<Uuid>,
    pub since: OffsetDateTime,
}

const INVITED: i64 = 0;
const REVIEW: i64 = 1;
const APPROVED: i64 = 2;
const REMARKS: i64 = 3;
const NUMBER: i64 = 4;
const TASK: i64 = 5;
const DUE: i64 = 6;
const ADOPTION: i64 = 7;
pub(super) const ROLE_ASKED: i64 = 8;
pub(super) const STALE: i64 = 9;
const BARRIERS: i64 = 10;
pub(super) const PASSED_ON: i64 = 11;
pub(super) const ROLE_DUE: i64 = 12;
const STATEMENTS: i64 = 13;
pub(super) const LEFT_BEHIND: i64 = 14;

/// Nobody looks through more in a list.
const MOST: u64 = 200;

/// What the parts have in common, in this order.
const COLUMNS: [&str; 9] = ["why", "id", "title", "lang", "kind", "place", "count", "due", "since"];

pub async fn of_one(
    db: &impl ConnectionTrait,
    now: OffsetDateTime,
    who: &Who,
) -> Result<Vec<Waits>, DbErr> {
    let today = oslo_day(now);
    let rows = db.query_all(&question(who, now, today)).await?;
    rows.iter().map(|row| read(row, today)).collect()
}

fn question(who: &Who, now: OffsetDateTime, today: Date) -> SelectStatement {
    let mut all = invited(who, now, today);
    all.union(UnionType::All, remarks(who, today))
        .union(UnionType::All, approved(who, today))
        .union(UnionType::All, numbers(who, today))
        .union(UnionType::All, tasks(who, today))
        .union(UnionType::All, due(who, today))
        .union(UnionType::All, own_stale(who, today))
        .union(UnionType::All, passed_on(who, now));
    // Most people look after nothing: they are not to wait while it is looked for.
    let of_some = [
        kept_stale(who, now),
        left_behind(who, now),
        of_places(who, LOOKING).map(|theirs| reviews(who, now, theirs)),
        adoptions(who, today),
        roles_asked(who, today),
        barriers(who, today),
        statements(who, today),
        roles_due(who, today),
    ];
    for theirs in of_some.into_iter().flatten() {
        all.union(UnionType::All, theirs);
    }
    let mut query = Query::select();
    query.exprs(COLUMNS.map(Expr::col)).from_subquery(all, Alias::new("waiting"));
    for name in ["why", "due"] {
        query.order_by_expr(Expr::col(name), Order::Asc);
    }
    query
        .order_by_expr(Expr::col("since"), Order::Desc)
        .order_by_expr(Expr::col("id"), Order::Asc)
        .limit(MOST);
    query
}

fn read(row: &QueryResult, today: Date) -> Result<Waits, DbErr> {
    let why: i64 = row.try_get_by_index(0)?;
    let (kind, place): (String, Option<Uuid>) =
        (row.try_get_by_index(4)?, row.try_get_by_index(5)?);
    let why = match why {
        INVITED => Why::Invited,
        REVIEW if row.try_get_by_index::<i64>(6)? > 0 => Why::Asked,
        REVIEW => Why::Review,
        APPROVED => Why::Approved,
        REMARKS => Why::Remarks(row.try_get_by_index(6)?),
        NUMBER => {
            let frequency = Frequency::named(&kind).unwrap_or(Frequency::Month);
            let work = place.unwrap_or_default();
            Why::Number { work, frequency, period: frequency.over(today) }
        }
        TASK => Why::Task { work: place.unwrap_or_default(), by: row.try_get_by_index(7)? },
        ADOPTION => Why::Adoption,
        ROLE_ASKED => Why::RoleAsked,
        STALE => Why::Stale(row.try_get_by_index(6)?),
        LEFT_BEHIND => Why::LeftBehind,
        BARRIERS => Why::Barriers(row.try_get_by_index(6)?),
        STATEMENTS => Why::Statements(row.try_get_by_index(6)?),
        PASSED_ON => Why::PassedOn,
        ROLE_DUE => Why::RoleDue(row.try_get_by_index(7)?),
        _ => Why::Due(row.try_get_by_index(7)?),
    };
    let is_of_place = !matches!(why, Why::Number { .. } | Why::Task { .. });
    let title: String = row.try_get_by_index(2)?;
    let since: Timestamp = row.try_get_by_index(8)?;
    Ok(Waits {
        why,
        named: Named {
            item: row.try_get_by_index(1)?,
            title: if matches!(why, Why::Task { .. }) { in_short(&title) } else { title },
            lang: row.try_get_by_index(3)?,
        },
        kind,
        place: place.filter(|_| is_of_place),
        since: since.into(),
    })
}

/// Every part has a value of the right type in every column: PostgreSQL reads the type of none from the
/// part beside it.
pub(super) fn part(values: [Expr; 9]) -> SelectStatement {
    let mut part = Query::select();
    for (value, name) in values.into_iter().zip(COLUMNS) {
        part.expr_as(value, name);
    }
    part
}

/// The columns of a text.
pub(super) fn text(why: i64, count: Expr, due: Expr, since: Expr) -> SelectStatement {
    use item::Column::{CentreId, Id, Kind, Lang, Title};
    let of_text = [Id, Title, Lang, Kind, CentreId].map(ColumnTrait::into_expr);
    let [id, title, lang, kind, centre] = of_text;
    part([Expr::val(why), id, title, lang, kind, centre, count, due, since])
}

fn invited(who: &Who, now: OffsetDateTime, today: Date) -> SelectStatement {
    use invitations::Column::{Address, ExpiresAt, Id, Kind, MadeAt, PlaceId};
    let theirs = Query::select()
        .expr(email::Column::Address.into_expr())
        .from(email::Entity)
        .and_where(email::Column::PersonId.eq(who.id))
        .to_owned();
    part([
        Expr::val(INVITED),
        Id.into_expr(),
        Expr::val(""),
        Expr::val(""),
        Kind.into_expr(),
        PlaceId.into_expr(),
        Expr::val(0_i64),
        Expr::val(today),
        MadeAt.into_expr(),
    ])
    .from(invitations::Entity)
    .and_where(Address.in_subquery(theirs))
    .and_where(ExpiresAt.gt(now))
    .to_owned()
}

/// Has this person had a hand in the item since it last was public?
fn has_written(who: &Who) -> Expr {
    let own = |column: revision::Column| Expr::col((Alias::new("own"), column));
    let mut written = Query::select();
    written
        .expr(Expr::val(1))
        .from_as(revision::Entity, Alias::new("own"))
        .and_where(own(revision::Column::ItemId).eq(item::Column::Id.into_expr()))
        .and_where(own(revision::Column::Author).eq(who.id))
        .and_where(is_since_public("own"));
    Expr::exists(written)
}

/// The same, of what they may open still: nobody is told of a text that is no more for them.
fn has_in_hand(who: &Who) -> Expr {
    match reach(who).opened_by(who.id) {
        Some(opened) => has_written(who).and(opened),
        None => has_written(who),
    }
}

/// Who looks through texts at a place, as [`Who::reviews_for`] has it, and who reads them before they are
/// public.
const LOOKING: &[RoleKind] = &[Reviewer, CentreLeader];
const READING: &[RoleKind] = &[Editor, Reviewer, CentreLeader];

/// The texts of the places where they have one of these roles; none for those who have none.
fn of_places(who: &Who, kinds: &[RoleKind]) -> Option<Expr> {
    if who.is(Coordinator) {
        return Some(item::Column::Id.is_not_null());
    }
    let held = who.roles.iter().filter(|role| kinds.contains(&role.kind));
    let places: Vec<Option<Uuid>> = held.map(|role| role.at).collect();
    if places.is_empty() {
        return None;
    }
    let of_place = item::Column::CentreId;
    // A role that is held nowhere in particular counts at every place.
    let places: Option<Vec<Uuid>> = places.into_iter().collect();
    Some(places.map_or_else(|| of_place.is_not_null(), |places| of_place.is_in(places)))
}

/// Texts that have been handed in and are not public.
fn handed_in(why: i64, count: Expr, today: Date) -> SelectStatement {
    use revision::Column::{CreatedAt, ItemId, PublishedAt, Stage as At};
    let is_of = ItemId.into_expr().eq(item::Column::Id.into_expr());
    text(why, count, Expr::val(today), CreatedAt.into_expr())
        .from(revision::Entity)
        .inner_join(item::Entity, is_of)
        .and_where(At.eq(Stage::InReview.name()))
        .and_where(PublishedAt.is_null())
        .and_where(is_newest())
        .to_owned()
}

/// Has somebody said yes to this text of the item? The table is a room's: it is read as it stands.
fn is_approved() -> Expr {
    let mut given = Query::select();
    given
        .expr(Expr::val(1))
        .from("approval")
        .and_where(Expr::col("item_id").eq(item::Column::Id.into_expr()))
        .and_where(Expr::col("number").eq(revision::Column::Number.into_expr()));
    Expr::exists(given)
}

/// Was another asked by name, and not long ago?
fn is_anothers(who: &Who, now: OffsetDateTime) -> Expr {
    use review_asked::Column::{ItemId, MadeAt, PersonId};
    let other = |column: review_asked::Column| Expr::col((Alias::new("other"), column));
    let mut asked = Query::select();
    asked
        .expr(Expr::val(1))
        .from_as(review_asked::Entity, Alias::new("other"))
        .and_where(other(ItemId).eq(item::Column::Id.into_expr()))
        .and_where(other(PersonId).ne(who.id))
        .and_where(other(MadeAt).gt(Timestamp::from(now - ALONE)));
    Expr::exists(asked)
}

fn reviews(who: &Who, now: OffsetDateTime, theirs: Expr) -> SelectStatement {
    use review_asked::Column::{ItemId, PersonId};
    let is_asked = PersonId.into_expr().is_not_null();
    let asked = CaseStatement::new().case(is_asked, 1_i64).finally(0_i64);
    let of_item = ItemId.into_expr().eq(item::Column::Id.into_expr());
    handed_in(REVIEW, asked.into(), oslo_day(now))
        .left_join(review_asked::Entity, of_item.and(PersonId.eq(who.id)))
        .and_where(theirs)
        .and_where(has_written(who).not())
        .and_where(is_approved().not())
        .and_where(is_anothers(who, now).not())
        .to_owned()
}

/// What they have had a hand in and somebody has said yes to.
fn approved(who: &Who, today: Date) -> SelectStatement {
    handed_in(APPROVED, Expr::val(0_i64), today)
        .and_where(has_in_hand(who))
        .and_where(is_approved())
        .to_owned()
}

fn remarks(who: &Who, today: Date) -> SelectStatement {
    use item::Column::{CentreId, Id, Kind, Lang, Title};
    use remark::Column::{AnsweredBy, ItemId, MadeAt, PersonId, ResolvedAt};
    // Whoever has said the last word waits for the others.
    let by_another = AnsweredBy.is_null().and(PersonId.ne(who.id));
    let by_another = by_another.or(AnsweredBy.ne(who.id));
    // Who made it is told of answers, as long as they may read the text.
    let is_own = of_places(who, READING).map(|theirs| PersonId.eq(who.id).and(theirs));
    let is_theirs = is_own.map_or(has_in_hand(who), |is_own| has_in_hand(who).or(is_own));
    let count = remark::Column::Id.into_expr().count();
    text(REMARKS, count, Expr::val(today), MadeAt.into_expr().max())
        .from(remark::Entity)
        .inner_join(item::Entity, ItemId.into_expr().eq(Id.into_expr()))
        .and_where(ResolvedAt.is_null())
        .and_where(by_another)
        .and_where(is_theirs)
        .add_group_by([Id, Title, Lang, Kind, CentreId].map(ColumnTrait::into_expr))
        .to_owned()
}

/// Numbers of works, of the period that is over: where a text tells its kind and its place, how often the
/// measure is counted and the work stand.
fn numbers(who: &Who, today: Date) -> SelectStatement {
    let mut number = part([
        Expr::val(NUMBER),
        work_measure::Column::Id.into_expr(),
        work_definition::Column::Name.into_expr(),
        work_entity::Column::Lang.into_expr(),
        work_definition::Column::Frequency.into_expr(),
        work_entity::Column::Id.into_expr(),
        Expr::val(0_i64),
        Expr::val(today),
        work_entity::Column::MadeAt.into_expr(),
    ]);
    narrow_to_due(&mut number, today, work_member::Column::PersonId.eq(who.id));
    number
}

/// Tasks of theirs that are to be done soon, or are late: where a text tells its kind and its place, what the
/// work is called and the work stand.
fn tasks(who: &Who, today: Date) -> SelectStatement {
    let mut task = part([
        Expr::val(TASK),
        work_task::Column::Id.into_expr(),
        work_task::Column::Words.into_expr(),
        work_entity::Column::Lang.into_expr(),
        work_entity::Column::Title.into_expr(),
        work_entity::Column::Id.into_expr(),
        Expr::val(0_i64),
        work_task::Column::Due.into_expr(),
        work_entity::Column::MadeAt.into_expr(),
    ]);
    narrow_to_do(&mut task, today, work_member::Column::PersonId.eq(who.id));
    // Who has two roles in the team has one task.
    task.distinct();
    task
}

/// Public texts whose day has come, for those who keep them.
fn due(who: &Who, today: Date) -> SelectStatement {
    use revision::Column::{ItemId, Number};
    use revision_card::Column::{PublishedAt, ReplacedAt, ReviewBy};
    let id = item::Column::Id;
    let is_of = revision_card::Column::ItemId.into_expr().eq(id.into_expr());
    let is_first = ItemId.into_expr().eq(id.into_expr()).and(Number.eq(1));
    text(DUE, Expr::val(0_i64), ReviewBy.into_expr(), PublishedAt.into_expr())
        .from(revision_card::Entity)
        .inner_join(item::Entity, is_of)
        .left_join(revision::Entity, is_first)
        .and_where(item::Column::State.eq(State::Published.name()))
        .and_where(ReplacedAt.is_null())
        .and_where(ReviewBy.lte(today + AHEAD))
        .and_where(kept_by(who))
        .to_owned()
}

/// Of the places that they keep ([`Who::edits_at`]); of no place, what they began, and for coordinators
/// what nobody did. The query has the first text of each item.
pub(super) fn kept_by(who: &Who) -> Expr {
    let (author, centre) = (revision::Column::Author, item::Column::CentreId);
    let keeps = who.roles.iter().filter(|role| matches!(role.kind, Editor | CentreLeader));
    let keeps: Vec<Uuid> = keeps.filter_map(|role| role.at).collect();
    let mut began = author.eq(who.id);
    if who.is(Coordinator) {
        began = began.or(author.is_null());
    }
    centre.is_in(keeps).or(centre.is_null().and(began))
}

/// What waits for a yes of theirs; none for those who are asked by nobody.
fn adoptions(who: &Who, today: Date) -> Option<SelectStatement> {
    use adoption::Column::{Id, ItemId, MadeAt, PlaceId};
    use item::Column::{Kind, Lang, Title};
    let places: Vec<Uuid> = answering(who).collect();
    if places.is_empty() && !who.is(Coordinator) {
        return None;
    }
    let [title, lang, kind] = [Title, Lang, Kind].map(ColumnTrait::into_expr);
    let is_of = ItemId.into_expr().eq(item::Column::Id.into_expr());
    let mut waiting = part([
        Expr::val(ADOPTION),
        Id.into_expr(),
        title,
        lang,
        kind,
        PlaceId.into_expr(),
        Expr::val(0_i64),
        Expr::val(today),
        MadeAt.into_expr(),
    ]);
    waiting
        .from(adoption::Entity)
        .inner_join(item::Entity, is_of)
        .and_where(adoption::Column::Standing.eq(Standing::Waiting.name()));
    if !who.is(Coordinator) {
        let asked = Query::select()
            .expr(adoption_asked::Column::AdoptionId.into_expr())
            .from(adoption_asked::Entity)
            .and_where(adoption_asked::Column::PlaceId.is_in(places))
            .to_owned();
        waiting.and_where(Id.in_subquery(asked));
    }
    Some(waiting)
}

/// What somebody could not use, told of together to those who run the site. The table is a room's: it is read as it
/// stands, and never what was written, for anybody may write it.
fn barriers(who: &Who, today: Date) -> Option<SelectStatement> {
    if !who.is(Administrator) {
        return None;
    }
    let mut told = counted(BARRIERS, today);
    told.from("barrier_report");
    Some(told)
}

/// Statements of the registers in which a number looks like a person's, told of together to those who look after the
/// registers there, and are not who wrote them.
fn statements(who: &Who, today: Date) -> Option<SelectStatement> {
    let is_national = who.is(Coordinator) || who.is(Administrator);
    let led = who.roles.iter().filter(|role| role.kind == CentreLeader);
    let led: Vec<Uuid> = led.filter_map(|role| role.at).collect();
    if !is_national && led.is_empty() {
        return None;
    }
    let mut told = counted(STATEMENTS, today);
    told.from("statement_waiting").and_where(Expr::col("person_id").ne(who.id));
    if !is_national {
        told.and_where(Expr::col("place_id").is_in(led));
    }
    Some(told)
}

/// How many rows of a table there are, and since when, as one thing; nothing where there are none.
fn counted(why: i64, today: Date) -> SelectStatement {
    let count = || Expr::col("id").count();
    let mut told = part([
        Expr::val(why),
        Expr::val(Uuid::nil()),
        Expr::val(""),
        Expr::val(""),
        Expr::val(""),
        Expr::val(Uuid::nil()),
        count(),
        Expr::val(today),
        Expr::col("made_at").min(),
    ]);
    told.and_having(count().gt(0_i64));
    told
}
