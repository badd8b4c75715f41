//! Organisations keep their id whatever they are called, and are a part of what they are told to be.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::centres;
use crate::exchange::{export_csv, export_registers, import_csv};
use crate::items::Registers;
use crate::items::refile::{self, Concerned};
use crate::organisations::id_of;
use crate::testing::{TestApp, both_engines};

const ID: &str = "0190c1de-0000-7000-8000-00000000000a";
const OTHER: &str = "0190c1de-0000-7000-8000-00000000000b";

fn organisation(slug: &str, id: Option<&str>, more: &[Value]) -> Value {
    let mut statements = vec![
        json!({ "what": "exists", "type": "nursing_home", "source": "Prøven" }),
        json!({ "what": "name", "name": format!("Det heter {slug}"), "source": "Prøven" }),
    ];
    statements.extend(more.iter().cloned());
    json!({ "kind": "organisation", "id": id, "slug": slug, "statements": statements })
}

fn centre(with: &str) -> Value {
    json!({ "kind": "centre", "slug": "nytt-senter", "statements": [
        { "what": "exists", "type": "utviklingssenter", "from": "2025", "source": "Prøven" },
        { "what": "name", "name": "Nytt senter", "from": "2025", "source": "Prøven" },
        { "what": "agreement", "with": [with], "about": "Praksis", "from": "2025", "source": "Prøven" },
    ]})
}

fn project() -> Value {
    json!({ "kind": "project", "external_id": "p1", "lang": "nb", "title": "Rolige morgener",
        "published_at": "2012-05-01", "facts": { "partners": ["Gammelt hjem"], "funders": ["Nytt hjem"] } })
}

fn part_of(field: &str, whole: &str, from: &str) -> Value {
    json!({ "what": "part_of", field: whole, "from": from, "source": "Prøven" })
}

async fn taken(app: &TestApp, lines: &[Value]) -> (usize, usize, usize) {
    let text: Vec<String> = lines.iter().map(Value::to_string).collect();
    let imported = app.import_text(&text.join("\n")).await;
    assert_eq!(imported.failures, []);
    app.run_jobs().await;
    (imported.created, imported.updated, imported.unchanged)
}

async fn refused(app: &TestApp, lines: &[Value]) -> (usize, String) {
    let text: Vec<String> = lines.iter().map(Value::to_string).collect();
    let imported = app.import_text(&text.join("\n")).await;
    assert_eq!((imported.created, imported.updated), (0, 0));
    let first = imported.failures.first().expect("a refusal");
    (first.line, first.why.join("; "))
}

/// The exported line about it.
async fn exported(app: &TestApp, slug: &str) -> Value {
    let mut out = Vec::new();
    export_registers(&app.app.db, &mut out, None, false).await.unwrap();
    let lines = String::from_utf8(out).unwrap();
    let mut lines = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    lines.find(|line| line["slug"] == slug).unwrap_or_default()
}

async fn row(app: &TestApp, slug: &str, per: &str) -> Value {
    let answer = app.get(&format!("/api/v1/organisations?per={per}")).await;
    let rows: Vec<Value> = serde_json::from_str(&answer.body).unwrap();
    rows.into_iter().find(|row| row["slug"] == slug).unwrap_or_default()
}

async fn leads_to(app: &TestApp, path: &str) -> String {
    let answer = app.get(path).await;
    assert_eq!(answer.status, StatusCode::PERMANENT_REDIRECT, "{path}");
    answer.header("location").to_owned()
}

