//! The letter: what waits, of which kind, where and since when, so that nobody must log in to know what it is about. Of
//! others no more stands in it than the page tells whoever gets it: who asks for a role, and whose role is to be confirmed.

use std::fmt::Write as _;

use time::Date;
use uuid::Uuid;

use super::leave;
use crate::app::App;
use crate::i18n::Text;
use crate::login::Teller;
use crate::mail::{Digest, Letter};
use crate::people::invitations;
use crate::people::letter::role_key;
use crate::rights::RoleKind;
use crate::waiting::{Waits, Why};
use crate::work::{Due, TeamRole, ToDo};

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

/// The heading that it stands under. None for numbers and tasks, which are told of by other lines.
pub fn heading(why: Why) -> Option<&'static str> {
    match why {
        Why::Number { .. } | Why::Task { .. } => None,
        Why::Invited => Some("notices-invited"),
        Why::Asked => Some("notices-asked"),
        Why::Review => Some("notices-reviews"),
        Why::Approved => Some("notices-approved"),
        Why::Remarks(_) => Some("notices-remarks"),
        Why::Due(_) => Some("notices-due"),
        Why::Adoption => Some("notices-adoptions"),
        Why::RoleAsked => Some("notices-roles-asked"),
        Why::Stale(_) => Some("notices-stale"),
        Why::LeftBehind => Some("notices-left-behind"),
        Why::Barriers(_) => Some("notices-barriers"),
        Why::Statements(_) => Some("notices-statements"),
        Why::PassedOn => Some("notices-passed-on"),
        Why::RoleDue(_) => Some("notices-roles-due"),
    }
}

/// The lines of what waits, in the order of the list: what it is, by when or since when, of which kind and where.
pub fn lines(app: &App, teller: Teller<'_>, all: &[Waits]) -> String {
    let mut parts: Vec<(&str, Vec<(String, String)>)> = Vec::new();
    for one in all {
        let Some(heading) = heading(one.why) else { continue };
        let line = line(app, teller, one);
        match parts.iter_mut().find(|(other, _)| *other == heading) {
            Some((_, lines)) => lines.push(line),
            None => parts.push((heading, vec![line])),
        }
    }
    let mut text = String::new();
    for (heading, lines) in &parts {
        text.push_str(&part(teller.t, heading, lines));
    }
    text
}

fn line(app: &App, teller: Teller<'_>, one: &Waits) -> (String, String) {
    let t = teller.t;
    let Some(told) = teller.told(one) else { return invited(app, teller, one) };
    let title = match one.why {
        Why::RoleAsked | Why::RoleDue(_) | Why::Barriers(_) | Why::Statements(_) => told.title,
        Why::Remarks(count) => {
            let title = one.named.title.as_str();
            t.plain_with2("notices-remarks-on", "title", title, "count", count)
        }
        _ => one.named.title.clone(),
    };
    let kind = told.kind.map(String::from).unwrap_or_default();
    let line = about(&title, told.when.as_str(), [kind, told.place]);
    (line, format!("{}{}", app.public_url(), told.href))
}

/// An invitation that is not answered, with the way to one's own page.
fn invited(app: &App, teller: Teller<'_>, one: &Waits) -> (String, String) {
    let t = teller.t;
    let role = match RoleKind::of(&one.kind) {
        Some(kind) => t.plain(role_key(kind)),
        None => invitations::role_in_team(&one.kind)
            .and_then(TeamRole::named)
            .map(|role| t.plain(role.key()))
            .unwrap_or_default(),
    };
    let when = t.plain_with("notices-invited-on", "day", t.day(one.since));
    let line = about(&role, &when, [String::new(), teller.place(one)]);
    (line, format!("{}/{}/min-side", app.public_url(), t.lang.code()))
}

/// A line, with what is known of the rest in brackets.
fn about(title: &str, when: &str, rest: [String; 2]) -> String {
    let rest: Vec<String> = rest.into_iter().filter(|one| !one.is_empty()).collect();
    if rest.is_empty() {
        return format!("{title}, {when}");
    }
    format!("{title}, {when} ({})", rest.join(", "))
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
