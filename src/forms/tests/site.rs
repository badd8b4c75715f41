//! A form in by the front door, as a browser without script sends it.

use askama::Template;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;

use super::bodies::{BOUNDARY, multipart};
use super::{browser, every_kind, known};
use crate::app::App;
use crate::config::RateLimits;
use crate::error::Reply;
use crate::forms::{Filled, View};
use crate::i18n::Text;
use crate::kinds::Kinds;
use crate::rights::Right;
use crate::room::{Room, Route};
use crate::site::Site;
use crate::testing::{Answer, Engine, TestApp};
use crate::web::{Frame, Visit};

static ROOM: Room = Room { name: "questions", routes, ..Room::EMPTY };
const PATH: &str = "/nb/sporsmal";

fn routes(_: &Kinds) -> Vec<Route> {
    let path = "/{lang}/sporsmal";
    vec![Route::get(path, Right::Anybody, show), Route::post(path, Right::Anybody, send)]
}

#[derive(Template)]
#[template(
    source = "{% extends \"web/layout.html\" %}{% block main %}{{ form.summary }}<form class=\"form\" method=\"post\" enctype=\"multipart/form-data\" novalidate>{{ form }}<button class=\"ds-button\" id=\"send\">OK</button></form>{% endblock %}",
    ext = "html"
)]
struct Page {
    t: Text,
    frame: Frame,
    form: View,
}

fn page(app: &App, visit: &Visit, filled: &Filled) -> Reply {
    let mut frame = Frame::new(app, visit, "Spørsmål").form();
    frame.refused = filled.is_refused();
    let form = View::new(visit.t, &every_kind(), filled, &known());
    crate::web::page(filled.status(), &Page { t: visit.t, frame, form })
}

async fn show(State(app): State<App>, visit: Visit) -> Reply {
    page(&app, &visit, &Filled::empty())
}

async fn send(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let filled = Filled::receive(request, &every_kind(), &known()).await;
    if !filled.is_good() {
        return page(&app, &visit, &filled);
    }
    let files: usize = filled.typed.uploads.iter().map(|upload| upload.bytes.len()).sum();
    Ok((StatusCode::CREATED, format!("{} {files}", filled.value)).into_response())
}

async fn app() -> TestApp {
    TestApp::of(Site::default().with(&ROOM), Engine::Sqlite, RateLimits::default()).await
}

async fn post(app: &TestApp, kind: &str, body: impl Into<Body>) -> Answer {
    let request = Request::post(PATH)
        .header(header::CONTENT_TYPE, kind)
        .header("sec-fetch-site", "same-origin")
        .body(body.into())
        .unwrap();
    app.ask(request).await
}

async fn plain(app: &TestApp, pairs: &[(String, String)]) -> Answer {
    post(app, "application/x-www-form-urlencoded", browser::body(pairs)).await
}

async fn parts(app: &TestApp, body: impl Into<Body>) -> Answer {
    post(app, &format!("multipart/form-data; boundary={BOUNDARY}"), body).await
}

/// The form of the page with something else in one of its inputs.
fn typed(page: &Answer, name: &str, value: &str) -> Vec<(String, String)> {
    let mut pairs = form(page);
    pairs.retain(|(one, _)| one != name);
    pairs.push((name.to_owned(), value.to_owned()));
    pairs
}

fn form(page: &Answer) -> Vec<(String, String)> {
    let (_, form) = page.body.split_once("<form class=\"form\"").expect("a form");
    browser::filled_in(form)
}

/// Pressed as it stands on the page.
async fn press(app: &TestApp, pairs: &[(String, String)], button: &str, value: &str) -> Answer {
    let mut pairs = pairs.to_vec();
    pairs.push((button.to_owned(), value.to_owned()));
    plain(app, &pairs).await
}

