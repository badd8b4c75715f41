//! Pages that stand for themselves: about, accessibility, privacy, how improvement work is done.

use axum::Router;
use axum::extract::State;
use axum::routing::get;
use serde_json::Value;

use crate::app::App;
use crate::error::Reply;
use crate::library::article::{self, Beside};
use crate::library::registers::THEME;
use crate::library::{Fault, Kind, Says, Told, Words};
use crate::web::Visit;
use crate::web::visit::{Named, Slug};

pub const KIND: Kind = Kind {
    name: "page",
    path: "sider",
    check,
    facets: |_, _| Vec::new(),
    card: |_| Value::Null,
    is_dated: false,
    says: |_, _| Says::default(),
    filters: &[THEME],
    told: |_, _| Told::default(),
    words: |_| Words::default(),
};

pub fn routes() -> Router<App> {
    Router::new().route("/{lang}/sider/{slug}", get(show))
}

async fn show(State(app): State<App>, visit: Visit, Named(Slug { slug }): Named<Slug>) -> Reply {
    article::show(&app, &visit, &KIND, &slug, None, |_, _| Beside::default()).await
}

/// A page is its text; it has no facts.
fn check(facts: Value) -> Result<Value, Vec<Fault>> {
    match facts {
        Value::Null => Ok(Value::Null),
        Value::Object(map) if map.is_empty() => Ok(Value::Null),
        _ => Err(vec![Fault::malformed("facts", "a page has no facts of its own")]),
    }
}
