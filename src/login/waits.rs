//! What waits for somebody, as their own page tells it.

use time::Date;
use uuid::Uuid;

use crate::app::App;
use crate::centres::Network;
use crate::dates::oslo_day;
use crate::error::Error;
use crate::i18n::{Lang, Text, Words};
use crate::kinds::Kinds;
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
    let now = app.clock.now();
    let all = match (&visit.waiting, &visit.who) {
        (Some(all), _) => all.to_vec(),
        (None, Some(who)) => waiting::of_one(&app.db, now, who).await?,
        (None, None) => Vec::new(),
    };
    let teller = Teller { kinds: &app.kinds, t: visit.t, network, today: oslo_day(now) };
    Ok(all.iter().filter_map(|one| teller.told(one)).collect())
}

/// Says what waits, on pages and in letters alike.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    pub kinds: &'a Kinds,
    pub t: Text,
    pub network: &'a Network,
    pub today: Date,
}

impl Teller<'_> {
    /// None for an invitation, which has an answer of its own.
    pub fn told(&self, one: &waiting::Waits) -> Option<Waits> {
        let (t, today) = (self.t, self.today);
        let (what, when, act, page) = match one.why {
            Why::Invited => return None,
            Why::RoleAsked => return Some(self.role_asked(one)),
            Why::RoleDue(confirmed) => return Some(self.role_due(one, confirmed)),
            Why::Barriers(count) => return Some(barriers(t, one, count)),
            Why::Statements(count) => return Some(statements(t, one, count)),
            Why::Number { work, frequency, period } => {
                return Some(number(t, one, (work, frequency, period)));
            }
            Why::Task { work, by } => return Some(task(t, one, (work, by), today)),
            Why::Asked | Why::Review | Why::Approved => handed_in(t, one),
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
            Why::Stale(_) | Why::LeftBehind => translated(t, one),
            Why::PassedOn => (
                t.get("login-waits-passed-on"),
                t.with("login-waits-passed-on-since", "day", t.day(one.since)),
                t.get("login-waits-passed-on-act"),
                "",
            ),
            Why::Adoption => (
                t.get("login-waits-adoption"),
                t.with("login-waits-adopted", "day", t.day(one.since)),
                t.get("login-waits-adoption-act"),
                "",
            ),
        };
        let lang = t.lang.code();
        Some(Waits {
            what,
            title: t.plain_with("login-quoted", "title", one.named.title.as_str()),
            lang: lang_attr(t, &one.named.lang),
            when,
            kind: self.kinds.named(&one.kind).map(|kind| t.get(kind.word)),
            place: self.place(one),
            act,
            href: match one.why {
                Why::Adoption => format!("/{lang}/bruk"),
                _ => format!("/{lang}/skriv/{}{page}", one.named.item),
            },
        })
    }

    /// What the place is called that it belongs to; empty for what belongs to none.
    pub fn place(&self, one: &waiting::Waits) -> String {
        let name = one.place.and_then(|at| places::name(self.network, at, self.today));
        name.unwrap_or_default().to_owned()
    }

    /// Somebody who asks for a role, with the way to the answer. People have no title to be quoted.
    fn role_asked(&self, one: &waiting::Waits) -> Waits {
        let t = self.t;
        let (at, id) = (one.place.unwrap_or_default(), one.named.item);
        Waits {
            what: t.get("login-waits-role"),
            title: somebody(t, one),
            lang: "",
            when: t.with("login-waits-role-since", "day", t.day(one.since)),
            kind: RoleKind::of(&one.kind).map(|kind| t.get(role_key(kind))),
            place: self.place(one),
            act: t.get("login-waits-role-act"),
            href: format!("/{}/tilgang/{at}/foresporsler/{id}", t.lang.code()),
        }
    }

    /// A role that is to be said to be right, with the way to where that is said.
    fn role_due(&self, one: &waiting::Waits, confirmed: Date) -> Waits {
        let t = self.t;
        let at = one.place.map(|at| format!("/{at}")).unwrap_or_default();
        Waits {
            what: t.get("login-waits-role-due"),
            title: somebody(t, one),
            lang: "",
            when: t.with("login-waits-role-confirmed", "day", t.date(confirmed)),
            kind: RoleKind::of(&one.kind).map(|kind| t.get(role_key(kind))),
            place: self.place(one),
            act: t.get("login-waits-role-due-act"),
            href: format!("/{}/tilgang{at}", t.lang.code()),
        }
    }
}

/// What somebody is called whose role it is about.
fn somebody(t: Text, one: &waiting::Waits) -> String {
    let name = Some(one.named.title.clone()).filter(|name| !name.is_empty());
    name.unwrap_or_else(|| t.plain("login-waits-somebody"))
}

/// What people could not use, with the way to what they have told.
fn barriers(t: Text, one: &waiting::Waits, count: i64) -> Waits {
    Waits {
        what: t.get("login-waits-barriers"),
        title: t.plain_with("login-waits-barriers-count", "count", count),
        lang: "",
        when: t.with("login-waits-barriers-since", "day", t.day(one.since)),
        kind: None,
        place: String::new(),
        act: t.get("login-waits-barriers-act"),
        href: format!("/{}/meldte-hindre", t.lang.code()),
    }
}

/// Statements of the registers with a number in them, with the way to where they are looked at.
fn statements(t: Text, one: &waiting::Waits, count: i64) -> Waits {
    Waits {
        what: t.get("login-waits-statements"),
        title: t.plain_with("login-waits-statements-count", "count", count),
        lang: "",
        when: t.with("login-waits-statements-since", "day", t.day(one.since)),
        kind: None,
        place: String::new(),
        act: t.get("login-waits-statements-act"),
        href: format!("/{}/register/venter", t.lang.code()),
    }
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

/// The same of a translation whose original is not as it was.
fn translated(t: Text, one: &waiting::Waits) -> (Words, Words, Words, &'static str) {
    let (what, since, act, page) = if matches!(one.why, Why::LeftBehind) {
        let since = "login-waits-left-behind-since";
        ("login-waits-left-behind", since, "login-waits-left-behind-act", "/steg")
    } else {
        let since = "login-waits-stale-since";
        ("login-waits-stale", since, "login-waits-stale-act", "/sprak#endret")
    };
    (t.get(what), t.with(since, "day", t.day(one.since)), t.get(act), page)
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

/// That it was passed on to them, of a text that waits for them since.
pub fn passed_on(visit: &Visit, item: Uuid) -> Option<Words> {
    let waits = visit.waiting.as_deref().unwrap_or_default();
    let is_it = |one: &&waiting::Waits| one.why == Why::PassedOn && one.named.item == item;
    let day = visit.t.day(waits.iter().find(is_it)?.since);
    Some(visit.t.with("login-draft-passed-on", "day", day))
}
