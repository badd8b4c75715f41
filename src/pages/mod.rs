//! Pages that stand for themselves: about, accessibility, privacy, how improvement work is done.

use axum::Router;

use crate::app::App;
use crate::library::Kind;
use crate::library::article::{self, Beside};
use crate::library::registers::THEME;
use crate::library::sharing::{Schema, Sharing};

/// A page is its text; it has no facts, and no list leads to it.
pub const KIND: Kind = Kind {
    name: "page",
    word: "pages-word",
    path: "sider",
    filters: &[THEME],
    sharing: Sharing { schema: |_| Schema::of("WebPage"), ..Sharing::PLAIN },
    ..Kind::PLAIN
};

pub fn routes() -> Router<App> {
    article::routes(&KIND, |_, _| Beside::default())
}
