//! Taking back what one has just entered oneself.

use sea_orm::entity::prelude::*;
use serde_json::json;

use super::super::may::Standing;
use super::super::read::history;
use super::super::tables::{Observation, work_observation};
use super::super::terms::Changed;
use super::{Entered, Refused, Writer};

impl<C: ConnectionTrait> Writer<'_, C> {
    /// What stood there before one's own number stands again; both stay in the history, with `reason`. Where
    /// somebody has written another since, nothing is undone. Undone twice is undone once: the undoing has an
    /// id that is made of the number's.
    pub async fn undo(
        &self,
        work: Uuid,
        (measure, sent): (Uuid, Uuid),
        reason: &str,
    ) -> Result<Entered, Refused> {
        let open = self.open(work, Standing::Writes).await?;
        let measure = self.measure(work, measure).await?.row;
        let again = Uuid::from_u128(!sent.as_u128());
        if self.number_sent_as(measure.id, again).await?.is_some() {
            return Ok(Entered::Same);
        }
        let own = self.number_sent_as(measure.id, sent).await?;
        let own = own.filter(|one| one.person_id == self.who.id).ok_or(Refused::NotThere)?;
        if own.replaced_at.is_some() {
            return Err(Refused::Stale);
        }
        let said = history(self.db, measure.id, own.day).await?;
        let before = said.into_iter().find(|one| one.id != own.id);
        let row = Observation {
            id: self.clock.new_id(),
            version: before.as_ref().map_or(measure.version, |one| one.version),
            value: before.as_ref().and_then(|one| one.value),
            denominator: before.as_ref().and_then(|one| one.denominator),
            reason: reason.to_owned(),
            made_at: self.clock.now().into(),
            sent_id: again,
            ..own.clone()
        };
        self.replace(&own).await?;
        self.insert(row).await?;
        let was = json!({ "number": own.id, "day": own.day.to_string() });
        self.done(&open, (Changed::Corrected, Some(measure.id)), Some(was)).await?;
        Ok(Entered::Corrected)
    }

    async fn number_sent_as(
        &self,
        measure: Uuid,
        sent: Uuid,
    ) -> Result<Option<Observation>, DbErr> {
        use work_observation::Column::{MeasureId, SentId};
        let said = work_observation::Entity::find().filter(MeasureId.eq(measure));
        said.filter(SentId.eq(sent)).one(self.db).await
    }
}
