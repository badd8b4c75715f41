//! Role by route by place, made of the routes that there are: whoever adds one that asks for a right adds it here.

use std::collections::BTreeSet;
use std::fmt::Write;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use uuid::Uuid;

use super::centres;
use crate::access::acts::{self, ACTS};
use crate::rights::{Right, RoleKind};
use crate::room::Route;
use crate::site::Site;
use crate::testing::who::{HEADER, by_header};
use crate::testing::{Answer, Engine, TestApp};

const KARI: &str = "01890000-0000-7000-8000-000000000001";

/// Who is let in, on every route that is not for anybody. A role that is held somewhere is tried at the
/// place that the address names and at another; «known» has no role.
const EXPECTED: &str = "\
GET /{lang}/sok/uten-treff: coordinator, administrator
GET /{lang}/min-side: everybody known
POST /{lang}/min-side: everybody known
POST /{lang}/min-side/invitasjon: everybody known
POST /{lang}/min-side/organisasjon: everybody known
GET /{lang}/min-side/okter: everybody known
POST /{lang}/min-side/okter: everybody known
GET /{lang}/min-side/trinn-to: everybody known
POST /{lang}/min-side/trinn-to: everybody known
GET /{lang}/min-side/trinn-to/app: everybody known
POST /{lang}/min-side/trinn-to/app: everybody known
POST /{lang}/min-side/trinn-to/nokkel: everybody known
POST /{lang}/min-side/trinn-to/nokkel/svar: everybody known
GET /{lang}/tilgang: coordinator, administrator
POST /{lang}/tilgang/inviter: administrator
GET /{lang}/tilgang/roller: administrator
POST /{lang}/tilgang/roller: administrator
GET /{lang}/tilgang/konto: administrator
POST /{lang}/tilgang/konto: administrator
GET /{lang}/rettigheter: administrator
GET /{lang}/tilgang/{at}: centre_leader here, coordinator, administrator
POST /{lang}/tilgang/{at}/inviter: centre_leader here, coordinator, administrator
GET /{lang}/tilgang/{at}/roller: centre_leader here, coordinator, administrator
POST /{lang}/tilgang/{at}/roller: centre_leader here, coordinator, administrator
POST /{lang}/tilgang/{at}/sporsmal: centre_leader here, coordinator, administrator
GET /{lang}/tilgang/{at}/foresporsler/{id}: centre_leader here, coordinator, administrator
POST /{lang}/tilgang/{at}/foresporsler/{id}: centre_leader here, coordinator, administrator
GET /{lang}/min-side/rolle: everybody known
POST /{lang}/min-side/rolle: everybody known
POST /{lang}/min-side/rolle/trekk: everybody known
GET /{lang}/min-side/logg: everybody known
GET /{lang}/logg: administrator
GET /{lang}/logg.csv: administrator
GET /{lang}/skriv: everybody known
GET /{lang}/skriv/ny: everybody known
POST /{lang}/skriv/ny: everybody known
POST /{lang}/skriv/behold: everybody known
GET /{lang}/skriv/finn.json: everybody known
GET /{lang}/skriv/ventet/{id}: everybody known
POST /{lang}/skriv/ventet/{id}: everybody known
GET /{lang}/skriv/{id}: everybody known
POST /{lang}/skriv/{id}: everybody known
GET /{lang}/skriv/{id}/forskjeller: everybody known
POST /{lang}/skriv/{id}/forskjeller: everybody known
GET /{lang}/skriv/{id}/forhandsvis: everybody known
POST /{lang}/skriv/{id}/lagre.json: everybody known
POST /{lang}/skriv/{id}/her.json: everybody known
GET /{lang}/skriv/{id}/steg: everybody known
POST /{lang}/skriv/{id}/steg: everybody known
GET /{lang}/skriv/{id}/kast: everybody known
GET /{lang}/skriv/{id}/merknader: everybody known
POST /{lang}/skriv/{id}/merknader: everybody known
GET /{lang}/skriv/{id}/versjoner: everybody known
POST /{lang}/skriv/{id}/versjoner: everybody known
GET /{lang}/skriv/{id}/sprak: everybody known
POST /{lang}/skriv/{id}/sprak: everybody known
GET /{lang}/skriv/{id}/filer: everybody known
POST /{lang}/skriv/{id}/filer: everybody known
GET /{lang}/skriv/{id}/filer/{upload}: everybody known
POST /{lang}/skriv/{id}/filer/{upload}: everybody known
GET /{lang}/skriv/{id}/filer/{upload}/samtykke: everybody known
POST /{lang}/skriv/{id}/filer/{upload}/samtykke: everybody known
GET /{lang}/skriv/{id}/fil/{file}/{name}: everybody known
GET /{lang}/min-side/personvern: everybody known
POST /{lang}/min-side/personvern: everybody known
GET /{lang}/min-side/personvern.json: everybody known
GET /{lang}/min-side/personvern.html: everybody known
GET /{lang}/min-side/personvern/adresse: everybody known
POST /{lang}/min-side/personvern/adresse: everybody known
GET /{lang}/min-side/personvern/kode: everybody known
POST /{lang}/min-side/personvern/kode: everybody known
GET /{lang}/min-side/slett: everybody known
POST /{lang}/min-side/slett: everybody known
GET /{lang}/tilgang/{at}/arkiv: centre_leader here, coordinator, administrator
GET /{lang}/tilgang/{at}/arkiv.zip: centre_leader here, coordinator, administrator
GET /{lang}/meldte-hindre: administrator
POST /{lang}/meldte-hindre: administrator
GET /{lang}/register: centre_leader here, centre_leader elsewhere, coordinator, administrator
GET /{lang}/register/venter: centre_leader here, centre_leader elsewhere, coordinator, administrator
POST /{lang}/register/venter: centre_leader here, centre_leader elsewhere, coordinator, administrator
GET /{lang}/register/sentre/{at}: centre_leader here, coordinator, administrator
GET /{lang}/register/sentre/{at}/utsagn: centre_leader here, coordinator, administrator
POST /{lang}/register/sentre/{at}/utsagn: centre_leader here, coordinator, administrator
GET /{lang}/register/organisasjoner/{id}: coordinator, administrator
GET /{lang}/register/organisasjoner/{id}/utsagn: coordinator, administrator
POST /{lang}/register/organisasjoner/{id}/utsagn: coordinator, administrator
GET /{lang}/register/nytt-senter: coordinator, administrator
POST /{lang}/register/nytt-senter: coordinator, administrator
GET /{lang}/register/ny-organisasjon: coordinator, administrator
POST /{lang}/register/ny-organisasjon: coordinator, administrator
GET /{lang}/register/tema: coordinator, administrator
GET /{lang}/register/nytt-tema: coordinator, administrator
POST /{lang}/register/nytt-tema: coordinator, administrator
GET /{lang}/register/tema/{slug}: coordinator, administrator
POST /{lang}/register/tema/{slug}: coordinator, administrator
POST /{lang}/register/tema/{slug}/bort: coordinator, administrator
GET /{lang}/register/synonymer: coordinator, administrator
POST /{lang}/register/synonymer: coordinator, administrator
GET /{lang}/register/forsiden: coordinator, administrator
POST /{lang}/register/forsiden: coordinator, administrator
GET /{lang}/register/tekster: coordinator, administrator
POST /{lang}/register/tekster: coordinator, administrator
GET /{lang}/malform: coordinator, administrator
GET /{lang}/malform.csv: coordinator, administrator
GET /{lang}/min-side/varsler: everybody known
POST /{lang}/min-side/varsler: everybody known
GET /{lang}/brev-som-ikke-kom-fram: administrator
POST /{lang}/brev-som-ikke-kom-fram: administrator
GET /{lang}/sett-i-gang: everybody known
POST /{lang}/sett-i-gang: everybody known
GET /{lang}/arbeid: everybody known
GET /{lang}/arbeid/{id}: everybody known
GET /{lang}/arbeid/{id}/mal: everybody known
POST /{lang}/arbeid/{id}/mal: everybody known
GET /{lang}/arbeid/{id}/tall/{measure}: everybody known
POST /{lang}/arbeid/{id}/tall/{measure}: everybody known
GET /{lang}/arbeid/{id}/merke: everybody known
POST /{lang}/arbeid/{id}/merke: everybody known
GET /{lang}/arbeid/{id}/drivere: everybody known
POST /{lang}/arbeid/{id}/drivere: everybody known
GET /{lang}/arbeid/{id}/drivere/ny: everybody known
POST /{lang}/arbeid/{id}/drivere/ny: everybody known
GET /{lang}/arbeid/{id}/drivere/{driver}: everybody known
POST /{lang}/arbeid/{id}/drivere/{driver}: everybody known
GET /{lang}/arbeid/{id}/faser: everybody known
GET /{lang}/arbeid/{id}/faser/{step}: everybody known
POST /{lang}/arbeid/{id}/faser/{step}: everybody known
GET /{lang}/arbeid/{id}/metode: everybody known
POST /{lang}/arbeid/{id}/metode: everybody known
GET /{lang}/arbeid/{id}/metode/ord: everybody known
POST /{lang}/arbeid/{id}/metode/ord: everybody known
GET /{lang}/arbeid/{id}/utprovinger: everybody known
GET /{lang}/arbeid/{id}/utprovinger/ny: everybody known
POST /{lang}/arbeid/{id}/utprovinger/ny: everybody known
GET /{lang}/arbeid/{id}/utprovinger/{nth}: everybody known
POST /{lang}/arbeid/{id}/utprovinger/{nth}: everybody known
GET /{lang}/arbeid/{id}/utprovinger/{nth}/plan: everybody known
POST /{lang}/arbeid/{id}/utprovinger/{nth}/plan: everybody known
GET /{lang}/arbeid/{id}/status: everybody known
POST /{lang}/arbeid/{id}/status: everybody known
GET /{lang}/arbeid/{id}/endringer: everybody known
GET /{lang}/arbeid/{id}/logg: everybody known
POST /{lang}/arbeid/{id}/logg: everybody known
GET /{lang}/arbeid/{id}/logg/{entry}: everybody known
POST /{lang}/arbeid/{id}/logg/{entry}: everybody known
GET /{lang}/arbeid/{id}/oppgaver: everybody known
POST /{lang}/arbeid/{id}/oppgaver: everybody known
GET /{lang}/arbeid/{id}/oppgaver/{entry}: everybody known
POST /{lang}/arbeid/{id}/oppgaver/{entry}: everybody known
GET /{lang}/arbeid/{id}/medvirkning: everybody known
POST /{lang}/arbeid/{id}/medvirkning: everybody known
GET /{lang}/arbeid/{id}/medvirkning/{entry}: everybody known
POST /{lang}/arbeid/{id}/medvirkning/{entry}: everybody known
GET /{lang}/arbeid/{id}/team: everybody known
POST /{lang}/arbeid/{id}/team: everybody known
POST /{lang}/arbeid/{id}/team/inviter: everybody known
GET /{lang}/arbeid/{id}/deling: everybody known
POST /{lang}/arbeid/{id}/deling: everybody known
POST /{lang}/arbeid/{id}/deling/tavle: everybody known
GET /{lang}/arbeid/{id}/forankring: everybody known
POST /{lang}/arbeid/{id}/forankring: everybody known
GET /{lang}/arbeid/{id}/tavle: everybody known
GET /{lang}/arbeid/{id}/malinger: everybody known
GET /{lang}/arbeid/{id}/malinger/ny: everybody known
POST /{lang}/arbeid/{id}/malinger/ny: everybody known
GET /{lang}/arbeid/{id}/malinger/{measure}: everybody known
GET /{lang}/arbeid/{id}/malinger/{measure}/endre: everybody known
POST /{lang}/arbeid/{id}/malinger/{measure}/endre: everybody known
GET /{lang}/arbeid/{id}/malinger/{measure}/diagram: everybody known
POST /{lang}/arbeid/{id}/malinger/{measure}/diagram: everybody known
GET /{lang}/arbeid/{id}/malinger/{measure}/inndeling: everybody known
POST /{lang}/arbeid/{id}/malinger/{measure}/inndeling: everybody known
GET /{lang}/arbeid/{id}/malinger/{measure}/mal: everybody known
POST /{lang}/arbeid/{id}/malinger/{measure}/mal: everybody known
GET /{lang}/arbeid/{id}/malinger/{measure}/merke: everybody known
POST /{lang}/arbeid/{id}/malinger/{measure}/merke: everybody known
POST /{lang}/arbeid/{id}/malinger/{measure}/telles: everybody known
POST /{lang}/arbeid/{id}/malinger/{measure}/bort: everybody known
GET /{lang}/arbeid/{id}/malinger/{measure}/tall.csv: everybody known
GET /{lang}/arbeid/{id}/malinger/{measure}/tall.xlsx: everybody known
GET /{lang}/arbeid/{id}/malinger/{measure}/diagram.svg: everybody known
GET /{lang}/arbeid/{id}/malinger/{measure}/diagram.png: everybody known
GET /{lang}/arbeid/uten-nett.js: everybody known
GET /{lang}/arbeid/{id}/tall: everybody known
POST /{lang}/arbeid/{id}/tall: everybody known
POST /{lang}/arbeid/{id}/tall.json: everybody known
GET /{lang}/arbeid/{id}/lim-inn/{measure}: everybody known
POST /{lang}/arbeid/{id}/lim-inn/{measure}: everybody known
POST /{lang}/arbeid/{id}/lim-inn/{measure}/angre: everybody known
GET /{lang}/arbeid/{id}/del: everybody known
POST /{lang}/arbeid/{id}/del: everybody known
GET /{lang}/skriv/{id}/modell: everybody known
POST /{lang}/skriv/{id}/modell: everybody known
GET /{lang}/prosjekter/{slug}/ta-i-bruk: everybody known
POST /{lang}/prosjekter/{slug}/ta-i-bruk: everybody known
GET /{lang}/verktoy/{slug}/ta-i-bruk: everybody known
POST /{lang}/verktoy/{slug}/ta-i-bruk: everybody known
GET /{lang}/opplaeringspakker/{slug}/ta-i-bruk: everybody known
POST /{lang}/opplaeringspakker/{slug}/ta-i-bruk: everybody known
GET /{lang}/bruk: everybody known
POST /{lang}/bruk/svar: everybody known
GET /{lang}/bruk/{id}: everybody known
POST /{lang}/bruk/{id}: everybody known
GET /{lang}/arbeid/{id}/vis-tall: everybody known
POST /{lang}/arbeid/{id}/vis-tall: everybody known
GET /{lang}/stryk: administrator
POST /{lang}/stryk: administrator
POST /{lang}/stryk/tekst: administrator
POST /{lang}/stryk/fil: administrator
POST /{lang}/stryk/annet: administrator
";

