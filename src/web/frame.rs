//! What the frame of a page needs to know: language, title, where it is, what it is called elsewhere.

use std::sync::Arc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use crate::app::{App, InBar, MenuEntry};
use crate::i18n::{Lang, Text, Words};
use crate::rights::Who;
use crate::web::receipt::{self, Receipts};
use crate::web::visit::Unpublished;
use crate::web::{Query, Visit, day};

/// A step on the way from the front page to here.
#[derive(Clone, Debug)]
pub struct Crumb {
    pub name: String,
    pub href: String,
}

/// Where what is new can be followed: the name of a feed and its address.
#[derive(Clone, Debug)]
pub struct Feed {
    pub title: String,
    pub href: String,
}

/// A text that is not public, as the page that shows it leads back.
#[derive(Clone, Debug)]
pub struct DraftOf {
    /// Where it is written, for those who may.
    pub write: Option<String>,
    /// Where they read it along, say yes and publish.
    pub steps: String,
}

impl DraftOf {
    fn of(visit: &Visit, shown: &Unpublished) -> Self {
        let write = format!("/{}/skriv/{}", visit.lang().code(), shown.text.item.id);
        Self { steps: format!("{write}/steg"), write: shown.is_theirs.then_some(write) }
    }
}

/// The day that the page is asked for, when it is not today: a notice above the page tells it.
#[derive(Clone, Debug)]
pub struct PastDay {
    /// As it is written for the reader.
    pub day: String,
    /// The same as `2020-03-12`, for an address.
    pub machine: String,
    /// A year or a month was asked for: it is shown as it was when it ended.
    pub is_period: bool,
    /// The address of the page as it is now.
    pub now: String,
    /// Does the page show what was public on that day? Some pages have no past: they say so, and
    /// show what is there now.
    pub shown: bool,
}

#[derive(Clone, Debug)]
pub struct Frame {
    pub t: Text,
    pub title: String,
    pub description: String,
    /// Behind the language: `prosjekter/trygge-netter`.
    pub path: String,
    /// With `?`, or empty.
    pub query: String,
    pub menu: Arc<[MenuEntry]>,
    pub crumbs: Vec<Crumb>,
    /// The language of the content when it is not the reader's.
    pub content_lang: Option<Lang>,
    /// A search or a filtered list: not for the indexes of others.
    pub noindex: bool,
    /// The page answers a refused form: said first in its title.
    pub refused: bool,
    /// What has just been done, where the address says so.
    pub receipt: Option<Words>,
    pub image: Option<String>,
    pub public_url: String,
    /// For the foot of the page on paper.
    pub today: String,
    pub statement: Option<String>,
    /// Whom readers tell about faults on the pages.
    pub feedback: Option<String>,
    /// The languages that the page truly exists in, with the path of each behind its language;
    /// empty for a page of ours, which exists in all.
    pub alternates: Vec<(Lang, String)>,
    /// Where the menu of languages leads from a page beside a text: to the same beside its translation.
    pub beside: Vec<(Lang, String)>,
    pub feeds: Vec<Feed>,
    /// The calendar of what the page lists.
    pub calendar: Option<Feed>,
    /// What is new on the page can be followed: the parameters that the page about following takes.
    pub follow: Option<String>,
    /// What machines are told of the page, in the words of schema.org.
    pub linked: Vec<Value>,
    /// An address that never changes, for pages that have one.
    pub permanent: Option<String>,
    /// Does the page offer to be passed on? Forms and faults do not.
    pub passed_on: bool,
    /// Where somebody logs in who is then to see this page.
    pub log_in: String,
    /// Who is logged in: every page says so and lets them log out.
    pub who: Option<Arc<Who>>,
    /// So much waits for them.
    pub waiting: usize,
    /// Set when a text is shown that is not public.
    pub draft_of: Option<DraftOf>,
    /// Set while the reader looks at the site as it was on a day that has been.
    pub past_day: Option<PastDay>,
}

/// What may stand as it is in a part of an address.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, KEPT).to_string()
}

/// What answers a form can't be asked for once more: nobody is led back to it.
fn log_in(visit: &Visit) -> String {
    let log_in = format!("/{}/logg-inn", visit.lang().code());
    if visit.path.is_empty() || !visit.is_read {
        return log_in;
    }
    let (lang, query) = (visit.lang().code(), &visit.query);
    let query = if query.is_empty() { String::new() } else { format!("?{query}") };
    let here = format!("/{lang}/{}{query}", visit.path);
    format!("{log_in}{}", Query::default().with("til", &here))
}

