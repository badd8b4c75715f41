//! The second step: asked of those who need it, and taken once.

mod codes;
mod keys;

use axum::http::StatusCode;
use sea_orm::EntityTrait;
use time::Duration;
use uuid::Uuid;

use crate::people::{Address, audit, persons, roles};
use crate::rights::{Role, RoleKind};
use crate::testing::{Browser, TestApp, both_engines};

const ANNE: &str = "anne@nettverket.example.org";
const KARI: &str = "kari@kommune.example.org";
const STEP: &str = "/nb/logg-inn/trinn-to";
const MANAGE: &str = "/nb/min-side/trinn-to";
const NO: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

async fn person(app: &TestApp, address: &str) -> Uuid {
    let address = Address::parse(address).unwrap();
    persons::by_address(&app.app.db, &address).await.unwrap().unwrap().id
}

/// Somebody who has logged in by a code from a letter and looks after the installation.
async fn administrator(app: &TestApp) -> Browser<'_> {
    let mut browser = Browser::new(app);
    browser.log_in(ANNE).await;
    let role = Role { kind: RoleKind::Administrator, at: None };
    roles::give(&app.app.db, &app.app.clock, person(app, ANNE).await, role, None).await.unwrap();
    browser
}

/// Up to the second step.
async fn first_step(browser: &mut Browser<'_>, address: &str) {
    let code = browser.ask_for_code(address).await.unwrap();
    let answer = browser.type_code(&code).await;
    assert!(answer.header("location").starts_with(STEP), "{}", answer.header("location"));
}

async fn logged(app: &TestApp, what: &str) -> usize {
    let rows = audit::Entity::find().all(&app.app.db).await.unwrap();
    rows.into_iter().filter(|row| row.what == what).count()
}

