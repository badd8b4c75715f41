//! Places, organisations and centres: in before the items, whole or not at all, with their files.

use axum::http::StatusCode;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::exchange::{Beside, Context, export_csv, export_registers, import_csv, import_file};
use crate::items::{Holder, Registers, Struck, WriteError, Writer};
use crate::testing::{TestApp, both_engines};
use crate::{db, files};

fn register_lines() -> String {
    let lines = [
        json!({ "kind": "page", "external_id": "s1", "lang": "nb", "title": "Om oss", "centre": "nytt-senter" }),
        json!({ "kind": "organisation", "slug": "hf", "statements": [
            { "what": "exists", "type": "hospital_trust", "source": "Prøven" },
            { "what": "name", "name": "Prøve HF", "source": "Prøven" },
        ]}),
        json!({ "kind": "centre", "slug": "nytt-senter", "statements": [
            { "what": "exists", "type": "utviklingssenter", "from": "2025", "source": "Prøven" },
            { "what": "name", "name": "Nytt senter", "from": "2025", "source": "Prøven" },
            { "what": "host", "municipality": "3403", "from": "2025", "source": "Prøven" },
            { "what": "agreement", "with": ["hf"], "about": "Praksis", "from": "2025-02", "to": "2027", "source": "Prøven", "example": true },
        ]}),
        json!({ "kind": "county", "code": "03", "name": "Oslo", "valid_from": "1999-01-01" }),
    ];
    lines.map(|line| line.to_string()).join("\n")
}

both_engines! {
    async fn registers_go_in_before_the_items_of_the_same_file(app: TestApp) {
        let first = app.import_text(&register_lines()).await;
        assert_eq!(first.failures, []);
        assert_eq!((first.created, first.updated, first.unchanged), (3, 0, 1));
        let second = app.import_text(&register_lines()).await;
        assert_eq!((second.created, second.updated, second.unchanged), (0, 0, 4));
        let page = app.get("/nb/sentre/nytt-senter").await;
        for text in ["Hamar", "Praksis", "Prøve HF", "Eksempel"] {
            assert!(page.has(text), "{text}");
        }
    }

    async fn a_faulty_register_line_keeps_the_whole_file_out(app: TestApp) {
        for (right, wrong, told) in [
            ("\"2027\"", "\"2024\"", "ends before it begins"),
            ("\"hf\"]", "\"hx\"]", "\"hx\" is not known"),
            ("\"3403\"", "\"0403\"", "0403 Hamar did not exist then"),
            ("\"statements\"", "\"sayings\"", "unknown field `sayings`"),
            ("\"1999-01-01\"", "\"2030-01-01\"", "overlap"),
        ] {
            let imported = app.import_text(&register_lines().replace(right, wrong)).await;
            assert_eq!((imported.created, imported.updated), (0, 0), "{told}");
            let failure = &imported.failures[0];
            assert!(failure.line > 1 && failure.why[0].contains(told), "{told}: {failure:?}");
            assert_eq!(app.get("/nb/sider/om-oss").await.status, StatusCode::NOT_FOUND);
        }
    }

    async fn a_contact_that_no_letter_reaches_is_refused(app: TestApp) {
        let with = |email: &str| {
            let contact = json!({ "what": "contact", "role": "leder", "email": email, "from": "2025", "source": "Prøven" });
            register_lines().replacen("{\"about\":\"Praksis\"", &format!("{contact},{{\"about\":\"Praksis\""), 1)
        };
        assert!(with("a").contains("contact"));
        for (email, told) in [("å@example.org", "`email` has letters such as å"), ("a", "`email` is no e-mail address")] {
            let refused = app.import_text(&with(email)).await;
            assert!(refused.failures[0].why[0].contains(told), "{refused:?}");
        }
        assert_eq!(app.import_text(&with("a@blåbær.no")).await.failures, []);
    }

    async fn registers_go_out_as_they_came_in(app: TestApp) {
        app.import_text(&register_lines()).await;
        let mut out = Vec::new();
        export_registers(&app.app.db, &mut out, None, false).await.unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.lines().count() > 4_000);
        let again = app.import_text(&text).await;
        assert_eq!(again.failures, []);
        assert_eq!((again.created, again.updated), (0, 0));
        let mut twice = Vec::new();
        export_registers(&app.app.db, &mut twice, None, false).await.unwrap();
        assert_eq!(String::from_utf8(twice).unwrap(), text);
    }
}

