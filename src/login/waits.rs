//! What waits for somebody, as their own page tells it.

use uuid::Uuid;

use crate::app::App;
use crate::dates::oslo_day;
use crate::error::Error;
use crate::i18n::{Lang, Text, Words};
use crate::rights::Who;
use crate::waiting::{All, Named};

/// A thing to do.
pub struct Waits {
    pub what: Words,
    pub title: String,
    /// The language of the title; empty when it is the reader's own.
    pub lang: &'static str,
    pub href: String,
}

impl Waits {
    fn new(t: Text, what: Words, named: Named, page: &str) -> Self {
        let Named { item, title, lang } = named;
        let lang = Lang::parse(&lang).filter(|lang| *lang != t.lang).map_or("", Lang::code);
        Self { what, title, lang, href: href(t, item, page) }
    }
}

fn href(t: Text, item: Uuid, page: &str) -> String {
    format!("/{}/skriv/{item}{page}", t.lang.code())
}

/// The most pressing first: what others wait for, what they have asked, what is past its day.
pub async fn of(app: &App, t: Text, who: &Who) -> Result<Vec<Waits>, Error> {
    let now = app.clock.now();
    let waiting = All::load(&app.db, now).await?.of(who);
    let today = oslo_day(now);
    let reviews = waiting.reviews.into_iter();
    let reviews = reviews.map(|one| Waits::new(t, t.get("login-waits-review"), one, "/steg"));
    let remarks = waiting.remarks.into_iter().map(|(one, count)| {
        Waits::new(t, t.with("login-waits-remarks", "count", count), one, "/merknader")
    });
    let due = waiting.due.into_iter().map(|(one, by)| {
        let day = t.date(by);
        let what = if by < today {
            t.with("login-waits-overdue", "day", day)
        } else {
            t.with("login-waits-due", "day", day)
        };
        Waits::new(t, what, one, "")
    });
    Ok(reviews.chain(remarks).chain(due).collect())
}
