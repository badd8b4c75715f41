//! How to read a chart: one page that teaches with a few of them, for those who never heard of sigma.

mod examples;
mod samples;
#[cfg(test)]
mod tests;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use crate::app::App;
use crate::charts::{Axes, Beside, Drawing, Many, small_multiples, summary};
use crate::error::Reply;
use crate::i18n::{Text, Words};
use crate::rights::Right;
use crate::room::{Room, Route};
use crate::web::{Frame, Visit};

use examples::Example;

pub const ROOM: Room = Room {
    name: "reading",
    routes: |_| vec![Route::get("/{lang}/diagrammer", Right::Anybody, show)],
    indexed: &["diagrammer"],
    samples: samples::SAMPLES,
    ..Room::EMPTY
};

/// One thing to learn, with the chart that shows it.
struct Lesson {
    id: &'static str,
    heading: Words,
    text: Words,
    figure: String,
}

#[derive(Template)]
#[template(path = "reading/show.html")]
struct Show {
    t: Text,
    frame: Frame,
    lessons: Vec<Lesson>,
    summary: String,
    wards: Many,
    /// The wards' numbers, for those who do not see the pictures.
    ward_tables: Vec<(String, String)>,
}

async fn show(State(app): State<App>, visit: Visit) -> Reply {
    let t = visit.t;
    let lessons = examples::lessons(t);
    let drawings: Vec<Drawing<'_>> = lessons.iter().map(Example::drawing).collect();
    let wards = examples::wards(t);
    let ward_drawings: Vec<Drawing<'_>> = wards.iter().map(Example::drawing).collect();
    let heading = t.plain("reading-heading");
    let page = Show {
        t,
        frame: Frame::new(&app, &visit, &heading)
            .described(&t.plain("reading-lead"))
            .under(heading, format!("/{}/diagrammer", t.lang.code())),
        lessons: lessons
            .iter()
            .zip(&drawings)
            .map(|(example, drawing)| lesson(example, drawing, t))
            .collect(),
        summary: summary(&drawings, |drawing| Beside::at(format!("#{}", drawing.id)), t),
        wards: small_multiples(&ward_drawings, Axes::Common, t),
        ward_tables: ward_drawings
            .iter()
            .map(|drawing| (drawing.title.to_owned(), drawing.table(t)))
            .collect(),
    };
    crate::web::page(StatusCode::OK, &page)
}

fn lesson(example: &Example, drawing: &Drawing<'_>, t: Text) -> Lesson {
    Lesson {
        id: example.id,
        heading: t.get(example.heading),
        text: t.get(example.lesson),
        figure: drawing.figure(t),
    }
}
