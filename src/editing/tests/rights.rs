//! Who may do what with a text: each role at its centre, at another, and nobody in particular.

use axum::http::StatusCode;
use uuid::Uuid;

use super::{OLA, RITA, begin, centres, person, pressed, write};
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
}
