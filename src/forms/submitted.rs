//! What was sent, letter for letter, by the names of the inputs.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use axum::body::Bytes;

use super::path;
use super::spare::Sparing;
use crate::text::Fault;

/// Everything that somebody typed, ticked and attached. Bytes that are no UTF-8 become «�», so that
/// the page can show what came, and are told; nothing is thrown away before the form has looked at it.
#[derive(Clone, Debug, Default)]
pub struct Submitted {
    values: BTreeMap<String, Vec<String>>,
    pub uploads: Vec<Upload>,
    /// What went wrong on the way here: too long, broken off, mangled.
    pub broken: Vec<Fault>,
    /// Is some of what was sent not here? Then nobody can say of an input that it was not filled in.
    pub(super) is_partial: bool,
    /// The input that the page opens at: the first of a row that was just added.
    pub focus: Option<String>,
    /// Has what looks like an identity number been masked, but for what is none?
    pub(super) is_looked_through: bool,
    /// What is asked of that.
    pub(super) sparing: Option<Sparing>,
    count: usize,
}

/// A file that came with a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// The name of its input.
    pub path: String,
    /// What the sender calls it, without folders.
    pub name: String,
    /// What the sender says that it is; whoever keeps it looks for themselves.
    pub media_type: String,
    pub bytes: Bytes,
}

/// Bytes that are no letters.
const MANGLED: &str = "forms-fault-mangled";
const SAID: usize = 10;

/// No form of ours has so many inputs; a body of a million `&` is no form.
const MOST: usize = 20_000;

impl Submitted {
    /// Reads `name=value&…`, the form's usual way. With `cut`, the body went on past what was read.
    pub fn read_urlencoded(&mut self, body: &[u8], cut: bool) {
        let body = if cut { before_escape(body) } else { body };
        let mut parts = body.split(|byte| *byte == b'&').peekable();
        while let Some(part) = parts.next() {
            let is_cut = cut && parts.peek().is_none();
            // A name that was cut is not the name of anything.
            if part.is_empty() || (is_cut && !part.contains(&b'=')) {
                continue;
            }
            for (name, value) in form_urlencoded::parse(part) {
                // One that was cut may end within a letter: that it was cut is told anyway.
                if !is_cut && !is_text(part) {
                    self.say_mangled(&name);
                }
                let value = if is_cut { value.trim_end_matches('\u{fffd}').into() } else { value };
                self.add(name, value);
            }
        }
    }

    /// The value of an input; the first with something in it if there are several, and empty if there
    /// is none. Whether they differ, [`Filled::read`](super::Filled::read) says.
    pub fn value(&self, name: &str) -> &str {
        let values = self.values(name);
        let filled = values.iter().find(|value| !value.trim().is_empty());
        filled.or(values.first()).map_or("", String::as_str)
    }

    /// Was an input sent with values that differ? One that is empty says nothing, and no two things.
    pub(super) fn differs(&self, name: &str) -> bool {
        let mut filled =
            self.values(name).iter().map(|one| one.trim()).filter(|one| !one.is_empty());
        filled.next().is_some_and(|first| filled.any(|other| other != first))
    }

    /// Every value of an input that repeats, such as boxes that are ticked.
    pub fn values(&self, name: &str) -> &[String] {
        self.values.get(name).map_or(&[], Vec::as_slice)
    }

    /// One more value of an input.
    pub fn add(&mut self, name: impl Into<String>, value: impl Into<String>) {
        if self.has_room() {
            self.values.entry(name.into()).or_default().push(value.into());
        }
    }

    /// One more file.
    pub fn attach(&mut self, upload: Upload) {
        if self.has_room() {
            self.uploads.push(upload);
        }
    }

    /// Says that some of what stands in an input is no UTF-8. Of very many some are enough.
    pub(super) fn say_mangled(&mut self, name: &str) {
        let said = || self.broken.iter().filter(|fault| fault.key == MANGLED);
        if said().count() < SAID && said().all(|fault| fault.path != name) {
            self.broken.push(Fault::new(name, MANGLED));
        }
    }

    /// Counts one more input, and says so when it is the first too many.
    fn has_room(&mut self) -> bool {
        self.count += 1;
        if self.count == MOST + 1 {
            self.is_partial = true;
            self.broken.push(Fault::new(super::WHOLE, "forms-fault-too-many-inputs"));
        }
        self.count <= MOST
    }

