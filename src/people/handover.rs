//! What somebody was writing passes on when they leave: to a colleague, or to all at the place. Nothing
//! is left that nobody can open.

use std::collections::BTreeMap;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{QueryOrder, QuerySelect};
use serde_json::json;
use time::Date;

use super::heirs::Over;
use super::roles::{self, Column, Entity};
use super::{Entry, Refused, What, persons, role_requests};
use crate::clock::Clock;
use crate::dates::oslo_day;
use crate::items::{Item, Keeper, keepers, reviews};
use crate::rights::RoleKind;

/// Passes these on.
pub(super) async fn pass(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    (person, items): (Uuid, &[Item]),
    to: Keeper,
    by: Option<Uuid>,
) -> Result<(), DbErr> {
    if items.is_empty() {
        return Ok(());
    }
    let ids: Vec<Uuid> = items.iter().map(|item| item.id).collect();
    keepers::pass(tx, clock, &ids, to, by).await?;
    let (heir, place) = match to {
        Keeper::Person(heir) => (Some(heir), None),
        Keeper::Place(place) => (None, Some(place)),
        Keeper::Coordinators => (None, None),
    };
    let told = json!({ "texts": ids.len(), "heir": heir, "at": place });
    let entry = Entry::of(What::WorkPassedOn).by(by).on("person", person);
    entry.telling(told).write(tx, clock).await
}

/// Passes on what a person was writing for a place, unless they still have a role there, which is told. The
/// heir is somebody who has one, and can log in; without an heir it is all of these.
pub async fn leave(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    (person, place): (Uuid, Uuid),
    heir: Option<Uuid>,
    by: Option<Uuid>,
) -> Result<bool, Refused> {
    let today = oslo_day(clock.now());
    let there = roles::at(tx, Some(place), today).await?;
    let looks = |row: &&roles::Model| {
        row.role()
            .is_some_and(|role| matches!(role.kind, RoleKind::Reviewer | RoleKind::CentreLeader))
    };
    if !there.iter().filter(looks).any(|row| row.person_id == person) {
        // What they were asked by name to look through waits for whoever is first.
        reviews::release(tx, person, place).await?;
    }
    if there.iter().any(|row| row.person_id == person) {
        return Ok(false);
    }
    // Whose account is closed could open nothing.
    let open = persons::open(tx, there.iter().map(|row| row.person_id).collect()).await?;
    if heir.is_some_and(|heir| !open.contains(&heir)) {
        return Err(Refused::NotThere);
    }
    let mut items = keepers::unpublished(tx, person).await?;
    items.retain(|item| item.centre_id == Some(place));
    let to = heir.map_or(Keeper::Place(place), Keeper::Person);
    // What waits to be joined can only be one person's.
    let first = there.iter().map(|row| row.person_id).find(|person| open.contains(person));
    let joins = heir.or(first).or(by);
    if let Some(joins) = joins {
        keepers::pass_set_aside(tx, Some(place), person, joins).await?;
    }
    pass(tx, clock, (person, &items), to, by).await?;
    Ok(true)
}

/// Passes on what somebody whose account is closed was writing in the name of places: each text to its
/// place. What is theirs alone waits until the account is opened, or erased.
pub(super) async fn close(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    person: Uuid,
    by: Uuid,
) -> Result<(), DbErr> {
    let mut by_place: BTreeMap<Uuid, Vec<Item>> = BTreeMap::new();
    for item in keepers::unpublished(tx, person).await? {
        if let Some(place) = item.centre_id {
            by_place.entry(place).or_default().push(item);
        }
    }
    for (place, items) in by_place {
        pass(tx, clock, (person, &items), Keeper::Place(place), Some(by)).await?;
    }
    Ok(())
}

/// Roles that are over are looked at so many at a time.
const AT_ONCE: u64 = 200;

/// Somebody, and a place where they have no role any more.
pub type Left = (Uuid, Uuid);

/// Does the same for roles that have ended by their date. Tells how many there were, and who has left where.
pub async fn ended(tx: &impl ConnectionTrait, clock: &Clock) -> Result<(u64, Vec<Left>), Refused> {
    let today = oslo_day(clock.now());
    let over = Entity::find()
        .filter(Column::ValidTo.lte(today))
        .filter(Column::PassedOn.is_null())
        .order_by_asc(Column::Id)
        .limit(AT_ONCE)
        .all(tx)
        .await?;
    let mut left = Vec::new();
    for row in &over {
        let Some(place) = row.place_id else { continue };
        if leave(tx, clock, (row.person_id, place), None, None).await? {
            left.push((row.person_id, place));
        }
    }
    note(tx, &over.iter().map(|row| row.id).collect::<Vec<_>>(), today).await?;
    Ok((u64::try_from(over.len()).unwrap_or_default(), left))
}

/// Notes that these have been looked at.
pub(super) async fn note(
    tx: &impl ConnectionTrait,
    rows: &[Uuid],
    today: Date,
) -> Result<(), DbErr> {
    if rows.is_empty() {
        return Ok(());
    }
    let noted = Entity::update_many().col_expr(Column::PassedOn, Expr::value(Some(today)));
    noted.filter(Column::Id.is_in(rows.iter().copied())).exec(tx).await?;
    Ok(())
}

/// What a centre or an organisation that is over has left unpublished is kept by the one that came of it, and what
/// waits there for an answer waits here. Tells how many texts there were.
pub async fn merged(tx: &impl ConnectionTrait, clock: &Clock, over: &[Over]) -> Result<u64, DbErr> {
    role_requests::move_on(tx, clock, over).await?;
    let places: Vec<Uuid> = over.iter().map(|(place, _)| *place).collect();
    let left = keepers::left_at(tx, &places).await?;
    let mut count = 0;
    for (place, heir) in over {
        let Some(items) = left.get(place) else { continue };
        keepers::pass(tx, clock, items, Keeper::Place(*heir), None).await?;
        let told = json!({ "texts": items.len(), "at": heir });
        let entry = Entry::of(What::WorkPassedOn).on("place", *place);
        entry.telling(told).write(tx, clock).await?;
        count += u64::try_from(items.len()).unwrap_or_default();
    }
    Ok(count)
}
