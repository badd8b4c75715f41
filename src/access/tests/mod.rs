//! Roles are given and taken by those who may, where they may, and nobody is left without an administrator.

mod changes;
mod matrix;
mod needs;
mod requests;
mod terms;
mod waited;

use axum::http::StatusCode;
use sea_orm::EntityTrait;
use time::Duration;
use uuid::Uuid;

use crate::centres::Network;
use crate::people::{Address, audit, persons, places, roles};
use crate::rights::RoleKind;
use crate::testing::{Browser, TestApp, both_engines};

const ANNE: &str = "anne@nettverket.example.org";
const SIRI: &str = "siri@senter.example.org";
const OLA: &str = "ola@kommune.example.org";

/// Two centres: one's own, and another.
async fn centres(app: &TestApp) -> [Uuid; 2] {
    let network = Network::load(&app.app.db).await.unwrap();
    ["usht-hedmark", "usht-oslo"].map(|slug| {
        let found = places::by_slug(&network, slug);
        found.unwrap_or_else(|| panic!("{slug} is no centre: choose another"))
    })
}

async fn person(app: &TestApp, address: &str) -> Uuid {
    let address = Address::parse(address).unwrap();
    persons::by_address(&app.app.db, &address).await.unwrap().unwrap().id
}

/// The value of the button of this name, or of the link that asks before it, at the row that says `who`.
fn button(page: &str, name: &str, who: &str) -> String {
    let marks = [format!("name=\"{name}\" value=\""), format!("?{name}=")];
    let of_row = |row: &'_ str| {
        let (_, rest) = marks.iter().find_map(|mark| row.split_once(mark.as_str()))?;
        rest.split('"').next().map(str::to_owned)
    };
    let found = page.split("<li>").filter(|row| row.contains(who)).find_map(of_row);
    found.unwrap_or_else(|| panic!("no {name} for {who}: {page}"))
}

async fn logged(app: &TestApp, what: &str) -> usize {
    let rows = audit::Entity::find().all(&app.app.db).await.unwrap();
    rows.into_iter().filter(|row| row.what == what).count()
}