impl Frame {
    pub fn new(app: &App, visit: &Visit, title: impl Into<String>) -> Self {
        let query =
            if visit.query.is_empty() { String::new() } else { format!("?{}", visit.query) };
        Self {
            t: visit.t,
            title: title.into(),
            description: String::new(),
            path: visit.path.clone(),
            query,
            menu: app.menu.clone(),
            crumbs: Vec::new(),
            content_lang: None,
            noindex: visit.at.is_some() || visit.unpublished.is_some(),
            refused: false,
            receipt: None,
            image: None,
            public_url: app.public_url(),
            today: visit.t.day(app.clock.now()),
            statement: app.settings.accessibility_statement.clone(),
            feedback: app.settings.feedback_address.clone(),
            alternates: Vec::new(),
            beside: Vec::new(),
            feeds: Vec::new(),
            calendar: None,
            follow: None,
            linked: Vec::new(),
            permanent: None,
            passed_on: visit.unpublished.is_none(),
            log_in: log_in(visit),
            who: visit.who.clone(),
            waiting: visit.waiting.as_ref().map_or(0, |all| all.len()),
            draft_of: visit.unpublished.as_ref().map(|shown| DraftOf::of(visit, shown)),
            past_day: visit.at.map(|at| PastDay {
                day: visit.t.date(at.day),
                machine: at.day.to_string(),
                is_period: at.is_period,
                now: now(visit),
                shown: false,
            }),
        }
    }

    /// The page shows what was public on the day that was asked for.
    #[must_use]
    pub fn as_of_day(mut self) -> Self {
        if let Some(past) = &mut self.past_day {
            past.shown = true;
        }
        self
    }

    /// A form: no page to pass on, and none for the indexes of others.
    #[must_use]
    pub fn form(mut self) -> Self {
        self.noindex = true;
        self.passed_on = false;
        self
    }

    /// Says what has just been done, when the address tells it.
    #[must_use]
    pub fn saying(mut self, visit: &Visit, receipts: Receipts) -> Self {
        self.receipt = receipt::said(visit, receipts);
        self
    }

    #[must_use]
    pub fn described(mut self, description: &str) -> Self {
        self.description = description.chars().take(300).collect();
        self
    }

    #[must_use]
    pub fn under(mut self, name: impl Into<String>, href: impl Into<String>) -> Self {
        let mut href = href.into();
        if let Some(past) =
            self.past_day.as_ref().filter(|_| !href.is_empty() && !href.contains('?'))
        {
            href = format!("{href}?{}={}", day::PARAMETER, past.machine);
        }
        self.crumbs.push(Crumb { name: name.into(), href });
        self
    }

    /// All that is filed under a value can be followed: says so, and where.
    #[must_use]
    pub fn followed(mut self, name: &str, parameter: &str, value: &str) -> Self {
        let narrowed = Query::default().and(parameter, value);
        let href = format!("/{}/alt.atom{narrowed}", self.t.lang.code());
        self.feeds.push(Feed { title: name.to_owned(), href });
        let asked = Query::default().and("side", "alt").followed_by(&narrowed);
        self.follow = Some(asked.to_string());
        self
    }

    /// The entries of the main menu that the bar may have room for.
    pub fn bar(&self) -> impl Iterator<Item = &MenuEntry> {
        self.menu.iter().filter(|entry| entry.in_bar != InBar::Never)
    }

    /// The title in the browser's tab: what failed first, the site last. What a page is called may be the same
    /// in several languages, and the tabs of them are told apart.
    pub fn tab(&self) -> String {
        let title = self.t.plain_with("web-title", "page", &self.title);
        match (self.refused, self.path.is_empty()) {
            (true, _) => self.t.plain_with("web-faults-title", "title", &title),
            (false, true) => self.t.plain_with("web-title-front", "page", &self.title),
            (false, false) => title,
        }
    }

    /// An address in the reader's language.
    pub fn href(&self, path: &str) -> String {
        format!("/{}/{path}", self.t.lang.code())
    }

    /// An address that asks who one is: at once for who is known, by way of the log-in for others.
    pub fn known_at(&self, path: &str) -> String {
        let there = self.href(path);
        if self.who.is_some() {
            return there;
        }
        format!("/{}/logg-inn{}", self.t.lang.code(), Query::default().with("til", &there))
    }

    /// The same, on the day that is looked back at; `path` may hold parameters.
    pub fn on_day(&self, path: &str) -> String {
        let href = self.href(path);
        match &self.past_day {
            None => href,
            Some(past) => {
                let between = if href.contains('?') { '&' } else { '?' };
                format!("{href}{between}{}={}", day::PARAMETER, past.machine)
            }
        }
    }

    /// The address on paper: that of the text, where it has one that never changes.
    pub fn printed(&self) -> String {
        let here = || format!("{}{}", self.public_url, self.in_lang(&self.t.lang));
        // It names the day already, where another day is shown.
        self.permanent.clone().unwrap_or_else(here)
    }

