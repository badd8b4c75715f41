//! Files of lines beside people who write.

use axum::http::StatusCode;
use serde_json::{Value, json};
use time::Duration;
use time::macros::datetime;

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
        let years = list::counts_of(&app.app.catalogue, &wanted, "year").await.unwrap();
        assert!(years.is_empty(), "{years:?}");
        let mut found = line("Alfa", "published");
        found["published_at"] = json!("2011");
        app.import(&[found]).await;
        let years = list::counts_of(&app.app.catalogue, &wanted, "year").await.unwrap();
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

    async fn a_draft_in_a_file_changes_no_contact_that_is_public(app: TestApp) {
        let with = |role: &str, state: &str| {
            let mut line = line(role, state);
            line["contact"] = json!({ "role": role, "email": "noen@senter.example.org" });
            line
        };
        // What never was public has the contact that came last.
        for (role, state, told) in [
            ("leder", "draft", None), ("leiar", "draft", None),
            ("leiar", "published", Some("leiar")), ("utkast", "draft", Some("leiar")),
            ("utkast", "published", Some("utkast")),
        ] {
            app.import(&[with(role, state)]).await;
            let form = app.get("/nb/nyheter/siden/kontakt").await;
            assert_eq!(form.status.is_success(), told.is_some(), "{role} as {state}");
            assert!(told.is_none_or(|told| form.has(told)), "{role} as {state}");
        }
    }

    async fn organisations_of_a_draft_are_nobodys_business(app: TestApp) {
        let with = |partner: &str, state: &str| json!({
            "kind": "project", "external_id": "p", "lang": "nb", "title": "Prosjekt", "state": state,
            "published_at": "2020-01-01", "facts": { "partners": [partner] }
        });
        let knows = async |slug: &str| {
            app.get(&format!("/nb/prosjekter?organisasjon={slug}")).await.status.is_success()
        };
        app.import(&[with("Hemmelig AS", "draft")]).await;
        assert!(!knows("hemmelig-as").await);
        app.import(&[with("Kjent AS", "published")]).await;
        app.import(&[with("Hemmelig AS", "in_review")]).await;
        assert!(knows("kjent-as").await && !knows("hemmelig-as").await);
        let item = read::by_external_id(&app.app.db, "p").await.unwrap().unwrap();
        act(&app.app, item.id, item.revision, Do::Publish(crate::testing::NOW)).await.unwrap();
        assert!(knows("hemmelig-as").await, "it is said in public now");
    }

    async fn history_keeps_its_order(app: TestApp) {
        let on = |title: &str, updated: Option<&str>| {
            let mut line = line(title, "published");
            line["updated_at"] = json!(updated);
            line.to_string()
        };
        app.import_text(&on("Alfa", None)).await;
        app.app.clock.advance(Duration::days(1));
        // Of today the line may know the hour.
        let today = app.import_text(&on("Beta", Some("2026-11-23T09:00:00Z"))).await;
        assert_eq!((today.updated, today.notes.len()), (1, 0), "{today:?}");
        app.app.clock.advance(Duration::days(1));
        for early in ["2026-01-20", "2026-11-23T09:00:00Z"] {
            let told = app.import_text(&on(&format!("Gamma {early}"), Some(early))).await;
            assert_eq!((told.updated, told.notes.len()), (1, 1), "{told:?}");
            assert!(told.notes[0].what.contains("the new one counts from now"), "{told:?}");
        }
        for (day, title) in [("2026-01-15", "Alfa"), ("2026-11-22", "Alfa"), ("2026-11-23", "Beta")] {
            assert!(app.get(&format!("/nb/nyheter/siden?per={day}")).await.has(title), "{day}");
        }
        assert!(app.get("/nb/nyheter/siden").await.has("Gamma"));
        let all = revisions(&app.app, the_item(&app).await.id).await;
        let ends = all.iter().filter_map(|one| one.published_at.zip(one.replaced_at));
        assert!(ends.into_iter().all(|(from, to)| from <= to));
        assert_eq!(all[1].published_at.unwrap(), datetime!(2026-11-23 9:00 UTC));
    }

    async fn what_is_public_is_so_already(app: TestApp) {
        let mut later = line("Alfa", "published");
        later["published_at"] = json!("2099-01-01");
        let refused = app.import_text(&later.to_string()).await;
        assert!(refused.failures[0].why[0].contains("a day to come"), "{refused:?}");
        later["state"] = json!("draft");
        assert_eq!(app.import_text(&later.to_string()).await.created, 1);
        let mut mixed = line("Beta", "published");
        mixed["external_id"] = json!("n2");
        mixed["updated_at"] = json!("2026-01-20");
        let past = |n: i32, day: &str| json!({ "number": n, "published_at": day, "title": "Før" });
        mixed["revisions"] = json!([past(1, "2026-01-12"), past(2, "2026-01-11")]);
        let refused = app.import_text(&mixed.to_string()).await;
        assert!(refused.failures[0].why[0].contains("in the order of their days"), "{refused:?}");
    }

    async fn a_discarded_draft_is_told_and_comes_back_by_force_alone(app: TestApp) {
        app.import(&[line("Alfa", "published")]).await;
        app.import(&[line("Beta", "draft")]).await;
        let item = the_item(&app).await;
        act(&app.app, item.id, item.revision, Do::Discard).await.unwrap();
        for _ in 0..2 {
            let told = app.import_text(&line("Beta", "draft").to_string()).await;
            assert_eq!((told.unchanged, told.failures.len()), (0, 1), "{told:?}");
            assert!(told.failures[0].why[0].contains("thrown its draft away"), "{told:?}");
        }
        assert_eq!(revisions(&app.app, item.id).await.len(), 1);
        let public = app.import_text(&line("Alfa", "published").to_string()).await;
        assert_eq!((public.unchanged, public.failures.len()), (1, 0), "what it says is here");
        assert_eq!(forced(&app, &line("Beta", "draft")).await.updated, 1);
        assert_eq!(revisions(&app.app, item.id).await.len(), 2);
        assert!(app.get("/nb/nyheter/siden").await.has("Alfa"));
    }

    async fn what_was_thrown_away_whole_comes_in_anew(app: TestApp) {
        app.import(&[line("Alfa", "draft")]).await;
        let item = the_item(&app).await;
        act(&app.app, item.id, item.revision, Do::Discard).await.unwrap();
        assert_eq!(app.import_text(&line("Alfa", "draft").to_string()).await.created, 1);
    }
}
