//! What belonged to an organisation that is over passes to the one that came of it, and nobody loses their own.

use axum::http::StatusCode;
use serde_json::{Value, json};
use time::{Date, Duration};
use uuid::Uuid;

use crate::centres::Network;
use crate::dates::oslo_day;
use crate::login::sweep_once;
use crate::people::{Address, persons, places, roles};
use crate::rights::{Role, RoleKind};
use crate::testing::{Browser, TestApp, both_engines};

const KARI: &str = "kari@kommune.example.org";
const PER: &str = "per@kommune.example.org";
const OLA: &str = "ola@kommune.example.org";
const RITA: &str = "rita@kommune.example.org";
const SIRI: &str = "siri@kommune.example.org";
const FAR: &str = "eli@annet.example.org";

/// The day from which the old are no more and the new one is.
const DAY: &str = "2027-01-01";

fn organisation(slug: &str, kind: &str, (from, to): (&str, &str), more: &[Value]) -> Value {
    let mut statements = vec![
        json!({ "what": "exists", "type": kind, "from": from, "to": to, "source": "Prøven" }),
        json!({ "what": "name", "name": format!("Det heter {slug}"), "source": "Prøven" }),
    ];
    statements.extend(more.iter().cloned());
    json!({ "kind": "organisation", "slug": slug, "statements": statements })
}

fn said(what: &str, field: &str, value: &str, from: &str) -> Value {
    json!({ "what": what, field: value, "from": from, "source": "Prøven" })
}

/// Two municipalities become one. A unit of the first is closed with it, and so is one of which only the code of its
/// municipality is known; one is closed that nobody knows the whole of.
async fn network(app: &TestApp) {
    let old = ("2024", DAY);
    let seat = |from: &str| said("seat", "municipality", "3403", from);
    let comes_of =
        json!({ "what": "predecessor", "organisation": "gammel-kommune", "source": "Prøven" });
    app.import(&[
        organisation("gammel-kommune", "municipality", old, &[seat("2024")]),
        organisation("ny-kommune", "municipality", (DAY, ""), &[seat(DAY), comes_of]),
        organisation("hjemmet", "nursing_home", old, &[said("part_of", "organisation", "gammel-kommune", "2024")]),
        organisation("tjenesten", "home_care", old, &[said("part_of", "municipality", "3403", "2024")]),
        organisation("laget", "user_organisation", old, &[]),
        organisation("annet", "nursing_home", ("2024", ""), &[]),
        json!({ "kind": "project", "external_id": "p1", "lang": "nb", "title": "Trygge netter", "published_at": "2020" }),
    ])
    .await;
}

async fn at(app: &TestApp, slug: &str) -> Uuid {
    let network = Network::load(&app.app.db).await.unwrap();
    places::by_slug(&network, slug).unwrap()
}

/// Gives somebody a role at one more place, until a day where one is named.
async fn give(app: &TestApp, address: &str, place: Uuid, until: Option<Date>) {
    let address = Address::parse(address).unwrap();
    let (db, clock) = (&app.app.db, &app.app.clock);
    let person = persons::by_address(db, &address).await.unwrap().unwrap();
    let role = Role { kind: RoleKind::Member, at: Some(place) };
    roles::give_until(db, clock, person.id, (role, until), None).await.unwrap();
}

async fn begin(browser: &mut Browser<'_>, title: &str, place: Uuid) -> String {
    let place = place.to_string();
    let fields = [("kind", "project"), ("title", title), ("lang", "nb"), ("centre", &place)];
    let begun = browser.post("/nb/skriv/ny", &fields).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
    begun.header("location").to_owned()
}

async fn begin_work(browser: &mut Browser<'_>, place: Uuid) -> String {
    let place = place.to_string();
    let fields = [
        ("hva", "Flere skal sove"),
        ("maling", "Sov hele natta"),
        ("slag", "count"),
        ("hver", "month"),
        ("retning", "higher"),
        ("hos", &place),
    ];
    let begun = browser.post("/nb/sett-i-gang", &fields).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
    begun.header("location").split('?').next().unwrap().to_owned()
}

