//! The form of a kind and the type of its facts can't drift apart: they have the same names, and the
//! form refuses what the kind's own check refuses, and nothing else, each by the same path.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::kinds::kinds;
use crate::forms::{Field, FieldKind, Filled, Form, Format, Need, RegisterNames, Rule, path};
use crate::kinds::Kind;
use crate::text::Fault;

/// What the check of facts writes before each path.
const ROOT: &str = "facts.";

/// A kind with an example of its facts.
struct Case<'a> {
    kind: &'static Kind,
    form: &'a Form,
    facts: &'a Value,
}

#[test]
fn the_form_has_the_fields_of_the_type_and_no_others() {
    for (kind, form, facts) in kinds() {
        if form.fields.is_empty() {
            continue;
        }
        let case = Case { kind, form: &form, facts: &facts };
        case.has_fields_of_type(&form.fields, "");
    }
}

#[test]
fn the_form_and_the_check_have_the_same_limits() {
    for (kind, form, facts) in kinds() {
        let case = Case { kind, form: &form, facts: &facts };
        case.fields(&form.fields, "");
        for Rule::InOrder { earlier, later, .. } in &form.rules {
            let mut turned = facts.clone();
            let (first, last) = (at(&facts, earlier).clone(), at(&facts, later).clone());
            *at_mut(&mut turned, earlier) = last;
            *at_mut(&mut turned, later) = first;
            case.both_refuse(&turned, later, "the later before the earlier");
        }
    }
}

impl Case<'_> {
    /// The parser of the type names all the fields that it knows when it meets one that it doesn't.
    fn has_fields_of_type(&self, fields: &[Field], place: &str) {
        let mut facts = self.facts.clone();
        let object = if place.is_empty() { &mut facts } else { at_mut(&mut facts, place) };
        object.as_object_mut().expect(place).insert("no_such".to_owned(), json!(1));
        let faults = (self.kind.check)(facts).unwrap_err();
        let said = faults[0].to_string();
        let (_, expected) = said.split_once("expected").unwrap_or_else(|| panic!("{said}"));
        let of_type: BTreeSet<&str> = expected.split('`').skip(1).step_by(2).collect();
        let of_form: BTreeSet<&str> = fields.iter().map(|field| field.key.as_str()).collect();
        assert_eq!(of_form, of_type, "{}: {place}", self.kind.name);
        for field in fields {
            let inside = inside(field, place);
            if !field.kind.fields().is_empty() {
                self.has_fields_of_type(field.kind.fields(), &inside);
            }
        }
    }

    fn fields(&self, fields: &[Field], place: &str) {
        for field in fields {
            let here = path::join(place, &field.key);
            self.one(field, &here);
            if field.need == Need::Required {
                let mut without = self.facts.clone();
                let holder =
                    if place.is_empty() { &mut without } else { at_mut(&mut without, place) };
                holder.as_object_mut().expect(place).remove(&field.key);
                self.both_refuse(&without, &here, "missing");
            }
            self.fields(field.kind.fields(), &inside(field, place));
        }
    }

    fn one(&self, field: &Field, here: &str) {
        // What has more to fit than a limit is tried in the tests of its room.
        let is_apart = matches!((self.kind.name, here), ("publication", "doi" | "left_empty"));
        if is_apart {
            return;
        }
        let (good, bad) = tried(&field.kind, at(self.facts, here));
        for (value, why) in good {
            self.both_take(&self.with(here, value), here, why);
        }
        for (value, why) in bad {
            self.both_refuse(&self.with(here, value), here, why);
        }
    }

    fn with(&self, place: &str, value: Value) -> Value {
        let mut facts = self.facts.clone();
        *at_mut(&mut facts, place) = value;
        facts
    }

    fn read(&self, facts: &Value) -> Filled {
        Filled::read(self.form, Filled::of(self.form, facts).typed, &RegisterNames::default())
    }

    fn both_take(&self, facts: &Value, place: &str, why: &str) {
        let name = self.kind.name;
        let checked = (self.kind.check)(facts.clone());
        assert!(checked.is_ok(), "{name}: the check refuses {place}, {why}: {checked:?}");
        let filled = self.read(facts);
        assert_eq!(filled.faults, [], "{name}: the form refuses {place}, {why}");
        let stored = (self.kind.check)(filled.value);
        assert_eq!(stored, checked, "{name}: {place}, {why}");
    }

    fn both_refuse(&self, facts: &Value, place: &str, why: &str) {
        let name = self.kind.name;
        let faults = (self.kind.check)(facts.clone()).err().unwrap_or_default();
        assert!(!faults.is_empty(), "{name}: the check takes {place}, {why}");
        let all = faults.iter().map(|fault| fault.path.strip_prefix(ROOT).expect("the root"));
        // A page can show each of them where it belongs.
        for told in all {
            assert!(leads(told, place), "{name}: {place}, {why}, is told of {told}");
            let has_field = |path: &str| path::find(&self.form.fields, path).is_some();
            let is_known =
                has_field(told) || told.rsplit_once('.').is_some_and(|(of, _)| has_field(of));
            assert!(is_known, "{name}: no field for {told}");
        }
        let of_form: Vec<Fault> = self.read(facts).faults;
        assert!(!of_form.is_empty(), "{name}: the form takes {place}, {why}");
        for fault in of_form {
            assert!(leads(&fault.path, place), "{name}: {place}, {why}, is told of {}", fault.path);
        }
    }
}

