//! What is wrong is told at its field, and nothing that was typed is lost, whatever fails.

use axum::body::Body;
use axum::http::{Request, StatusCode};

use super::{OLA, RITA, begin, centres, filled, person, send, write};
use crate::rights::RoleKind::Editor;
use crate::testing::who::{HEADER, by_header};
use crate::testing::{Answer, Engine, TestApp, both_engines};

/// Synthetic, from the tax authority's own samples.
const NUMBER: &str = "03851598730";

both_engines! {
    async fn a_refused_form_keeps_all_that_was_typed(app: TestApp) {
        let mut ola = person(&app, OLA, None).await;
        let page = begin(&mut ola, "event", "Kurs for bordverter", None).await;
        let fields = [
            ("title", ""),
            ("lead", "Alt dette skal stå."),
            ("facts.starts.day", "31.2.2027"),
            ("facts.programme", "0"),
            ("facts.programme.0.title", "Velkommen"),
            ("facts.programme.0.time", "25.00"),
            ("contact.role", "kursleder"),
        ];
        // What the checklist asks for is not said to be optional.
        let shown = ola.get(&page).await;
        let label = |name: &str| {
            let (_, rest) = shown.body.split_once(&format!(">{name} <span class=\"need\">(")).expect(name);
            rest.split(')').next().unwrap().to_owned()
        };
        assert_eq!((label("Begynner").as_str(), label("Slutter").as_str()), ("må fylles ut før publisering", "valgfritt"));
        let refused = write(&mut ola, &page, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.has("ds-error-summary") && refused.has("href=\"#title\""), "{}", refused.body);
        assert!(refused.has("Ingen klokke viser dette"), "{}", refused.body);
        for kept in ["Alt dette skal stå.", "31.2.2027", "Velkommen", "25.00", "kursleder"] {
            assert!(refused.has(kept), "{kept}");
        }
        // What is right does not wait for the rest.
        assert!(refused.has("men dette må rettes før det kommer med: "), "{}", refused.body);
        let kept = ola.get(&page).await;
        assert!(kept.has("Alt dette skal stå.") && kept.has("31.2.2027") && kept.has("kursleder"), "{}", kept.body);
        // A row more is a button, and so is one less; nothing is saved by either.
        let mut rows = fields.to_vec();
        rows.push(("ny-rad", "facts.programme"));
        let more = write(&mut ola, &page, &rows).await;
        assert_eq!(more.status, StatusCode::OK, "{}", more.body);
        assert!(more.has("facts.programme.1.title") && more.has("Velkommen"));
        rows.pop();
        rows.push(("fjern-rad", "facts.programme.0"));
        let less = write(&mut ola, &page, &rows).await;
        assert!(!less.has("Velkommen") && less.has("Alt dette skal stå."));
        // A draft may lack what its kind demands; the public page may not.
        let draft = [("title", "Kurs for bordverter"), ("lang", "nb"), ("lead", "Uten dato ennå.")];
        assert_eq!(write(&mut ola, &page, &draft).await.status, StatusCode::SEE_OTHER);
        let steps = ola.get(&format!("{page}/steg")).await;
        assert!(steps.has("Må rettes før teksten kan publiseres"), "{}", steps.body);
    }

    async fn what_looks_like_an_identity_number_is_kept_nowhere(app: TestApp) {
        let mut ola = person(&app, OLA, None).await;
        let begun = ola.post("/nb/skriv/ny", &[("kind", "project"), ("title", NUMBER), ("lang", "nb")]).await;
        let (page, told) = begun.header("location").split_once('?').expect("it is told");
        assert!(told.contains("skjult=title"), "{told}");
        let page = page.to_owned();
        assert!(!ola.get(&page).await.has(NUMBER));
        let fields = [("title", "Om tall"), ("lang", "nb"), ("facts.sections.results", "Ring 03851598730 i dag."), ("facts.aim", NUMBER)];
        let saved = write(&mut ola, &page, &fields).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let told = saved.header("location").to_owned();
        assert!(told.contains("skjult=facts.sections.results") && told.contains("skjult=facts.aim") && !told.contains(NUMBER), "{told}");
        let shown = ola.get(&told).await;
        assert!(shown.has("Noe er skjult") && shown.has("href=\"#facts-aim\""), "{}", shown.body);
        assert!(shown.has("Ring ••••••••••• i dag.") && !shown.has(NUMBER));
        let sent = filled(&mut ola, &page, &fields).await;
        let script = send(&mut ola, &format!("{page}/lagre.json"), &sent).await;
        assert!(script.has("\"masked\":[\"facts-aim\",\"facts-sections-results\"]") && !script.has(NUMBER), "{}", script.body);
    }

    async fn what_a_browser_kept_is_shown_and_not_yet_saved(app: TestApp) {
        let [here, _] = centres(&app).await;
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let page = begin(&mut rita, "project", "Rolige måltider", Some(here)).await;
        let fields = [("title", "Hentet fram"), ("vis", "1")];
        let shown = write(&mut rita, &page, &fields).await;
        assert!(shown.status == StatusCode::OK && shown.has("Hentet fram</textarea>"), "{}", shown.body);
        assert!(!rita.get(&page).await.has("Hentet fram"));
    }
}

async fn ask(app: &TestApp, who: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let request = Request::post(path)
        .header("content-type", "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin")
        .header(HEADER, who);
    app.ask(request.body(Body::from(body)).unwrap()).await
}

async fn keeps_what_it_cannot_save(engine: Engine) {
    const WHO: &str = "01890000-0000-7000-8000-000000000001";
    let app = TestApp::new(engine).await.changed(|app| app.identify = by_header);
    let fields = [("kind", "project"), ("title", "Uten base"), ("lang", "nb")];
    let begun = ask(&app, WHO, "/nb/skriv/ny", &fields).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
    let page = begun.header("location").to_owned();
    let fields =
        [("versjon", "1"), ("hvem", WHO), ("title", "Uten base"), ("lead", "Skal ikke bort.")];
    let app = app.read_only().await;
    let told = ask(&app, WHO, &page, &fields).await;
    assert_eq!(told.status, StatusCode::SERVICE_UNAVAILABLE, "{}", told.body);
    assert!(told.has("Skal ikke bort.") && !told.header("retry-after").is_empty());
    let script = ask(&app, WHO, &format!("{page}/lagre.json"), &fields).await;
    assert_eq!(script.status, StatusCode::SERVICE_UNAVAILABLE, "never «saved»");
    app.end().await;
}

#[tokio::test]
async fn nothing_typed_is_lost_when_nothing_can_be_written_on_sqlite() {
    keeps_what_it_cannot_save(Engine::Sqlite).await;
}

#[tokio::test]
async fn nothing_typed_is_lost_when_nothing_can_be_written_on_postgres() {
    keeps_what_it_cannot_save(Engine::Postgres).await;
}
