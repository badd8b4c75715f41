//! «Start a project like this»: how others got going, what it took, how to keep it up, whom to ask.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::document::{self, Document, Opened};
use crate::app::App;
use crate::error::Reply;
use crate::i18n::{Text, Words};
use crate::kinds::{self, Guide, Kind, Kinds};
use crate::markdown;
use crate::rights::Right;
use crate::room::Route;
use crate::web::visit::{Named, Slug};
use crate::web::{Frame, Visit};

/// The last part of the address.
pub const PATH: &str = "kom-i-gang";

/// What the way here is called, and what it leads to: a tool is used, a project is begun anew.
pub fn words(is_use: bool, t: Text) -> (Words, Words) {
    if is_use {
        (t.get("library-start-heading-use"), t.get("library-start-text-use"))
    } else {
        (t.get("library-start-heading"), t.get("library-start-text"))
    }
}

struct Html {
    start: String,
    sustain: String,
    took: String,
}

#[derive(Template)]
#[template(path = "library/start.html")]
struct Page {
    t: Text,
    frame: Frame,
    doc: Document,
    guide: Guide,
    html: Html,
}

/// Steps that hold for all improvement work, when nobody has told more.
const STEPS: [(&str, &str); 5] = [
    ("library-start-step-prepare", "library-start-step-prepare-text"),
    ("library-start-step-plan", "library-start-step-plan-text"),
    ("library-start-step-carry-out", "library-start-step-carry-out-text"),
    ("library-start-step-evaluate", "library-start-step-evaluate-text"),
    ("library-start-step-follow-up", "library-start-step-follow-up-text"),
];

impl Page {
    fn heading(&self) -> Words {
        words(self.guide.is_use, self.t).0
    }

    fn how(&self) -> Words {
        self.t.get(how(self.guide.is_use))
    }

    fn steps(&self) -> [(Words, Words); 5] {
        STEPS.map(|(heading, text)| (self.t.get(heading), self.t.get(text)))
    }
}

/// The key of the heading over how it is begun.
fn how(is_use: bool) -> &'static str {
    if is_use { "library-start-how-tool" } else { "library-start-how" }
}

/// The pages of every kind that can be a model for others.
pub fn routes(kinds: &Kinds) -> Vec<Route> {
    let guided = kinds.iter().filter(|kind| kind.guide.is_some());
    let route = |kind: &'static Kind| {
        let page = move |State(app): State<App>,
                         visit: Visit,
                         Named(Slug { slug }): Named<Slug>| async move {
            show(&app, &visit, kind, &slug).await
        };
        Route::get(format!("/{{lang}}/{}/{{slug}}/{PATH}", kind.path), Right::Anybody, page)
    };
    guided.map(route).collect()
}

async fn show(app: &App, visit: &Visit, kind: &'static Kind, slug: &str) -> Reply {
    let shown = match document::open(app, visit, kind, slug).await? {
        Opened::Here(shown) => shown,
        Opened::Elsewhere(response) => return Ok(response),
    };
    let t = visit.t;
    let doc = Document::new(app, visit, kind, &shown).await?;
    let mut guide = kind.guide.map(|guide| guide(&shown.content, t)).unwrap_or_default();
    doc.lead_on(&mut guide.materials);
    let (heading, text) = words(guide.is_use, t);
    let mut frame =
        doc.frame_beneath(app, visit, kind, (heading.as_str(), PATH)).described(text.as_str());
    let title = if guide.is_use { "library-start-title-use" } else { "library-start-title" };
    frame.title = t.plain_with(title, "title", &doc.title);
    let figures = kinds::figures(&shown.item.lang, &shown.content, t);
    let html = |id: &str, heading: &str, text: &str| {
        let heading = t.get(heading);
        let place = markdown::Placement::part(id, heading.as_str(), t).showing(&figures);
        markdown::render(text, &place).html
    };
    let html = Html {
        start: html("slik", how(guide.is_use), &guide.how_to_start),
        sustain: html("holde", "library-start-sustain", &guide.how_to_sustain),
        took: html("krevde", "library-start-took", &guide.what_it_took),
    };
    crate::web::page(StatusCode::OK, &Page { t, frame, doc, guide, html })
}
