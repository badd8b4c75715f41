//! What is typed in a text that can't be saved there any more comes back to whoever typed it, with the reason.

use axum::http::StatusCode;
use uuid::Uuid;

use super::{GEIR, OLA, RITA, begin, centres, filled, person, press, send, write};
use crate::rights::RoleKind::Editor;
use crate::testing::html::forms;
use crate::testing::{Answer, Browser, TestApp, both_engines};

/// A text of Geir's at a centre, where Rita writes as well.
async fn two(app: &TestApp) -> (Uuid, Browser<'_>, Browser<'_>, String) {
    let [here, _] = centres(app).await;
    let rita = person(app, RITA, Some((Editor, Some(here)))).await;
    let mut geir = person(app, GEIR, Some((Editor, Some(here)))).await;
    let page = begin(&mut geir, "project", "Rolige måltider", Some(here)).await;
    (here, rita, geir, page)
}

/// What she has typed in it, with this lead.
fn typed<'t>(centre: &'t str, lead: &'t str) -> [(&'t str, &'t str); 5] {
    [
        ("slag", "project"),
        ("title", "Rolige måltider"),
        ("lang", "nb"),
        ("centre", centre),
        ("lead", lead),
    ]
}

/// The form that keeps what came as a draft of their own, as a browser sends it.
fn to_keep(answer: &Answer) -> Vec<(String, String)> {
    let form = forms(&answer.body).into_iter().find(|form| form.action == "/nb/skriv/behold");
    let mut pairs = form.expect("a way to keep it").pairs();
    pairs.retain(|(name, _)| name != "bevis");
    pairs
}

