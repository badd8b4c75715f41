//! Takes away what names a person, table by table: what stays holds an id that leads nowhere.

use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

use super::{Erased, HELD};

/// Deletes the rows of all that is to go. What is passed on has been passed on before: what is left of
/// it now is nobody's.
pub async fn erase(
    tx: &impl ConnectionTrait,
    person: Uuid,
    addresses: &[String],
) -> Result<(), DbErr> {
    // Who wanted to leave their work to them leaves it to the place, or throws it away.
    let mut freed = Query::update();
    freed
        .table("erasure")
        .value("heir_id", None::<Uuid>)
        .and_where(Expr::col("heir_id").eq(person));
    tx.execute(&freed).await?;
    let goes = |erased: Erased| matches!(erased, Erased::Gone | Erased::PassedOn);
    for held in HELD.iter().filter(|held| goes(held.erased)) {
        let mut gone = Query::delete();
        gone.from_table(held.table).cond_where(held.is_about(person, addresses));
        tx.execute(&gone).await?;
    }
    Ok(())
}
