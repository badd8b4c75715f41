//! One by one, what is not right about an answer (ASVS 5.0, chapter 10): each is refused, and leaves no trace.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{BOTH, GO, accounts, come, site, why};
use crate::config::Profile;
use crate::people::What;
use crate::people::audit::Search;
use crate::testing::{Browser, Engine, Signed};

type Bend = fn(&mut Value);

/// What a token may not say.
const BENT: [(&str, Bend); 13] = [
    ("another issuer", |claims| claims["iss"] = "https://ond.example".into()),
    ("no issuer", |claims| drop_claim(claims, "iss")),
    ("for somebody else", |claims| claims["aud"] = "annen".into()),
    ("for others too", |claims| claims["aud"] = json!(["padriver", "annen"])),
    ("for nobody", |claims| drop_claim(claims, "aud")),
    ("given to somebody else", |claims| claims["azp"] = "annen".into()),
    ("another nonce", |claims| claims["nonce"] = "annen".into()),
    ("no nonce", |claims| drop_claim(claims, "nonce")),
    ("of nobody", |claims| drop_claim(claims, "sub")),
    ("over", |claims| claims["exp"] = (claims["iat"].as_i64().unwrap() - 1).into()),
    ("without end", |claims| drop_claim(claims, "exp")),
    ("old", |claims| claims["iat"] = (claims["iat"].as_i64().unwrap() - 3_600).into()),
    ("of tomorrow", |claims| claims["iat"] = (claims["iat"].as_i64().unwrap() + 86_400).into()),
];

fn drop_claim(claims: &mut Value, name: &str) {
    claims.as_object_mut().unwrap().remove(name).unwrap();
}

#[tokio::test]
async fn a_token_that_is_not_right_lets_nobody_in() {
    for engine in BOTH {
        let (app, provider) = site(engine, Profile::Plain, |_| {}).await;
        for (name, bend) in BENT {
            provider.bend(bend);
            let mut browser = Browser::new(&app);
            assert_eq!(why(&come(&mut browser, &provider, &[]).await), "feil", "{name}");
            assert!(!browser.is_known().await, "{name}");
        }
        provider.bend(|_| {});
        for signed in [Signed::Other, Signed::Unsigned, Signed::Shared, Signed::PublicKey] {
            provider.sign_by(signed);
            let mut browser = Browser::new(&app);
            assert_eq!(why(&come(&mut browser, &provider, &[]).await), "feil", "{signed:?}");
            assert!(!browser.is_known().await, "{signed:?}");
        }
        assert_eq!(accounts(&app).await, 0);
        let refused = Search { what: Some(What::LogInRefused), ..Search::default() };
        let rows = refused.some(&app.app.db, (0, 100)).await.unwrap();
        assert_eq!(rows.len(), BENT.len() + 4);
        assert!(rows.iter().all(|row| row.network.is_some() && row.details["refused"] == "feil"));
        provider.sign_by(Signed::Own);
        let mut browser = Browser::new(&app);
        come(&mut browser, &provider, &[]).await;
        assert!(browser.is_known().await, "and when all is right it does");
        app.end().await;
    }
}

#[tokio::test]
async fn a_lower_level_than_was_asked_for_is_not_enough() {
    let (app, provider) = site(Engine::Sqlite, Profile::IdPorten, |_| {}).await;
    let bends: [Bend; 2] =
        [|claims| claims["acr"] = "idporten-loa-low".into(), |claims| drop_claim(claims, "acr")];
    for bend in bends {
        provider.bend(bend);
        let mut browser = Browser::new(&app);
        let answer = come(&mut browser, &provider, &[]).await;
        assert_eq!(why(&answer), "niva");
        assert!(browser.get(answer.header("location")).await.has("høyere sikkerhetsnivå"));
        assert!(!browser.is_known().await);
    }
    app.end().await;
}