both_engines! {
    async fn roles_that_can_do_much_wait_for_it(app: TestApp) {
        let mut anne = administrator(&app).await;
        assert_eq!(anne.get("/nb/tilgang").await.status, StatusCode::FORBIDDEN);
        let mine = anne.get("/nb/min-side").await;
        assert!(mine.has("Administrator") && mine.has("før du har et ekstra trinn"), "{}", mine.body);
        let first = anne.cookies["__Host-okt"].clone();
        let codes = anne.set_up_app().await;
        assert_eq!(codes.len(), 10);
        assert_ne!(anne.cookies["__Host-okt"], first, "a new secret");
        assert_eq!(anne.get("/nb/tilgang").await.status, StatusCode::OK);
        let told = app.letters().into_iter().filter(|letter| letter.contains("ekstra trinn")).count();
        assert!(told > 0, "they are told by letter");
        anne.cookies.insert("__Host-okt".to_owned(), first);
        assert!(!anne.is_known().await, "what was before is over");
        assert_eq!(logged(&app, "step_added").await, 1);
    }

    async fn other_roles_do_without(app: TestApp) {
        let mut kari = Browser::new(&app);
        kari.log_in(KARI).await;
        let role = Role { kind: RoleKind::Member, at: Some(Uuid::from_u128(7)) };
        roles::give(&app.app.db, &app.app.clock, person(&app, KARI).await, role, None).await.unwrap();
        assert!(!kari.get("/nb/min-side").await.has("før du har et ekstra trinn"));
    }

    async fn a_mailbox_alone_lets_nobody_in_any_more(app: TestApp) {
        let mut anne = administrator(&app).await;
        anne.set_up_app().await;
        let mut thief = Browser::new(&app);
        first_step(&mut thief, ANNE).await;
        assert!(!thief.is_known().await, "nobody's yet");
        for path in [MANAGE, "/nb/min-side/okter", "/nb/tilgang"] {
            assert_eq!(thief.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        assert!(thief.get("/nb/").await.header("cache-control") != "private, no-store");
        let page = thief.get(STEP).await;
        assert!(page.status == StatusCode::OK && page.has("name=\"kode\"") && page.has("name=\"reserve\""));
        assert_eq!(page.header("cache-control"), "no-store");
        // After ten minutes it begins anew.
        app.app.clock.advance(Duration::minutes(10));
        thief.authenticator.clone_from(&anne.authenticator);
        let late = thief.post(STEP, &[("kode", &thief.app_code())]).await;
        assert!(late.status == NO && late.has("Logg inn på nytt"), "{}", late.body);
    }

    async fn the_step_leads_to_the_page_that_was_wanted(app: TestApp) {
        let mut anne = administrator(&app).await;
        anne.set_up_app().await;
        let mut again = Browser::new(&app);
        again.post("/nb/logg-inn", &[("epost", ANNE), ("til", "/nb/tilgang?sted=x")]).await;
        let before = app.letters();
        app.run_jobs().await;
        let code = again.code_in_letter(ANNE, &before).unwrap();
        let there = again.type_code(&code).await.header("location").to_owned();
        let page = again.get(&there).await;
        assert_eq!(page.field("til"), "/nb/tilgang?sted=x");
        app.app.clock.advance(Duration::seconds(30));
        again.authenticator.clone_from(&anne.authenticator);
        let fields = [("kode", again.app_code()), ("til", page.field("til").to_owned())];
        let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
        let taken = again.post(STEP, &fields).await;
        assert_eq!(taken.header("location"), "/nb/tilgang?sted=x", "{}", taken.body);
        assert_eq!(again.get("/nb/tilgang?sted=x").await.status, StatusCode::OK);
    }

    async fn another_site_can_not_send_the_form(app: TestApp) {
        let mut anne = administrator(&app).await;
        anne.set_up_app().await;
        let mut again = Browser::new(&app);
        first_step(&mut again, ANNE).await;
        app.app.clock.advance(Duration::seconds(30));
        again.authenticator.clone_from(&anne.authenticator);
        let code = again.app_code();
        let typed = ("kode", code.as_str());
        for from in [&[("origin", "https://ond.example")][..], &[]] {
            assert_eq!(again.post_from(from, STEP, &[typed]).await.status, StatusCode::FORBIDDEN);
        }
        let proof = again.get(STEP).await.field("bevis").to_owned();
        let taken = again.post_from(&[], STEP, &[typed, ("bevis", &proof)]).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
    }

    async fn what_is_there_is_changed_by_who_has_shown_it_lately(app: TestApp) {
        let mut anne = administrator(&app).await;
        anne.set_up_app().await;
        for _ in 0..2 {
            app.app.clock.advance(Duration::minutes(16));
            assert!(anne.is_known().await);
        }
        let stale = anne.post(MANAGE, &[("fjern-app", "ja")]).await;
        assert!(stale.status == StatusCode::CONFLICT && stale.has("Logg ut og inn igjen"), "{}", stale.body);
        anne.log_in(ANNE).await;
        let gone = anne.post(MANAGE, &[("fjern-app", "ja")]).await;
        assert_eq!(gone.status, StatusCode::SEE_OTHER, "{}", gone.body);
        assert_eq!(anne.get("/nb/tilgang").await.status, StatusCode::FORBIDDEN, "without a step the role waits");
        assert_eq!(anne.post(MANAGE, &[("fjern-app", "ja")]).await.status, StatusCode::CONFLICT);
        assert_eq!(logged(&app, "step_removed").await, 1);
    }

    async fn an_administrator_resets_what_is_lost(app: TestApp) {
        let mut anne = administrator(&app).await;
        anne.set_up_app().await;
        let mut kari = Browser::new(&app);
        kari.log_in(KARI).await;
        kari.set_up_app().await;
        let id = person(&app, KARI).await.to_string();
        let reset = anne.post("/nb/tilgang/konto", &[("nullstill", &id)]).await;
        assert_eq!(reset.status, StatusCode::SEE_OTHER, "{}", reset.body);
        assert!(!kari.is_known().await);
        app.run_jobs().await;
        kari.log_in(KARI).await;
        assert!(kari.is_known().await && kari.get(MANAGE).await.has("Sett opp en app"));
        assert_eq!(anne.post("/nb/tilgang/konto", &[("nullstill", &id)]).await.status, StatusCode::CONFLICT);
        assert_eq!(logged(&app, "steps_reset").await, 1);
    }
}

#[tokio::test]
async fn the_pages_are_whole_in_every_language() {
    let app = TestApp::new(crate::testing::Engine::Sqlite).await;
    let mut kari = Browser::new(&app);
    kari.log_in(KARI).await;
    kari.post(MANAGE, &[("app", "ja")]).await;
    for lang in ["nb", "nn", "se", "en"] {
        for path in ["logg-inn/trinn-to", "min-side/trinn-to", "min-side/trinn-to/app"] {
            let page = kari.get(&format!("/{lang}/{path}")).await;
            assert_eq!(page.status, StatusCode::OK, "/{lang}/{path}: {}", page.body);
            assert_eq!(page.body.matches("<h1").count(), 1, "/{lang}/{path}");
        }
        let page = kari.post(&format!("/{lang}/min-side/trinn-to/nokkel"), &[]).await;
        assert!(page.status == StatusCode::OK && page.has("<noscript>"), "{}", page.body);
        assert!(page.header("permissions-policy").contains("publickey-credentials-get=(self)"));
    }
    app.end().await;
}
