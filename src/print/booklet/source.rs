//! Where the texts of a booklet are chosen from: a list, a theme, or a search, as its address says.

use std::collections::HashSet;

use uuid::Uuid;

use super::MOST;
use crate::app::App;
use crate::error::Error;
use crate::find;
use crate::i18n::Lang;
use crate::items::list::{self, Wanted};
use crate::items::{Item, Registers, past, read};
use crate::kinds::Kind;
use crate::library::listing;
use crate::library::moment::Moment;
use crate::web::{Query, Visit};

/// The texts that can be ticked, and what they are called together.
pub struct Source {
    pub title: String,
    pub texts: Vec<Candidate>,
    /// There are more than can be shown.
    pub cut: bool,
    /// The page that one came from.
    pub back: String,
    pub back_name: String,
}

pub struct Candidate {
    pub id: Uuid,
    pub title: String,
    pub href: String,
    /// What one of its kind is called; empty when all are of the same.
    pub kind: String,
    pub lang: &'static str,
}

/// The parameter that says which of the three it is: `sok`, `tema`, or the noun of a kind.
pub const FROM: &str = "fra";

pub async fn read(app: &App, visit: &Visit, query: &Query) -> Result<Source, Error> {
    let rest = query.with(FROM, "").with("ingen", "");
    match query.one(FROM)? {
        "sok" => of_search(app, visit, &rest).await,
        "tema" => of_theme(app, visit, &rest).await,
        path => {
            let kind = app.kinds.at(path);
            of_list(app, visit, &rest, kind.ok_or(Error::NotUnderstood(FROM))?).await
        }
    }
}

async fn of_search(app: &App, visit: &Visit, query: &Query) -> Result<Source, Error> {
    app.limits.count(&find::SEARCH, &visit.asker)?;
    let t = visit.t;
    let ids = find::best(app, visit, query, MOST + 1).await?;
    let items = public(app, visit, &ids).await?;
    let words = query.get("q").unwrap_or_default().trim().to_owned();
    let title = if words.is_empty() {
        t.plain("print-booklet")
    } else {
        t.plain_with("print-booklet-of-search", "words", words.as_str())
    };
    let back = format!("/{}/sok{query}", t.lang.code());
    Ok(source(app, visit, title, items, back, t.plain("web-search-button")))
}

/// These texts, when it can't be known any more what they were chosen from.
pub async fn of_ids(app: &App, visit: &Visit, ids: &[Uuid]) -> Result<Source, Error> {
    let items = public(app, visit, ids).await?;
    let back = format!("/{}/hefte{}", visit.lang().code(), visit.day_query());
    let name = visit.t.plain("print-booklet");
    Ok(source(app, visit, name.clone(), items, back, name))
}

/// None of them, while the database does not answer.
pub fn unread(visit: &Visit) -> Source {
    let back = format!("/{}/hefte{}", visit.lang().code(), visit.day_query());
    let back_name = visit.t.plain("print-booklet");
    Source { title: String::new(), texts: Vec::new(), cut: false, back, back_name }
}

/// Those of the texts that the public can read, on the day that is asked for, in this order.
pub async fn public(app: &App, visit: &Visit, ids: &[Uuid]) -> Result<Vec<Item>, Error> {
    let mut items: Vec<Item> = match visit.at {
        Some(at) => {
            let shown = past::shown(&app.db, ids, at.until).await?;
            shown.into_iter().map(|shown| shown.item).collect()
        }
        None => read::visible_by_ids(&app.db, ids).await?,
    };
    items.sort_by_key(|item| ids.iter().position(|id| *id == item.id));
    Ok(items)
}

async fn of_theme(app: &App, visit: &Visit, query: &Query) -> Result<Source, Error> {
    let t = visit.t;
    let registers = Registers::load(&app.db).await?;
    let slug = query.one("tema")?;
    let theme = registers.themes.get(slug).ok_or(Error::NotUnderstood("tema"))?;
    let moment = Moment::of(app, visit);
    let of_kind = |kind| moment.newest(kind, Some(("theme", &[slug])), MOST as u64 + 1);
    let wanted: Vec<Wanted> = app.kinds.iter().map(of_kind).collect();
    let items: Vec<Item> = moment.some_lists(&wanted).await?.into_iter().flatten().collect();
    let title = theme.name(t.lang).to_owned();
    let back = format!("/{}/tema/{slug}{}", t.lang.code(), visit.day_query());
    Ok(source(app, visit, title, items, back, t.plain("web-menu-themes")))
}

async fn of_list(
    app: &App,
    visit: &Visit,
    query: &Query,
    kind: &'static Kind,
) -> Result<Source, Error> {
    let t = visit.t;
    let (wanted, names) = listing::from_start(app, visit, query, kind).await?;
    let items = list::first(&app.catalogue, &wanted, MOST as u64 + 1).await?;
    let back = format!("/{}/{}{query}", t.lang.code(), kind.path);
    let heading = kind.list.map(|list| t.plain(list.heading)).unwrap_or_default();
    let title =
        if names.is_empty() { heading.clone() } else { format!("{heading}: {}", names.join(", ")) };
    Ok(source(app, visit, title, items, back, heading))
}

/// Of a text and its translations one is enough: in the reader's language, else the first of them.
fn one_of_each(items: &mut Vec<Item>, lang: &str) {
    let origin = |item: &Item| item.original_id.unwrap_or(item.id);
    let own: HashSet<Uuid> = items.iter().filter(|item| item.lang == lang).map(origin).collect();
    let mut seen = HashSet::new();
    items.retain(|item| {
        let origin = origin(item);
        (item.lang == lang || !own.contains(&origin)) && seen.insert(origin)
    });
}

fn source(
    app: &App,
    visit: &Visit,
    title: String,
    mut items: Vec<Item>,
    back: String,
    back_name: String,
) -> Source {
    one_of_each(&mut items, visit.lang().code());
    let cut = items.len() > MOST;
    items.truncate(MOST);
    let t = visit.t;
    let candidate = |item: Item| {
        let kind = app.kinds.named(&item.kind)?;
        let lang = Lang::parse(&item.lang).filter(|lang| *lang != t.lang);
        Some(Candidate {
            id: item.id,
            href: format!("/{}/{}/{}{}", t.lang.code(), kind.path, item.slug, visit.day_query()),
            kind: t.plain(kind.word),
            lang: lang.map_or("", Lang::code),
            title: item.title,
        })
    };
    let title = title.chars().take(super::form::LONGEST_TITLE).collect();
    let mut texts: Vec<Candidate> = items.into_iter().filter_map(candidate).collect();
    // Of what kind they are is told where there are several.
    if texts.iter().all(|text| text.kind == texts[0].kind) {
        for text in &mut texts {
            text.kind.clear();
        }
    }
    Source { title, texts, cut, back, back_name }
}
