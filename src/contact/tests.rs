//! The letter arrives, the address is never shown, and nothing typed is lost.

use axum::http::StatusCode;
use serde_json::json;
use time::Duration;

use crate::config::RateLimits;
use crate::testing::{Engine, TestApp, both_engines};

const FORM: &str = "/nb/prosjekter/trygge-netter/kontakt";

async fn with_project(app: &TestApp) {
    app.import(&[json!({
        "kind": "project", "external_id": "p1", "lang": "nb", "title": "Trygge netter",
        "contact": { "role": "prosjektleder", "email": "leder@senter.example.org" },
    })])
    .await;
}

/// A form opened, filled in at a human pace, and sent.
async fn send(app: &TestApp, fields: &[(&str, &str)]) -> crate::testing::Answer {
    app.fill_in(FORM, fields).await
}

const GOOD: [(&str, &str); 3] = [
    ("navn", "Åse Eksempel"),
    ("epost", "ase@kommune.example.org"),
    ("melding", "Hvordan kom dere i gang?\nVi er to avdelinger."),
];

/// The page says that it could not be saved, and has all that was typed.
fn kept(told: &crate::testing::Answer, stamp: &str) {
    assert_eq!(told.status, StatusCode::SERVICE_UNAVAILABLE, "{}", told.body);
    assert_eq!(told.header("retry-after"), "20");
    assert_eq!(told.header("cache-control"), "no-store");
    assert!(told.has("<title>Feil: ") && told.has("Vi kan ikke lagre noe akkurat nå"));
    assert!(told.has("value=\"Åse Eksempel\"") && told.has("value=\"ase@kommune.example.org\""));
    assert!(told.has("Vi er to avdelinger."));
    assert_eq!(told.field("stempel"), stamp, "sent again, it is the same letter");
}

const PLAIN: &str = "application/x-www-form-urlencoded";

