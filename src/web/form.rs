//! What a form sent: read without losing anything, whatever it holds.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};

use crate::app::App;
use crate::error::Error;

/// The fields of a form by name. Bytes that are no UTF-8 become «�», so that the page can show what
/// came; nothing is thrown away before a handler has looked at it.
#[derive(Debug, Default)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    pub fn parse(body: &[u8]) -> Self {
        let pairs = form_urlencoded::parse(body);
        Self(pairs.map(|(name, value)| (name.into_owned(), value.into_owned())).collect())
    }

    /// A field that is not there is empty.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().rev().find(|(n, _)| n == name).map_or("", |(_, value)| value)
    }

    /// Every value of a field that repeats, such as boxes that are ticked.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.as_str())
    }
}

impl FromRequest<App> for Fields {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Self, Error> {
        // A body over the limit can't be read to its end, and so can't be given back.
        let body = Bytes::from_request(request, app).await;
        body.map(|bytes| Self::parse(&bytes)).map_err(|_| Error::TooLarge)
    }
}
