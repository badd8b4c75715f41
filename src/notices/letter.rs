//! The letter: what waits, in whole sentences with titles, so that nobody must log in to know what it is
//! about. No name stands in it.

use std::fmt::Write as _;

use time::Date;
use uuid::Uuid;

use super::leave;
use crate::app::App;
use crate::i18n::Text;
use crate::mail::{Digest, Letter};
use crate::waiting::{Named, Stale, Waiting};
use crate::work::{Due, ToDo};

/// So many of each sort are named.
const NAMED: usize = 20;

/// One sort of what waits: its heading, and a line with a link for each.
fn part(t: Text, heading: &str, all: &[(String, String)]) -> String {
    let mut text = String::new();
    if all.is_empty() {
        return text;
    }
    let _ = writeln!(text, "{}", t.plain(heading));
    for (line, link) in all.iter().take(NAMED) {
        let _ = writeln!(text, "- {line}\n  {link}");
    }
    if all.len() > NAMED {
        let _ = writeln!(text, "{}", t.plain_with("notices-more", "count", all.len() - NAMED));
    }
    text.push('\n');
    text
}

/// The lines of numbers that are due, each with the way straight to its field.
pub fn numbers(app: &App, t: Text, due: &[Due]) -> String {
    let site = format!("{}/{}", app.public_url(), t.lang.code());
    let one = |one: &Due| {
        let Due { work, measure, period, .. } = one;
        let said = one.frequency.said(t, *period);
        let line = format!("{}, {}: {said}", one.title, one.name);
        (line, format!("{site}/arbeid/{work}/tall/{measure}?tid={period}#tall"))
    };
    let all: Vec<(String, String)> = due.iter().map(one).collect();
    part(t, "notices-numbers", &all)
}

/// The lines of tasks: other ones when the day of one has passed, so it is told of once more.
pub fn tasks(app: &App, t: Text, all: &[ToDo], today: Date) -> String {
    let site = format!("{}/{}", app.public_url(), t.lang.code());
    let one = |one: &ToDo| {
        let key = if one.due < today { "notices-task-late" } else { "notices-due-by" };
        let title = format!("{}: {}", one.title, one.words);
        let line = t.plain_with2(key, "title", title, "day", t.date(one.due));
        (line, format!("{site}/arbeid/{}/oppgaver", one.work))
    };
    let all: Vec<(String, String)> = all.iter().map(one).collect();
    part(t, "notices-tasks", &all)
}

/// The lines of translations whose original moved on, each with the way to what was changed.
pub fn stale(app: &App, t: Text, all: &[Stale]) -> String {
    let site = format!("{}/{}", app.public_url(), t.lang.code());
    let one = |one: &Stale| {
        let (title, day) = (one.named.title.as_str(), t.day(one.since));
        let line = t.plain_with2("notices-stale-since", "title", title, "day", day);
        (line, format!("{site}/skriv/{}/sprak#endret", one.named.item))
    };
    let all: Vec<(String, String)> = all.iter().map(one).collect();
    part(t, "notices-stale", &all)
}

/// The lines of what waits; the same as long as the same does.
pub fn lines(app: &App, t: Text, waiting: &Waiting) -> String {
    let mut text = String::new();
    let mut part = |heading: &str, all: Vec<(String, String)>| {
        text.push_str(&part(t, heading, &all));
    };
    let at = |named: &Named, page: &str| {
        format!("{}/{}/skriv/{}{page}", app.public_url(), t.lang.code(), named.item)
    };
    let texts = [
        ("notices-asked", &waiting.asked),
        ("notices-reviews", &waiting.reviews),
        ("notices-approved", &waiting.approved),
    ];
    for (heading, all) in texts {
        let all = all.iter().map(|one| (one.title.clone(), at(one, "/steg")));
        part(heading, all.collect());
    }
    let remarks = waiting.remarks.iter().map(|(one, many)| {
        let title = one.title.as_str();
        let words = t.plain_with2("notices-remarks-on", "title", title, "count", *many);
        (words, at(one, "/merknader"))
    });
    part("notices-remarks", remarks.collect());
    let due = waiting.due.iter().map(|(one, by)| {
        let title = one.title.as_str();
        let words = t.plain_with2("notices-due-by", "title", title, "day", t.date(*by));
        (words, at(one, ""))
    });
    part("notices-due", due.collect());
    text
}

pub fn digest(app: &App, t: Text, person: Uuid, to: &str, lines: &str) -> Digest {
    let (site, lang) = (app.public_url(), t.lang.code());
    let end = format!("{site}/{lang}/varsler/avmelding/{}", leave::token(&app.seal, person));
    let mut text = format!("{}\n\n{lines}", t.plain("notices-mail-lead"));
    let _ = writeln!(text, "{}\n{site}/{lang}/min-side", t.plain("notices-mail-all"));
    let _ = writeln!(text, "\n-- \n{}\n{end}", t.plain("notices-mail-leave"));
    let letter = Letter {
        to: to.to_owned(),
        reply_to: None,
        subject: t.plain("notices-mail-subject"),
        text,
        id: app.clock.random_id(),
    };
    Digest { letter, leave: end }
}
