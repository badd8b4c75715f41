//! What was asked in vain, for those who look after the words of the search.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use time::Date;

use super::{KEPT, LEAST, first_kept, store};
use crate::app::App;
use crate::dates::oslo_day;
use crate::error::Reply;
use crate::i18n::{Lang, Text};
use crate::web::{Frame, Query, Visit};

#[derive(Template)]
#[template(path = "find/missed/show.html")]
struct Show {
    t: Text,
    frame: Frame,
    kept: i64,
    least: u64,
    nothing: Vec<Row>,
    set_right: Vec<Row>,
}

struct Row {
    words: String,
    meant: String,
    lang: &'static str,
    language: &'static str,
    times: u64,
    days: usize,
    last: String,
    /// To the form for synonyms, with the word in it where it is one.
    synonym: String,
    /// To the search itself.
    search: String,
}

/// A question in a language, and what it was taken for.
type Asked = (String, String, Option<String>);

#[derive(Default)]
struct Sum {
    times: u64,
    days: Vec<Date>,
}

pub async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let t = visit.t;
    let today = oslo_day(app.clock.now());
    let mut sums: BTreeMap<Asked, Sum> = BTreeMap::new();
    for row in store::said(&app.db, first_kept(today)).await? {
        let Some(words) = row.words else { continue };
        let sum = sums.entry((row.lang, words, row.meant)).or_default();
        sum.times += u64::try_from(row.times).unwrap_or(0);
        sum.days.push(row.day);
    }
    // What was asked long ago may have been forgotten meanwhile.
    sums.retain(|_, sum| sum.times >= LEAST);
    let mut all: Vec<(Asked, Sum)> = sums.into_iter().collect();
    all.sort_by_key(|(_, sum)| Reverse(sum.times));
    let (set_right, nothing): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|((_, _, meant), _)| meant.is_some());
    let heading = t.plain("find-missed");
    let path = format!("/{}/sok", t.lang.code());
    let mut frame = Frame::new(&app, &visit, &heading)
        .under(t.plain("find-heading"), path.clone())
        .under(&heading, format!("{path}/uten-treff"));
    frame.noindex = true;
    let rows = |all: Vec<(Asked, Sum)>| all.into_iter().filter_map(|one| row(t, one)).collect();
    let page = Show {
        t,
        frame,
        kept: KEPT,
        least: LEAST,
        nothing: rows(nothing),
        set_right: rows(set_right),
    };
    crate::web::page(StatusCode::OK, &page)
}

fn row(t: Text, ((lang, words, meant), sum): (Asked, Sum)) -> Option<Row> {
    let asked_in = Lang::parse(&lang)?;
    let code = t.lang.code();
    let query = Query::default().with("q", &words);
    let term = if words.contains(' ') { String::new() } else { words.clone() };
    let term = Query::default().with("ord", &term);
    Some(Row {
        meant: meant.unwrap_or_default(),
        lang: asked_in.code(),
        language: asked_in.own_name(),
        times: sum.times,
        days: sum.days.len(),
        last: sum.days.iter().max().map(|day| t.date(*day)).unwrap_or_default(),
        synonym: format!("/{code}/register/synonymer{term}"),
        search: format!("/{}/sok{query}", asked_in.code()),
        words,
    })
}
