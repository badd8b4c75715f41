//! Writes every visible item as a line, with its history, its pictures and files beside it.

use std::collections::HashMap;
use std::io::Write;
use std::path::Path;

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;
use uuid::Uuid;

use super::adoptions;
use super::{ItemLine, LineFile, LineImage, LineLeftOut, LinePicture, Revision};
use crate::db::Db;
use crate::error::Error;
use crate::files::Files;
use crate::items::files::exported_name;
use crate::items::{
    Archived, Attachment, Contact, Content, Image, Placed, Registers, changes, files, read,
};
use crate::kinds::{Kind, Kinds};
use crate::work::{self, Least};

/// How many items are read at a time.
const PAGE: u64 = 100;

#[derive(Debug, Default)]
pub struct Exported {
    pub lines: usize,
    /// Lines besides, of who has taken what into use.
    pub adoptions: usize,
    /// Pictures and files to take home.
    pub files: usize,
    /// Those that are not beside the lines: no folder was given, or their bytes are not kept.
    pub left_out: usize,
    /// Texts that are not in it, or not whole, because they can't be read: the log says which.
    pub unreadable: usize,
}

/// Writes lines to `out`, oldest first; files into `folder` when one is given. Fewer people than `least` are told
/// of to nobody. What can't be read keeps nothing else from being written.
pub async fn export(
    kinds: &Kinds,
    db: &Db,
    store: &Files,
    out: &mut dyn Write,
    folder: Option<&Path>,
    (with_contacts, least): (bool, Least),
) -> Result<Exported, Error> {
    let registers = Registers::load(db).await?;
    let mut exported = Exported::default();
    let mut after = None;
    let mut externals: HashMap<uuid::Uuid, String> = HashMap::new();
    let broken = |e: std::io::Error| Error::Internal(format!("the export can't be written: {e}"));
    loop {
        let page = changes::all_visible(db, after, PAGE).await?;
        if page.last.is_none() {
            break;
        }
        after = page.last;
        exported.unreadable += page.unreadable.len();
        for shown in page.shown {
            let item = &shown.item;
            let kind = kinds.named(&item.kind);
            exported.unreadable += usize::from(kind.is_some_and(|kind| kind.is_incomplete(&shown)));
            externals.insert(item.id, item.external_id.clone());
            let mut line = line(&registers, kind, &shown);
            if let Some(original) = item.original_id {
                line.translation_of = match externals.get(&original) {
                    Some(external) => Some(external.clone()),
                    None => read::by_id(db, original).await?.map(|item| item.external_id),
                };
            }
            // As anybody may read it today: what its team has said more strictly since holds here as well.
            let of = (item.id, item.original_id.unwrap_or(item.id));
            let found = work::public(db, of, line.work.as_ref(), (least, false)).await?;
            let told = found.map(|(shared, _)| shared.stored());
            // Of what can't be read nobody knows what is to be held back.
            exported.unreadable += usize::from(told.is_none() && line.work.is_some());
            line.work = told;
            line.revisions = history(db, kind, item, &mut exported).await?;
            if with_contacts && let Some(contact) = read::contact_of(db, item.id).await? {
                line.contact = Some(Some(Contact { role: contact.role, email: contact.email }));
            }
            let all = shown.content.images().count() + shown.content.files.len();
            let mut written = 0;
            if let Some(folder) = folder {
                let out = Beside { db, store, folder };
                written = out.write(&shown.content, &mut line).await?;
            }
            exported.files += written;
            exported.left_out += all.saturating_sub(written);
            line.left_out = left_out(&shown.content, &line);
            let text = serde_json::to_string(&line)?;
            writeln!(out, "{text}").map_err(broken)?;
            exported.lines += 1;
        }
    }
    exported.adoptions = adoptions::export(db, out).await?;
    out.flush().map_err(broken)?;
    Ok(exported)
}

/// Where the files of an export go: in folders beside the lines.
pub struct Beside<'a> {
    pub db: &'a Db,
    pub store: &'a Files,
    pub folder: &'a Path,
}

