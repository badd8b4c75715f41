//! Print view, PDF and booklets, in by the front door.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use serde_json::{Value, json};
use time::Duration;

use crate::config::RateLimits;
use crate::db;
use crate::items::read;
use crate::testing::{Engine, TestApp, both_engines};

fn publication() -> Value {
    json!({
        "kind": "publication", "external_id": "r", "lang": "nb", "title": "Retningslinje",
        "lead": "Råd til tjenesten.", "themes": ["fall"], "published_at": "2015-03-26",
        "body": "Før alt.\n\n## Formål\n\nAlfa\n\n### Under\n\nGamma\n\n## Metode\n\nBeta <b>x</b>\n\n## Formål\n\nDelta",
        "facts": { "version": "5", "series_number": "IS-2285", "publishers": ["Direktoratet"] }
    })
}

fn project(n: usize) -> Value {
    json!({
        "kind": "project", "external_id": format!("p{n}"), "lang": "nb", "title": format!("Prosjekt {n}"),
        "themes": ["fall"], "counties": ["50"],
        "facts": {
            "status": "completed", "outcome": "improved", "outcome_note": "Det gikk bra.",
            "partners": ["Hamar kommune"], "sources": [{ "text": "Kilde", "url": "https://example.org" }],
            "sections": { "background": "Bakgrunnen", "results": "| a | b |\n|---|---|\n| 1 | 2 |" }
        }
    })
}

const PAGE: &str = "/nb/publikasjoner/retningslinje/utskrift";
const PDF: &str = "/nb/publikasjoner/retningslinje/pdf";

