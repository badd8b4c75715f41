//! For those who index the web: a map of what there is to read, in every language it is in, and robots.txt.

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::fmt::Write as _;

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::app::App;
use crate::centres::Centres;
use crate::dates::oslo_day;
use crate::error::{Error, Reply};
use crate::feeds;
use crate::feeds::xml::Xml;
use crate::i18n::{Lang, Text};
use crate::items::addresses::{self, Addressed};
use crate::kinds::Kinds;
use crate::rights::Right;
use crate::room::{Room, Route};
use crate::themes::Themes;
use crate::web::visit::Named;

const MEDIA_TYPE: &str = "application/xml; charset=utf-8";
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// Items in each part. The standard allows 50,000 addresses.
const PART: usize = if cfg!(test) { 40 } else { 5_000 };

pub const ROOM: Room = Room { name: "sitemap", routes, ..Room::EMPTY };

fn routes(_: &Kinds) -> Vec<Route> {
    vec![
        Route::get("/robots.txt", Right::Anybody, robots),
        Route::get("/sitemap.xml", Right::Anybody, index),
        Route::get("/sitemap/{part}", Right::Anybody, part),
    ]
}

/// Forms and searches are for people; all else is free to find.
async fn robots(State(app): State<App>) -> Response {
    let mut text = "User-agent: *\n".to_owned();
    for path in ["/*/sok", "/*/tips", "/*/kontakt", "/*?*per=", "/api/"] {
        let _ = writeln!(text, "Disallow: {path}");
    }
    let _ = writeln!(text, "Allow: /\n\nSitemap: {}/sitemap.xml", app.public_url());
    let plain = HeaderValue::from_static("text/plain; charset=utf-8");
    (StatusCode::OK, [(header::CONTENT_TYPE, plain)], text).into_response()
}

async fn index(State(app): State<App>) -> Reply {
    let public = app.public_url();
    let parts = addresses::parts(&app.catalogue, PART).await?.len();
    let mut xml = Xml::default();
    xml.open("sitemapindex", &[("xmlns", NAMESPACE)]);
    let parts = (1..=parts).map(|n| format!("innhold-{n}.xml"));
    for name in std::iter::once("sider.xml".to_owned()).chain(parts) {
        xml.open("sitemap", &[]);
        xml.leaf("loc", &[], &format!("{public}/sitemap/{name}"));
        xml.close("sitemap");
    }
    xml.close("sitemapindex");
    Ok(feeds::answer(xml.finish(), MEDIA_TYPE))
}

async fn part(State(app): State<App>, Named(name): Named<String>) -> Reply {
    let mut xml = Xml::default();
    xml.open("urlset", &[("xmlns", NAMESPACE), ("xmlns:xhtml", XHTML)]);
    if name == "sider.xml" {
        let themes = Themes::load(&app.db).await?;
        let centres = Centres::load(&app.db).await?;
        pages(&app, &themes, &centres, &mut xml);
    } else {
        let number = name.strip_prefix("innhold-").and_then(|name| name.strip_suffix(".xml"));
        let number: Option<usize> = number.and_then(|number| number.parse().ok());
        let at = number.and_then(|number| number.checked_sub(1)).ok_or(Error::NotFound)?;
        let parts = addresses::parts(&app.catalogue, PART).await?;
        let first = *parts.get(at).ok_or(Error::NotFound)?;
        let items = addresses::part(&app.db, first, parts.get(at + 1).copied()).await?;
        content(&app, &mut xml, &items).await?;
    }
    xml.close("urlset");
    Ok(feeds::answer(xml.finish(), MEDIA_TYPE))
}

fn pages(app: &App, themes: &Themes, centres: &Centres, xml: &mut Xml) {
    let public = app.public_url();
    let nb = Text::new(Lang::Nb);
    let centres = centres.sorted(nb).into_iter().map(|centre| format!("sentre/{}", centre.slug));
    let lists = app.kinds.iter().filter(|kind| kind.list.is_some()).map(|kind| kind.path);
    let themes = themes.tree(nb).into_iter().flat_map(|(top, parts)| {
        std::iter::once(top).chain(parts).map(|theme| format!("tema/{}", theme.slug))
    });
    for path in
        app.indexed.iter().copied().chain(lists).map(str::to_owned).chain(themes).chain(centres)
    {
        let all = Lang::ALL.map(|lang| (lang.code(), format!("{public}/{}/{path}", lang.code())));
        for (_, own) in &all {
            address(xml, own, None, &all);
        }
    }
}

async fn content(app: &App, xml: &mut Xml, items: &[Addressed]) -> Result<(), Error> {
    let public = app.public_url();
    let home = |item: &Addressed| {
        let kind = app.kinds.named(&item.kind)?;
        let lang = Lang::parse(&item.lang)?.code();
        Some((lang, format!("{public}/{lang}/{}/{}", kind.path, item.slug)))
    };
    // A work in all its languages.
    let mut families: HashMap<Uuid, Vec<(&'static str, String)>> = HashMap::new();
    for item in addresses::translated(&app.catalogue, items).await? {
        families.entry(item.family()).or_default().extend(home(&item));
    }
    for item in items {
        let Some((_, own)) = home(item) else { continue };
        let family = families.get(&item.family()).map_or(&[][..], Vec::as_slice);
        let others = if family.len() > 1 { family } else { &[] };
        address(xml, &own, item.updated_at, others);
    }
    Ok(())
}

fn address(
    xml: &mut Xml,
    own: &str,
    updated: Option<OffsetDateTime>,
    all: &[(&'static str, String)],
) {
    xml.open("url", &[]);
    xml.leaf("loc", &[], own);
    if let Some(updated) = updated {
        xml.leaf("lastmod", &[], &oslo_day(updated).to_string());
    }
    for (lang, href) in all {
        xml.empty("xhtml:link", &[("rel", "alternate"), ("hreflang", lang), ("href", href)]);
    }
    xml.close("url");
}
