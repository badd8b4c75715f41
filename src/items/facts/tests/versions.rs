//! A kind of a second version, whose first called a field otherwise.

use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::{corrupt, stored};
use crate::config::RateLimits;
use crate::exchange::export;
use crate::forms::Form;
use crate::i18n::{Text, Words};
use crate::items::{self, SearchText, Shown};
use crate::kinds::{CardFoot, Headings, Kind, Sharing};
use crate::library::sheet::{self, Sheet};
use crate::room::Room;
use crate::site::Site;
use crate::testing::{Engine, TestApp};

/// A recipe; once its `steps` were called `ways`, and how long it takes was a text.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Facts {
    steps: Vec<String>,
    minutes: u32,
}

impl items::Facts for Facts {
    const VERSION: u16 = 2;

    /// Nobody is asked here.
    fn form() -> Form {
        Form::new(0, [])
    }

    fn upgrade(from: u16, facts: &mut Map<String, Value>) {
        assert_eq!(from, 1);
        if let Some(ways) = facts.remove("ways") {
            facts.insert("steps".to_owned(), ways);
        }
        if let Some(minutes) = facts.get("minutes").and_then(Value::as_str) {
            let minutes = minutes.parse::<u32>().map_or_else(|_| json!(minutes), |n| json!(n));
            facts.insert("minutes".to_owned(), minutes);
        }
    }

    fn card(&self) -> Value {
        json!({ "minutes": self.minutes })
    }

    fn search_text(&self) -> SearchText {
        let mut words = SearchText::default();
        self.steps.iter().for_each(|step| words.line(step));
        words
    }
}

static KIND: Kind = Kind {
    store: items::Kind::of::<Facts>("recipe"),
    word: "tools-word",
    path: "oppskrifter",
    card_foot: |card, t: Text| {
        let minutes = card.facts_as::<Facts>().minutes;
        CardFoot::quietly(None, Some(format!("{minutes} min")), t)
    },
    list: Some(Headings { heading: "tools-heading", lead: "tools-lead", count: "tools-count" }),
    printable: |shown, t| page(shown, t).on_paper(),
    sharing: Sharing::PLAIN,
    ..Kind::PLAIN
};

static ROOM: Room = Room {
    name: "recipes",
    kinds: &[&KIND],
    routes: |_| sheet::routes(&KIND, page),
    ..Room::EMPTY
};

fn page(shown: &Shown, t: Text) -> Sheet {
    let facts: Facts = shown.content.facts_as();
    let mut sheet = Sheet::default();
    let name = |name: &str| Words::name(t.lang, name, t.lang);
    sheet.own_fact("steps", name("steps"), facts.steps);
    sheet.own_fact("minutes", name("minutes"), Some(facts.minutes.to_string()));
    sheet
}

fn recipe(id: &str, facts: &Value) -> Value {
    json!({ "kind": "recipe", "external_id": id, "lang": "nb", "title": id, "published_at": "2020-01-01", "facts": facts })
}

async fn renamed(engine: Engine) {
    let limits = RateLimits { on: false, ..RateLimits::default() };
    let app = TestApp::of(Site::default().with(&ROOM), engine, limits).await;
    app.import(&[
        recipe("suppe", &json!({ "steps": ["Kok vann"], "minutes": 20 })),
        recipe("kake", &json!({ "steps": ["Knus egg"], "minutes": 60 })),
    ])
    .await;
    assert_eq!(stored(&app, "suppe").await["facts_version"], 2);
    // As a program of the first version stored them.
    corrupt(&app, "suppe", 0, |text| {
        text["facts"] = json!({ "ways": ["Skrell løk", "Kok vann"], "minutes": "25" });
        text.as_object_mut().unwrap().remove("facts_version");
    })
    .await;
    corrupt(&app, "kake", 0, |text| {
        text["facts"] = json!({ "ways": ["Knus egg", 5], "minutes": "lenge" });
        text.as_object_mut().unwrap().remove("facts_version");
    })
    .await;
    let page = app.get("/nb/oppskrifter/suppe").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.has("Skrell løk") && page.has("Kok vann") && page.has("25"));
    assert!(!page.has("Noe mangler"), "a field with another name is not missing");
    let part = app.get("/nb/oppskrifter/kake").await;
    assert!(part.has("Knus egg") && part.has("Noe mangler"));
    app.index().await;
    assert!(app.get("/nb/sok?q=skrell").await.has("/nb/oppskrifter/suppe"));
    let App { kinds, db, files, .. } = &app.app;
    let mut out = Vec::new();
    let told = export(kinds, db, files, &mut out, None, (false, Least::USUAL)).await.unwrap();
    assert_eq!((told.lines, told.unreadable), (2, 1));
    let lines = String::from_utf8(out).unwrap();
    let first: Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    assert_eq!(first["facts"], json!({ "steps": ["Skrell løk", "Kok vann"], "minutes": 25 }));
    // An export that comes in again changes nothing; what is changed is stored as today's facts.
    app.import(&[recipe("suppe", &first["facts"])]).await;
    assert_eq!(stored(&app, "suppe").await["facts_version"], Value::Null);
    let longer = json!({ "steps": ["Skrell løk", "Kok vann"], "minutes": 30 });
    app.import(&[recipe("suppe", &longer)]).await;
    assert_eq!(stored(&app, "suppe").await["facts_version"], 2);
    let changes = app.get("/nb/oppskrifter/suppe/versjoner/2").await;
    assert!(changes.status == StatusCode::OK && !changes.has("Skrell"), "{}", changes.body);
    assert!(app.get("/nb/oppskrifter").await.has("30 min"));
    app.end().await;
}

use crate::app::App;
use crate::work::Least;

#[tokio::test]
async fn a_renamed_field_is_read_on_sqlite() {
    renamed(Engine::Sqlite).await;
}

#[tokio::test]
async fn a_renamed_field_is_read_on_postgres() {
    renamed(Engine::Postgres).await;
}

#[test]
fn a_card_of_the_first_version_is_read_too() {
    let card: items::Card = serde_json::from_str(r#"{ "facts": { "minutes": "25" } }"#).unwrap();
    assert_eq!(card.facts_as::<Facts>().minutes, 25);
}

#[test]
fn facts_of_a_newer_program_are_read_as_far_as_they_can_be() {
    let newer = json!({ "steps": ["Kok vann"], "minutes": 20, "portions": 4 });
    let read = super::super::read::<Facts>(&newer, 3);
    assert_eq!((read.facts.minutes, read.unreadable), (20, vec!["facts.portions".to_owned()]));
}
