//! What is asked of a model, and a model as it is filled in.

use serde_json::{Value, json};

use crate::forms::{Field, FieldKind, Form, Submitted, alternatives};
use crate::improvement::{LIMIT, LINE, PROSE, SEEN, sure};
use crate::text::Fault;
use crate::work::{Better, Frequency, Level, MeasureKind, Shape, Shared, SharedMeasure};

/// The fields of drivers, by their level.
pub const DRIVERS: [(&str, Level); 3] =
    [("primaere", Level::Primary), ("sekundaere", Level::Secondary), ("ideer", Level::Idea)];

const MOST: i64 = 10_000_000;
const MOST_DRIVERS: usize = 50;
const MOST_MEASURES: usize = 20;

pub fn form() -> Form {
    let mut fields = vec![
        Field::text("hva", "improvement-aim-what", PROSE, 3),
        Field::line("hvem", "improvement-aim-whom", LINE),
        Field::line("mye", "improvement-aim-much", LINE).helped("improvement-aim-much-help"),
    ];
    fields.extend(DRIVERS.map(|(key, level)| {
        Field::lines(key, level.key(), LINE, MOST_DRIVERS).helped("sharing-model-lines")
    }));
    fields.push(Field::group(
        "malinger",
        "improvement-measures",
        ("sharing-model-measure", "sharing-model-add"),
        MOST_MEASURES,
        measure(),
    ));
    Form::new(LIMIT, fields).hiding([SEEN])
}

fn measure() -> [Field; 12] {
    let words = |names, key: fn(&str) -> Option<&'static str>| alternatives(names, key);
    let kinds = words(MeasureKind::NAMES, |name| MeasureKind::named(name).map(MeasureKind::key));
    let shapes = words(Shape::NAMES, |name| Shape::named(name).map(Shape::key));
    let often = words(Frequency::NAMES, |name| Frequency::named(name).map(Frequency::key));
    let better = words(Better::NAMES, |name| Better::named(name).map(Better::key));
    let goal = FieldKind::Number { min: -MOST, max: MOST, decimals: 3 };
    let per = FieldKind::Number { min: 1, max: 1_000_000, decimals: 0 };
    [
        Field::line("navn", "improvement-measure", LINE).needed(),
        Field::choice("type", "sharing-model-kind", kinds).needed(),
        Field::choice("slag", "improvement-shape", shapes).needed(),
        Field::line("teller", "improvement-numerator", LINE),
        Field::line("nevner", "improvement-denominator", LINE),
        Field::new("per", "improvement-per", per),
        Field::line("enhet", "improvement-unit", 40),
        Field::choice("hver", "improvement-often", often).needed(),
        Field::choice("retning", "improvement-better", better).needed(),
        Field::new("mal", "improvement-goal", goal).helped("improvement-goal-help"),
        Field::text("definisjon", "sharing-model-definition", PROSE, 2),
        Field::line("kilde", "sharing-model-source", LINE),
    ]
}

/// «90 %» is a goal of what is counted in per cent. What stands comes back without its sign, so a small one is not
/// asked about.
pub fn in_percent(sent: &mut Submitted) -> Vec<Fault> {
    let goals = sent.names().filter_map(|name| name.strip_suffix(".mal"));
    let rows: Vec<String> = goals.map(str::to_owned).collect();
    let mut faults = Vec::new();
    for row in rows {
        let shape = Shape::named(sent.value(&format!("{row}.slag")));
        let unit = sent.value(&format!("{row}.enhet")).to_owned();
        let doubt = sure::goal(sent, &format!("{row}.mal"), (shape, unit.as_str()));
        faults.extend(doubt.filter(|_| shape == Some(Shape::Share)).filter(sure::is_impossible));
    }
    faults
}

/// A model as the value of its form.
pub fn value(shared: &Shared) -> Value {
    let of_level = |level: Level| -> Vec<&str> {
        let of = shared.drivers.iter().filter(|driver| driver.level == level);
        of.map(|driver| driver.words.as_str()).collect()
    };
    let mut value = json!({
        "hva": shared.aim.what,
        "hvem": shared.aim.whom,
        "mye": shared.aim.much,
        "malinger": shared.measures.iter().map(of_measure).collect::<Vec<_>>(),
    });
    for (key, level) in DRIVERS {
        value[key] = json!(of_level(level));
    }
    value
}

fn of_measure(measure: &SharedMeasure) -> Value {
    let goal = measure.goals.last().map(|goal| goal.value);
    // A share is typed in per cent, and kept as one of one.
    let goal = goal.map(|goal| if measure.shape == Shape::Share { goal * 100.0 } else { goal });
    json!({
        "navn": measure.name,
        "type": measure.kind,
        "slag": measure.shape,
        "teller": measure.numerator,
        "nevner": measure.denominator,
        "per": measure.per,
        "enhet": measure.unit,
        "hver": measure.frequency,
        "retning": measure.better,
        "mal": goal,
        "definisjon": measure.definition,
        "kilde": measure.plan.source,
    })
}
