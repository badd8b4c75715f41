//! The organisation that somebody is said to act for is suggested, and gives nothing until somebody there has said yes.

use axum::http::StatusCode;
use sea_orm::EntityTrait;
use serde_json::{Value, json};

use super::{BOTH, KARI, come, person, site};
use crate::centres::Network;
use crate::config::Profile;
use crate::people::{acting, places, roles};
use crate::rights::{Role, RoleKind};
use crate::testing::{Browser, Engine, TestApp};

const SAID: &str = "Dobbeltgjengeren sier at du handler for Solbakken sykehjem";
const ASK: &str = "/nb/min-side/organisasjon";

/// As Ansattporten says it, with some that are none.
fn acts_for(claims: &mut Value) {
    claims["authorization_details"] = json!([{
        "type": "ansattporten:altinn:service", "resource": "urn:altinn:resource:2480:40",
        "reportees": [
            { "Authority": "iso6523-actorid-upis", "ID": "0192:123456785", "Name": "Solbakken sykehjem" },
            { "ID": "0192:123456785", "Name": "En gang til" },
            { "ID": "0192:123456786", "Name": "Feil nummer" },
            { "ID": "03851598730", "Name": "Seg selv" },
            { "ID": 7 }, "0192:123456785", null
        ]
    }]);
}

/// The id of an organisation that has the number.
async fn solbakken(app: &TestApp) -> uuid::Uuid {
    let line = json!({ "kind": "organisation", "slug": "solbakken", "statements": [
        { "what": "exists", "type": "nursing_home", "source": "Prøven" },
        { "what": "name", "name": "Solbakken sykehjem", "source": "Prøven" },
        { "what": "number", "orgnr": "123456785", "source": "Prøven" },
    ]});
    let imported = app.import_text(&line.to_string()).await;
    assert_eq!(imported.failures, []);
    places::by_slug(&Network::load(&app.app.db).await.unwrap(), "solbakken").unwrap()
}

#[tokio::test]
async fn an_organisation_that_is_vouched_for_is_suggested_and_never_given() {
    for engine in BOTH {
        let (app, provider) = site(engine, Profile::Ansattporten, |one| {
            one.authorization_details = Some("[{}]".to_owned());
        })
        .await;
        let there = solbakken(&app).await;
        let page = format!("/nb/tilgang/{there}");
        provider.bend(acts_for);
        let mut ola = Browser::new(&app);
        come(&mut ola, &provider, &[]).await;
        let mine = ola.get("/nb/min-side").await;
        assert!(mine.has(SAID) && mine.has("Du har ingen roller ennå"), "{}", mine.body);
        for other in ["En gang til", "Feil nummer", "Seg selv", "03851598730"] {
            assert!(!mine.has(other), "{other}");
        }
        assert_eq!(ola.get(&page).await.status, StatusCode::FORBIDDEN);
        let id = mine.field("organisasjon").to_owned();

        let mut kari = Browser::new(&app);
        kari.log_in(KARI).await;
        let stolen = kari.post(ASK, &[("organisasjon", &id)]).await;
        assert_eq!(stolen.status, StatusCode::CONFLICT, "said of somebody else");
        let role = Role { kind: RoleKind::CentreLeader, at: Some(there) };
        let leader = person(&app, KARI).await;
        roles::give(&app.app.db, &app.app.clock, leader, role, None).await.unwrap();
        kari.set_up_app().await;
        assert!(!kari.get(&page).await.has("Ber om å bli med"), "nobody has asked");

        for is_yes in [false, true] {
            assert_eq!(
                ola.post(ASK, &[("organisasjon", &id)]).await.status,
                if is_yes { StatusCode::CONFLICT } else { StatusCode::SEE_OTHER }
            );
            if is_yes {
                // After a no it is suggested again at the next log-in, under another id.
                come(&mut ola, &provider, &[]).await;
                let id = ola.get("/nb/min-side").await.field("organisasjon").to_owned();
                ola.post(ASK, &[("organisasjon", &id)]).await;
            }
            assert!(ola.get("/nb/min-side").await.has("Du har bedt om å bli med"));
            let asked = kari.get(&page).await;
            assert!(asked.has("Ber om å bli med") && asked.has("for Solbakken sykehjem"));
            let (button, row) =
                if is_yes { ("ja", asked.field("ja")) } else { ("nei", asked.field("nei")) };
            let answer = kari.post(&format!("{page}/sporsmal"), &[(button, row)]).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
            assert!(!kari.get(&page).await.has("Ber om å bli med"));
            let again = kari.post(&format!("{page}/sporsmal"), &[(button, row)]).await;
            assert_eq!(again.status, StatusCode::CONFLICT);
            let mine = ola.get("/nb/min-side").await;
            assert_eq!(mine.has("Medlem av et team"), is_yes, "{}", mine.body);
            assert!(!mine.has(SAID));
        }
        app.end().await;
    }
}

#[tokio::test]
async fn what_was_not_asked_for_is_not_looked_at() {
    let (app, provider) = site(Engine::Sqlite, Profile::Plain, |_| {}).await;
    provider.bend(acts_for);
    let mut ola = Browser::new(&app);
    come(&mut ola, &provider, &[]).await;
    assert!(!ola.get("/nb/min-side").await.has(SAID));
    assert_eq!(acting::Entity::find().all(&app.app.db).await.unwrap(), []);
    app.end().await;
}
