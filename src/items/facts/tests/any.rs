//! Any JSON as the facts of any kind is read without panic, and what can be read of it is kept.

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::{Map, Value, json};

use crate::i18n::{Lang, Text};
use crate::items::{Shown, changes, read};
use crate::kinds::Kind;
use crate::testing::{Engine, TestApp, full_facts};

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        Just(json!(u32::MAX)),
        "\\PC{0,8}".prop_map(Value::from),
        "[0-9]{4}(-[0-9]{2}){0,2}(T[0-9]{2}:[0-9]{2})?".prop_map(Value::from),
    ];
    let name =
        prop_oneof!["[a-z_]{1,8}", "\\PC{0,4}", Just("text".to_owned()), Just("title".to_owned())];
    leaf.prop_recursive(3, 24, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(name.clone(), inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// All places in a value, as JSON pointers.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(map) => {
            map.iter().for_each(|(name, value)| places(value, &format!("{at}/{name}"), found));
        }
        Value::Array(all) => {
            all.iter()
                .enumerate()
                .for_each(|(n, value)| places(value, &format!("{at}/{n}"), found));
        }
        _ => {}
    }
}

/// Asks the kind all that the site asks of it.
fn ask_all(kind: &'static Kind, shown: &Shown) -> Vec<String> {
    let content = &shown.content;
    for lang in [Lang::Nb, Lang::En] {
        let t = Text::new(lang);
        (kind.printable)(shown, t);
        kind.guide.map(|guide| guide(content, t));
        let facts = (kind.card)(content);
        let card = crate::items::Card { facts, facts_version: kind.version, ..Default::default() };
        (kind.card_foot)(&card, t);
    }
    (kind.facets)(content);
    (kind.current)(content);
    (kind.search_text)(content);
    kind.when.map(|when| when(content));
    (kind.sharing.schema)(content);
    kind.sharing.cite.map(|cite| cite(content));
    kind.sharing.happening.map(|happening| happening(content));
    kind.is_incomplete(shown);
    (kind.unreadable)(content)
}

#[tokio::test]
async fn any_json_as_facts_is_read_without_panic() {
    let app = TestApp::new(Engine::Sqlite).await;
    let samples = app.app.kinds.iter().map(|kind| {
        let name = kind.name;
        let facts = full_facts(name);
        json!({ "kind": name, "external_id": name, "lang": "nb", "title": name, "facts": facts })
    });
    app.import(&samples.collect::<Vec<_>>()).await;
    let mut all: Vec<(&'static Kind, Shown)> = Vec::new();
    for kind in app.app.kinds.iter() {
        let item = read::by_external_id(&app.app.db, kind.name).await.unwrap().unwrap();
        let shown = changes::visible(&app.app.db, &[item.id]).await.unwrap().remove(0);
        assert_eq!(ask_all(kind, &shown), Vec::<String>::new(), "{}", kind.name);
        all.push((kind, shown));
    }
    let mut runner = TestRunner::new(ProptestConfig::with_cases(300));
    for (kind, shown) in &all {
        runner
            .run(&any_json(), |facts| {
                let mut shown = shown.clone();
                shown.content.facts = facts;
                ask_all(kind, &shown);
                Ok(())
            })
            .unwrap();
        let Value::Object(whole) = &shown.content.facts else { continue };
        let mut found = Vec::new();
        places(&shown.content.facts, "", &mut found);
        runner
            .run(&(prop::sample::select(found), any_json()), |(place, other)| {
                let mut shown = shown.clone();
                *shown.content.facts.pointer_mut(&place).unwrap() = other;
                let unreadable = ask_all(kind, &shown);
                let touched = place.split('/').nth(1).unwrap_or_default();
                let elsewhere = unreadable
                    .iter()
                    .find(|path| !touched.is_empty() && path.split('.').nth(1) != Some(touched));
                prop_assert!(
                    elsewhere.is_none(),
                    "{place} is other, and {elsewhere:?} can't be read"
                );
                kept(kind, whole, &shown, touched)
            })
            .unwrap();
    }
    app.end().await;
}

/// What was not touched is read as before.
fn kept(
    kind: &Kind,
    whole: &Map<String, Value>,
    shown: &Shown,
    touched: &str,
) -> Result<(), TestCaseError> {
    if touched.is_empty() {
        return Ok(());
    }
    let as_read = match kind.name {
        "project" => serde_json::to_value(shown.content.facts_as::<crate::projects::Facts>()),
        "event" => serde_json::to_value(shown.content.facts_as::<crate::events::Facts>()),
        "publication" => {
            serde_json::to_value(shown.content.facts_as::<crate::publications::Facts>())
        }
        _ => return Ok(()),
    };
    let as_read = as_read.unwrap();
    for (name, value) in whole.iter().filter(|(name, _)| *name != touched) {
        prop_assert_eq!(&as_read[name], value, "{}", name);
    }
    Ok(())
}
