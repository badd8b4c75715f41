//! The schema for machines says what the import says: what goes out is accepted by both, and what is
//! wrong is refused by both.

use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::{Value, json};

use super::exported;
use crate::exchange::export_registers;
use crate::testing::both_engines;

struct Schema {
    schemas: Schemas,
    line: SchemaIndex,
}

impl Schema {
    fn read() -> Self {
        const ADDRESS: &str = "https://padriver.example/exchange.schema.json";
        let text = include_str!("../../../docs/exchange.schema.json");
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.enable_format_assertions();
        compiler.add_resource(ADDRESS, serde_json::from_str(text).unwrap()).unwrap();
        let line = compiler.compile(ADDRESS, &mut schemas).unwrap();
        Self { schemas, line }
    }

    /// What is wrong with the line, if anything is.
    fn fault(&self, line: &Value) -> Option<String> {
        self.schemas.validate(line, self.line).err().map(|why| format!("{why:#}"))
    }

    fn accepts(&self, line: &Value) {
        if let Some(why) = self.fault(line) {
            panic!("{why}\n{line:#}");
        }
    }
}

fn organisation() -> Value {
    json!({ "kind": "organisation", "id": "0190c1de-0000-7000-8000-00000000000a", "slug": "solbakken",
        "old_slugs": ["gammelt-hjem", "eldre-hjem"], "statements": [
        { "what": "exists", "type": "nursing_home", "source": "Prøven" },
        { "what": "name", "name": "Solbakken", "source": "Prøven" },
        { "what": "part_of", "municipality": "0301", "from": "2010", "source": "Prøven" },
    ]})
}

fn centre() -> Value {
    json!({ "kind": "centre", "slug": "nytt-senter", "statements": [
        { "what": "exists", "type": "utviklingssenter", "from": "2025", "source": "Prøven" },
        { "what": "name", "name": "Nytt senter", "from": "2025", "source": "Prøven" },
        { "what": "host", "municipality": "3403", "from": "2025", "source": "Prøven" },
        { "what": "agreement", "with": ["solbakken"], "about": "Praksis", "from": "2025", "source": "Prøven" },
        { "what": "contact", "role": "leder", "email": "leder@example.org", "from": "2025", "source": "Prøven" },
    ]})
}

fn project() -> Value {
    json!({ "kind": "project", "external_id": "p1", "lang": "nb", "title": "Trygge netter",
        "published_at": "2020-04-27", "themes": ["fall"], "counties": ["50"],
        "contact": { "role": "leder", "email": "leder@example.org" },
        "facts": { "outcome": "improved", "partners": ["Gammelt hjem"],
            "sections": { "results": "Færre fall." }, "sources": [{ "text": "Boka" }] } })
}

fn adoption() -> Value {
    json!({ "kind": "adoption", "id": "0190c1de-0000-7000-8000-00000000000c", "of": "p1",
        "municipality": "3403", "unit": "Solbakken", "organisation": "solbakken", "lang": "nb",
        "stages": [{ "status": "trying", "since": "2025-09" }, { "status": "in_use", "since": "2026" }],
        "outcome": "improved", "told": "Roligere.", "contact_role": "Fagkoordinator" })
}

/// A line with something at a place that does not belong there; `null` takes away.
fn with(line: fn() -> Value, place: &str, value: &Value) -> Value {
    let mut line = line();
    let (within, last) = place.rsplit_once('/').unwrap();
    let there = line.pointer_mut(within).unwrap();
    match (there, value) {
        (Value::Object(map), Value::Null) => drop(map.remove(last)),
        (Value::Object(map), value) => drop(map.insert(last.to_owned(), value.clone())),
        (Value::Array(all), value) => all[last.parse::<usize>().unwrap()] = value.clone(),
        _ => panic!("{place}"),
    }
    line
}