both_engines! {
    async fn who_orders_while_another_program_writes_for_too_long_is_asked_to_come_back(app: TestApp) {
        app.import(&[project(1)]).await;
        let form = app.get("/nb/hefte?fra=prosjekter").await;
        let ids = ids_of(&form.body);
        let fields = [("tittel", "Mitt hefte"), ("tekst", &ids[0])];
        let other = app.beside().await;
        let held = db::begin(&other).await.unwrap();
        if held.get_database_backend() == DbBackend::Postgres {
            held.execute_unprepared("LOCK TABLE print IN EXCLUSIVE MODE").await.unwrap();
        }
        let told = app.post("/nb/hefte", &fields).await;
        assert_eq!((told.status.as_u16(), told.header("retry-after")), (503, "20"), "{}", told.body);
        assert!(told.has("Vi kan ikke lagre noe akkurat nå") && !told.has("database"), "{}", told.body);
        assert!(told.has("value=\"Mitt hefte\"") && told.has(&format!("value=\"{}\" checked", ids[0])));
        held.rollback().await.unwrap();
        assert_eq!(app.post("/nb/hefte", &fields).await.status, 303);
        other.close().await.unwrap();
    }

    async fn everything_is_ticked_until_one_chooses(app: TestApp) {
        app.import(&[publication()]).await;
        let page = app.get(PAGE).await;
        for text in ["Før alt.", "Alfa", "Beta", "Delta", "IS-2285", "name=\"kapittel\" value=\"metode\" data-pick=\"k3\" checked"] {
            assert!(page.has(text), "{text} is missing");
        }
        assert!(page.has("name=\"kapittel\" value=\"formal-2\""), "two chapters with one name are two");
        assert!(page.has("noindex"));
    }

    async fn only_what_is_ticked_is_printed(app: TestApp) {
        app.import(&[publication()]).await;
        let page = app.get(&format!("{PAGE}?valg=1&kapittel=formal&felt=version")).await;
        assert!(page.has("Alfa") && page.has("Gamma") && page.has("<dd>5</dd>"), "{}", page.body);
        for text in ["<p>Beta", "<p>Delta", "<p>Før alt", "<dd>IS-2285"] {
            assert!(!page.has(text), "{text} was not chosen");
        }
        let nothing = app.get(&format!("{PAGE}?valg=1")).await;
        assert_eq!(nothing.status, 422);
        assert!(nothing.has("minst én ting") && nothing.has("name=\"kapittel\""));
        // Without ticks all lies ready, for each to be shown by its own: the style sheet goes by the marks.
        let ready = app.get(&format!("{PAGE}?ingen=1")).await;
        assert_eq!(ready.status, 200);
        assert!(!ready.has("value=\"metode\" data-pick=\"k3\" checked") && ready.has("<p>Beta"), "{}", ready.body);
        for mark in ["data-pick=\"k1\"", "data-part=\"k1\"", "data-pick=\"f1\"", "data-part=\"f1\""] {
            assert!(ready.has(mark), "{mark}");
        }
        for wrong in ["?valg=1&kapittel=finnes-ikke", "?valg=2", "?valg=1&felt=isbn"] {
            assert_eq!(app.get(&format!("{PAGE}{wrong}")).await.status, 422, "{wrong}");
            assert_eq!(app.get(&format!("{PDF}{wrong}")).await.status, 422, "{wrong}");
        }
        assert_eq!(app.get(&format!("{PDF}?valg=1")).await.status, 422);
    }

    async fn the_pdf_is_made_once_and_swept_after_a_day(app: TestApp) {
        app.import(&[publication()]).await;
        let first = app.get(PDF).await;
        assert_eq!((first.status.as_u16(), first.header("content-type")), (200, "application/pdf"));
        assert!(first.body.starts_with("%PDF-1.7"));
        assert_eq!(first.header("content-disposition"), "inline; filename=\"retningslinje.pdf\"");
        assert!(first.header("link").contains("/id/"));
        let again = app.get(PDF).await;
        assert_eq!(again.header("etag"), first.header("etag"));
        let chosen = app.get(&format!("{PDF}?valg=1&kapittel=metode")).await;
        assert_ne!(chosen.header("etag"), first.header("etag"));
        let aside = app.folder().join("files/aside");
        assert_eq!(aside.read_dir().unwrap().count(), 2, "one file for each choice");
        app.app.clock.advance(Duration::hours(25));
        assert_eq!(crate::print::sweep::once(&app.app).await.unwrap(), 2);
        assert_eq!(aside.read_dir().unwrap().count(), 0);
        assert_eq!(crate::print::sweep::once(&app.app).await.unwrap(), 0);
    }

    async fn without_a_source_a_booklet_offers_some(app: TestApp) {
        let page = app.get("/nb/hefte").await;
        assert_eq!(page.status, 200);
        assert!(page.has("href=\"/nb/hefte?fra=prosjekter\"") && page.has("hefte?fra=tema"), "{}", page.body);
        app.import(&[
            json!({ "kind": "project", "external_id": "o", "lang": "nb", "title": "Lyset", "themes": ["fall"] }),
            json!({ "kind": "project", "external_id": "n", "lang": "nn", "title": "Lyset på nynorsk", "themes": ["fall"],
                "translation_of": "o" }),
        ])
        .await;
        app.index().await;
        let found = app.get("/nb/hefte?fra=sok&q=lyset").await;
        assert!(found.has("Lyset</span>") && !found.has("Lyset på nynorsk"), "one of each: {}", found.body);
        let list = app.get("/nb/hefte?fra=prosjekter").await;
        assert!(list.has("value=\"Prosjekter\""), "the plain name of the list: {}", list.body);
    }

    async fn what_is_not_public_has_no_paper(app: TestApp) {
        let mut draft = publication();
        draft["state"] = json!("draft");
        app.import(&[draft]).await;
        assert_eq!(app.get(PAGE).await.status, 404);
        assert_eq!(app.get(PDF).await.status, 404);
        let mut gone = publication();
        gone["state"] = json!("withdrawn");
        app.import(&[gone]).await;
        assert_eq!(app.get(PDF).await.status, 410);
        assert_eq!(app.get("/nb/finnes/ikke/pdf").await.status, 404);
    }

    async fn an_old_address_leads_to_the_paper_of_the_new(app: TestApp) {
        let mut first = publication();
        first["slug"] = json!("gammel");
        app.import(&[first]).await;
        app.import(&[publication()]).await;
        let moved = app.get("/nb/publikasjoner/gammel/pdf").await;
        if moved.status == 308 {
            assert!(moved.header("location").ends_with("/pdf"));
        } else {
            assert_eq!(moved.status, 200, "the slug was kept");
        }
    }

    async fn every_kind_has_paper(app: TestApp) {
        let of_kind = |kind: &str| json!({
            "kind": kind, "external_id": kind, "lang": "en", "title": kind, "lead": "x", "body": "Hello",
            "state": "archived", "archived": { "published_under": "Regjeringen X", "publisher": "Y" }
        });
        let with = |kind: &str, facts: Value| json!({
            "kind": kind, "external_id": kind, "lang": "nn", "title": kind, "lead": "x",
            "body": "## Ei overskrift\n\nHei", "facts": facts
        });
        let tool = with("tool", json!({ "type": "checklist", "how_to_use": "Slik", "minutes": 15 }));
        let module = json!({
            "title": "Start", "minutes": 30, "text": "Les", "checklist": ["Ein ting"], "questions": ["Kvifor?"]
        });
        let package = with("package", json!({ "aim": "Lære", "modules": [module] }));
        let event = with("event", json!({
            "starts": "2026-12-01T09:00", "ends": "2026-12-01T12:00", "cancelled": true, "cancelled_note": "Sjuk",
            "programme": [{ "time": "09:00", "title": "Opning", "text": "Kaffi" }]
        }));
        app.import(&[of_kind("news"), of_kind("page"), project(1), tool, package, event]).await;
        for path in [
            "/nb/nyheter/news", "/nb/sider/page", "/nb/prosjekter/prosjekt-1", "/nb/verktoy/tool",
            "/nb/opplaeringspakker/package", "/nb/arrangementer/event",
        ] {
            let page = app.get(&format!("{path}/utskrift")).await;
            assert_eq!(page.status, 200, "{path}");
            let pdf = app.get(&format!("{path}/pdf")).await;
            assert_eq!(pdf.status, 200, "{path}");
            assert!(pdf.body.starts_with("%PDF"));
        }
    }

    async fn a_booklet_is_ordered_made_and_fetched(app: TestApp) {
        app.import(&[project(1), project(2), publication()]).await;
        let form = app.get("/nb/hefte?fra=prosjekter&tema=fall").await;
        assert_eq!(form.status, 200);
        assert!(form.has("Prosjekt 1") && form.has("Prosjekt 2") && !form.has("Retningslinje"));
        assert!(form.has("høyst 300"), "the limit is said beforehand");
        let ids = ids_of(&form.body);
        assert_eq!(ids.len(), 2);
        let fields = [("tittel", "Om fall"), ("tekst", &ids[0]), ("tekst", &ids[1])];
        let ordered = app.post("/nb/hefte", &fields).await;
        assert_eq!(ordered.status, 303, "{}", ordered.body);
        let at = ordered.header("location").to_owned();
        let waiting = app.get(&at).await;
        assert!(waiting.has("Heftet står i kø") && waiting.has("vent=1"));
        assert_eq!(app.get(&format!("{at}/pdf")).await.status, 404, "not yet");
        let twice = app.post("/nb/hefte", &fields).await;
        assert_eq!(twice.header("location"), at, "the same is made once");
        assert_eq!(app.run_jobs().await, 1);
        let done = app.get(&at).await;
        assert!(done.has("Heftet er ferdig") && done.has("4 sider"), "{}", done.body);
        let pdf = app.get(&format!("{at}/pdf")).await;
        assert!(pdf.body.starts_with("%PDF"));
        assert_eq!(pdf.header("content-disposition"), "inline; filename=\"om-fall.pdf\"");
        app.app.clock.advance(Duration::hours(25));
        assert_eq!(app.get(&at).await.status, 404);
        crate::print::sweep::once(&app.app).await.unwrap();
    }

    async fn what_one_copy_has_made_another_hands_out(app: TestApp) {
        app.import(&[project(1), project(2)]).await;
        let other = app.copy().await;
        let ids = ids_of(&app.get("/nb/hefte?fra=prosjekter&tema=fall").await.body);
        let fields = [("tittel", "Om fall"), ("tekst", &ids[0]), ("tekst", &ids[1])];
        let at = app.post("/nb/hefte", &fields).await.header("location").to_owned();
        assert!(other.get(&at).await.has("Heftet står i kø"));
        assert_eq!(app.run_jobs().await, 1);
        for path in [format!("{at}/pdf"), "/nb/prosjekter/prosjekt-1/pdf".to_owned()] {
            let own = app.get(&path).await;
            let there = other.get(&path).await;
            assert_eq!((there.status, there.body.starts_with("%PDF")), (StatusCode::OK, true), "{path}");
            assert_eq!(there.body, own.body, "{path}");
            assert_eq!(there.header("etag"), own.header("etag"), "{path}");
        }
        let backend = app.app.db.get_database_backend();
        let ask = Statement::from_string(backend, r#"SELECT 1 FROM "print""#);
        let made = app.app.db.query_all_raw(ask).await.unwrap();
        assert_eq!(made.len(), 2, "neither is made twice");
    }

    async fn a_booklet_whose_job_is_given_up_says_that_it_failed(app: TestApp) {
        use sea_orm::ConnectionTrait;
        app.import(&[project(1)]).await;
        let ids = ids_of(&app.get("/nb/hefte?fra=prosjekter").await.body);
        let files = app.folder().join("files");
        let order = async || app.post("/nb/hefte", &[("tittel", "Om fall"), ("tekst", &ids[0])]).await.header("location").to_owned();
        // Nothing can be kept, and this is the last time that it is tried.
        let at = order().await;
        std::fs::remove_dir_all(&files).ok();
        std::fs::write(&files, "no folder").unwrap();
        app.app.db.execute_unprepared("UPDATE job SET attempts = 11").await.unwrap();
        assert_eq!(app.run_jobs().await, 1);
        for (lang, words) in [("nb", "Heftet kunne ikke lages"), ("nn", "Heftet kunne ikkje lagast"), ("en", "The booklet could not be made")] {
            let page = app.get(&at.replace("/nb/", &format!("/{lang}/"))).await;
            assert_eq!(page.status, 200);
            assert!(page.has(words) && page.has("data-progress=\"failed\"") && !page.has("vent=1"), "{}", page.body);
        }
        std::fs::remove_file(&files).unwrap();
        // Whoever orders it again gets a new one; its worker died each time.
        let again = order().await;
        assert_ne!(again, at);
        app.app.db.execute_unprepared("UPDATE job SET attempts = 12").await.unwrap();
        assert_eq!(app.run_jobs().await, 0);
        assert!(app.get(&again).await.has("data-progress=\"failed\""));
        let third = order().await;
        assert_eq!(app.run_jobs().await, 1);
        assert!(app.get(&third).await.has("Heftet er ferdig"));
    }

    async fn a_booklet_of_a_theme_or_a_search_takes_every_kind(app: TestApp) {
        app.import(&[project(1), publication()]).await;
        app.index().await;
        let theme = app.get("/nb/hefte?fra=tema&tema=fall").await;
        assert!(theme.has("Prosjekt 1") && theme.has("Retningslinje"));
        let search = app.get("/nb/hefte?fra=sok&q=retningslinje").await;
        assert!(search.has("Søk: retningslinje"));
        assert_eq!(ids_of(&search.body).len(), 1);
        let none = app.get("/nb/hefte?fra=prosjekter&ingen=1").await;
        assert!(none.has("value=\"") && !none.has(" checked"));
    }

    async fn an_order_that_broke_off_comes_back_with_what_arrived(app: TestApp) {
        app.import(&[project(1), project(2)]).await;
        let part = "--x\r\nContent-Disposition: form-data; name=\"tittel\"\r\n\r\nKari\r\n--x\r\nContent-Dis";
        let page = app.get("/nb/hefte?fra=prosjekter").await;
        assert!(page.has("action=\"/nb/hefte?fra=prosjekter\""), "{}", page.body);
        for (path, boxes) in [("/nb/hefte", 0), ("/nb/hefte?fra=prosjekter", 2), ("/nb/hefte?fra=borte", 0)] {
            let broken = app.send(path, "multipart/form-data; boundary=x", part).await;
            assert_eq!((broken.status.as_u16(), broken.header("cache-control")), (422, "no-store"), "{path}");
            assert!(broken.has("Sendingen ble brutt") && broken.has("value=\"Kari\""), "{}", broken.body);
            assert!(!broken.has("minst én tekst"), "nobody knows what was ticked");
            let empty = app.send(path, "application/x-www-form-urlencoded", "").await;
            assert_eq!(empty.status, 422, "{path}");
            assert!(empty.has("minst én tekst") && empty.has("Skriv en tittel"));
            for answer in [broken, empty] {
                for id in ["tittel", "tekst", "send"] {
                    assert!(answer.has(&format!(" id=\"{id}\"")), "{path}: {id} leads nowhere: {}", answer.body);
                }
                assert_eq!(ids_of(&answer.body).len(), boxes, "{path}");
                assert_eq!(answer.has("Velg hva heftet skal handle om"), boxes == 0);
            }
        }
        let json = app.send("/nb/hefte?fra=prosjekter", "application/json", "{}").await;
        assert_eq!(json.status, 415);
        assert!(json.has("var ikke et skjema") && json.has(" id=\"tittel\""));
    }

    async fn the_same_order_at_once_is_one_booklet(app: TestApp) {
        app.import(&[project(1)]).await;
        let ids = ids_of(&app.get("/nb/hefte?fra=prosjekter").await.body);
        let fields = [("tittel", "Om fall"), ("tekst", &*ids[0])];
        let press = || app.post("/nb/hefte", &fields);
        let all = tokio::join!(press(), press(), press(), press());
        let all = [all.0, all.1, all.2, all.3];
        for answer in &all {
            assert_eq!(answer.status, 303, "{}", answer.body);
            assert_eq!(answer.header("location"), all[0].header("location"));
        }
        assert_eq!(app.run_jobs().await, 1);
    }

    async fn a_text_that_is_gone_is_told_and_the_other_ticks_stay(app: TestApp) {
        app.import(&[project(1), project(2), project(3)]).await;
        let ids = ids_of(&app.get("/nb/hefte?fra=prosjekter&tema=fall").await.body);
        let order = async |lang: &str, ids: &[&str]| {
            let mut fields = vec![("adresse", "?fra=prosjekter&tema=fall"), ("tittel", "Mitt hefte")];
            fields.extend(ids.iter().map(|id| ("tekst", *id)));
            app.post(&format!("/{lang}/hefte"), &fields).await
        };
        let (unknown, other) = ("018f0000-0000-7000-8000-000000000000", "018f0000-0000-7000-8000-000000000001");
        for (lang, one, both, none) in [
            ("nb", "Én av tekstene", "2 av tekstene", "Ingen av tekstene"),
            ("nn", "Éin av tekstane", "2 av tekstane", "Ingen av tekstane"),
            ("en", "One of the texts", "2 of the texts", "None of the texts"),
        ] {
            let told = order(lang, &[&ids[0], unknown, &ids[2]]).await;
            assert_eq!(told.status, 422, "{}", told.body);
            assert!(told.has(one) && told.has("href=\"#tekst\"") && told.has("value=\"Mitt hefte\""), "{}", told.body);
            assert_eq!(told.body.matches(" checked").count(), 2, "the other ticks stay");
            assert!(!told.has(unknown), "and sent again, it goes through");
            assert!(order(lang, &[&ids[0], unknown, other]).await.has(both));
            assert!(order(lang, &[unknown]).await.has(none));
        }
        // What is filed otherwise since the form was opened is no longer in the list, and still ticked.
        let second = read::by_external_id(&app.app.db, "p2").await.unwrap().unwrap().id.to_string();
        let mut elsewhere = project(2);
        elsewhere["themes"] = json!(["legemidler"]);
        app.import(&[elsewhere]).await;
        let told = order("nb", &[&second, unknown]).await;
        assert!(told.has("Én av tekstene") && told.has("Prosjekt 2"), "{}", told.body);
        assert_eq!(told.body.matches(" checked").count(), 1);
        assert_eq!(app.run_jobs().await, 0, "nothing was ordered");
    }

    async fn a_wrong_order_comes_back_as_it_was(app: TestApp) {
        app.import(&[project(1), project(2)]).await;
        let form = app.get("/nb/hefte?fra=prosjekter").await;
        let ids = ids_of(&form.body);
        let fields = [("adresse", "?fra=prosjekter"), ("tittel", " "), ("tekst", &ids[1])];
        let refused = app.post("/nb/hefte", &fields).await;
        assert_eq!(refused.status, 422);
        assert!(refused.has("Skriv en tittel") && refused.body.matches(" checked").count() == 1);
        let long = "x".repeat(200);
        let empty = [("adresse", "?fra=prosjekter"), ("tittel", &long)];
        let refused = app.post("/nb/hefte", &empty).await;
        assert!(refused.has("minst én tekst") && refused.has("høyst 120 tegn") && refused.has(&long));
        for wrong in ["ikke-en-id", "018f0000-0000-7000-8000-000000000000"] {
            let fields = [("tittel", "x"), ("tekst", wrong)];
            assert_eq!(app.post("/nb/hefte", &fields).await.status, 422, "{wrong}");
        }
        let many: Vec<String> = (0..301).map(|_| ids[0].clone()).collect();
        let mut fields = vec![("adresse", "?fra=prosjekter"), ("tittel", "x")];
        fields.extend(many.iter().map(|id| ("tekst", id.as_str())));
        let refused = app.post("/nb/hefte", &fields).await;
        assert_eq!(refused.status, 422);
        assert!(refused.has("flere enn 300"));
        // An id that is none, and one of nothing that is public: the same page, with what was typed.
        for wrong in ["ikke-en-id", "018f0000-0000-7000-8000-000000000000"] {
            let fields = [("adresse", "?fra=prosjekter"), ("tittel", "Mitt hefte"), ("tekst", wrong)];
            let refused = app.post("/nb/hefte", &fields).await;
            assert_eq!(refused.status, 422, "{wrong}");
            assert!(refused.has("value=\"Mitt hefte\"") && refused.has("href=\"#tekst\""), "{wrong}");
        }
        let strange = [("adresse", "?fra=prosjekter"), ("tittel", "x"), ("tekst", &ids[0]), ("farge", "rød")];
        let refused = app.post("/nb/hefte", &strange).await;
        assert_eq!(refused.status, 422);
        assert!(refused.has("«farge»") && refused.body.matches(" checked").count() == 1);
        // What they were chosen from is not said: those that were ticked are shown.
        for address in ["", "?fra=tema&tema=borte", "?%FF=%FE"] {
            let fields = [("adresse", address), ("tittel", ""), ("tekst", &ids[0])];
            let refused = app.post("/nb/hefte", &fields).await;
            assert_eq!(refused.status, 422, "{address}");
            assert!(refused.has("Skriv en tittel") && refused.body.matches(" checked").count() == 1);
        }
        for (size, status) in [(100_000, 422), (1_000_000, 413)] {
            // First, so that it is the ticks that might not arrive.
            let huge = "y".repeat(size);
            let large = [("adresse", "?fra=prosjekter"), ("tittel", &huge), ("tekst", &ids[0]), ("tekst", &ids[1])];
            let refused = app.post("/nb/hefte", &large).await;
            assert_eq!((refused.status.as_u16(), refused.header("cache-control")), (status, "no-store"));
            assert_eq!(refused.has("var for stort"), status == 413);
            assert_eq!(refused.body.matches(" checked").count(), 2);
            assert!(refused.has("høyst 120 tegn") && !refused.has("minst én tekst"));
        }
        for wrong in ["?fra=finnes-ikke", "?fra=tema&tema=finnes-ikke", "?fra=prosjekter&status=x"] {
            assert_eq!(app.get(&format!("/nb/hefte{wrong}")).await.status, 422, "{wrong}");
        }
        assert_eq!(app.get("/nb/hefte/ikke-en-id").await.status, 404);
    }
}

#[tokio::test]
async fn what_was_chosen_goes_along_while_the_database_is_away() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = TestApp::new(engine).await;
        app.import(&[project(1), project(2)]).await;
        let form = app.get("/nb/hefte?fra=prosjekter").await;
        let ids = ids_of(&form.body);
        let fields = [
            ("adresse", "?fra=prosjekter"),
            ("tittel", "Mitt hefte"),
            ("tekst", &*ids[0]),
            ("tekst", &*ids[1]),
        ];
        app.app.db.close_by_ref().await.unwrap();
        let told = app.post("/nb/hefte?fra=prosjekter", &fields).await;
        assert_eq!(
            (told.status.as_u16(), told.header("retry-after")),
            (503, "20"),
            "{}",
            told.body
        );
        assert!(
            told.has("Vi kan ikke lagre noe akkurat nå") && told.has("De 2 tekstene du valgte")
        );
        assert!(told.has("value=\"Mitt hefte\"") && told.has("value=\"?fra=prosjekter\""));
        for id in &ids {
            let carried = format!("<input type=\"hidden\" name=\"tekst\" value=\"{id}\">");
            assert!(told.has(&carried), "{}", told.body);
        }
        let back = app.beside().await;
        let app = app.changed(|app| app.db = back);
        assert_eq!(app.post("/nb/hefte", &fields).await.status, 303);
        app.end().await;
    }
}

