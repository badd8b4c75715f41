//! A project's work on the wall and in the room: a poster in A3 or A1, and slides.

use axum::http::HeaderMap;

use super::file::{answer, is_known, unchanged};
use super::{sheet, store};
use crate::app::App;
use crate::charts;
use crate::dates::oslo_day;
use crate::error::{Error, Reply};
use crate::i18n::{Lang, Text};
use crate::items::Shown;
use crate::kinds::Kind;
use crate::library::document::{self, Opened};
use crate::pdf::paper::Outcome;
use crate::pdf::wall::{Chart, Labels, Shape, Wall, chart_name};
use crate::pdf::{self, TypesetError, shown as letters};
use crate::web::Visit;
use crate::work::{Drawn, Least, Shared, SharedMeasure, public};

/// More than these would make a poster that nobody reads.
const CHARTS: usize = 4;
const ON_SLIDES: usize = 12;
const LINES: usize = 7;
const LINE: usize = 220;
/// Pixels for each of the chart's own: sharp on a wall.
const SHARP: f32 = 4.0;

pub async fn poster(
    app: &App,
    visit: &Visit,
    kind: &'static Kind,
    slug: &str,
    headers: &HeaderMap,
) -> Reply {
    let shape = match visit.parameters()?.one("ark")? {
        "" | "a3" => Shape::A3,
        "a1" => Shape::A1,
        _ => return Err(Error::NotUnderstood("ark")),
    };
    show(app, visit, (kind, slug), shape, headers).await
}

pub async fn slides(
    app: &App,
    visit: &Visit,
    kind: &'static Kind,
    slug: &str,
    headers: &HeaderMap,
) -> Reply {
    show(app, visit, (kind, slug), Shape::Slides, headers).await
}

