//! Counting while it happens: each tap is one more, whoever else taps at the same time.

use sea_orm::entity::prelude::*;
use serde_json::json;
use time::Date;

use super::super::entry::{Doubt, Entry, Number};
use super::super::may::Standing;
use super::super::terms::{Changed, Frequency, Shape};
use super::{Entered, Refused, Writer};

/// Something happened, or one that was tapped by mistake did not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    pub measure: Uuid,
    /// Any day of its period.
    pub day: Date,
    /// So many more than there were; fewer when it is negative.
    pub more: i32,
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
        if Shape::named(&measure.definition.shape) != Some(Shape::Count) {
            return Err(Refused::Doubt(Doubt::NotCounted));
        }
        let nothing = Entry {
            measure: tally.measure,
            day: tally.day,
            number: Some(Number { value: 0.0, denominator: None }),
            sent: tally.sent,
            instead_of: None,
        };
        if let Some(doubt) = nothing.doubt(Shape::Count, frequency, self.today()) {
            return Err(Refused::Doubt(doubt));
        }
        if self.was_sent(&nothing).await? {
            return Ok(Entered::Same);
        }
        let day = frequency.first(tally.day);
        let old = self.current(tally.measure, day).await?;
        let before = old.as_ref().and_then(|one| one.value).unwrap_or(0.0);
        let mut row = self.row(&nothing, day, measure.row.version);
        row.value = Some((before + f64::from(tally.more)).max(0.0));
        let mut was = None;
        if let Some(old) = &old {
            self.replace(old).await?;
            was = Some(json!({ "number": old.id, "day": day.to_string() }));
        }
        self.insert(row).await?;
        self.done(&open, (Changed::Number, Some(tally.measure)), was).await?;
        Ok(if old.is_some() { Entered::Corrected } else { Entered::New })
    }
}