#[tokio::test]
async fn a_paper_that_the_browser_has_is_not_sent_again_whether_papers_are_kept_or_not() {
    for is_kept in [true, false] {
        let app = TestApp::new(Engine::Sqlite).await;
        let app = if is_kept { app } else { app.uncached() };
        app.import(&[publication()]).await;
        let first = app.get(PDF).await;
        for _ in 0..2 {
            let again = Request::get(PDF).header("if-none-match", first.header("etag"));
            let again = app.ask(again.body(Body::empty()).unwrap()).await;
            assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0));
            assert_eq!(again.header("etag"), first.header("etag"));
        }
        app.end().await;
    }
}

#[tokio::test]
async fn one_network_can_not_keep_the_press_to_itself() {
    let limits = RateLimits { pdfs_per_minute: 2, ..RateLimits::default() };
    let app = TestApp::with(Engine::Sqlite, limits).await.uncached();
    app.import(&[publication()]).await;
    assert_eq!(app.get(PDF).await.status, 200);
    assert_eq!(app.get(PDF).await.status, 200);
    let limited = app.get(PDF).await;
    assert_eq!(limited.status, 429);
    assert!(!limited.header("retry-after").is_empty());
    let form = app.get("/nb/hefte?fra=publikasjoner").await;
    let ids = ids_of(&form.body);
    let fields = [("adresse", "?fra=publikasjoner"), ("tittel", "Mitt hefte"), ("tekst", &*ids[0])];
    let kept = app.post("/nb/hefte", &fields).await;
    assert_eq!(kept.status, 429);
    assert!(!kept.header("retry-after").is_empty());
    assert!(kept.has("Vent 1 minutt") && kept.has("value=\"Mitt hefte\"") && kept.has(" checked"));
    app.end().await;
}

/// The ids of the boxes on the form.
fn ids_of(form: &str) -> Vec<String> {
    let boxes = form.split("name=\"tekst\" value=\"").skip(1);
    boxes.filter_map(|rest| rest.split('"').next().map(str::to_owned)).collect()
}
