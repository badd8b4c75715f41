//! Each kind's form holds each of its facts: written in a browser, sent, checked, found again.

use std::path::Path;

use askama::Template;
use serde_json::{Value, json};

use super::{browser, urlencoded};
use crate::forms::{Field, FieldKind, Filled, Form, RegisterNames, View};
use crate::i18n::{Lang, Text};
use crate::items::read;
use crate::kinds::Kind;
use crate::site::Site;
use crate::testing::{both_engines, full_facts};

/// The kinds of the site with their forms, and an example that has something in every field.
pub(super) fn kinds() -> Vec<(&'static Kind, Form, Value)> {
    let all = Site::default().kinds();
    all.iter().map(|kind| (kind, (kind.form)(), full_facts(kind.name))).collect()
}

fn kind(name: &str) -> &'static Kind {
    Site::default().kinds().named(name).expect(name)
}

/// Shown with these facts, sent as the page stands, and read.
fn round(form: &Form, facts: &Value) -> Filled {
    let shown = Filled::of(form, facts);
    assert_eq!(shown.faults, [], "{facts}");
    let page =
        View::new(Text::new(Lang::Nn), form, &shown, &RegisterNames::default()).render().unwrap();
    let sent = urlencoded(&browser::body(&browser::filled_in(&page)));
    Filled::read(form, sent, &RegisterNames::default())
}

#[test]
fn a_full_form_is_stored_and_every_fact_is_found_again() {
    for (kind, form, facts) in kinds() {
        let name = kind.name;
        assert_eq!(form.check(), [], "{name}");
        let checked = (kind.check)(facts.clone()).expect(name);
        let filled = round(&form, &facts);
        assert_eq!(filled.faults, [], "{name}");
        let stored = (kind.check)(filled.value).expect(name);
        assert_eq!(stored, checked, "{name}");
        // And from what is stored, with all that it says of what there is none of.
        let again = (kind.check)(round(&form, &stored).value).expect(name);
        assert_eq!(again, checked, "{name}");
    }
}

both_engines! {
    async fn what_a_form_made_is_stored_and_found_again(app: TestApp) {
        for (kind, form, facts) in kinds() {
            let filled = round(&form, &facts);
            let name = kind.name;
            let line = json!({
                "kind": name, "external_id": name, "lang": "nb", "title": "Fra skjema", "facts": filled.value,
            });
            app.import(&[line]).await;
            let item = read::by_external_id(&app.app.db, name).await.unwrap().expect(name);
            let found = read::by_slug(&app.app.db, name, &item.slug, None).await.unwrap();
            let read::Found::Here(shown) = found else { panic!("{name} is not there") };
            let stored = shown.content.facts;
            assert_eq!(stored, (kind.check)(facts).unwrap(), "{name}");
            let again = round(&form, &stored);
            assert_eq!((again.faults, again.value), (vec![], filled.value), "{name}");
        }
    }
}

#[test]
fn every_fact_has_its_field_and_every_field_its_words() {
    for (kind, form, facts) in kinds() {
        let name = kind.name;
        // What the type writes of the example is all that the kind can hold.
        let checked = (kind.check)(facts).expect(name);
        let known = leaves(&form.fields, "");
        let mut told = Vec::new();
        paths(&checked, "", &mut told);
        for path in &told {
            assert!(known.contains(path), "{name}: {path} has no field; {known:?}");
        }
        for path in &known {
            // What can't be together with the rest of the example.
            let is_apart = *path == "left_empty";
            assert!(is_apart || told.contains(path), "{name}: {path} is not in the example");
        }
        for lang in Lang::ALL {
            let t = Text::new(lang);
            let page = View::new(t, &form, &Filled::empty(), &RegisterNames::default());
            assert_eq!(page.render().unwrap().is_empty(), form.fields.is_empty());
        }
    }
}