/// Each who asks, by what they are called above and what the double is told.
fn askers([here, there]: [Uuid; 2]) -> Vec<(String, Option<String>)> {
    let mut askers = vec![("nobody".to_owned(), None), ("known".to_owned(), Some(KARI.to_owned()))];
    for kind in RoleKind::ALL {
        let name = kind.name();
        if kind.is_everywhere() {
            askers.push((name.to_owned(), Some(format!("{KARI} {name}"))));
        } else {
            askers.push((format!("{name} here"), Some(format!("{KARI} {name}@{here}"))));
            askers.push((format!("{name} elsewhere"), Some(format!("{KARI} {name}@{there}"))));
        }
    }
    askers
}

/// An address of the route, with this place wherever one is named.
fn address(pattern: &str, here: Uuid) -> String {
    let part = |part: &str| match part {
        "{lang}" => "nb".to_owned(),
        "{at}" => here.to_string(),
        part if part.starts_with('{') => "x".to_owned(),
        part => part.to_owned(),
    };
    pattern.split('/').map(part).collect::<Vec<_>>().join("/")
}

async fn status(app: &TestApp, route: &Route, path: &str, who: Option<&str>) -> StatusCode {
    sent(app, route, path, who, "").await.status
}

async fn sent(
    app: &TestApp,
    route: &Route,
    path: &str,
    who: Option<&str>,
    body: &'static str,
) -> Answer {
    let mut request = Request::builder().method(route.method.clone()).uri(path);
    if route.method == Method::POST {
        request = request
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded");
    }
    if let Some(who) = who {
        request = request.header(HEADER, who);
    }
    let answer = app.ask(request.body(Body::from(body)).unwrap()).await;
    assert!(
        !answer.status.is_server_error(),
        "{} {path} as {who:?}: {}",
        route.method,
        answer.body
    );
    answer
}