    /// All values, each with the name of its input.
    pub(super) fn values_mut(&mut self) -> impl Iterator<Item = (&str, &mut String)> {
        let each = self.values.iter_mut();
        each.flat_map(|(name, values)| values.iter_mut().map(move |value| (name.as_str(), value)))
    }

    /// The only value of an input from now on.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.values.insert(name.to_owned(), vec![value.into()]);
    }

    pub fn take(&mut self, name: &str) -> Vec<String> {
        self.values.remove(name).unwrap_or_default()
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.values.keys().map(String::as_str)
    }

    /// The files of an input, or of all below it.
    pub fn uploads_of<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Upload> {
        self.uploads.iter().filter(move |upload| is_below(&upload.path, name))
    }

    /// The numbers of a group's rows, in order: those that have something, and those that the page
    /// showed.
    pub(super) fn rows(&self, group: &str) -> Vec<usize> {
        let shown = self.values(group).iter().filter_map(|number| path::row(number));
        let of = |name: &str| {
            let rest = name.strip_prefix(group)?.strip_prefix('.')?;
            path::row(rest.split('.').next().unwrap_or_default())
        };
        let filled = self.below(group).filter_map(|(name, _)| of(name));
        let files = self.uploads.iter().filter_map(|upload| of(&upload.path));
        let rows: BTreeSet<usize> = shown.chain(filled).chain(files).collect();
        rows.into_iter().collect()
    }

    /// May something have been filled in here that never arrived?
    pub(super) fn may_be_lost(&self, name: &str) -> bool {
        let has_come = self.values.contains_key(name) || self.below(name).next().is_some();
        self.is_partial && !has_come
    }

    /// Is there anything in an input, or in any below it?
    pub(super) fn has(&self, name: &str) -> bool {
        let is_filled = |values: &[String]| values.iter().any(|value| !value.trim().is_empty());
        is_filled(self.values(name))
            || self.below(name).any(|(_, values)| is_filled(values))
            || self.uploads_of(name).next().is_some()
    }

    fn below<'a>(&'a self, name: &str) -> impl Iterator<Item = (&'a str, &'a [String])> + use<'a> {
        let start = format!("{name}.");
        let range = (Bound::Included(start.clone()), Bound::Unbounded);
        let from = self.values.range::<String, _>(range);
        let all = from.map(|(name, values)| (name.as_str(), values.as_slice()));
        all.take_while(move |(name, _)| name.starts_with(&start))
    }

    /// Gives all of a row another number, or drops it.
    pub(super) fn move_row(&mut self, group: &str, from: usize, to: Option<usize>) {
        let old = format!("{group}.{from}");
        let names: Vec<String> = self.below(&old).map(|(name, _)| name.to_owned()).collect();
        for name in names {
            let values = self.values.remove(&name).unwrap_or_default();
            if let (Some(to), Some(rest)) = (to, name.strip_prefix(&old)) {
                self.values.insert(format!("{group}.{to}{rest}"), values);
            }
        }
        self.uploads.retain(|upload| to.is_some() || !is_below(&upload.path, &old));
        for upload in &mut self.uploads {
            if let (Some(to), true) = (to, is_below(&upload.path, &old)) {
                upload.path = format!("{group}.{to}{}", &upload.path[old.len()..]);
            }
        }
    }

    /// Says which rows a group has.
    pub(super) fn set_rows(&mut self, group: &str, rows: impl IntoIterator<Item = usize>) {
        let rows: Vec<String> = rows.into_iter().map(|number| number.to_string()).collect();
        if rows.is_empty() {
            self.values.remove(group);
        } else {
            self.values.insert(group.to_owned(), rows);
        }
    }
}

fn is_below(name: &str, above: &str) -> bool {
    name.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Is the value of `name=value` UTF-8?
fn is_text(part: &[u8]) -> bool {
    let value = part.splitn(2, |byte| *byte == b'=').nth(1).unwrap_or_default();
    percent_encoding::percent_decode(value).decode_utf8().is_ok()
}

/// Without the beginning of an escape at the very end.
fn before_escape(body: &[u8]) -> &[u8] {
    match body {
        [rest @ .., b'%'] | [rest @ .., b'%', _] => rest,
        whole => whole,
    }
}
