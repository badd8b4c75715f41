//! Which files show which picture: all of them go with it.

use std::collections::BTreeSet;

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::tables::rendition::{Column, Entity, Model};
use crate::clock::Clock;
use crate::db::insert_all;

/// These files show the picture; saying it twice is saying it once.
pub async fn add(
    tx: &impl ConnectionTrait,
    clock: &Clock,
    master: Uuid,
    files: &[Uuid],
) -> Result<(), DbErr> {
    let known = of(tx, master).await?;
    let new: BTreeSet<Uuid> = files.iter().copied().filter(|file| !known.contains(file)).collect();
    let row = |file_id| Model { id: clock.new_id(), master_id: master, file_id };
    insert_all(tx, new.into_iter().map(row).collect()).await
}

async fn of(db: &impl ConnectionTrait, master: Uuid) -> Result<BTreeSet<Uuid>, DbErr> {
    let rows = Entity::find().filter(Column::MasterId.eq(master)).all(db).await?;
    Ok(rows.into_iter().map(|row| row.file_id).collect())
}

/// The file with all that show the same picture, whichever of them it is.
pub async fn family(db: &impl ConnectionTrait, file: Uuid) -> Result<BTreeSet<Uuid>, DbErr> {
    let shown = Entity::find().filter(Column::FileId.eq(file)).all(db).await?;
    let mut all = BTreeSet::from([file]);
    for master in shown.into_iter().map(|row| row.master_id).chain([file]) {
        all.insert(master);
        all.extend(of(db, master).await?);
    }
    Ok(all)
}

/// Nothing shows this picture any more.
pub async fn forget(tx: &impl ConnectionTrait, files: &BTreeSet<Uuid>) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::FileId.is_in(files.iter().copied())).exec(tx).await?;
    Ok(())
}
