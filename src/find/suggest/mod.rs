//! Suggestions for what is being typed: themes, titles, places, organisations, words. A page, and JSON for the script.

#[cfg(test)]
mod tests;

use askama::Template;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use serde::Serialize;

use super::named;
use super::page::cut;
use crate::app::App;
use crate::dates::oslo_day;
use crate::error::{Error, Reply};
use crate::i18n::{Lang, Text};
use crate::items::Registers;
use crate::search::{Fit, NameWords, Titled, Typed};
use crate::web::{Frame, Query, Visit};

/// Suggestions of one sort, under a heading.
#[derive(Debug, Serialize)]
struct Group {
    kind: &'static str,
    heading: String,
    items: Vec<Suggestion>,
}

/// Something that can be gone to.
#[derive(Debug, Serialize)]
pub struct Suggestion {
    pub text: String,
    pub href: String,
    /// What it is, when the heading does not say it: «Prosjekt», «Kommune i Trøndelag».
    pub note: String,
    /// The language of the text, when it is another than the reader's.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub lang: &'static str,
}

#[derive(Serialize)]
struct Answer {
    q: String,
    /// For a reader who hears the page: «7 forslag».
    status: String,
    groups: Vec<Group>,
}

#[derive(Template)]
#[template(path = "find/suggest/page.html")]
struct Page {
    t: Text,
    frame: Frame,
    words: String,
    groups: Vec<Group>,
}

/// How many of each: themes, titles, places, organisations, words.
type Most = [usize; 5];
const ON_PAGE: Most = [10, 20, 10, 10, 10];
/// A list to choose from with arrow keys is short.
const IN_LIST: Most = [2, 4, 2, 2, 3];

pub async fn page(State(app): State<App>, visit: Visit) -> Reply {
    app.limits.count(&super::SUGGEST, &visit.asker)?;
    let t = visit.t;
    let query = visit.parameters()?;
    let words = cut(query.one("q")?).trim().to_owned();
    let groups = groups(&app, t, &words, ON_PAGE).await?;
    let path = format!("/{}/sok", t.lang.code());
    let heading = t.plain("find-suggestions");
    let mut frame = Frame::new(&app, &visit, &heading)
        .under(t.plain("find-heading"), path.clone())
        .under(&heading, format!("{path}/forslag"));
    frame.noindex = true;
    let page = Page { t, frame, words, groups };
    crate::web::page(StatusCode::OK, &page)
}

