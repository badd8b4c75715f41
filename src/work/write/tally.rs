//! Counting while it happens: each tap is one more, whoever else taps at the same time.

use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;
use serde_json::json;
use time::Date;

use super::super::entry::{Doubt, Entry, Number};
use super::super::may::Standing;
use super::super::tables::{Observation, work_observation};
use super::super::terms::{Changed, Frequency, Shape};
use super::{Entered, Refused, Writer};

/// Something happened, or one that was tapped by mistake did not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tally {
    pub measure: Uuid,
    /// Any day of its period.
    pub day: Date,
    /// So many more than there were; fewer when it is negative.
    pub more: i32,
    /// Of a rate: what is below the line, where it was said.
    pub all: Option<f64>,
    /// What the sender calls it: the same sent again changes nothing.
    pub sent: Uuid,
}

impl<C: ConnectionTrait> Writer<'_, C> {
    /// Counts on from what stands there. It is said of no number that it is wrong, so nobody is asked why,
    /// and two who tap meanwhile are both counted.
    pub async fn tally(&self, work: Uuid, tally: Tally) -> Result<Entered, Refused> {
        let open = self.open(work, Standing::Writes).await?;
        let measure = self.measure(work, tally.measure).await?;
        let frequency = Frequency::named(&measure.definition.frequency).ok_or(Refused::NotThere)?;
        let shape = Shape::named(&measure.definition.shape);
        let is_counted = |shape: &Shape| matches!(shape, Shape::Count | Shape::Rate);
        let shape = shape.filter(is_counted).ok_or(Refused::Doubt(Doubt::NotCounted))?;
        let day = frequency.first(tally.day);
        let old = self.current(tally.measure, day).await?;
        let before = old.as_ref().and_then(|one| one.value).unwrap_or(0.0);
        let number = Number {
            value: (before + f64::from(tally.more)).max(0.0),
            denominator: self.below(shape, &tally, old.as_ref()).await?,
        };
        let entry = Entry {
            measure: tally.measure,
            day: tally.day,
            number: Some(number),
            sent: tally.sent,
            instead_of: None,
        };
        if self.was_sent(&entry).await? {
            return Ok(Entered::Same);
        }
        if let Some(doubt) = entry.doubt(shape, frequency, self.today()) {
            return Err(Refused::Doubt(doubt));
        }
        let row = self.row(&entry, day, measure.row.version);
        let mut was = None;
        if let Some(old) = &old {
            self.replace(old).await?;
            was = Some(json!({ "number": old.id, "day": day.to_string() }));
        }
        self.insert(row).await?;
        self.done(&open, (Changed::Number, Some(tally.measure)), was).await?;
        Ok(if old.is_some() { Entered::Corrected } else { Entered::New })
    }

    /// What a rate is of: as it was said with the tap, or before it in the same period; else as many as last.
    async fn below(
        &self,
        shape: Shape,
        tally: &Tally,
        old: Option<&Observation>,
    ) -> Result<Option<f64>, DbErr> {
        use work_observation::Column::{Day, Denominator, MeasureId, ReplacedAt};
        if !shape.has_denominator() {
            return Ok(None);
        }
        if let Some(all) = tally.all.or(old.and_then(|one| one.denominator)) {
            return Ok(Some(all));
        }
        let said = work_observation::Entity::find().filter(MeasureId.eq(tally.measure));
        let said = said.filter(ReplacedAt.is_null()).filter(Denominator.is_not_null());
        let last = said.order_by_desc(Day).one(self.db).await?;
        Ok(last.and_then(|one| one.denominator))
    }
}