async fn show(
    app: &App,
    visit: &Visit,
    (kind, slug): (&'static Kind, &str),
    shape: Shape,
    headers: &HeaderMap,
) -> Reply {
    app.limits.count(&super::PDF, &visit.asker)?;
    let item = match document::open(app, visit, kind, slug).await? {
        Opened::Here(item) => item,
        Opened::Elsewhere(response) => return Ok(response),
    };
    let least = Least(app.settings.small_numbers);
    let of = (item.item.id, item.item.original_id.unwrap_or(item.item.id));
    // As it stood, and with what is held back today.
    let found = public(&app.db, of, item.content.work.as_ref(), (least, false)).await?;
    let (shared, _) = found.ok_or(Error::NotFound)?;
    // In the language of the text, whoever asks for it.
    let t = Text::new(Lang::parse(&item.item.lang).unwrap_or(visit.lang()));
    let mut paper = sheet::frame(app, t, &item.content.title, sheet::permanent(app, &item));
    if let Some(at) = visit.at {
        sheet::as_then(&mut paper, at, t);
    }
    paper.wall = Some(wall(kind, &item, (&shared, least), shape, t));
    let words = serde_json::to_vec(&(&paper, shared.stored(), least.0, &*pdf::LOOK))?;
    let key = crate::files::digest(&words);
    let name = name(&item.item.slug, shape);
    if is_known(headers, &key) {
        return Ok(unchanged(&key));
    }
    match store::kept(app, &key).await {
        Ok(Some(kept)) => return Ok(answer(kept, &key, &name, Some(&paper.address))),
        // One that can't be fetched now is made once more.
        Ok(None) | Err(Error::NoFiles(_)) => {}
        Err(error) => return Err(error),
    }
    let most = if shape == Shape::Slides { ON_SLIDES } else { CHARTS };
    let told = |one: &&SharedMeasure| one.withheld > 0 || !one.numbers.is_empty();
    let all = shared.measures.iter().filter(told).count();
    let drawn = tokio::task::spawn_blocking(move || draw(&shared, least, (most, t)));
    for (number, (chart, picture)) in drawn.await??.into_iter().enumerate() {
        if let Some(wall) = &mut paper.wall {
            wall.charts.push(Chart { file: chart_name(number), ..chart });
            paper.charts.push(picture);
        }
    }
    if let Some(wall) = &mut paper.wall {
        told_once(wall);
        let more = all.saturating_sub(wall.charts.len());
        wall.more =
            if more > 0 { t.plain_with("print-wall-more", "count", more) } else { String::new() };
    }
    let (title, address) = (paper.title.clone(), paper.address.clone());
    let made = app.press.now(paper, oslo_day(app.clock.now())).await;
    let made = made.map_err(|_| Error::TooMany { retry_after: super::file::COME_BACK })?;
    let pdf = made.map_err(|fault| match fault {
        TypesetError::TooLarge => Error::NotUnderstood("ark"),
        fault @ TypesetError::Broken(_) => Error::Internal(format!("{}: {fault}", item.item.id)),
    })?;
    // It is made, and goes out whether it can be kept or not.
    if let Err(error) = store::keep(app, &key, &title, t.lang, &pdf).await {
        tracing::warn!(%error, "a poster could not be kept");
    }
    Ok(answer(pdf.bytes.to_vec(), &key, &name, Some(&address)))
}

fn name(slug: &str, shape: Shape) -> String {
    match shape {
        Shape::A3 => format!("{slug}-a3.pdf"),
        Shape::A1 => format!("{slug}-a1.pdf"),
        Shape::Slides => format!("{slug}-lysbilder.pdf"),
    }
}

/// What happened is told once on a poster, where its charts have the same marks. Slides show one at a time.
fn told_once(wall: &mut Wall) {
    let Some(first) = wall.charts.first().map(|chart| chart.marks.clone()) else { return };
    let is_shared = wall.shape != Shape::Slides && wall.charts.len() > 1;
    if is_shared && wall.charts.iter().all(|chart| chart.marks == first) {
        wall.charts.iter_mut().for_each(|chart| chart.marks.clear());
        wall.marks = first;
    }
}

/// Each chart in words and as a picture; its name is given by whoever puts it on the paper.
fn draw(
    shared: &Shared,
    least: Least,
    (most, t): (usize, Text),
) -> Result<Vec<(Chart, Vec<u8>)>, Error> {
    let one = |(place, drawn): &(usize, Drawn)| -> Result<(Chart, Vec<u8>), Error> {
        let drawing = drawn.drawing("tegnet");
        let measure = shared.measures.get(*place);
        let title = measure.map(|measure| letters(&measure.name)).unwrap_or_default();
        let words = drawing.with_words(t, charts::Shape::Wall);
        let says = letters(&words.sentence);
        // Those who do not see the picture hear what it shows as well.
        let alt = format!("{title}. {says}");
        let marks = words.notes.iter().map(|note| letters(note)).collect();
        let picture = charts::png(&words.picture, SHARP).map_err(Error::Internal)?;
        Ok((Chart { title, file: String::new(), alt, says, marks }, picture))
    };
    shared.drawn(least).iter().take(most).map(one).collect()
}

fn wall(
    kind: &Kind,
    item: &Shown,
    (shared, least): (&Shared, Least),
    shape: Shape,
    t: Text,
) -> Wall {
    let printable = (kind.printable)(item, t);
    let said = item.content.facts.get("outcome").and_then(serde_json::Value::as_str);
    // What it claims stands beside what its charts say of that.
    let doubt = shared.doubt(said, least).map(|key| t.plain(key));
    let outcome = printable.outcome.map(|(tag, note)| Outcome {
        word: tag.map(|tag| letters(tag.label.as_str())).unwrap_or_default(),
        note: letters(format!("{note} {}", doubt.unwrap_or_default()).trim()),
    });
    let aim = &shared.aim;
    let by = aim.by.map(|by| t.partial(&by)).unwrap_or_default();
    let aims = [
        (t.plain("sharing-aim-whom"), aim.whom.clone()),
        (t.plain("sharing-aim-much"), aim.much.clone()),
        (t.plain("sharing-aim-by"), by),
    ];
    let aims = aims.into_iter().filter(|(_, said)| !said.is_empty());
    let did = shared.cycles.iter().map(|cycle| {
        let act = cycle.act.map(|act| format!(" ({})", t.plain(act.key()).to_lowercase()));
        format!("{}{}", short(&cycle.plan), act.unwrap_or_default())
    });
    let learned = shared.cycles.iter().map(|cycle| short(&cycle.learned));
    // By the numbers that the tests have in the charts.
    let some = |lines: Vec<String>| -> Vec<(usize, String)> {
        let said = (1..).zip(lines).filter(|(_, line)| !line.trim().is_empty());
        said.take(LINES).map(|(nth, line)| (nth, letters(&line))).collect()
    };
    Wall {
        shape,
        lead: letters(&item.content.lead),
        outcome,
        aim: letters(&aim.what),
        aims: aims.map(|(name, said)| (letters(&name), letters(&said))).collect(),
        charts: Vec::new(),
        did: some(did.collect()),
        learned: some(learned.collect()),
        marks: Vec::new(),
        more: String::new(),
        labels: Labels {
            aim: t.plain("print-wall-aim"),
            did: t.plain("print-wall-did"),
            learned: t.plain("print-wall-learned"),
            numbers: t.plain("print-wall-numbers"),
            marks: t.plain("print-wall-marks"),
        },
    }
}

/// So much is read from across a room.
fn short(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LINE {
        return line;
    }
    let cut: String = line.chars().take(LINE - 1).collect();
    format!("{}…", cut.trim_end())
}
