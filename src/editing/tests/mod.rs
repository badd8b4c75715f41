//! Writing by the front door: by form and by script, with another at the same text, looked through by
//! another, published at once and at its hour.

mod addresses;
mod chapters;
mod discard;
mod faults;
mod held;
mod joining;
mod kinds;
mod languages;
mod lost;
mod numbers;
mod owners;
mod passages;
mod pictures;
mod plain;
mod published;
mod review;
mod rights;
mod seek;
mod thinned;
mod together;
mod unsaved;
mod uploads;
mod way;

use axum::http::StatusCode;
use uuid::Uuid;

use crate::centres::Network;
use crate::people::places;
use crate::rights::RoleKind;
use crate::testing::{Answer, Browser, TestApp};

const RITA: &str = "rita@senter.example.org";
const GEIR: &str = "geir@senter.example.org";
const OLA: &str = "ola@kommune.example.org";

/// Two centres: the text's own, and another.
async fn centres(app: &TestApp) -> [Uuid; 2] {
    let network = Network::load(&app.app.db).await.unwrap();
    ["usht-hedmark", "usht-oslo"].map(|slug| places::by_slug(&network, slug).unwrap())
}

/// Somebody who has logged in, with a role or none.
async fn person<'a>(
    app: &'a TestApp,
    address: &str,
    role: Option<(RoleKind, Option<Uuid>)>,
) -> Browser<'a> {
    let Some((kind, at)) = role else {
        let mut browser = Browser::new(app);
        browser.log_in(address).await;
        return browser;
    };
    Browser::with_role(app, address, kind, at).await
}

/// A new text; hands back where it is written.
async fn begin(browser: &mut Browser<'_>, kind: &str, title: &str, centre: Option<Uuid>) -> String {
    let centre = centre.map(|centre| centre.to_string()).unwrap_or_default();
    let fields = [("kind", kind), ("title", title), ("lang", "nb"), ("centre", &centre)];
    let begun = browser.post("/nb/skriv/ny", &fields).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
    begun.header("location").to_owned()
}

/// What the form of the page carries, as a browser sends it, with these fields beside.
async fn filled(
    browser: &mut Browser<'_>,
    page: &str,
    fields: &[(&str, &str)],
) -> Vec<(String, String)> {
    let shown = browser.get(page).await;
    assert_eq!(shown.status, StatusCode::OK, "{}", shown.body);
    let hidden = ["versjon", "hvem"].map(|name| (name.to_owned(), shown.field(name).to_owned()));
    let typed = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    hidden.into_iter().chain(typed).collect()
}

async fn send(browser: &mut Browser<'_>, path: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(path, &fields).await
}

/// Saves these fields on the page as it is now.
async fn write(browser: &mut Browser<'_>, page: &str, fields: &[(&str, &str)]) -> Answer {
    let fields = filled(browser, page, fields).await;
    send(browser, page, &fields).await
}

/// Presses a button of the way.
async fn press(browser: &mut Browser<'_>, page: &str, button: &str) -> Answer {
    let steps = format!("{page}/steg");
    let shown = browser.get(&steps).await;
    assert_eq!(shown.status, StatusCode::OK, "{}", shown.body);
    let number = shown.field("versjon").to_owned();
    browser.post(&steps, &[("versjon", &number), ("gjor", button)]).await
}

/// Archives or withdraws it, and says why.
async fn retire(browser: &mut Browser<'_>, page: &str, button: &str) -> Answer {
    let steps = format!("{page}/steg");
    let number = browser.get(&steps).await.field("versjon").to_owned();
    let fields = [("versjon", number.as_str()), ("gjor", button), ("grunn", "Erstattet av en ny.")];
    browser.post(&steps, &fields).await
}

async fn retired(browser: &mut Browser<'_>, page: &str, button: &str) {
    let answer = retire(browser, page, button).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{button}: {}", answer.body);
}

async fn pressed(browser: &mut Browser<'_>, page: &str, button: &str) {
    let answer = press(browser, page, button).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{button}: {}", answer.body);
}

/// One hands it in, the other says yes, and it is public.
async fn published(rita: &mut Browser<'_>, geir: &mut Browser<'_>, page: &str) {
    pressed(rita, page, "send-inn").await;
    pressed(geir, page, "godkjenn").await;
    pressed(rita, page, "publiser").await;
}

/// A piece of news of a centre, with another lead.
async fn lead_is(browser: &mut Browser<'_>, page: &str, at: Uuid, lead: &str) {
    let at = at.to_string();
    let fields = [("title", "Samling i mars"), ("lang", "nb"), ("centre", &at), ("lead", lead)];
    let saved = write(browser, page, &fields).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
}

/// A centre with somebody who writes there, and somebody who looks through it.
async fn two_at_a_centre(app: &TestApp) -> (Uuid, Browser<'_>, Browser<'_>) {
    let [here, _] = centres(app).await;
    let rita = person(app, RITA, Some((RoleKind::Editor, Some(here)))).await;
    let geir = person(app, GEIR, Some((RoleKind::Reviewer, Some(here)))).await;
    (here, rita, geir)
}
