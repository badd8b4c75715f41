//! The measures of a work: all of them on one page, each with its chart and its plan, and the forms that
//! change them.

mod add;
mod change;
mod chart;
mod files;
mod goal;
mod list;
mod mark;
mod note;
mod plan;
mod remove;
mod show;
mod state;
#[cfg(test)]
mod tests;

use askama::Template;
use axum::http::StatusCode;
use uuid::Uuid;

pub(super) use self::plan::counted;
use super::{frame_under, open, path};
use crate::app::App;
use crate::error::{Error, Reply};
use crate::forms::{Filled, Form, RegisterNames, View};
use crate::i18n::{Lang, Text, Words};
use crate::rights::Right;
use crate::room::Route;
use crate::web::{Frame, Visit};
use crate::work::{Measured, Open, Standing};

pub fn routes() -> Vec<Route> {
    const KNOWN: Right = Right::LoggedIn;
    const ALL: &str = "/{lang}/arbeid/{id}/malinger";
    const NEW: &str = "/{lang}/arbeid/{id}/malinger/ny";
    const ONE: &str = "/{lang}/arbeid/{id}/malinger/{measure}";
    let under = |last: &str| format!("{ONE}/{last}");
    vec![
        Route::get(ALL, KNOWN, list::show),
        Route::get(NEW, KNOWN, add::show),
        Route::post(NEW, KNOWN, add::send),
        Route::get(ONE, KNOWN, show::show),
        Route::get(under("endre"), KNOWN, change::show),
        Route::post(under("endre"), KNOWN, change::send),
        Route::get(under("diagram"), KNOWN, chart::show),
        Route::post(under("diagram"), KNOWN, chart::send),
        Route::get(under("inndeling"), KNOWN, mark::show),
        Route::post(under("inndeling"), KNOWN, mark::send),
        Route::get(under("mal"), KNOWN, goal::show),
        Route::post(under("mal"), KNOWN, goal::send),
        Route::get(under("merke"), KNOWN, note::show),
        Route::post(under("merke"), KNOWN, note::send),
        Route::post(under("telles"), KNOWN, state::send),
        Route::post(under("bort"), KNOWN, remove::send),
        Route::get(under("tall.csv"), KNOWN, files::csv),
        Route::get(under("tall.xlsx"), KNOWN, files::xlsx),
        Route::get(under("diagram.svg"), KNOWN, files::svg),
        Route::get(under("diagram.png"), KNOWN, files::png).heavy(|_| true),
    ]
}

/// The measure of an address.
#[derive(Clone, Copy, serde::Deserialize)]
struct At {
    id: Uuid,
    measure: Uuid,
}

impl At {
    /// Where the measure is.
    fn path(self, lang: Lang) -> String {
        format!("{}/{}", all_path(lang, self.id), self.measure)
    }
}

/// Where the measures of a work are.
fn all_path(lang: Lang, work: Uuid) -> String {
    format!("{}/malinger", path(lang, work))
}

/// The work and the measure, for those who may do so much.
async fn found(
    app: &App,
    visit: &Visit,
    at: At,
    least: Standing,
) -> Result<(Open, Measured), Error> {
    let open = open(app, visit, at.id).await?;
    if open.standing < least {
        return Err(Error::Forbidden);
    }
    let measured = open.measure(&app.db, at.measure).await?.ok_or(Error::NotFound)?;
    Ok((open, measured))
}

/// Words of the team's own, in the language that they wrote them in.
fn own(t: Text, open: &Open, text: &str) -> Words {
    Words::name(t.lang, text, Lang::parse(&open.work.lang).unwrap_or(Lang::Nb))
}

/// A line of a list of facts.
type Fact = (Words, Words);

/// Examples under one theme: what each is called, and the address of the form that holds it.
type Group = (Words, Vec<(Words, String)>);

/// The form of something about a measure.
struct Asked<'a> {
    open: &'a Open,
    /// None: it is to be.
    measured: Option<&'a Measured>,
    /// Keys of what stands above.
    heading: &'static str,
    lead: Words,
    action: String,
    /// The number of the measure as it was seen, for what is changed as a whole.
    seen: Option<i32>,
    /// What stands now, when another has changed it meanwhile.
    now: Option<Vec<Fact>>,
    examples: Vec<Group>,
}

#[derive(Template)]
#[template(path = "improvement/measures/form.html")]
struct Page {
    t: Text,
    frame: Frame,
    heading: Words,
    lead: Words,
    action: String,
    seen: Option<i32>,
    now: Option<Vec<Fact>>,
    examples: Vec<Group>,
    fields: View,
}

impl<'a> Asked<'a> {
    fn of(open: &'a Open, measured: &'a Measured, heading: &'static str, t: Text) -> Self {
        let at = At { id: open.work.id, measure: measured.row.id };
        Self {
            open,
            measured: Some(measured),
            heading,
            lead: own(t, open, &measured.definition.name),
            action: at.path(t.lang),
            seen: None,
            now: None,
            examples: Vec::new(),
        }
    }

    /// Sent to an address below the measure's own.
    fn to(mut self, last: &str) -> Self {
        self.action = format!("{}/{last}", self.action);
        self
    }

    fn page(self, app: &App, visit: &Visit, form: &Form, filled: &Filled) -> Reply {
        let t = visit.t;
        let heading = t.get(self.heading);
        let frame = frame_of(app, visit, self.open, self.measured);
        let mut frame = frame.under(heading.as_str(), &self.action);
        frame.title = t.plain(self.heading);
        frame.refused = filled.is_refused() || self.now.is_some();
        let status = if self.now.is_some() { StatusCode::CONFLICT } else { filled.status() };
        let page = Page {
            t,
            frame,
            heading,
            lead: self.lead,
            action: self.action,
            seen: self.seen,
            now: self.now,
            examples: self.examples,
            fields: View::new(t, form, filled, &RegisterNames::default()),
        };
        crate::web::page(status, &page)
    }
}

/// The frame of a page under the measures of a work, and under one of them.
fn frame_of(app: &App, visit: &Visit, open: &Open, measured: Option<&Measured>) -> Frame {
    let t = visit.t;
    let all = all_path(t.lang, open.work.id);
    let frame = frame_under(app, visit, open, &t.plain("improvement-measures"), &all);
    let Some(measured) = measured else { return frame };
    let at = At { id: open.work.id, measure: measured.row.id };
    let mut frame = frame.under(&measured.definition.name, at.path(t.lang));
    frame.title.clone_from(&measured.definition.name);
    frame
}
