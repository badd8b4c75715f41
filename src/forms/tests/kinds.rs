//! Each kind's form holds each of its facts: written in a browser, sent, checked, found again.

use std::path::Path;

use askama::Template;
use serde_json::{Value, json};

use super::browser;
use crate::forms::{Field, FieldKind, Filled, Form, Known, Submitted, View};
use crate::i18n::{Lang, Text};
use crate::kinds::Kind;
use crate::{events, news, packages, pages, projects, publications, tools};

/// The kinds with their forms, and an example that has something in every field.
fn kinds() -> [(&'static Kind, Form, Value); 7] {
    [
        (&projects::KIND, projects::form::form(), project()),
        (&tools::KIND, tools::form::form(), tool()),
        (&packages::KIND, packages::form::form(), package()),
        (&publications::KIND, publications::form::form(), publication()),
        (
            &news::KIND,
            news::form::form(),
            json!({
                "byline": "Redaksjonen", "image_credit": "Åse Eksempel", "image_alt": "To ved et bord", "publisher": "USHT",
            }),
        ),
        (&events::KIND, events::form::form(), event()),
        (&pages::KIND, pages::form::form(), json!({})),
    ]
}

fn project() -> Value {
    json!({
        "status": "completed", "period": { "from": "2019-06", "to": "2021" },
        "responsible": ["Hamar kommune", "Lundvik kommune"],
        "leaders": [{ "role": "prosjektleder", "name": "Åse Eksempel" }, { "role": "fagutvikler" }],
        "funders": ["Statsforvalteren"], "partners": ["Høgskolen", "Pårørendelaget"],
        "aim": "Halvparten så mange fall", "user_involvement": "To brukere i gruppen", "anchoring": "Kommunedirektøren",
        "outcome": "improved", "outcome_note": "Fra 12 til 4 fall i måneden",
        "sections": {
            "background": "## Før\n\nMange <fall>.", "aims": "Færre fall", "what_we_do": "- runder\n- sko",
            "results": "| a | b |\n|---|---|\n| 1 | 2 |", "lessons": "\n    kode først", "what_it_took": "Tid",
            "how_to_start": "Tell", "how_to_sustain": "Fortsett å telle",
        },
        "sources": [{ "text": "Veileder", "url": "https://example.org/a?b=c&d=e" }, { "text": "Samtaler" }],
        "materials": [{ "text": "Skjema", "url": "https://example.org/skjema" }],
    })
}

fn tool() -> Value {
    json!({
        "type": "checklist", "phases": ["prepare", "follow_up"], "minutes": 15, "time_note": "per rom",
        "target_groups": ["staff", "leaders"], "licence": "CC BY 4.0", "licence_url": "https://example.org/by",
        "publisher": "USHT", "version": "2", "revised": "2025-06-14", "how_to_use": "Slik", "how_to_start": "Begynn",
        "how_to_sustain": "Fortsett", "links": [{ "text": "Mer", "url": "https://example.org" }],
    })
}

fn package() -> Value {
    let module = |title: &str| {
        json!({
            "title": title, "minutes": 45, "text": "Les **dette**", "checklist": ["En ting", "To ting"],
            "materials": [{ "text": "Lysbilder", "url": "https://example.org/l" }], "questions": ["Hvorfor?"],
        })
    };
    json!({
        "aim": "Lære", "target_groups": ["students"], "modules": [module("Start"), module("Slutt")],
        "try_out": { "method": "Metode", "model": "Modell" }, "experience": "Godt", "how_to_start": "Slik",
        "how_to_sustain": "Sånn", "licence": "CC BY 4.0", "licence_url": "https://example.org/by", "publisher": "USHT",
        "version": "1", "revised": "2024",
    })
}

fn publication() -> Value {
    json!({
        "title_nb": "Norsk tittel", "title_en": "English title", "part": "Kapittel 2", "version": "5", "status": "gjeldende",
        "series_number": "IS-2285", "isbn": "978-82-8081-381-7", "issn": "0806-8275", "doi": "10.1000/182",
        "revised": "2015-03", "next_revision": "2027", "published": "2015-03-26", "expires": "2030",
        "publishers": ["Direktoratet", "Senteret"], "editors": ["Åse Eksempel"], "type": "Veileder for alle",
        "summary": true,
    })
}

fn event() -> Value {
    json!({
        "starts": "2026-12-01T09:00", "ends": "2026-12-02T15:30", "form": "both", "place": "Hamar",
        "address": "Storgata 1", "digital_url": "https://example.org/mote",
        "programme": [{ "time": "09:00", "title": "Åpning", "text": "Kaffe" }, { "title": "Slutt" }],
        "target_groups": ["next_of_kin"], "organisers": ["USHT", "Kommunen"], "cancelled": true,
        "cancelled_note": "Sykdom", "links": [{ "text": "Påmelding", "url": "https://example.org/p" }],
    })
}

/// Shown with these facts, sent as the page stands, and read.
fn round(form: &Form, facts: &Value) -> Filled {
    let shown = Filled::of(form, facts);
    assert_eq!(shown.faults, [], "{facts}");
    let page = View::new(Text::new(Lang::Nn), form, &shown, &Known::default()).render().unwrap();
    let sent = Submitted::urlencoded(browser::body(&browser::filled_in(&page)).as_bytes(), false);
    Filled::read(form, sent, &Known::default())
}

#[test]
fn a_full_form_is_stored_and_every_fact_is_found_again() {
    for (kind, form, facts) in kinds() {
        let name = kind.name;
        assert_eq!(form.check(), [], "{name}");
        let checked = (kind.store.check)(facts.clone()).expect(name);
        let filled = round(&form, &facts);
        assert_eq!(filled.faults, [], "{name}");
        let stored = (kind.store.check)(filled.value).expect(name);
        assert_eq!(stored, checked, "{name}");
        // And from what is stored, with all that it says of what there is none of.
        let again = (kind.store.check)(round(&form, &stored).value).expect(name);
        assert_eq!(again, checked, "{name}");
    }
}

#[test]
fn every_fact_has_its_field_and_every_field_its_words() {
    for (kind, form, facts) in kinds() {
        let name = kind.name;
        // What the type writes of the example is all that the kind can hold.
        let checked = (kind.store.check)(facts).expect(name);
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
            let page = View::new(t, &form, &Filled::empty(), &Known::default());
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
    let form = publications::form::form();
    let facts = json!({ "left_empty": ["version", "isbn", "published"] });
    let filled = round(&form, &facts);
    assert_eq!((filled.faults, &filled.value), (vec![], &facts));
    let both = json!({ "version": "2", "left_empty": ["version"] });
    let faults = (publications::KIND.store.check)(round(&form, &both).value).unwrap_err();
    assert_eq!(faults[0].key, "publications-fault-left-empty");
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
            let stored = (kind.store.check)(facts.clone()).unwrap();
            let filled = round(form, &stored);
            let name = item["external_id"].as_str().unwrap();
            assert_eq!(filled.faults, [], "{name}");
            let again = (kind.store.check)(filled.value).unwrap();
            let (mut again, mut stored) = (again, stored);
            // A kind without facts says so in two ways.
            for value in [&mut again, &mut stored] {
                in_order(&form.fields, value);
                if value.is_null() {
                    *value = (kind.store.check)(json!({})).unwrap();
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
    let form = projects::form::form();
    for (length, is_good) in [(100_000, true), (100_001, false)] {
        let text = "å".repeat(length);
        let body = browser::body(&[("sections.results".to_owned(), text.clone())]);
        assert!(body.len() < form.limit);
        let filled =
            Filled::read(&form, Submitted::urlencoded(body.as_bytes(), false), &Known::default());
        assert_eq!(filled.is_good(), is_good);
        let page = View::new(Text::new(Lang::Nb), &form, &filled, &Known::default());
        assert!(page.render().unwrap().contains(&text));
        let summary = page.summary.render().unwrap();
        assert_eq!(summary.contains("href=\"#sections-results\""), !is_good);
    }
}
