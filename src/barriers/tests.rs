//! Whoever can't use something reaches those who run the site, and loses nothing that they typed.

use std::sync::Arc;

use axum::http::StatusCode;
use time::Duration;

use crate::people::{Address, persons, roles};
use crate::rights::{Role, RoleKind};
use crate::testing::{Answer, Browser, Engine, TestApp, both_engines};

const FORM: &str = "/nb/meld-hinder";

/// Opened, filled in at a human pace, and sent.
async fn send(app: &TestApp, fields: &[(&str, &str)]) -> Answer {
    app.fill_in(FORM, fields).await
}

const GOOD: [(&str, &str); 4] = [
    ("hvor", "/nb/prosjekter"),
    ("hva", "Filtrene kan ikke åpnes\nmed tastaturet."),
    ("utstyr", "Tastatur, Firefox"),
    ("epost", "ase@kommune.example.org"),
];

fn with_address(app: TestApp) -> TestApp {
    app.changed(|app| {
        let mut settings = (*app.settings).clone();
        settings.feedback_address = Some("drift@example.org".to_owned());
        app.settings = Arc::new(settings);
    })
}

both_engines! {
    async fn without_an_address_it_goes_to_an_administrator(app: TestApp) {
        let mut anne = Browser::new(&app);
        anne.log_in("anne@nettverket.example.org").await;
        let address = Address::parse("anne@nettverket.example.org").unwrap();
        let person = persons::by_address(&app.app.db, &address).await.unwrap().unwrap();
        let role = Role { kind: RoleKind::Administrator, at: None };
        roles::give(&app.app.db, &app.app.clock, person.id, role, None).await.unwrap();
        send(&app, &GOOD).await;
        assert_eq!(app.run_jobs().await, 1);
        assert!(app.letters().iter().any(|one| one.contains("To: anne@nettverket.example.org") && one.contains("Reply-To: ase@")));
    }

    async fn a_report_is_kept_until_it_is_seen_to_whatever_becomes_of_the_letter(app: TestApp) {
        let list = "/nb/meldte-hindre";
        assert_eq!(app.get(list).await.status, StatusCode::FORBIDDEN);
        assert_eq!(send(&app, &GOOD).await.status, StatusCode::SEE_OTHER);
        // No letter has left, and the report is there.
        let mut anne = Browser::with_role(&app, "anne@nettverket.example.org", RoleKind::Administrator, None).await;
        let page = anne.get(list).await;
        for told in ["/nb/prosjekter", "Filtrene kan ikke åpnes<br>med tastaturet.", "Tastatur, Firefox", "ase@kommune.example.org", "1 melding venter"] {
            assert!(page.has(told), "{told}: {}", page.body);
        }
        assert!(anne.get("/nb/min-side").await.has("/nb/meldte-hindre"));
        // What the letter says of where it stands is so.
        app.run_jobs().await;
        assert!(app.letters().iter().any(|one| one.replace("=\r\n", "").contains("meldte-hindre")));
        assert_eq!(anne.post(list, &[("ferdig", "tull")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let (_, rest) = page.body.split_once("name=\"ferdig\" value=\"").expect("a button");
        let id = rest.split('"').next().unwrap();
        let done = anne.post(list, &[("ferdig", id)]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        let page = anne.get(done.header("location")).await;
        assert!(page.has("behandlet og slettet") && page.has("Ingen meldinger venter"), "{}", page.body);
        // A coordinator does not run the site.
        let mut siri = Browser::with_role(&app, "siri@nettverket.example.org", RoleKind::Coordinator, None).await;
        assert_eq!(siri.get(list).await.status, StatusCode::FORBIDDEN);
    }

    async fn what_is_refused_is_kept_and_what_is_sent_twice_goes_once(app: TestApp) {
        let refused = send(&app, &[("hva", ""), ("utstyr", "Talende <b>"), ("epost", "ikke")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.has("Talende &#60;b&#62;") && refused.has("href=\"#hva\"") && refused.has("href=\"#epost\""), "{}", refused.body);
        assert_eq!(app.run_jobs().await, 0);
        let form = app.get(FORM).await;
        app.app.clock.advance(Duration::seconds(30));
        let mut fields = vec![("stempel", form.field("stempel"))];
        fields.extend(GOOD);
        for answer in app.press_and_press(FORM, &fields).await {
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        }
        assert_eq!(app.run_jobs().await, 1);
        fields.push(("nettsted", "https://spam.example"));
        assert_eq!(app.post(FORM, &fields).await.status, StatusCode::SEE_OTHER);
        assert_eq!(app.run_jobs().await, 0);
        // The registry's own example of a synthetic number.
        let number = send(&app, &[("hva", "Gjelder 17912099997")]).await;
        assert_eq!(number.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(number.has("Gjelder •••••••••••") && !number.has("17912099997"), "{}", number.body);
    }
}

#[tokio::test]
async fn a_report_reaches_the_operator() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let app = with_address(TestApp::new(engine).await);
        let sent = send(&app, &GOOD).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        assert_eq!(sent.header("location"), "/nb/meld-hinder/sendt");
        assert_eq!(app.run_jobs().await, 1);
        let letter = app.letters().remove(0);
        assert!(letter.contains("To: drift@example.org"), "{letter}");
        assert!(letter.contains("Reply-To: ase@kommune.example.org"), "{letter}");
        // Nobody has to say who they are.
        assert_eq!(send(&app, &GOOD[1..2]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(app.run_jobs().await, 1);
        assert!(app.letters().iter().any(|one| !one.contains("Reply-To:")));
        app.end().await;
    }
}

#[tokio::test]
async fn each_page_leads_to_the_form_and_tells_where_it_was() {
    let app = TestApp::new(Engine::Sqlite).await;
    for lang in ["nb", "nn", "se", "en"] {
        let page = app.get(&format!("/{lang}/prosjekter")).await;
        assert!(
            page.has(&format!("href=\"/{lang}/meld-hinder?side=prosjekter\"")),
            "{}",
            page.body
        );
        let form = app.get(&format!("/{lang}/meld-hinder?side=prosjekter")).await;
        assert_eq!(form.status, StatusCode::OK);
        assert!(form.has(&format!(">\n/{lang}/prosjekter</textarea>")), "{}", form.body);
    }
    app.end().await;
}
