//! Which kind of page it is, by the marks each kind bears.

use super::centres;
use super::guideline;
use super::header;
use super::lines::{Marker, Piece};
use super::navigation::{self, Trail};
use super::page::Kind;
use super::project;
use super::sections;

pub(super) fn of(pieces: &[Piece], trail: &Trail) -> Kind {
    let chooser = pieces.iter().any(|piece| guideline::opens_chooser(&piece.full));
    let open: Vec<&Piece> = pieces.iter().filter(|piece| piece.open()).collect();
    let count = |test: &dyn Fn(&Piece) -> bool| open.iter().filter(|piece| test(piece)).count();

    let metadata = count(&|piece| guideline::is_telling(piece));
    if metadata >= 3 || chooser && metadata >= 1 {
        return Kind::Guideline;
    }
    let (strong, weak) = project::fields(&open);
    let headings = count(&|piece| !piece.item && sections::is_of_projects(&piece.words));
    if strong + headings >= 2
        || strong >= 1 && weak >= 1
        || weak >= 3
        || trail.projects && strong + weak + headings >= 1
    {
        return Kind::Project;
    }
    let rows = count(&|piece| centres::is_row(piece));
    let speech = count(&|piece| matches!(piece.marker, Marker::Dash(_)) && !piece.item);
    let bylines = count(&|piece| header::is_byline(piece));
    let spoken = bylines > 0 || speech >= 2;
    if rows >= 3 && !spoken || rows >= 1 && trail.centres && speech == 0 {
        return Kind::CentreOverview;
    }
    let news = spoken
        || speech >= 1
        || count(&|piece| header::is_news_mark(piece)) > 0
        || count(&|piece| navigation::page_label(&piece.full).is_some()) > 0;
    if news { Kind::News } else { Kind::Text }
}
