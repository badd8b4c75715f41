//! In by one door, out by the other: equal, once, whole, or refused with the reason.

mod batches;
mod files;
mod organisations;
mod pictures;
mod registers;
mod schema;
mod work;
mod writers;

use std::io::Write;

use axum::http::StatusCode;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};

use super::export;
use crate::items::{item_entity, revision};
use crate::testing::{TestApp, both_engines};
use crate::work::Least;

fn project() -> Value {
    json!({
        "kind": "project", "external_id": "p1", "lang": "nb", "title": "Trygge netter",
        "lead": "Faste runder.", "themes": ["fall"], "counties": ["50"],
        "published_at": "2020-04-27", "updated_at": "2020-05-02T10:30:00Z",
        "centre": "usht-hedmark", "example": true,
        "facts": {
            "status": "completed", "period": { "from": "2019-06", "to": "2021-06" },
            "responsible": ["USHT Hedmark"], "partners": ["Fjordkommunen"],
            "funders": ["Helsedirektoratet"], "outcome": "no_change",
            "sections": { "background": "Det **begynte** om natta.\n\n- én\n- to" },
            "sources": [{ "text": "Forbedringsguiden", "url": "https://example.org/guide" }]
        },
        "contact": { "role": "prosjektleder", "email": "leder@senter.example.org" }
    })
}

async fn exported(app: &TestApp, with_contacts: bool) -> String {
    let mut out = Vec::new();
    export(
        &app.app.kinds,
        &app.app.db,
        &app.app.files,
        &mut out,
        None,
        (with_contacts, Least::USUAL),
    )
    .await
    .unwrap();
    String::from_utf8(out).unwrap()
}

