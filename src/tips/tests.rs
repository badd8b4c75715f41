//! A tip arrives as one plain letter, and the form can send nothing else.

use axum::http::StatusCode;
use proptest::prelude::*;
use serde_json::json;
use time::Duration;

use super::links::has_link;
use crate::config::RateLimits;
use crate::testing::{Answer, Engine, TestApp, both_engines};

const FORM: &str = "/nb/tips?side=prosjekter%2Ftrygge-netter";

async fn with_project(app: &TestApp) {
    app.import(&[json!({ "kind": "project", "external_id": "p1", "lang": "nb",
        "title": "Trygge netter & «dager» <nå>", "slug": "trygge-netter" })])
        .await;
}

async fn send(app: &TestApp, fields: &[(&str, &str)]) -> Answer {
    app.fill_in(FORM, fields).await
}

const GOOD: [(&str, &str); 4] = [
    ("til", "kollega@kommune.example.org"),
    ("navn", "Åse Eksempel"),
    ("epost", "ase@kommune.example.org"),
    ("melding", "Se på dette, f.eks. bl.a. kl.10.\nDet ligner på det vi snakket om."),
];

fn with<'a>(name: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    GOOD.iter().map(|(n, v)| if *n == name { (name, value) } else { (*n, *v) }).collect()
}

