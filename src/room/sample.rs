//! Pages to look at, with tools and with eyes: each template, each state, each language. Whoever
//! tests in a browser gets them by `padriver sample-pages`.

use serde::Serialize;

#[derive(Clone, Copy, Debug, Serialize)]
pub struct Sample {
    /// What it is called in a list of tests.
    pub name: &'static str,
    pub path: &'static str,
    /// What it answers with.
    pub status: u16,
    /// The form that is sent to get it, for a page that one gets so.
    pub post: Option<SamplePost>,
}

#[derive(Clone, Copy, Debug, Serialize)]
pub struct SamplePost {
    pub fields: &'static [(&'static str, &'static str)],
    /// Sent by a page of another site.
    pub from_elsewhere: bool,
}

impl Sample {
    pub const fn of(name: &'static str, path: &'static str) -> Self {
        Self { name, path, status: 200, post: None }
    }

    #[must_use]
    pub const fn answering(self, status: u16) -> Self {
        Self { status, ..self }
    }

    /// What comes back when these fields are sent.
    #[must_use]
    pub const fn sent(self, fields: &'static [(&'static str, &'static str)]) -> Self {
        Self { post: Some(SamplePost { fields, from_elsewhere: false }), ..self }
    }

    /// What comes back when a page of another site sends the form.
    #[must_use]
    pub const fn sent_from_elsewhere(self) -> Self {
        Self { post: Some(SamplePost { fields: &[], from_elsewhere: true }), ..self }
    }
}