both_engines! {
    async fn what_was_read_is_kept_when_too_much_is_sent(app: TestApp) {
        with_project(&app).await;
        let stamp = app.get(FORM).await.field("stempel").to_owned();
        app.app.clock.advance(Duration::seconds(30));
        let body = format!("stempel={stamp}&navn=%C3%85se&epost=ase@a.example.org&melding={}", "a".repeat(400_000));
        let answer = app.send(FORM, PLAIN, body).await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
        assert!(answer.has("<title>Feil: ") && answer.has("var for stort"), "the same page: {:.2000}", answer.body);
        assert!(answer.has("value=\"Åse\"") && answer.has(&"a".repeat(200_000)));
        assert!(answer.has("href=\"#send\"") && answer.has("href=\"#melding\""));
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(app.run_jobs().await, 0);
    }

    async fn the_menu_of_languages_leads_to_the_same_form_of_the_translation(app: TestApp) {
        with_project(&app).await;
        app.import(&[json!({
            "kind": "project", "external_id": "p1-en", "lang": "en", "title": "Safe nights", "translation_of": "p1",
            "contact": { "role": "project lead", "email": "leder@senter.example.org" },
        })])
        .await;
        assert!(app.get(FORM).await.has("href=\"/en/prosjekter/safe-nights/kontakt\""));
        assert!(app.get(&format!("{FORM}/sendt")).await.has("href=\"/en/prosjekter/safe-nights/kontakt/sendt\""));
        let back = app.get("/en/prosjekter/safe-nights/kontakt").await;
        assert!(back.has(&format!("href=\"{FORM}\"")), "{}", back.body);
        // Where nobody answers for the translation, it is the same form with all around it in English.
        app.import(&[json!({
            "kind": "project", "external_id": "p1-nn", "lang": "nn", "title": "Trygge netter på nynorsk", "translation_of": "p1",
        })])
        .await;
        assert!(app.get(FORM).await.has("href=\"/nn/prosjekter/trygge-netter/kontakt\""));
    }

    async fn a_form_sent_in_parts_is_a_form_and_half_of_one_is_kept(app: TestApp) {
        with_project(&app).await;
        let stamp = app.get(FORM).await.field("stempel").to_owned();
        app.app.clock.advance(Duration::seconds(30));
        let kind = "multipart/form-data; boundary=x";
        let part = |name: &str, value: &str| {
            format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        let all = [("stempel", stamp.as_str()), GOOD[0], GOOD[1], GOOD[2]];
        let parts: String = all.iter().map(|(name, value)| part(name, value)).collect();
        let broken = app.send(FORM, kind, parts.clone()).await;
        assert_eq!(broken.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(broken.has("Sendingen ble brutt") && broken.has("value=\"Åse Eksempel\""));
        assert!(broken.has("Vi er to avdelinger."));
        assert_eq!(app.run_jobs().await, 0);
        let whole = app.send(FORM, kind, format!("{parts}--x--\r\n")).await;
        assert_eq!(whole.status, StatusCode::SEE_OTHER, "{}", whole.body);
        assert_eq!(app.run_jobs().await, 1);
    }

    async fn a_field_that_the_form_does_not_have_is_said(app: TestApp) {
        with_project(&app).await;
        let mut fields = GOOD.to_vec();
        fields.push(("telefon", "62 00 00 00 <b>"));
        let answer = send(&app, &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.has("ikke noe felt som heter «telefon»") && answer.has("62 00 00 00 &#60;b&#62;"));
        assert!(answer.has("value=\"Åse Eksempel\""));
        let bytes = format!("navn=%FF%C3&epost=a&melding=%00{}", "&=&&%");
        assert_eq!(app.send(FORM, PLAIN, bytes).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(app.run_jobs().await, 0);
    }

    async fn a_letter_goes_to_the_address_on_the_server(app: TestApp) {
        with_project(&app).await;
        let page = app.get("/nb/prosjekter/trygge-netter").await;
        assert!(page.has(&format!("href=\"{FORM}\"")));
        let sent = send(&app, &GOOD).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER);
        assert_eq!(sent.header("location"), format!("{FORM}/sendt"));
        assert_eq!(app.run_jobs().await, 1);
        let letters = app.letters();
        assert_eq!(letters.len(), 1);
        assert!(letters[0].contains("To: leder@senter.example.org"));
        assert!(letters[0].contains("Reply-To: ase@kommune.example.org"));
        assert_eq!(app.run_jobs().await, 0, "nothing is kept of a letter that is sent");
        for path in [FORM, "/nb/prosjekter/trygge-netter", &format!("{FORM}/sendt")] {
            let page = app.get(path).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(!page.has("leder@senter"), "{path}");
        }
    }

    async fn a_refused_form_keeps_what_was_typed(app: TestApp) {
        with_project(&app).await;
        let answer = send(&app, &[("navn", ""), ("epost", "ikke en adresse"), ("melding", "Hei <b>")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.has("value=\"ikke en adresse\""));
        assert!(answer.has("Hei &#60;b&#62;"));
        assert!(answer.has("href=\"#navn\""), "the summary leads to the field");
        assert_eq!(app.run_jobs().await, 0);
    }

    async fn an_address_that_no_answer_can_be_sent_to_is_told_as_any_other(app: TestApp) {
        with_project(&app).await;
        let answer = send(&app, &[GOOD[0], ("epost", "\"a b\"@example.org"), GOOD[2]]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.has("Skriv hele e-postadressen") && answer.has("href=\"#epost\""), "{}", answer.body);
        assert_eq!(app.run_jobs().await, 0);
    }

    async fn what_looks_like_an_identity_number_is_not_sent(app: TestApp) {
        with_project(&app).await;
        // The registry's own example of a synthetic number.
        let answer = send(&app, &[GOOD[0], GOOD[1], ("melding", "Gjelder 17912099997")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        // Nor does it come back: the rest does, with dots where it stood.
        assert!(answer.has("Gjelder •••••••••••") && !answer.has("17912099997"), "{}", answer.body);
        assert!(answer.has("href=\"#melding\"") && answer.has("ser ut som et fødselsnummer"), "{}", answer.body);
        assert!(!answer.has("Dette er ikke et fødselsnummer"), "nobody reads it before it is sent");
        assert_eq!(app.run_jobs().await, 0);
    }

    async fn long_text_and_nul_are_refused_with_the_fields_message(app: TestApp) {
        with_project(&app).await;
        let long = "a".repeat(5_001);
        for message in [long.as_str(), "hei\0", "   "] {
            let answer = send(&app, &[GOOD[0], GOOD[1], ("melding", message)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.has("href=\"#melding\""));
        }
        assert!(send(&app, &[GOOD[0], GOOD[1], ("melding", &long)]).await.has(&long));
    }

    async fn a_robot_gets_nowhere(app: TestApp) {
        with_project(&app).await;
        let mut filled = GOOD.to_vec();
        filled.push(("nettsted", "https://spam.example"));
        let trapped = send(&app, &filled).await;
        assert_eq!(trapped.status, StatusCode::SEE_OTHER, "it is not told that it was caught");
        let without_stamp = app.post(FORM, &GOOD).await;
        assert_eq!(without_stamp.status, StatusCode::UNPROCESSABLE_ENTITY);
        let form = app.get(FORM).await;
        let mut at_once = GOOD.to_vec();
        at_once.push(("stempel", form.field("stempel")));
        assert_eq!(app.post(FORM, &at_once).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let mut forged = GOOD.to_vec();
        forged.push(("stempel", "1767225600.00"));
        assert_eq!(app.post(FORM, &forged).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(app.run_jobs().await, 0);
    }

    async fn one_letter_is_sent_once_however_often_the_button_is_pressed(app: TestApp) {
        with_project(&app).await;
        let form = app.get(FORM).await;
        app.app.clock.advance(Duration::seconds(30));
        let mut fields = vec![("stempel", form.field("stempel"))];
        fields.extend(GOOD);
        for answer in app.press_and_press(FORM, &fields).await {
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
            assert_eq!(answer.header("location"), format!("{FORM}/sendt"));
        }
        assert_eq!(app.run_jobs().await, 1);
        assert_eq!(app.post(FORM, &fields).await.status, StatusCode::SEE_OTHER, "also when it has left");
        assert_eq!(app.run_jobs().await, 0);
        // Another letter with the same stamp is neither sent nor lost.
        fields[3] = ("melding", "Og hvor lang tid tok det?");
        let other = app.post(FORM, &fields).await;
        assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(other.has("alt sendt en annen melding") && other.has("Og hvor lang tid tok det?"));
        app.app.clock.advance(Duration::seconds(30));
        fields[0] = ("stempel", other.field("stempel"));
        assert_eq!(app.post(FORM, &fields).await.status, StatusCode::SEE_OTHER);
        assert_eq!(app.run_jobs().await, 1);
        assert_eq!(app.letters().len(), 2);
    }

    async fn a_letter_that_is_mended_at_once_is_not_too_fast(app: TestApp) {
        with_project(&app).await;
        let refused = send(&app, &[("navn", ""), GOOD[1], GOOD[2]]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let mut mended = GOOD.to_vec();
        mended.push(("stempel", refused.field("stempel")));
        assert_eq!(app.post(FORM, &mended).await.status, StatusCode::SEE_OTHER);
        mended[2] = ("melding", "Og hvor lang tid tok det?");
        let other = app.post(FORM, &mended).await;
        assert!(other.has("alt sendt en annen melding"), "{}", other.body);
        mended[3] = ("stempel", other.field("stempel"));
        assert_eq!(app.post(FORM, &mended).await.status, StatusCode::SEE_OTHER);
        assert_eq!(app.run_jobs().await, 2);
    }

    async fn a_form_that_lost_its_stamp_is_sent_again_at_once(app: TestApp) {
        with_project(&app).await;
        app.send_twice_for_a_lost_stamp(FORM, &GOOD).await;
    }

    async fn a_form_that_did_not_come_from_here_and_what_is_no_form_are_told_as_such(app: TestApp) {
        with_project(&app).await;
        let old = app.get(FORM).await.field("stempel").to_owned();
        let other = app.app.seal.stamp("noe annet", &app.app.clock);
        app.app.clock.advance(Duration::days(4));
        for (stamp, words) in [("", "kom herfra"), (other.as_str(), "kom herfra"), (old.as_str(), "åpent for lenge")] {
            let mut fields = GOOD.to_vec();
            fields.push(("stempel", stamp));
            let answer = app.post(FORM, &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.has(words) && answer.has("value=\"Åse Eksempel\""), "{stamp}");
            assert_eq!(answer.has("åpent for lenge"), stamp == old, "{stamp}");
        }
        let json = app.send(FORM, "application/json", "{\"navn\":\"x\"}".to_owned()).await;
        assert_eq!(json.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
        assert!(json.has("var ikke et skjema") && json.has("id=\"melding\"") && !json.has("{&#34;navn"));
        assert!(!json.has("href=\"#navn\""), "nothing is said of what nobody could read: {}", json.body);
        assert_eq!(app.run_jobs().await, 0);
    }


    async fn only_what_has_somebody_to_answer_can_be_written_to(app: TestApp) {
        app.import(&[json!({ "kind": "project", "external_id": "p2", "lang": "nb", "title": "Stille" })]).await;
        for path in ["/nb/prosjekter/stille/kontakt", "/nb/prosjekter/finnes-ikke/kontakt", "/nb/hus/stille/kontakt"] {
            assert_eq!(app.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert!(!app.get("/nb/prosjekter/stille").await.has("/kontakt"));
    }
}

#[tokio::test]
async fn what_can_not_be_saved_now_is_kept_on_the_page() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = TestApp::new(engine).await;
        with_project(&app).await;
        let stamp = app.get(FORM).await.field("stempel").to_owned();
        app.app.clock.advance(Duration::seconds(30));
        let mut fields = vec![("stempel", stamp.as_str())];
        fields.extend(GOOD);
        let app = app.read_only().await;
        let told = app.post(FORM, &fields).await;
        assert!(told.has("«<span>Trygge netter</span>»"), "{}", told.body);
        kept(&told, &stamp);
        // Then it does not even answer.
        app.app.db.close_by_ref().await.unwrap();
        let told = app.post(FORM, &fields).await;
        kept(&told, &stamp);
        assert!(told.has(&format!("action=\"{FORM}\"")), "{}", told.body);
        let back = app.beside().await;
        let app = app.changed(|app| app.db = back);
        let sent = app.post(FORM, &fields).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        assert_eq!(app.post(FORM, &fields).await.status, StatusCode::SEE_OTHER);
        assert_eq!(app.run_jobs().await, 1, "once");
        app.end().await;
    }
}

#[tokio::test]
async fn one_network_may_not_send_without_end() {
    let limits = RateLimits { on: true, forms_per_hour: 2, ..RateLimits::default() };
    let app = TestApp::with(Engine::Sqlite, limits).await;
    with_project(&app).await;
    for _ in 0..4 {
        let empty = send(&app, &[("navn", "")]).await;
        assert_eq!(
            empty.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "what is not sent is not counted"
        );
    }
    for _ in 0..2 {
        let form = app.get(FORM).await;
        app.app.clock.advance(Duration::seconds(30));
        let mut fields = vec![("stempel", form.field("stempel"))];
        fields.extend(GOOD);
        for _ in 0..3 {
            let answer = app.post(FORM, &fields).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "the same letter is one");
        }
    }
    assert_eq!(app.run_jobs().await, 2);
    let third = send(&app, &GOOD).await;
    assert_eq!(third.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(third.header("retry-after").parse::<u64>().unwrap() > 0);
    app.end().await;
}

#[tokio::test]
async fn another_site_can_not_send_our_form() {
    let app = TestApp::new(Engine::Sqlite).await;
    with_project(&app).await;
    for (name, value) in [("sec-fetch-site", "cross-site"), ("origin", "https://ond.example")] {
        let request = axum::http::Request::post(FORM)
            .header(name, value)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(axum::body::Body::from("navn=a"))
            .unwrap();
        assert_eq!(app.ask(request).await.status, StatusCode::FORBIDDEN, "{name}");
    }
    app.end().await;
}
