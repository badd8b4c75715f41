//! The page that a tip is about: one of ours, that can be read, and whose address says nothing of its own.

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};

use super::links::has_link;
use crate::app::{App, OwnPages};
use crate::error::Error;
use crate::limits::Asker;
use crate::web::{Query, Visit};

/// The page that somebody is tipped about.
#[derive(Clone, Debug)]
pub struct TipPage {
    /// Behind the language, with what follows it: `prosjekter/trygge-netter`.
    pub path: String,
    /// As it stands at the top of the page; none for a search, which is somebody's own words.
    pub title: Option<String>,
    /// Whole, as the letter gives it.
    pub href: String,
    /// In the site.
    pub here: String,
}

/// No address of ours that is worth telling about is longer.
const LONGEST: usize = 300;
/// Nor is a value in it: longer ones could say something to whoever gets the letter.
const LONGEST_VALUE: usize = 60;
/// Pages that are no reading matter.
const FORMS: [&str; 2] = ["tips", "kontakt"];
const LARGEST_PAGE: usize = 8 * 1024 * 1024;

impl TipPage {
    /// Reads `?side=`, and asks for the page as anybody would: what is not there is told of to nobody.
    pub async fn read(app: &App, pages: OwnPages, visit: &Visit) -> Result<Self, Error> {
        let (target, is_search) = Self::named(app, visit)?;
        let page = get(pages, &target.here, &visit.asker).await?;
        let title = title(&page).filter(|title| !is_search && !title.is_empty());
        Ok(Self { title, ..target })
    }

    /// What the address alone says, for a page that can't be had just now.
    pub fn unread(app: &App, visit: &Visit) -> Result<Self, Error> {
        Self::named(app, visit).map(|(target, _)| target)
    }

    /// Without its title; and whether it is a search.
    fn named(app: &App, visit: &Visit) -> Result<(Self, bool), Error> {
        let query = visit.parameters()?;
        let side = query.one("side")?;
        let (path, parameters) = side.split_once('?').unwrap_or((side, ""));
        let parameters = Query::parse(parameters)?;
        if !is_plain(path) || side.len() > LONGEST || !is_modest(&parameters) {
            return Err(Error::NotFound);
        }
        let lang = visit.lang().code();
        let path = format!("{path}{parameters}");
        let here = format!("/{lang}/{path}");
        let is_search = path.starts_with("sok") || parameters.get("q").is_some();
        let href = format!("{}{here}", app.public_url());
        Ok((Self { href, path, title: None, here }, is_search))
    }
}

/// Letters, figures and hyphens: a path of ours, not one that leads elsewhere or to a form.
fn is_plain(path: &str) -> bool {
    let is_part = |part: &str| {
        !part.is_empty()
            && !FORMS.contains(&part)
            && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    path.is_empty() || path.split('/').all(is_part)
}

fn is_modest(parameters: &Query) -> bool {
    parameters.pairs().all(|(name, value)| {
        name.len() <= 20 && value.chars().count() <= LONGEST_VALUE && !has_link(value)
    })
}

/// The page as it is sent; anything but a page is «not found».
async fn get(pages: OwnPages, path: &str, asker: &Asker) -> Result<String, Error> {
    let mut request = Request::get(path).body(Body::empty()).map_err(|_| Error::NotFound)?;
    // Counted for who asks us.
    request.extensions_mut().insert(asker.clone());
    let answer = pages.ask(request).await;
    let kind = answer.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok());
    let is_page = kind.is_some_and(|kind| kind.starts_with("text/html"));
    match answer.status() {
        StatusCode::OK if is_page => {}
        StatusCode::TOO_MANY_REQUESTS => return Err(Error::TooMany { retry_after: 60 }),
        StatusCode::SERVICE_UNAVAILABLE => return Err(Error::TooSlow),
        _ => return Err(Error::NotFound),
    }
    let body = to_bytes(answer.into_body(), LARGEST_PAGE).await;
    let body = body.map_err(|e| Error::Internal(format!("a page could not be read: {e}")))?;
    Ok(String::from_utf8_lossy(&body).into_owned())
}

/// The page's own title, from what it tells those who link to it.
fn title(page: &str) -> Option<String> {
    let (_, rest) = page.split_once("<meta property=\"og:title\" content=\"")?;
    let (title, _) = rest.split_once('"')?;
    Some(unescaped(title))
}

/// Takes back what the template's escaping did.
fn unescaped(text: &str) -> String {
    let pairs = [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")];
    pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}
