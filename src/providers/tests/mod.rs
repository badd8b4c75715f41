//! There and back: who is vouched for gets in, and nothing that is not right about it lets anybody in.

mod acting;
mod people;
mod refusals;

use std::collections::BTreeSet;

use axum::http::StatusCode;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sea_orm::EntityTrait;

use crate::config::{Profile, Provider as Settings};
use crate::people::{Address, identities, persons, sessions};
use crate::testing::{Answer, Browser, Engine, Provider, TestApp};

const BOTH: [Engine; 2] = [Engine::Sqlite, Engine::Postgres];
const KARI: &str = "kari@kommune.example.org";
const GO: &str = "/nb/logg-inn/hos/double";

/// A site with a provider, of which something may be changed in the settings.
async fn site(
    engine: Engine,
    profile: Profile,
    change: impl FnOnce(&mut Settings),
) -> (TestApp, Provider) {
    let app = TestApp::new(engine).await;
    let provider = Provider::start(&app.app.clock).await;
    let mut one = provider.settings(profile);
    change(&mut one);
    let app = app.changed(|app| {
        let mut settings = (*app.settings).clone();
        settings.providers = vec![one];
        app.settings = settings.into();
    });
    (app, provider)
}

/// There, and back with what the provider says.
async fn come(browser: &mut Browser<'_>, provider: &Provider, fields: &[(&str, &str)]) -> Answer {
    let gone = browser.post(GO, fields).await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER, "{}", gone.body);
    let back = provider.log_in(gone.header("location"));
    browser.get(&back).await
}

/// Why somebody did not get in.
fn why(answer: &Answer) -> &str {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let there = answer.header("location");
    there.strip_prefix("/nb/logg-inn/avbrutt?grunn=").unwrap_or_else(|| panic!("{there}"))
}

async fn accounts(app: &TestApp) -> usize {
    persons::all(&app.app.db).await.unwrap().len()
}

#[tokio::test]
async fn who_is_vouched_for_gets_in_and_is_known_again() {
    for engine in BOTH {
        let (app, provider) = site(engine, Profile::IdPorten, |_| {}).await;
        let mut browser = Browser::new(&app);
        let page = browser.get("/nb/logg-inn?til=/nb/min-side/okter").await;
        assert!(page.has("Logg inn med Dobbeltgjengeren"), "{}", page.body);
        let policy = page.header("content-security-policy");
        assert!(
            policy.ends_with(&format!(
                "form-action 'self' https://login.idporten.no {}",
                provider.issuer
            )),
            "{policy}"
        );
        let entered = come(&mut browser, &provider, &[("til", "/nb/min-side/okter")]).await;
        assert_eq!(entered.header("location"), "/nb/min-side/okter", "{}", entered.body);
        assert!(browser.is_known().await);
        assert_eq!(browser.cookies.keys().collect::<Vec<_>>(), ["__Host-okt"]);
        // The next time it is the same person, who has no address here.
        let mut again = Browser::new(&app);
        come(&mut again, &provider, &[]).await;
        assert!(again.is_known().await);
        assert_eq!(accounts(&app).await, 1);
        let known = identities::Entity::find().all(&app.app.db).await.unwrap();
        assert_eq!((known.len(), known[0].subject.as_str()), (1, crate::testing::SUBJECT));
        app.end().await;
    }
}

#[tokio::test]
async fn logging_out_reaches_the_provider_and_theirs_reaches_us() {
    for engine in BOTH {
        let (app, provider) = site(engine, Profile::Plain, |_| {}).await;
        let mut browser = Browser::new(&app);
        come(&mut browser, &provider, &[]).await;
        let out = browser.post("/nb/logg-ut", &[]).await;
        let there = out.header("location");
        assert!(
            there.starts_with(&format!(
                "{}/end?client_id=padriver&post_logout_redirect_uri=",
                provider.issuer
            )),
            "{there}"
        );
        assert!(there.contains("id_token_hint="), "{there}");
        assert!(!browser.is_known().await);
        // In a frame on their page: no cookie comes along.
        let (mut hers, mut other) = (Browser::new(&app), Browser::new(&app));
        come(&mut hers, &provider, &[]).await;
        other.log_in(KARI).await;
        let over = |iss: &str, sid: &str| format!("/utlogging/double?iss={iss}&sid={sid}");
        for (iss, sid, status) in [
            ("https://ond.example", "sid-1", StatusCode::UNPROCESSABLE_ENTITY),
            (provider.issuer.as_str(), "", StatusCode::UNPROCESSABLE_ENTITY),
            (provider.issuer.as_str(), "sid-2", StatusCode::OK),
        ] {
            assert_eq!(app.get(&over(iss, sid)).await.status, status, "{iss} {sid}");
            assert!(hers.is_known().await, "{iss} {sid}");
        }
        let framed = app.get(&over(&provider.issuer, "sid-1")).await;
        assert_eq!((framed.status, framed.header("x-frame-options")), (StatusCode::OK, ""));
        assert!(
            framed
                .header("content-security-policy")
                .ends_with(&format!("frame-ancestors {}", provider.issuer))
        );
        assert!(!hers.is_known().await && other.is_known().await);
        assert_eq!(app.get("/nb/").await.header("x-frame-options"), "DENY");
        app.end().await;
    }
}

