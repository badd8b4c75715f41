//! Sessions: how long they last, that they end, and that nobody ends another's.

use axum::http::StatusCode;
use time::Duration;

use super::{KARI, dump, logged};
use crate::login::sweep_once;
use crate::people::{Address, persons, roles};
use crate::rights::{Role, RoleKind};
use crate::testing::{Browser, TestApp, both_engines};

async fn make_administrator(app: &TestApp, address: &str) {
    let address = Address::parse(address).unwrap();
    let (db, clock) = (&app.app.db, &app.app.clock);
    let person = persons::by_address(db, &address).await.unwrap().unwrap();
    let role = Role { kind: RoleKind::Administrator, at: None };
    roles::give(db, clock, person.id, role, None).await.unwrap();
}

both_engines! {
    async fn a_session_that_is_not_used_is_over(app: TestApp) {
        let mut browser = Browser::new(&app);
        browser.log_in(KARI).await;
        for _ in 0..3 {
            app.app.clock.advance(Duration::minutes(59));
            assert!(browser.is_known().await, "it is used");
        }
        app.app.clock.advance(Duration::minutes(60));
        assert!(!browser.is_known().await);
        let page = browser.get("/nb/").await;
        assert_eq!(page.status, StatusCode::OK, "nobody may read all the same");
        assert!(!page.has("Logg ut"));
        assert_eq!(browser.post("/nb/logg-ut", &[]).await.status, StatusCode::SEE_OTHER);
        assert!(!browser.cookies.contains_key("__Host-okt"));
    }

    async fn that_of_an_administrator_is_over_sooner(app: TestApp) {
        let mut browser = Browser::new(&app);
        browser.log_in(KARI).await;
        make_administrator(&app, KARI).await;
        app.app.clock.advance(Duration::minutes(29));
        assert!(browser.is_known().await);
        app.app.clock.advance(Duration::minutes(30));
        assert!(!browser.is_known().await);
    }

    async fn no_session_lasts_for_ever(app: TestApp) {
        let mut browser = Browser::new(&app);
        browser.log_in(KARI).await;
        for _ in 0..23 {
            app.app.clock.advance(Duration::minutes(30));
            assert!(browser.is_known().await);
        }
        app.app.clock.advance(Duration::minutes(30));
        assert!(!browser.is_known().await, "after twelve hours");
    }

    async fn the_page_says_why_one_is_logged_out(app: TestApp) {
        // A while without use, and as long as any session lasts.
        let mut kari = Browser::new(&app);
        kari.log_in(KARI).await;
        app.app.clock.advance(Duration::minutes(60));
        for path in ["/nb/min-side", "/nb/logg-inn"] {
            assert!(kari.get(path).await.has("gått en stund siden du brukte siden"), "{path}");
        }
        app.app.clock.advance(Duration::minutes(1));
        sweep_once(&app.app).await.unwrap();
        assert!(kari.get("/nb/min-side").await.has("gått en stund siden"), "when it is swept, too");
        kari.log_in(KARI).await;
        for _ in 0..23 {
            app.app.clock.advance(Duration::minutes(30));
            kari.is_known().await;
        }
        app.app.clock.advance(Duration::minutes(30));
        assert!(kari.get("/nb/min-side").await.has("ikke varer lenger enn dette"));
        // By oneself, elsewhere.
        kari.log_in(KARI).await;
        let mut phone = Browser::at(&app, "198.51.100.7");
        phone.log_in(KARI).await;
        phone.post("/nb/min-side/okter", &[("okt", "andre")]).await;
        let shut = kari.get("/nb/min-side").await;
        assert_eq!((shut.status, shut.header("cache-control")), (StatusCode::FORBIDDEN, "no-store"));
        assert!(shut.has("logget deg ut herfra fra en annen nettleser"), "{}", shut.body);
        // Another browser is told nothing, and one that logs out itself needs no telling.
        assert!(!Browser::new(&app).get("/nb/min-side").await.has("logget deg ut"));
        let kept = phone.cookies.clone();
        phone.post("/nb/logg-ut", &[]).await;
        phone.cookies = kept;
        assert!(!phone.get("/nb/min-side").await.has("Du er logget ut"));
        // What is remembered of it goes with the rest.
        app.app.clock.advance(Duration::days(400));
        sweep_once(&app.app).await.unwrap();
        assert!(!kari.get("/nb/min-side").await.has("annen nettleser"));
    }

    async fn who_loses_a_role_or_the_account_is_told_by_page_and_letter(app: TestApp) {
        const ANNE: &str = "anne@nettverket.example.org";
        let mut anne = Browser::with_role(&app, ANNE, RoleKind::Administrator, None).await;
        let mut kari = Browser::with_role(&app, KARI, RoleKind::Coordinator, None).await;
        let address = Address::parse(KARI).unwrap();
        let id = persons::by_address(&app.app.db, &address).await.unwrap().unwrap().id;
        let today = crate::dates::oslo_day(app.app.clock.now());
        let held = roles::of(&app.app.db, id, today).await.unwrap();
        app.run_jobs().await;
        let before = app.letters().len();
        let role = held[0].id.to_string();
        let taken = anne.post("/nb/tilgang/roller", &[("ta", &role)]).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
        assert!(kari.get("/nb/min-side").await.has("en av rollene dine er tatt bort"));
        app.run_jobs().await;
        let letters = app.letters();
        assert_eq!(letters.len(), before + 1);
        assert!(letters.iter().any(|one| one.contains(&format!("To: {KARI}"))));
        kari.log_in(KARI).await;
        let before = app.letters().len();
        anne.post("/nb/tilgang/konto", &[("steng", &id.to_string())]).await;
        assert!(kari.get("/nb/min-side").await.has("kontoen er stengt"));
        app.run_jobs().await;
        assert_eq!(app.letters().len(), before + 1);
    }

    async fn logging_out_ends_it_also_for_who_has_kept_the_cookie(app: TestApp) {
        let mut browser = Browser::new(&app);
        browser.log_in(KARI).await;
        let kept = browser.cookies.clone();
        let out = browser.post("/nb/logg-ut", &[]).await;
        assert_eq!((out.status, out.header("location")), (StatusCode::SEE_OTHER, "/nb/?gjort=ut"));
        assert!(browser.get("/nb/?gjort=ut").await.has("Du er logget ut"));
        assert_eq!(out.header("clear-site-data"), "\"cache\", \"storage\"");
        assert!(!browser.cookies.contains_key("__Host-okt"));
        browser.cookies = kept;
        assert!(!browser.is_known().await);
        assert_eq!(logged(&app).await.last().unwrap(), "logged_out");
        // Texts of others that wait in the browser are theirs.
        browser.log_in(KARI).await;
        let out = browser.post("/nb/logg-ut", &[("behold", "1")]).await;
        assert_eq!(out.header("clear-site-data"), "\"cache\"");
    }

    async fn each_log_in_has_a_new_secret_and_ends_the_one_before(app: TestApp) {
        let mut browser = Browser::new(&app);
        let planted = "ab".repeat(32);
        browser.cookies.insert("__Host-okt".to_owned(), planted.clone());
        browser.log_in(KARI).await;
        let first = browser.cookies["__Host-okt"].clone();
        assert_ne!(first, planted, "what was there before is not taken for one");
        browser.log_in(KARI).await;
        assert_ne!(browser.cookies["__Host-okt"], first);
        browser.cookies.insert("__Host-okt".to_owned(), first);
        assert!(!browser.is_known().await);
    }

    async fn a_person_sees_their_browsers_and_ends_any_of_them(app: TestApp) {
        let (mut desk, mut phone, mut his) = (Browser::new(&app), Browser::at(&app, "198.51.100.7"), Browser::new(&app));
        for (browser, address) in [(&mut desk, KARI), (&mut phone, KARI), (&mut his, "ola@kommune.example.org")] {
            browser.log_in(address).await;
        }
        let page = desk.get("/nb/min-side/okter").await;
        assert_eq!(page.body.matches("Sist brukt").count(), 2, "{}", page.body);
        assert_eq!(page.body.matches("denne</span>").count(), 1);
        assert!(page.has("Fra nettet 198.51.100<") && !page.has("198.51.100.7"), "the network, not the address");
        let of_phone = page.body.split("name=\"okt\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        // Not another's.
        let answer = his.post("/nb/min-side/okter", &[("okt", &of_phone)]).await;
        assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/nb/min-side/okter?gjort=ingen"));
        assert!(phone.is_known().await);
        desk.post("/nb/min-side/okter", &[("okt", &of_phone)]).await;
        assert!(!phone.is_known().await && desk.is_known().await && his.is_known().await);
        phone.log_in(KARI).await;
        desk.post("/nb/min-side/okter", &[("okt", "andre")]).await;
        assert!(!phone.is_known().await && desk.is_known().await && his.is_known().await);
    }

    async fn what_is_over_is_swept(app: TestApp) {
        Browser::new(&app).log_in(KARI).await;
        assert_eq!(sweep_once(&app.app).await.unwrap(), 0);
        app.app.clock.advance(Duration::hours(13));
        assert_eq!(sweep_once(&app.app).await.unwrap(), 2, "an attempt and a session");
        assert!(dump(&app, "audit_log").await.contains("logged_in"));
        app.app.clock.advance(Duration::days(401));
        assert_eq!(sweep_once(&app.app).await.unwrap(), 4, "the log, and why it was over");
    }
}
