//! Who in the leadership stands behind the work, and the link to the display on the ward.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use serde_json::json;
use time::Date;

use super::super::may::Standing;
use super::super::tables::{Anchor, work, work_anchor};
use super::super::terms::Changed;
use super::{Refused, Writer, kept};

impl<C: ConnectionTrait> Writer<'_, C> {
    /// Writes down that somebody said yes: by role, when, and to what.
    pub async fn anchor(
        &self,
        work: Uuid,
        role: String,
        (said_on, words): (Date, String),
    ) -> Result<Uuid, Refused> {
        let open = self.open(work, Standing::Writes).await?;
        let (id, number) = (self.clock.new_id(), open.next());
        let is_gone = false;
        self.insert(Anchor { id, work_id: work, role, said_on, words, is_gone, number }).await?;
        self.done(&open, (Changed::Anchored, Some(id)), None).await?;
        Ok(id)
    }

    /// Takes one away; it stays in the log.
    pub async fn drop_anchor(&self, work: Uuid, anchor: Uuid) -> Result<(), Refused> {
        let open = self.open(work, Standing::Writes).await?;
        let old = work_anchor::Entity::find_by_id(anchor).one(self.db).await?;
        let old = old.filter(|one| one.work_id == work && !one.is_gone);
        let old = old.ok_or(Refused::NotThere)?;
        work_anchor::Entity::update_many()
            .col_expr(work_anchor::Column::IsGone, Expr::value(true))
            .col_expr(work_anchor::Column::Number, Expr::value(open.next()))
            .filter(work_anchor::Column::Id.eq(anchor))
            .exec(self.db)
            .await?;
        self.done(&open, (Changed::Anchored, Some(anchor)), kept(&old)).await
    }

    /// Makes a link to the display, which takes the place of the one before, or takes it back.
    pub async fn set_display(&self, work: Uuid, has_link: bool) -> Result<(), Refused> {
        let open = self.open(work, Standing::Writes).await?;
        let id = has_link.then(|| self.clock.random_id());
        if open.work.display_id == id {
            return Ok(());
        }
        work::Entity::update_many()
            .col_expr(work::Column::DisplayId, Expr::value(id))
            .filter(work::Column::Id.eq(work))
            .exec(self.db)
            .await?;
        let was = json!({ "had_link": open.work.display_id.is_some(), "has_link": has_link });
        self.done(&open, (Changed::Display, None), Some(was)).await
    }
}
