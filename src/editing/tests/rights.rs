//! Who may do what with a text: each role at its centre, at another, and nobody in particular.

use axum::http::StatusCode;
use serde_json::json;
use uuid::Uuid;

use super::{OLA, RITA, begin, centres, person, pressed, write};
use crate::people::{Address, persons};
use crate::rights::RoleKind;
use crate::testing::{Browser, both_engines};

/// Which of the pages let them in: writing, reading before it is public, saying yes.
async fn may(browser: &mut Browser<'_>, page: &str) -> String {
    let steps = format!("{page}/steg");
    let mut may = Vec::new();
    if browser.get(page).await.status == StatusCode::OK {
        may.push("write");
    }
    let shown = browser.get(&steps).await;
    if shown.status == StatusCode::OK {
        may.push("read");
        if shown.has("value=\"godkjenn\"") {
            may.push("review");
        }
    }
    if may.is_empty() { "nothing".to_owned() } else { may.join(", ") }
}

both_engines! {
    async fn each_role_may_what_it_should(app: TestApp) {
        let [here, elsewhere] = centres(&app).await;
        let mut rita = person(&app, RITA, Some((RoleKind::Editor, Some(here)))).await;
        let page = begin(&mut rita, "project", "Rolige måltider", Some(here)).await;
        let centre = here.to_string();
        let fields = [("title", "Rolige måltider"), ("lang", "nb"), ("centre", centre.as_str())];
        write(&mut rita, &page, &fields).await;
        pressed(&mut rita, &page, "send-inn").await;
        assert_eq!(may(&mut rita, &page).await, "write, read");
        let everywhere: Option<Uuid> = None;
        for (n, (kind, at, expected)) in [
            (RoleKind::Member, Some(here), "nothing"),
            (RoleKind::TeamLead, Some(here), "nothing"),
            (RoleKind::Editor, Some(here), "write, read, nothing else"),
            (RoleKind::Reviewer, Some(here), "read, review"),
            (RoleKind::CentreLeader, Some(here), "write, read, review"),
            (RoleKind::Editor, Some(elsewhere), "nothing"),
            (RoleKind::Reviewer, Some(elsewhere), "nothing"),
            (RoleKind::CentreLeader, Some(elsewhere), "nothing"),
            (RoleKind::Coordinator, everywhere, "write, read, review"),
            (RoleKind::Administrator, everywhere, "nothing"),
        ]
        .into_iter()
        .enumerate()
        {
            let address = format!("nummer{n}@kommune.example.org");
            let mut somebody = person(&app, &address, Some((kind, at))).await;
            let found = may(&mut somebody, &page).await;
            assert_eq!(found, expected.trim_end_matches(", nothing else"), "{kind:?} {at:?}");
            if found == "nothing" {
                for (path, fields) in [
                    (page.clone(), vec![("title", "Tatt over")]),
                    (format!("{page}/lagre.json"), vec![("title", "Tatt over")]),
                    (format!("{page}/steg"), vec![("versjon", "2"), ("gjor", "godkjenn")]),
                    (format!("{page}/merknader"), vec![("merknad", "Hei")]),
                    (format!("{page}/versjoner"), vec![("versjon", "2"), ("hent", "1")]),
                ] {
                    let answer = somebody.post(&path, &fields).await;
                    assert_eq!(answer.status, StatusCode::FORBIDDEN, "{kind:?} {path}");
                }
                let preview = somebody.get(&format!("{page}/forhandsvis")).await;
                assert_eq!(preview.status, StatusCode::FORBIDDEN);
            }
        }
        assert_eq!(app.get(&page).await.status, StatusCode::FORBIDDEN, "nor does nobody");
    }

    async fn anybody_has_texts_of_their_own_and_in_no_name_but_theirs(app: TestApp) {
        let [here, _] = centres(&app).await;
        let mut ola = person(&app, OLA, None).await;
        let page = begin(&mut ola, "project", "Bare mitt", None).await;
        assert_eq!(may(&mut ola, &page).await, "write, read");
        let centre = here.to_string();
        let fields = [("kind", "project"), ("title", "I et senters navn"), ("lang", "nb"), ("centre", &centre)];
        let refused = ola.post("/nb/skriv/ny", &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let fields = [("title", "Bare mitt"), ("lang", "nb"), ("centre", centre.as_str())];
        assert_eq!(write(&mut ola, &page, &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        // A page that no list leads to is for coordinators.
        let fields = [("kind", "page"), ("title", "Om oss"), ("lang", "nb")];
        assert_eq!(ola.post("/nb/skriv/ny", &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let mut rita = person(&app, RITA, Some((RoleKind::Editor, Some(here)))).await;
        assert_eq!(may(&mut rita, &page).await, "nothing");
    }

    async fn what_is_not_handed_in_is_its_writers_alone(app: TestApp) {
        let [here, _] = centres(&app).await;
        let title = "Kveldsro uten medisiner";
        let mut ola = person(&app, OLA, None).await;
        let page = begin(&mut ola, "project", title, None).await;
        assert!(ola.get(&page).await.has("Bare du kan åpne dette utkastet"));
        let everywhere: Option<Uuid> = None;
        let roles = [
            (RoleKind::Editor, Some(here)),
            (RoleKind::Reviewer, Some(here)),
            (RoleKind::CentreLeader, Some(here)),
            (RoleKind::Coordinator, everywhere),
            (RoleKind::Administrator, everywhere),
        ];
        for (n, (kind, at)) in roles.into_iter().enumerate() {
            let address = format!("nysgjerrig{n}@senter.example.org");
            let mut somebody = person(&app, &address, Some((kind, at))).await;
            for part in ["", "/forhandsvis", "/steg", "/merknader", "/versjoner", "/sprak", "/filer", "/forskjeller"] {
                let answer = somebody.get(&format!("{page}{part}")).await;
                assert_eq!(answer.status, StatusCode::FORBIDDEN, "{kind:?} {part}");
                assert!(!answer.has(title), "{kind:?} {part}");
            }
            for (part, fields) in [
                ("/lagre.json", vec![("title", "Tatt over")]),
                ("/her.json", vec![]),
                ("/steg", vec![("versjon", "1"), ("gjor", "kast")]),
                ("/versjoner", vec![("versjon", "1"), ("hent", "1")]),
            ] {
                let answer = somebody.post(&format!("{page}{part}"), &fields).await;
                assert_eq!(answer.status, StatusCode::FORBIDDEN, "{kind:?} {part}");
            }
            for list in ["/nb/skriv", "/nb/min-side", "/nb/sok?q=kveldsro", "/nb/skriv/finn.json?sok=kveldsro"] {
                assert!(!somebody.get(list).await.has(title), "{kind:?} {list}");
            }
        }
    }

    async fn what_is_handed_in_once_has_been_seen(app: TestApp) {
        let mut ola = person(&app, OLA, None).await;
        let page = begin(&mut ola, "project", "Rolige kvelder", None).await;
        let knut = "knut@nettverket.example.org";
        let mut knut = person(&app, knut, Some((RoleKind::Coordinator, None))).await;
        assert_eq!(may(&mut knut, &page).await, "nothing");
        pressed(&mut ola, &page, "send-inn").await;
        assert_eq!(may(&mut knut, &page).await, "write, read, review");
        // Back to its writer, with a way to see what becomes of it.
        pressed(&mut knut, &page, "ta-tilbake").await;
        assert_eq!(may(&mut knut, &page).await, "write, read");
        assert!(ola.get(&page).await.has("Koordinatorene i nettverket kan åpne denne teksten"));
    }

    /// Nobody has begun what a file says, so that no list of one's own has it.
    async fn a_draft_of_a_file_is_found_by_those_who_may_go_on_with_it(app: TestApp) {
        let [here, elsewhere] = centres(&app).await;
        let line = |id: &str, state: &str| {
            json!({ "kind": "project", "external_id": id, "lang": "nb", "title": format!("Innlest {id}"),
                "state": state, "centre": "usht-hedmark" })
        };
        app.import(&[line("utkast", "draft"), line("offentlig", "published")]).await;
        let roles = [
            (RoleKind::Editor, Some(here), true),
            (RoleKind::CentreLeader, Some(here), true),
            (RoleKind::Coordinator, None, true),
            (RoleKind::Member, Some(here), false),
            (RoleKind::Editor, Some(elsewhere), false),
        ];
        for (n, (kind, at, is_told)) in roles.into_iter().enumerate() {
            let address = format!("kollega{n}@senter.example.org");
            let mut somebody = person(&app, &address, Some((kind, at))).await;
            let list = somebody.get("/nb/skriv").await;
            assert_eq!(list.has("Innlest utkast"), is_told, "{kind:?} {at:?}");
            assert_eq!(list.has("Lest inn fra fil"), is_told, "{kind:?} {at:?}");
            assert!(!list.has("Innlest offentlig"), "{kind:?} {at:?}");
            if is_told {
                let found = list.body.split("href=\"").find(|rest| rest.contains("Innlest utkast"));
                let page = found.and_then(|rest| rest.split('"').next()).unwrap();
                assert_eq!(somebody.get(page).await.status, StatusCode::OK, "{page}");
            }
        }
    }

    async fn a_draft_in_the_name_of_a_centre_is_for_those_there_alone(app: TestApp) {
        let [here, elsewhere] = centres(&app).await;
        let mut rita = person(&app, RITA, Some((RoleKind::Editor, Some(here)))).await;
        let page = begin(&mut rita, "project", "Hos oss", Some(here)).await;
        assert!(rita.get(&page).await.has("Du og de som redigerer og leser gjennom for"));
        let roles = [
            (RoleKind::Member, Some(here), "nothing"),
            (RoleKind::Editor, Some(here), "write, read"),
            (RoleKind::Reviewer, Some(here), "read"),
            (RoleKind::CentreLeader, Some(here), "write, read"),
            (RoleKind::CentreLeader, Some(elsewhere), "nothing"),
            (RoleKind::Coordinator, None, "nothing"),
        ];
        for (n, (kind, at, expected)) in roles.into_iter().enumerate() {
            let address = format!("kollega{n}@senter.example.org");
            let mut somebody = person(&app, &address, Some((kind, at))).await;
            assert_eq!(may(&mut somebody, &page).await, expected, "{kind:?} {at:?}");
            // Whoever may open it finds it, and who wrote it; nobody else sees that it is there.
            let list = somebody.get("/nb/skriv").await;
            assert_eq!(list.has(">Hos oss</a>"), expected != "nothing", "{kind:?} {at:?}: {}", list.body);
        }
        assert!(!rita.get("/nb/skriv").await.has("Det andre skriver hos dere"), "her own is hers alone");
    }

    async fn a_text_that_they_may_open_no_more_is_on_none_of_their_lists(app: TestApp) {
        let [here, _] = centres(&app).await;
        let mut rita = person(&app, RITA, Some((RoleKind::Editor, Some(here)))).await;
        let colleague = "kollega@senter.example.org";
        let mut colleague = person(&app, colleague, Some((RoleKind::Editor, Some(here)))).await;
        let page = begin(&mut rita, "project", "Hos oss", Some(here)).await;
        let centre = here.to_string();
        let fields = [("title", "Hos oss"), ("lang", "nb"), ("centre", centre.as_str()), ("lead", "Vi prøver.")];
        let saved = write(&mut colleague, &page, &fields).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        for list in ["/nb/skriv", "/nb/min-side"] {
            assert!(colleague.get(list).await.has(">Hos oss</a>"), "{list}");
        }
        let remark = [("merknad", "Hvem prøver?")];
        let said = rita.post(&format!("{page}/merknader"), &remark).await;
        assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
        assert!(colleague.get("/nb/min-side").await.has("Svar på en merknad i"));
        // It is her own from now on, and says no more to those who wrote along.
        let fields = [("title", "Hos oss"), ("lang", "nb"), ("centre", ""), ("lead", "Vi prøver.")];
        let saved = write(&mut rita, &page, &fields).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        assert_eq!(may(&mut colleague, &page).await, "nothing");
        for list in ["/nb/skriv", "/nb/min-side"] {
            assert!(!colleague.get(list).await.has("Hos oss"), "{list}");
            assert!(rita.get(list).await.has(">Hos oss</a>"), "{list}");
        }
    }

    async fn what_a_closed_account_leaves_is_its_places_and_what_is_private_waits(app: TestApp) {
        let [here, _] = centres(&app).await;
        let mut rita = person(&app, RITA, Some((RoleKind::Editor, Some(here)))).await;
        let named = begin(&mut rita, "project", "I senterets navn", Some(here)).await;
        let own = begin(&mut rita, "project", "Bare mitt eget", None).await;
        let mut mona = person(&app, "mona@senter.example.org", Some((RoleKind::Member, Some(here)))).await;
        assert_eq!(may(&mut mona, &named).await, "nothing");
        let anne = "anne@nettverket.example.org";
        let mut anne = person(&app, anne, Some((RoleKind::Administrator, None))).await;
        let address = Address::parse(RITA).unwrap();
        let account = persons::by_address(&app.app.db, &address).await.unwrap().unwrap().id.to_string();
        let closed = anne.post("/nb/tilgang/konto", &[("steng", &account)]).await;
        assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.body);
        assert_eq!(may(&mut mona, &named).await, "write, read", "it is the place's");
        assert!(mona.get("/nb/skriv").await.has("I senterets navn"), "and stands in their list");
        let knut = "knut@nettverket.example.org";
        let mut knut = person(&app, knut, Some((RoleKind::Coordinator, None))).await;
        for curious in [&mut anne, &mut knut, &mut mona] {
            assert_eq!(may(curious, &own).await, "nothing", "what is private stays so");
        }
        anne.post("/nb/tilgang/konto", &[("apne", &account)]).await;
        rita.log_in(RITA).await;
        assert_eq!(may(&mut rita, &own).await, "write, read");
        assert_eq!(may(&mut rita, &named).await, "write, read");
    }
}