both_engines! {
    async fn who_is_invited_gets_a_letter_and_answers_for_themselves(app: TestApp) {
        let [here, _] = centres(&app).await;
        let page = format!("/nb/tilgang/{here}");
        let mut leader = Browser::with_role(&app, SIRI, RoleKind::CentreLeader, Some(here)).await;
        let before = app.letters();
        let fields = [("epost", OLA), ("rolle", "editor")];
        let invited = leader.post(&format!("{page}/inviter"), &fields).await;
        assert_eq!((invited.status, invited.header("location")), (StatusCode::SEE_OTHER, format!("{page}?gjort=invitert").as_str()), "{}", invited.body);
        assert!(leader.get(&page).await.has(OLA));
        assert_eq!(app.run_jobs().await, 1);
        let letters = app.letters();
        let letter = letters.iter().find(|letter| !before.contains(letter)).unwrap();
        assert!(letter.contains(&format!("To: {OLA}")) && letter.contains("/nb/logg-inn"));
        let letter = letter.replace("=\r\n", "");
        for said in ["utviklingssentrene for sykehjem", "holder ved like det som publiseres der"] {
            assert!(letter.contains(said), "what this is, and what is asked of them: {letter}");
        }
        let mut ola = Browser::new(&app);
        ola.log_in(OLA).await;
        let mine = ola.get("/nb/min-side").await;
        assert!(mine.has("Du er invitert til rollen «Redaktør»"), "{}", mine.body);
        let id = mine.field("invitasjon").to_owned();
        // Nobody else answers it.
        let fields = [("invitasjon", id.as_str()), ("svar", "ja")];
        let other = leader.post("/nb/min-side/invitasjon", &fields).await;
        assert_eq!(other.status, StatusCode::CONFLICT);
        let yes = ola.post("/nb/min-side/invitasjon", &fields).await;
        assert_eq!(yes.status, StatusCode::SEE_OTHER, "{}", yes.body);
        let again = ola.post("/nb/min-side/invitasjon", &fields).await;
        assert!(again.status == StatusCode::CONFLICT && again.has("gjelder ikke lenger"));
        let mine = ola.get("/nb/min-side").await;
        assert!(mine.has("<dd>Redaktør, siden") && mine.has("<dt><a href=\"/nb/sentre/"), "{}", mine.body);
        assert!(leader.get(&page).await.has("Redaktør. Siden"));
        for what in ["invited", "invitation_accepted", "role_given"] {
            assert!(logged(&app, what).await > 0, "{what}");
        }
    }

    async fn an_invitation_can_be_declined_taken_back_and_runs_out(app: TestApp) {
        let [here, _] = centres(&app).await;
        let page = format!("/nb/tilgang/{here}");
        let mut leader = Browser::with_role(&app, SIRI, RoleKind::CentreLeader, Some(here)).await;
        let mut ola = Browser::new(&app);
        let fields = [("epost", OLA), ("rolle", "member")];
        ola.log_in(OLA).await;
        leader.post(&format!("{page}/inviter"), &fields).await;
        let id = ola.get("/nb/min-side").await.field("invitasjon").to_owned();
        ola.post("/nb/min-side/invitasjon", &[("invitasjon", &id), ("svar", "nei")]).await;
        assert!(!ola.get("/nb/min-side").await.has("invitasjon\" value"));
        leader.post(&format!("{page}/inviter"), &fields).await;
        let taken = button(&leader.get(&page).await.body, "trekk", OLA);
        let back = leader.post(&format!("{page}/roller"), &[("trekk", &taken)]).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.body);
        assert!(!ola.get("/nb/min-side").await.has("Du er invitert"));
        leader.post(&format!("{page}/inviter"), &fields).await;
        app.app.clock.advance(Duration::days(15));
        ola.log_in(OLA).await;
        let mine = ola.get("/nb/min-side").await;
        assert!(mine.has("Du har ingen roller ennå") && !mine.has("Du er invitert"));
    }

    async fn nobody_gives_more_than_they_may_or_elsewhere(app: TestApp) {
        let [here, there] = centres(&app).await;
        let mut leader = Browser::with_role(&app, SIRI, RoleKind::CentreLeader, Some(here)).await;
        for (path, role, status) in [
            (format!("/nb/tilgang/{here}/inviter"), "centre_leader", StatusCode::UNPROCESSABLE_ENTITY),
            (format!("/nb/tilgang/{here}/inviter"), "administrator", StatusCode::UNPROCESSABLE_ENTITY),
            (format!("/nb/tilgang/{there}/inviter"), "editor", StatusCode::FORBIDDEN),
            ("/nb/tilgang/inviter".to_owned(), "administrator", StatusCode::FORBIDDEN),
            ("/nb/tilgang/ingen/inviter".to_owned(), "editor", StatusCode::FORBIDDEN),
        ] {
            let answer = leader.post(&path, &[("epost", OLA), ("rolle", role)]).await;
            assert_eq!(answer.status, status, "{path} {role}");
        }
        assert_eq!(logged(&app, "invited").await, 0);
        // A role of another place is not there, whatever the address of the form says.
        let _colleague = Browser::with_role(&app, OLA, RoleKind::Editor, Some(there)).await;
        let held = roles::all(&app.app.db, crate::dates::oslo_day(app.app.clock.now())).await.unwrap();
        let others = held.iter().find(|row| row.place_id == Some(there)).unwrap().id.to_string();
        for name in ["ta", "bekreft", "trekk"] {
            let answer = leader.post(&format!("/nb/tilgang/{here}/roller"), &[(name, &others)]).await;
            assert_eq!(answer.status, StatusCode::CONFLICT, "{name}");
        }
        // Nor may they take what they may not give.
        let own = held.iter().find(|row| row.place_id == Some(here)).unwrap().id.to_string();
        let answer = leader.post(&format!("/nb/tilgang/{here}/roller"), &[("ta", &own)]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        assert_eq!(logged(&app, "role_taken").await, 0);
        let nowhere = format!("/nb/tilgang/{}", Uuid::from_u128(7));
        let mut anne = Browser::with_role(&app, ANNE, RoleKind::Administrator, None).await;
        assert_eq!(anne.get(&nowhere).await.status, StatusCode::NOT_FOUND);
    }

    async fn the_last_administrator_stays(app: TestApp) {
        let mut anne = Browser::with_role(&app, ANNE, RoleKind::Administrator, None).await;
        let page = anne.get("/nb/tilgang").await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        let role = button(&page.body, "ta", ANNE);
        let refused = anne.post("/nb/tilgang/roller", &[("ta", &role)]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert!(refused.has("siste administratoren"), "{}", refused.body);
        let account = person(&app, ANNE).await.to_string();
        let refused = anne.post("/nb/tilgang/konto", &[("steng", &account)]).await;
        assert!(refused.status == StatusCode::CONFLICT && refused.has("siste administratoren"));
        assert!(anne.is_known().await);
        // One whose account is closed does not count.
        let _siri = Browser::with_role(&app, SIRI, RoleKind::Administrator, None).await;
        let of_siri = person(&app, SIRI).await.to_string();
        let closed = anne.post("/nb/tilgang/konto", &[("steng", &of_siri)]).await;
        assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.body);
        assert_eq!(anne.post("/nb/tilgang/roller", &[("ta", &role)]).await.status, StatusCode::CONFLICT);
        anne.post("/nb/tilgang/konto", &[("apne", &of_siri)]).await;
        assert_eq!(anne.post("/nb/tilgang/roller", &[("ta", &role)]).await.status, StatusCode::SEE_OTHER);
        assert!(!anne.is_known().await, "who loses a role logs in anew");
    }

    async fn two_who_take_each_others_role_at_once_leave_one(app: TestApp) {
        let mut anne = Browser::with_role(&app, ANNE, RoleKind::Administrator, None).await;
        let mut siri = Browser::with_role(&app, SIRI, RoleKind::Administrator, None).await;
        let page = anne.get("/nb/tilgang").await.body;
        let (of_anne, of_siri) = (button(&page, "ta", ANNE), button(&page, "ta", SIRI));
        let (of_siri, of_anne) = ([("ta", of_siri.as_str())], [("ta", of_anne.as_str())]);
        let both = async {
            tokio::join!(
                anne.post("/nb/tilgang/roller", &of_siri),
                siri.post("/nb/tilgang/roller", &of_anne)
            )
        };
        let (one, other) = Box::pin(both).await;
        let done = [one.status, other.status].iter().filter(|status| **status == StatusCode::SEE_OTHER).count();
        assert!(done <= 1, "{} {}", one.status, other.status);
        let today = crate::dates::oslo_day(app.app.clock.now());
        assert!(!roles::at(&app.app.db, None, today).await.unwrap().is_empty());
    }

    async fn two_who_close_each_others_account_at_once_leave_one(app: TestApp) {
        let mut anne = Browser::with_role(&app, ANNE, RoleKind::Administrator, None).await;
        let mut siri = Browser::with_role(&app, SIRI, RoleKind::Administrator, None).await;
        let (of_anne, of_siri) = (person(&app, ANNE).await, person(&app, SIRI).await);
        let (hers, his) = (of_siri.to_string(), of_anne.to_string());
        let (closes_siri, closes_anne) = ([("steng", hers.as_str())], [("steng", his.as_str())]);
        let both = async {
            tokio::join!(
                anne.post("/nb/tilgang/konto", &closes_siri),
                siri.post("/nb/tilgang/konto", &closes_anne)
            )
        };
        let (one, other) = Box::pin(both).await;
        let done = [one.status, other.status].iter().filter(|status| **status == StatusCode::SEE_OTHER).count();
        assert!(done <= 1, "{} {}", one.status, other.status);
        let mut open = 0;
        for id in [of_anne, of_siri] {
            let found = persons::by_id(&app.app.db, id).await.unwrap().unwrap();
            open += usize::from(!found.is_disabled());
        }
        assert!(open >= 1, "nobody is left who may give access");
    }

    async fn who_loses_a_role_or_the_account_is_logged_out_everywhere(app: TestApp) {
        let [here, _] = centres(&app).await;
        let mut anne = Browser::with_role(&app, ANNE, RoleKind::Administrator, None).await;
        let mut siri = Browser::with_role(&app, SIRI, RoleKind::CentreLeader, Some(here)).await;
        let mut phone = Browser::at(&app, "198.51.100.7");
        phone.authenticator.clone_from(&siri.authenticator);
        phone.log_in(SIRI).await;
        assert!(siri.is_known().await && phone.is_known().await);
        let page = format!("/nb/tilgang/{here}");
        siri.post(&format!("{page}/inviter"), &[("epost", OLA), ("rolle", "editor")]).await;
        let role = button(&anne.get(&page).await.body, "ta", SIRI);
        let taken = anne.post(&format!("{page}/roller"), &[("ta", &role)]).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
        assert!(!siri.is_known().await && !phone.is_known().await);
        let mut ola = Browser::new(&app);
        ola.log_in(OLA).await;
        assert!(!ola.get("/nb/min-side").await.has("Du er invitert"), "nor what they had invited to");
        siri.log_in(SIRI).await;
        assert_eq!(siri.get(&page).await.status, StatusCode::FORBIDDEN);
        let account = person(&app, SIRI).await.to_string();
        anne.post("/nb/tilgang/konto", &[("steng", &account)]).await;
        assert!(!siri.is_known().await);
        // The letter comes all the same; only who has it hears that the account is closed.
        let code = siri.ask_for_code(SIRI).await.unwrap();
        let closed = siri.type_code(&code).await;
        assert!(closed.status == StatusCode::UNPROCESSABLE_ENTITY && closed.has("Kontoen din er stengt"));
        anne.post("/nb/tilgang/konto", &[("apne", &account)]).await;
        siri.log_in(SIRI).await;
    }

    async fn a_role_is_confirmed_each_year(app: TestApp) {
        let [here, _] = centres(&app).await;
        let page = format!("/nb/tilgang/{here}");
        let mut leader = Browser::with_role(&app, SIRI, RoleKind::CentreLeader, Some(here)).await;
        let _editor = Browser::with_role(&app, OLA, RoleKind::Editor, Some(here)).await;
        assert!(!leader.get(&page).await.has("Bør bekreftes"));
        app.app.clock.advance(Duration::days(366));
        leader.log_in(SIRI).await;
        let due = leader.get(&page).await;
        assert_eq!(due.body.matches("Bør bekreftes").count(), 2);
        let role = button(&due.body, "bekreft", OLA);
        leader.post(&format!("{page}/roller"), &[("bekreft", &role)]).await;
        assert_eq!(leader.get(&page).await.body.matches("Bør bekreftes").count(), 1);
    }
}