#[tokio::test]
async fn ansattporten_may_call_its_levels_by_their_old_names_and_entra_is_none() {
    let (app, provider) = site(Engine::Sqlite, Profile::Ansattporten, |_| {}).await;
    let cases: [(&str, Bend, bool); 4] = [
        ("substantial", |claims| claims["acr"] = "substantial".into(), true),
        ("high", |claims| claims["acr"] = "high".into(), true),
        ("entraid", |claims| claims["acr"] = "entraid".into(), false),
        ("low", |claims| claims["acr"] = "low".into(), false),
    ];
    for (name, bend, gets_in) in cases {
        provider.bend(bend);
        let mut browser = Browser::new(&app);
        let answer = come(&mut browser, &provider, &[]).await;
        assert_eq!(browser.is_known().await, gets_in, "{name}");
        assert!(gets_in || why(&answer) == "niva", "{name}");
    }
    app.end().await;
}

#[tokio::test]
async fn what_comes_back_belongs_to_what_was_asked_in_this_browser() {
    for engine in BOTH {
        let (app, provider) = site(engine, Profile::Plain, |_| {}).await;
        let (mut hers, mut his) = (Browser::new(&app), Browser::new(&app));
        let gone = hers.post(GO, &[]).await;
        let back = provider.log_in(gone.header("location"));
        assert_eq!(why(&his.get(&back).await), "sent", "in a browser that began nothing");
        his.post(GO, &[]).await;
        assert_eq!(why(&his.get(&back).await), "feil", "with the state of another");
        let entered = hers.get(&back).await;
        assert_eq!(entered.header("location"), "/nb/min-side", "{}", entered.body);
        // Once.
        hers.post("/nb/logg-ut", &[]).await;
        assert_eq!(why(&hers.get(&back).await), "sent", "replayed");
        // A code of one attempt is worth nothing in another: the verifier differs.
        let stolen = provider.log_in(his.post(GO, &[]).await.header("location"));
        let own = provider.log_in(hers.post(GO, &[]).await.header("location"));
        let code =
            |back: &str| back.split("code=").nth(1).unwrap().split('&').next().unwrap().to_owned();
        let mixed = own.replace(&code(&own), &code(&stolen));
        assert_eq!(why(&hers.get(&mixed).await), "feil", "a code that was put in");
        // Ten minutes.
        let late = provider.log_in(hers.post(GO, &[]).await.header("location"));
        app.app.clock.advance(time::Duration::minutes(10));
        assert_eq!(why(&hers.get(&late).await), "sent");
        assert!(!hers.is_known().await && !his.is_known().await);
        app.end().await;
    }
}

/// The parameters of an address.
fn parameters(address: &str) -> BTreeMap<String, String> {
    let (_, query) = address.split_once('?').unwrap();
    form_urlencoded::parse(query.as_bytes()).into_owned().collect()
}

#[tokio::test]
async fn each_log_in_has_secrets_of_its_own() {
    let (app, provider) = site(Engine::Sqlite, Profile::Plain, |_| {}).await;
    let mut browser = Browser::new(&app);
    let mut seen = BTreeSet::new();
    for _ in 0..3 {
        let asked = parameters(browser.post(GO, &[]).await.header("location"));
        assert_eq!(asked["code_challenge_method"], "S256");
        assert!(!asked.contains_key("code_verifier"), "it is told by the back channel alone");
        for name in ["state", "nonce", "code_challenge"] {
            assert!(seen.insert(asked[name].clone()), "{name} was there before");
        }
        let held = &browser.cookies["__Host-hos"];
        assert!(!asked.values().any(|value| value == held), "nor what the browser holds");
    }
    // One that was begun before is no more, once another was.
    let first = provider.log_in(browser.post(GO, &[]).await.header("location"));
    browser.post(GO, &[]).await;
    assert_eq!(why(&browser.get(&first).await), "feil");
    app.end().await;
}

