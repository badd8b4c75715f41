//! Numbers: entered once, corrected with a reason, never written over.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use serde_json::json;

use super::super::entry::Entry;
use super::super::may::Standing;
use super::super::tables::{Observation, work_observation};
use super::super::terms::{Changed, Frequency, Shape};
use super::{Entered, Refused, Writer};
use crate::db::Timestamp;

impl<C: ConnectionTrait> Writer<'_, C> {
    /// Enters a number. The same sent again, or said again, changes nothing. Another than the one that is
    /// there is refused until whoever sends it names that one, and why it is wrong.
    pub async fn enter(&self, work: Uuid, entry: &Entry) -> Result<Entered, Refused> {
        let open = self.open(work, Standing::Writes).await?;
        let measure = self.measure(work, entry.measure).await?;
        let shape = Shape::named(&measure.definition.shape).ok_or(Refused::NotThere)?;
        let frequency = Frequency::named(&measure.definition.frequency).ok_or(Refused::NotThere)?;
        if let Some(doubt) = entry.doubt(shape, frequency, self.today()) {
            return Err(Refused::Doubt(doubt));
        }
        if self.was_sent(entry).await? {
            return Ok(Entered::Same);
        }
        let day = frequency.first(entry.day);
        let old = self.current(entry.measure, day).await?;
        let row = self.row(entry, day, measure.row.version);
        let Some(old) = old else {
            if entry.number.is_none() {
                return Ok(Entered::Same);
            }
            // Whatever it was to take the place of: nothing is there, so nothing is lost.
            self.insert(row).await?;
            self.done(&open, (Changed::Number, Some(entry.measure)), None).await?;
            return Ok(Entered::New);
        };
        if (old.value, old.denominator) == (row.value, row.denominator) {
            return Ok(Entered::Same);
        }
        // One that was taken back may be said anew without a word.
        let is_named = entry.instead_of.as_ref().is_some_and(|(named, _)| *named == old.id);
        if !is_named && old.value.is_some() {
            return Err(Refused::Twice(Box::new(old)));
        }
        self.replace(&old).await?;
        self.insert(row).await?;
        let was = json!({ "number": old.id, "day": old.day.to_string() });
        self.done(&open, (Changed::Corrected, Some(entry.measure)), Some(was)).await?;
        Ok(Entered::Corrected)
    }

    pub(super) fn row(&self, entry: &Entry, day: time::Date, version: i32) -> Observation {
        let reason = entry.instead_of.as_ref().map(|(_, reason)| reason.trim().to_owned());
        Observation {
            id: self.clock.new_id(),
            measure_id: entry.measure,
            version,
            day,
            value: entry.number.map(|number| number.value),
            denominator: entry.number.and_then(|number| number.denominator),
            reason: reason.unwrap_or_default(),
            person_id: self.who.id,
            made_at: self.clock.now().into(),
            replaced_at: None,
            sent_id: entry.sent,
        }
    }

    pub(super) async fn was_sent(&self, entry: &Entry) -> Result<bool, DbErr> {
        use work_observation::Column::{MeasureId, SentId};
        let sent = work_observation::Entity::find().filter(MeasureId.eq(entry.measure));
        Ok(sent.filter(SentId.eq(entry.sent)).one(self.db).await?.is_some())
    }

    pub(super) async fn current(
        &self,
        measure: Uuid,
        day: time::Date,
    ) -> Result<Option<Observation>, DbErr> {
        use work_observation::Column::{Day, MeasureId, ReplacedAt};
        let said = work_observation::Entity::find().filter(MeasureId.eq(measure));
        said.filter(Day.eq(day)).filter(ReplacedAt.is_null()).one(self.db).await
    }

    pub(super) async fn replace(&self, old: &Observation) -> Result<(), DbErr> {
        let now = Timestamp::from(self.clock.now());
        work_observation::Entity::update_many()
            .col_expr(work_observation::Column::ReplacedAt, Expr::value(Some(now)))
            .filter(work_observation::Column::Id.eq(old.id))
            .exec(self.db)
            .await?;
        Ok(())
    }
}
