//! What is asked before a public text is archived or withdrawn: why, with a word on what readers meet then.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::act::{DO, LIMIT};
use super::desk::{at, called, lang_attr};
use super::form::NUMBER;
use super::path;
use crate::app::App;
use crate::error::Error;
use crate::forms::{Field, Filled, Form, RegisterNames, View};
use crate::i18n::{Text, Words};
use crate::items::{Item, State, Working, item_state, read};
use crate::rights::Who;

/// Where it is said.
pub const WHY: &str = "grunn";

/// Taken from lists, or from all readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retiring {
    Archive,
    Withdraw,
}

impl Retiring {
    /// As the buttons call it.
    pub fn of(name: &str) -> Option<Self> {
        match name {
            "arkiver" => Some(Self::Archive),
            "trekk" => Some(Self::Withdraw),
            _ => None,
        }
    }
}

pub fn form() -> Form {
    let why = Field::text(WHY, "editing-retire-why", 500, 3).needed();
    Form::new(LIMIT, [why.helped("editing-retire-why-help")]).hiding([NUMBER, DO])
}

/// The question, as the page shows it.
pub struct Question {
    pub heading: Words,
    /// What readers meet when it is done.
    pub told: Words,
    pub button: &'static str,
    pub say: Words,
    pub fields: View,
    /// What readers have still then.
    pub translations: Vec<Left>,
}

/// A translation that nothing is done with.
pub struct Left {
    pub title: String,
    /// The language of the title; empty when it is the reader's own.
    pub lang: &'static str,
    /// Where it is archived or withdrawn in its turn, and for those who may not, where readers have it.
    pub href: String,
}

/// What is asked of who wants to do this with it; nothing of who wants neither.
pub async fn question(
    app: &App,
    (t, who): (Text, &Who),
    item: &Working,
    (what, filled): (Option<Retiring>, &Filled),
) -> Result<Option<Question>, Error> {
    let Some(what) = what else { return Ok(None) };
    let (heading, told, button, say) = match what {
        Retiring::Archive => {
            ("editing-archive-ask", "editing-archive-told", "arkiver", "editing-archive-do")
        }
        Retiring::Withdraw => {
            ("editing-withdraw-ask", "editing-withdraw-told", "trekk", "editing-withdraw-do")
        }
    };
    Ok(Some(Question {
        heading: t.get(heading),
        told: t.get(told),
        button,
        say: t.get(say),
        fields: View::new(t, &form(), filled, &RegisterNames::default()),
        translations: left(app, (t, who), item, what).await?,
    }))
}

async fn left(
    app: &App,
    (t, who): (Text, &Who),
    item: &Working,
    what: Retiring,
) -> Result<Vec<Left>, Error> {
    let (original, code) = (item.item.id, t.lang.code());
    let stands = |one: &Item| match what {
        Retiring::Archive => one.state() == State::Published,
        Retiring::Withdraw => one.state().is_visible(),
    };
    let left = |one: Item| {
        let kind = app.kinds.named(&one.kind)?;
        let href = if who.edits_for(one.centre_id) {
            format!("{}/steg", path(code, one.id))
        } else {
            format!("/{code}/{}/{}", kind.path, one.slug)
        };
        Some(Left { lang: lang_attr(t, &one.lang), title: one.title, href })
    };
    let mut family = read::family(&app.db, original).await?;
    family.retain(|one| one.original_id == Some(original) && stands(one));
    Ok(family.into_iter().filter_map(left).collect())
}

/// Why it is in the archive or withdrawn, who said so, and when.
pub async fn told(app: &App, t: Text, item: &Working) -> Result<Option<String>, Error> {
    let state = item.item.state();
    if !matches!(state, State::Archived | State::Withdrawn) {
        return Ok(None);
    }
    let newest = item_state::Entity::find()
        .filter(item_state::Column::ItemId.eq(item.item.id))
        .filter(item_state::Column::State.eq(state.name()))
        .order_by_desc(item_state::Column::At)
        .one(&app.db)
        .await?;
    let Some((row, reason)) = newest.and_then(|row| row.reason.clone().map(|why| (row, why)))
    else {
        return Ok(None);
    };
    let name = match row.author {
        Some(author) => called(app, t, author).await?,
        None => t.plain("editing-imported"),
    };
    let by = t.plain_with2("editing-remark-by", "name", name, "at", at(t, *row.at));
    Ok(Some(format!("{reason} ({by})")))
}
