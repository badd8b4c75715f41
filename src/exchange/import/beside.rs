//! The files of a line, read from beside the file of lines and nowhere else.

use std::path::{Component, Path};

use uuid::Uuid;

use super::{Context, ImportError, STANDS};
use crate::dates::oslo_day;
use crate::exchange::LineFile;
use crate::files;
use crate::i18n::Lang;
use crate::items::files::{File, own_name};
use crate::items::{Attachment, StruckFile, struck_file};
use crate::text::check_line;

/// A file as it was read, before anybody has looked at what it is.
pub struct Read {
    pub bytes: Vec<u8>,
    /// The name it came with, without its ending, in letters that fit in an address.
    pub stem: String,
}

/// Why a file was not taken, with the field of the line that named it.
pub fn refused(field: &str, why: impl std::fmt::Display) -> ImportError {
    ImportError::Refused(vec![format!("`{field}`: {why}")])
}

pub fn read(
    context: &Context<'_>,
    field: &str,
    name: &str,
    largest: u64,
) -> Result<Read, ImportError> {
    let path = Path::new(name);
    // Only files beside the lines: a line from a stranger must not read the rest of the disk.
    if path.components().any(|part| !matches!(part, Component::Normal(_) | Component::CurDir)) {
        return Err(refused(field, format!("{name} is not beside the file of lines")));
    }
    let full = context.folder.join(path);
    let unreadable = |e: std::io::Error| refused(field, format!("{name} can't be read: {e}"));
    let about = std::fs::metadata(&full).map_err(unreadable)?;
    if !about.is_file() {
        return Err(refused(field, format!("{name} is no file")));
    }
    if about.len() > largest {
        return Err(refused(field, format!("{name} is larger than {} MiB", largest >> 20)));
    }
    let bytes = std::fs::read(&full).map_err(unreadable)?;
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let stem = slug::slugify(stem);
    Ok(Read { bytes, stem: if stem.is_empty() { "fil".to_owned() } else { stem } })
}

/// A file to take home, kept, with the row that says what it is.
#[derive(Clone)]
pub struct KeptFile {
    pub attachment: Attachment,
    digest: String,
}

impl KeptFile {
    pub fn row(&self, item: Uuid) -> File {
        let Attachment { file, name, media_type, size, .. } = self.attachment.clone();
        File {
            id: file,
            item_id: item,
            name,
            media_type,
            digest: self.digest.clone(),
            size: i32::try_from(size).unwrap_or(i32::MAX),
            width: None,
            height: None,
        }
    }
}

/// No item of ours has as many.
const MOST: usize = 50;

/// Keeps the files of an item, called by its external id.
pub async fn keep(
    context: &Context<'_>,
    item: &str,
    lines: &[LineFile],
) -> Result<Vec<KeptFile>, ImportError> {
    if lines.len() > MOST {
        return Err(refused("files", format!("{} files, at most {MOST} are allowed", lines.len())));
    }
    let mut kept: Vec<KeptFile> = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        let field = format!("files[{n}]");
        let one = keep_one(context, item, &field, line).await?;
        if kept.iter().any(|other| other.attachment.file == one.attachment.file) {
            return Err(refused(&field, format!("{} is the same file as one above it", line.file)));
        }
        kept.push(one);
    }
    Ok(kept)
}

async fn keep_one(
    context: &Context<'_>,
    item: &str,
    field: &str,
    line: &LineFile,
) -> Result<KeptFile, ImportError> {
    let text = |name: &str, text: &str, max: usize| {
        let checked = check_line(&format!("{field}.{name}"), text, max, true);
        checked.map_err(|fault| ImportError::Refused(vec![fault.to_string()]))
    };
    let title = text("title", &line.title, 300)?;
    let said = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    let note = said(&line.note).map(|note| text("note", &note, 500)).transpose()?;
    let lang = said(&line.lang);
    if let Some(lang) = lang.as_deref().filter(|lang| Lang::parse(lang).is_none()) {
        return Err(refused(&format!("{field}.lang"), format!("{lang:?} is not known")));
    }
    let (document, _) = document(context, item, field, &line.file).await?;
    let Document { id, name, media_type, digest, size } = document;
    let attachment =
        Attachment { file: id, name, media_type: media_type.to_owned(), size, title, lang, note };
    Ok(KeptFile { attachment, digest })
}

/// A file to take home, whatever it hangs by.
pub struct Document {
    pub id: Uuid,
    pub name: String,
    pub media_type: &'static str,
    pub digest: String,
    /// In bytes.
    pub size: u64,
}

/// A file that is one of those that we take, before it is kept.
struct LookedAt {
    bytes: Vec<u8>,
    stem: String,
    kind: files::FileType,
}

/// Keeps the file named, of an item or a centre, when it is one of those that we take. Tells also whether
/// it had been struck.
pub async fn document(
    context: &Context<'_>,
    of: &str,
    field: &str,
    named: &str,
) -> Result<(Document, bool), ImportError> {
    let looked_at = look_at(context, field, named)?;
    let was_struck = allow(context, of, (field, named), &looked_at.bytes).await?;
    Ok((looked_at.keep(context).await?, was_struck))
}

/// A file that was struck does not come back, nor are its bytes kept, unless whoever imports says so.
/// Tells whether it had been struck.
pub async fn allow(
    context: &Context<'_>,
    of: &str,
    (field, named): (&str, &str),
    bytes: &[u8],
) -> Result<bool, ImportError> {
    let id = files::id_of(&files::digest(bytes));
    let Some(StruckFile { at, reason }) = struck_file(context.db, id).await? else {
        return Ok(false);
    };
    if context.over_strikes {
        tracing::warn!(of, file = %id, "an import brings back a file that was struck");
        return Ok(true);
    }
    let day = oslo_day(at);
    let why = format!("of {of:?}, {named} was struck here on {day} («{reason}»), {STANDS}");
    Err(refused(field, why))
}

fn look_at(context: &Context<'_>, field: &str, named: &str) -> Result<LookedAt, ImportError> {
    let Read { bytes, stem } = read(context, field, named, context.files.largest())?;
    let kind = files::recognise(&bytes).ok_or_else(|| {
        let known: Vec<&str> = files::TYPES.iter().map(|kind| kind.short).collect();
        let known = known.join(", ");
        refused(field, format!("{named} is none of {known}, or has programs in it"))
    })?;
    Ok(LookedAt { bytes, stem, kind })
}

impl LookedAt {
    async fn keep(self, context: &Context<'_>) -> Result<Document, ImportError> {
        let Self { bytes, stem, kind } = self;
        let size = bytes.len() as u64;
        let kept = context.files.keep(bytes).await;
        let digest = kept.map_err(|e| ImportError::Broken(e.to_string()))?;
        let id = files::id_of(&digest);
        let name = own_name(id, &format!("{stem}.{}", kind.ending));
        Ok(Document { id, name, media_type: kind.media_type, digest, size })
    }
}
