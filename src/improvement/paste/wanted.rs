//! What a table is read for: the words of a measure, there already or about to be.

use figures::import::{self, Wanted};
use time::Date;

use crate::improvement::said;
use crate::work::{Frequency, Measured, NewDefinition, Shape};

/// What a measure is called, and what it counts.
#[derive(Clone, Copy)]
pub struct Counted<'a> {
    pub name: &'a str,
    pub numerator: &'a str,
    pub denominator: &'a str,
    pub shape: Shape,
    pub frequency: Frequency,
    unit: &'a str,
}

impl<'a> Counted<'a> {
    pub fn of(measured: &'a Measured) -> Self {
        let definition = &measured.definition;
        Self {
            name: &definition.name,
            numerator: &definition.numerator,
            denominator: &definition.denominator,
            shape: said::shape(measured),
            frequency: said::frequency(measured),
            unit: &definition.unit,
        }
    }

    pub fn of_new(definition: &'a NewDefinition) -> Self {
        Self {
            name: &definition.name,
            numerator: &definition.numerator,
            denominator: &definition.denominator,
            shape: definition.shape,
            frequency: definition.frequency,
            unit: &definition.unit,
        }
    }

    /// What the reader of tables is told.
    pub fn wanted(self, today: Date) -> Wanted {
        let shape = match self.shape {
            Shape::Share => import::Shape::Share,
            Shape::Count => import::Shape::Count,
            Shape::Rate => import::Shape::Rate,
            Shape::Value => import::Shape::Value,
        };
        Wanted {
            shape,
            kind: self.frequency.kind(),
            is_percent: said::is_percent(self.unit),
            unit: self.unit.to_owned(),
            name: self.name.to_owned(),
            numerator: self.numerator.to_owned(),
            denominator: self.denominator.to_owned(),
            today,
        }
    }
}