pub async fn json(State(app): State<App>, visit: Visit) -> Reply {
    app.limits.count(&super::SUGGEST, &visit.asker)?;
    let t = visit.t;
    let query = visit.parameters()?;
    let words = cut(query.one("q")?).trim().to_owned();
    let groups = groups(&app, t, &words, IN_LIST).await?;
    let count: usize = groups.iter().map(|group| group.items.len()).sum();
    let status = t.plain_with("find-suggestions-count", "count", count);
    let mut response = Json(Answer { q: words, status, groups }).into_response();
    let json = HeaderValue::from_static("application/json; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, json);
    Ok(response)
}

async fn groups(app: &App, t: Text, words: &str, most: Most) -> Result<Vec<Group>, Error> {
    let typed = Typed::read(words);
    if typed.is_empty() {
        return Ok(Vec::new());
    }
    let registers = Registers::load(&app.db).await?;
    let [themes, titles, places, organisations, begun] = most;
    let words = self::begun(app, t, words, begun).await?;
    let known = |kind, most| known(app, &registers, t, &typed, kind, most);
    // Those that are no more come after those of today.
    let left = |found: &[Suggestion]| places.saturating_sub(found.len());
    let mut found = self::places(app, &registers, t, &typed, places);
    found.extend(known(named::FORMER, left(&found)));
    let groups = [
        ("theme", "library-filter-theme", self::themes(&registers, t, &typed, themes)),
        ("title", "find-suggestions-titles", self::titles(app, t, &typed, titles)),
        ("place", "find-suggestions-places", found),
        (
            "organisation",
            "find-suggestions-organisations",
            known(named::ORGANISATION, organisations),
        ),
        ("word", "find-suggestions-words", words),
    ];
    let group = |(kind, heading, items)| Group { kind, heading: t.plain(heading), items };
    Ok(groups.into_iter().map(group).filter(|group| !group.items.is_empty()).collect())
}

/// Themes, places, centres and organisations that words may mean: what a text can lead to, beside others.
pub async fn gone_to(
    app: &App,
    t: Text,
    words: &str,
    most: usize,
) -> Result<Vec<Suggestion>, Error> {
    let typed = Typed::read(cut(words));
    if typed.is_empty() {
        return Ok(Vec::new());
    }
    let registers = Registers::load(&app.db).await?;
    let mut found = themes(&registers, t, &typed, most);
    // Among others each says what it is.
    for theme in &mut found {
        theme.note = t.plain("library-filter-theme");
    }
    found.extend(places(app, &registers, t, &typed, most));
    found.extend(organisations(&registers, t, &typed, most));
    Ok(found)
}

/// Organisations of the register, by the list of what they have done.
fn organisations(registers: &Registers, t: Text, typed: &Typed, most: usize) -> Vec<Suggestion> {
    let note = t.plain("find-suggestions-organisation");
    let found = registers.registered.iter().filter_map(|(slug, name)| {
        let fit = typed.fits(&NameWords::of([name]))?;
        let href = format!("/{}/prosjekter?organisasjon={slug}", t.lang.code());
        Some((fit, Suggestion { text: name.to_owned(), href, note: note.clone(), lang: "" }))
    });
    best(found.collect(), t, most)
}

/// The best of what fits, with names of one length by the alphabet.
fn best(mut found: Vec<(Fit, Suggestion)>, t: Text, most: usize) -> Vec<Suggestion> {
    t.sort_by_key(&mut found, |(_, suggestion)| suggestion.text.as_str());
    found.sort_by_key(|(fit, suggestion)| (*fit, suggestion.text.chars().count()));
    found.into_iter().take(most).map(|(_, suggestion)| suggestion).collect()
}

fn themes(registers: &Registers, t: Text, typed: &Typed, most: usize) -> Vec<Suggestion> {
    let tops = registers.themes.tree(t).into_iter();
    let all = tops.flat_map(|(top, parts)| std::iter::once(top).chain(parts));
    let found = all.filter_map(|theme| {
        let names = [Some(&theme.nb), Some(&theme.nn), Some(&theme.en), theme.se.as_ref()];
        let fit = typed.fits(&NameWords::of(names.into_iter().flatten().map(String::as_str)))?;
        let said = theme.said(t);
        let lang = if said.lang() == t.lang { "" } else { said.lang().code() };
        let href = format!("/{}/tema/{}", t.lang.code(), theme.slug);
        let text = theme.name(t.lang).to_owned();
        Some((fit, Suggestion { text, href, note: String::new(), lang }))
    });
    best(found.collect(), t, most)
}

fn titles(app: &App, t: Text, typed: &Typed, most: usize) -> Vec<Suggestion> {
    let found = app.titles.find(typed, t.lang.code(), most).into_iter();
    found.filter_map(|title| of_title(app, t, title)).collect()
}

/// A text, with what it is.
pub fn of_title(app: &App, t: Text, title: Titled) -> Option<Suggestion> {
    let kind = app.kinds.named(&title.kind)?;
    let lang = Lang::parse(&title.lang).filter(|lang| *lang != t.lang);
    Some(Suggestion {
        href: format!("/{}/{}/{}", t.lang.code(), kind.path, title.slug),
        text: title.title,
        note: t.plain(kind.word),
        lang: lang.map_or("", Lang::code),
    })
}

/// What is known by its name and of one kind.
fn known(
    app: &App,
    registers: &Registers,
    t: Text,
    typed: &Typed,
    kind: &str,
    most: usize,
) -> Vec<Suggestion> {
    let found = app.index.names().begun(kind, typed, most);
    found.iter().map(|found| named::view(registers, t, found)).collect()
}

/// Counties, municipalities and centres of today.
fn places(
    app: &App,
    registers: &Registers,
    t: Text,
    typed: &Typed,
    most: usize,
) -> Vec<Suggestion> {
    let today = oslo_day(app.clock.now());
    let code = t.lang.code();
    let typed = typed.to_the_letter();
    let mut found = Vec::new();
    let mut add = |names: &[&str], href: String, note: String| {
        if let Some(fit) = typed.fits(&NameWords::of(names.iter().copied())) {
            found.push((fit, Suggestion { text: names[0].to_owned(), href, note, lang: "" }));
        }
    };
    for county in registers.counties.on(today) {
        let href = format!("/{code}/fylker/{}", county.code);
        add(&[&county.name], href, t.plain("find-suggestions-county"));
    }
    for municipality in registers.places.on(today) {
        let county = registers.counties.name(municipality.county());
        let note = t.plain_with("find-suggestions-municipality", "county", county);
        add(&[&municipality.name], format!("/{code}/kommuner/{}", municipality.code), note);
    }
    for centre in registers.centres.sorted(t).into_iter().filter(|c| c.valid_to.is_none()) {
        let href = format!("/{code}/sentre/{}", centre.slug);
        add(&[&centre.short_name, &centre.name], href, t.plain("find-suggestions-centre"));
    }
    best(found, t, most)
}

/// The question with its last word finished, by the words of the library.
async fn begun(app: &App, t: Text, words: &str, most: usize) -> Result<Vec<Suggestion>, Error> {
    let from = words.char_indices().rev().find(|(_, c)| !c.is_alphanumeric());
    let from = from.map_or(0, |(at, c)| at + c.len_utf8());
    let (before, last) = words.split_at(from);
    let (index, last) = (app.index.clone(), last.to_owned());
    let found = tokio::task::spawn_blocking(move || index.begun(&last, most)).await??;
    let view = |word: String| {
        let text = format!("{before}{word}");
        let query = Query::default().with("q", &text);
        let href = format!("/{}/sok{query}", t.lang.code());
        Suggestion { text, href, note: String::new(), lang: "" }
    };
    Ok(found.into_iter().map(view).collect())
}
