//! What stood there before: told from the log of a work, with who wrote something else, and when.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::form::Line;
use crate::app::App;
use crate::error::Error;
use crate::i18n::{Text, Words};
use crate::people::persons;
use crate::work::{Change, Changed, Open};

/// Every time that something was written anew, the newest first.
pub struct Past {
    changes: Vec<Change>,
    names: BTreeMap<Uuid, String>,
}

/// What stood there, until somebody wrote something else.
pub struct Before {
    pub when: Words,
    pub lines: Vec<Line>,
}

impl Past {
    /// Of these sorts of writes, on one thing or on the work as a whole.
    pub async fn load(
        app: &App,
        open: &Open,
        what: &[Changed],
        on: Option<Uuid>,
    ) -> Result<Self, Error> {
        let changes = open.changes_of(&app.db, (what, on)).await?;
        let people = changes.iter().map(|change| change.person_id).collect();
        let names = persons::names(&app.db, people).await?;
        Ok(Self { changes, names })
    }

    /// In words; what was not there before is left out.
    pub fn told(&self, t: Text, lines: impl Fn(&Change) -> Option<Vec<Line>>) -> Vec<Before> {
        let nobody = t.plain("improvement-somebody");
        let one = |change: &Change| {
            let lines = lines(change)?;
            let who = self.names.get(&change.person_id).unwrap_or(&nobody);
            let day = t.day(*change.made_at);
            let when = t.with2("improvement-log-until", "day", day, "who", who);
            Some(Before { when, lines })
        };
        self.changes.iter().filter_map(one).collect()
    }
}
