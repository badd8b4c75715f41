//! Turns every failed answer into a page in the reader's language, with a way on.

use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::error::{Error, NoDay, SAVE_AGAIN, Tombstone};
use crate::i18n::{Text, Words};
use crate::text::for_log;
use crate::web::barred::{Barred, Shut, barred};
use crate::web::frame::Frame;
use crate::web::headers::NotTaken;
use crate::web::{Visit, WholePage, visit};

#[derive(Template)]
#[template(path = "web/fault.html")]
struct Fault {
    t: Text,
    frame: Frame,
    code: u16,
    heading: Words,
    text: Words,
    /// How long whoever has asked too much is to wait.
    wait: Option<Words>,
    reference: String,
    /// The list of what is like the page that is gone.
    list: Option<&'static str>,
    /// The page itself, where something else was asked of it than to be shown.
    shown: Option<String>,
    /// The page as it is now, for a day that it can't be shown on.
    now: Option<String>,
    /// What opens it, of a page that is shut.
    barred: Barred,
}

/// An address longer than this is not repeated in the links of the page that says it leads nowhere.
const ECHOED: usize = 500;

/// i18n-keys: web-error-403-heading web-error-403-lead web-error-404-heading web-error-404-lead
/// i18n-keys: web-error-405-heading web-error-405-lead
/// i18n-keys: web-error-410-heading web-error-410-lead web-error-422-heading web-error-422-lead
/// i18n-keys: web-error-413-heading web-error-413-lead
/// i18n-keys: web-error-429-heading web-error-429-lead web-error-500-heading web-error-500-lead
/// i18n-keys: web-error-503-heading web-error-503-lead
pub async fn pages(State(app): State<App>, request: Request, next: Next) -> Response {
    let visit = match visit::of(request.extensions()) {
        Ok(visit) => visit.clone(),
        Err(error) => return error.into_response(),
    };
    let headers = request.headers().clone();
    let response = next.run(request).await;
    let is_shut = response.status() == StatusCode::FORBIDDEN && visit.has_lang;
    if !is_shut || response.extensions().get::<WholePage>().is_some() {
        return page(&app, &visit, response, Barred::default());
    }
    let shut = response.extensions().get::<Shut>().copied();
    let not_taken = response.extensions().get::<NotTaken>().copied();
    let mut barred = Box::pin(barred(&app, &visit, &headers, shut)).await;
    if let Some(why) = not_taken {
        barred.opens = Some(visit.t.get(why.key()));
    }
    let mut page = page(&app, &visit, response, barred);
    // What it says of a session is for this browser alone.
    page.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    page
}

/// The page in place of an answer that failed; any other answer as it is.
pub fn page(app: &App, visit: &Visit, response: Response, barred: Barred) -> Response {
    let status = response.status();
    let is_fault = status.is_client_error() || status.is_server_error();
    if !is_fault || response.extensions().get::<WholePage>().is_some() {
        return response;
    }
    match response.extensions().get::<Error>() {
        Some(Error::Internal(cause)) => {
            let cause = for_log(cause);
            tracing::error!(request = visit.id, cause = &*cause, "a request failed");
        }
        Some(Error::NoFiles(cause)) => {
            let cause = for_log(cause);
            tracing::error!(
                request = visit.id,
                cause = &*cause,
                "what keeps the files does not answer"
            );
        }
        Some(Error::Clash(cause)) => {
            tracing::warn!(request = visit.id, %cause, "a request met other writers and gave up");
        }
        Some(Error::Away(cause)) => {
            tracing::warn!(request = visit.id, %cause, "the database could not do what a page asks");
        }
        Some(Error::Unreadable(item)) => {
            tracing::error!(request = visit.id, %item, "a text that can't be read was asked for");
        }
        _ => {}
    }
    let is_of_program = !visit.has_lang && visit.path.starts_with("api/");
    let mut page = if is_of_program {
        problem(&response, &visit.id)
    } else {
        of_reader(app, visit, &response, barred)
    };
    if let Some(wait) = response.headers().get(header::RETRY_AFTER) {
        page.headers_mut().insert(header::RETRY_AFTER, wait.clone());
    }
    if let Some(allow) = response.headers().get(header::ALLOW) {
        page.headers_mut().insert(header::ALLOW, allow.clone());
    }
    page
}

fn of_reader(app: &App, visit: &Visit, response: &Response, barred: Barred) -> Response {
    let (status, t) = (response.status(), visit.t);
    // Faults that have no page of their own are told as their nearest kin.
    let code = match status.as_u16() {
        code @ (403 | 404 | 405 | 410 | 413 | 422 | 429 | 503) => code,
        400..500 => 422,
        _ => 500,
    };
    let mut visit = visit.clone();
    // Nor is one with somebody's number in it.
    let has_number = || !norsk::identity::look_alikes(&visit.path).is_empty();
    if !visit.has_lang || visit.path.len() > ECHOED || has_number() {
        visit.path.clear();
    }
    // An address that was not understood is not repeated in links.
    if code == 422 || visit.query.len() > ECHOED {
        visit.query.clear();
    }
    let told = Told::of(response.extensions().get::<Error>(), (code, visit.is_read), t);
    let mut frame = Frame::new(app, &visit, told.heading.as_str());
    frame.noindex = true;
    frame.passed_on = false;
    let Told { heading, text, list } = told;
    let leads_to_now = match response.extensions().get::<Error>() {
        Some(Error::Day(_)) => true,
        // The page of now costs little, and is not counted.
        Some(Error::TooMany { .. } | Error::TooSlow) => visit.looks_back(),
        _ => false,
    };
    let can_be_shown = response.headers().get_all(header::ALLOW).iter().any(allows_get);
    let shown = (code == 405 && can_be_shown && visit.has_lang).then(|| frame.href(&visit.path));
    let now = (leads_to_now && visit.has_lang).then(|| frame.href(&visit.path));
    let (has_lang, reference) = (visit.has_lang, visit.id);
    let wait = wait(response, t);
    let page = Fault { t, frame, code, heading, text, wait, reference, list, shown, now, barred };
    let mut answer = match crate::web::page(status, &page) {
        Ok(answer) => answer,
        Err(_) => (status, "Beklager, noe gikk galt.").into_response(),
    };
    if !has_lang {
        visit::vary_by_language(&mut answer);
    }
    answer
}

