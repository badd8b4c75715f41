//! An Atom feed (RFC 4287).

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::xml::Xml;

pub const MEDIA_TYPE: &str = "application/atom+xml; charset=utf-8";

pub struct Feed {
    pub title: String,
    pub subtitle: String,
    pub lang: &'static str,
    /// Whom the entries are by, where they don't say.
    pub author: String,
    /// The feed's own address, which is its name too.
    pub href: String,
    /// The page that shows the same to people.
    pub page: String,
    /// When there are no entries to take it from.
    pub updated: OffsetDateTime,
    pub entries: Vec<Entry>,
}

pub struct Entry {
    pub id: uuid::Uuid,
    pub title: String,
    pub summary: String,
    pub lang: String,
    pub href: String,
    pub updated: OffsetDateTime,
    pub published: Option<OffsetDateTime>,
    pub author: Option<String>,
    /// Term and label.
    pub categories: Vec<(String, String)>,
}

fn instant(at: OffsetDateTime) -> String {
    at.format(&Rfc3339).unwrap_or_default()
}

impl Feed {
    pub fn write(&self) -> String {
        let mut xml = Xml::default();
        xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", self.lang)]);
        xml.leaf("id", &[], &self.href);
        xml.leaf("title", &[], &self.title);
        if !self.subtitle.is_empty() {
            xml.leaf("subtitle", &[], &self.subtitle);
        }
        let newest = self.entries.iter().map(|entry| entry.updated).max();
        xml.leaf("updated", &[], &instant(newest.unwrap_or(self.updated)));
        xml.open("author", &[]);
        xml.leaf("name", &[], &self.author);
        xml.close("author");
        let atom = [("rel", "self"), ("type", "application/atom+xml"), ("href", &self.href)];
        xml.empty("link", &atom);
        let page = [("rel", "alternate"), ("type", "text/html"), ("hreflang", self.lang)];
        xml.empty("link", &[&page[..], &[("href", self.page.as_str())]].concat());
        for entry in &self.entries {
            entry.write(&mut xml, self.lang);
        }
        xml.close("feed");
        xml.finish()
    }
}

impl Entry {
    fn write(&self, xml: &mut Xml, lang: &str) {
        // Empty attributes are left out: one that is in the feed's language need not say so.
        let own = if self.lang == lang { "" } else { self.lang.as_str() };
        xml.open("entry", &[("xml:lang", own)]);
        xml.leaf("id", &[], &format!("urn:uuid:{}", self.id));
        xml.leaf("title", &[], &self.title);
        xml.leaf("updated", &[], &instant(self.updated));
        if let Some(published) = self.published {
            xml.leaf("published", &[], &instant(published));
        }
        if let Some(author) = &self.author {
            xml.open("author", &[]);
            xml.leaf("name", &[], author);
            xml.close("author");
        }
        xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &self.href)]);
        for (term, label) in &self.categories {
            xml.empty("category", &[("term", term), ("label", label)]);
        }
        if !self.summary.is_empty() {
            xml.leaf("summary", &[], &self.summary);
        }
        xml.close("entry");
    }
}