impl Beside<'_> {
    /// Writes the picture and the files of an item and names them in its line; tells how many.
    async fn write(&self, content: &Content, line: &mut ItemLine) -> Result<usize, Error> {
        let mut written = 0;
        if let Some(image) = &content.image {
            line.image = self.picture(image).await?;
            written += usize::from(line.image.is_some());
        }
        for Placed { name, image } in &content.pictures {
            if let Some(image) = self.picture(image).await? {
                line.pictures.push(LinePicture { name: name.clone(), image });
                written += 1;
            }
        }
        for Attachment { file, name, title, lang, note, .. } in content.files.clone() {
            if let Some(file) = self.one("files", file, &name).await? {
                line.files.push(LineFile { file, title, lang, note });
                written += 1;
            }
        }
        Ok(written)
    }

    async fn picture(&self, image: &Image) -> Result<Option<LineImage>, Error> {
        let Some(file) = self.one("images", image.file, &image.name).await? else {
            return Ok(None);
        };
        let (alt, credit) = (image.alt.clone(), image.credit.clone());
        let (decorative, caption) = (image.decorative, image.caption.clone());
        Ok(Some(LineImage { file, alt, credit, decorative, caption }))
    }

    async fn one(&self, within: &str, id: Uuid, name: &str) -> Result<Option<String>, Error> {
        let Some(file) = files::by_id(self.db, id).await? else { return Ok(None) };
        self.put(within, id, name, &file.digest).await
    }

    /// Writes the bytes that have the digest; tells under what path, when they are kept.
    pub async fn put(
        &self,
        within: &str,
        id: Uuid,
        name: &str,
        digest: &str,
    ) -> Result<Option<String>, Error> {
        let Some(bytes) = self.store.read(digest).await? else { return Ok(None) };
        let path = format!("{within}/{}", exported_name(id, name));
        let failed = |e: std::io::Error| Error::Internal(format!("{path} can't be written: {e}"));
        std::fs::create_dir_all(self.folder.join(within)).map_err(failed)?;
        std::fs::write(self.folder.join(&path), bytes).map_err(failed)?;
        Ok(Some(path))
    }
}

/// What the text has and its line has not, so that an import does not take it away.
fn left_out(content: &Content, line: &ItemLine) -> Vec<LineLeftOut> {
    let image = (content.image.is_some() && line.image.is_none()).then_some(LineLeftOut::Image);
    let pictures = content.pictures.len() > line.pictures.len();
    let pictures = pictures.then_some(LineLeftOut::Pictures);
    let files = (content.files.len() > line.files.len()).then_some(LineLeftOut::Files);
    image.into_iter().chain(pictures).chain(files).collect()
}

/// The facts as their kind writes them now, with what it can't read.
fn facts(kind: Option<&Kind>, content: &Content) -> serde_json::Value {
    kind.map_or_else(|| content.facts.clone(), |kind| (kind.current)(content))
}

fn line(registers: &Registers, kind: Option<&Kind>, shown: &read::Shown) -> ItemLine {
    let facts = facts(kind, &shown.content);
    let (item, content) = (&shown.item, shown.content.clone());
    let is_marked = item.archived_under.is_some() || item.archived_publisher.is_some();
    let archived = is_marked.then(|| Archived {
        label: None,
        published_under: item.archived_under.clone(),
        publisher: item.archived_publisher.clone(),
    });
    let owner = registers.owner(item.centre_id);
    ItemLine {
        kind: item.kind.clone(),
        external_id: item.external_id.clone(),
        lang: item.lang.clone(),
        title: content.title,
        id: Some(item.id),
        slug: Some(item.slug.clone()),
        lead: content.lead,
        body: content.body,
        themes: registers.themes.current(&content.themes),
        centre: owner.map(|owner| owner.slug().to_owned()),
        counties: content.counties,
        municipalities: content.municipalities,
        state: item.state(),
        published_at: item
            .published_as
            .clone()
            .or_else(|| item.published_at.map(|at| written(*at))),
        updated_at: item.changed_at().map(written),
        archived,
        translation_of: None,
        unreviewed: content.unreviewed,
        review_by: content.review_by.map(String::from),
        example: item.example,
        source: content.source,
        image: None,
        pictures: Vec::new(),
        files: Vec::new(),
        left_out: Vec::new(),
        uses: content.uses,
        work: content.work,
        facts,
        revisions: Vec::new(),
        contact: None,
    }
}

/// The texts that came before the one that is public now.
async fn history(
    db: &Db,
    kind: Option<&Kind>,
    item: &crate::items::Item,
    exported: &mut Exported,
) -> Result<Vec<Revision>, Error> {
    if item.revision <= 1 {
        return Ok(Vec::new());
    }
    let mut revisions = Vec::new();
    for row in read::history(db, item.id).await? {
        let (Some(published_at), Some(replaced_at)) = (row.published_at, row.replaced_at) else {
            continue;
        };
        let Some(content) = row.content() else {
            exported.unreadable += 1;
            continue;
        };
        revisions.push(Revision {
            number: i32::try_from(revisions.len()).unwrap_or(0) + 1,
            published_at: written(*published_at),
            replaced_at: Some(written(*replaced_at)),
            note: row.note,
            facts: facts(kind, &content),
            title: content.title,
            lead: content.lead,
            body: content.body,
        });
    }
    Ok(revisions)
}

fn written(at: OffsetDateTime) -> String {
    at.format(&Rfc3339).unwrap_or_default()
}