/// A centre with an agreement and a meeting, each with a file beside the lines.
fn papers(app: &TestApp) -> String {
    std::fs::write(app.folder().join("Avtale 2025.pdf"), b"%PDF-1.7\n% avtalen").unwrap();
    std::fs::write(app.folder().join("referat.pdf"), b"%PDF-1.7\n% referatet").unwrap();
    let meeting = json!({ "what": "meeting", "date": "2025-09-24", "about": "Praksis", "file": "referat.pdf", "source": "Prøven" });
    let lines: Vec<Value> =
        register_lines().lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let with_papers = lines.into_iter().map(|mut line| {
        if line["slug"] == "nytt-senter" {
            let statements = line["statements"].as_array_mut().unwrap();
            let agreement = statements.iter_mut().find(|s| s["what"] == "agreement").unwrap();
            agreement["file"] = json!("Avtale 2025.pdf");
            statements.push(meeting.clone());
        }
        line.to_string()
    });
    with_papers.collect::<Vec<_>>().join("\n")
}

/// Where the page lets one take home the agreement, and the minutes.
fn taken_home(body: &str) -> Vec<String> {
    let links = body.split("href=\"/filer/").skip(1);
    let mut all: Vec<String> =
        links.map(|rest| format!("/filer/{}", rest.split('"').next().unwrap())).collect();
    all.sort();
    all.dedup();
    all
}

