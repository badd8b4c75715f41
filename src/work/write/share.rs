//! What is shared of a work, with which text, and what the work began from.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use serde_json::json;

use super::super::may::Standing;
use super::super::shared::{Choice, work_origin, work_public};
use super::super::tables::work;
use super::super::terms::Changed;
use super::{Refused, Writer};
use crate::items::changes;
use crate::people::{Entry as Logged, What};

impl<C: ConnectionTrait> Writer<'_, C> {
    /// Says what of the work is shared from now on, and which text tells of it.
    pub async fn share(&self, work: Uuid, item: Uuid, choices: &[Choice]) -> Result<(), Refused> {
        let open = self.open(work, Standing::Leads).await?;
        work_public::Entity::delete_many()
            .filter(work_public::Column::WorkId.eq(work))
            .exec(self.db)
            .await?;
        for choice in choices {
            self.measure(work, choice.measure).await?;
            let row = work_public::Model {
                id: self.clock.new_id(),
                work_id: work,
                measure_id: choice.measure,
                counts_people: choice.counts_people,
                is_open: choice.is_open,
                is_live: choice.is_live,
            };
            self.insert(row).await?;
        }
        work::Entity::update_many()
            .col_expr(work::Column::ItemId, Expr::value(Some(item)))
            .filter(work::Column::Id.eq(work))
            .exec(self.db)
            .await?;
        self.done(&open, (Changed::Published, Some(item)), None).await?;
        // One that was followed until now is so no longer.
        changes::again(self.db, self.clock, &[item]).await?;
        let entry = Logged::of(What::WorkShared).by(Some(self.who.id)).on("work", work);
        let told = json!({ "item": item, "measures": choices.len() });
        Ok(entry.telling(told).write(self.db, self.clock).await?)
    }

    /// Keeps which text a work began from.
    pub async fn began_from(&self, work: Uuid, item: Uuid) -> Result<(), Refused> {
        self.open(work, Standing::Leads).await?;
        let row = work_origin::Model { id: self.clock.new_id(), work_id: work, item_id: item };
        Ok(self.insert(row).await?)
    }
}