type Wrong = (fn() -> Value, &'static str, Value);

fn wrong() -> Vec<Wrong> {
    let text = |text: &str| json!(text);
    let bord = json!({ "file": "bord.png", "alt": "Et bord", "credit": "Foto: Senteret" });
    vec![
        (project, "/kind", text("song")),
        (project, "/title", Value::Null),
        (project, "/title", json!(7)),
        (project, "/title", json!("x".repeat(201))),
        (project, "/external_id", text("")),
        (project, "/lang", text("de")),
        (project, "/state", text("gone")),
        (project, "/colour", text("red")),
        (project, "/id", text("7")),
        (project, "/slug", text("Store Bokstaver")),
        (project, "/published_at", text("in May")),
        (project, "/review_by", text("in May")),
        (project, "/unreviewed", text("a parrot")),
        (project, "/counties", json!([50])),
        (project, "/pictures", json!([{ "name": "1" }])),
        (project, "/pictures", json!([{ "name": "Et bord", "image": bord }])),
        (project, "/contact/telephone", text("22 22 22 22")),
        (project, "/contact/email", Value::Null),
        (project, "/facts/outcome", text("good")),
        (project, "/facts/outcomes", text("improved")),
        (project, "/facts/partners", text("Fjordkommunen")),
        (project, "/facts/sections/result", text("Færre fall.")),
        (project, "/facts/sources/0/link", text("https://example.org")),
        (project, "/facts/sources/0/url", text("ftp://example.org")),
        (organisation, "/slug", Value::Null),
        (organisation, "/slug", text("Med Blanke")),
        (organisation, "/id", text("7")),
        (organisation, "/old_slugs", text("gammelt-hjem")),
        (organisation, "/old_slugs/0", text("Gammelt hjem")),
        (organisation, "/old_slugs/0", json!(7)),
        (organisation, "/old_slug", text("gammelt-hjem")),
        (organisation, "/statements", json!([])),
        (organisation, "/statements/0/type", text("castle")),
        (organisation, "/statements/0/source", Value::Null),
        (organisation, "/statements/1/name", Value::Null),
        (organisation, "/statements/1/what", text("song")),
        (organisation, "/statements/2/from", text("in May")),
        (organisation, "/statements/2/organisation", text("helse-fonna")),
        (organisation, "/statements/2/municipality", text("301")),
        (centre, "/id", text("0190c1de-0000-7000-8000-00000000000b")),
        (centre, "/old_slugs", json!(["gammelt-senter"])),
        (centre, "/statements/0/type", text("nursing_home")),
        (centre, "/statements/3/about", json!(7)),
        (centre, "/statements/2/town", text("Hamar")),
        (adoption, "/id", text("7")),
        (adoption, "/of", Value::Null),
        (adoption, "/municipality", text("301")),
        (adoption, "/lang", text("de")),
        (adoption, "/stages", json!([])),
        (adoption, "/stages/0/status", text("famous")),
        (adoption, "/stages/0/since", text("in May")),
        (adoption, "/outcome", text("good")),
        (adoption, "/unit", text(&"x".repeat(201))),
        (adoption, "/told", json!(7)),
        (adoption, "/learned_from", text("p1")),
        (adoption, "/colour", text("red")),
    ]
}

both_engines! {
    async fn what_goes_out_is_as_the_schema_says(app: TestApp) {
        let schema = Schema::read();
        app.import_samples().await;
        for line in [project(), organisation(), centre(), adoption()] {
            schema.accepts(&line);
            app.import(&[line]).await;
        }
        // A text with history.
        let mut later = project();
        later["lead"] = json!("En gang til.");
        app.import(&[later]).await;
        let mut out = Vec::new();
        export_registers(&app.app.db, &mut out, None, true).await.unwrap();
        let lines = [exported(&app, true).await, String::from_utf8(out).unwrap()].concat();
        let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let has = |what: &str, is: fn(&Value) -> bool| assert!(lines.iter().any(is), "{what}");
        has("old slugs", |line| line["old_slugs"] == json!(["eldre-hjem", "gammelt-hjem"]));
        has("history", |line| !line["revisions"].is_null());
        has("a contact", |line| !line["contact"].is_null());
        for kind in ["project", "tool", "package", "publication", "news", "event", "page", "county", "municipality", "succession", "organisation", "centre", "adoption"] {
            assert!(lines.iter().any(|line| line["kind"] == kind), "{kind}");
        }
        for line in &lines {
            schema.accepts(line);
        }
    }

    async fn what_is_wrong_is_refused_by_the_schema_and_by_the_import(app: TestApp) {
        let schema = Schema::read();
        app.import(&[organisation(), project()]).await;
        for (line, place, value) in wrong() {
            let line = with(line, place, &value);
            assert!(schema.fault(&line).is_some(), "the schema accepts {place} {value}");
            let imported = app.import_text(&line.to_string()).await;
            assert_eq!(imported.failures.len(), 1, "the import accepts {place} {value}");
        }
    }
}

#[test]
fn the_lines_of_the_documentation_are_as_the_schema_says() {
    let schema = Schema::read();
    let text = include_str!("../../../docs/exchange.md");
    let blocks = text.split("```json\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    let lines: Vec<&str> = blocks.flat_map(str::lines).collect();
    assert!(lines.len() > 10);
    for line in lines {
        schema.accepts(&serde_json::from_str(line).expect(line));
    }
}