#[tokio::test]
async fn each_route_lets_in_just_those_that_it_should() {
    let app = TestApp::new(Engine::Sqlite).await.changed(|app| app.identify = by_header);
    app.index().await;
    let places = centres(&app).await;
    let mut found = String::new();
    for route in Site::default().routes().iter().filter(|route| route.right != Right::Anybody) {
        let path = address(&route.pattern, places[0]);
        let (mut let_in, mut known) = (Vec::new(), 0);
        for (name, who) in askers(places) {
            known += usize::from(who.is_some());
            if status(&app, route, &path, who.as_deref()).await != StatusCode::FORBIDDEN {
                let_in.push(name);
            }
        }
        let is_all = let_in.len() == known && let_in.iter().all(|name| name != "nobody");
        let let_in = if is_all { "everybody known".to_owned() } else { let_in.join(", ") };
        writeln!(found, "{} {}: {let_in}", route.method, route.pattern).unwrap();
    }
    assert_eq!(found, EXPECTED, "who may do what has changed:\n{found}");
    app.end().await;
}

/// On a computer that several share a tab stands open from before, with the form of whoever was logged in then.
#[tokio::test]
async fn no_form_that_another_opened_is_taken_as_ones_own() {
    const OF_KARI: &str = "bevis=01890000-0000-7000-8000-000000000001.x";
    const OF_OLA: &str = "bevis=01890000-0000-7000-8000-000000000002.x";
    let app = TestApp::new(Engine::Sqlite).await.changed(|app| app.identify = by_header);
    app.index().await;
    let places = centres(&app).await;
    let is_form = |route: &&Route| {
        let is_by_script = route.pattern.ends_with(".json");
        route.method == Method::POST && route.right != Right::Anybody && !is_by_script
    };
    for route in Site::default().routes().iter().filter(is_form) {
        let path = address(&route.pattern, places[0]);
        let mut is_tried = false;
        for (name, who) in askers(places) {
            let who = who.as_deref();
            if who.is_none() || status(&app, route, &path, who).await == StatusCode::FORBIDDEN {
                continue;
            }
            let refused = sent(&app, route, &path, who, OF_OLA).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{path} as {name}");
            assert!(refused.has("mens en annen var logget inn"), "{path}: {}", refused.body);
            let own = sent(&app, route, &path, who, OF_KARI).await;
            assert!(!own.has("mens en annen var logget inn"), "{path} as {name}");
            is_tried = true;
        }
        assert!(is_tried, "{path} lets in nobody");
    }
    app.end().await;
}

