//! Logging in by the front door, and all that must not let anybody in.

mod codes;
mod floods;
mod forms;
mod merged;
mod mine;
mod sessions;
mod there;

use axum::http::StatusCode;
use sea_orm::{ConnectionTrait, EntityTrait, QueryResult, Statement};

use crate::people::audit;
use crate::testing::{Browser, TestApp, both_engines};

const KARI: &str = "kari@kommune.example.org";

/// What the log says, in order.
async fn logged(app: &TestApp) -> Vec<String> {
    let mut rows = audit::Entity::find().all(&app.app.db).await.unwrap();
    rows.sort_by_key(|row| row.id);
    rows.into_iter().map(|row| row.what).collect()
}

/// Every value of a table, as text: for what must not be in it.
async fn dump(app: &TestApp, table: &str) -> String {
    let db = &app.app.db;
    let statement =
        Statement::from_string(db.get_database_backend(), format!("SELECT * FROM {table}"));
    let rows = db.query_all_raw(statement).await.unwrap();
    assert!(!rows.is_empty(), "{table} has rows");
    let texts = ["secret", "code", "token", "address", "network", "device", "what"];
    let of = |row: &QueryResult| {
        let values = texts.iter().filter_map(|name| row.try_get::<String>("", name).ok());
        values.collect::<Vec<_>>().join(" ")
    };
    rows.iter().map(of).collect::<Vec<_>>().join("\n")
}

both_engines! {
    async fn a_code_from_the_letter_lets_in(app: TestApp) {
        let mut browser = Browser::new(&app);
        assert!(!browser.is_known().await);
        let code = browser.ask_for_code(KARI).await.unwrap();
        let page = browser.get("/nb/logg-inn/kode").await;
        assert!(page.has(KARI) && page.has("autocomplete=\"one-time-code\"") && page.has("inputmode=\"numeric\""));
        for answer in [&page, &browser.get("/nb/logg-inn").await] {
            assert_eq!(answer.header("cache-control"), "no-store");
            assert_eq!(answer.header("referrer-policy"), "no-referrer");
        }
        let spaced = format!(" {} {} ", &code[..3], &code[3..]);
        let entered = browser.type_code(&spaced).await;
        assert_eq!(entered.status, StatusCode::SEE_OTHER, "{}", entered.body);
        assert_eq!(browser.cookies.keys().collect::<Vec<_>>(), ["__Host-kjent", "__Host-okt"], "the attempt is over");
        assert!(!browser.cookies["__Host-kjent"].contains("kari"));
        let mine = browser.get(entered.header("location")).await;
        assert!(mine.has(KARI) && mine.has("Du har ingen roller ennå") && mine.has("Logg ut"));
        assert_eq!(mine.header("cache-control"), "private, no-store");
        assert_eq!(logged(&app).await, ["code_asked", "account_made", "logged_in"]);
        // The next time there is an account, and it is the same.
        Browser::new(&app).log_in("KARI@Kommune.Example.org").await;
        assert_eq!(crate::people::persons::all(&app.app.db).await.unwrap().len(), 1);
    }

    async fn what_is_kept_lets_nobody_in(app: TestApp) {
        let mut browser = Browser::new(&app);
        let code = browser.ask_for_code(KARI).await.unwrap();
        let attempts = dump(&app, "login_attempt").await;
        assert!(attempts.contains(KARI));
        assert!(!attempts.contains(&browser.cookies["__Host-innlogging"]));
        assert!(!attempts.split_whitespace().any(|word| word == code));
        browser.type_code(&code).await;
        let held = &browser.cookies["__Host-okt"];
        assert_eq!(held.len(), 64);
        assert!(!dump(&app, "session").await.contains(held.as_str()));
        assert!(!dump(&app, "audit_log").await.contains(KARI), "the log has no addresses");
    }

    async fn a_name_is_said_once_and_kept_in_one_row(app: TestApp) {
        let mut browser = Browser::new(&app);
        browser.log_in(KARI).await;
        let empty = browser.post("/nb/min-side", &[("navn", " ")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(empty.has("href=\"#navn\""));
        // A number is refused, and what comes back has none.
        let number = browser.post("/nb/min-side", &[("navn", "Kari 30908299902")]).await;
        assert_eq!(number.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(number.has("value=\"Kari •••••••••••\"") && !number.has("30908299902"), "{}", number.body);
        let named = browser.post("/nb/min-side", &[("navn", "Kari <b> Prøve")]).await;
        assert_eq!(named.status, StatusCode::SEE_OTHER, "{}", named.body);
        let front = browser.get("/nb/").await;
        assert!(front.has("<p>Kari &#60;b&#62; Prøve</p>"), "on every page: {}", front.body);
        assert_eq!(front.header("cache-control"), "private, no-store");
    }
}

#[tokio::test]
async fn the_pages_of_the_log_in_are_whole_in_every_language() {
    let app = TestApp::new(crate::testing::Engine::Sqlite).await;
    for lang in ["nb", "nn", "se", "en"] {
        let mut browser = Browser::new(&app);
        browser.log_in(KARI).await;
        for path in ["logg-inn", "logg-inn/kode", "min-side", "min-side/okter"] {
            let page = browser.get(&format!("/{lang}/{path}")).await;
            assert_eq!(page.status, StatusCode::OK, "/{lang}/{path}: {}", page.body);
            assert_eq!(page.body.matches("<h1").count(), 1, "/{lang}/{path}");
            assert!(page.has(&format!("<html lang=\"{lang}\"")), "/{lang}/{path}");
        }
    }
    app.end().await;
}
