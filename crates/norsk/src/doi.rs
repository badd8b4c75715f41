//! Names of publications.

use std::fmt::{self, Write as _};
use std::str::FromStr;

/// A digital object identifier, as `10.1234/abc`.
///
/// A prefix, `10.` and a registrant of four to nine digits, which may be followed by further
/// numbers with full stops between; a slash; and a suffix of any printable characters but white
/// space. DOIs are compared without regard to the case of ASCII letters, so they are kept in lower
/// case. Sources: DOI Foundation, *DOI Handbook*, section 2 (ISO 26324); Crossref, *DOIs and
/// matching regular expressions* (the length of registrants). Whether it is registered only the
/// registry knows.
///
/// ```
/// use norsk::Doi;
///
/// let doi: Doi = "https://doi.org/10.1000/ABC.123".parse().unwrap();
/// assert_eq!(doi.as_str(), "10.1000/abc.123");
/// assert_eq!(doi.url(), "https://doi.org/10.1000/abc.123");
/// assert!("11.1000/abc".parse::<Doi>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Doi(String);

/// What was given is not a DOI.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADoi;

/// Longer ones are not made; an address must hold it.
const LONGEST: usize = 500;

impl Doi {
    /// Prefix and suffix with the slash between.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address that leads to what it names.
    pub fn url(&self) -> String {
        let mut url = String::from("https://doi.org/");
        for c in self.0.chars() {
            match c {
                'a'..='z' | '0'..='9' | '.' | '/' | '-' | '_' | '(' | ')' | ';' | ':' => {
                    url.push(c);
                }
                _ => {
                    let mut bytes = [0; 4];
                    for byte in c.encode_utf8(&mut bytes).bytes() {
                        let _all = write!(url, "%{byte:02X}"); // a String takes it
                    }
                }
            }
        }
        url
    }
}

/// Takes it bare, after `doi:`, or as an address at `doi.org` or `dx.doi.org`.
impl FromStr for Doi {
    type Err = NotADoi;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const BEFORE: [&str; 5] = [
            "https://doi.org/",
            "http://doi.org/",
            "https://dx.doi.org/",
            "http://dx.doi.org/",
            "doi:",
        ];
        let text = text.trim().to_ascii_lowercase();
        let bare = BEFORE.iter().find_map(|before| text.strip_prefix(before)).unwrap_or(&text);
        let bare = bare.trim_start();
        let (prefix, suffix) = bare.split_once('/').ok_or(NotADoi)?;
        let mut numbers = prefix.strip_prefix("10.").ok_or(NotADoi)?.split('.');
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        let registrant = numbers.next().is_some_and(|n| is_number(n) && (4..=9).contains(&n.len()));
        let printable = |c: char| !c.is_whitespace() && !c.is_control();
        let fits = registrant
            && numbers.all(is_number)
            && !suffix.is_empty()
            && bare.len() <= LONGEST
            && suffix.chars().all(printable);
        if fits { Ok(Self(bare.to_owned())) } else { Err(NotADoi) }
    }
}

impl fmt::Display for Doi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for NotADoi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a DOI is 10. and four to nine digits, a slash and a name, as in 10.1234/abc")
    }
}

impl std::error::Error for NotADoi {}