both_engines! {
    async fn the_least_line_is_enough(app: TestApp) {
        app.import(&[json!({
            "kind": "page", "external_id": "s1", "lang": "nb", "title": "Om nettverket", "body": "Hei."
        })])
        .await;
        let page = app.get("/nb/sider/om-nettverket").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.has("<p>Hei.</p>"));
    }

    /// Soft hyphens, ligatures, signs without width and loose rings are no part of any text.
    async fn text_is_the_same_whatever_program_wrote_it(app: TestApp) {
        let line = json!({
            "kind": "project", "external_id": "p", "lang": "nb",
            "title": "Helse\u{ad}tjenesten p\u{2da}a tunet", "lead": "God e\u{fb00}ekt\u{200b} her.",
            "facts": {
                "partners": ["A\u{30a}s kommune"],
                "sections": { "background": "In\u{fb02}uensa i a\u{30a}r" }
            }
        });
        app.import(&[line]).await;
        let exported = exported(&app, false).await;
        for text in ["Helsetjenesten på tunet", "God effekt her.", "Ås kommune", "Influensa i år"] {
            assert!(exported.contains(text), "{text} is missing: {exported}");
        }
        assert!(app.get("/nb/prosjekter").await.has("Helsetjenesten på tunet"));
        let typed = crate::text::check_line("title", " p\u{2da}a\u{ad} vei\u{200b} ", 20, true);
        assert_eq!(typed.as_deref(), Ok("på vei"));
    }

    async fn the_same_file_twice_changes_nothing(app: TestApp) {
        let lines = project().to_string();
        let first = app.import_text(&lines).await;
        assert_eq!((first.created, first.updated, first.unchanged), (1, 0, 0));
        let before = item_entity::Entity::find().all(&app.app.db).await.unwrap();
        let second = app.import_text(&lines).await;
        assert_eq!((second.created, second.updated, second.unchanged), (0, 0, 1));
        assert_eq!(item_entity::Entity::find().all(&app.app.db).await.unwrap(), before);
        assert_eq!(revision::Entity::find().count(&app.app.db).await.unwrap(), 1);
    }

    async fn an_item_has_one_line_in_a_file(app: TestApp) {
        let mut other = project();
        other["title"] = json!("Noe annet");
        let twice = [project().to_string(), other.to_string()].join("\n");
        for created in [1, 0] {
            let answer = app.import_text(&twice).await;
            assert_eq!((answer.created, answer.updated, answer.failures.len()), (created, 0, 1));
            assert_eq!(answer.failures[0].line, 2);
            assert!(answer.failures[0].why[0].contains("stands on line 1 already"), "{answer:?}");
        }
        assert_eq!(revision::Entity::find().count(&app.app.db).await.unwrap(), 1);
    }

    async fn a_list_is_no_object_and_what_is_wrong_has_its_place(app: TestApp) {
        let with = |name: &str, value: Value| {
            let mut line = project();
            line[name] = value;
            line.to_string()
        };
        let facts = |name: &str, value: Value| with("facts", json!({ name: value }));
        for (line, told) in [
            (json!(["page", "a", "nb", "Fra en liste"]).to_string(), "not a JSON object"),
            (with("contact", json!(["leder", "a@b.no"])), "`contact`: a list stands where an object"),
            (facts("leaders", json!([["leder", "Noen"]])), "`facts.leaders.0`: a list stands where"),
            (facts("period", json!(["2019", "2020"])), "`facts.period`: a list stands where an object"),
            (with("title", json!(5)), "`title`: invalid type: integer `5`, expected a string"),
            (with("title", json!("Om\u{202e}vendt")), "`title` has a control character"),
            (with("state", json!("publisert")), "`state`: unknown variant `publisert`"),
            (with("contact", json!("noen")), "`contact`: invalid type: string \"noen\", expected an object"),
            (with("contact", json!({ "role": "leder", "email": "å@example.org" })), "`contact.email`: has letters such as å before the @"),
            (with("files", json!([{ "file": "a.pdf" }])), "`files.0`: missing field `title`"),
            (project().to_string() + " og mer", "trailing characters"),
        ] {
            let answer = app.import_text(&line).await;
            let why = answer.failures.first().map(|failure| failure.why.join("; "));
            assert!(why.as_ref().is_some_and(|why| why.contains(told)), "{told}: {answer:?}");
        }
    }

    async fn a_field_that_says_nothing_is_as_if_it_were_left_out(app: TestApp) {
        let mut least = json!({ "kind": "project", "external_id": "p1", "lang": "nb", "title": "Trygge netter",
            "source": { "title": "Boka" },
            "facts": { "sources": [{ "text": "Boka" }], "leaders": [{ "role": "leder" }], "period": { "from": "2019" } } });
        app.import(std::slice::from_ref(&least)).await;
        let event = json!({ "kind": "event", "external_id": "e1", "lang": "nb", "title": "Samling",
            "facts": { "starts": "2027-02-09" } });
        app.import(std::slice::from_ref(&event)).await;
        let mut places: Vec<String> = [
            "id", "slug", "lead", "body", "themes", "centre", "counties", "municipalities", "state", "published_at",
            "updated_at", "archived", "translation_of", "example", "image", "pictures", "files", "left_out", "uses", "revisions",
            "source/url", "source/note", "facts/sources/0/url", "facts/leaders/0/name", "facts/period/to",
        ].map(|place| format!("/{place}")).into();
        places.extend(["status", "responsible", "funders", "partners", "aim", "anchoring", "outcome", "sections", "materials"]
            .map(|fact| format!("/facts/{fact}")));
        let of_project = places.iter().map(|place| (&least, place.as_str()));
        let of_event = ["ends", "form", "place", "digital_url", "programme", "organisers", "cancelled", "links"];
        let of_event = of_event.map(|fact| format!("/facts/{fact}"));
        let of_event = of_event.iter().map(|place| (&event, place.as_str()));
        for (line, place) in of_project.chain(of_event) {
            for nothing in [Value::Null, json!(""), json!([])] {
                let mut line = line.clone();
                let (within, name) = place.rsplit_once('/').unwrap();
                line.pointer_mut(within).unwrap()[name] = nothing.clone();
                let told = app.import_text(&line.to_string()).await;
                assert_eq!((told.unchanged, told.failures.len()), (1, 0), "{place} {nothing}: {told:?}");
            }
        }
        for nothing in [Value::Null, json!(""), json!([])] {
            least["facts"] = nothing;
            assert_eq!(app.import_text(&least.to_string()).await.failures, []);
        }
    }

    async fn what_is_wrong_is_told_in_plain_words(app: TestApp) {
        let fact = |name: &str, value: Value| {
            let mut line = project();
            line["facts"] = json!({ name: value });
            line.to_string()
        };
        for (line, told) in [
            (fact("period", json!("2019")), "`facts.period`: invalid type: string \"2019\", expected an object"),
            (fact("sections", json!(5)), "`facts.sections`: invalid type: integer `5`, expected an object"),
            (fact("partners", json!({ "a": 1 })), "`facts.partners`: invalid type: an object, expected a list"),
            (project().to_string().replacen('{', "{\"title\":\"En annen\",", 1), "duplicate field `title`"),
            (fact("aim", json!("a")).replace("\"aim\"", "\"aim\":\"b\",\"aim\""), "`facts`: duplicate field `aim`"),
            (json!({ "kind": "page", "external_id": "s", "lang": "nb", "title": null }).to_string(), "missing field `title`"),
        ] {
            let answer = app.import_text(&line).await;
            let why = answer.failures.first().map(|failure| failure.why.join("; "));
            assert!(why.as_ref().is_some_and(|why| why.contains(told)), "{told}: {answer:?}");
        }
    }

    async fn a_changed_line_is_a_new_revision(app: TestApp) {
        app.import(&[project()]).await;
        let mut changed = project();
        changed["title"] = json!("Tryggere netter");
        changed["updated_at"] = json!("2021-01-01");
        assert_eq!(app.import_text(&changed.to_string()).await.updated, 1);
        let page = app.get("/nb/prosjekter/trygge-netter").await;
        assert_eq!(page.status, StatusCode::OK, "the address stays");
        assert!(page.has("Tryggere netter"));
        let out: Value = serde_json::from_str(exported(&app, false).await.trim()).unwrap();
        assert_eq!(out["revisions"][0]["title"], "Trygge netter");
        assert_eq!(out["revisions"][0]["replaced_at"], "2026-11-22T12:00:00Z", "it was public until now");
        changed["slug"] = json!("tryggere-netter");
        app.import(&[changed]).await;
        let old = app.get("/nb/prosjekter/trygge-netter").await;
        assert_eq!(old.status, StatusCode::PERMANENT_REDIRECT);
        assert_eq!(old.header("location"), "/nb/prosjekter/tryggere-netter");
    }

    async fn export_and_import_into_an_empty_site_give_the_same(app: TestApp) {
        let mut changed = project();
        app.import(&[changed.clone()]).await;
        changed["lead"] = json!("Faste runder og bedre lys.");
        changed["updated_at"] = json!("2022-02-02");
        app.import(&[changed, json!({
            "kind": "project", "external_id": "p1-nn", "lang": "nn", "title": "Trygge netter på nynorsk",
            "translation_of": "p1"
        })])
        .await;
        let out = exported(&app, true).await;
        assert_eq!(out.lines().count(), 2);
        let engine = crate::testing::Engine::Sqlite;
        let empty = TestApp::new(engine).await;
        assert_eq!(empty.import_text(&out).await.failures, []);
        assert_eq!(exported(&empty, true).await, out);
        empty.end().await;
    }

    async fn an_address_of_a_contact_is_not_exported(app: TestApp) {
        app.import(&[project()]).await;
        assert!(!exported(&app, false).await.contains("leder@"));
        assert!(exported(&app, true).await.contains("leder@senter.example.org"));
    }

    async fn a_faulty_line_is_told_and_the_rest_goes_in(app: TestApp) {
        let good = project().to_string();
        let mut odd = project();
        odd["external_id"] = json!("p2");
        odd["titel"] = json!("slip");
        let lines = format!("{{ikke json\n\n{good}\n{odd}\n[]\n");
        let imported = app.import_text(&lines).await;
        assert_eq!(imported.created, 1);
        let told: Vec<usize> = imported.failures.iter().map(|failure| failure.line).collect();
        assert_eq!(told, [1, 4, 5]);
        assert!(imported.failures[1].why[0].contains("titel"), "{:?}", imported.failures[1]);
    }

    async fn everything_wrong_with_a_line_is_said_at_once(app: TestApp) {
        let line = json!({
            "kind": "project", "external_id": "", "lang": "de", "title": "x".repeat(201),
            "lead": "nul \0", "themes": ["finnes-ikke"], "counties": ["99"], "centre": "ingen",
            "published_at": "i fjor", "slug": "Ikke Slik",
            "facts": { "aim": "Gjelder 17912099997", "sources": [{ "text": "a", "url": "javascript:alert(1)" }] }
        });
        let imported = app.import_text(&line.to_string()).await;
        let why = imported.failures[0].why.join("\n");
        for field in ["external_id", "lang", "title", "lead", "themes", "counties", "centre",
            "published_at", "slug", "facts.aim", "facts.sources.0.url"]
        {
            assert!(why.contains(&format!("`{field}`")), "{field} is missing in:\n{why}");
        }
        assert_eq!(item_entity::Entity::find().count(&app.app.db).await.unwrap(), 0);
    }

    async fn a_translation_may_stand_before_its_original(app: TestApp) {
        let translation = json!({
            "kind": "page", "external_id": "b", "lang": "en", "title": "About", "translation_of": "a"
        });
        let original = json!({ "kind": "page", "external_id": "a", "lang": "nb", "title": "Om" });
        app.import(&[translation.clone(), original]).await;
        assert!(app.get("/nb/sider/om").await.has("href=\"/en/sider/about\""));
        let alone = json!({
            "kind": "page", "external_id": "c", "lang": "en", "title": "C", "translation_of": "finnes-ikke"
        });
        assert_eq!(app.import_text(&alone.to_string()).await.failures.len(), 1);
    }

    async fn states_say_who_can_read(app: TestApp) {
        let of = |state: &str| json!({
            "kind": "news", "external_id": state, "lang": "nb", "title": state.replace('_', " "),
            "state": state
        });
        app.import(&[of("draft"), of("in_review"), of("published"), of("archived"), of("withdrawn")]).await;
        for (slug, status) in [
            ("draft", StatusCode::NOT_FOUND),
            ("in-review", StatusCode::NOT_FOUND),
            ("published", StatusCode::OK),
            ("archived", StatusCode::OK),
            ("withdrawn", StatusCode::GONE),
        ] {
            assert_eq!(app.get(&format!("/nb/nyheter/{slug}")).await.status, status, "{slug}");
        }
    }

    async fn pictures_are_kept_once_and_served(app: TestApp) {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02\x08\x06\0\0\0".to_vec();
        std::fs::File::create(app.folder().join("lys.png")).unwrap().write_all(&png).unwrap();
        let mut line = project();
        line["image"] = json!({ "file": "lys.png", "alt": "Lys i gangen", "credit": "Illustrasjon: Pådriver" });
        app.import(&[line.clone()]).await;
        let page = app.get("/nb/prosjekter/trygge-netter").await;
        assert!(page.has("alt=\"Lys i gangen\""));
        assert!(page.has("Illustrasjon: Pådriver") && !page.has("Bilde: Illustrasjon"));
        let at = page.body.find("/filer/").unwrap();
        let src = page.body[at..].split('"').next().unwrap();
        let picture = app.get(src).await;
        assert_eq!(picture.status, StatusCode::OK);
        assert_eq!(picture.header("content-type"), "image/png");
        for (file, why) in [("../lys.png", "beside"), ("ingen.png", "can't be read"), ("lines.jsonl", "no PNG")] {
            line["external_id"] = json!(file);
            line["image"]["file"] = json!(file);
            let refused = app.import_text(&line.to_string()).await.failures.remove(0);
            assert!(refused.why[0].contains(why), "{refused:?}");
        }
    }
}

