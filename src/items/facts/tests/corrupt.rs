//! By the front door: a fact, an element of a list, a whole text that can't be read.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

use super::{Log, corrupt};
use crate::exchange::{Exported, export};
use crate::find::follow;
use crate::items::changes;
use crate::testing::{Engine, TestApp, both_engines};
use crate::work::Least;

const INCOMPLETE: &str = "Noe mangler";
const UNREADABLE: &str = "Denne teksten kan ikke vises";

/// Two projects about the same; one will be corrupt, the other is its neighbour.
async fn with_two(app: &TestApp) {
    let line = |id: &str, title: &str, partner: &str| {
        json!({
            "kind": "project", "external_id": id, "lang": "nb", "title": title,
            "lead": "Fallene ble halvert.", "themes": ["fall"], "published_at": "2020-01-01",
            "facts": {
                "status": "completed", "outcome": "improved", "period": { "from": "2018", "to": "2019" },
                "leaders": [{ "role": "fysioterapeut", "name": "Kari" }, { "role": "hjelpepleier", "name": "Ola" }],
                "partners": [partner], "sources": [{ "text": "En rapport", "url": "https://example.org/r" }],
                "sections": { "results": "Tolv fall ble til seks.", "how_to_start": "Begynn med én vakt." }
            }
        })
    };
    app.import(&[
        line("hel", "Hele lyset", "Fjord kommune"),
        line("del", "Delte lyset", "Vik kommune"),
    ])
    .await;
}

