//! All themes on one page, and a page of each that gathers everything filed under it.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::intro;
use crate::app::App;
use crate::error::{Error, Reply};
use crate::i18n::{Text, Words};
use crate::items::Registers;
use crate::items::list::Wanted;
use crate::kinds::Kind;
use crate::library::listing::CardView;
use crate::library::moment::Moment;
use crate::library::not_yet;
use crate::themes::{Now, notes, theme};
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

fn row(theme: &theme::Model, counts: &Counts, frame: &Frame) -> Row {
    Row {
        name: theme.said(frame.t),
        href: frame.on_day(&format!("tema/{}", theme.slug)),
        count: counts.get(&theme.slug).copied().unwrap_or(0),
    }
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let t = visit.t;
    if let Some(not_yet) = not_yet::of_all(&app, &visit).await? {
        return Ok(not_yet);
    }
    let registers = Registers::load(&app.db).await?;
    let counts = Moment::of(&app, &visit).counts_of("theme").await?;
    let heading = t.plain("themes-heading");
    let href = format!("/{}/tema", t.lang.code());
    let frame = Frame::new(&app, &visit, &heading)
        .described(&t.plain("themes-lead"))
        .as_of_day()
        .under(heading, href);
    let group = |(top, parts): (&theme::Model, Vec<&theme::Model>)| Group {
        top: row(top, &counts, &frame),
        parts: parts.into_iter().map(|part| row(part, &counts, &frame)).collect(),
    };
    let groups = registers.themes.tree(t).into_iter().map(group).collect();
    let page = List { t, frame, groups };
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
    /// What belongs under it.
    note: Option<Words>,
    /// What has worked, what has not, and where to begin.
    intro: Vec<intro::Line>,
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
    if let Some(not_yet) = not_yet::of_all(&app, &visit).await? {
        return Ok(not_yet);
    }
    let registers = Registers::load(&app.db).await?;
    let theme = match registers.themes.now(&slug) {
        Now::Here(theme) => theme,
        Now::Moved(theme) => {
            let then = visit.day_query();
            return Ok(crate::web::moved(&format!("/{code}/tema/{}{then}", theme.slug)));
        }
        Now::Retired => return Ok(crate::web::moved(&format!("/{code}/tema"))),
        Now::Unknown => return Err(Error::NotFound),
    };
    let name = theme.said(t);
    let path = format!("/{code}/tema");
    let mut frame = Frame::new(&app, &visit, name.as_str())
        .described(&t.plain_with("themes-one-lead", "theme", name.as_str()))
        .as_of_day()
        .under(t.plain("themes-heading"), path.clone());
    if let Some(parent) = theme.parent.as_ref().and_then(|slug| registers.themes.get(slug)) {
        frame = frame.under(parent.name(t.lang), format!("{path}/{}", parent.slug));
    }
    let follow = Query::default().and("tema", &theme.slug);
    frame
        .feeds
        .push(Feed { title: name.as_str().to_owned(), href: format!("/{code}/alt.atom{follow}") });
    frame.follow = Some(Query::default().and("side", "alt").followed_by(&follow).to_string());
    let moment = Moment::of(&app, &visit);
    let counts = moment.kinds_with(("theme", &theme.slug)).await?;
    let filed = moment.counts_of("theme").await?;
    let parts = registers.themes.parts(&theme.slug, t);
    let page = Theme {
        t,
        name: name.clone(),
        note: notes::said(&notes::of(&app.db, &theme.slug).await?, t.lang),
        intro: intro::of(&moment, &app.kinds, &registers, &visit, &theme.slug).await?,
        count: counts.values().sum(),
        parts: parts.into_iter().map(|part| row(part, &filed, &frame)).collect(),
        shelves: shelves(&app, &visit, &moment, &registers, (&theme.slug, &counts)).await?,
        search: frame.on_day(&format!("sok?tema={}", theme.slug)),
        booklet: frame.on_day(&format!("hefte?fra=tema&tema={}", theme.slug)),
        frame: frame.under(name.as_str(), format!("{path}/{}", theme.slug)),
    };
    crate::web::page(StatusCode::OK, &page)
}

/// What there is of each kind, with the newest of it.
async fn shelves(
    app: &App,
    visit: &Visit,
    moment: &Moment<'_>,
    registers: &Registers,
    (theme, counts): (&str, &Counts),
) -> Result<Vec<Shelf>, Error> {
    let (t, frame) = (visit.t, Frame::new(app, visit, String::new()));
    let count = |kind: &Kind| counts.get(kind.name).copied().unwrap_or(0);
    let kinds: Vec<&'static Kind> = app.kinds.iter().filter(|kind| count(kind) > 0).collect();
    let wanted = kinds.iter().flat_map(|kind| newest(moment, kind, theme));
    let mut lists = moment.some_lists(&wanted.collect::<Vec<_>>()).await?.into_iter();
    let mut shelves = Vec::new();
    for kind in kinds {
        let (coming, newest) = (lists.next().unwrap_or_default(), lists.next().unwrap_or_default());
        let items = if coming.is_empty() { newest } else { coming };
        if items.is_empty() {
            continue;
        }
        let list = kind.list.map(|list| {
            let href = frame.on_day(&format!("{}?tema={theme}", kind.path));
            (href, t.with(list.count, "count", count(kind)))
        });
        let card = |item| CardView::new(item, kind, registers, t, moment.day()).then(visit);
        shelves.push(Shelf {
            id: kind.path,
            heading: kind.list.map_or_else(|| t.get("themes-pages"), |list| t.get(list.heading)),
            cards: items.iter().map(card).collect(),
            all: list,
        });
    }
    Ok(shelves)
}

/// What is to come of a kind, when it takes place, and the newest of it: the first that has any is shown.
fn newest(moment: &Moment<'_>, kind: &Kind, theme: &str) -> [Wanted; 2] {
    let having = Some(("theme", &[theme][..]));
    let coming = if kind.when.is_some() { SHOWN } else { 0 };
    let most = if kind.list.is_some() { SHOWN } else { LISTLESS };
    [moment.coming(kind, having, coming), moment.newest(kind, having, most)]
}