#[tokio::test]
async fn what_is_for_anybody_lets_in_nobody_and_somebody() {
    let app = TestApp::new(Engine::Sqlite).await.changed(|app| app.identify = by_header);
    app.index().await;
    let mut count = 0;
    for route in Site::default().routes().iter().filter(|route| route.right == Right::Anybody) {
        let path = address(&route.pattern, Uuid::nil());
        for who in [None, Some(KARI)] {
            let status = status(&app, route, &path, who).await;
            assert_ne!(status, StatusCode::FORBIDDEN, "{} {path} as {who:?}", route.method);
        }
        count += 1;
    }
    assert!(count > 50, "{count}");
    app.end().await;
}

#[test]
fn every_guarded_route_has_words_and_each_act_asks_for_one_right() {
    let routes = Site::default().routes();
    let guarded: Vec<&Route> =
        routes.iter().filter(|route| route.right != Right::Anybody).collect();
    let lacking: Vec<&str> = guarded
        .iter()
        .map(|route| &*route.pattern)
        .filter(|pattern| acts::of(pattern).is_none())
        .collect();
    assert_eq!(lacking, Vec::<&str>::new(), "they lack words in src/access/acts.rs");
    let mut named = BTreeSet::new();
    for act in ACTS {
        let mut rights = Vec::new();
        for pattern in act.patterns {
            assert!(named.insert(*pattern), "{pattern} stands in two acts");
            let found: Vec<Right> = guarded
                .iter()
                .filter(|route| &*route.pattern == *pattern)
                .map(|route| route.right)
                .collect();
            assert!(!found.is_empty(), "{pattern} is no route that asks for a right");
            rights.extend(found);
        }
        let keys: Vec<&str> = act.said.iter().map(|said| said.key).collect();
        assert!(!keys.is_empty(), "{:?} has no words", act.patterns);
        assert!(rights.windows(2).all(|two| two[0] == two[1]), "{keys:?}: {rights:?}");
    }
}

#[tokio::test]
async fn the_page_tells_it_in_words_for_own_and_others() {
    let app = TestApp::new(Engine::Sqlite).await.changed(|app| app.identify = by_header);
    let who = format!("{KARI} administrator");
    let request = Request::builder().uri("/nb/rettigheter").header(HEADER, who);
    let page = app.ask(request.body(Body::empty()).unwrap()).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    assert!(page.has("Endre det som står om et senter"));
    assert!(page.has("<span class=\"who\">Senterleder: </span>Bare egen"), "{}", page.body);
    assert!(page.has("<span class=\"who\">Ikke innlogget: </span>Nei"));
    assert!(page.has("Koordinatorer og administratorer kan ikke åpne det"));
    assert!(!page.has("Adresser som mangler ord"));
    app.end().await;
}
