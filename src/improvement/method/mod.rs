//! The method that a team follows: its phases with what they have done in each, and what is suggested next.

mod choose;
mod show;
mod step;
#[cfg(test)]
mod tests;
mod words;

use super::path;
use crate::i18n::{Lang, Text, Words};
use crate::rights::Right;
use crate::room::Route;
use crate::work::Open;
use crate::work::method::{Followed, Said};

pub fn routes() -> Vec<Route> {
    const KNOWN: Right = Right::LoggedIn;
    vec![
        Route::get("/{lang}/arbeid/{id}/faser", KNOWN, show::show),
        Route::get("/{lang}/arbeid/{id}/faser/{step}", KNOWN, step::show),
        Route::post("/{lang}/arbeid/{id}/faser/{step}", KNOWN, step::send),
        Route::get("/{lang}/arbeid/{id}/metode", KNOWN, choose::show),
        Route::post("/{lang}/arbeid/{id}/metode", KNOWN, choose::send),
        Route::get("/{lang}/arbeid/{id}/metode/ord", KNOWN, words::show),
        Route::post("/{lang}/arbeid/{id}/metode/ord", KNOWN, words::send),
    ]
}

/// Where the phases of a work are.
fn place(lang: Lang, work: uuid::Uuid) -> String {
    format!("{}/faser", path(lang, work))
}

/// A text of a template, in the reader's language or in bokmål.
pub fn said(t: Text, said: &Said) -> Words {
    let found = [t.lang, Lang::Nb].into_iter().find_map(|lang| Some((lang, said.get(&lang)?)));
    let (lang, text) = found.map_or((t.lang, ""), |(lang, text)| (lang, text.as_str()));
    Words::name(t.lang, text, lang)
}

/// What a phase or a step is called: by the team, else by the template.
pub fn called(t: Text, open: &Open, followed: &Followed, id: &str, title: &Said) -> Words {
    let own = followed.own.get(id).filter(|own| !own.is_empty());
    own.map_or_else(|| said(t, title), |own| written(t, open, own))
}

/// What the team wrote, in the language that they wrote it in.
fn written(t: Text, open: &Open, text: &str) -> Words {
    Words::name(t.lang, text, Lang::parse(&open.work.lang).unwrap_or(Lang::Nb))
}