#[tokio::test]
async fn an_answer_with_something_lacking_lets_nobody_in() {
    let (app, provider) = site(Engine::Sqlite, Profile::Plain, |_| {}).await;
    let mut browser = Browser::new(&app);
    for lacking in ["code", "state", "iss"] {
        for put in [None, Some("")] {
            let back = provider.log_in(browser.post(GO, &[]).await.header("location"));
            let (path, _) = back.split_once('?').unwrap();
            let mut given = parameters(&back);
            match put {
                None => given.remove(lacking),
                Some(value) => given.insert(lacking.to_owned(), value.to_owned()),
            };
            let query =
                form_urlencoded::Serializer::new(String::new()).extend_pairs(given).finish();
            assert_eq!(why(&browser.get(&format!("{path}?{query}")).await), "feil", "{lacking}");
            // With that it is used up: what was lacking is of no use afterwards.
            assert_eq!(why(&browser.get(&back).await), "sent", "{lacking}");
        }
        let back = provider.log_in(browser.post(GO, &[]).await.header("location"));
        let twice = format!("{back}&{lacking}={}", parameters(&back)[lacking]);
        assert_eq!(why(&browser.get(&twice).await), "feil", "{lacking}, said twice");
    }
    assert!(!browser.is_known().await);
    assert_eq!(accounts(&app).await, 0);
    app.end().await;
}

#[tokio::test]
async fn one_provider_can_not_speak_for_another() {
    let (app, provider) = site(Engine::Sqlite, Profile::Plain, |_| {}).await;
    let other = crate::testing::Provider::start(&app.app.clock).await;
    let mut second = other.settings(Profile::Plain);
    second.name = "annen".to_owned();
    let app = app.changed(|app| {
        let mut settings = (*app.settings).clone();
        settings.providers.push(second);
        app.settings = settings.into();
    });
    let mut browser = Browser::new(&app);
    let back = provider.log_in(browser.post(GO, &[]).await.header("location"));
    let elsewhere = back.replace("/innlogging/double", "/innlogging/annen");
    assert_eq!(why(&browser.get(&elsewhere).await), "feil", "sent back to the place of another");
    let encoded =
        |issuer: &str| form_urlencoded::byte_serialize(issuer.as_bytes()).collect::<String>();
    let back = provider.log_in(browser.post(GO, &[]).await.header("location"));
    let by_other = back.replace(&encoded(&provider.issuer), &encoded(&other.issuer));
    assert_ne!(back, by_other);
    assert_eq!(why(&browser.get(&by_other).await), "feil", "sent by another");
    let back = provider.log_in(browser.post(GO, &[]).await.header("location"));
    let (unsaid, _) = back.split_once("&iss=").unwrap();
    assert_eq!(why(&browser.get(unsaid).await), "feil", "it has said that it says who it is");
    app.end().await;
}

#[tokio::test]
async fn a_provider_that_is_not_right_is_not_gone_to() {
    let (app, provider) = site(Engine::Sqlite, Profile::Plain, |_| {}).await;
    let mut browser = Browser::new(&app);
    for (said, expected) in [
        (json!({ "issuer": "https://ond.example" }), "feil"),
        (json!({ "token_endpoint": "http://ond.example/token" }), "feil"),
        (json!({ "end_session_endpoint": "javascript:alert(1)" }), "feil"),
        (json!({ "jwks_uri": format!("{}/ingen", provider.issuer) }), "borte"),
        (json!({ "authorization_endpoint": 7 }), "feil"),
    ] {
        provider.say(said.clone());
        assert_eq!(why(&browser.post(GO, &[]).await), expected, "{said}");
    }
    drop(provider);
    assert_eq!(why(&browser.post(GO, &[]).await), "borte");
    assert!(browser.cookies.is_empty());
    app.end().await;
}

#[tokio::test]
async fn what_a_provider_refuses_is_told_in_our_words() {
    let (app, provider) = site(Engine::Sqlite, Profile::Plain, |_| {}).await;
    let mut browser = Browser::new(&app);
    let back = provider.log_in(browser.post(GO, &[]).await.header("location"));
    let state = back.split("state=").nth(1).unwrap().split('&').next().unwrap();
    let denied =
        format!("/innlogging/double?error=access_denied&error_description=%3Cb%3E&state={state}");
    let answer = browser.get(&denied).await;
    assert_eq!(why(&answer), "avbrutt");
    let page = browser.get(answer.header("location")).await;
    assert!(page.status == StatusCode::OK && page.has("Du avbrøt") && !page.has("&#60;b&#62;"));
    assert_eq!(
        browser.get("/innlogging/ingen?code=a&state=b").await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    app.end().await;
}