/// Quoted-printable, as the letter went out, back to text.
fn plain(letter: &str) -> String {
    let mut bytes = Vec::new();
    let folded = letter.replace("=\r\n", "");
    let mut rest = folded.as_bytes();
    while let [first, after @ ..] = rest {
        let hex = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let coded = hex.and_then(|two| u8::from_str_radix(two, 16).ok());
        if let Some(byte) = coded.filter(|_| *first == b'=') {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

both_engines! {
    async fn an_address_goes_out_in_ascii_or_is_refused(app: TestApp) {
        with_project(&app).await;
        for field in ["til", "epost"] {
            let sent = send(&app, &with(field, "a@blåbær.no")).await;
            assert_eq!(sent.status, StatusCode::SEE_OTHER, "{field}: {}", sent.body);
        }
        assert_eq!(app.run_jobs().await, 2);
        let letters = app.letters();
        for header in ["To: a@xn--blbr-roah.no", "Reply-To: a@xn--blbr-roah.no"] {
            let has = |letter: &String| letter.lines().any(|line| line == header);
            assert!(letters.iter().any(has), "{header}: {letters:?}");
        }
        for field in ["til", "epost"] {
            let refused = send(&app, &with(field, "å@kommune.example.org")).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
            assert!(refused.has("Foran krøllalfaen i e-postadressen står bokstaver som å"), "{}", refused.body);
            assert!(refused.has("value=\"å@kommune.example.org\""), "what was typed stands: {}", refused.body);
        }
        assert_eq!(app.run_jobs().await, 0);
    }

    async fn a_tip_goes_to_one_address_and_nothing_is_kept(app: TestApp) {
        with_project(&app).await;
        let page = app.get("/nb/prosjekter/trygge-netter").await;
        assert!(page.has(&format!("href=\"{FORM}\"")), "{}", page.body);
        assert!(page.has("href=\"mailto:?subject="));
        let sent = send(&app, &GOOD).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        assert_eq!(app.get(sent.header("location")).await.status, StatusCode::OK);
        assert_eq!(app.run_jobs().await, 1);
        assert_eq!(app.run_jobs().await, 0, "nothing is kept of a letter that is sent");
        let letters = app.letters();
        assert_eq!(letters.len(), 1);
        let letter = plain(&letters[0]);
        assert!(letter.contains("To: kollega@kommune.example.org"));
        assert!(letter.contains("Reply-To: ase@kommune.example.org"));
        assert!(letter.contains("Åse Eksempel (ase@kommune.example.org) har bedt oss"), "{letter}");
        assert!(letter.contains("Trygge netter & «dager» <nå>"), "{letter}");
        assert!(letter.contains("https://padriver.example/nb/prosjekter/trygge-netter"));
        assert!(letter.contains("> Se på dette"));
    }

    async fn only_those_it_goes_to_may_be_told_of_as_several(app: TestApp) {
        with_project(&app).await;
        let both = "a@x.example.org, b@x.example.org";
        assert!(send(&app, &with("til", both)).await.has("flere tips etter hverandre"));
        for own in [both, "kari @x.example.org", "Kari <kari@x.example.org>"] {
            let answer = send(&app, &with("epost", own)).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{own}");
            assert!(!answer.has("flere tips") && answer.has("Skriv hele e-postadressen"), "{own}");
        }
    }

    async fn what_could_make_it_a_cannon_is_refused(app: TestApp) {
        with_project(&app).await;
        let many = (0..1_000).map(|n| format!("n{n}@x.example.org")).collect::<Vec<_>>().join(", ");
        for (name, value) in [
            ("til", many.as_str()),
            ("til", "a@x.example.org;b@x.example.org"),
            ("til", "a@x.example.org b@x.example.org"),
            ("til", "a@x.example.org\r\nBcc: b@x.example.org"),
            ("til", "Navn <a@x.example.org>"),
            ("til", ""),
            ("navn", "Åse\r\nBcc: b@x.example.org"),
            ("navn", "Kjøp på kjop.no"),
            ("navn", ""),
            ("epost", "ikke en adresse"),
            ("epost", "a@x.example.org\nTo: b@x.example.org"),
            ("melding", "Se https://ond.example/"),
            ("melding", "Se www.ond.example"),
            ("melding", "Skriv til ond@ond.example"),
            ("melding", "Gå til ond.com/tilbud nå"),
            ("melding", "Gjelder 17912099997"),
            ("melding", "Gå til ond (dot) com"),
            ("melding", "Gå til ond\u{ff0e}com"),
            ("epost", "www.ond.com/kjop@x.example.org"),
        ] {
            let answer = send(&app, &with(name, value)).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}: {value:.60}");
            assert!(answer.has(&format!("href=\"#{name}\"")), "the summary leads to {name}");
            assert!(!answer.has("17912099997"), "{}", answer.body);
        }
        let long = "a".repeat(501);
        let answer = send(&app, &with("melding", &long)).await;
        assert!(answer.has(&long), "what was typed is there");
        assert_eq!(send(&app, &with("melding", "")).await.status, StatusCode::SEE_OTHER, "a greeting is not needed");
        assert_eq!(app.run_jobs().await, 1);
    }

    async fn an_address_that_no_letter_can_be_sent_to_is_told_as_any_other(app: TestApp) {
        with_project(&app).await;
        for name in ["til", "epost"] {
            let answer = send(&app, &with(name, "\"a b\"@example.org")).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            assert!(answer.has("Skriv hele e-postadressen") && answer.has(&format!("href=\"#{name}\"")), "{name}");
            assert!(answer.has("&#34;a b&#34;@example.org"), "what was typed is there: {}", answer.body);
        }
        assert_eq!(app.run_jobs().await, 0);
    }

    async fn bytes_that_are_no_letters_are_told_and_not_sent(app: TestApp) {
        with_project(&app).await;
        for (lang, words) in [
            ("nb", "Noen av tegnene kom ikke fram"),
            ("nn", "Nokre av teikna kom ikkje fram"),
            ("en", "Some of the characters did not arrive"),
        ] {
            let form = FORM.replace("/nb/", &format!("/{lang}/"));
            let stamp = app.get(&form).await.field("stempel").to_owned();
            app.app.clock.advance(Duration::seconds(30));
            let body = format!("stempel={stamp}&til=a%40x.example.org&navn=Ase%ff%fe&epost=b%40x.example.org&melding=Hei");
            let told = app.send(&form, "application/x-www-form-urlencoded", body).await;
            assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{lang}");
            assert!(told.has(words) && told.has("href=\"#navn\""), "{lang}: {}", told.body);
            assert!(told.has("value=\"Ase\u{fffd}\u{fffd}\"") && told.has("value=\"a@x.example.org\""), "{lang}");
        }
        assert_eq!(app.run_jobs().await, 0);
    }

    async fn a_form_that_lost_its_stamp_is_sent_again_at_once(app: TestApp) {
        with_project(&app).await;
        app.send_twice_for_a_lost_stamp(FORM, &GOOD).await;
    }

    async fn a_form_that_is_mended_at_once_is_not_too_fast(app: TestApp) {
        with_project(&app).await;
        let refused = send(&app, &with("navn", "")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let mut mended = GOOD.to_vec();
        mended.push(("stempel", refused.field("stempel")));
        assert_eq!(app.post(FORM, &mended).await.status, StatusCode::SEE_OTHER);
        // Another tip with the stamp that is used: said, and sent once more at once.
        mended[0] = ("til", "annen@kommune.example.org");
        let other = app.post(FORM, &mended).await;
        assert!(other.has("et annet tips"), "{}", other.body);
        mended[4] = ("stempel", other.field("stempel"));
        assert_eq!(app.post(FORM, &mended).await.status, StatusCode::SEE_OTHER);
        assert_eq!(app.run_jobs().await, 2);
        // Whoever is too fast from the beginning has waited nothing.
        let form = app.get(FORM).await;
        let mut fast = GOOD.to_vec();
        fast.push(("stempel", form.field("stempel")));
        for _ in 0..3 {
            let told = app.post(FORM, &fast).await;
            assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
            let again = told.field("stempel").to_owned();
            let mut again_at_once = GOOD.to_vec();
            again_at_once.push(("stempel", &again));
            assert_eq!(app.post(FORM, &again_at_once).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        assert_eq!(app.run_jobs().await, 0);
    }

    async fn a_field_that_the_form_does_not_have_and_a_broken_multipart_are_said(app: TestApp) {
        with_project(&app).await;
        let mut strange = GOOD.to_vec();
        strange.push(("kopi", "chef@kommune.example.org"));
        let answer = send(&app, &strange).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.has("«kopi»") && answer.has("value=\"Åse Eksempel\""));
        let broken = "--x\r\nContent-Disposition: form-data; name=\"navn\"\r\n\r\n\u{c5}se\r\n--x\r\nContent-Dis";
        let request = axum::http::Request::post(FORM)
            .header("content-type", "multipart/form-data; boundary=x")
            .header("sec-fetch-site", "same-origin")
            .body(axum::body::Body::from(broken))
            .unwrap();
        let answer = app.ask(request).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.has("Sendingen ble brutt") && answer.has("value=\"Åse\""));
        assert_eq!(app.run_jobs().await, 0);
    }

    async fn one_tip_is_sent_once_however_often_the_button_is_pressed(app: TestApp) {
        with_project(&app).await;
        let form = app.get(FORM).await;
        app.app.clock.advance(Duration::seconds(30));
        let mut fields = vec![("stempel", form.field("stempel"))];
        fields.extend(GOOD);
        for answer in app.press_and_press(FORM, &fields).await {
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        }
        assert_eq!(app.run_jobs().await, 1);
        fields[1] = ("til", "annen@kommune.example.org");
        let other = app.post(FORM, &fields).await;
        assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(other.has("et annet tips") && other.has("value=\"annen@kommune.example.org\""));
        assert_eq!(app.run_jobs().await, 0);
    }

    async fn a_robot_gets_nowhere(app: TestApp) {
        with_project(&app).await;
        let mut filled = GOOD.to_vec();
        filled.push(("nettsted", "https://spam.example"));
        assert_eq!(send(&app, &filled).await.status, StatusCode::SEE_OTHER, "it is not told");
        let unstamped = app.post(FORM, &GOOD).await;
        assert_eq!(unstamped.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(unstamped.has("kunne ikke se at skjemaet kom herfra") && !unstamped.has("for lenge"));
        let form = app.get(FORM).await;
        let mut at_once = GOOD.to_vec();
        at_once.push(("stempel", form.field("stempel")));
        assert_eq!(app.post(FORM, &at_once).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        // A stamp for one page is none for another.
        app.app.clock.advance(Duration::seconds(30));
        let other = "/nb/tips?side=prosjekter";
        assert_eq!(app.post(other, &at_once).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        for size in [100_000, 1_000_000, 3_000_000] {
            let long = "a".repeat(size);
            let answer = app.post(FORM, &with("melding", &long)).await;
            assert!(answer.has("og det er plass til 500."));
            assert!(answer.has("value=\"Åse Eksempel\""), "the rest of what was typed is there");
            let is_read = size == 100_000;
            assert_eq!(answer.has(&long), is_read, "all that was read is there");
            assert_eq!(answer.has("var for stort"), !is_read);
            let status = if is_read { 422 } else { 413 };
            assert_eq!(answer.status.as_u16(), status);
            assert!(answer.has(&"a".repeat(100_000)));
        }
        assert_eq!(app.run_jobs().await, 0);
    }
}

#[tokio::test]
async fn only_a_page_of_ours_can_be_told_about() {
    let app = TestApp::new(Engine::Sqlite).await;
    with_project(&app).await;
    for side in
        ["", "prosjekter", "prosjekter/trygge-netter", "sok?q=fall", "tema", "prosjekter?tema=fall"]
    {
        let path = format!("/nb/tips?side={}", side.replace('?', "%3F").replace('=', "%3D"));
        assert_eq!(app.get(&path).await.status, StatusCode::OK, "{side}");
    }
    for side in [
        "finnes-ikke",
        "prosjekter/kjop-nye-briller",
        "//ond.example",
        "https:%2F%2Fond.example",
        "tips",
        "prosjekter/trygge-netter/kontakt",
        "../../etc/passwd",
        "sok%3Fq%3Dkj%C3%B8p%20p%C3%A5%20kjop.no",
        "sok%3Fq%3Dhttps://ond.example",
        "alt.atom",
        "Prosjekter",
        "%0d%0aBcc:x",
    ] {
        let answer = app.get(&format!("/nb/tips?side={side}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{side}");
    }
    let long = "a".repeat(9_000);
    let answer = app.get(&format!("/nb/tips?side=sok%3Fq%3D{long}")).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert!(answer.body.len() < 20_000);
    app.end().await;
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
        for is_away in [false, true] {
            if is_away {
                app.app.db.close_by_ref().await.unwrap();
            }
            let told = app.post(FORM, &fields).await;
            assert_eq!(told.status, StatusCode::SERVICE_UNAVAILABLE, "{}", told.body);
            assert_eq!(told.header("retry-after"), "20");
            assert!(told.has("Vi kan ikke lagre noe akkurat nå"), "{}", told.body);
            assert!(told.has("value=\"kollega@kommune.example.org\"") && told.has("Se på dette"));
            assert_eq!(told.field("stempel"), stamp);
        }
        let back = app.beside().await;
        let app = app.changed(|app| app.db = back);
        assert_eq!(app.post(FORM, &fields).await.status, StatusCode::SEE_OTHER);
        assert_eq!(app.run_jobs().await, 1);
        app.end().await;
    }
}

#[tokio::test]
async fn one_address_is_not_written_to_without_end() {
    let limits = RateLimits { on: true, tips_per_address_per_day: 2, ..RateLimits::default() };
    let app = TestApp::with(Engine::Sqlite, limits).await;
    with_project(&app).await;
    for n in 0..2 {
        let from = format!("fra{n}@kommune.example.org");
        assert_eq!(send(&app, &with("epost", &from)).await.status, StatusCode::SEE_OTHER);
    }
    let third = send(&app, &with("til", "KOLLEGA@kommune.example.org")).await;
    assert_eq!(third.status, StatusCode::TOO_MANY_REQUESTS, "whatever case it is written in");
    assert!(third.header("retry-after").parse::<u64>().unwrap() > 0);
    assert!(
        third.has("12 timer") && third.has("Den adressen"),
        "which limit, and how long: {}",
        third.body
    );
    assert!(third.has("value=\"KOLLEGA@kommune.example.org\""), "nothing typed is lost");
    assert_eq!(app.run_jobs().await, 2);
    app.end().await;
}

#[tokio::test]
async fn one_network_is_slowed_down() {
    let limits = RateLimits {
        on: true,
        tip_tries_per_hour: 6,
        tips_per_network_per_day: 2,
        ..RateLimits::default()
    };
    let app = TestApp::with(Engine::Sqlite, limits).await;
    with_project(&app).await;
    for _ in 0..3 {
        assert_eq!(send(&app, &with("navn", "")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    for n in 0..2 {
        let to = format!("til{n}@kommune.example.org");
        let answer = send(&app, &with("til", &to)).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "what was refused does not count");
    }
    let third = send(&app, &with("til", "ny@kommune.example.org")).await;
    assert_eq!(third.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(third.has("Fra nettet ditt") && third.has("12 timer"), "{}", third.body);
    let seventh = send(&app, &with("navn", "")).await;
    assert!(seventh.has("prøvd mange ganger"), "the wide guard: {}", seventh.body);
    app.end().await;
}

#[test]
fn links_are_seen_and_slips_of_the_finger_are_not_links() {
    for link in [
        "http://a",
        "HTTPS://A.B",
        "www.a",
        "padriver.no",
        "(ond.com)",
        "a.b.org/x?y",
        "x@y",
        "se ond.no.",
        "evil (dot) com",
        "evil[punktum]no",
        "evil { . } com",
        "evil dot com",
        "evil．com",
        "evil。com",
        "ev\u{200b}il.c\u{200b}om",
        "ｅｖｉｌ．ｃｏｍ",
        "hxxp//evil",
    ] {
        assert!(has_link(link), "{link}");
    }
    for text in [
        "f.eks. dette",
        "bl.a.",
        "kl.10.30",
        "Hei.Dette er fint",
        "1.no",
        "m.m.",
        "versjon 2.0",
        "et punkt til (to)",
        "det er et punktum. (no)",
        "",
    ] {
        assert!(!has_link(text), "{text}");
    }
}

proptest! {
    #[test]
    fn any_text_is_looked_through(text in "\\PC{0,120}") {
        let _ = has_link(&text);
        let linked = format!("{text} https://a.no");
        prop_assert!(has_link(&linked));
    }
}
