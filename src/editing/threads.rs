//! What was said of a text, each at its place: the remark, the answers below it, and how it ended.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use uuid::Uuid;

use super::desk::at;
use super::passages::{self, Flat, Line};
use super::{may, notes};
use crate::app::App;
use crate::error::Error;
use crate::i18n::Text;
use crate::items::{Working, remark, remark_answer};
use crate::people::persons;
use crate::rights::Who;

/// A remark with all that was said below it.
pub struct Thread {
    /// Its number on the page.
    pub number: usize,
    pub id: Uuid,
    pub passage: String,
    /// The passage stands in the newest text still.
    pub is_there: bool,
    pub words: String,
    pub by: String,
    pub answers: Vec<Answer>,
    /// Who says that it is, of one that is resolved.
    pub resolved: Option<String>,
    pub may_resolve: bool,
    /// The form of an answer stands below it.
    pub is_answered: bool,
}

pub struct Answer {
    pub by: String,
    pub words: String,
}

/// The remarks on a text, and the text with their passages marked.
pub struct Threads {
    pub all: Vec<Thread>,
    pub lines: Vec<Line>,
}

/// A remark, and where its passage stands.
type Placed = (remark::Model, Option<Range<usize>>);

/// Those that wait come first, as their passages stand in the text; then those on all of it or on what is
/// gone, and last what is resolved.
pub async fn of(
    app: &App,
    t: Text,
    who: &Who,
    item: &Working,
    text: &str,
) -> Result<Threads, Error> {
    let id = item.item.id;
    let (rows, said) = (notes::of(&app.db, id).await?, notes::answers(&app.db, id).await?);
    let people = rows.iter().flat_map(|row| [Some(row.person_id), row.resolved_by]).flatten();
    let people: BTreeSet<Uuid> = people.chain(said.iter().map(|row| row.person_id)).collect();
    let names = persons::names(&app.db, people).await?;
    let flat = Flat::of(text);
    let with_place = |row: remark::Model| {
        let place = flat.find(&row.passage);
        (row, place)
    };
    let mut placed: Vec<Placed> = rows.into_iter().map(with_place).collect();
    placed.sort_by_key(|(row, place)| {
        let start = place.as_ref().map_or(usize::MAX, |place| place.start);
        (row.resolved_at.is_some(), start, row.id)
    });
    let numbered = placed.iter().enumerate();
    let open = numbered.filter(|(_, (row, _))| row.resolved_at.is_none());
    let marks = open.filter_map(|(n, (_, place))| Some((n + 1, place.clone()?)));
    let marks: Vec<(usize, Range<usize>)> = marks.collect();
    let maker = Maker { t, names, said, who, may_write: may::write(who, item) };
    let all = placed.into_iter().enumerate();
    let all = all.map(|(n, (row, place))| maker.thread(n + 1, row, place.is_some()));
    Ok(Threads { all: all.collect(), lines: passages::lines(text, &marks) })
}

struct Maker<'a> {
    t: Text,
    names: BTreeMap<Uuid, String>,
    said: Vec<remark_answer::Model>,
    who: &'a Who,
    may_write: bool,
}

impl Maker<'_> {
    fn name(&self, person: Uuid) -> String {
        let found = self.names.get(&person).cloned();
        found.unwrap_or_else(|| self.t.plain("editing-somebody"))
    }

    fn thread(&self, number: usize, row: remark::Model, is_there: bool) -> Thread {
        let by = |person: Uuid, when: time::OffsetDateTime| {
            let (name, when) = (self.name(person), at(self.t, when));
            self.t.plain_with2("editing-remark-by", "name", name, "at", when)
        };
        let below = self.said.iter().filter(|answer| answer.remark_id == row.id);
        let answer = |said: &remark_answer::Model| Answer {
            by: by(said.person_id, *said.made_at),
            words: said.words.clone(),
        };
        let resolved = row
            .resolved_by
            .map(|who| self.t.plain_with("editing-remark-resolved", "name", self.name(who)));
        Thread {
            number,
            id: row.id,
            is_there,
            by: by(row.person_id, *row.made_at),
            answers: below.map(answer).collect(),
            resolved,
            may_resolve: self.may_write || row.person_id == self.who.id,
            is_answered: false,
            passage: row.passage,
            words: row.words,
        }
    }
}
