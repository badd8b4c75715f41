//! Three views of the centres of a day: a list, a map and a timeline.

use axum::extract::State;

use super::{country, list, years};
use crate::app::App;
use crate::error::{Error, Reply};
use crate::i18n::Words;
use crate::web::Visit;
use crate::web::visit::Undated;

/// How the centres are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    List,
    Map,
    Timeline,
}

/// A way to another view of the same day.
pub struct Choice {
    pub name: Words,
    pub href: String,
    pub is_current: bool,
}

impl View {
    const ALL: [Self; 3] = [Self::List, Self::Map, Self::Timeline];

    /// What stands in the address; the list needs nothing.
    pub fn name(self) -> &'static str {
        match self {
            Self::List => "liste",
            Self::Map => "kart",
            Self::Timeline => "tidslinje",
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::List => "atlas-view-list",
            Self::Map => "atlas-view-map",
            Self::Timeline => "atlas-view-timeline",
        }
    }

    fn read(visit: &Visit) -> Result<Self, Error> {
        match visit.parameters()?.get("visning") {
            None | Some("") => Ok(Self::List),
            Some(name) => Self::ALL
                .into_iter()
                .find(|view| view.name() == name)
                .ok_or(Error::NotUnderstood("visning")),
        }
    }

    /// The views with their addresses, keeping the day.
    pub fn choices(self, visit: &Visit, per: &super::Per) -> Vec<Choice> {
        let choice = |view: Self| {
            let mut query: Vec<String> = Vec::new();
            if view != Self::List {
                query.push(format!("visning={}", view.name()));
            }
            if per.is_chosen() {
                query.push(format!("per={}", per.day));
            }
            let ask = if query.is_empty() { "" } else { "?" };
            let href = format!("/{}/sentre{ask}{}", visit.t.lang.code(), query.join("&"));
            Choice { name: visit.t.get(view.key()), href, is_current: view == self }
        };
        Self::ALL.map(choice).into()
    }
}

pub async fn show(State(app): State<App>, Undated(visit): Undated) -> Reply {
    match View::read(&visit)? {
        View::List => list::show(State(app), Undated(visit)).await,
        View::Map => country::show(app, visit).await,
        View::Timeline => years::show(app, visit).await,
    }
}