both_engines! {
    async fn what_a_unit_and_a_municipality_leave_passes_to_what_came_of_them(app: TestApp) {
        network(&app).await;
        let [home, service, alone] = [at(&app, "hjemmet").await, at(&app, "tjenesten").await, at(&app, "laget").await];
        let (new, other) = (at(&app, "ny-kommune").await, at(&app, "annet").await);
        let mut kari = Browser::with_role(&app, KARI, RoleKind::Member, Some(home)).await;
        give(&app, KARI, alone, None).await;
        let mut per = Browser::with_role(&app, PER, RoleKind::Member, Some(service)).await;
        let mut rita = Browser::with_role(&app, RITA, RoleKind::TeamLead, Some(new)).await;
        let mut siri = Browser::with_role(&app, SIRI, RoleKind::CentreLeader, Some(new)).await;
        let mut far = Browser::with_role(&app, FAR, RoleKind::TeamLead, Some(other)).await;
        let mut ola = Browser::new(&app);
        ola.log_in(OLA).await;
        let of_home = begin(&mut kari, "Rolige netter", home).await;
        let of_club = begin(&mut kari, "Turlaget", alone).await;
        let of_service = begin(&mut per, "Etter Per", service).await;
        let work = begin_work(&mut per, service).await;
        let team = begin_work(&mut kari, home).await;
        let home_id = home.to_string();
        let asked = [("hos", home_id.as_str()), ("rolle", "editor"), ("grunn", "Jeg skal skrive.")];
        assert_eq!(ola.post("/nb/min-side/rolle", &asked).await.status, StatusCode::SEE_OTHER);
        let used = [("kommune", "3403"), ("enhet", "Solbakken"), ("status", "in_use"), ("dag", "mars 2026")];
        let used = ola.post("/nb/prosjekter/trygge-netter/ta-i-bruk", &used).await;
        assert_eq!(used.status, StatusCode::SEE_OTHER, "{}", used.body);
        // Before the day nothing of it is theirs who are where it will go.
        sweep_once(&app.app).await.unwrap();
        for page in [&of_home, &of_service, &work] {
            assert_ne!(rita.get(page).await.status, StatusCode::OK, "{page}");
        }
        assert!(!rita.get("/nb/bruk").await.has("Solbakken"));
        // Per leaves before the day comes.
        let today = oslo_day(app.app.clock.now());
        give(&app, PER, service, today.next_day()).await;
        app.app.clock.advance(Duration::days(60));
        sweep_once(&app.app).await.unwrap();
        sweep_once(&app.app).await.unwrap();
        for (browser, address) in [(&mut kari, KARI), (&mut rita, RITA), (&mut siri, SIRI), (&mut far, FAR)] {
            browser.log_in(address).await;
        }
        for page in [&of_home, &of_service, &work] {
            let opened = rita.get(page).await;
            assert_eq!(opened.status, StatusCode::OK, "{page}: {}", opened.body);
            assert_ne!(far.get(page).await.status, StatusCode::OK, "{page}");
        }
        let list = rita.get("/nb/skriv").await;
        assert!(list.has("Rolige netter") && list.has("Etter Per") && !list.has("Turlaget"), "{}", list.body);
        assert!(rita.get("/nb/bruk").await.has("Solbakken"), "who speaks for the new municipality says yes");
        let roles = siri.get(&format!("/nb/tilgang/{new}")).await;
        assert!(roles.has("Ber om en rolle") && roles.has("Jeg skal skrive."), "{}", roles.body);
        assert!(siri.get("/nb/min-side").await.has("foresporsler/"), "and is told of it");
        // Whose it was goes on with it, and so does whoever had a text where nothing came of the place.
        for page in [&of_home, &of_club] {
            assert_eq!(kari.get(page).await.status, StatusCode::OK, "{page}");
        }
        assert_ne!(rita.get(&of_club).await.status, StatusCode::OK);
        let list = kari.get("/nb/skriv").await;
        assert!(list.has("Rolige netter") && list.has("Turlaget"), "{}", list.body);
        assert_eq!(kari.get(&team).await.status, StatusCode::OK);
        assert_ne!(rita.get(&team).await.status, StatusCode::OK, "as long as there is a team");
        // Whoever leaves the old place leaves its team, though the work is the new one's.
        let today = oslo_day(app.app.clock.now());
        give(&app, KARI, home, Some(today)).await;
        sweep_once(&app.app).await.unwrap();
        assert_ne!(kari.get(&team).await.status, StatusCode::OK);
        assert_eq!(rita.get(&team).await.status, StatusCode::OK);
    }
}
