//! References: how a text is cited, in words and in the three formats that reference managers read.

mod bibtex;
mod csl;
mod ris;
mod styles;
#[cfg(test)]
mod tests;

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use time::Date;

use super::document::{self, Opened};
use crate::app::App;
use crate::dates::{PartialDate, Precision, oslo_day};
use crate::error::{Error, Reply};
use crate::i18n::{Lang, Text};
use crate::items::{Owner, Registers, Shown};
use crate::kinds::{Citation, Kind};
use crate::web::visit::{Named, Slug};
use crate::web::{AsOf, Visit};

/// All that a reference is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// A name that a manuscript can call it by.
    pub key: String,
    pub title: String,
    pub lang: &'static str,
    pub citation: Citation,
    pub issued: Option<Issued>,
    /// The address that never changes.
    pub url: String,
    pub accessed: Date,
    /// The site it stands on.
    pub site: String,
}

/// As precise as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Issued {
    pub year: i32,
    pub month: Option<u8>,
    pub day: Option<u8>,
    /// The source knows it only about so.
    pub is_circa: bool,
    /// The source is not sure of it.
    pub is_unsure: bool,
}

impl Issued {
    fn of_day(day: Date) -> Self {
        let (month, day_of_month) = (Some(day.month().into()), Some(day.day()));
        Self { year: day.year(), month, day: day_of_month, is_circa: false, is_unsure: false }
    }

    fn of_partial(date: PartialDate) -> Self {
        let (is_circa, is_unsure) = (date.is_circa(), date.is_unsure());
        let first = Self { is_circa, is_unsure, ..Self::of_day(date.first_day()) };
        match date.precision() {
            Precision::Year | Precision::Season => Self { month: None, day: None, ..first },
            Precision::Month => Self { day: None, ..first },
            Precision::Day => first,
        }
    }

    /// Year, and month and day where they are known.
    fn parts(self) -> Vec<i32> {
        let day = self.day.filter(|_| self.month.is_some());
        std::iter::once(self.year)
            .chain(self.month.map(i32::from))
            .chain(day.map(i32::from))
            .collect()
    }
}

/// How the item is referred to; `None` for kinds that nobody cites.
pub fn reference(app: &App, kind: &Kind, shown: &Shown, centre: Option<&str>) -> Option<Reference> {
    let (item, content) = (&shown.item, &shown.content);
    let mut citation = (kind.sharing.cite?)(content);
    let lang = Lang::parse(&item.lang).unwrap_or(Lang::Nb);
    let site = Text::new(lang).plain("web-name");
    // Who is named nowhere else is the centre that owns the text. A summary of another's work is
    // never theirs: without a centre it is the site's own.
    if citation.authors.is_empty() {
        citation.authors.extend(centre.map(str::to_owned));
    }
    if citation.authors.is_empty() && citation.summary_of.is_some() {
        citation.authors.push(site.clone());
    }
    let here = item.published().map(Issued::of_partial);
    let issued = citation.issued.map(Issued::of_partial).or(here);
    let year = issued.map(|issued| issued.year.to_string()).unwrap_or_default();
    Some(Reference {
        key: format!("{}-{year}", item.slug).trim_end_matches('-').to_owned(),
        title: content.title.clone(),
        lang: lang.code(),
        citation,
        issued,
        url: format!("{}/id/{}", app.public_url(), item.id),
        accessed: oslo_day(app.clock.now()),
        site,
    })
}

impl Reference {
    /// Refers to the text as it was on a day.
    #[must_use]
    pub fn of_day(mut self, at: Option<AsOf>) -> Self {
        if let Some(at) = at {
            self.url = format!("{}{}", self.url, at.query());
        }
        self
    }

    /// Who has given it out: the site, where no other is named.
    fn publishers(&self) -> Vec<String> {
        let all = &self.citation.publishers;
        if all.is_empty() { vec![self.site.clone()] } else { all.clone() }
    }

    /// The same in one field.
    fn publisher(&self) -> String {
        self.publishers().join(", ")
    }

    /// «Sammendrag av: …»
    fn summary(&self, of: &str) -> String {
        self.words().plain_with("library-cite-summary", "of", of)
    }

    /// «versjon 5»; a version that says so itself is left as it is.
    fn version(&self, t: Text) -> Option<String> {
        let version = self.citation.version.as_ref()?;
        let is_number = version.starts_with(|c: char| c.is_ascii_digit());
        let said = || t.plain_with("library-cite-version", "version", version);
        Some(if is_number { said() } else { version.clone() })
    }

    /// One sentence for a list of references, in the language of the text.
    pub fn text(&self) -> String {
        let t = self.words();
        let year = self.year(t);
        let mut text = match self.citation.authors.as_slice() {
            [] => format!("{} ({year}).", self.title),
            authors => format!("{} ({year}). {}.", authors.join("; "), self.title),
        };
        let citation = &self.citation;
        let details = Some(self.details(t)).filter(|details| !details.is_empty());
        let number: Vec<String> = citation.genre.clone().into_iter().chain(details).collect();
        if !number.is_empty() {
            text = format!("{} [{}].", text.trim_end_matches('.'), number.join(", "));
        }
        if let Some(of) = &citation.summary_of {
            let of = of.trim_end_matches('.');
            text = format!("{text} {}.", self.summary(of));
        }
        let others = self.citation.publishers.iter().filter(|p| !self.citation.authors.contains(p));
        let site = Some(self.site.as_str()).filter(|site| citation.authors != [*site]);
        let publishers: Vec<&str> = others.map(String::as_str).chain(site).collect();
        let address = self.address();
        match publishers.as_slice() {
            [] => format!("{text} {address}"),
            all => format!("{text} {}. {address}", all.join("; ")),
        }
    }
}

/// A format: its ending, how it is written, and what it is called.
type Format = (&'static str, fn(&Reference) -> String, &'static str);

const FORMATS: [Format; 3] = [
    ("ris", ris::write, "application/x-research-info-systems; charset=utf-8"),
    ("bib", bibtex::write, "application/x-bibtex; charset=utf-8"),
    ("json", csl::write, "application/vnd.citationstyles.csl+json; charset=utf-8"),
];

/// `…/referanse.ris`, `.bib`, `.json`.
pub async fn file(
    State(app): State<App>,
    visit: Visit,
    Named(Slug { slug }): Named<Slug>,
) -> Reply {
    let kind = document::kind(&app, &visit)?;
    let asked = visit.path.rsplit('.').next().unwrap_or_default();
    let format = FORMATS.into_iter().find(|(ending, ..)| *ending == asked);
    let (ending, write, media_type) = format.ok_or(Error::NotFound)?;
    let shown = match document::open(&app, &visit, kind, &slug).await? {
        Opened::Here(shown) => shown,
        Opened::Elsewhere(response) => return Ok(response),
    };
    let registers = Registers::load(&app.db).await?;
    let owner = registers.owner(shown.item.centre_id);
    let reference = reference(&app, kind, &shown, owner.map(Owner::name));
    let reference = reference.ok_or(Error::NotFound)?.of_day(visit.at);
    let mut response = (StatusCode::OK, write(&reference)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    let name = format!("attachment; filename=\"{}.{ending}\"", shown.item.slug);
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}
