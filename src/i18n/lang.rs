//! The four languages, and how they are named, chosen and marked.

use std::cmp::Reverse;
use std::fmt;

use serde::{Deserialize, Serialize};

/// A language of the interface, and of what is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    Nb,
    Nn,
    Se,
    En,
}

impl Lang {
    /// In the order in which the language switch shows them.
    pub const ALL: [Self; 4] = [Self::Nb, Self::Nn, Self::Se, Self::En];

    /// Reads a code as it stands in an address: `nb`, `nn`, `se` or `en`.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    pub fn code(self) -> &'static str {
        match self {
            Self::Nb => "nb",
            Self::Nn => "nn",
            Self::Se => "se",
            Self::En => "en",
        }
    }

    /// The language's name in itself, as the language switch shows it.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Nb => "Bokmål",
            Self::Nn => "Nynorsk",
            Self::Se => "Davvisámegiella",
            Self::En => "English",
        }
    }

    /// The language a browser would rather have, of those we have (RFC 9110, section 12.5.4).
    /// `no` counts as bokmål; `*` and languages we lack are passed over.
    pub fn from_accept_language(header: &str) -> Option<Self> {
        let mut wanted: Vec<(u16, Self)> = header.split(',').filter_map(preference).collect();
        // Stable: of equals, the one named first.
        wanted.sort_by_key(|(quality, _)| Reverse(*quality));
        wanted.first().map(|(_, lang)| *lang)
    }
}

/// Reads `nn-NO;q=0.8` as (800, nynorsk); none for what is unknown, unwanted or malformed.
fn preference(range: &str) -> Option<(u16, Lang)> {
    let (tag, parameters) = range.split_once(';').unwrap_or((range, "q=1"));
    let quality = thousandths(parameters.trim().strip_prefix(['q', 'Q'])?.trim_start())?;
    let primary = tag.trim().split('-').next()?.to_ascii_lowercase();
    let lang = if primary == "no" { Lang::Nb } else { Lang::parse(&primary)? };
    (quality > 0).then_some((quality, lang))
}

/// Reads `=0.85` as 850.
fn thousandths(weight: &str) -> Option<u16> {
    let weight = weight.strip_prefix('=')?.trim();
    let (whole, decimals) = weight.split_once('.').unwrap_or((weight, ""));
    let digits = decimals.len() <= 3 && decimals.bytes().all(|byte| byte.is_ascii_digit());
    match whole {
        "0" if digits => format!("{decimals:0<3}").parse().ok(),
        "1" if digits => Some(1000),
        _ => None,
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The attribute ` lang="…"` for content in another language than its page; nothing when they are
/// the same. Stands right after a tag's name: `<h1{{ t.lang_attr(item.lang) }}>`.
#[derive(Clone, Copy, Debug)]
pub struct HtmlLang {
    pub page: Lang,
    pub content: Lang,
}

impl fmt::Display for HtmlLang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.page == self.content {
            return Ok(());
        }
        write!(f, " lang=\"{}\"", self.content)
    }
}

/// Only ever a fixed attribute of ours.
impl askama::filters::HtmlSafe for HtmlLang {}

impl askama::FastWritable for HtmlLang {
    fn write_into(
        &self,
        dest: &mut dyn fmt::Write,
        _values: &dyn askama::Values,
    ) -> askama::Result<()> {
        Ok(write!(dest, "{self}")?)
    }
}