both_engines! {
    async fn agreements_and_minutes_are_taken_home_from_the_page_of_the_centre(app: TestApp) {
        let first = app.import_text(&papers(&app)).await;
        assert_eq!(first.failures, []);
        let again = app.import_text(&papers(&app)).await;
        assert_eq!((again.created, again.updated), (0, 0), "the same files are the same");
        let page = app.get("/nb/sentre/nytt-senter").await;
        for text in [">Avtalen</a>", ">Referatet fra møtet 24. september 2025</a>", "(PDF, 1\u{a0}kB)"] {
            assert!(page.has(text), "{text} is missing: {}", page.body);
        }
        let files = taken_home(&page.body);
        assert_eq!(files.len(), 2, "{files:?}");
        let agreement = files.iter().find(|file| file.ends_with("/avtale-2025.pdf")).unwrap();
        let home = app.get(agreement).await;
        assert_eq!((home.status, home.body.as_str()), (StatusCode::OK, "%PDF-1.7\n% avtalen"));
        assert_eq!(home.header("content-disposition"), "attachment; filename=\"avtale-2025.pdf\"");
        let open = app.get("/api/v1/centres?per=2025-10-01").await;
        assert!(open.body.contains(&format!("\"file\":\"{agreement}\"")), "{}", open.body);
        // When no statement points at it any more, it is gone.
        app.import_text(&register_lines()).await;
        assert_eq!(app.get(agreement).await.status, StatusCode::NOT_FOUND);
    }

    async fn files_of_statements_travel_with_them(app: TestApp) {
        app.import_text(&papers(&app)).await;
        let out = app.folder().join("out");
        std::fs::create_dir_all(&out).unwrap();
        let beside = Beside { db: &app.app.db, store: &app.app.files, folder: &out };
        let mut lines = Vec::new();
        export_registers(&app.app.db, &mut lines, Some(&beside), false).await.unwrap();
        let lines = String::from_utf8(lines).unwrap();
        let table = export_csv(&app.app.db, Some(&beside), false).await.unwrap();
        let mut written: Vec<String> = std::fs::read_dir(out.join("files")).unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        written.sort();
        assert_eq!(written.len(), 2, "{written:?}");
        for name in &written {
            assert!(lines.contains(&format!("\"file\":\"files/{name}\"")), "{name}");
            assert!(table.contains(&format!("files/{name}")), "{name}");
        }
        let registers = Registers::load(&app.app.db).await.unwrap();
        let context = app.context(&registers, &out);
        let again = import_csv(&context, table.as_bytes()).await.unwrap();
        assert_eq!(again.failures, []);
        assert_eq!((again.created, again.updated), (0, 0), "what came out goes in unchanged");
        std::fs::write(out.join("lines.jsonl"), &lines).unwrap();
        let again = import_file(&context, &out.join("lines.jsonl"), &|_| {}).await.unwrap();
        assert_eq!((again.created, again.updated, again.failures), (0, 0, vec![]));
    }

    async fn a_contact_that_is_kept_back_makes_nothing_new(app: TestApp) {
        let contact = "{\"what\":\"contact\",\"role\":\"leder\",\"email\":\"leder@senter.example\",\"from\":\"2025\",\"source\":\"Prøven\"},";
        let lines: Vec<String> = papers(&app).lines().map(|line| {
            if line.contains("\"slug\":\"nytt-senter\"") {
                line.replacen("\"statements\":[", &format!("\"statements\":[{contact}"), 1)
            } else {
                line.to_owned()
            }
        }).collect();
        let first = app.import_text(&lines.join("\n")).await;
        assert_eq!(first.failures, []);
        let folder = app.folder().join("ut");
        std::fs::create_dir_all(&folder).unwrap();
        let beside = Beside { db: &app.app.db, store: &app.app.files, folder: &folder };
        let mut out = Vec::new();
        export_registers(&app.app.db, &mut out, Some(&beside), false).await.unwrap();
        let table = export_csv(&app.app.db, Some(&beside), false).await.unwrap();
        std::fs::write(folder.join("lines.jsonl"), &out).unwrap();
        assert!(!table.contains('@'));
        let registers = Registers::load(&app.app.db).await.unwrap();
        let context = app.context(&registers, &folder);
        let again = import_file(&context, &folder.join("lines.jsonl"), &|_| {}).await.unwrap();
        assert_eq!((again.created, again.updated, again.failures), (0, 0, vec![]));
        let again = import_csv(&context, table.as_bytes()).await.unwrap();
        assert_eq!((again.created, again.updated, again.failures), (0, 0, vec![]));
    }

    async fn a_file_that_is_not_there_or_not_ours_refuses_the_whole(app: TestApp) {
        std::fs::write(app.folder().join("program.pdf"), b"MZ program").unwrap();
        for (wrong, told) in [
            ("mangler.pdf", "`file`: mangler.pdf can't be read"),
            ("../utenfor.pdf", "`file`: ../utenfor.pdf is not beside the file of lines"),
            ("/etc/hostname", "is not beside the file of lines"),
            ("program.pdf", "program.pdf is none of PDF"),
        ] {
            let imported = app.import_text(&papers(&app).replace("referat.pdf", wrong)).await;
            assert_eq!((imported.created, imported.updated), (0, 0), "{told}");
            let failure = &imported.failures[0];
            assert!(failure.why[0].contains(told), "{told}: {failure:?}");
            assert!(failure.why[0].contains("statement "), "{failure:?}");
        }
        assert_eq!(app.get("/nb/sentre/nytt-senter").await.status, StatusCode::NOT_FOUND);
    }
}

const AGREEMENT: &[u8] = b"%PDF-1.7\n% avtalen";

async fn strike_file(app: &TestApp, id: Uuid) -> Result<Vec<(Holder, Struck)>, WriteError> {
    let done = db::transaction::<Vec<(Holder, Struck)>, WriteError, _>(&app.app.db, |tx| {
        let app = app.app.clone();
        Box::pin(async move {
            Writer::new(tx, &app.clock, app.kinds.stored()).strike_file(id, "Personvern").await
        })
    });
    let done = done.await;
    app.run_jobs().await;
    done
}

