//! The plan of a measure, «måleplan»: what is asked, what it says, and how it is told.

use serde_json::Value;

use super::{Fact, own};
use crate::forms::{Field, FieldKind, Filled, alternatives};
use crate::i18n::Text;
use crate::improvement::{LINE, PROSE, said};
use crate::work::{
    Better, Definition, Frequency, MeasureKind, Measured, NewDefinition, Open, Plan, Shape,
};

pub const MOST: i64 = 10_000_000;

/// The texts of the plan that stand beside the definition, by their fields.
const TEXTS: [(&str, &str); 6] = [
    ("hvem", "measures-inclusion"),
    ("kilde", "measures-source"),
    ("innsamling", "measures-sample"),
    ("ansvarlig", "measures-responsible"),
    ("utgangspunkt", "measures-baseline"),
    ("brukes", "measures-used-for"),
];

/// What is asked of a measure.
pub fn fields() -> Vec<Field> {
    let words = |names, key: fn(&str) -> Option<&'static str>| alternatives(names, key);
    let kinds = words(MeasureKind::NAMES, |name| MeasureKind::named(name).map(MeasureKind::key));
    let shapes = words(Shape::NAMES, |name| Shape::named(name).map(Shape::key));
    let often = words(Frequency::NAMES, |name| Frequency::named(name).map(Frequency::key));
    let better = words(Better::NAMES, |name| Better::named(name).map(Better::key));
    let per = FieldKind::Number { min: 1, max: 1_000_000, decimals: 0 };
    let mut fields = vec![
        Field::line("navn", "measures-name", LINE).needed().helped("measures-name-help"),
        Field::choice("type", "measures-kind", kinds).needed().helped("measures-kind-help"),
        Field::text("definisjon", "measures-definition", PROSE, 3)
            .helped("measures-definition-help"),
        Field::choice("slag", "improvement-shape", shapes).needed(),
        Field::line("teller", "improvement-numerator", LINE)
            .helped("improvement-numerator-help")
            .shown_when("slag", &["count", "share", "rate"]),
        Field::line("nevner", "improvement-denominator", LINE)
            .helped("improvement-denominator-help")
            .shown_when("slag", &["share", "rate"]),
        Field::new("per", "improvement-per", per).shown_when("slag", &["rate"]),
        Field::line("enhet", "improvement-unit", 40).shown_when("slag", &["value", "rate"]),
        Field::choice("hver", "improvement-often", often).needed(),
        Field::choice("retning", "improvement-better", better).needed(),
    ];
    fields.extend(TEXTS.map(|(key, label)| Field::text(key, label, PROSE, 2)));
    for field in &mut fields {
        field.help = match field.key.as_str() {
            "hvem" => Some("measures-inclusion-help".into()),
            "innsamling" => Some("measures-sample-help".into()),
            "ansvarlig" => Some("measures-responsible-help".into()),
            "utgangspunkt" => Some("measures-baseline-help".into()),
            _ => field.help.take(),
        };
    }
    fields
}

/// What is counted, and out of what.
pub fn counted(t: Text, filled: &Filled, shape: Shape, name: &str) -> (String, String) {
    let said = |key: &str| Some(filled.text(key).to_owned()).filter(|said| !said.is_empty());
    let numerator = said("teller");
    if shape.has_denominator() {
        let usual = |key: &'static str| move || t.plain(key);
        let denominator = said("nevner").unwrap_or_else(usual("improvement-all"));
        (numerator.unwrap_or_else(usual("improvement-value")), denominator)
    } else {
        (numerator.unwrap_or_else(|| name.to_owned()), String::new())
    }
}

/// What a form that is filled in rightly says of a measure.
pub fn of(t: Text, filled: &Filled) -> (MeasureKind, Better, NewDefinition) {
    let shape = Shape::named(filled.text("slag")).unwrap_or(Shape::Value);
    let name = filled.text("navn").to_owned();
    let (numerator, denominator) = counted(t, filled, shape, &name);
    let per = filled.value.get("per").and_then(Value::as_i64);
    let text = |key: &str| filled.text(key).to_owned();
    let definition = NewDefinition {
        name,
        shape,
        unit: text("enhet"),
        per: per.and_then(|per| i32::try_from(per).ok()).unwrap_or(1),
        numerator,
        denominator,
        definition: text("definisjon"),
        frequency: Frequency::named(filled.text("hver")).unwrap_or(Frequency::Month),
        plan: Plan {
            inclusion: text("hvem"),
            source: text("kilde"),
            sample: text("innsamling"),
            responsible: text("ansvarlig"),
            baseline: text("utgangspunkt"),
            used_for: text("brukes"),
            // Said where it is shared, and kept as it was.
            people: None,
        },
    };
    let kind = MeasureKind::named(filled.text("type")).unwrap_or(MeasureKind::Outcome);
    (kind, Better::named(filled.text("retning")).unwrap_or(Better::Neither), definition)
}

