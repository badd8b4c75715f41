//! From an item to a sheet of paper: its words, its facts and its picture, in one language.

use time::Date;

use crate::app::App;
use crate::dates::{PartialDate, oslo_day};
use crate::db::DbErr;
use crate::error::Error;
use crate::files::short_name;
use crate::i18n::{Lang, Text, Words};
use crate::items::{Attachment, Content, Image, Registers, Shown, State};
use crate::kinds::{FactLine, Kind, Printable};
use crate::library::chapters;
use crate::pdf::paper::{self, Chapter, Fact, Outcome, Paper, Picture, Sheet};
use crate::pdf::text::Block;
use crate::pdf::{picture, shown, text};

use crate::web::AsOf;

use super::choice::{Choice, OPENING};

/// The registers that codes and slugs are looked up in, for the names that stand on paper.
pub struct PrintedNames {
    registers: Registers,
    /// The day that is printed on.
    day: Date,
}

impl PrintedNames {
    pub async fn load(app: &App) -> Result<Self, DbErr> {
        let day = oslo_day(app.clock.now());
        Ok(Self { registers: Registers::load(&app.db).await?, day })
    }

    /// The facts of the kind, then those that every kind may have.
    pub fn facts(&self, printable: &mut Printable, shown: &Shown, t: Text) -> Vec<FactLine> {
        let content = &shown.content;
        let (registers, count) = (&self.registers, |key: &str, n: usize| t.with(key, "count", n));
        let themes =
            content.themes.iter().map(|slug| registers.themes.name(slug, t.lang).to_owned());
        let counties = content.counties.iter().map(|code| registers.counties.name(code).to_owned());
        let municipalities = content
            .municipalities
            .iter()
            .map(|code| registers.places.newest(code).map_or(code, |newest| &newest.name).clone());
        let owner = registers.owner(shown.item.centre_id);
        let centre = owner.map(|owner| owner.short_name().to_owned());
        let source = content.source.as_ref().map(|source| {
            let parts = [Some(&source.title), source.note.as_ref(), source.url.as_ref()];
            parts.into_iter().flatten().cloned().collect::<Vec<_>>()
        });
        let file = |file: &Attachment| {
            format!("{} ({}, {})", file.title, short_name(&file.media_type), t.size(file.size))
        };
        let mut facts = std::mem::take(&mut printable.facts);
        if let Some(until) = printable.until.take().filter(|until| until.last < self.day) {
            let outdated = facts.iter_mut().filter(|line| line.id == until.fact);
            outdated.for_each(|line| line.values = vec![until.then.clone()]);
        }
        let general = [
            FactLine::of("centre", t.get("print-fact-centre"), centre),
            FactLine::of("themes", count("print-fact-themes", content.themes.len()), themes),
            FactLine::of(
                "counties",
                count("print-fact-counties", content.counties.len()),
                counties,
            ),
            FactLine::of(
                "municipalities",
                count("print-fact-municipalities", content.municipalities.len()),
                municipalities,
            ),
            FactLine::of("files", t.get("library-files"), content.files.iter().map(file)),
            FactLine::of("source", t.get("library-source"), source.into_iter().flatten()),
        ];
        facts.extend(general.into_iter().flatten());
        facts
    }

    /// Kind and themes, over the title.
    fn eyebrow(&self, kind: &Kind, shown: &Shown, t: Text) -> String {
        let kind = t.plain(kind.word);
        let themes = shown.content.themes.iter().take(2);
        let themes = themes.map(|slug| self.registers.themes.name(slug, t.lang).to_owned());
        std::iter::once(kind).chain(themes).collect::<Vec<_>>().join(" · ")
    }
}

