//! The files of items: which there are, and who may read them.

use sea_orm::{ConnectionTrait, DbErr, EntityTrait, IntoActiveModel};
use uuid::Uuid;

use super::tables::{file, item};

pub type File = file::Model;

/// A file is as public as its item.
pub async fn public(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<File>, DbErr> {
    let Some(found) = file::Entity::find_by_id(id).one(db).await? else { return Ok(None) };
    let owner = item::Entity::find_by_id(found.item_id).one(db).await?;
    Ok(owner.filter(|item| item.state().is_visible()).map(|_| found))
}

pub async fn by_id(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<File>, DbErr> {
    file::Entity::find_by_id(id).one(db).await
}

/// Adds the row of a file; one that is there already is left as it is.
pub async fn add(db: &impl ConnectionTrait, new: File) -> Result<(), DbErr> {
    if file::Entity::find_by_id(new.id).one(db).await?.is_none() {
        file::Entity::insert(new.into_active_model()).exec_without_returning(db).await?;
    }
    Ok(())
}
