//! The first administrator comes in by the command line, and by their own mailbox.

use axum::http::StatusCode;
use clap::Parser;

use super::super::people::{has_address, invite};
use super::Arguments;
use crate::config::Settings;
use crate::i18n::{Lang, Text};
use crate::people::Address;
use crate::testing::{Browser, both_engines};

const ANNE: &str = "anne@nettverket.example.org";

both_engines! {
    async fn the_first_administrator_is_invited_logs_in_and_says_yes(app: TestApp) {
        let (db, clock, settings) = (&app.app.db, &app.app.clock, &app.app.settings);
        let to = Address::parse(ANNE).unwrap();
        // Twice is once.
        for _ in 0..2 {
            has_address(settings).unwrap();
            invite(db, clock, settings, Text::new(Lang::En), &to).await.unwrap();
        }
        // No letter is written whose link leads nowhere.
        let nowhere = Settings { public_url: None, ..Settings::clone(settings) };
        assert!(has_address(&nowhere).unwrap_err().contains("--public-url"));
        assert_eq!(app.run_jobs().await, 2);
        let letters = app.letters();
        assert!(letters.iter().all(|letter| letter.contains("https://padriver.example/en/logg-inn")));
        let mut anne = Browser::new(&app);
        anne.log_in(ANNE).await;
        assert_eq!(anne.get("/nb/tilgang").await.status, StatusCode::FORBIDDEN, "not before they say yes");
        let mine = anne.get("/nb/min-side").await;
        assert_eq!(mine.body.matches("name=\"invitasjon\"").count(), 1);
        let id = mine.field("invitasjon").to_owned();
        let yes = anne.post("/nb/min-side/invitasjon", &[("invitasjon", &id), ("svar", "ja")]).await;
        assert_eq!(yes.status, StatusCode::SEE_OTHER, "{}", yes.body);
        assert_eq!(anne.get("/nb/tilgang").await.status, StatusCode::FORBIDDEN, "nor by a mailbox alone");
        anne.set_up_app().await;
        assert_eq!(anne.get("/nb/tilgang").await.status, StatusCode::OK);
    }
}

#[test]
fn an_invitation_names_whom() {
    let parse = |more: &[&str]| {
        let words = ["padriver", "people", "invite"].iter().chain(more);
        Arguments::try_parse_from(words)
    };
    assert!(parse(&["--administrator", ANNE]).is_ok());
    assert!(parse(&[]).is_err());
}
