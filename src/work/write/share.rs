//! What is shared of a work, with which text, and what the work began from.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use serde_json::json;

use super::super::may::Standing;
use super::super::read::measures;
use super::super::shared::{Choice, work_origin, work_public};
use super::super::tables::{Plan, work, work_definition};
use super::super::terms::Changed;
use super::{Refused, Writer};
use crate::items::changes;
use crate::items::read::family;
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

    /// Says of measures whether they count people: one answer, wherever they are told of from now on.
    pub async fn say_of_people(&self, work: Uuid, said: &[(Uuid, bool)]) -> Result<(), Refused> {
        let all = measures(self.db, work, None).await?;
        for (id, is_people) in said {
            let open = self.open(work, Standing::Writes).await?;
            let old = all.iter().find(|one| one.row.id == *id).ok_or(Refused::NotThere)?;
            let before = old.definition.plan();
            if before.people == Some(*is_people) {
                continue;
            }
            let was_said = before.people.is_some();
            let plan = Plan { people: Some(*is_people), ..before };
            let plan = serde_json::to_value(&plan).map_err(|e| DbErr::Json(e.to_string()))?;
            work_definition::Entity::update_many()
                .col_expr(work_definition::Column::Plan, Expr::value(plan))
                .filter(work_definition::Column::Id.eq(old.definition.id))
                .exec(self.db)
                .await?;
            if was_said {
                let was = json!({ "measure": old.row, "definition": old.definition });
                self.done(&open, (Changed::Measure, Some(*id)), Some(was)).await?;
            }
            // What is stricter holds at once, also where the page follows nothing, and in its translations.
            if let Some(item) = open.work.item_id.filter(|_| *is_people) {
                let family = family(self.db, item).await?;
                let family: Vec<Uuid> = family.into_iter().map(|item| item.id).collect();
                changes::again(self.db, self.clock, &family).await?;
            }
        }
        Ok(())
    }

    /// Keeps which text a work began from.
    pub async fn began_from(&self, work: Uuid, item: Uuid) -> Result<(), Refused> {
        self.open(work, Standing::Leads).await?;
        let row = work_origin::Model { id: self.clock.new_id(), work_id: work, item_id: item };
        Ok(self.insert(row).await?)
    }
}
