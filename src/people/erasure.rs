//! Erasing an account: asked for, done after some days in which its owner may think again. History stays
//! whole and names nobody.

use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect};
use time::OffsetDateTime;

use super::letter::{self, Leaving};
use super::{Entry, Refused, What, handover, held, invitations, persons, roles, sessions};
use crate::clock::Clock;
use crate::config;
use crate::dates::oslo_day;
use crate::db::{Timestamp, Tx};
use crate::i18n::Text;
use crate::items::{Item, Keeper, Kind, WriteError, Writer, changes, contact, keepers, working};
use crate::jobs;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "erasure")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    pub asked_at: Timestamp,
    pub due_at: Timestamp,
    /// Who gets what they are writing; else the place.
    pub heir_id: Option<Uuid>,
    pub place_id: Option<Uuid>,
    /// What nobody else has written in is thrown away instead, also what was written for a centre.
    pub is_thrown_away: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What is to become of the texts that are still theirs. One that names a centre goes to that centre whatever
/// they choose, unless a person is named, or it is to be thrown away and nobody else has written in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leave {
    To(Uuid),
    At(Uuid),
    Nothing,
}

/// What waits for this person, if they have asked.
pub async fn of(db: &impl ConnectionTrait, person: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(person).one(db).await
}

/// What of theirs nobody has published, each with whether nobody else has written in it: what the choice is of.
pub async fn texts(db: &impl ConnectionTrait, person: Uuid) -> Result<Vec<(Item, bool)>, DbErr> {
    let items = keepers::unpublished(db, person).await?;
    let alone = working::alone(db, &items, person).await?;
    let told = |item: Item| {
        let is_alone = alone.contains(&item.id);
        (item, is_alone)
    };
    Ok(items.into_iter().map(told).collect())
}

/// Who may be left one's work: those who have a role where this person has one.
pub async fn heirs(
    db: &impl ConnectionTrait,
    clock: &Clock,
    person: Uuid,
) -> Result<Vec<Uuid>, DbErr> {
    let today = oslo_day(clock.now());
    let mut heirs = Vec::new();
    for role in roles::of(db, person, today).await? {
        let there = roles::at(db, role.place_id, today).await?;
        heirs.extend(there.into_iter().map(|row| row.person_id));
    }
    heirs.sort_unstable();
    heirs.dedup();
    let open = persons::open(db, heirs.iter().copied().collect()).await?;
    heirs.retain(|heir| *heir != person && open.contains(heir));
    Ok(heirs)
}

/// Asks for it, for the person themselves. Asked again it is as it was asked last, and not later.
pub async fn ask(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    settings: &config::People,
    person: Uuid,
    leave: Leave,
) -> Result<(), Refused> {
    let (now, today) = (clock.now(), oslo_day(clock.now()));
    roles::keep_an_administrator(tx, today, person).await?;
    let (heir_id, place_id) = match leave {
        Leave::To(heir) => (Some(heir), None),
        Leave::At(place) => (None, Some(place)),
        Leave::Nothing => (None, None),
    };
    if let Some(heir) = heir_id
        && !heirs(tx, clock, person).await?.contains(&heir)
    {
        return Err(Refused::NotThere);
    }
    if let Some(place) = place_id {
        let held = roles::of(tx, person, today).await?;
        held.iter().find(|row| row.place_id == Some(place)).ok_or(Refused::NotThere)?;
    }
    let before = of(tx, person).await?;
    let due_at = before.map_or_else(|| (now + settings.erasure()).into(), |row| row.due_at);
    Entity::delete_by_id(person).exec(tx).await?;
    let is_thrown_away = leave == Leave::Nothing;
    let row = Model {
        person_id: person,
        asked_at: now.into(),
        due_at,
        heir_id,
        place_id,
        is_thrown_away,
    };
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    tell(tx, clock, person, Leaving::Asked(due_at)).await?;
    let entry = Entry::of(What::ErasureAsked).by(Some(person)).on("person", person);
    Ok(entry.write(tx, clock).await?)
}

/// They have thought again. False when nothing waits.
pub async fn take_back(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    person: Uuid,
) -> Result<bool, DbErr> {
    let gone = Entity::delete_by_id(person).exec(tx).await?;
    if gone.rows_affected == 0 {
        return Ok(false);
    }
    tell(tx, clock, person, Leaving::Stayed).await?;
    let entry = Entry::of(What::ErasureTakenBack).by(Some(person)).on("person", person);
    entry.write(tx, clock).await?;
    Ok(true)
}

/// So many are done in one round.
const AT_ONCE: u64 = 20;

/// Whose time has come.
pub async fn due(db: &impl ConnectionTrait, now: OffsetDateTime) -> Result<Vec<Uuid>, DbErr> {
    let due = Entity::find().filter(Column::DueAt.lte(now)).order_by_asc(Column::DueAt);
    let rows = due.limit(AT_ONCE).all(db).await?;
    Ok(rows.into_iter().map(|row| row.person_id).collect())
}

