//! Says that a log-in by others came to nothing, and what to do: in words of ours, never in theirs.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use crate::app::App;
use crate::error::Reply;
use crate::i18n::{Lang, Text};
use crate::login::{PROVIDER, unkept};
use crate::oidc::Error;
use crate::web::{Frame, Visit};

#[derive(Template)]
#[template(path = "providers/over.html")]
struct Over {
    t: Text,
    frame: Frame,
    why: &'static str,
    again: String,
    /// Somebody who is logged in wanted to be known by it too.
    own: Option<String>,
}

/// Why it came to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Cancelled,
    Away,
    Wrong,
    Level,
    /// Nothing was begun in this browser, or too long ago.
    Late,
    AddressTaken,
    /// Somebody else is known by it.
    OtherPerson,
    Closed,
    NotAdmitted,
}

impl Why {
    const ALL: [Self; 9] = [
        Self::Cancelled,
        Self::Away,
        Self::Wrong,
        Self::Level,
        Self::Late,
        Self::AddressTaken,
        Self::OtherPerson,
        Self::Closed,
        Self::NotAdmitted,
    ];

    /// In the address, and in the log.
    pub fn name(self) -> &'static str {
        match self {
            Self::Cancelled => "avbrutt",
            Self::Away => "borte",
            Self::Wrong => "feil",
            Self::Level => "niva",
            Self::Late => "sent",
            Self::AddressTaken => "adresse",
            Self::OtherPerson => "annen",
            Self::Closed => "stengt",
            Self::NotAdmitted => "invitasjon",
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Cancelled => "providers-over-cancelled",
            Self::Away => "providers-over-away",
            Self::Wrong => "providers-over-wrong",
            Self::Level => "providers-over-level",
            Self::Late => "providers-over-late",
            Self::AddressTaken => "providers-over-address",
            Self::OtherPerson => "providers-over-other",
            Self::Closed => "providers-over-closed",
            Self::NotAdmitted => "providers-over-not-admitted",
        }
    }
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let t = visit.t;
    let query = visit.parameters().unwrap_or_default();
    let named = |why: &Why| query.get("grunn") == Some(why.name());
    let why = Why::ALL.into_iter().find(named).unwrap_or(Why::Wrong).key();
    let heading = t.plain("providers-over-heading");
    let again = format!("/{}/logg-inn", t.lang.code());
    let frame = Frame::new(&app, &visit, &heading).form();
    let frame = frame.under(t.plain("providers-log-in"), &again).under(&heading, "");
    let own = visit.who.is_some().then(|| format!("/{}/min-side", t.lang.code()));
    Ok(unkept(crate::web::page(StatusCode::OK, &Over { t, frame, why, again, own })?))
}

/// To the page that says why.
pub fn because(lang: Lang, why: Why) -> Response {
    let there = format!("/{}/logg-inn/avbrutt?grunn={}", lang.code(), why.name());
    let mut response = unkept(crate::web::see_other(&there));
    response.extensions_mut().insert(why);
    PROVIDER.forget(&mut response);
    metrics::counter!("padriver_log_ins_total", "result" => "refused").increment(1);
    response
}

/// The same for what a provider did; its own words go to the log alone.
pub fn lead(provider: &str, lang: Lang, error: &Error) -> Response {
    tracing::warn!(provider, %error, "a log-in by others came to nothing");
    let why = match error {
        Error::Away(_) => Why::Away,
        Error::Wrong(_) => Why::Wrong,
        Error::Level(_) => Why::Level,
    };
    because(lang, why)
}