/// Does it lead to the place, into it, or to the row that it is in?
fn leads(told: &str, place: &str) -> bool {
    told == place
        || told.starts_with(&format!("{place}."))
        || place.rsplit_once('.').is_some_and(|(row, _)| row == told)
}

/// Values that just fit the field, and such as don't, each with what they are.
type Tried = Vec<(Value, &'static str)>;

fn tried(kind: &FieldKind, example: &Value) -> (Tried, Tried) {
    let long = |length: usize| json!("å".repeat(length));
    match kind {
        FieldKind::Line { max, format: Format::Any }
        | FieldKind::Text { max, .. }
        | FieldKind::CommonMark { max, .. } => (
            vec![(long(*max), "as long as may be")],
            vec![(long(max + 1), "too long"), (json!("a\u{1}"), "with a control character")],
        ),
        FieldKind::Line { max, format: Format::Url } => {
            let start = "https://example.org/";
            let address =
                |length: usize| json!(format!("{start}{}", "a".repeat(length - start.len())));
            let bad = vec![(address(max + 1), "too long"), (json!("ftp://a"), "no address")];
            (vec![(address(*max), "as long as may be")], bad)
        }
        FieldKind::Line { max, format: Format::Hour } => (
            vec![(long(*max), "as long as may be"), (json!("Dag 2, 09.30–24:00"), "hours")],
            vec![(long(max + 1), "too long"), (json!("25.00"), "an hour that is none")],
        ),
        FieldKind::Line { .. } => (vec![], vec![(json!("1234"), "not of its form")]),
        FieldKind::Lines { max, most } => (
            vec![(json!([long(*max)]), "a long line"), (json!(vec!["a"; *most]), "many lines")],
            vec![(json!([long(max + 1)]), "too long"), (json!(vec!["a"; most + 1]), "too many")],
        ),
        FieldKind::Choice { options, other } => {
            let mut good: Tried =
                options.iter().map(|one| (json!(one.value), "an alternative")).collect();
            good.extend(other.map(|max| (long(max), "a word of one's own")));
            let bad = other.map_or(json!("no_such"), |max| long(max + 1));
            (good, vec![(bad, "none of them")])
        }
        FieldKind::Choices { options, .. } => (
            options.iter().map(|one| (json!([one.value]), "an alternative")).collect(),
            vec![(json!(["no_such"]), "none of them")],
        ),
        FieldKind::Number { min, max, .. } => (
            vec![(json!(min), "the lowest"), (json!(max), "the highest")],
            vec![(json!(min - 1), "too low"), (json!(max + 1), "too high")],
        ),
        FieldKind::Date | FieldKind::Time => (vec![], vec![(json!("2026-13-01"), "no day")]),
        FieldKind::Period => {
            (vec![], vec![(json!({ "from": "2021", "to": "2019" }), "turned around")])
        }
        FieldKind::Group { most, .. } => {
            let rows = |count: usize| Value::Array(vec![example[0].clone(); count]);
            (vec![(rows(*most), "many rows")], vec![(rows(most + 1), "too many rows")])
        }
        FieldKind::Tick | FieldKind::Part { .. } => (vec![], vec![]),
        FieldKind::Reference { .. } | FieldKind::File { .. } | FieldKind::Matrix { .. } => {
            panic!("no kind has such a fact yet: say here what fits it")
        }
    }
}

/// Where the fields inside a field stand in the example: of rows, the first.
fn inside(field: &Field, place: &str) -> String {
    let here = path::join(place, &field.key);
    if matches!(field.kind, FieldKind::Group { .. }) { format!("{here}.0") } else { here }
}

fn at<'v>(facts: &'v Value, place: &str) -> &'v Value {
    facts.pointer(&pointer(place)).unwrap_or(&Value::Null)
}

/// The value at a place, which is made when only what holds it is there.
fn at_mut<'v>(facts: &'v mut Value, place: &str) -> &'v mut Value {
    let (holder, last) = place.rsplit_once('.').unwrap_or(("", place));
    let holder = facts.pointer_mut(&pointer(holder)).expect(place);
    match holder {
        Value::Array(_) => holder.pointer_mut(&format!("/{last}")).expect(place),
        _ => holder
            .as_object_mut()
            .unwrap_or_else(|| panic!("{place}"))
            .entry(last)
            .or_insert(Value::Null),
    }
}

fn pointer(place: &str) -> String {
    if place.is_empty() { String::new() } else { format!("/{}", place.replace('.', "/")) }
}
