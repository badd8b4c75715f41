//! A kind from another crate is a kind like any other. The room is the one of `examples/extra_kind`.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::app::App;
use crate::config::RateLimits;
use crate::exchange::export;
use crate::i18n::{self, Lang};
use crate::site::Site;
use crate::testing::{Engine, TestApp};
use crate::work::Least;

#[path = "../../examples/extra_kind/main.rs"]
#[expect(dead_code, reason = "the example is a program; here only its room is used")]
mod example;

async fn site(engine: Engine) -> TestApp {
    let limits = RateLimits { on: false, ..RateLimits::default() };
    let app = TestApp::of(Site::default().with(&example::ROOM), engine, limits).await;
    let agreement = |id: &str, form: &str, title: &str| {
        json!({
            "kind": "agreement", "external_id": id, "lang": "nb", "title": title,
            "body": "Om opplæring.", "themes": ["fall"], "counties": ["50"],
            "published_at": "2020-01-01", "facts": { "form": form, "party": "Fjellvik kommune" }
        })
    };
    app.import(&[
        agreement("ramme", "framework", "Felles innkjøp"),
        agreement("samarbeid", "cooperation", "Felles vakt"),
        agreement("annet", "cooperation", "Felles kurs"),
    ])
    .await;
    app.index().await;
    app
}

async fn is_a_kind_like_any_other(app: &TestApp) {
    let list = app.get("/nb/avtaler").await;
    assert_eq!(list.status, StatusCode::OK, "{}", list.body);
    for said in ["<h1", "Avtaler", "3 avtaler", "hva de dekker", "Avtaleform", "Samarbeidsavtale"] {
        assert!(list.has(said), "{said}");
    }
    let elsewhere = app.get("/nb/verktoy").await;
    assert!(elsewhere.has("href=\"/nb/avtaler\">Avtaler</a>"), "it is in the menu");
    let some = app.get("/en/avtaler?avtaleform=framework").await;
    assert!(some.has("1 agreement") && some.has("Framework agreement"));
    assert!(some.has("Felles innkjøp") && !some.has("Felles vakt"));
    assert_eq!(
        app.get("/nb/avtaler?avtaleform=ukjent").await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let page = app.get("/nn/avtaler/felles-vakt").await;
    assert!(page.has("Avtalepart") && page.has("Fjellvik kommune"));

    let api = app.get("/api/v1/search?q=felles&agreement_form=cooperation").await;
    let found: Value = serde_json::from_str(&api.body).unwrap();
    assert_eq!(found["total"], 2);
    assert_eq!(found["facets"]["kind"], json!({ "agreement": 2 }));
    let forms = json!({ "framework": 1, "cooperation": 2 });
    assert_eq!(found["facets"]["agreement_form"], forms);
    let wrong = app.get("/api/v1/search?agreement_form=ukjent").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let search = app.get("/nb/sok?q=fjellvik&avtaleform=framework").await;
    assert!(search.has("Felles") && search.has("Rammeavtale"));
    assert!(search.has("/nb/avtaler/felles-innkjop") && !search.has("/nb/avtaler/felles-vakt"));

    for feed in ["/nb/avtaler.atom?avtaleform=framework", "/nb/sok.atom?avtaleform=framework"] {
        let feed = app.get(feed).await;
        assert_eq!(feed.status, StatusCode::OK, "{}", feed.body);
        assert!(feed.has("Felles innkjøp") && !feed.has("Felles vakt"));
    }
    assert!(app.get("/nb/alt.atom").await.has("Felles vakt"));

    let past = app.get("/nb/sok?q=felles&avtaleform=framework&per=2021-01-01").await;
    assert!(past.has("/nb/avtaler/felles-innkjop") && !past.has("/nb/avtaler/felles-vakt"));
}

async fn comes_out_as_it_went_in(app: &TestApp) {
    let App { kinds, db, files, .. } = &app.app;
    let mut out = Vec::new();
    export(kinds, db, files, &mut out, None, (false, Least::USUAL)).await.unwrap();
    let out = String::from_utf8(out).unwrap();
    let first: Value = serde_json::from_str(out.lines().next().unwrap()).unwrap();
    assert_eq!(first["kind"], "agreement");
    assert_eq!(first["facts"]["party"], "Fjellvik kommune");
    let again = app.import_text(&out).await;
    assert_eq!((again.created, again.failures.len()), (0, 0));
    let refused = json!({
        "kind": "agreement", "external_id": "feil", "lang": "nb", "title": "Feil",
        "facts": { "form": "handshake" }
    });
    let refused = app.import_text(&refused.to_string()).await;
    assert!(format!("{:?}", refused.failures).contains("facts.form"), "{:?}", refused.failures);
}

#[tokio::test]
async fn a_kind_from_another_crate_on_sqlite() {
    let app = site(Engine::Sqlite).await;
    is_a_kind_like_any_other(&app).await;
    comes_out_as_it_went_in(&app).await;
    app.end().await;
}

#[tokio::test]
async fn a_kind_from_another_crate_on_postgres() {
    let app = site(Engine::Postgres).await;
    is_a_kind_like_any_other(&app).await;
    comes_out_as_it_went_in(&app).await;
    app.end().await;
}

/// Without the room there is neither the kind nor what search narrows by.
#[tokio::test]
async fn without_the_room_nothing_of_it_is_there() {
    let app = TestApp::new(Engine::Sqlite).await;
    assert_eq!(app.get("/nb/avtaler").await.status, StatusCode::NOT_FOUND);
    let api = app.get("/api/v1/search?agreement_form=framework").await;
    assert_eq!(api.status, StatusCode::UNPROCESSABLE_ENTITY);
    app.end().await;
}

#[test]
fn words_from_another_crate_must_be_whole() {
    let with = |nb: &'static str, nn: &'static str, en: &'static str| {
        let words = Vec::leak(vec![(Lang::Nb, nb), (Lang::Nn, nn), (Lang::En, en)]);
        i18n::add("web", words).unwrap_err()
    };
    let good = "web-x = X";
    assert!(with(good, good, "").contains("in en: web-x is not there"));
    assert!(with(good, "web-x = { $", good).contains("in nn: "));
    assert!(with("find-x = X", good, good).contains("find-x must begin with web-"));
    assert!(with("web-name = Navn", good, good).contains("web-name is there already"));
    // One that asks for a value is there too.
    assert!(with("web-title = T", good, good).contains("web-title is there already"));
    assert!(with("web-x = X\nweb-x = Y", good, good).contains("in nb: "));
}