#[tokio::test]
async fn rows_come_and_go_without_script_and_are_stored() {
    let app = app().await;
    let first = app.get(PATH).await;
    // Nothing is asked of a form that only gets a row more, and nothing of it is lost.
    let long = "Lang tekst. ".repeat(8_000);
    let page = press(&app, &typed(&first, "mark", &long), "ny-rad", "rows").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.has("ds-error-summary") && !page.has("<title>Feil:") && page.has(&long));
    let page = press(&app, &typed(&page, "rows.1.name", "to"), "ny-rad", "rows").await;
    let page = press(&app, &typed(&page, "rows.2.name", "tre"), "ny-rad", "rows.2.inner").await;
    let page =
        press(&app, &typed(&page, "rows.2.inner.0.word", "ord"), "fjern-rad", "rows.0").await;
    assert!(page.has("name=\"rows.0.name\" type=\"text\" value=\"to\""));
    let full = press(&app, &form(&page), "ny-rad", "rows").await;
    assert_eq!(full.status, StatusCode::OK);
    let full = press(&app, &form(&full), "ny-rad", "rows").await;
    assert_eq!(full.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(full.has("href=\"#rows\"") && full.has("value=\"tre\"") && full.has(&long));
    let refused = plain(&app, &form(&page)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.has("href=\"#line\"") && refused.has("<title>Feil:"));
    let stored = plain(&app, &typed(&refused, "line", "Hei")).await;
    assert_eq!(stored.status, StatusCode::CREATED);
    assert!(
        stored.has(r#""rows":[{"name":"to"},{"inner":[{"word":"ord"}],"name":"tre"}]"#),
        "{}",
        stored.body
    );
    assert!(stored.has(long.trim_end()));
    app.end().await;
}

#[tokio::test]
async fn whatever_comes_the_page_comes_back_with_what_could_be_kept() {
    let app = app().await;
    let whole =
        multipart(&[("line", None, "Åse"), ("text", None, "Hei du"), ("ukjent", None, "verdi")]);
    let unknown = parts(&app, whole.clone()).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unknown.has("«ukjent»") && unknown.has("verdi") && unknown.has("value=\"Åse\""));
    for at in [40, 75, 90, 110, 150, 200, whole.len() - 5] {
        let broken = parts(&app, whole.as_bytes()[..at].to_vec()).await;
        assert_eq!(broken.status, StatusCode::UNPROCESSABLE_ENTITY, "{at}");
        assert!(broken.has("Sendingen ble brutt") && broken.has("href=\"#send\""), "{at}");
        assert_eq!(broken.has("value=\"Åse\""), at > 80, "{at}");
    }
    // Past the limit of the form, and past that of every extractor of the site.
    let large = multipart(&[("line", None, "Åse"), ("text", None, &"b".repeat(1_200_000))]);
    let large = parts(&app, large).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(large.has("value=\"Åse\"") && large.has(&"b".repeat(900_000)));
    let json = post(&app, "application/json", "{\"line\":\"x\"}").await;
    assert_eq!(json.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert!(json.has("var ikke et skjema") && !json.has("{&#34;line"), "it is said what came");
    for body in
        [vec![0_u8; 1_000], vec![b'&'; 100_000], vec![b'='; 1_000], vec![255; 1_000], vec![]]
    {
        // Of what can't be read nobody knows whether the line was filled in.
        for (kind, status, leads_to) in [
            ("application/x-www-form-urlencoded", 422, "line"),
            ("multipart/form-data; boundary=x", 422, "send"),
            ("tull", 415, "send"),
            ("", 422, "line"),
        ] {
            let answer = post(&app, kind, body.clone()).await;
            assert_eq!(answer.status, status, "{kind}");
            assert!(answer.has(&format!("href=\"#{leads_to}\"")), "{kind}");
        }
    }
    app.end().await;
}

#[tokio::test]
async fn a_file_comes_along_and_is_asked_for_again_when_the_form_is_refused() {
    let app = app().await;
    let with =
        |line, content| multipart(&[("line", None, line), ("files", Some("a.txt"), content)]);
    let stored = parts(&app, with("x", "innhold")).await;
    assert_eq!(stored.status, StatusCode::CREATED);
    assert!(stored.body.ends_with(" 7"), "{}", stored.body);
    let refused = parts(&app, with("", "innhold")).await;
    assert!(refused.has("href=\"#line\"") && refused.has("Velg fila på nytt: a.txt"));
    let large = parts(&app, with("x", &"x".repeat(2_000))).await;
    assert_eq!(large.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(large.has("href=\"#files\"") && large.has("«a.txt» er for stor"));
    app.end().await;
}
