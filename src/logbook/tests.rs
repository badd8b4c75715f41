//! Everybody reads their own log, administrators all of it; nobody else, and never by name in the table.

use axum::http::StatusCode;
use uuid::Uuid;

use crate::people::audit::Search;
use crate::people::{Address, What, persons, roles};
use crate::rights::{Role, RoleKind};
use crate::testing::{Browser, TestApp, both_engines};

const KARI: &str = "kari@kommune.example.org";
const ANNE: &str = "anne@nettverket.example.org";

async fn person(app: &TestApp, address: &str) -> Uuid {
    let address = Address::parse(address).unwrap();
    persons::by_address(&app.app.db, &address).await.unwrap().unwrap().id
}

/// Somebody who has logged in and looks after the installation.
async fn administrator(app: &TestApp) -> Browser<'_> {
    let mut browser = Browser::new(app);
    browser.log_in(ANNE).await;
    let role = Role { kind: RoleKind::Administrator, at: None };
    roles::give(&app.app.db, &app.app.clock, person(app, ANNE).await, role, None).await.unwrap();
    browser.set_up_app().await;
    browser
}

both_engines! {
    async fn everybody_reads_what_stands_there_of_them(app: TestApp) {
        let (mut kari, mut ola) = (Browser::new(&app), Browser::new(&app));
        kari.log_in(KARI).await;
        kari.post("/nb/min-side", &[("navn", "Kari Prøve")]).await;
        let log = kari.get("/nb/min-side/logg").await;
        assert_eq!(log.status, StatusCode::OK, "{}", log.body);
        for what in ["Konto opprettet", "Logget inn", "Navn endret", "Gjort av deg", "Fra nettet 192.0.2<"] {
            assert!(log.has(what), "{what}: {}", log.body);
        }
        ola.log_in("ola@kommune.example.org").await;
        assert!(!ola.get("/nb/min-side/logg").await.has("Navn endret"), "not another's");
        assert_eq!(ola.get("/nb/logg").await.status, StatusCode::FORBIDDEN);
        assert_eq!(ola.get("/nb/logg.csv").await.status, StatusCode::FORBIDDEN);
        assert_eq!(app.get("/nb/min-side/logg").await.status, StatusCode::FORBIDDEN);
    }

    async fn administrators_search_and_take_out(app: TestApp) {
        let mut kari = Browser::new(&app);
        kari.log_in(KARI).await;
        kari.post("/nb/min-side", &[("navn", "=Kari")]).await;
        let id = person(&app, KARI).await.to_string();
        let mut anne = administrator(&app).await;
        let all = anne.get("/nb/logg").await;
        assert!(all.status == StatusCode::OK && all.has("Navn endret") && all.has("=Kari"), "{}", all.body);
        // By the name too, as long as only one has it.
        for whom in [KARI, id.as_str(), "%3Dkari"] {
            let found = anne.get(&format!("/nb/logg?hva=name_changed&hvem={whom}&fra=22.11.2026&til=2026")).await;
            assert!(found.has("1 treff."), "{}", found.body);
        }
        // A change of a name is told with where it was asked for, and a part of a name will do.
        kari.post("/nb/min-side", &[("navn", "Kari Prøve")]).await;
        let found = anne.get("/nb/logg?hva=name_changed&hvem=kari").await;
        assert!(found.has("2 treff."), "{}", found.body);
        let rows = Search { what: Some(What::NameChanged), ..Search::default() };
        let rows = rows.some(&app.app.db, (0, 9)).await.unwrap();
        assert!(rows.iter().all(|row| row.network.is_some()), "{rows:?}");
        assert!(anne.get("/nb/logg?hva=name_changed&til=2025").await.has("0 treff."));
        for (query, fault) in [
            ("hvem=ingen@kommune.example.org", "Ingen har en konto med den adressen"),
            ("fra=tull", "value=\"tull\""),
            ("hvem=Ingen+Slik", "Ingen har en konto med den adressen eller det navnet"),
            ("fra=2.11.2026&til=1.11.2026", "Den siste dagen er før den første"),
            ("fra=2026~", "uten ~ eller ?"),
            ("hva=tull", "tull"),
            ("noe=annet", "noe"),
        ] {
            let refused = anne.get(&format!("/nb/logg?{query}")).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
            assert!(refused.has(fault), "{query}: {}", refused.body);
        }
        for said in ["Kode sendt: ja.", "Måte: Kode på e-post.", "Rolle: Administrator.", "Et forsøk på å logge inn"] {
            assert!(all.has(said), "{said}: {}", all.body);
        }
        for stored in ["login_attempt", "session ", "{&#34;", "&quot;"] {
            assert!(!all.body.split("<tbody>").nth(1).unwrap().contains(stored), "{stored}: {}", all.body);
        }
        let table = anne.get("/nb/logg.csv?hva=name_changed").await;
        assert!(table.header("content-type").starts_with("text/csv"));
        let lines: Vec<&str> = table.body.lines().collect();
        assert_eq!(lines.len(), 3, "{}", table.body);
        assert!(lines[0].starts_with("\u{feff}Id;Når;Av;Hva;") && lines[1].contains(&id));
        assert!(lines[1].contains(";Navn endret;") && lines[1].contains(";name_changed;"), "{}", lines[1]);
        assert!(!table.body.contains("Kari") && !table.body.contains(KARI), "ids, and no names");
        assert!(anne.get("/nb/logg?hva=log_read").await.has("Loggen lest"), "that she reads it stands there");
    }
}
