//! Inserts many rows at once, some in each statement.

use sea_orm::{ActiveModelTrait, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel};

/// So many rows stand in a statement: the most of these that there are. Only a few sizes, for a
/// connection keeps the statements that it has parsed. No table has so many columns that the largest
/// would hold more parameters than SQLite (32,766) or PostgreSQL (65,535) takes.
const SIZES: [usize; 4] = [128, 32, 8, 1];

/// Inserts the rows in their order.
pub async fn insert_all<M, A>(db: &impl ConnectionTrait, rows: Vec<M>) -> Result<(), DbErr>
where
    M: IntoActiveModel<A>,
    A: ActiveModelTrait,
{
    let mut rows = rows.into_iter();
    while let Some(size) = SIZES.into_iter().find(|size| *size <= rows.len()) {
        let some: Vec<A> =
            rows.by_ref().take(size).map(IntoActiveModel::into_active_model).collect();
        A::Entity::insert_many(some).exec_without_returning(db).await?;
    }
    Ok(())
}
