//! What became of every input line.

use serde::{Serialize, Serializer};

/// One input line, counted from 1. A line that holds several things lists them all in `parts`, from
/// left to right; `what` is then the first of them that was not dropped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LineAccount {
    pub line: usize,
    #[serde(flatten)]
    pub what: LineFate,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<LinePart>,
    /// The line itself. A report is passed around, and does not repeat it.
    #[serde(skip)]
    pub text: String,
}

impl LineAccount {
    /// What was kept of the line: where each stretch went, and its words. Personal addresses are in none.
    pub fn kept(&self) -> impl Iterator<Item = (&LineFate, String)> {
        let whole = self.parts.is_empty().then(|| (&self.what, self.text.clone()));
        let stretch = move |part: &LinePart| {
            self.text.chars().skip(part.from).take(part.to - part.from).collect::<String>()
        };
        let parts = self.parts.iter().map(move |part| (&part.what, stretch(part)));
        whole.into_iter().chain(parts).filter(|(what, _)| !what.is_dropped())
    }
}

/// Characters `from..to` of the line, counted from 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LinePart {
    pub from: usize,
    pub to: usize,
    #[serde(flatten)]
    pub what: LineFate,
}

/// What a line, or a part of it, became in the result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "as", rename_all = "snake_case")]
pub enum LineFate {
    /// The value (or the label) of a fact, by its name in the result.
    Field {
        name: String,
    },
    /// A heading, or running text under it.
    Section {
        heading: String,
    },
    /// An item of a list, by the name of the fact or the heading above it.
    List {
        name: String,
    },
    Dropped {
        reason: Reason,
    },
    KeptAsText {
        #[serde(rename = "where")]
        place: String,
    },
}

impl LineFate {
    pub(super) fn field(name: &str) -> Self {
        Self::Field { name: name.to_owned() }
    }
    pub(super) fn section(heading: &str) -> Self {
        Self::Section { heading: heading.to_owned() }
    }
    pub(super) fn list(name: &str) -> Self {
        Self::List { name: name.to_owned() }
    }
    pub(super) fn dropped(reason: Reason) -> Self {
        Self::Dropped { reason }
    }
    pub(super) fn text(place: &str) -> Self {
        Self::KeptAsText { place: place.to_owned() }
    }
    pub fn is_dropped(&self) -> bool {
        matches!(self, Self::Dropped { .. })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    Blank,
    Navigation,
    /// «Du benytter en nettleser vi ikke støtter», or of cookies.
    BrowserWarning,
    Breadcrumb,
    FormLabel,
    PrintChooser,
    Repeated,
    ImageFileName,
    PersonalEmail,
    Decoration,
    EmptyValue,
}

impl Reason {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Blank => "blank line",
            Self::Navigation => "navigation of the old site",
            Self::BrowserWarning => "a message of the old site about browsers or cookies",
            Self::Breadcrumb => "breadcrumb of the old site",
            Self::FormLabel => "label of a form on the old site",
            Self::PrintChooser => "choice of what to print, a form on the old site",
            Self::Repeated => "the same mark stands earlier on the page",
            Self::ImageFileName => "name of an image file left in the text",
            Self::PersonalEmail => "personal e-mail address, never shown",
            Self::Decoration => "a line of marks without words",
            Self::EmptyValue => "label without a value",
        }
    }
}

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
