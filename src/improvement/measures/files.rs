//! A chart to take along: its numbers as CSV and as a workbook, its picture as SVG and PNG.

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use spc::{Pattern, Point, X};
use time::OffsetDateTime;

use super::{At, Fact, found, list, plan, show};
use crate::app::App;
use crate::charts::{self, Axes, Look, Shape};
use crate::error::{Error, Reply};
use crate::i18n::Text;
use crate::items::slug_of;
use crate::login::known;
use crate::web::Visit;
use crate::web::visit::Named;
use crate::work::{Drawn, Measured, Open, Standing};

/// The columns of the table, by names that do not change: `padriver spc --x date` reads it as it is.
const COLUMNS: [&str; 11] =
    ["date", "y", "n", "value", "cl", "lcl", "ucl", "part", "included", "outside", "signal"];
/// Pixels of the picture for each of the drawing's own.
const SCALE: f32 = 2.0;

/// The chart as whoever asks may see it.
async fn drawn(app: &App, visit: &Visit, at: At) -> Result<(Open, Measured, Drawn), Error> {
    let (open, measured) = found(app, visit, at, Standing::Reads).await?;
    let (notes, cycles) = show::beside(app, &open).await?;
    let drawn = open.chart(known(visit)?, &measured, (&notes, &cycles)).ok_or(Error::NotFound)?;
    Ok((open, measured, drawn))
}

fn file(bytes: Vec<u8>, kind: &'static str, measured: &Measured, ending: &str) -> Response {
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    let name = slug_of(&measured.definition.name);
    let name = HeaderValue::from_str(&format!("attachment; filename=\"{name}.{ending}\""));
    let name = name.unwrap_or(HeaderValue::from_static("attachment"));
    headers.insert(header::CONTENT_DISPOSITION, name);
    response
}

/// A place on the axis: a day, and behind it which event of that day it was, as seconds.
fn date(x: &X) -> String {
    let X::Time(at) = x else { return String::new() };
    let Ok(at) = OffsetDateTime::from_unix_timestamp(*at) else { return String::new() };
    let (day, second) = (at.date(), at.second());
    if second == 0 { day.to_string() } else { format!("{day}T00:00:{second:02}") }
}

pub async fn csv(State(app): State<App>, visit: Visit, Named(at): Named<At>) -> Reply {
    let (_, measured, drawn) = drawn(&app, &visit, at).await?;
    let table = table(&drawn).map_err(|error| Error::Internal(error.to_string()))?;
    Ok(file(table, "text/csv; charset=utf-8; header=present", &measured, "csv"))
}