both_engines! {
    async fn what_is_typed_when_the_right_ends_is_shown_and_can_be_kept(app: TestApp) {
        let (here, mut rita, mut geir, page) = two(&app).await;
        let centre = here.to_string();
        let mut fields = typed(&centre, "Skrevet lenge. 03851598730").to_vec();
        fields.push(("facts.sections.background", "To\r\nlinjer"));
        let sent = filled(&mut rita, &page, &fields).await;
        // It is his alone from now on.
        let moved = write(&mut geir, &page, &[("title", "Rolige måltider"), ("lang", "nb"), ("centre", "")]).await;
        assert_eq!(moved.status, StatusCode::SEE_OTHER, "{}", moved.body);
        let script = send(&mut rita, &format!("{page}/lagre.json"), &sent).await;
        assert_eq!(script.status, StatusCode::FORBIDDEN);
        assert!(script.has("\"lost\":true") && script.has("ikke tilgang til teksten lenger") && !script.has("logget ut"), "{}", script.body);
        let whose = sent.iter().find(|(name, _)| name == "hvem").unwrap().1.clone();
        assert!(rita.post(&format!("{page}/her.json"), &[("hvem", &whose)]).await.has("\"lost\":true"));
        let shut = send(&mut rita, &page, &sent).await;
        assert_eq!(shut.status, StatusCode::FORBIDDEN);
        assert!(shut.header("cache-control").contains("no-store"));
        for part in ["Du har ikke tilgang til teksten lenger", "Skrevet lenge. •••••••••••", "To\nlinjer", "Kopier det du vil ta vare på"] {
            assert!(shut.has(part), "{part}: {}", shut.body);
        }
        assert!(!shut.has("03851598730"));
        let kept = send(&mut rita, "/nb/skriv/behold", &to_keep(&shut)).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.body);
        let own = kept.header("location").split('?').next().unwrap().to_owned();
        assert_ne!(own, page);
        let shown = rita.get(&own).await;
        assert!(shown.has("Skrevet lenge.") && shown.has("linjer"), "{}", shown.body);
        assert_eq!(geir.get(&own).await.status, StatusCode::FORBIDDEN, "it is hers alone");
        assert!(!geir.get(&page).await.has("Skrevet lenge."));
    }

    async fn what_is_typed_when_another_throws_it_away_is_shown_and_can_be_kept(app: TestApp) {
        let (here, mut rita, mut geir, page) = two(&app).await;
        let centre = here.to_string();
        let sent = filled(&mut rita, &page, &typed(&centre, "Skrevet lenge.")).await;
        assert_eq!(press(&mut geir, &page, "kast").await.status, StatusCode::SEE_OTHER);
        let script = send(&mut rita, &format!("{page}/lagre.json"), &sent).await;
        assert_eq!(script.status, StatusCode::NOT_FOUND);
        assert!(script.has("\"lost\":true") && script.has("Noen har kastet den"), "{}", script.body);
        let gone = send(&mut rita, &page, &sent).await;
        assert_eq!(gone.status, StatusCode::NOT_FOUND);
        assert!(gone.has("Teksten finnes ikke lenger") && gone.has("Skrevet lenge."), "{}", gone.body);
        let whose = sent.iter().find(|(name, _)| name == "hvem").unwrap().1.as_str();
        let remark = rita.post(&format!("{page}/merknader"), &[("hvem", whose), ("merknad", "Flytt dette opp.")]).await;
        assert!(remark.status == StatusCode::NOT_FOUND && remark.has("Flytt dette opp."), "{}", remark.body);
        let kept = send(&mut rita, "/nb/skriv/behold", &to_keep(&gone)).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.body);
        let own = kept.header("location").split('?').next().unwrap().to_owned();
        assert!(rita.get(&own).await.has("Skrevet lenge."));
        // Who sends what is not theirs, or nothing, is told no more than before.
        let mut ola = person(&app, OLA, None).await;
        let anothers = send(&mut ola, &format!("{page}/lagre.json"), &sent).await;
        assert!(anothers.status == StatusCode::NOT_FOUND && !anothers.has("\"lost\""), "{}", anothers.body);
        let nothing = rita.post(&page, &[("hvem", whose), ("versjon", "1")]).await;
        assert!(nothing.status == StatusCode::NOT_FOUND && !nothing.has("/nb/skriv/behold"));
        let unknown = rita.post("/nb/skriv/behold", &[("hvem", whose), ("slag", "roman")]).await;
        assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn what_is_kept_twice_is_one_draft_and_nothing_is_written_over(app: TestApp) {
        let (here, mut rita, mut geir, page) = two(&app).await;
        let centre = here.to_string();
        let sent = filled(&mut rita, &page, &typed(&centre, "Skrevet lenge.")).await;
        assert_eq!(press(&mut geir, &page, "kast").await.status, StatusCode::SEE_OTHER);
        let gone = send(&mut rita, &page, &sent).await;
        let kept = send(&mut rita, "/nb/skriv/behold", &to_keep(&gone)).await;
        let own = kept.header("location").split('?').next().unwrap().to_owned();
        // Pressed twice, and sent once more from the page that one came back to.
        let again = send(&mut rita, &page, &sent).await;
        for answer in [&gone, &again] {
            let twice = send(&mut rita, "/nb/skriv/behold", &to_keep(answer)).await;
            assert_eq!(twice.status, StatusCode::SEE_OTHER, "{}", twice.body);
            assert_eq!(twice.header("location").split('?').next(), Some(own.as_str()));
        }
        // What has been written there since stands.
        let later = write(&mut rita, &own, &[("title", "Rolige måltider"), ("lang", "nb"), ("centre", ""), ("lead", "Skrevet senere.")]).await;
        assert_eq!(later.status, StatusCode::SEE_OTHER, "{}", later.body);
        let twice = send(&mut rita, "/nb/skriv/behold", &to_keep(&gone)).await;
        assert_eq!(twice.header("location").split('?').next(), Some(own.as_str()));
        assert!(rita.get(&own).await.has("Skrevet senere."));
        // Of one that was thrown away nothing is left to lead to.
        assert_eq!(press(&mut rita, &own, "kast").await.status, StatusCode::SEE_OTHER);
        let anew = send(&mut rita, "/nb/skriv/behold", &to_keep(&gone)).await;
        let anew = anew.header("location").split('?').next().unwrap().to_owned();
        assert_ne!(anew, own);
        assert!(rita.get(&anew).await.has("Skrevet lenge."));
    }
}