/// The form with what stands now.
pub fn filled(measured: &Measured) -> Filled {
    let (row, definition) = (&measured.row, &measured.definition);
    let mut filled = Filled::empty();
    let shape = said::shape(measured);
    let mut set = |key: &str, value: &str| {
        if !value.is_empty() {
            filled.typed.set(key, value);
        }
    };
    set("navn", &definition.name);
    set("type", &row.kind);
    set("definisjon", &definition.definition);
    set("slag", &definition.shape);
    if shape == Shape::Count && definition.numerator != definition.name {
        set("teller", &definition.numerator);
    }
    if shape.has_denominator() {
        set("teller", &definition.numerator);
        set("nevner", &definition.denominator);
    }
    if shape == Shape::Rate {
        set("per", &definition.per.to_string());
    }
    if matches!(shape, Shape::Rate | Shape::Value) {
        set("enhet", &definition.unit);
    }
    set("hver", &definition.frequency);
    set("retning", &row.better);
    let plan = of_definition(definition);
    for ((key, _), text) in TEXTS.iter().zip(texts(&plan)) {
        set(key, text);
    }
    filled
}

fn of_definition(definition: &Definition) -> Plan {
    serde_json::from_value(definition.plan.clone()).unwrap_or_default()
}

/// In the order of [`TEXTS`].
fn texts(plan: &Plan) -> [&str; 6] {
    let Plan { inclusion, source, sample, responsible, baseline, used_for, people: _ } = plan;
    [inclusion, source, sample, responsible, baseline, used_for]
}

/// The plan as a page tells it: what is not said is left out.
pub fn facts(t: Text, open: &Open, measured: &Measured) -> Vec<Fact> {
    let (row, definition) = (&measured.row, &measured.definition);
    let shape = said::shape(measured);
    let ours = |text: &str| own(t, open, text);
    let word = |key: Option<&'static str>| key.map_or_else(|| ours(""), |key| t.get(key));
    let kind = MeasureKind::named(&row.kind).map(MeasureKind::key);
    let better = Better::named(&row.better).map(Better::key);
    let mut facts = vec![
        (t.get("measures-name"), ours(&definition.name)),
        (t.get("measures-kind"), word(kind)),
        (t.get("measures-definition"), ours(&definition.definition)),
        (t.get("improvement-shape"), t.get(shape.key())),
    ];
    if shape.has_denominator() {
        facts.push((t.get("measures-numerator"), ours(&definition.numerator)));
        facts.push((t.get("measures-denominator"), ours(&definition.denominator)));
    }
    if shape == Shape::Rate {
        let per = said::plain(t, f64::from(definition.per));
        facts.push((t.get("measures-per"), ours(&per)));
    }
    facts.push((t.get("improvement-unit"), ours(&definition.unit)));
    facts.push((t.get("improvement-often"), t.get(said::frequency(measured).key())));
    facts.push((t.get("improvement-better"), word(better)));
    let plan = of_definition(definition);
    let texts = TEXTS.iter().zip(texts(&plan));
    facts.extend(texts.map(|((_, label), text)| (t.get(label), ours(text))));
    if let Some(people) = plan.people {
        let said = if people { "measures-people-yes" } else { "measures-people-no" };
        facts.push((t.get("measures-people"), t.get(said)));
    }
    facts.push((t.get("measures-chart"), t.get(super::chart::key(measured.chart()))));
    facts.push((t.get("measures-rules"), t.get(super::chart::rules_key(&measured.rules().name))));
    let version = said::plain(t, f64::from(row.version));
    facts.push((t.get("measures-version"), ours(&version)));
    facts.retain(|(_, value)| !value.as_str().is_empty());
    facts
}