/// Does it. The last administrator stays until there is another: it waits.
pub async fn carry_out(
    tx: &Tx,
    clock: &Clock,
    kinds: &[&'static Kind],
    person: Uuid,
) -> Result<(), Refused> {
    let (now, today) = (clock.now(), oslo_day(clock.now()));
    let wish = of(tx, person).await?.filter(|row| row.due_at <= now).ok_or(Refused::NotThere)?;
    roles::keep_an_administrator(tx, today, person).await?;
    let addresses = persons::addresses(tx, person).await?;
    // The last letter, while it is known where to.
    tell(tx, clock, person, Leaving::Gone).await?;
    let rest = pass_on(tx, clock, &wish).await?;
    leave_rest(tx, clock, kinds, (&wish, rest)).await?;
    roles::end_all(tx, person, today).await?;
    invitations::withdraw_all_by(tx, person).await?;
    sessions::end_all(tx, person, None).await?;
    // Whose questions went to them: their pages are made anew.
    let answered = contact::Entity::find()
        .filter(contact::Column::Email.is_in(addresses.iter().map(String::as_str)))
        .all(tx)
        .await?;
    let answered: Vec<Uuid> = answered.into_iter().map(|row| row.item_id).collect();
    changes::again(tx, clock, &answered).await?;
    held::erase(tx, person, &addresses).await?;
    persons::empty(tx, person, now.into()).await?;
    let entry = Entry::of(What::AccountErased).on("person", person);
    Ok(entry.write(tx, clock).await?)
}

/// Passes on what they are writing: to the person that is named; else each text to its centre, and what
/// names none to the place that is named. What is left then is nobody's but theirs.
async fn pass_on(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    wish: &Model,
) -> Result<Vec<Item>, DbErr> {
    let person = wish.person_id;
    let items = keepers::unpublished(tx, person).await?;
    // An heir whose account has been closed since could open nothing.
    let heir = match wish.heir_id {
        Some(heir) => persons::by_id(tx, heir).await?.filter(|heir| !heir.is_disabled()),
        None => None,
    };
    if let Some(heir) = heir.map(|heir| heir.id) {
        handover::pass(tx, clock, (person, &items), Keeper::Person(heir), None).await?;
        keepers::pass_set_aside(tx, None, person, heir).await?;
        return Ok(Vec::new());
    }
    let mut alone = Vec::new();
    if wish.is_thrown_away {
        alone = working::alone(tx, &items, person).await?;
    }
    let mut rest = Vec::new();
    for item in items {
        let place = item.centre_id.or(wish.place_id).filter(|_| !alone.contains(&item.id));
        let Some(place) = place else {
            rest.push(item);
            continue;
        };
        let one = (person, std::slice::from_ref(&item));
        handover::pass(tx, clock, one, Keeper::Place(place), None).await?;
    }
    pass_set_aside(tx, clock, person).await?;
    Ok(rest)
}

/// What waits to be joined goes to somebody who has a role at the same place.
async fn pass_set_aside(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    person: Uuid,
) -> Result<(), DbErr> {
    let today = oslo_day(clock.now());
    for role in roles::of(tx, person, today).await? {
        let Some(place) = role.place_id else { continue };
        let there = roles::at(tx, Some(place), today).await?;
        let open = persons::open(tx, there.iter().map(|row| row.person_id).collect()).await?;
        let mut others = there.iter().map(|row| row.person_id).filter(|other| *other != person);
        if let Some(other) = others.find(|other| open.contains(other)) {
            keepers::pass_set_aside(tx, Some(place), person, other).await?;
        }
    }
    Ok(())
}

/// What nobody gets: thrown away where they want that and nobody else has written in it, and else the
/// coordinators'.
async fn leave_rest(
    tx: &Tx,
    clock: &Clock,
    kinds: &[&'static Kind],
    (wish, rest): (&Model, Vec<Item>),
) -> Result<(), Refused> {
    let mut alone = Vec::new();
    if wish.is_thrown_away {
        alone = working::alone(tx, &rest, wish.person_id).await?;
    }
    let (thrown, kept): (Vec<Item>, Vec<Item>) =
        rest.into_iter().partition(|item| alone.contains(&item.id));
    for item in thrown {
        let gone = Writer::new(tx, clock, kinds).discard(item.id, item.revision).await;
        gone.map_err(|error| match error {
            WriteError::Db(error) => error,
            other => DbErr::Custom(other.to_string()),
        })?;
    }
    let kept = (wish.person_id, kept.as_slice());
    Ok(handover::pass(tx, clock, kept, Keeper::Coordinators, None).await?)
}

async fn tell(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    person: Uuid,
    leaving: Leaving,
) -> Result<(), DbErr> {
    let Some(found) = persons::by_id(tx, person).await? else { return Ok(()) };
    let t = Text::new(found.lang());
    for to in persons::addresses(tx, person).await? {
        jobs::enqueue(tx, clock, &letter::leaving(t, clock, &to, leaving)).await?;
    }
    Ok(())
}