/// The paths of the fields, rows left out.
fn leaves(fields: &[Field], before: &str) -> Vec<String> {
    let mut found = Vec::new();
    for field in fields {
        let path =
            if before.is_empty() { field.key.clone() } else { format!("{before}.{}", field.key) };
        match &field.kind {
            FieldKind::Part { fields } | FieldKind::Group { fields, .. } => {
                found.extend(leaves(fields, &path));
            }
            FieldKind::Period => found.extend([format!("{path}.from"), format!("{path}.to")]),
            _ => found.push(path),
        }
    }
    found
}

/// The paths of what has a value.
fn paths(value: &Value, before: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let path = if before.is_empty() { key.clone() } else { format!("{before}.{key}") };
                paths(value, &path, found);
            }
        }
        Value::Array(rows) if rows.first().is_some_and(Value::is_object) => {
            for row in rows {
                paths(row, before, found);
            }
        }
        Value::Array(list) if list.is_empty() && before != "left_empty" => {}
        Value::Null => {}
        _ => found.push(before.to_owned()),
    }
}

#[test]
fn what_a_publication_lists_without_saying_goes_both_ways() {
    let publication = kind("publication");
    let form = (publication.form)();
    let facts = json!({ "left_empty": ["version", "isbn", "published"] });
    let filled = round(&form, &facts);
    assert_eq!((filled.faults, &filled.value), (vec![], &facts));
    let both = json!({ "version": "2", "left_empty": ["version"] });
    let faults = (publication.check)(round(&form, &both).value).unwrap_err();
    assert_eq!(faults[0].key, "publications-fault-left-empty");
    // What the kind itself finds wrong leads to the field too.
    let refused = round(&form, &both).and(faults.into_iter().map(|fault| fault.within("facts")));
    let page = View::new(Text::new(Lang::Nb), &form, &refused, &RegisterNames::default());
    assert!(page.fault("left_empty").is_some());
}

#[test]
fn all_that_the_demo_holds_goes_out_and_comes_back() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/demo/items.jsonl");
    let text = std::fs::read_to_string(file).unwrap();
    let mut count = 0;
    for line in text.lines() {
        let item: Value = serde_json::from_str(line).unwrap();
        let all = kinds();
        let (kind, form, _) = all.iter().find(|(kind, ..)| kind.name == item["kind"]).unwrap();
        let of_revisions = item["revisions"].as_array().into_iter().flatten();
        for facts in of_revisions.map(|revision| &revision["facts"]).chain([&item["facts"]]) {
            let stored = (kind.check)(facts.clone()).unwrap();
            let filled = round(form, &stored);
            let name = item["external_id"].as_str().unwrap();
            assert_eq!(filled.faults, [], "{name}");
            let again = (kind.check)(filled.value).unwrap();
            let (mut again, mut stored) = (again, stored);
            // A kind without facts says so in two ways.
            for value in [&mut again, &mut stored] {
                in_order(&form.fields, value);
                if value.is_null() {
                    *value = (kind.check)(json!({})).unwrap();
                }
            }
            assert_eq!(again, stored, "{name}");
            count += 1;
        }
    }
    assert!(count > 20, "{count}");
}

/// Boxes that are ticked are a set: the form stores them in its own order.
fn in_order(fields: &[Field], value: &mut Value) {
    for field in fields {
        if let (FieldKind::Choices { options, .. }, Some(Value::Array(all))) =
            (&field.kind, value.get_mut(&field.key))
        {
            all.sort_by_key(|one| options.iter().position(|option| one == option.value.as_str()));
        }
    }
}

#[test]
fn a_text_of_a_hundred_thousand_letters_is_kept_and_one_more_is_told() {
    let form = (kind("project").form)();
    for (length, is_good) in [(100_000, true), (100_001, false)] {
        let text = "å".repeat(length);
        let body = browser::body(&[("sections.results".to_owned(), text.clone())]);
        assert!(body.len() < form.limit);
        let filled = Filled::read(&form, urlencoded(&body), &RegisterNames::default());
        assert_eq!(filled.is_good(), is_good);
        let page = View::new(Text::new(Lang::Nb), &form, &filled, &RegisterNames::default());
        assert!(page.render().unwrap().contains(&text));
        let summary = page.summary.render().unwrap();
        assert_eq!(summary.contains("href=\"#sections-results\""), !is_good);
    }
}
