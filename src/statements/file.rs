//! The files that statements point at: agreements, minutes, mandates. A statement names one by its
//! id, which is made of its bytes.

use std::collections::BTreeMap;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter,
};
use uuid::Uuid;

mod statement_file {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "statement_file")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        /// What it is called when it is taken home.
        pub name: String,
        pub media_type: String,
        pub digest: String,
        /// In bytes.
        pub size: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub type File = statement_file::Model;

/// Every file that a statement points at, or has pointed at.
pub async fn files(db: &impl ConnectionTrait) -> Result<BTreeMap<Uuid, File>, DbErr> {
    let rows = statement_file::Entity::find().all(db).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// One of them.
pub async fn file(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<File>, DbErr> {
    statement_file::Entity::find_by_id(id).one(db).await
}

/// It was struck.
pub async fn forget_file(db: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    statement_file::Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

/// Does any statement point at a file of these bytes, or has it?
pub async fn has_file(db: &impl ConnectionTrait, digest: &str) -> Result<bool, DbErr> {
    let those = statement_file::Entity::find().filter(statement_file::Column::Digest.eq(digest));
    Ok(those.count(db).await? > 0)
}

/// Adds the rows of files; one that is there already keeps its name.
pub async fn keep_files(db: &impl ConnectionTrait, new: &[File]) -> Result<(), DbErr> {
    for file in new {
        if statement_file::Entity::find_by_id(file.id).one(db).await?.is_none() {
            let row = file.clone().into_active_model();
            statement_file::Entity::insert(row).exec_without_returning(db).await?;
        }
    }
    Ok(())
}
