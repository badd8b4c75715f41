//! A reference as lists of references have it: APA (7th edition) and Vancouver, in the language of the text.

use super::{Issued, Reference};
use crate::i18n::{Lang, Text};

impl Reference {
    pub(super) fn words(&self) -> Text {
        Text::new(Lang::parse(self.lang).unwrap_or(Lang::Nb))
    }

    /// Where it is found: by its DOI, where it has one.
    pub(super) fn address(&self) -> String {
        match &self.citation.doi {
            Some(doi) => format!("https://doi.org/{doi}"),
            None => self.url.clone(),
        }
    }

    /// «IS-2154, versjon 5».
    pub(super) fn details(&self, t: Text) -> String {
        let citation = &self.citation;
        let part = citation.part.as_ref();
        let part = part.map(|part| t.plain_with("library-cite-part", "part", part));
        let all = [part, citation.number.clone(), self.version(t)];
        all.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    pub(super) fn year(&self, t: Text) -> String {
        match self.issued {
            None => t.plain("library-cite-undated"),
            Some(Issued { year, is_circa: true, .. }) => {
                t.plain_with("library-cite-circa", "year", year.to_string())
            }
            Some(Issued { year, is_unsure: true, .. }) => {
                t.plain_with("library-cite-unsure", "year", year.to_string())
            }
            Some(issued) => issued.year.to_string(),
        }
    }

    /// `Helsedirektoratet & Norce. (2015). Tittel (IS-2154) [Retningslinje]. Utgiver. https://…`
    pub fn apa(&self) -> String {
        let (t, citation) = (self.words(), &self.citation);
        let authors = match citation.authors.as_slice() {
            [] => String::new(),
            [one] => one.clone(),
            [others @ .., last] => format!("{} & {last}", others.join(", ")),
        };
        let mut title = self.title.trim_end_matches('.').to_owned();
        let details = self.details(t);
        if !details.is_empty() {
            title = format!("{title} ({details})");
        }
        if let Some(genre) = &citation.genre {
            title = format!("{title} [{genre}]");
        }
        let year = self.year(t);
        // What has no author is known by its title.
        let head = if authors.is_empty() {
            format!("{title}. ({year}).")
        } else {
            format!("{}. ({year}). {title}.", authors.trim_end_matches('.'))
        };
        let summary = citation.summary_of.as_ref().map(|of| format!(" {}.", self.summary(of)));
        let publishers: Vec<String> =
            self.publishers().into_iter().filter(|one| !citation.authors.contains(one)).collect();
        let publishers = if publishers.is_empty() {
            String::new()
        } else {
            format!(" {}.", publishers.join(" & "))
        };
        format!("{head}{}{publishers} {}", summary.unwrap_or_default(), self.address())
    }

    /// `Helsedirektoratet, Norce. Tittel [Internett]. Utgiver; 2015 [sitert 22. november 2026]. Tilgjengelig
    /// fra: https://…`
    pub fn vancouver(&self) -> String {
        let (t, citation) = (self.words(), &self.citation);
        let authors = citation.authors.join(", ");
        let authors = authors.trim_end_matches('.');
        let head = if authors.is_empty() { String::new() } else { format!("{authors}. ") };
        let title = self.title.trim_end_matches('.');
        let medium = t.plain("library-cite-internet");
        let details = self.details(t);
        let details = if details.is_empty() { details } else { format!(" {details}.") };
        let summary = citation.summary_of.as_ref().map(|of| format!(" {}.", self.summary(of)));
        let (publisher, year) = (self.publisher(), self.year(t));
        let seen = t.plain_with("library-cite-seen", "date", t.date(self.accessed));
        let from = t.plain_with("library-cite-from", "address", self.address());
        format!(
            "{head}{title} [{medium}].{details}{} {publisher}; {year} [{seen}]. {from}",
            summary.unwrap_or_default()
        )
    }
}
