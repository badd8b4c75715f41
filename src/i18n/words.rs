//! Finds a sentence by its key, fills it, and falls back to bokmål where Sámi has none yet.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::mem::discriminant;
use std::sync::{Arc, PoisonError, RwLock};

use askama::filters::{Escaper, Html};
use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{FluentBundle, LanguageIdentifier, langid};

use super::{Lang, added, format};

fluent_templates::static_loader! {
    static LOCALES = {
        locales: "locales",
        fallback_language: "nb",
        customise: |bundle| {
            customise(bundle);
        },
    };
}

pub(super) fn customise<R>(bundle: &mut FluentBundle<R>) {
    // Isolation marks are for texts that mix writing directions. Ours do not, and the marks
    // would break searching in the page, copying, and tests.
    bundle.set_use_isolating(false);
    let english = bundle.locales.iter().any(|locale| locale.language == "en");
    bundle.set_formatter(Some(if english {
        |value, _| grouped(Lang::En, value)
    } else {
        |value, _| grouped(Lang::Nb, value)
    }));
}

/// Whether a key is one of the program's own.
pub(super) fn is_shipped(key: &str) -> bool {
    let find = |key| LOCALES.lookup_single_language::<&str>(&identifier(Lang::Nb), key, None);
    match (find(key), find("")) {
        // One that asks for values is there, and fails in another way than one that is not.
        (Err(fault), Err(nowhere)) => discriminant(&fault) != discriminant(&nowhere),
        _ => true,
    }
}

/// A number in a sentence looks as a number does elsewhere on the page.
fn grouped(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.fract() == 0.0 => {
            #[expect(clippy::cast_possible_truncation, reason = "whole, and a cast saturates")]
            let number = number.value as i64;
            Some(format::with(lang, |formats| formats.number(number)))
        }
        _ => None,
    }
}

pub(super) fn identifier(lang: Lang) -> LanguageIdentifier {
    match lang {
        Lang::Nb => langid!("nb"),
        Lang::Nn => langid!("nn"),
        Lang::Se => langid!("se"),
        Lang::En => langid!("en"),
    }
}

/// Sentences that nothing is filled into, as they have been found: a page has more than a hundred. By
/// the language that was asked for, with the one that each is in.
static SAID: [RwLock<Said>; 4] = [const { RwLock::new(Said::new()) }; 4];

/// By key.
type Said = BTreeMap<Box<str>, (Arc<str>, Lang)>;

/// A sentence in the page's language, or in bokmål with the mark that says so. `Display` (and so a
/// template) writes HTML, escaped once; [`Words::as_str`] is the bare text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    text: Arc<str>,
    /// The language the text is in.
    lang: Lang,
    /// The language that was asked for.
    page: Lang,
}

impl Words {
    pub(super) fn find(page: Lang, key: &str, arguments: &[(&str, FluentValue<'_>)]) -> Self {
        if !arguments.is_empty() {
            return Self::look_up(page, key, arguments).0;
        }
        let said = SAID[page as usize].read().unwrap_or_else(PoisonError::into_inner);
        if let Some((text, lang)) = said.get(key) {
            return Self { text: Arc::clone(text), lang: *lang, page };
        }
        drop(said);
        let (words, is_found) = Self::look_up(page, key, arguments);
        if is_found {
            let mut said = SAID[page as usize].write().unwrap_or_else(PoisonError::into_inner);
            said.insert(key.into(), (Arc::clone(&words.text), words.lang));
        }
        words
    }

    /// And whether there is such a sentence.
    fn look_up(page: Lang, key: &str, arguments: &[(&str, FluentValue<'_>)]) -> (Self, bool) {
        let arguments: HashMap<&str, FluentValue<'_>> = arguments.iter().cloned().collect();
        let find = |lang| {
            let own = LOCALES.lookup_single_language(&identifier(lang), key, Some(&arguments));
            own.or_else(|error| added::find(lang, key, &arguments).ok_or(error))
        };
        let (text, lang, is_found) = match find(page) {
            Ok(text) => (text, page, true),
            Err(_) => match find(Lang::Nb) {
                Ok(text) => (text, Lang::Nb, true),
                Err(error) => (missing(key, &error), page, false),
            },
        };
        (Self { text: text.into(), lang, page }, is_found)
    }

    /// A name from a register, in the language that it is had in.
    pub fn name(page: Lang, text: impl Into<String>, lang: Lang) -> Self {
        let text: String = text.into();
        Self { text: text.into(), lang, page }
    }

    /// The text alone, neither escaped nor marked.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The language the text is in: another than the page's when it fell back.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    fn write(&self, dest: &mut dyn fmt::Write) -> fmt::Result {
        if self.lang == self.page {
            return Html.write_escaped_str(dest, &self.text);
        }
        write!(dest, "<span lang=\"{}\">", self.lang)?;
        Html.write_escaped_str(&mut *dest, &self.text)?;
        dest.write_str("</span>")
    }
}

/// A fault of ours: tests stop at it.
#[cfg(test)]
fn missing(key: &str, error: &dyn fmt::Display) -> String {
    panic!("no words for {key}: {error}");
}

/// A fault of ours that no test caught. A reader gets the key, which beats a blank; the log says so
/// once.
#[cfg(not(test))]
fn missing(key: &str, error: &dyn fmt::Display) -> String {
    use std::collections::BTreeSet;
    use std::sync::{Mutex, PoisonError};

    static TOLD: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    if TOLD.lock().unwrap_or_else(PoisonError::into_inner).insert(key.to_owned()) {
        tracing::error!(key, %error, "no words for a key");
    }
    key.to_owned()
}

impl From<Words> for String {
    fn from(words: Words) -> Self {
        (*words.text).to_owned()
    }
}

impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}

/// `write` escapes all that is not ours.
impl askama::filters::HtmlSafe for Words {}

impl askama::FastWritable for Words {
    fn write_into(
        &self,
        dest: &mut dyn fmt::Write,
        _values: &dyn askama::Values,
    ) -> askama::Result<()> {
        Ok(self.write(dest)?)
    }
}
