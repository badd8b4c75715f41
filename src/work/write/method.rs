//! The method of a work: which it is, what the team calls its parts, and what they say of a step.

use std::collections::BTreeMap;

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use serde_json::json;

use super::super::may::Standing;
use super::super::method::Method;
use super::super::tables::{MethodRow, StepRow, work_method, work_step};
use super::super::terms::{Changed, StepState};
use super::{Refused, Writer, kept, unseen};

impl<C: ConnectionTrait> Writer<'_, C> {
    /// Chooses a method, with the team's own words for its parts. `seen` is the number that the choice
    /// had, 0 for none. What was said of steps stays, for whoever goes back.
    pub async fn set_method(
        &self,
        work: Uuid,
        seen: i32,
        method: &Method,
        own: &BTreeMap<String, String>,
    ) -> Result<(), Refused> {
        use work_method::Column;
        let open = self.open(work, Standing::Writes).await?;
        let old = work_method::Entity::find().filter(Column::WorkId.eq(work)).one(self.db).await?;
        unseen(old.as_ref().map_or(0, |row| row.number), seen)?;
        let row = MethodRow {
            id: old.as_ref().map_or_else(|| self.clock.new_id(), |row| row.id),
            work_id: work,
            name: method.name.clone(),
            version: method.version,
            own: json!(own),
            number: open.next(),
        };
        let Some(old) = old else {
            self.insert(row).await?;
            return self.done(&open, (Changed::Method, None), None).await;
        };
        if (&old.name, old.version, &old.own) == (&row.name, row.version, &row.own) {
            return Ok(());
        }
        work_method::Entity::update_many()
            .col_expr(Column::Name, Expr::value(row.name))
            .col_expr(Column::Version, Expr::value(row.version))
            .col_expr(Column::Own, Expr::value(row.own))
            .col_expr(Column::Number, Expr::value(row.number))
            .filter(Column::Id.eq(row.id))
            .exec(self.db)
            .await?;
        self.done(&open, (Changed::Method, None), kept(&old)).await
    }

    /// Says how far a step has come, and what was done. `seen` is the number of what stood there, 0 for
    /// nothing.
    pub async fn say_step(
        &self,
        work: Uuid,
        (step, seen): (&str, i32),
        state: Option<StepState>,
        words: &str,
    ) -> Result<(), Refused> {
        use work_step::Column;
        let open = self.open(work, Standing::Writes).await?;
        let said = work_step::Entity::find().filter(Column::WorkId.eq(work));
        let old = said.filter(Column::Step.eq(step)).one(self.db).await?;
        unseen(old.as_ref().map_or(0, |row| row.number), seen)?;
        let state = state.map(|state| state.name().to_owned());
        let Some(old) = old else {
            let row = StepRow {
                id: self.clock.new_id(),
                work_id: work,
                step: step.to_owned(),
                state,
                words: words.to_owned(),
                number: open.next(),
            };
            self.insert(row).await?;
            return self.done(&open, (Changed::Step, None), Some(json!({ "step": step }))).await;
        };
        if (&old.state, old.words.as_str()) == (&state, words) {
            return Ok(());
        }
        work_step::Entity::update_many()
            .col_expr(Column::State, Expr::value(state))
            .col_expr(Column::Words, Expr::value(words))
            .col_expr(Column::Number, Expr::value(open.next()))
            .filter(Column::Id.eq(old.id))
            .exec(self.db)
            .await?;
        self.done(&open, (Changed::Step, Some(old.id)), kept(&old)).await
    }
}
