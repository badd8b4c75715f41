//! What waits for somebody, as their own page tells it.

use time::Date;
use uuid::Uuid;

use crate::app::App;
use crate::centres::Network;
use crate::dates::oslo_day;
use crate::error::Error;
use crate::i18n::{Lang, Text, Words};
use crate::people::letter::role_key;
use crate::people::places;
use crate::rights::RoleKind;
use crate::waiting::{self, Why};
use crate::web::Visit;
use crate::work::Frequency;

/// A thing to do with a text, a number to enter, or a task.
pub struct Waits {
    /// In two or three words, before the title.
    pub what: Words,
    /// In quotation marks.
    pub title: String,
    /// The language of the title; empty when it is the reader's own.
    pub lang: &'static str,
    /// By when it is to be done, or since when it waits.
    pub when: Words,
    /// What it is.
    pub kind: Option<Words>,
    /// Whom it belongs to; empty for what belongs to nobody.
    pub place: String,
    /// What the button says.
    pub act: Words,
    pub href: String,
}

/// The language of a title; empty when it is the reader's own.
pub fn lang_attr(t: Text, lang: &str) -> &'static str {
    Lang::parse(lang).filter(|lang| *lang != t.lang).map_or("", Lang::code)
}

/// The most pressing first; invitations apart, which the page reads for themselves.
pub async fn of(app: &App, visit: &Visit, network: &Network) -> Result<Vec<Waits>, Error> {
    let (t, now) = (visit.t, app.clock.now());
    let all = match (&visit.waiting, &visit.who) {
        (Some(all), _) => all.to_vec(),
        (None, Some(who)) => waiting::of_one(&app.db, now, who).await?,
        (None, None) => Vec::new(),
    };
    let today = oslo_day(now);
    let told = |one: waiting::Waits| {
        let text = format!("/{}/skriv/{}", t.lang.code(), one.named.item);
        let (what, when, act, page) = match one.why {
            Why::Invited => return None,
            Why::RoleAsked => return Some(role_asked(t, &one, network, today)),
            Why::Number { work, frequency, period } => {
                return Some(number(t, &one, (work, frequency, period)));
            }
            Why::Task { work, by } => return Some(task(t, &one, (work, by), today)),
            Why::Asked | Why::Review | Why::Approved => handed_in(t, &one),
            Why::Remarks(count) => (
                t.with("login-waits-remarks", "count", count),
                t.with("login-waits-remarked", "day", t.day(one.since)),
                t.get("login-waits-remarks-act"),
                "/merknader",
            ),
            Why::Due(by) => {
                let when = if by < today { "login-waits-overdue" } else { "login-waits-by" };
                let when = t.with(when, "day", t.date(by));
                (t.get("login-waits-due"), when, t.get("login-waits-due-act"), "")
            }
            Why::Stale => (
                t.get("login-waits-stale"),
                t.with("login-waits-stale-since", "day", t.day(one.since)),
                t.get("login-waits-stale-act"),
                "/sprak#endret",
            ),
            Why::Adoption => (
                t.get("login-waits-adoption"),
                t.with("login-waits-adopted", "day", t.day(one.since)),
                t.get("login-waits-adoption-act"),
                "",
            ),
        };
        let place = one.place.and_then(|at| places::name(network, at, today)).unwrap_or_default();
        Some(Waits {
            what,
            title: t.plain_with("login-quoted", "title", one.named.title.as_str()),
            lang: lang_attr(t, &one.named.lang),
            when,
            kind: app.kinds.named(&one.kind).map(|kind| t.get(kind.word)),
            place: place.to_owned(),
            act,
            href: match one.why {
                Why::Adoption => format!("/{}/bruk", t.lang.code()),
                _ => format!("{text}{page}"),
            },
        })
    };
    Ok(all.into_iter().filter_map(told).collect())
}

/// What is said of a text that has been handed in: what is to be done, since when, the button, the page.
fn handed_in(t: Text, one: &waiting::Waits) -> (Words, Words, Words, &'static str) {
    let (what, act) = match one.why {
        Why::Asked => ("login-waits-asked", "login-waits-review-act"),
        Why::Approved => ("login-waits-approved", "login-waits-approved-act"),
        _ => ("login-waits-review", "login-waits-review-act"),
    };
    (t.get(what), t.with("login-waits-saved", "day", t.day(one.since)), t.get(act), "/steg")
}

/// A task, with the way to the list that it stands in.
fn task(t: Text, one: &waiting::Waits, (work, by): (Uuid, Date), today: Date) -> Waits {
    let when = if by < today { "login-waits-overdue" } else { "login-waits-by" };
    let lang = Lang::parse(&one.named.lang).unwrap_or(t.lang);
    Waits {
        what: t.get("login-waits-task"),
        title: t.plain_with("login-quoted", "title", one.named.title.as_str()),
        lang: lang_attr(t, &one.named.lang),
        when: t.with(when, "day", t.date(by)),
        kind: Some(Words::name(t.lang, one.kind.as_str(), lang)),
        place: String::new(),
        act: t.get("login-waits-task-act"),
        href: format!("/{}/arbeid/{work}/oppgaver", t.lang.code()),
    }
}

/// A number, with the way straight to its field.
fn number(
    t: Text,
    one: &waiting::Waits,
    (work, frequency, period): (Uuid, Frequency, Date),
) -> Waits {
    let since = frequency.after(period);
    Waits {
        what: t.with("login-waits-number", "period", frequency.said(t, period)),
        title: t.plain_with("login-quoted", "title", one.named.title.as_str()),
        lang: lang_attr(t, &one.named.lang),
        when: t.with("login-waits-number-since", "day", t.date(since)),
        kind: None,
        place: String::new(),
        act: t.get("login-waits-number-act"),
        href: format!("/{}/arbeid/{work}/tall/{}?tid={period}#tall", t.lang.code(), one.named.item),
    }
}

/// Somebody who asks for a role, with the way to the answer. People have no title to be quoted.
fn role_asked(t: Text, one: &waiting::Waits, network: &Network, today: Date) -> Waits {
    let (at, id) = (one.place.unwrap_or_default(), one.named.item);
    let name = Some(one.named.title.clone()).filter(|name| !name.is_empty());
    Waits {
        what: t.get("login-waits-role"),
        title: name.unwrap_or_else(|| t.plain("login-waits-somebody")),
        lang: "",
        when: t.with("login-waits-role-since", "day", t.day(one.since)),
        kind: RoleKind::of(&one.kind).map(|kind| t.get(role_key(kind))),
        place: places::name(network, at, today).unwrap_or_default().to_owned(),
        act: t.get("login-waits-role-act"),
        href: format!("/{}/tilgang/{at}/foresporsler/{id}", t.lang.code()),
    }
}
