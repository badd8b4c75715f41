//! How to follow what is new, with the address for whatever one cares about.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::ALL;
use super::followed::Followed;
use crate::app::App;
use crate::error::Reply;
use crate::i18n::{Text, Words};
use crate::items::Registers;
use crate::kinds::Kind;
use crate::library::listing;
use crate::web::{Frame, Query, Visit};

/// A choice of a select.
struct Choice {
    value: String,
    label: Words,
    chosen: bool,
    part: bool,
}

#[derive(Template)]
#[template(path = "follow/show.html")]
struct Show {
    t: Text,
    frame: Frame,
    title: String,
    feed: String,
    /// Where letters about it are asked for.
    email: String,
    calendar: Option<String>,
    kinds: Vec<Choice>,
    themes: Vec<Choice>,
    counties: Vec<Choice>,
    centres: Vec<Choice>,
    /// What is followed is a search: its words go with it.
    words: Option<String>,
    /// History is taken in.
    archived: bool,
    /// What else it is narrowed by, that the form has no field for: parameters and their values.
    kept: Vec<(&'static str, String)>,
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let t = visit.t;
    let query = visit.parameters()?;
    let registers = listing::registers(&app, &query).await?;
    if let Some(elsewhere) = listing::moved(&registers, &visit, &query) {
        return Ok(elsewhere);
    }
    let followed = Followed::read(&app, t, &query, &registers)?;
    let (public, lang) = (app.public_url(), t.lang.code());
    let (title, feed) = (followed.title(&registers, t), followed.feed());
    let feed = format!("{public}/{lang}/{feed}");
    let email = format!("/{lang}/folg/epost{}", followed.parameters());
    let Followed { kind, chosen, archived, words, kept } = followed;
    let calendar = kind.sharing.happening.filter(|_| words.is_none());
    let heading = t.plain("follow-heading");
    let mut frame = Frame::new(&app, &visit, &heading)
        .described(&t.plain("follow-lead"))
        .under(&heading, format!("/{lang}/folg"));
    frame.noindex |= !query.is_empty();
    let page = Show {
        t,
        frame,
        title,
        feed,
        email,
        calendar: calendar
            .map(|_| format!("{public}/{lang}/{}.ics{}", kind.path, listing::narrowed(&chosen))),
        kinds: kinds(&app, kind, t),
        themes: themes(&registers, &query, t),
        counties: counties(&registers, &query, t),
        centres: centres(&registers, &query, t),
        words,
        archived,
        kept,
    };
    crate::web::page(StatusCode::OK, &page)
}

fn kinds(app: &App, chosen: &Kind, t: Text) -> Vec<Choice> {
    let all = Choice {
        value: ALL.path.to_owned(),
        label: t.get("web-feed-all"),
        chosen: chosen.path == ALL.path,
        part: false,
    };
    let kind = |kind: &Kind| {
        Some(Choice {
            value: kind.path.to_owned(),
            label: t.get(kind.list?.heading),
            chosen: kind.path == chosen.path,
            part: false,
        })
    };
    std::iter::once(all).chain(app.kinds.iter().filter_map(kind)).collect()
}

fn themes(registers: &Registers, query: &Query, t: Text) -> Vec<Choice> {
    let mut all = Vec::new();
    for (top, parts) in registers.themes.tree(t) {
        let choice = |theme: &crate::themes::theme::Model, part| Choice {
            value: theme.slug.clone(),
            label: theme.said(t),
            chosen: query.all("tema").any(|slug| slug == theme.slug),
            part,
        };
        all.push(choice(top, false));
        all.extend(parts.into_iter().map(|part| choice(part, true)));
    }
    all
}

fn counties(registers: &Registers, query: &Query, t: Text) -> Vec<Choice> {
    let choice = |code: &str| Choice {
        value: code.to_owned(),
        label: Words::name(t.lang, registers.counties.label(code, t), t.lang),
        chosen: query.all("fylke").any(|asked| asked == code),
        part: false,
    };
    let asked = |code: &str| query.all("fylke").any(|asked| asked == code);
    // Those that are no more are offered only to those who have chosen one.
    let mut all: Vec<Choice> = registers
        .counties
        .iter()
        .filter(|county| county.valid_to.is_none() || asked(&county.code))
        .map(|county| choice(&county.code))
        .collect();
    t.sort_by_key(&mut all, |choice| choice.label.as_str());
    all
}

fn centres(registers: &Registers, query: &Query, t: Text) -> Vec<Choice> {
    let choice = |centre: &crate::centres::centre::Model| Choice {
        value: centre.slug.clone(),
        label: Words::name(t.lang, &centre.short_name, t.lang),
        chosen: query.all("senter").any(|slug| slug == centre.slug),
        part: false,
    };
    // Those that are there today first: hardly anybody follows one that is no more.
    let mut all = registers.centres.sorted(t);
    all.sort_by_key(|centre| centre.valid_to.is_some());
    all.into_iter().map(choice).collect()
}
