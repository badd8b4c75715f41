//! Who asks for a role at a place, and the answer of whoever may give it there.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect};
use serde_json::json;
use time::{Date, Duration, OffsetDateTime};

use super::heirs::Over;
use super::{Entry, Refused, What, persons, roles};
use crate::clock::Clock;
use crate::dates::oslo_day;
use crate::db::{DbErr, Timestamp};
use crate::rights::{Role, RoleKind, Who};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "role_request")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub person_id: Uuid,
    /// An organisation or a centre.
    pub place_id: Uuid,
    pub kind: String,
    /// In their own words.
    pub why: String,
    /// Nobody at the place could answer when it was asked: those do who may everywhere.
    pub is_for_country: bool,
    pub made_at: Timestamp,
    pub standing: String,
    /// Of a role that was given: the first day that it does not hold.
    pub valid_to: Option<Date>,
    /// What was said to them, with a no.
    pub answer: String,
    pub answered_by: Option<Uuid>,
    pub answered_at: Option<Timestamp>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What can be asked for: roles at a place. Those of the whole country are offered, never asked for.
pub const ASKED_FOR: [RoleKind; 5] = [
    RoleKind::Member,
    RoleKind::TeamLead,
    RoleKind::Editor,
    RoleKind::Reviewer,
    RoleKind::CentreLeader,
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Waiting,
    Given,
    Refused,
}

impl Standing {
    const ALL: [Self; 3] = [Self::Waiting, Self::Given, Self::Refused];

    /// As it is stored.
    pub fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Given => "given",
            Self::Refused => "refused",
        }
    }
}

impl Model {
    /// None for a role of a newer program.
    pub fn role(&self) -> Option<Role> {
        RoleKind::of(&self.kind).map(|kind| Role { kind, at: Some(self.place_id) })
    }

    pub fn standing(&self) -> Standing {
        let named = Standing::ALL.into_iter().find(|one| one.name() == self.standing);
        named.unwrap_or(Standing::Refused)
    }
}

/// So many wait of one person at a time.
const MOST: usize = 5;
/// So many are shown in a list.
const SHOWN: u64 = 200;
const OF_ONE: u64 = 20;
/// So many move on from places that are over at a time; the rest with the next sweep.
const MOVED: u64 = 1_000;

/// What came of asking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// With those who can answer.
    Now(Uuid, Vec<Uuid>),
    /// They have it, …
    Held,
    /// … or have asked for it already.
    Already,
    /// They wait for as many as one may.
    Full,
}

/// Asks for a role.
pub async fn ask(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    person: Uuid,
    (kind, place): (RoleKind, Uuid),
    why: &str,
) -> Result<Asked, DbErr> {
    let today = oslo_day(clock.now());
    let role = Role { kind, at: Some(place) };
    if roles::of(tx, person, today).await?.iter().any(|row| row.role() == Some(role)) {
        return Ok(Asked::Held);
    }
    let waiting = waiting().filter(Column::PersonId.eq(person)).limit(OF_ONE).all(tx).await?;
    if waiting.iter().any(|row| row.role() == Some(role)) {
        return Ok(Asked::Already);
    }
    if waiting.len() >= MOST {
        return Ok(Asked::Full);
    }
    let (carers, is_for_country) = carers(tx, (kind, place), person, today).await?;
    let row = Model {
        id: clock.new_id(),
        person_id: person,
        place_id: place,
        kind: kind.name().to_owned(),
        why: why.to_owned(),
        is_for_country,
        made_at: clock.now().into(),
        standing: Standing::Waiting.name().to_owned(),
        valid_to: None,
        answer: String::new(),
        answered_by: None,
        answered_at: None,
    };
    let id = row.id;
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    let entry = Entry::of(What::RoleAsked).by(Some(person)).on("role_request", id);
    entry.telling(json!({ "role": kind.name(), "at": place })).write(tx, clock).await?;
    Ok(Asked::Now(id, carers))
}

/// Who can answer: those at the place who may give the role; where there is nobody, those who may
/// everywhere, which is told beside. Nobody answers for themselves.
pub async fn carers(
    db: &impl ConnectionTrait,
    (kind, place): (RoleKind, Uuid),
    but: Uuid,
    day: Date,
) -> Result<(Vec<Uuid>, bool), DbErr> {
    for at in [Some(place), None] {
        let held = roles::at(db, at, day).await?;
        let gives = |row: &&roles::Model| {
            row.person_id != but
                && RoleKind::of(&row.kind).is_some_and(|held| held.gives().contains(&kind))
        };
        let those: BTreeSet<Uuid> = held.iter().filter(gives).map(|row| row.person_id).collect();
        let those = persons::open(db, those).await?;
        if !those.is_empty() {
            return Ok((those.into_iter().collect(), at.is_none()));
        }
    }
    Ok((Vec::new(), true))
}

fn waiting() -> Select<Entity> {
    Entity::find().filter(Column::Standing.eq(Standing::Waiting.name()))
}

/// What waits for an answer at a place, the first first; with none, in all the country.
pub async fn at(db: &impl ConnectionTrait, place: Option<Uuid>) -> Result<Vec<Model>, DbErr> {
    let mut there = waiting();
    if let Some(place) = place {
        there = there.filter(Column::PlaceId.eq(place));
    }
    there.order_by_asc(Column::Id).limit(SHOWN).all(db).await
}

