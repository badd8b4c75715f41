//! Turns published items, with the text of their files and of the work behind them, into what the index reads.

use std::collections::HashMap;

use uuid::Uuid;

use crate::app::App;
use crate::attachments;
use crate::error::Error;
use crate::extract::Page;
use crate::items::{Attachment, Registers, Shown, State, read};
use crate::kinds::Kinds;
use crate::markdown;
use crate::search::{Document, File};
use crate::work::Shared;

/// Of so many items the text of files is read at a time.
pub const AT_ONCE: usize = 20;
/// As much text of an item's files is searched, in bytes: some thick books.
const MOST: usize = 8_000_000;

/// What documents are made of beside the items themselves.
pub struct Beside {
    texts: HashMap<Uuid, Vec<Page>>,
    facets: HashMap<Uuid, Vec<(String, String)>>,
}

impl Beside {
    /// With one question for what these items are filed under and one for the text of all their files.
    pub async fn read(app: &App, shown: &[Shown]) -> Result<Self, Error> {
        let files = shown.iter().flat_map(|shown| &shown.content.files).map(|file| file.file);
        let texts = attachments::texts(&app.db, &files.collect::<Vec<_>>()).await?;
        let ids: Vec<Uuid> = shown.iter().map(|shown| shown.item.id).collect();
        let facets = read::facets(&app.db, &ids).await?;
        Ok(Self { texts, facets })
    }

    /// Documents of the items that it was read for.
    pub fn documents(
        mut self,
        kinds: &Kinds,
        registers: &Registers,
        shown: &[Shown],
    ) -> Vec<Document> {
        let document = |one: &Shown| {
            let facets = self.facets.remove(&one.item.id).unwrap_or_default();
            document(kinds, registers, one, facets, &self.texts)
        };
        shown.iter().filter_map(document).collect()
    }
}

fn document(
    kinds: &Kinds,
    registers: &Registers,
    shown: &Shown,
    facets: Vec<(String, String)>,
    texts: &HashMap<Uuid, Vec<Page>>,
) -> Option<Document> {
    let (item, content) = (&shown.item, &shown.content);
    let kind = kinds.named(&item.kind)?;
    // What can't be read is not found: the log is told now, not when somebody opens the page.
    kind.is_incomplete(shown);
    let of_kind = (kind.search_text)(content);
    let (headings, mut body) = markdown::plain(&content.body);
    body.push_str(&of_kind.body);
    // A model is not on the page of its text.
    let shared = Shared::of(content.work.as_ref());
    if let Some(shared) = shared.filter(|one| one.day.is_some() || one.has_numbers()) {
        for words in shared.words() {
            body.push('\n');
            body.push_str(words);
        }
    }
    for file in &content.files {
        // What hangs by it is a part of what it says.
        for said in [Some(&file.title), file.note.as_ref()].into_iter().flatten() {
            body.push('\n');
            body.push_str(said);
        }
    }
    for placed in &content.pictures {
        // Read and heard where it stands.
        for said in [Some(placed.image.spoken()), placed.image.caption.as_deref()] {
            body.push('\n');
            body.push_str(said.unwrap_or_default());
        }
    }
    let mut subjects = String::new();
    let themes = registers.themes.with_parents(&content.themes);
    for theme in themes.iter().filter_map(|slug| registers.themes.get(slug)) {
        let names = [&theme.nb, &theme.nn, &theme.en];
        subjects.extend(names.map(|name| format!("{name}\n")));
    }
    let places: Vec<&str> =
        content.counties.iter().map(|code| registers.counties.name(code)).collect();
    let owner = registers.owner(item.centre_id);
    let mut organisations = of_kind.organisations;
    if let Some(owner) = owner {
        organisations.push('\n');
        organisations.push_str(owner.name());
    }
    Some(Document {
        id: item.id,
        original: item.original_id,
        external_id: item.external_id.clone(),
        kind: item.kind.clone(),
        lang: item.lang.clone(),
        title: content.title.clone(),
        lead: content.lead.clone(),
        headings: headings + &of_kind.headings,
        body,
        url_path: format!("{}/{}", kind.path, item.slug),
        archived: item.state() == State::Archived,
        // What nobody knows the day of is no news: the day that it came in is not told.
        published: item.published_at.filter(|_| !item.is_undated()).map(|at| at.unix_timestamp()),
        facets,
        subjects,
        places: places.join("\n"),
        organisations,
        files: files(&content.files, texts),
    })
}

/// The files that have text, each page in its place: what has none is there, and empty.
fn files(attached: &[Attachment], texts: &HashMap<Uuid, Vec<Page>>) -> Vec<File> {
    let mut left = MOST;
    let mut files = Vec::new();
    for file in attached {
        let Some(known) = texts.get(&file.file) else { continue };
        let mut pages: Vec<String> = Vec::new();
        for page in known {
            let nth = page.page.saturating_sub(1) as usize;
            if page.text.len() > left {
                break;
            }
            left -= page.text.len();
            pages.resize(pages.len().max(nth + 1), String::new());
            pages[nth].clone_from(&page.text);
        }
        if !pages.is_empty() {
            let url_path = format!("filer/{}/{}", file.file, file.name);
            files.push(File { name: file.title.clone(), url_path, pages });
        }
    }
    files
}