both_engines! {
    async fn ids_go_out_as_they_came_in(app: TestApp) {
        let lines = [organisation("solbakken", Some(ID), &[]), organisation("uten-id", None, &[])];
        assert_eq!(taken(&app, &lines).await, (2, 0, 0));
        assert_eq!(taken(&app, &lines).await, (0, 0, 2), "the same file twice changes nothing");
        assert_eq!(exported(&app, "solbakken").await["id"], json!(ID));
        assert_eq!(row(&app, "solbakken", "").await["id"], json!(ID));
        // Without one it gets one, the same in every installation; so do those that are shipped.
        for slug in ["uten-id", "helse-fonna"] {
            assert_eq!(exported(&app, slug).await["id"], json!(id_of(slug)));
        }
        let table = app.get("/api/v1/organisations.csv").await;
        assert!(table.body.lines().any(|line| line.starts_with("solbakken,") && line.contains(ID)));
        let mut out = Vec::new();
        export_registers(&app.app.db, &mut out, None, false).await.unwrap();
        let again = app.import_text(&String::from_utf8(out).unwrap()).await;
        assert_eq!((again.created, again.updated, again.failures), (0, 0, vec![]));
        let table = export_csv(&app.app.db, None, false).await.unwrap();
        assert!(table.lines().any(|line| line.contains("solbakken") && line.contains(ID)));
        let registers = Registers::load(&app.app.db).await.unwrap();
        let again = import_csv(&app.context(&registers, app.folder()), table.as_bytes()).await.unwrap();
        assert_eq!((again.created, again.updated, again.failures), (0, 0, vec![]));
    }

    async fn an_organisation_that_gets_another_slug_is_found_by_the_old_one(app: TestApp) {
        let first = [organisation("gammelt-hjem", Some(ID), &[]), centre("gammelt-hjem"), project()];
        assert_eq!(taken(&app, &first).await, (3, 0, 0));
        assert!(app.get("/nb/prosjekter?organisasjon=gammelt-hjem").await.has("Rolige morgener"));
        let unit = organisation("avdelingen", None, &[part_of("organisation", "gammelt-hjem", "2020")]);
        let renamed = organisation("solbakken", Some(ID), &[]);
        assert_eq!(taken(&app, &[unit.clone(), renamed.clone()]).await, (1, 1, 0));
        assert_eq!(exported(&app, "solbakken").await["id"], json!(ID));
        assert_eq!(exported(&app, "gammelt-hjem").await, Value::Null);
        for (from, to) in [
            ("/nb/prosjekter?organisasjon=gammelt-hjem", "/nb/prosjekter?organisasjon=solbakken"),
            ("/nb/prosjekter?organisasjon=gammelt-hjem&sorter=tittel", "/nb/prosjekter?sorter=tittel&organisasjon=solbakken"),
            ("/nb/prosjekter.atom?organisasjon=gammelt-hjem", "/nb/prosjekter.atom?organisasjon=solbakken"),
            ("/nb/prosjekter?organisasjon=gammelt-hjem&per=2020", "/nb/prosjekter?per=2020&organisasjon=solbakken"),
        ] {
            assert_eq!(leads_to(&app, from).await, to);
        }
        let list = app.get("/nb/prosjekter?organisasjon=solbakken").await;
        assert!(list.has("Rolige morgener") && list.has("Det heter solbakken"));
        let booklet = app.get("/nb/hefte?fra=prosjekter&organisasjon=gammelt-hjem").await;
        assert!(booklet.status == StatusCode::OK && booklet.has("Det heter solbakken"));
        // Whoever named it names it by the slug of now.
        let agreement = exported(&app, "nytt-senter").await;
        assert_eq!(agreement["statements"][2]["with"], json!(["solbakken"]));
        assert!(app.get("/nb/sentre/nytt-senter").await.has("Det heter solbakken"));
        assert_eq!(row(&app, "avdelingen", "").await["part_of"], json!("solbakken"));
        // Old files are understood: they say nothing new.
        assert_eq!(taken(&app, &[centre("gammelt-hjem"), unit, renamed, project()]).await, (0, 0, 4));
        let unnamed = organisation("gammelt-hjem", None, &[]);
        assert_eq!(taken(&app, &[unnamed]).await, (0, 1, 0), "by the slug it had");
        assert_eq!(exported(&app, "solbakken").await["id"], json!(ID));
    }

    async fn every_slug_that_was_leads_to_the_one_of_now(app: TestApp) {
        for slug in ["a-hjem", "b-hjem", "c-hjem"] {
            taken(&app, &[organisation(slug, Some(ID), &[])]).await;
        }
        let mut new = project();
        new["facts"]["partners"] = json!(["A hjem", "B-hjem", "C hjem"]);
        taken(&app, &[new]).await;
        for slug in ["a-hjem", "b-hjem"] {
            assert_eq!(leads_to(&app, &format!("/nb/prosjekter?organisasjon={slug}")).await, "/nb/prosjekter?organisasjon=c-hjem");
        }
        assert!(app.get("/nb/prosjekter?organisasjon=c-hjem").await.has("Rolige morgener"));
        taken(&app, &[organisation("a-hjem", Some(ID), &[])]).await;
        assert!(app.get("/nb/prosjekter?organisasjon=a-hjem").await.has("Rolige morgener"));
        assert_eq!(leads_to(&app, "/nb/prosjekter?organisasjon=c-hjem").await, "/nb/prosjekter?organisasjon=a-hjem");
    }

    async fn old_slugs_follow_to_where_the_register_is_imported(app: TestApp) {
        for slug in ["a-hjem", "b-hjem", "c-hjem"] {
            taken(&app, &[organisation(slug, Some(ID), &[])]).await;
        }
        let mut partners = project();
        partners["facts"]["partners"] = json!(["A hjem"]);
        let line = exported(&app, "c-hjem").await;
        assert_eq!(line["old_slugs"], json!(["a-hjem", "b-hjem"]));
        let table = export_csv(&app.app.db, None, false).await.unwrap();
        let there = TestApp::new(crate::testing::Engine::Sqlite).await;
        // There a text has named it by the name that it no longer has.
        taken(&there, &[partners]).await;
        assert!(there.get("/nb/prosjekter?organisasjon=a-hjem").await.has("Rolige morgener"));
        assert_eq!(taken(&there, std::slice::from_ref(&line)).await, (1, 0, 0));
        for slug in ["a-hjem", "b-hjem"] {
            assert_eq!(leads_to(&there, &format!("/nb/prosjekter?organisasjon={slug}")).await, "/nb/prosjekter?organisasjon=c-hjem");
        }
        assert!(there.get("/nb/prosjekter?organisasjon=c-hjem").await.has("Rolige morgener"));
        assert_eq!(exported(&there, "c-hjem").await, line, "as it came in");
        assert_eq!(taken(&there, &[line.clone(), centre("a-hjem")]).await, (1, 0, 1), "understood by any of them");
        // What is left out stays, what is new is added.
        let mut fewer = line.clone();
        fewer["old_slugs"] = json!(null);
        assert_eq!(taken(&there, &[fewer.clone()]).await, (0, 0, 1));
        fewer["old_slugs"] = json!(["d-hjem"]);
        assert_eq!(taken(&there, &[fewer]).await, (0, 1, 0));
        assert_eq!(exported(&there, "c-hjem").await["old_slugs"], json!(["a-hjem", "b-hjem", "d-hjem"]));
        // The same in a table, and renamed on the way.
        let other = TestApp::new(crate::testing::Engine::Sqlite).await;
        taken(&other, &[organisation("b-hjem", Some(ID), &[])]).await;
        let registers = Registers::load(&other.app.db).await.unwrap();
        let context = other.context(&registers, other.folder());
        let answer = import_csv(&context, table.as_bytes()).await.unwrap();
        assert_eq!((answer.failures, answer.updated), (vec![], 1));
        assert_eq!(exported(&other, "c-hjem").await, line);
        assert_eq!(export_csv(&other.app.db, None, false).await.unwrap(), table);
        let again = import_csv(&context, table.as_bytes()).await.unwrap();
        assert_eq!((again.failures, again.created, again.updated), (vec![], 0, 0));
        there.end().await;
        other.end().await;
    }

    async fn a_slug_that_is_anothers_leads_to_nobody_else(app: TestApp) {
        let with = |slug: &str, id: &str, old: &[&str]| {
            let mut line = organisation(slug, Some(id), &[]);
            line["old_slugs"] = json!(old);
            line
        };
        taken(&app, &[organisation("gammelt-hjem", Some(ID), &[])]).await;
        taken(&app, &[organisation("solbakken", Some(ID), &[]), organisation("vika", None, &[])]).await;
        for (lines, line, told) in [
            (vec![with("nytt", OTHER, &["solbakken"])], 1, "\"solbakken\" is or was that of another"),
            (vec![with("nytt", OTHER, &["gammelt-hjem"])], 1, "\"gammelt-hjem\" is or was that of another"),
            (vec![with("solbakken", ID, &["vika"])], 1, "\"vika\" is or was that of another"),
            (vec![with("solbakken", ID, &["solbakken"])], 1, "is the slug that it has"),
            (vec![with("solbakken", ID, &["nytt"]), organisation("nytt", Some(OTHER), &[])], 2, "\"nytt\" is or was that of another"),
            (vec![with("solbakken", ID, &["eldre"]), with("nytt", OTHER, &["eldre"])], 2, "\"eldre\" is or was that of another"),
            (vec![with("solbakken", ID, &["Eldre Hjem"])], 1, "only a–z, 0–9 and single hyphens"),
            (vec![with("solbakken", ID, &[""])], 1, "only a–z, 0–9 and single hyphens"),
        ] {
            let (at, why) = refused(&app, &lines).await;
            assert!(at == line && why.contains(told), "{told}: {at} {why}");
        }
        assert_eq!(taken(&app, &[with("solbakken", ID, &["gammelt-hjem"])]).await, (0, 0, 1));
        let mut of_centre = centre("vika");
        of_centre["old_slugs"] = json!(["gammelt-senter"]);
        assert_eq!(refused(&app, &[of_centre.clone()]).await, (1, "line 1: only an organisation has `old_slugs` here".to_owned()));
        let told = app.import_text(&of_centre.to_string()).await.failures.remove(0).told();
        assert_eq!(told, "line 1: only an organisation has `old_slugs` here", "its line is named once");
    }

    async fn a_text_that_was_replaced_is_found_under_the_slug_of_now(app: TestApp) {
        taken(&app, &[organisation("gammelt-hjem", Some(ID), &[]), project()]).await;
        let mut later = project();
        later["updated_at"] = json!("2015-01-01");
        later["facts"]["partners"] = json!([]);
        later["lead"] = json!("Uten dem.");
        taken(&app, &[later, organisation("solbakken", Some(ID), &[])]).await;
        let then = app.get("/nb/prosjekter?organisasjon=solbakken&per=2013-01-01").await;
        assert!(then.has("Rolige morgener"), "{}", then.status);
        assert!(!app.get("/nb/prosjekter?organisasjon=solbakken").await.has("Rolige morgener"));
    }

    async fn items_are_filed_anew_in_small_steps(app: TestApp) {
        let mut lines = vec![organisation("gammelt-hjem", Some(ID), &[])];
        for n in 0..5 {
            let mut one = project();
            one["external_id"] = json!(format!("p{n}"));
            lines.push(one);
        }
        taken(&app, &lines).await;
        let (db, clock) = (&app.app.db, &app.app.clock);
        let mut incoming = centres::Incoming::default();
        let line = organisation("nytt-hjem", Some(ID), &[]);
        for statement in line["statements"].as_array().unwrap() {
            let raw = crate::statements::Raw::from_json(statement, "line 1".to_owned()).unwrap();
            incoming.add("organisation", "nytt-hjem", raw).unwrap();
        }
        incoming.claim("organisation", "nytt-hjem", ID.parse().unwrap(), "line 1".to_owned()).unwrap();
        let done = centres::import(db, clock, incoming).await.unwrap().unwrap();
        assert_eq!((done.updated, done.renamed), (1, 1));
        assert_eq!(refile::request(db, clock, Concerned::OldOrganisations).await.unwrap(), 5);
        app.run_jobs().await;
        // Each item also names «Nytt hjem» itself: it is filed there once.
        assert_eq!(refile::request(db, clock, Concerned::OldOrganisations).await.unwrap(), 0);
        assert!(app.get("/nb/prosjekter?organisasjon=nytt-hjem").await.has("5 prosjekter"));
    }

    async fn who_is_who_is_refused_by_line(app: TestApp) {
        taken(&app, &[organisation("solbakken", Some(ID), &[])]).await;
        let cases = [
            (vec![organisation("nytt", Some(OTHER), &[]), organisation("solbakken", Some(OTHER), &[])], 2, "is that of another organisation"),
            (vec![organisation("nytt", Some(ID), &[]), organisation("annet", Some(ID), &[])], 2, "line 2 and line 1"),
            (vec![organisation("nytt", Some("00000000-0000-0000-0000-000000000000"), &[])], 1, "nothing but zeros"),
            (vec![project(), organisation("nytt", Some("ikke-en-id"), &[])], 2, "UUID"),
        ];
        for (lines, line, told) in cases {
            let (at, why) = refused(&app, &lines).await;
            assert!(at == line && why.contains(told), "{told}: {at} {why}");
        }
        let mut with_id = centre("solbakken");
        with_id["id"] = json!(OTHER);
        assert_eq!(refused(&app, &[with_id]).await, (1, "line 1: only an organisation has an `id` here".to_owned()));
        taken(&app, &[organisation("solhaug", Some(ID), &[])]).await;
        let (_, why) = refused(&app, &[organisation("solbakken", Some(OTHER), &[])]).await;
        assert!(why.contains("\"solbakken\" leads to \"solhaug\""), "{why}");
        let head = "register,subject,what,from,to,source,type,id\n";
        for (rows, told) in [
            (format!("organisation,x,exists,,,Prøven,other,{ID}\norganisation,x,exists,2030,,Prøven,other,{OTHER}\n"), "line 2 and line 3: \"x\" has two ids"),
            ("organisation,x,exists,,,Prøven,other,7\n".to_owned(), "line 2: `id` \"7\" is no UUID"),
            (format!("centre,x,exists,,,Prøven,utviklingssenter,{ID}\n"), "line 2: only an organisation"),
        ] {
            let registers = Registers::load(&app.app.db).await.unwrap();
            let table = format!("{head}{rows}");
            let answer = import_csv(&app.context(&registers, app.folder()), table.as_bytes()).await.unwrap();
            assert!(answer.failures[0].why[0].contains(told), "{:?}", answer.failures);
        }
    }

    async fn what_is_shipped_finds_the_one_that_was_renamed_here(app: TestApp) {
        let id = id_of("helse-fonna").to_string();
        taken(&app, &[organisation("fonna-hf", Some(&id), &[])]).await;
        let centre = exported(&app, "usht-helse-fonna").await.to_string();
        assert!(centre.contains("\"fonna-hf\"") && !centre.contains("\"helse-fonna\""), "{centre}");
        centres::load_shipped(&app.app.db, &app.app.clock).await.unwrap();
        assert_eq!(exported(&app, "helse-fonna").await, Value::Null);
        assert!(app.get("/nb/sentre/usht-helse-fonna").await.has("Det heter fonna-hf"));
    }

    async fn a_unit_is_a_part_of_its_municipality_whatever_that_becomes(app: TestApp) {
        let units = [
            organisation("solbakken", Some(ID), &[part_of("municipality", "0219", "2010")]),
            organisation("solbakken-2", None, &[part_of("organisation", "solbakken", "2015")]),
            organisation("snillheimen", None, &[part_of("municipality", "5012", "2018")]),
            organisation("alesundheimen", None, &[part_of("municipality", "1507", "2020")]),
        ];
        assert_eq!(taken(&app, &units).await, (4, 0, 0));
        let of = |row: &Value| (row["part_of_municipality"].clone(), row["part_of_municipality_then"].clone());
        for (slug, per, now, then) in [
            ("solbakken", "2012-01-01", json!("0219"), json!("0219")),
            ("solbakken", "2021-01-01", json!("3024"), json!("0219")),
            ("solbakken", "", json!("3201"), json!("0219")),
            ("solbakken", "2005-01-01", Value::Null, Value::Null),
            ("solbakken-2", "", json!("3201"), json!("0219")),
            ("solbakken-2", "2012-01-01", Value::Null, Value::Null),
            // Split, and no part has kept the name: nobody says which it is in.
            ("snillheimen", "2019-01-01", json!("5012"), json!("5012")),
            ("snillheimen", "", Value::Null, json!("5012")),
            // Split, and one has kept the name.
            ("alesundheimen", "", json!("1508"), json!("1507")),
        ] {
            assert_eq!(of(&row(&app, slug, per).await), (now, then), "{slug} {per}");
        }
        let names = ["Det heter solbakken", "Det heter solbakken-2"];
        for (page, there) in [
            ("kommuner/3201", true), ("kommuner/0219", true), ("kommuner/3024?per=2021-01-01", true),
            ("kommuner/3203", false), ("kommuner/0219?per=2001-01-01", false),
        ] {
            let page = app.get(&format!("/nb/{page}")).await;
            assert_eq!(page.has("Enheter i kommunen"), there);
            assert!(!there || names.iter().all(|name| page.has(name)));
        }
        assert!(app.get("/en/kommuner/3201").await.has("<span lang=\"nb\">Det heter solbakken</span>"));
        // What came in goes out.
        let statements = exported(&app, "solbakken").await["statements"].clone();
        assert_eq!(statements[2], part_of("municipality", "0219", "2010"));
        assert!(export_csv(&app.app.db, None, false).await.unwrap().contains(",part_of,2010,,Prøven,"));
    }

    async fn the_table_of_the_guide_goes_in(app: TestApp) {
        let guide = include_str!("../../../docs/guide/nettverket-gjennom-tiden.md");
        let table = guide.split("```csv\n").nth(1).unwrap().split("```").next().unwrap();
        let registers = Registers::load(&app.app.db).await.unwrap();
        let context = app.context(&registers, app.folder());
        let answer = import_csv(&context, table.as_bytes()).await.unwrap();
        assert_eq!((answer.failures, answer.created), (vec![], 2));
        let hamar = app.get("/nb/kommuner/3403").await;
        assert!(hamar.has("<li>Solbakken sykehjem, 2. etasje</li>"));
        // To give it another address, the guide says, change `subject` in the table that comes out.
        let out = export_csv(&app.app.db, None, false).await.unwrap();
        let renamed = out.replace("organisation,solbakken-sykehjem,", "organisation,solbakken-hjem,");
        let answer = import_csv(&context, renamed.as_bytes()).await.unwrap();
        assert_eq!((answer.failures, answer.created, answer.updated), (vec![], 0, 1));
        assert_eq!(row(&app, "solbakken-2-etasje", "").await["part_of"], json!("solbakken-hjem"));
    }

    async fn what_can_be_no_part_is_refused_by_line(app: TestApp) {
        let both = json!({ "what": "part_of", "municipality": "0301", "organisation": "b", "source": "Prøven" });
        let neither = json!({ "what": "part_of", "source": "Prøven" });
        let mut city = organisation("byen", None, &[part_of("municipality", "0301", "2010")]);
        city["statements"][0]["type"] = json!("municipality");
        let of = |more: &[Value]| organisation("a", None, more);
        for (lines, told) in [
            (vec![of(&[part_of("municipality", "9876", "2010")])], "\"9876\" is no municipality"),
            (vec![of(&[part_of("municipality", "3201", "2010")])], "3201 Bærum did not exist then"),
            (vec![of(&[both])], "has both `organisation` and `municipality`"),
            (vec![of(&[neither])], "needs one of `organisation` and `municipality`"),
            (vec![of(&[part_of("county", "03", "2010")])], "needs one of"),
            (vec![city], "a municipality is no part of a municipality"),
            (vec![of(&[part_of("municipality", "0301", "2010"), part_of("municipality", "0219", "2012")])], "one municipality at a time"),
            (vec![of(&[part_of("organisation", "a", "2010")])], "its own part"),
            (vec![of(&[part_of("organisation", "b", "2010")]), organisation("b", None, &[part_of("organisation", "a", "2010")])], "its own part"),
            (vec![of(&[part_of("municipality", "0219", "2010")]), json!({ "kind": "centre", "slug": "s", "statements": [
                { "what": "exists", "type": "utviklingssenter", "from": "2018", "source": "Prøven" },
                { "what": "host", "municipality": "0301", "organisation": "a", "from": "2018", "source": "Prøven" },
            ]})], "lies in 0219 Bærum, not in the host"),
        ] {
            let (_, why) = refused(&app, &lines).await;
            assert!(why.contains("line ") && why.contains(told), "{told}: {why}");
        }
        assert_eq!(exported(&app, "a").await, Value::Null);
    }
}