#[tokio::test]
async fn new_keys_are_found_and_not_asked_for_all_the_time() {
    let (app, provider) = site(Engine::Sqlite, Profile::Plain, |_| {}).await;
    come(&mut Browser::new(&app), &provider, &[]).await;
    provider.rotate();
    let mut browser = Browser::new(&app);
    assert_eq!(why(&come(&mut browser, &provider, &[]).await), "feil", "asked for just now");
    app.app.clock.advance(time::Duration::seconds(60));
    come(&mut browser, &provider, &[]).await;
    assert!(browser.is_known().await);
    app.end().await;
}

#[tokio::test]
async fn a_strict_provider_gets_pushed_requests_assertions_and_proofs() {
    // Made for this test: a key of nobody's.
    let key = ring::signature::EcdsaKeyPair::generate_pkcs8(
        &ring::signature::ECDSA_P256_SHA256_FIXED_SIGNING,
        &ring::rand::SystemRandom::new(),
    );
    let inside = STANDARD.encode(key.unwrap());
    let folder = crate::testing::Folder::new();
    let file = folder.path().join("key.pem");
    let text = format!("-----BEGIN PRIVATE KEY-----\n{inside}\n-----END PRIVATE KEY-----\n");
    std::fs::write(&file, text).unwrap();
    let (app, provider) = site(Engine::Sqlite, Profile::HelseId, |one| {
        one.client_secret = None;
        one.private_key_file = Some(file);
        one.key_id = Some("vår".to_owned());
        one.dpop = true;
    })
    .await;
    let mut browser = Browser::new(&app);
    assert_eq!(why(&browser.post(GO, &[]).await), "feil", "it tells of no place to push to");
    provider.say(serde_json::json!({
        "pushed_authorization_request_endpoint": format!("{}/par", provider.issuer),
    }));
    provider.want_dpop();
    app.app.clock.advance(time::Duration::HOUR);
    provider.bend(|claims| claims["helseid://claims/identity/security_level"] = "4".into());
    let gone = browser.post(GO, &[]).await;
    assert!(!gone.header("location").contains("nonce"), "{}", gone.header("location"));
    let back = provider.log_in(gone.header("location"));
    browser.get(&back).await;
    assert!(browser.is_known().await);
    let rows = sessions::Entity::find().all(&app.app.db).await.unwrap();
    assert!(rows.iter().all(|row| row.proved_at.is_some()), "level 4 is worth two steps");
    app.end().await;
}

/// A row of the table of cookies, as far as the cookie itself tells it.
fn told(set: &str) -> String {
    let (name, rest) = set.split_once('=').unwrap();
    for word in ["Path=/", "Secure", "HttpOnly"] {
        assert!(rest.split("; ").any(|part| part == word), "{set}");
    }
    let said = |what: &str| rest.split("; ").find_map(|part| part.strip_prefix(what));
    let lasts = match said("Max-Age=").map(|seconds| seconds.parse::<u32>().unwrap()) {
        None => "until the browser is closed".to_owned(),
        Some(seconds) if seconds < 86_400 => format!("{} minutes", seconds / 60),
        Some(seconds) => format!("{} days", seconds / 86_400),
    };
    format!("| `{name}` | {} | {lasts} |", said("SameSite=").unwrap())
}

#[tokio::test]
async fn the_cookies_are_as_they_are_documented() {
    let (app, provider) = site(Engine::Sqlite, Profile::Plain, |_| {}).await;
    let (mut kari, mut other) = (Browser::new(&app), Browser::new(&app));
    let asked = kari.post("/nb/logg-inn", &[("epost", KARI)]).await;
    app.run_jobs().await;
    let code = kari.code_in_letter(KARI, &[]).unwrap();
    let entered = kari.type_code(&code).await;
    let gone = other.post(GO, &[]).await;
    let back = other.get(&provider.log_in(gone.header("location"))).await;
    let read = kari.get("/nb/prosjekter").await;
    let mut rows = BTreeSet::new();
    for answer in [&asked, &entered, &gone, &back, &read] {
        for set in answer.headers.get_all("set-cookie") {
            let set = set.to_str().unwrap();
            if !set.contains("Max-Age=0") {
                rows.insert(told(set));
            }
        }
    }
    let text = include_str!("../../../docs/ops/cookies.md");
    let written: Vec<&str> = text.lines().filter(|line| line.starts_with("| `__Host-")).collect();
    assert_eq!(written.len(), rows.len(), "{rows:?}");
    for row in &rows {
        assert!(written.iter().any(|line| line.starts_with(row.as_str())), "{row}");
    }
    app.end().await;
}

async fn person(app: &TestApp, address: &str) -> uuid::Uuid {
    let address = Address::parse(address).unwrap();
    persons::by_address(&app.app.db, &address).await.unwrap().unwrap().id
}