fn table(drawn: &Drawn) -> Result<Vec<u8>, csv::Error> {
    let has_n = drawn.series.rows.iter().any(|row| row.n.is_some());
    let shown = |at: usize| has_n || COLUMNS[at] != "n";
    let mut writer = csv::Writer::from_writer(Vec::new());
    let kept = |cells: [String; 11]| {
        cells.into_iter().enumerate().filter(move |(at, _)| shown(*at)).map(|(_, cell)| cell)
    };
    writer.write_record(kept(COLUMNS.map(str::to_owned)))?;
    for (at, point) in drawn.analysis.points().enumerate() {
        let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
        let row = drawn.series.rows.get(point.row);
        let has_signal = drawn.analysis.signals_at(at).next().is_some();
        writer.write_record(kept([
            date(point.x),
            number(row.and_then(|row| row.y)),
            number(row.and_then(|row| row.n)),
            number(point.y),
            number(point.cl),
            number(point.lcl),
            number(point.ucl),
            (point.part + 1).to_string(),
            point.include.to_string(),
            point.sigma_signal.to_string(),
            has_signal.to_string(),
        ]))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

pub async fn xlsx(State(app): State<App>, visit: Visit, Named(at): Named<At>) -> Reply {
    let (open, measured, drawn) = drawn(&app, &visit, at).await?;
    let t = visit.t;
    let facts = plan::facts(t, &open, &measured);
    let now = app.clock.now();
    let book = workbook(t, &drawn, &facts, now);
    let book = book.map_err(|error| Error::Internal(format!("a workbook: {error}")))?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(file(book, kind, &measured, "xlsx"))
}

/// Two sheets: the numbers with their lines, and the plan that says what they mean.
fn workbook(
    t: Text,
    drawn: &Drawn,
    facts: &[Fact],
    now: OffsetDateTime,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_timestamp(now.unix_timestamp())?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let bold = Format::new().set_bold();
    let sheet = book.add_worksheet().set_name(t.plain("measures-sheet-numbers"))?;
    numbers(t, sheet, drawn, &bold)?;
    let sheet = book.add_worksheet().set_name(t.plain("measures-sheet-plan"))?;
    sheet.set_column_width(0, 32)?;
    sheet.set_column_width(1, 80)?;
    for (row, (label, value)) in (0_u32..).zip(facts) {
        sheet.write_string_with_format(row, 0, label.as_str(), &bold)?;
        sheet.write_string(row, 1, value.as_str())?;
    }
    book.save_to_buffer()
}

fn numbers(t: Text, sheet: &mut Worksheet, drawn: &Drawn, bold: &Format) -> Result<(), XlsxError> {
    let headings = [
        "measures-column-when",
        "measures-column-count",
        "measures-column-all",
        "charts-column-value",
        "measures-column-centre",
        "charts-column-lower",
        "charts-column-upper",
        "measures-column-part",
        "charts-column-remark",
    ];
    for (column, key) in (0_u16..).zip(headings) {
        sheet.write_string_with_format(0, column, t.plain(key), bold)?;
        sheet.set_column_width(column, 16)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for (row, (at, point)) in (1_u32..).zip(drawn.analysis.points().enumerate()) {
        if let X::Time(moment) = point.x {
            let moment = ExcelDateTime::from_timestamp(*moment)?;
            sheet.write_datetime_with_format(row, 0, &moment, &day)?;
        }
        let counted = drawn.series.rows.get(point.row);
        let values = [
            counted.and_then(|row| row.y),
            counted.and_then(|row| row.n),
            point.y,
            point.cl,
            point.lcl,
            point.ucl,
        ];
        for (column, value) in (1_u16..).zip(values) {
            if let Some(value) = value {
                sheet.write_number(row, column, value)?;
            }
        }
        let part = u32::try_from(point.part + 1).unwrap_or(u32::MAX);
        sheet.write_number(row, 7, part)?;
        if let Some(key) = remark(drawn, at, &point) {
            sheet.write_string(row, 8, t.plain(key))?;
        }
    }
    Ok(())
}

/// What is said of a point, as in the table below the chart.
fn remark(drawn: &Drawn, at: usize, point: &Point<'_>) -> Option<&'static str> {
    if !point.include {
        return Some("charts-mark-left-out");
    }
    if point.sigma_signal {
        return Some("charts-mark-outside");
    }
    let mut patterns = drawn.analysis.signals_at(at).map(|signal| signal.pattern);
    patterns.next().map(|pattern| match pattern {
        Pattern::Shift => "charts-remark-shift",
        Pattern::Trend => "charts-remark-trend",
        _ => "charts-remark-pattern",
    })
}

/// The chart with its title and its sentence, for where no page stands around it.
fn picture(t: Text, drawn: &Drawn) -> String {
    let drawing = list::drawing(t, drawn, "maling");
    let look = Look { shape: Shape::Wide, axes: Axes::Common };
    let title = drawing.title.to_owned();
    charts::sheet(&[drawing], &title, look, t)
}

pub async fn svg(State(app): State<App>, visit: Visit, Named(at): Named<At>) -> Reply {
    let (_, measured, drawn) = drawn(&app, &visit, at).await?;
    let svg = charts::standalone(&picture(visit.t, &drawn));
    Ok(file(svg.into_bytes(), "image/svg+xml", &measured, "svg"))
}

pub async fn png(State(app): State<App>, visit: Visit, Named(at): Named<At>) -> Reply {
    let (_, measured, drawn) = drawn(&app, &visit, at).await?;
    let svg = picture(visit.t, &drawn);
    let png = tokio::task::spawn_blocking(move || charts::png(&svg, SCALE)).await?;
    Ok(file(png.map_err(Error::Internal)?, "image/png", &measured, "png"))
}
