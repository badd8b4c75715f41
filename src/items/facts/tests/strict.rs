//! On the way in: each thing wrong is refused by its own path, and what is stored is as it was.

use serde_json::{Value, json};

use super::stored;
use crate::site::Site;
use crate::testing::both_engines;

fn paths(kind: &str, facts: Value) -> Vec<String> {
    let kinds = Site::default().kinds();
    let faults = (kinds.named(kind).unwrap().check)(facts).unwrap_err();
    faults.into_iter().map(|fault| fault.path).collect()
}

#[test]
fn each_malformed_value_is_named_by_its_own_path() {
    let facts = json!({
        "status": "ferdig", "colour": 1, "period": { "from": "2019", "to": 5 },
        "leaders": [{ "role": "a" }, { "role": "b", "name": 7, "phone": "x" }, 8, { "role": 9 }],
        "sources": [{ "url": "https://example.org" }, { "text": 1 }],
        "sections": { "bakgrunn": "x", "results": ["x"] }, "aim": null
    });
    let mut found = paths("project", facts);
    found.sort();
    assert_eq!(
        found,
        [
            "facts.aim",
            "facts.colour",
            "facts.leaders.1.name",
            "facts.leaders.1.phone",
            "facts.leaders.2",
            "facts.leaders.3.role",
            "facts.period.to",
            "facts.sections.bakgrunn",
            "facts.sections.results",
            "facts.sources.0",
            "facts.sources.1.text",
            "facts.status",
        ]
    );
    assert_eq!(paths("project", json!([1])), ["facts"]);
    assert_eq!(paths("page", json!({ "x": 1 })), ["facts"]);
    assert_eq!(paths("event", json!({ "starts": "i morgen" })), ["facts.starts"]);
    assert_eq!(
        paths("news", json!({ "byline": " ", "publisher": "a\u{0}" })),
        ["facts.byline", "facts.publisher"]
    );
}

#[test]
fn rows_are_named_by_number() {
    let many = json!({
        "starts": "2026-03-12", "organisers": vec!["x"; 201],
        "programme": [{ "title": "Kaffe" }, { "title": " ", "time": "" }], "links": [{ "text": "x", "url": "x" }]
    });
    let found = paths("event", many);
    assert_eq!(
        found,
        [
            "facts.programme.1.title",
            "facts.programme.1.time",
            "facts.links.0.url",
            "facts.organisers"
        ]
    );
    let leaders = json!({ "leaders": [{ "role": "a" }, { "role": "b", "name": "" }] });
    assert_eq!(paths("project", leaders), ["facts.leaders.1.name"]);
}

#[test]
fn a_thousand_wrong_values_are_told_in_good_time() {
    let many = json!({ "partners": vec![json!(1); 50_000], "leaders": [{ "name": 1 }] });
    let found = paths("project", many);
    assert!(
        found.contains(&"facts.partners.0".to_owned())
            && found.contains(&"facts.leaders.0.name".to_owned())
    );
    assert!(found.len() < 150, "{}", found.len());
}

both_engines! {
    async fn what_is_stored_has_the_form_that_it_always_had(app: TestApp) {
        let line = |kind: &str, facts: Value| {
            let mut line = json!({ "kind": kind, "external_id": kind, "lang": "nb", "title": kind });
            if kind == "event" {
                line["facts"] = json!({ "starts": "2026-03-12" });
            } else if !facts.is_null() {
                line["facts"] = facts;
            }
            line
        };
        let kinds = ["project", "tool", "package", "publication", "news", "event", "page"];
        let lines: Vec<Value> = kinds.iter().map(|kind| line(kind, Value::Null)).collect();
        app.import(&lines).await;
        for kind in ["publication", "news", "page"] {
            assert_eq!(stored(&app, kind).await["facts"], Value::Null, "{kind}");
        }
        let project = stored(&app, "project").await;
        let all: Vec<&String> = project.as_object().unwrap().keys().collect();
        let shared = ["body", "counties", "facts", "image", "lead", "municipalities", "source", "themes", "title"];
        assert_eq!(all, shared, "a text of the first version says nothing of versions");
        let text = project["facts"].to_string();
        assert_eq!(text, r#"{"aim":"","anchoring":"","funders":[],"leaders":[],"materials":[],"outcome":null,"outcome_note":"","partners":[],"period":{},"responsible":[],"sections":{"aims":"","background":"","how_to_start":"","how_to_sustain":"","lessons":"","results":"","what_it_took":"","what_we_do":""},"sources":[],"status":null,"user_involvement":""}"#);
        // Nothing said in other words changes no text that is here, so this is another.
        let mut empty = line("news", json!({}));
        empty["external_id"] = json!("news-2");
        app.import(&[empty]).await;
        let text = stored(&app, "news-2").await["facts"].to_string();
        assert_eq!(text, r#"{"byline":null,"image_alt":null,"image_credit":null,"publisher":null}"#);
    }
}