/// The sheet of one item, with its picture still to be fetched: its name in the data is set by
/// whoever fetches it.
pub fn sheet(
    app: &App,
    kind: &Kind,
    item: &Shown,
    names: &PrintedNames,
    choice: Option<&Choice>,
    t: Text,
) -> Sheet {
    let content = &item.content;
    let mut printable = (kind.printable)(item, t);
    let facts = names.facts(&mut printable, item, t);
    let has_chapter = |id: &str| choice.is_none_or(|choice| choice.has_chapter(id));
    let has_fact = |id: &str| choice.is_none_or(|choice| choice.has_fact(id));
    let has_picture = choice.is_none_or(Choice::has_picture);
    let lang = Lang::parse(&item.item.lang).filter(|lang| *lang != t.lang);
    let meta = meta(item, &printable, t);
    let mut parts: Vec<Chapter> = printable
        .parts
        .into_iter()
        .filter(|part| has_chapter(part.id))
        .map(|part| Chapter {
            heading: text::line(part.heading.as_str()),
            is_ours: true,
            blocks: part.blocks,
        })
        .collect();
    if !printable.includes_body {
        parts.extend(chapters_of(&content.body, &has_chapter));
    }
    let fact = |line: FactLine| Fact {
        name: shown(line.name.as_str()),
        values: line.values.iter().map(|value| shown(value)).collect(),
    };
    show_pictures(&mut parts, content, t);
    Sheet {
        title: shown(&content.title),
        lang: lang.map_or("", Lang::code).to_owned(),
        eyebrow: shown(&names.eyebrow(kind, item, t)),
        lead: shown(&content.lead),
        meta,
        notices: notices(kind, item, printable.warning, t),
        outcome: printable.outcome.map(|(tag, note)| Outcome {
            word: tag.map(|tag| tag.label.as_str().to_owned()).unwrap_or_default(),
            note: shown(&note),
        }),
        picture: content.image.as_ref().filter(|_| has_picture).map(|image| described(image, t)),
        chapters: parts,
        facts: facts.into_iter().filter(|line| has_fact(&line.id)).map(fact).collect(),
        address: permanent(app, item),
    }
}

/// A picture by its id, until somebody fetches it.
fn described(image: &Image, t: Text) -> Picture {
    let credit = Some(image.credit.as_str()).filter(|credit| !credit.is_empty());
    let credit = credit.map(|name| {
        let is_whole = image.names_its_kind();
        if is_whole { name.to_owned() } else { t.plain_with("library-image-credit", "name", name) }
    });
    Picture {
        file: image.file.to_string(),
        alt: shown(&image.alt),
        caption: shown(image.caption.as_deref().unwrap_or_default()),
        credit: shown(&credit.unwrap_or_default()),
    }
}

/// Those within the prose; where one is no more it is said.
fn show_pictures(chapters: &mut [Chapter], content: &Content, t: Text) {
    for block in pictures_in(chapters) {
        let Block::Picture { name, shown } = block else { continue };
        match content.pictures.iter().find(|one| one.name == *name) {
            Some(one) => *shown = Some(described(&one.image, t)),
            None => *block = Block::gap(&t.plain("library-picture-gone")),
        }
    }
}

fn pictures_in(chapters: &mut [Chapter]) -> Vec<&mut Block> {
    let mut all = Vec::new();
    for block in chapters.iter_mut().flat_map(|chapter| &mut chapter.blocks) {
        block.pictures(&mut all);
    }
    all
}

/// Says of which day it is, and leads to that day.
pub fn as_then(paper: &mut Paper, at: AsOf, t: Text) {
    let then = at.query();
    paper.address.push_str(&then);
    for sheet in &mut paper.sheets {
        sheet.address.push_str(&then);
        let told = t.plain_with("web-then-paper", "date", t.date(at.day));
        sheet.notices.insert(0, (t.plain("web-then-label"), told));
    }
}

pub fn permanent(app: &App, item: &Shown) -> String {
    format!("{}/id/{}", app.public_url(), item.item.id)
}

/// The chosen chapters of a body, under their own headings.
fn chapters_of(body: &str, is_chosen: &dyn Fn(&str) -> bool) -> Vec<Chapter> {
    let split = chapters::split(body);
    let preface = Some(split.preface).filter(|text| !text.trim().is_empty() && is_chosen(OPENING));
    let preface = preface.map(|text| (String::new(), text));
    let chosen = split.chapters.into_iter().filter(|chapter| is_chosen(&chapter.slug));
    let all = preface.into_iter().chain(chosen.map(|chapter| (chapter.title, chapter.text)));
    let chapter = |(title, text): (String, String)| Chapter {
        heading: text::line(&title),
        is_ours: false,
        blocks: text::of(&text, if title.is_empty() { 2 } else { 3 }),
    };
    all.map(chapter).collect()
}

