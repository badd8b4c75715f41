//! What a text makes use of and what it may lead to, found from its form: a button shows the form again
//! with what was found and all that was typed.

use axum::Json;
use axum::extract::State;
use axum::response::IntoResponse;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use uuid::Uuid;

use super::desk::Desk;
use crate::app::App;
use crate::error::{Error, Reply};
use crate::find::{self, Suggestion};
use crate::forms::Submitted;
use crate::i18n::{Lang, Text};
use crate::items::{Item, item_entity as item, read};
use crate::search::{self, Typed};
use crate::web::Visit;

/// The boxes of what it makes use of, by external id. An empty one says that the form has them at all.
pub const CHOSEN: &str = "bruker";
pub const WORDS: &str = "sok";
pub const FIND: &str = "finn";

/// As many as an import takes.
const MOST: usize = 100;
/// So many are found of each sort.
const SHOWN: usize = 8;
/// Nobody looks for more.
const LONGEST: usize = 200;

/// What the text makes use of.
pub struct Used {
    pub external: String,
    pub title: String,
}

/// What was found.
pub struct Found {
    pub to: Suggestion,
    /// Another text, that this one can make use of.
    pub external: Option<String>,
}

/// What the form shows of it.
pub struct Sought {
    pub words: String,
    pub is_asked: bool,
    pub chosen: Vec<Used>,
    pub found: Vec<Found>,
}

/// The external ids that are ticked, each once.
fn ticked(typed: &Submitted) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for one in typed.values(CHOSEN).iter().filter(|one| !one.is_empty()) {
        if all.len() < MOST && !all.contains(one) {
            all.push(one.clone());
        }
    }
    all
}

async fn by_external(app: &App, external: &[String]) -> Result<Vec<Item>, Error> {
    if external.is_empty() {
        return Ok(Vec::new());
    }
    let named = item::Column::ExternalId.is_in(external.iter().cloned());
    Ok(item::Entity::find().filter(named).all(&app.db).await?)
}

/// What is to be stored of what is ticked: public texts, and what stands there already. Nothing when the
/// form did not ask.
pub async fn chosen(
    app: &App,
    desk: &Desk,
    typed: &Submitted,
) -> Result<Option<Vec<String>>, Error> {
    if typed.values(CHOSEN).is_empty() {
        return Ok(None);
    }
    let ticked = ticked(typed);
    let known = by_external(app, &ticked).await?;
    let is_public = |one: &String| {
        known.iter().any(|item| item.external_id == *one && item.state().is_visible())
    };
    let is_good = |one: &String| {
        *one != desk.item.item.external_id && (desk.content.uses.contains(one) || is_public(one))
    };
    Ok(Some(ticked.into_iter().filter(is_good).collect()))
}

pub async fn sought(app: &App, t: Text, desk: &Desk, typed: &Submitted) -> Result<Sought, Error> {
    let has_boxes = !typed.values(CHOSEN).is_empty();
    let ticked = if has_boxes { ticked(typed) } else { desk.content.uses.clone() };
    let known = by_external(app, &ticked).await?;
    // What is somebody's own still is not told by its title, whoever knows its id.
    let is_told = |item: &&Item| item.state().is_visible();
    let title = |one: &String| known.iter().filter(is_told).find(|item| item.external_id == *one);
    let used = |one: String| Used {
        // What has not come yet is known by its id alone.
        title: title(&one).map_or_else(|| one.clone(), |item| item.title.clone()),
        external: one,
    };
    let words: String = typed.value(WORDS).trim().chars().take(LONGEST).collect();
    let is_asked = !typed.value(FIND).is_empty();
    let mut found = Vec::new();
    if is_asked {
        found = all(app, t, &words).await?;
    }
    let own = &desk.item.item.external_id;
    found.retain(|one| {
        one.external.as_ref().is_none_or(|external| external != own && !ticked.contains(external))
    });
    Ok(Sought { words, is_asked, chosen: ticked.into_iter().map(used).collect(), found })
}

/// Public texts, themes, places, centres and organisations.
async fn all(app: &App, t: Text, words: &str) -> Result<Vec<Found>, Error> {
    let mut found = texts(app, t, words).await?;
    let others = find::gone_to(app, t, words, SHOWN).await?;
    found.extend(others.into_iter().map(|to| Found { to, external: None }));
    Ok(found)
}

async fn texts(app: &App, t: Text, words: &str) -> Result<Vec<Found>, Error> {
    let typed = Typed::read(words);
    if typed.is_empty() {
        return Ok(Vec::new());
    }
    let titles = app.titles.find(&typed, t.lang.code(), SHOWN);
    let mut ids: Vec<Uuid> = titles.iter().map(|one| one.id).collect();
    // Whose title begins so first, then what the search of the site finds.
    let query = search::Query {
        words: words.to_owned(),
        limit: SHOWN,
        prefer_lang: Some(t.lang.code().to_owned()),
        ..search::Query::default()
    };
    for hit in find::ask(app, query).await?.hits {
        if !ids.contains(&hit.id) {
            ids.push(hit.id);
        }
    }
    ids.truncate(SHOWN);
    let rows = read::visible_by_ids(&app.db, &ids).await?;
    let found = |id: &Uuid| {
        let item = rows.iter().find(|item| item.id == *id)?;
        let kind = app.kinds.named(&item.kind)?;
        let lang = Lang::parse(&item.lang).filter(|lang| *lang != t.lang);
        let to = Suggestion {
            href: format!("/{}/{}/{}", t.lang.code(), kind.path, item.slug),
            text: item.title.clone(),
            note: t.plain(kind.word),
            lang: lang.map_or("", Lang::code),
        };
        Some(Found { to, external: Some(item.external_id.clone()) })
    };
    Ok(ids.iter().filter_map(found).collect())
}

impl Found {
    /// A link to it, as it stands in a text: brackets in its words would end them.
    pub fn mark(&self) -> String {
        let Suggestion { text, href, .. } = &self.to;
        format!("[{}]({href})", text.replace(['[', ']', '\\'], ""))
    }
}

#[derive(Serialize)]
struct Answer {
    items: Vec<Suggestion>,
}

/// The same while somebody types, for the script.
pub async fn json(State(app): State<App>, visit: Visit) -> Reply {
    app.limits.count(&find::SUGGEST, &visit.asker)?;
    let query = visit.parameters()?;
    let words: String = query.get("q").unwrap_or_default().trim().chars().take(LONGEST).collect();
    let found = all(&app, visit.t, &words).await?;
    let items = found.into_iter().map(|one| one.to).collect();
    Ok(Json(Answer { items }).into_response())
}
