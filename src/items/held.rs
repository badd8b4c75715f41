//! What goes along with a form that is kept for its sender when they are logged in no more, and forgetting it
//! when it has arrived after all.

use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect};

use super::tables::held_form::{Column, Entity, Model};
use crate::forms::Submitted;

/// Whose the form is.
pub const PERSON: &str = "hvem";
/// Goes along with a form that was held: it is forgotten when that has arrived, and not before.
pub const WAITS: &str = "ventet";

/// What goes along with each form that is held: whose it is, and which one it is when it comes again.
pub const CARRIED: [&str; 2] = [PERSON, WAITS];

/// Which held form a form says that it was.
pub fn named(sent: &Submitted) -> Option<Uuid> {
    Uuid::try_parse(sent.value(WAITS)).ok()
}

/// The same, for the page that shows the form again.
pub fn carried(sent: &Submitted) -> String {
    named(sent).map(|id| id.to_string()).unwrap_or_default()
}

/// So many of one person are kept: the newest.
pub const MOST: u64 = 5;

/// What waits for this person, the newest first.
pub async fn of(db: &impl ConnectionTrait, person: Uuid) -> Result<Vec<Model>, DbErr> {
    let theirs = Entity::find().filter(Column::PersonId.eq(person));
    theirs.order_by_desc(Column::MadeAt).limit(MOST).all(db).await
}

/// What this person sent has arrived.
pub async fn forget(
    tx: &impl ConnectionTrait,
    person: Uuid,
    held: Option<Uuid>,
) -> Result<(), DbErr> {
    let Some(held) = held else { return Ok(()) };
    let theirs = Entity::delete_many().filter(Column::PersonId.eq(person));
    theirs.filter(Column::Id.eq(held)).exec(tx).await?;
    Ok(())
}

/// The form that this was, if it was one, has arrived.
pub async fn arrived(
    db: &impl ConnectionTrait,
    person: Uuid,
    sent: &Submitted,
) -> Result<(), DbErr> {
    forget(db, person, named(sent)).await
}