    /// This page in another language: the translation, where there is one; else the same text with all
    /// around it in that language.
    pub fn in_lang(&self, lang: &Lang) -> String {
        let is_it = |(one, _): &&(Lang, String)| one == lang && *lang != self.t.lang;
        if let Some((_, path)) = self.beside.iter().find(is_it) {
            // What is chosen of one text, to be printed, says nothing of the other.
            let query = if self.noindex { "" } else { self.query.as_str() };
            return format!("/{}/{path}{query}", lang.code());
        }
        let other = self.alternates.iter().find(is_it);
        let path = other.map_or(&self.path, |(_, path)| path);
        format!("/{}/{path}{}", lang.code(), self.query)
    }

    /// The one address that stands for this page: in the language of its content. Of parameters
    /// only the page's number counts, unless the page is a choice of its own.
    pub fn canonical(&self) -> String {
        let lang = self.content_lang.unwrap_or(self.t.lang);
        format!("{}/{}/{}{}", self.public_url, lang.code(), self.path, self.kept_query())
    }

    fn kept_query(&self) -> String {
        if self.noindex {
            return self.query.clone();
        }
        let query = Query::parse(&self.query[self.query.len().min(1)..]).unwrap_or_default();
        query.get("side").map(|n| Query::default().with("side", n).to_string()).unwrap_or_default()
    }

    /// The page in each language that it truly exists in; each of them says the same. Empty where
    /// the page is shown to readers of a language that its content does not have.
    pub fn hreflangs(&self) -> Vec<(&'static str, String)> {
        let own = format!("{}{}", self.path, self.kept_query());
        let mut all: Vec<(Lang, String)> = if self.alternates.is_empty() {
            Lang::ALL.iter().map(|lang| (*lang, own.clone())).collect()
        } else {
            self.alternates.clone()
        };
        // In one order, so that each of them says the very same.
        all.sort();
        if self.noindex || self.content_lang.is_some() {
            return Vec::new();
        }
        let href = |lang: Lang, path: &str| format!("{}/{}/{path}", self.public_url, lang.code());
        let first = all.iter().find(|(lang, _)| *lang == Lang::Nb).or(all.first()).cloned();
        let default = first.map(|(lang, path)| ("x-default", href(lang, &path)));
        all.iter().map(|(lang, path)| (lang.code(), href(*lang, path))).chain(default).collect()
    }

    /// The address to pass on: the one that never changes, where there is one.
    pub fn to_pass_on(&self) -> String {
        self.permanent.clone().unwrap_or_else(|| self.canonical())
    }

    /// The form that tells somebody about this page.
    pub fn tip(&self) -> String {
        let page = format!("{}{}", self.path, self.query);
        format!("/{}/tips?side={}", self.t.lang.code(), encoded(&page))
    }

    /// The form that tells those who run the site of something on this page that can't be used.
    pub fn report(&self) -> String {
        let form = format!("/{}/meld-hinder", self.t.lang.code());
        if self.path.is_empty() { form } else { format!("{form}?side={}", encoded(&self.path)) }
    }

    /// What [`Frame::tip`] does, by the reader's own mail program.
    pub fn mailto(&self) -> String {
        format!("mailto:?subject={}&body={}", encoded(&self.title), encoded(&self.to_pass_on()))
    }

    /// The page that tells how to follow what is new here.
    pub fn following(&self) -> Option<String> {
        let parameters = self.follow.as_ref()?;
        Some(format!("/{}/folg{parameters}", self.t.lang.code()))
    }

    /// What machines are told, as the text of a `<script>` that is only data.
    pub fn linked_data(&self) -> Vec<String> {
        if self.noindex {
            return Vec::new();
        }
        let all = self.linked.iter().cloned().chain(self.breadcrumbs());
        // No text can end the element: `<` never stands in it as itself.
        all.map(|value| value.to_string().replace('<', "\\u003c")).collect()
    }

    fn breadcrumbs(&self) -> Option<Value> {
        if self.crumbs.is_empty() {
            return None;
        }
        let home = (self.t.plain("web-breadcrumbs-home"), self.href(""));
        let crumbs = self.crumbs.iter().map(|crumb| (crumb.name.clone(), crumb.href.clone()));
        let step = |(n, (name, href)): (usize, (String, String))| {
            json!({ "@type": "ListItem", "position": n, "name": name,
                "item": format!("{}{href}", self.public_url) })
        };
        let steps: Vec<Value> = (1..).zip(std::iter::once(home).chain(crumbs)).map(step).collect();
        Some(json!({ "@context": "https://schema.org", "@type": "BreadcrumbList",
            "itemListElement": steps }))
    }

    /// Is the menu's entry the page, or what it is part of?
    pub fn is_in(&self, path: &str) -> bool {
        self.path == path || self.path.starts_with(&format!("{path}/"))
    }

    pub fn langs(&self) -> [Lang; 4] {
        Lang::ALL
    }
}

/// The page that was asked for, without the day.
fn now(visit: &Visit) -> String {
    let query = Query::parse(&visit.query).unwrap_or_default().with(day::PARAMETER, "");
    format!("/{}/{}{query}", visit.t.lang.code(), visit.path)
}