fn meta(item: &Shown, printable: &Printable, t: Text) -> Vec<String> {
    let row = &item.item;
    let mut meta = Vec::new();
    let published =
        |date: PartialDate| format!("{} {}", t.plain("web-published"), t.partial(&date));
    meta.extend(row.published().map(published));
    meta.extend(row.changed_at().map(|at| format!("{} {}", t.plain("web-updated"), t.day(at))));
    meta.extend(printable.meta.iter().cloned());
    meta.extend(
        printable
            .byline
            .iter()
            .map(|line| format!("{}: {}", line.name.as_str(), line.values.join(", "))),
    );
    meta.iter().map(|line| shown(line)).collect()
}

fn notices(
    kind: &Kind,
    item: &Shown,
    warning: Option<(Words, String)>,
    t: Text,
) -> Vec<(String, String)> {
    let row = &item.item;
    let mut notices = Vec::new();
    if kind.is_incomplete(item) {
        notices.push((t.plain("web-incomplete-label"), t.plain("web-incomplete-text")));
    }
    notices.extend(warning.map(|(heading, why)| (heading.as_str().to_owned(), why)));
    if row.example {
        notices.push((t.plain("web-example-label"), t.plain("web-example-text")));
    }
    if row.state() == State::Archived {
        let under = row.archived_under.as_ref();
        let publisher = row.archived_publisher.as_ref();
        let told: Vec<String> = [
            under.map(|name| t.plain_with("web-historic-under", "government", name)),
            publisher.map(|name| t.plain_with("web-historic-publisher", "publisher", name)),
            Some(t.plain("web-historic-text")),
        ]
        .into_iter()
        .flatten()
        .collect();
        notices.push((t.plain("web-historic-label"), told.join(" ")));
    }
    notices.into_iter().map(|(name, told)| (name, shown(&told))).collect()
}

/// The pictures of the sheets, fetched and made fit for paper; each sheet learns its picture's name. A
/// picture that can't be read is left out, and its words with it.
pub async fn pictures(
    app: &App,
    sheets: &mut [Sheet],
    pictures: &mut Vec<Vec<u8>>,
) -> Result<(), Error> {
    for sheet in sheets {
        fetch(app, &mut sheet.picture, pictures).await?;
        for block in pictures_in(&mut sheet.chapters) {
            if let Block::Picture { shown, .. } = block {
                fetch(app, shown, pictures).await?;
            }
        }
    }
    Ok(())
}

async fn fetch(
    app: &App,
    picture: &mut Option<Picture>,
    pictures: &mut Vec<Vec<u8>>,
) -> Result<(), Error> {
    let Some(wanted) = picture else { return Ok(()) };
    let bytes = match uuid::Uuid::try_parse(&wanted.file) {
        Ok(file) => bytes_of(app, file).await?,
        Err(_) => None,
    };
    let ready = match bytes {
        Some(bytes) => tokio::task::spawn_blocking(move || picture::for_paper(&bytes)).await?,
        None => None,
    };
    match ready {
        Some(jpeg) => {
            wanted.file = crate::pdf::picture_name(pictures.len());
            pictures.push(jpeg);
        }
        None => *picture = None,
    }
    Ok(())
}

async fn bytes_of(app: &App, file: uuid::Uuid) -> Result<Option<Vec<u8>>, Error> {
    match crate::items::files::by_id(&app.db, file).await? {
        Some(file) => Ok(app.files.read(&file.digest).await?),
        None => Ok(None),
    }
}

/// The frame of a document in the language of `t`.
pub fn frame(app: &App, t: Text, title: &str, address: String) -> Paper {
    let labels = paper::Labels {
        page: t.plain("print-page"),
        of: t.plain("print-of"),
        contents: t.plain("library-contents"),
        facts: t.plain("library-facts"),
        address: t.plain("web-share-address"),
    };
    let today = t.day(app.clock.now());
    Paper {
        title: shown(title),
        lang: t.lang,
        site: t.plain("web-name"),
        printed: t.plain_with("print-made", "day", today),
        address,
        labels,
        cover: None,
        sheets: Vec::new(),
        wall: None,
        charts: Vec::new(),
        pictures: Vec::new(),
    }
}
