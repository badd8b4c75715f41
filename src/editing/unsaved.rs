//! What somebody typed in fields that can't be saved so: kept letter for letter, for them alone, until the
//! fields are right. The rest of the text is saved without waiting for it.

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use super::desk::Desk;
use super::units::{Unit, units};
use crate::clock::Clock;
use crate::forms::Filled;
use crate::items::unsaved_input::{Column, Entity, Model};

/// What they typed last is all there is; nothing when all of it was right.
pub async fn keep(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    (item, person): (Uuid, Uuid),
    fields: &[(String, String)],
) -> Result<(), DbErr> {
    forget(tx, item, person).await?;
    if fields.is_empty() {
        return Ok(());
    }
    let fields = serde_json::to_value(fields).map_err(|error| DbErr::Json(error.to_string()))?;
    let row = Model {
        id: clock.new_id(),
        item_id: item,
        person_id: person,
        fields,
        made_at: clock.now().into(),
    };
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

pub async fn forget(tx: &impl ConnectionTrait, item: Uuid, person: Uuid) -> Result<(), DbErr> {
    let theirs = Entity::delete_many().filter(Column::ItemId.eq(item));
    theirs.filter(Column::PersonId.eq(person)).exec(tx).await?;
    Ok(())
}

/// The names and values of the inputs.
pub async fn of(
    db: &impl ConnectionTrait,
    item: Uuid,
    person: Uuid,
) -> Result<Vec<(String, String)>, DbErr> {
    let theirs = Entity::find().filter(Column::ItemId.eq(item));
    let row = theirs.filter(Column::PersonId.eq(person)).one(db).await?;
    let read = |row: Model| serde_json::from_value(row.fields);
    row.map(read).transpose().map(Option::unwrap_or_default).map_err(|e| DbErr::Json(e.to_string()))
}

/// The form as they left it: what could not be saved stands as it was typed, with what is wrong with it.
pub fn over(desk: &Desk, filled: Filled, unsaved: &[(String, String)]) -> Filled {
    if unsaved.is_empty() {
        return filled;
    }
    let all = units(&desk.form);
    let of_theirs = |unit: &&Unit<'_>| unsaved.iter().any(|(name, _)| unit.has(name));
    let theirs: Vec<&Unit<'_>> = all.iter().filter(of_theirs).collect();
    let is_theirs = |path: &str| theirs.iter().any(|unit| unit.has(path));
    let mut typed = filled.typed;
    let stored: Vec<String> =
        typed.names().filter(|name| is_theirs(name)).map(str::to_owned).collect();
    for name in stored {
        typed.take(&name);
    }
    for (name, value) in unsaved {
        typed.add(name, value);
    }
    let read = Filled::read(&desk.form, typed, &desk.known);
    let between = desk.between(&read);
    let read = read.and(between);
    let faults = read.faults.into_iter().filter(|fault| is_theirs(&fault.path));
    let faults: Vec<_> = faults.collect();
    Filled::unread(read.typed).and(faults)
}
