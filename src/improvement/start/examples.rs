//! First measures to choose among, by theme: what a team can count in a minute.

use crate::forms::Alternative;
use crate::i18n::Text;
use crate::work::{Better, Frequency, MeasureKind, NewDefinition, NewMeasure, Plan, Shape};

struct Example {
    name: &'static str,
    /// With its theme, as it is chosen.
    label: &'static str,
    title: &'static str,
    shape: Shape,
    /// Above and below the line, where there is one.
    line: Option<(&'static str, &'static str)>,
    per: i32,
    frequency: Frequency,
    better: Better,
}

const EXAMPLES: [Example; 8] = [
    Example {
        name: "vekt",
        label: "sharing-example-weight",
        title: "sharing-example-weight-name",
        shape: Shape::Share,
        line: Some(("sharing-example-weight-held", "sharing-example-weight-all")),
        per: 1,
        frequency: Frequency::Month,
        better: Better::Higher,
    },
    Example {
        name: "fall",
        label: "sharing-example-falls",
        title: "sharing-example-falls-name",
        shape: Shape::Count,
        line: None,
        per: 1,
        frequency: Frequency::Month,
        better: Better::Lower,
    },
    Example {
        name: "nattefaste",
        label: "sharing-example-night",
        title: "sharing-example-night-name",
        shape: Shape::Share,
        line: Some(("sharing-example-night-short", "sharing-example-night-all")),
        per: 1,
        frequency: Frequency::Week,
        better: Better::Higher,
    },
    Example {
        name: "legemidler",
        label: "sharing-example-medicine",
        title: "sharing-example-medicine-name",
        shape: Shape::Share,
        line: Some(("sharing-example-medicine-done", "sharing-example-medicine-all")),
        per: 1,
        frequency: Frequency::Month,
        better: Better::Higher,
    },
    Example {
        name: "urinveisinfeksjon",
        label: "sharing-example-infection",
        title: "sharing-example-infection-name",
        shape: Shape::Rate,
        line: Some(("sharing-example-infection-new", "sharing-example-infection-days")),
        per: 1000,
        frequency: Frequency::Month,
        better: Better::Lower,
    },
    Example {
        name: "handhygiene",
        label: "sharing-example-hands",
        title: "sharing-example-hands-name",
        shape: Shape::Share,
        line: Some(("sharing-example-hands-done", "sharing-example-hands-all")),
        per: 1,
        frequency: Frequency::Week,
        better: Better::Higher,
    },
    Example {
        name: "viktig",
        label: "sharing-example-matters",
        title: "sharing-example-matters-name",
        shape: Shape::Share,
        line: Some(("sharing-example-matters-asked", "sharing-example-matters-all")),
        per: 1,
        frequency: Frequency::Month,
        better: Better::Higher,
    },
    Example {
        name: "trykksar",
        label: "sharing-example-ulcers",
        title: "sharing-example-ulcers-name",
        shape: Shape::Count,
        line: None,
        per: 1,
        frequency: Frequency::Month,
        better: Better::Lower,
    },
];

pub fn alternatives() -> Vec<Alternative> {
    EXAMPLES.iter().map(|example| Alternative::new(example.name, example.label)).collect()
}

/// The example of that name, in the words of who begins.
pub fn measure(t: Text, name: &str) -> Option<NewMeasure> {
    let example = EXAMPLES.iter().find(|example| example.name == name)?;
    let title = t.plain(example.title);
    let (numerator, denominator) = match example.line {
        Some((above, below)) => (t.plain(above), t.plain(below)),
        None => (title.clone(), String::new()),
    };
    Some(NewMeasure {
        kind: MeasureKind::Outcome,
        better: example.better,
        goal: None,
        definition: NewDefinition {
            name: title,
            shape: example.shape,
            unit: String::new(),
            per: example.per,
            numerator,
            denominator,
            definition: String::new(),
            frequency: example.frequency,
            plan: Plan::default(),
        },
    })
}