#[tokio::test]
async fn latin_1_and_endless_lines_are_refused_by_line() {
    let app = TestApp::new(crate::testing::Engine::Sqlite).await;
    let file = app.folder().join("odd.jsonl");
    let mut bytes =
        b"{\"kind\":\"page\",\"external_id\":\"a\",\"lang\":\"nb\",\"title\":\"bl\xe5\"}\n"
            .to_vec();
    bytes.extend(std::iter::repeat_n(b'x', 9 * 1024 * 1024));
    bytes.extend(b"\n{\"kind\":\"page\",\"external_id\":\"b\",\"lang\":\"nb\",\"title\":\"bra\"}");
    std::fs::write(&file, bytes).unwrap();
    let registers = crate::items::Registers::load(&app.app.db).await.unwrap();
    let context = app.context(&registers, app.folder());
    let imported = super::import_file(&context, &file, &|_| {}).await.unwrap();
    assert_eq!(imported.created, 1);
    let told: Vec<_> = imported.failures.iter().map(|f| (f.line, f.why[0].as_str())).collect();
    assert_eq!(told[0].0, 1);
    assert!(told[0].1.contains("Latin-1"), "{told:?}");
    assert_eq!(told[1], (2, "the line is longer than 8 MiB"));
    app.end().await;
}
