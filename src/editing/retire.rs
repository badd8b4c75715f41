//! What is asked before a public text is archived or withdrawn: why, with a word on what readers meet then.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::act::{DO, LIMIT};
use super::desk::{at, called};
use super::form::NUMBER;
use crate::app::App;
use crate::error::Error;
use crate::forms::{Field, Filled, Form, RegisterNames, View};
use crate::i18n::{Text, Words};
use crate::items::{State, Working, item_state};

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
}

pub fn question(t: Text, what: Retiring, filled: &Filled) -> Question {
    let (heading, told, button, say) = match what {
        Retiring::Archive => {
            ("editing-archive-ask", "editing-archive-told", "arkiver", "editing-archive-do")
        }
        Retiring::Withdraw => {
            ("editing-withdraw-ask", "editing-withdraw-told", "trekk", "editing-withdraw-do")
        }
    };
    Question {
        heading: t.get(heading),
        told: t.get(told),
        button,
        say: t.get(say),
        fields: View::new(t, &form(), filled, &RegisterNames::default()),
    }
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