/// The address of the agreement, and its id.
async fn agreement(app: &TestApp) -> (String, Uuid) {
    let page = app.get("/nb/sentre/nytt-senter").await;
    let files = taken_home(&page.body);
    let agreement = files.into_iter().find(|file| file.ends_with("/avtale-2025.pdf")).unwrap();
    (agreement, files::id_of(&files::digest(AGREEMENT)))
}

both_engines! {
    async fn a_file_of_statements_can_be_struck_and_stays_so(app: TestApp) {
        let lines = papers(&app);
        assert_eq!(app.import_text(&lines).await.failures, []);
        let (address, id) = agreement(&app).await;
        let done = strike_file(&app, id).await.unwrap();
        assert_eq!(done, [(Holder::Centre("nytt-senter".to_owned()), Struck { revisions: 0, places: 1 })]);
        assert_eq!(app.get(&address).await.status, StatusCode::NOT_FOUND);
        assert_eq!(app.app.files.read(&files::digest(AGREEMENT)).await.unwrap(), None);
        let page = app.get("/nb/sentre/nytt-senter").await;
        assert!(page.has("Praksis") && page.has("Én fil er strøket fra denne siden."), "{}", page.body);
        assert_eq!(taken_home(&page.body).len(), 1, "the minutes stand");
        // It comes back by no line, no table and under no other name.
        std::fs::write(app.folder().join("ny.pdf"), AGREEMENT).unwrap();
        for lines in [lines.clone(), lines.replace("Avtale 2025.pdf", "ny.pdf")] {
            let again = app.import_text(&lines).await;
            assert_eq!((again.created, again.updated), (0, 0), "{again:?}");
            let why = &again.failures[0].why[0];
            assert!(why.contains("nytt-senter") && why.contains("was struck here") && why.contains("--over-strikes"), "{why}");
        }
        let registers = Registers::load(&app.app.db).await.unwrap();
        let context = app.context(&registers, app.folder());
        let table = "register,subject,what,from,to,source,about,with,file\n\
            centre,nytt-senter,agreement,2025,,Prøven,Praksis,hf,ny.pdf\n";
        let again = import_csv(&context, table.as_bytes()).await.unwrap();
        assert!(again.failures[0].why[0].contains("was struck here"), "{again:?}");
        assert_eq!(app.app.files.read(&files::digest(AGREEMENT)).await.unwrap(), None);
        // Whoever says so brings it back, and is told.
        let lines = papers(&app);
        let file = app.folder().join("lines.jsonl");
        std::fs::write(&file, &lines).unwrap();
        let over = Context { over_strikes: true, ..app.context(&registers, app.folder()) };
        let back = import_file(&over, &file, &|_| {}).await.unwrap();
        assert_eq!((back.updated, back.notes.len()), (1, 1), "{back:?}");
        assert!(back.notes[0].what.contains("had been struck"), "{back:?}");
        assert_eq!(app.get(&address).await.status, StatusCode::OK);
        assert!(!app.get("/nb/sentre/nytt-senter").await.has("er strøket fra denne siden"));
    }

    async fn a_file_of_an_item_and_of_statements_is_struck_from_both(app: TestApp) {
        let lines = papers(&app);
        let item = json!({ "kind": "page", "external_id": "avtaler", "lang": "nb", "title": "Avtaler",
            "files": [{ "file": "Avtale 2025.pdf", "title": "Avtalen" }] });
        assert_eq!(app.import_text(&format!("{lines}\n{item}")).await.failures, []);
        let (address, id) = agreement(&app).await;
        assert_eq!(strike_file(&app, id).await.unwrap().len(), 2);
        assert_eq!(app.get(&address).await.status, StatusCode::NOT_FOUND);
        assert!(!app.get("/nb/sentre/nytt-senter").await.has(&address));
        assert!(app.get("/nb/sider/avtaler").await.has("Én fil er strøket fra denne siden."));
        assert!(matches!(strike_file(&app, id).await, Err(WriteError::Missing)), "it is gone");
    }
}
