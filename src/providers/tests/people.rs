//! Who somebody is: by issuer and subject, joined by nobody's word but their own, and no number is kept.

use axum::http::StatusCode;
use sea_orm::EntityTrait;
use serde_json::json;

use super::{BOTH, GO, KARI, accounts, come, person, site, why};
use crate::config::Profile;
use crate::people::{identities, roles, sessions};
use crate::rights::{Role, RoleKind};
use crate::testing::{Browser, Engine};

/// One of the samples of the tax authority: nobody's.
const NUMBER: &str = "03851598730";

#[tokio::test]
async fn no_account_is_joined_by_an_address() {
    for engine in BOTH {
        let (app, provider) = site(engine, Profile::Feide, |_| {}).await;
        Browser::new(&app).log_in(KARI).await;
        let mut stranger = Browser::new(&app);
        for is_verified in [true, false] {
            provider.bend(move |claims| {
                claims["email"] = KARI.into();
                claims["email_verified"] = is_verified.into();
            });
            let answer = come(&mut stranger, &provider, &[]).await;
            if is_verified {
                assert_eq!(why(&answer), "adresse");
                assert!(!stranger.is_known().await);
            } else {
                assert!(stranger.is_known().await, "as somebody else");
                assert!(
                    !stranger.get("/nb/min-side").await.has(KARI),
                    "an address that nobody has shown"
                );
            }
        }
        assert_eq!(accounts(&app).await, 2);
        app.end().await;
    }
}

#[tokio::test]
async fn who_is_logged_in_connects_the_two_and_nobody_else_does() {
    for engine in BOTH {
        let (app, provider) = site(engine, Profile::Plain, |_| {}).await;
        let mut kari = Browser::new(&app);
        kari.log_in(KARI).await;
        assert!(kari.get("/nb/min-side").await.has("Koble til Dobbeltgjengeren"));
        let gone = kari.post(GO, &[("koble", "ja")]).await;
        let back = provider.log_in(gone.header("location"));
        // Logged out meanwhile: nothing is joined.
        let kept = kari.cookies.remove("__Host-okt").unwrap();
        assert_eq!(why(&kari.get(&back).await), "sent");
        kari.cookies.insert("__Host-okt".to_owned(), kept);
        come(&mut kari, &provider, &[("koble", "ja")]).await;
        assert!(kari.get("/nb/min-side").await.has("Du kan også logge inn med Dobbeltgjengeren"));
        let mut again = Browser::new(&app);
        come(&mut again, &provider, &[]).await;
        assert!(again.get("/nb/min-side").await.has(KARI), "the same person");
        let mut ola = Browser::new(&app);
        ola.log_in("ola@kommune.example.org").await;
        assert_eq!(why(&come(&mut ola, &provider, &[("koble", "ja")]).await), "annen");
        let known = identities::Entity::find().all(&app.app.db).await.unwrap();
        assert_eq!((known.len(), known[0].person_id), (1, person(&app, KARI).await));
        app.end().await;
    }
}

#[tokio::test]
async fn a_level_counts_as_two_steps_and_a_step_that_is_there_is_asked_for() {
    let (app, provider) = site(Engine::Sqlite, Profile::IdPorten, |_| {}).await;
    let mut kari = Browser::new(&app);
    kari.log_in(KARI).await;
    let role = Role { kind: RoleKind::Administrator, at: None };
    roles::give(&app.app.db, &app.app.clock, person(&app, KARI).await, role, None).await.unwrap();
    assert_eq!(kari.get("/nb/tilgang").await.status, StatusCode::FORBIDDEN);
    come(&mut kari, &provider, &[("koble", "ja")]).await;
    assert_eq!(kari.get("/nb/tilgang").await.status, StatusCode::OK);
    // The highest level lasts two hours.
    provider.bend(|claims| claims["acr"] = "idporten-loa-high".into());
    come(&mut kari, &provider, &[]).await;
    for _ in 0..5 {
        app.app.clock.advance(time::Duration::minutes(20));
        assert!(kari.is_known().await);
    }
    app.app.clock.advance(time::Duration::minutes(20));
    assert!(!kari.is_known().await);
    app.end().await;

    let (app, provider) = site(Engine::Sqlite, Profile::Plain, |_| {}).await;
    let mut kari = Browser::new(&app);
    come(&mut kari, &provider, &[]).await;
    kari.set_up_app().await;
    let again = come(&mut Browser::new(&app), &provider, &[]).await;
    assert!(again.header("location").starts_with("/nb/logg-inn/trinn-to"), "no level is promised");
    app.end().await;
}

#[tokio::test]
async fn a_national_number_is_kept_nowhere() {
    let (app, provider) = site(Engine::Sqlite, Profile::Plain, |_| {}).await;
    provider.bend(|claims| {
        claims["pid"] = NUMBER.into();
        claims["name"] = format!("Kari {NUMBER}").into();
    });
    let mut browser = Browser::new(&app);
    come(&mut browser, &provider, &[]).await;
    assert!(browser.is_known().await && !browser.get("/nb/min-side").await.has(NUMBER));
    let rows = sessions::Entity::find().all(&app.app.db).await.unwrap();
    assert!(rows.iter().all(|row| row.hint.is_none()), "nor the token that says it");
    app.end().await;
}

#[tokio::test]
async fn more_is_asked_for_and_believed_of_the_same_person_alone() {
    let (app, provider) = site(Engine::Sqlite, Profile::Feide, |_| {}).await;
    provider.tell_more(json!({ "sub": "sub-2", "email": KARI, "email_verified": true }));
    let mut browser = Browser::new(&app);
    assert_eq!(why(&come(&mut browser, &provider, &[]).await), "feil");
    provider.tell_more(json!({
        "sub": "sub-1", "name": "Kari Prøve", "email": KARI, "email_verified": true,
    }));
    come(&mut browser, &provider, &[]).await;
    let mine = browser.get("/nb/min-side").await;
    assert!(mine.has(KARI) && mine.has("Kari Prøve"), "{}", mine.body);
    app.end().await;
}

#[tokio::test]
async fn where_accounts_are_for_some_a_provider_makes_none_of_itself() {
    let (app, provider) = site(Engine::Sqlite, Profile::Plain, |_| {}).await;
    let app = app.changed(|app| {
        let mut settings = (*app.settings).clone();
        settings.people.domains = vec!["kommune.example.org".to_owned()];
        app.settings = settings.into();
    });
    let mut browser = Browser::new(&app);
    assert_eq!(why(&come(&mut browser, &provider, &[]).await), "invitasjon");
    provider.bend(|claims| {
        claims["email"] = KARI.into();
        claims["email_verified"] = true.into();
    });
    come(&mut browser, &provider, &[]).await;
    assert!(browser.is_known().await);
    app.end().await;
}
