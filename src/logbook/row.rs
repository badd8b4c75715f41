//! A row of the log as a page says it.

use uuid::Uuid;

use super::told;
use crate::dates::Local;
use crate::i18n::{Text, Words};
use crate::people::What;
use crate::people::audit;

pub struct Row {
    pub at: String,
    pub what: Words,
    pub by: String,
    /// The person, place, text or such that it was done to.
    pub on: String,
    pub network: String,
    pub details: String,
}

impl Row {
    /// `called` tells what a person, a place or a public text is called; none for what is gone, or is not
    /// for all to know.
    pub fn new(t: Text, row: audit::Model, called: impl Fn(Uuid) -> Option<String>) -> Self {
        let what = What::named(&row.what);
        let on = match (row.on_kind.as_deref(), row.on_id) {
            (Some(kind), Some(id)) => called(id).or_else(|| told::on(kind).map(|key| t.plain(key))),
            _ => None,
        };
        let somebody = |id: Uuid| called(id).unwrap_or_else(|| t.plain("logbook-gone"));
        Self {
            at: t.local(Local::at(*row.at)),
            what: t.get(what.map_or("logbook-what-other", What::key)),
            by: row.actor.map(somebody).unwrap_or_default(),
            on: on.unwrap_or_default(),
            network: row.network.unwrap_or_default(),
            details: told::told(t, &row.details, &called),
        }
    }
}