/// One that waits for an answer at a place.
pub async fn one_at(
    db: &impl ConnectionTrait,
    (id, place): (Uuid, Uuid),
) -> Result<Option<Model>, DbErr> {
    waiting().filter(Column::Id.eq(id)).filter(Column::PlaceId.eq(place)).one(db).await
}

/// One of a place, whether it waits or is answered; what was taken back is not there.
pub async fn of_place(
    db: &impl ConnectionTrait,
    (id, place): (Uuid, Uuid),
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).filter(Column::PlaceId.eq(place)).one(db).await
}

/// What a person has asked for, the newest first, with what was answered.
pub async fn of(db: &impl ConnectionTrait, person: Uuid) -> Result<Vec<Model>, DbErr> {
    let theirs = Entity::find().filter(Column::PersonId.eq(person));
    theirs.order_by_desc(Column::Id).limit(OF_ONE).all(db).await
}

/// The person has thought again. False when it is answered, or another's.
pub async fn take_back(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    (person, id): (Uuid, Uuid),
) -> Result<bool, DbErr> {
    let theirs = Entity::delete_many().filter(Column::Id.eq(id));
    let theirs = theirs.filter(Column::PersonId.eq(person));
    let theirs = theirs.filter(Column::Standing.eq(Standing::Waiting.name()));
    if theirs.exec(tx).await?.rows_affected == 0 {
        return Ok(false);
    }
    let entry = Entry::of(What::RoleAskedBack).by(Some(person)).on("role_request", id);
    entry.write(tx, clock).await?;
    Ok(true)
}

/// A yes, with the first day that the role does not hold, or a no with its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Yes(Option<Date>),
    No(String),
}

/// The answer of one who may give the role there, and has not asked for it themselves.
pub async fn answer(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    (id, place): (Uuid, Uuid),
    answer: &Answer,
    by: &Who,
) -> Result<Model, Refused> {
    let row = one_at(tx, (id, place)).await?.ok_or(Refused::NotThere)?;
    let role = row.role().ok_or(Refused::NotThere)?;
    if !by.may_give(role.kind, role.at) || row.person_id == by.id {
        return Err(Refused::NotTheirs);
    }
    let (standing, until, words) = match answer {
        Answer::Yes(until) => (Standing::Given, *until, String::new()),
        Answer::No(reason) => (Standing::Refused, None, reason.clone()),
    };
    let answered = Entity::update_many()
        .col_expr(Column::Standing, Expr::value(standing.name()))
        .col_expr(Column::ValidTo, Expr::value(until))
        .col_expr(Column::Answer, Expr::value(words.as_str()))
        .col_expr(Column::AnsweredBy, Expr::value(Some(by.id)))
        .col_expr(Column::AnsweredAt, Expr::value(Some(Timestamp::from(clock.now()))))
        .filter(Column::Id.eq(id))
        .filter(Column::Standing.eq(Standing::Waiting.name()));
    // Of two who answer at once only one does.
    if answered.exec(tx).await?.rows_affected == 0 {
        return Err(Refused::NotThere);
    }
    if standing == Standing::Given {
        roles::give_until(tx, clock, row.person_id, (role, until), Some(by.id)).await?;
    }
    let told = json!({ "role": row.kind, "at": place, "answer": standing.name() });
    let entry = Entry::of(What::RoleAnswered).by(Some(by.id)).on("person", row.person_id);
    entry.telling(told).write(tx, clock).await?;
    Ok(Model { standing: standing.name().to_owned(), valid_to: until, answer: words, ..row })
}

/// What waits at places that are over waits at the ones that came of them; for the whole country where nobody
/// answers there.
pub(super) async fn move_on(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    over: &[Over],
) -> Result<(), DbErr> {
    let heirs: BTreeMap<Uuid, Uuid> = over.iter().copied().collect();
    let there = waiting().filter(Column::PlaceId.is_in(heirs.keys().copied()));
    let left = there.order_by_asc(Column::Id).limit(MOVED).all(tx).await?;
    let today = oslo_day(clock.now());
    for row in left {
        let (Some(to), Some(kind)) = (heirs.get(&row.place_id), RoleKind::of(&row.kind)) else {
            continue;
        };
        let (_, is_for_country) = carers(tx, (kind, *to), row.person_id, today).await?;
        Entity::update_many()
            .col_expr(Column::PlaceId, Expr::value(*to))
            .col_expr(Column::IsForCountry, Expr::value(is_for_country))
            .filter(Column::Id.eq(row.id))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// So long an answer can be read, …
const ANSWERED: Duration = Duration::days(90);
/// … and so long something waits for one.
const WAITS: Duration = Duration::days(365);

pub async fn sweep(db: &impl ConnectionTrait, now: OffsetDateTime) -> Result<u64, DbErr> {
    let answered = Timestamp::from(now - ANSWERED);
    let answered = Entity::delete_many().filter(Column::AnsweredAt.lt(answered));
    let forgotten = Entity::delete_many()
        .filter(Column::Standing.eq(Standing::Waiting.name()))
        .filter(Column::MadeAt.lt(Timestamp::from(now - WAITS)));
    Ok(answered.exec(db).await?.rows_affected + forgotten.exec(db).await?.rows_affected)
}
