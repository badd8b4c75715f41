//! The pages of a publication: what it is with its contents, one chapter, or all of it at once.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;

use super::KIND;
use super::metadata::{self, Property};
use crate::app::App;
use crate::error::{Error, Reply};
use crate::i18n::Text;
use crate::kinds;
use crate::library::chapters::{self, Split};
use crate::library::document::{self, Document, Opened};
use crate::markdown;
use crate::markdown::{Figures, Placement};
use crate::web::visit::{Named, Slug};
use crate::web::{Frame, Visit};

/// An entry of the table of contents.
struct ContentsEntry {
    id: String,
    title: String,
    href: String,
    current: bool,
}

/// A chapter that is seen on paper only.
struct PaperChapter {
    title: String,
    html: String,
}

/// The chapters of a longer text are not sent along: its page says on paper where it is whole.
const LONGEST_ON_PAPER: usize = 80_000;

#[derive(Template)]
#[template(path = "publications/show.html")]
struct Show {
    t: Text,
    frame: Frame,
    doc: Document,
    html: String,
    contents: Vec<ContentsEntry>,
    /// All chapters stand on the page: the contents lead down it.
    whole: bool,
    /// The chapters for the browser's own print, where they do not stand on the page.
    paper: Vec<PaperChapter>,
    facts: Vec<Property>,
}

#[derive(Template)]
#[template(path = "publications/chapter.html")]
struct ChapterPage {
    t: Text,
    frame: Frame,
    doc: Document,
    title: String,
    html: String,
    contents: Vec<ContentsEntry>,
    previous: Option<ContentsEntry>,
    next: Option<ContentsEntry>,
}

pub async fn publication(
    State(app): State<App>,
    visit: Visit,
    Named(Slug { slug }): Named<Slug>,
) -> Reply {
    let shown = match document::open(&app, &visit, &KIND, &slug).await? {
        Opened::Here(shown) => shown,
        Opened::Elsewhere(response) => return Ok(response),
    };
    let t = visit.t;
    let asked_whole = match visit.parameters()?.get("vis").unwrap_or_default() {
        "" => false,
        "hele" => true,
        _ => return Err(Error::NotUnderstood("vis")),
    };
    let doc = Document::new(&app, &visit, &KIND, &shown).await?;
    let doc = doc.with_alike(&app, &visit, &shown).await?;
    let split = chapters::split(&shown.content.body);
    let day = visit.day_query();
    let many = split.chapters.len() >= chapters::MANY;
    let whole = asked_whole || !many;
    let text = if whole { &shown.content.body } else { &split.preface };
    let figures = kinds::figures(&shown.item.lang, &shown.content, t);
    let rendered = markdown::render(text, &Placement::page(t).showing(&figures));
    let is_short = shown.content.body.len() <= LONGEST_ON_PAPER;
    let paper = if whole || !is_short { Vec::new() } else { on_paper(&split, &figures, t) };
    let contents = if whole && many {
        let entry = |heading: markdown::Heading| ContentsEntry {
            href: format!("#{}", heading.id),
            id: String::new(),
            title: heading.text,
            current: false,
        };
        rendered.headings.into_iter().map(entry).collect()
    } else {
        entries(&doc, &split, None, &day).filter(|_| many).collect()
    };
    let mut frame = doc.frame(&app, &visit, &KIND);
    // The chapters have their own addresses: all of them at once is for people, not for indexes.
    frame.noindex |= asked_whole && many;
    let facts = metadata::properties(&shown.content, t);
    let page = Show { t, frame, doc, html: rendered.html, contents, whole, paper, facts };
    crate::web::page(StatusCode::OK, &page)
}

fn on_paper(split: &Split, figures: &Figures, t: Text) -> Vec<PaperChapter> {
    let chapter = |chapter: &chapters::Chapter| {
        let part = format!("papir-{}", chapter.slug);
        let place = Placement::part(&part, &chapter.title, t).showing(figures);
        let html = markdown::render(&chapter.text, &place).html;
        PaperChapter { title: chapter.title.clone(), html }
    };
    split.chapters.iter().map(chapter).collect()
}

/// `day` takes the links along to a day that is looked back at.
fn entries<'a>(
    doc: &'a Document,
    split: &'a Split,
    current: Option<usize>,
    day: &'a str,
) -> impl Iterator<Item = ContentsEntry> + 'a {
    split.chapters.iter().enumerate().map(move |(n, chapter)| ContentsEntry {
        // Where the chapter stood when all was one page: old links still find it.
        id: format!("t-{}", chapter.slug),
        title: chapter.title.clone(),
        href: format!("{}/{}{day}", doc.path, chapter.slug),
        current: current == Some(n),
    })
}

#[derive(serde::Deserialize)]
pub struct ChapterOf {
    slug: String,
    chapter: String,
}

pub async fn chapter(
    State(app): State<App>,
    visit: Visit,
    Named(ChapterOf { slug, chapter }): Named<ChapterOf>,
) -> Reply {
    let shown = match document::open(&app, &visit, &KIND, &slug).await? {
        Opened::Here(shown) => shown,
        Opened::Elsewhere(response) => return Ok(response),
    };
    let t = visit.t;
    let split = chapters::split(&shown.content.body);
    let day = visit.day_query();
    if split.chapters.len() < chapters::MANY {
        return Err(Error::NotFound);
    }
    let place = split.chapters.iter().position(|one| one.slug == chapter);
    let place = place.ok_or(Error::NotFound)?;
    let doc = Document::new(&app, &visit, &KIND, &shown).await?;
    let one = &split.chapters[place];
    let mut frame = doc.frame_beneath(&app, &visit, &KIND, (&one.title, &one.slug));
    frame.title =
        t.plain_with2("publications-chapter-title", "chapter", &one.title, "title", &doc.title);
    let figures = kinds::figures(&shown.item.lang, &shown.content, t);
    let html = markdown::render(&one.text, &Placement::page(t).showing(&figures)).html;
    let mut around = entries(&doc, &split, None, &day).map(Some).collect::<Vec<_>>();
    let mut at = |n: Option<usize>| n.and_then(|n| around.get_mut(n).and_then(Option::take));
    let (previous, next) = (at(place.checked_sub(1)), at(Some(place + 1)));
    let contents = entries(&doc, &split, Some(place), &day).collect();
    let title = one.title.clone();
    let page = ChapterPage { t, frame, doc, title, html, contents, previous, next };
    crate::web::page(StatusCode::OK, &page)
}
