//! What the frame of a page needs to know: language, title, where it is, what it is called elsewhere.

use crate::app::App;
use crate::i18n::{Lang, Text};
use crate::web::Visit;

/// A step on the way from the front page to here.
#[derive(Clone, Debug)]
pub struct Crumb {
    pub name: String,
    pub href: String,
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
    pub crumbs: Vec<Crumb>,
    /// The language of the content when it is not the reader's.
    pub content_lang: Option<Lang>,
    /// A search or a filtered list: not for the indexes of others.
    pub noindex: bool,
    /// The page answers a refused form: said first in its title.
    pub refused: bool,
    pub image: Option<String>,
    pub public_url: String,
    /// For the foot of the page on paper.
    pub today: String,
    pub statement: Option<String>,
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
            crumbs: Vec::new(),
            content_lang: None,
            noindex: false,
            refused: false,
            image: None,
            public_url: app.public_url(),
            today: visit.t.day(app.clock.now()),
            statement: app.settings.accessibility_statement.clone(),
        }
    }

    #[must_use]
    pub fn described(mut self, description: &str) -> Self {
        self.description = description.chars().take(300).collect();
        self
    }

    #[must_use]
    pub fn under(mut self, name: impl Into<String>, href: impl Into<String>) -> Self {
        self.crumbs.push(Crumb { name: name.into(), href: href.into() });
        self
    }

    /// The title in the browser's tab: what failed first, the site last.
    pub fn tab(&self) -> String {
        let title = self.t.plain_with("web-title", "page", &self.title);
        match (self.refused, self.path.is_empty()) {
            (true, _) => self.t.plain_with("web-faults-title", "title", &title),
            (false, true) => format!("{} – {}", self.t.plain("web-name"), self.title),
            (false, false) => title,
        }
    }

    /// An address in the reader's language.
    pub fn href(&self, path: &str) -> String {
        format!("/{}/{path}", self.t.lang.code())
    }

    /// This page in another language.
    pub fn in_lang(&self, lang: &Lang) -> String {
        format!("/{}/{}{}", lang.code(), self.path, self.query)
    }

    /// The one address that stands for this page: in the language of its content.
    pub fn canonical(&self) -> String {
        let lang = self.content_lang.unwrap_or(self.t.lang);
        format!("{}/{}/{}", self.public_url, lang.code(), self.path)
    }

    /// Is the menu's entry the page, or what it is part of?
    pub fn is_in(&self, path: &str) -> bool {
        self.path == path || self.path.starts_with(&format!("{path}/"))
    }

    pub fn langs(&self) -> [Lang; 4] {
        Lang::ALL
    }
}