async fn exported(app: &TestApp) -> (Exported, Vec<Value>) {
    let mut out = Vec::new();
    let App { kinds, db, files } = App::of(app);
    let told = export(kinds, db, files, &mut out, None, (false, Least::USUAL)).await.unwrap();
    let lines = String::from_utf8(out).unwrap();
    (told, lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

struct App<'a> {
    kinds: &'a crate::kinds::Kinds,
    db: &'a crate::db::Db,
    files: &'a crate::files::Files,
}

impl<'a> App<'a> {
    fn of(app: &'a TestApp) -> Self {
        Self { kinds: &app.app.kinds, db: &app.app.db, files: &app.app.files }
    }
}

/// Every page that tells of many texts; each must answer.
const OF_MANY: [&str; 8] = [
    "/nb/",
    "/nb/prosjekter",
    "/nb/prosjekter?tema=fall&sorter=tittel",
    "/nb/prosjekter.atom",
    "/nb/tema/fall",
    "/nb/sok?q=lyset",
    "/nb/sok.atom?q=lyset",
    "/nb/hefte?fra=prosjekter",
];

async fn all_stand(app: &TestApp) {
    for path in OF_MANY {
        let page = app.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(page.has("/prosjekter/hele-lyset"), "{path}");
    }
    assert_eq!(app.get("/sitemap.xml").await.status, StatusCode::OK);
    for tail in ["", "/kom-i-gang", "/utskrift", "/pdf", "/referanse.ris"] {
        let page = app.get(&format!("/nb/prosjekter/hele-lyset{tail}")).await;
        assert_eq!(page.status, StatusCode::OK, "{tail}");
        assert!(!page.has(INCOMPLETE), "{tail}");
    }
}

both_engines! {
    async fn a_corrupt_fact_is_told_of_and_all_else_is_shown(app: TestApp) {
        with_two(&app).await;
        corrupt(&app, "del", 0, |text| {
            text["facts"]["status"] = json!(["hemmelig"]);
            text["facts"]["leaders"][1]["name"] = json!({ "hemmelig": 1 });
            text["facts"]["sources"][0]["text"] = json!(5);
            text["facts"]["farge"] = json!("hemmelig");
            text["facts"]["period"]["to"] = json!("2017");
            text["facts"]["anchoring"] = Value::Null;
        }).await;
        let (log, guard) = Log::start();
        let page = app.get("/nb/prosjekter/delte-lyset").await;
        let logged = log.take();
        drop(guard);
        assert_eq!(page.status, StatusCode::OK);
        for kept in [INCOMPLETE, "Kari", "hjelpepleier", "Vik kommune", "Tolv fall ble til seks.", "Begynn med"] {
            assert!(page.has(kept), "{kept}");
        }
        assert!(!page.has("Ola") && !page.has("hemmelig") && !page.has("En rapport"));
        assert_eq!(logged.matches("WARN").count(), 1, "{logged}");
        for path in ["facts.status", "facts.leaders.1.name", "facts.sources.0", "facts.farge", "facts.period"] {
            assert!(logged.contains(&format!("\"{path}\"")), "{path}: {logged}");
        }
        let id = crate::items::read::by_external_id(&app.app.db, "del").await.unwrap().unwrap().id;
        assert!(logged.contains(&format!("item={id}")) && logged.contains("kind=\"project\""), "{logged}");
        assert!(!logged.contains("hemmelig") && !logged.contains("anchoring"), "{logged}");
        for (lang, words) in [("nn", "Noko manglar"), ("en", "Something is missing")] {
            assert!(app.get(&format!("/{lang}/prosjekter/delte-lyset")).await.has(words), "{lang}");
        }
        for tail in ["utskrift", "kom-i-gang"] {
            assert!(app.get(&format!("/nb/prosjekter/delte-lyset/{tail}")).await.has(INCOMPLETE), "{tail}");
        }
        assert_eq!(app.get("/nb/prosjekter/delte-lyset/pdf").await.status, StatusCode::OK);
        app.index().await;
        assert_eq!(follow::rebuild(&app.app, &|_| {}).await.unwrap(), 2);
        assert!(app.get("/nb/sok?q=begynn+vakt").await.has("/prosjekter/delte-lyset"), "its words are found");
        all_stand(&app).await;
        assert!(app.get("/nb/prosjekter").await.has("Delte lyset"));
        let (told, lines) = exported(&app).await;
        assert_eq!((told.lines, told.unreadable), (2, 1));
        assert_eq!(lines[1]["facts"]["status"], json!(["hemmelig"]), "an export loses nothing");
        assert_eq!(lines[1]["facts"]["farge"], "hemmelig");
    }

    async fn a_corrupt_part_beside_the_facts_is_told_of_too(app: TestApp) {
        with_two(&app).await;
        corrupt(&app, "del", 0, |text| {
            text["themes"] = json!([["fall"], "fall"]);
            text["lead"] = json!(7);
            text["image"] = json!({ "file": "x" });
        }).await;
        let page = app.get("/nb/prosjekter/delte-lyset").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.has(INCOMPLETE) && page.has("Tolv fall ble til seks.") && page.has("/nb/tema/fall\""));
        app.index().await;
        all_stand(&app).await;
        assert_eq!(exported(&app).await.0.unreadable, 1);
    }

    async fn a_text_that_is_lost_has_a_page_that_says_so(app: TestApp) {
        with_two(&app).await;
        for lost in [json!([]), json!("x"), json!({}), json!({ "title": 5, "facts": {} }), Value::Null] {
            let is_null = lost.is_null();
            corrupt(&app, "del", 0, |text| *text = lost.clone()).await;
            if is_null && app.app.db.get_database_backend() == sea_orm::DbBackend::Sqlite {
                let no_json = "UPDATE revision SET content = '{no json' WHERE content = 'null'";
                assert_eq!(app.app.db.execute_unprepared(no_json).await.unwrap().rows_affected(), 1);
            }
            let (log, guard) = Log::start();
            let page = app.get("/nb/prosjekter/delte-lyset").await;
            let logged = log.take();
            drop(guard);
            assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR, "{lost}");
            assert!(page.has(UNREADABLE) && page.has("href=\"/nb/\""), "{lost}");
            assert!(logged.contains("a stored text can't be read") && logged.contains("item="), "{logged}");
            for tail in ["utskrift", "pdf", "kom-i-gang", "versjoner"] {
                let page = app.get(&format!("/nb/prosjekter/delte-lyset/{tail}")).await;
                assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR, "{tail}");
                assert!(page.has(UNREADABLE), "{tail}");
            }
        }
        app.index().await;
        assert_eq!(follow::rebuild(&app.app, &|_| {}).await.unwrap(), 1);
        all_stand(&app).await;
        assert!(!app.get("/nb/sok?q=lyset").await.has("/prosjekter/delte-lyset"));
        let (told, lines) = exported(&app).await;
        assert_eq!((told.lines, told.unreadable, lines.len()), (1, 1, 1));
    }

    async fn reading_all_goes_on_past_what_is_lost(app: TestApp) {
        with_two(&app).await;
        let line = |id: &str| json!({ "kind": "page", "external_id": id, "lang": "nb", "title": id });
        app.import(&[line("a"), line("b"), line("c")]).await;
        for id in ["hel", "a", "b"] {
            corrupt(&app, id, 0, |text| *text = json!(0)).await;
        }
        let (mut after, mut found) = (None, BTreeSet::new());
        loop {
            let page = changes::all_visible(&app.app.db, after, 1).await.unwrap();
            if page.last.is_none() {
                break;
            }
            after = page.last;
            found.extend(page.shown.into_iter().map(|shown| shown.item.external_id));
        }
        assert_eq!(found, BTreeSet::from(["c".to_owned(), "del".to_owned()]));
    }

    async fn a_version_that_is_lost_leaves_the_others(app: TestApp) {
        let line = |title: &str, day: &str| json!({
            "kind": "news", "external_id": "n", "lang": "nb", "title": title, "slug": "n",
            "published_at": "2020-01-01", "updated_at": day
        });
        app.import_in_time(&[
            line("Første", "2020-01-01"), line("Andre", "2021-01-01"), line("Tredje", "2022-01-01"),
        ])
        .await;
        app.import(&[json!({ "kind": "news", "external_id": "m", "lang": "nb", "title": "Nabo", "published_at": "2020-01-01" })]).await;
        corrupt(&app, "n", 0, |text| *text = json!([])).await;
        assert!(app.get("/nb/nyheter/n").await.has("Tredje"));
        let versions = app.get("/nb/nyheter/n/versjoner").await;
        assert_eq!(versions.status, StatusCode::OK);
        assert!(versions.has("versjoner/3\"") && !versions.has("versjoner/2\""), "only what can be compared");
        let changes = app.get("/nb/nyheter/n/versjoner/2").await;
        assert!(changes.status == StatusCode::INTERNAL_SERVER_ERROR && changes.has(UNREADABLE));
        let then = app.get("/nb/nyheter/n?per=2020-06-01").await;
        assert!(then.status == StatusCode::INTERNAL_SERVER_ERROR && then.has(UNREADABLE));
        let list = app.get("/nb/nyheter?per=2020-06-01").await;
        assert!(list.status == StatusCode::OK && list.has("Nabo") && !list.has("Tredje"));
        assert!(app.get("/nb/nyheter?per=2021-06-01").await.has("Andre"));
        let (told, lines) = exported(&app).await;
        assert_eq!((told.lines, told.unreadable), (2, 1));
        assert_eq!(lines[0]["revisions"][0]["title"], "Andre");
    }

    async fn a_card_that_is_lost_leaves_its_title(app: TestApp) {
        with_two(&app).await;
        app.app.db.execute_unprepared("UPDATE item SET card = '[' WHERE external_id = 'del'").await.unwrap();
        all_stand_without_index(&app).await;
        assert!(app.get("/nb/prosjekter").await.has("Delte lyset"));
    }
}

async fn all_stand_without_index(app: &TestApp) {
    app.index().await;
    all_stand(app).await;
}

#[tokio::test]
async fn paper_says_that_something_is_missing() {
    let app = TestApp::new(Engine::Sqlite).await.uncached();
    with_two(&app).await;
    let whole = app.get("/nb/prosjekter/delte-lyset/pdf").await;
    corrupt(&app, "del", 0, |text| text["facts"]["farge"] = json!(1)).await;
    let part = app.get("/nb/prosjekter/delte-lyset/pdf").await;
    assert_eq!((whole.status, part.status), (StatusCode::OK, StatusCode::OK));
    // All that could be read before can be read still: the papers differ by the notice alone.
    assert_ne!(whole.header("etag"), part.header("etag"));
    app.end().await;
}
