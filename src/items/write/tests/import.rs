//! Files of lines beside people who write.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{Do, act, draft, revisions, row};
use crate::exchange::{Imported, import_file};
use crate::items::list::{self, At, Wanted};
use crate::items::{Registers, read};
use crate::testing::{TestApp, both_engines};

fn line(title: &str, state: &str) -> Value {
    json!({
        "kind": "news", "external_id": "n1", "lang": "nb", "slug": "siden", "title": title,
        "body": format!("Teksten om {title}."), "themes": ["fall"], "state": state,
        "published_at": "2026-01-10"
    })
}

async fn forced(app: &TestApp, line: &Value) -> Imported {
    let file = app.folder().join("forced.jsonl");
    std::fs::write(&file, line.to_string()).unwrap();
    let registers = Registers::load(&app.app.db).await.unwrap();
    let context = crate::exchange::Context { force: true, ..app.context(&registers, app.folder()) };
    import_file(&context, &file, &|_| {}).await.unwrap()
}

async fn the_item(app: &TestApp) -> crate::items::Item {
    read::by_external_id(&app.app.db, "n1").await.unwrap().unwrap()
}

both_engines! {
    async fn a_draft_in_a_file_leaves_the_public_text_alone(app: TestApp) {
        for (title, state, public) in [
            ("Alfa", "published", "Alfa"), ("Beta", "draft", "Alfa"),
            ("Beta", "published", "Beta"), ("Gamma", "in_review", "Beta"),
            // The file takes its draft back.
            ("Beta", "published", "Beta"),
        ] {
            app.import(&[line(title, state)]).await;
            for address in ["/nb/nyheter/siden", "/nb/nyheter", "/nb/nyheter.atom"] {
                assert!(app.get(address).await.has(public), "{title} as {state}: {address}");
            }
        }
        let all = revisions(&app.app, the_item(&app).await.id).await;
        let public: Vec<bool> = all.iter().map(|one| one.published_at.is_some()).collect();
        assert_eq!(public, [true, true], "Alfa and Beta, which was a draft first");
        assert!(all.iter().all(|one| one.author.is_none()));
    }

    async fn what_a_person_wrote_is_not_written_over(app: TestApp) {
        app.import(&[line("Alfa", "published")]).await;
        let id = the_item(&app).await.id;
        act(&app.app, id, 1, Do::Save(draft("Rettet"))).await.unwrap();
        act(&app.app, id, 2, Do::Publish(crate::testing::NOW)).await.unwrap();
        let same = app.import_text(&line("Alfa", "published").to_string()).await;
        assert_eq!((same.unchanged, same.failures.len()), (1, 0), "the same file changes nothing");
        let other = app.import_text(&line("Fila", "published").to_string()).await;
        assert_eq!(other.failures[0].line, 1);
        assert!(other.failures[0].why[0].contains("--force"), "{other:?}");
        assert!(app.get("/nb/nyheter/siden").await.has("Rettet"));
        assert_eq!(forced(&app, &line("Fila", "published")).await.updated, 1);
        assert!(app.get("/nb/nyheter/siden").await.has("Fila"));
        let kept = revisions(&app.app, id).await;
        assert!(kept.iter().any(|one| one.content().unwrap().title == "Rettet"), "it stays in history");
        let next = app.import_text(&line("Neste", "published").to_string()).await;
        assert_eq!(next.updated, 1, "nobody has written since");
    }

    async fn a_persons_draft_outlives_an_import(app: TestApp) {
        app.import(&[line("Alfa", "published")]).await;
        let id = the_item(&app).await.id;
        act(&app.app, id, 1, Do::Save(draft("Utkast"))).await.unwrap();
        let mut marked = line("Alfa", "published");
        marked["counties"] = json!(["50"]);
        marked["example"] = json!(true);
        assert_eq!(app.import_text(&marked.to_string()).await.failures.len(), 1);
        let around = { let mut line = line("Alfa", "published"); line["example"] = json!(true); line };
        assert_eq!(forced(&app, &around).await.updated, 1);
        assert!(app.get("/nb/nyheter/siden").await.has("Alfa"));
        let newest = revisions(&app.app, id).await.pop().unwrap();
        assert_eq!(newest.content().unwrap().title, "Utkast", "beside the public text, as before");
        assert!(row(&app.app, id).await.example);
    }

    async fn what_nobody_knows_the_day_of_has_no_year(app: TestApp) {
        let mut unknown = line("Alfa", "published");
        unknown["published_at"] = json!("unknown");
        app.import(&[unknown]).await;
        let wanted = Wanted::all(At::Now(app.app.clock.now()), "nb");
        let years = list::counts_of(&app.app.db, &wanted, "year").await.unwrap();
        assert!(years.is_empty(), "{years:?}");
        let mut found = line("Alfa", "published");
        found["published_at"] = json!("2011");
        app.import(&[found]).await;
        let years = list::counts_of(&app.app.db, &wanted, "year").await.unwrap();
        assert_eq!(years.into_keys().collect::<Vec<_>>(), ["2011"]);
    }

    async fn a_contact_is_kept_set_and_taken_away(app: TestApp) {
        let with = |contact: Option<Value>, title: &str| {
            let mut line = line(title, "published");
            if let Some(contact) = contact {
                line["contact"] = contact;
            }
            line
        };
        let somebody = json!({ "role": "prosjektleder", "email": "leder@senter.example.org" });
        app.import(&[with(Some(somebody), "A")]).await;
        let asks = async || app.get("/nb/nyheter/siden/kontakt").await.status;
        assert_eq!(asks().await, StatusCode::OK);
        app.import(&[with(None, "B")]).await;
        assert_eq!(asks().await, StatusCode::OK, "a line that says nothing keeps it");
        app.import(&[with(Some(Value::Null), "B")]).await;
        assert_eq!(asks().await, StatusCode::NOT_FOUND);
    }
}