/// As the header tells it to programs: a minute and less in seconds.
fn wait(response: &Response, t: Text) -> Option<Words> {
    let after = response.headers().get(header::RETRY_AFTER)?.to_str().ok()?;
    let seconds: u64 = after.parse().ok().filter(|_| response.status().as_u16() == 429)?;
    Some(if seconds <= 60 {
        t.with("web-error-429-seconds", "count", seconds.max(1))
    } else {
        t.with("web-error-429-minutes", "count", seconds.div_ceil(60))
    })
}

fn allows_get(methods: &HeaderValue) -> bool {
    methods.to_str().is_ok_and(|all| all.split(',').any(|one| one.trim() == "GET"))
}

/// The words of a fault, and a list to look on in.
struct Told {
    heading: Words,
    text: Words,
    list: Option<&'static str>,
}

impl Told {
    fn of(error: Option<&Error>, (code, is_read): (u16, bool), t: Text) -> Self {
        let (heading, lead) = match error {
            Some(Error::Day(NoDay::Malformed)) => {
                (t.get("web-day-malformed-heading"), t.get("web-day-malformed-lead"))
            }
            Some(Error::Day(NoDay::Future)) => {
                (t.get("web-day-future-heading"), t.get("web-day-future-lead"))
            }
            Some(Error::Unreadable(_)) => {
                (t.get("web-unreadable-heading"), t.get("web-unreadable-lead"))
            }
            Some(Error::TooSlow) => (t.get("web-too-slow-heading"), t.get("web-too-slow-lead")),
            Some(Error::Away(_)) => (t.get("web-away-heading"), t.get("web-away-lead")),
            Some(Error::NoFiles(_)) => (t.get("web-no-files-heading"), t.get("web-no-files-lead")),
            // What is wrong is in the form, and the address is as it should be.
            _ if code == 422 && !is_read => {
                (t.get("web-form-misread-heading"), t.get("web-form-misread-lead"))
            }
            _ => {
                let of = |part: &str| t.get(&format!("web-error-{code}-{part}"));
                (of("heading"), of("lead"))
            }
        };
        match error {
            Some(Error::Gone(Tombstone { since: Some(since), list })) => {
                Self { heading, text: t.with("web-gone-since", "date", t.day(*since)), list: *list }
            }
            Some(Error::Gone(Tombstone { since: None, list })) => {
                Self { heading, text: lead, list: *list }
            }
            _ => Self { heading, text: lead, list: None },
        }
    }
}

/// RFC 9457, for those who talk to the API.
fn problem(response: &Response, reference: &str) -> Response {
    let status = response.status();
    let detail = match response.extensions().get::<Error>() {
        Some(Error::NotUnderstood(what)) => format!("the parameter `{what}` is not understood"),
        Some(Error::Unasked(why)) => why.clone(),
        Some(Error::TooMany { retry_after }) => format!("try again in {retry_after} seconds"),
        Some(Error::TooSlow) => "it took too long; try again in a minute".to_owned(),
        Some(Error::Away(_)) => format!("the database is away; try again in {SAVE_AGAIN} seconds"),
        Some(Error::NoFiles(_)) => "the files can't be reached now; try again soon".to_owned(),
        _ => String::new(),
    };
    let body = serde_json::json!({
        "type": "about:blank",
        "title": status.canonical_reason().unwrap_or("fault"),
        "status": status.as_u16(),
        "detail": detail,
        "reference": reference,
    });
    let mut page = (status, body.to_string()).into_response();
    page.headers_mut().insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/problem+json; charset=utf-8"),
    );
    page.extensions_mut().insert(WholePage);
    page
}

/// Addresses that lead nowhere; one with a `/` too many at its end leads to the one without.
pub async fn nowhere(uri: axum::http::Uri) -> Response {
    let path = uri.path();
    let plain = path.trim_end_matches('/');
    let is_front = plain.len() <= 3;
    if plain.len() < path.len() && !is_front && !plain.starts_with("//") {
        let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
        return crate::web::moved(&format!("{plain}{query}"));
    }
    Error::NotFound.into_response()
}

/// A panic is our fault, and still a page.
pub fn after_panic(_: Box<dyn std::any::Any + Send>) -> Response {
    let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
    response.extensions_mut().insert(Error::Internal("a handler panicked".into()));
    response
}
