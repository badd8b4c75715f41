//! All themes on one page, and a page of each that gathers everything filed under it.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use crate::app::App;
use crate::error::{Error, Reply};
use crate::i18n::{Text, Words};
use crate::library::listing::CardView;
use crate::library::registers::Registers;
use crate::library::{Item, Kind, list};
use crate::themes::{Now, Themes, theme};
use crate::web::frame::Feed;
use crate::web::visit::{Named, Slug};
use crate::web::{Frame, Query, Visit};

struct Row {
    name: Words,
    href: String,
    count: i64,
}

struct Group {
    top: Row,
    parts: Vec<Row>,
}

#[derive(Template)]
#[template(path = "find/themes.html")]
struct List {
    t: Text,
    frame: Frame,
    groups: Vec<Group>,
}

type Counts = std::collections::BTreeMap<String, i64>;

fn row(theme: &theme::Model, counts: &Counts, t: Text) -> Row {
    Row {
        name: theme.said(t),
        href: format!("/{}/tema/{}", t.lang.code(), theme.slug),
        count: counts.get(&theme.slug).copied().unwrap_or(0),
    }
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let t = visit.t;
    let themes = Themes::load(&app.db).await?;
    let counts = list::counts_of(&app.db, "theme", t.lang.code()).await?;
    let group = |(top, parts): (&theme::Model, Vec<&theme::Model>)| Group {
        top: row(top, &counts, t),
        parts: parts.into_iter().map(|part| row(part, &counts, t)).collect(),
    };
    let heading = t.plain("themes-heading");
    let href = format!("/{}/tema", t.lang.code());
    let page = List {
        t,
        frame: Frame::new(&app, &visit, &heading)
            .described(&t.plain("themes-lead"))
            .under(heading, href),
        groups: themes.tree(t).into_iter().map(group).collect(),
    };
    crate::web::page(StatusCode::OK, &page)
}

/// What there is of one kind.
struct Shelf {
    id: &'static str,
    heading: Words,
    cards: Vec<CardView>,
    /// The list of all there is: its address, and how many.
    all: Option<(String, Words)>,
}

#[derive(Template)]
#[template(path = "find/theme.html")]
struct Theme {
    t: Text,
    frame: Frame,
    name: Words,
    count: i64,
    parts: Vec<Row>,
    shelves: Vec<Shelf>,
    search: String,
    /// Leads to a booklet of what is filed here.
    booklet: String,
}

/// So many of a kind stand on the page; the rest are one click away.
const SHOWN: u64 = 4;
/// Of a kind that has no list, all of them do.
const LISTLESS: u64 = 50;

pub async fn theme(
    State(app): State<App>,
    visit: Visit,
    Named(Slug { slug }): Named<Slug>,
) -> Reply {
    let (t, code) = (visit.t, visit.lang().code());
    let registers = Registers::load(&app.db).await?;
    let theme = match registers.themes.now(&slug) {
        Now::Here(theme) => theme,
        Now::Moved(theme) => {
            return Ok(crate::web::moved(&format!("/{code}/tema/{}", theme.slug)));
        }
        Now::Retired => return Ok(crate::web::moved(&format!("/{code}/tema"))),
        Now::Unknown => return Err(Error::NotFound),
    };
    let counts = list::kinds_with(&app.db, ("theme", &theme.slug), code).await?;
    let mut shelves = Vec::new();
    for kind in app.kinds {
        let Some(count) = counts.get(kind.name).filter(|count| **count > 0) else { continue };
        let items = newest(&app, kind, &theme.slug, code).await?;
        if items.is_empty() {
            continue;
        }
        let list = kind.list.map(|list| {
            let href = format!("/{code}/{}?tema={}", kind.path, theme.slug);
            (href, t.with(list.count, "count", *count))
        });
        shelves.push(Shelf {
            id: kind.path,
            heading: kind.list.map_or_else(|| t.get("themes-pages"), |list| t.get(list.heading)),
            cards: items.iter().map(|item| CardView::new(item, kind, &registers, t)).collect(),
            all: list,
        });
    }
    let name = theme.said(t);
    let path = format!("/{code}/tema");
    let mut frame = Frame::new(&app, &visit, name.as_str())
        .described(&t.plain_with("themes-one-lead", "theme", name.as_str()))
        .under(t.plain("themes-heading"), path.clone());
    if let Some(parent) = theme.parent.as_ref().and_then(|slug| registers.themes.get(slug)) {
        frame = frame.under(parent.name(t.lang), format!("{path}/{}", parent.slug));
    }
    let mut follow = Query::default().and("tema", &theme.slug);
    frame
        .feeds
        .push(Feed { title: name.as_str().to_owned(), href: format!("/{code}/alt.atom{follow}") });
    follow = Query::default().and("side", "alt").followed_by(&follow);
    frame.follow = Some(follow.to_string());
    let filed = list::counts_of(&app.db, "theme", code).await?;
    let parts = registers.themes.parts(&theme.slug, t);
    let page = Theme {
        t,
        frame: frame.under(name.as_str(), format!("{path}/{}", theme.slug)),
        name,
        count: counts.values().sum(),
        parts: parts.into_iter().map(|part| row(part, &filed, t)).collect(),
        shelves,
        search: format!("/{code}/sok?tema={}", theme.slug),
        booklet: format!("/{code}/hefte?fra=tema&tema={}", theme.slug),
    };
    crate::web::page(StatusCode::OK, &page)
}

/// The newest of a kind; of what takes place, what is to come, or else what was last.
async fn newest(app: &App, kind: &Kind, theme: &str, lang: &str) -> Result<Vec<Item>, Error> {
    let (db, of, having) = (&app.db, (kind.name, lang), Some(("theme", &[theme][..])));
    if kind.when.is_some() {
        let coming = list::coming(db, of, having, app.clock.now(), SHOWN).await?;
        if !coming.is_empty() {
            return Ok(coming);
        }
    }
    let most = if kind.list.is_some() { SHOWN } else { LISTLESS };
    Ok(list::newest(db, of, having, most).await?)
}
