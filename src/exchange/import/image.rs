//! The picture of a line: read from beside the file, looked at, kept.

use std::path::{Component, Path};

use uuid::Uuid;

use super::{Context, Stop};
use crate::exchange::LineImage;
use crate::files;
use crate::library::files::File;
use crate::library::{Image, check_line};

#[derive(Clone)]
pub struct Kept {
    pub image: Image,
    media_type: &'static str,
    digest: String,
    size: usize,
}

impl Kept {
    pub fn row(&self, item: Uuid) -> File {
        let pixels = |n: u32| i32::try_from(n).ok();
        File {
            id: self.image.file,
            item_id: item,
            name: self.image.name.clone(),
            media_type: self.media_type.to_owned(),
            digest: self.digest.clone(),
            size: i32::try_from(self.size).unwrap_or(i32::MAX),
            width: pixels(self.image.width),
            height: pixels(self.image.height),
        }
    }
}

pub async fn read(context: &Context<'_>, line: &LineImage) -> Result<Kept, Stop> {
    let refused = |why: String| Stop::Refused(vec![format!("`image`: {why}")]);
    let path = Path::new(&line.file);
    // Only files beside the lines: a line from a stranger must not read the rest of the disk.
    if path.components().any(|part| !matches!(part, Component::Normal(_) | Component::CurDir)) {
        return Err(refused(format!("{} is not beside the file of lines", line.file)));
    }
    let full = context.folder.join(path);
    let unreadable = |e: std::io::Error| refused(format!("{} can't be read: {e}", line.file));
    let size = std::fs::metadata(&full).map_err(unreadable)?.len();
    if size > files::MAX_SIZE as u64 {
        return Err(refused(format!("{} is larger than {} MiB", line.file, files::MAX_SIZE >> 20)));
    }
    let bytes = std::fs::read(&full).map_err(unreadable)?;
    let picture = files::picture(&bytes)
        .ok_or_else(|| refused(format!("{} is no PNG, JPEG, WebP or GIF", line.file)))?;
    let text = |name: &str, text: &str, needed: bool| {
        check_line(name, text, 500, needed).map_err(|fault| Stop::Refused(vec![fault.to_string()]))
    };
    let alt = text("image.alt", &line.alt, true)?;
    let credit = text("image.credit", &line.credit, true)?;
    let caption = line.caption.as_deref().map(|c| text("image.caption", c, true)).transpose()?;
    let size = bytes.len();
    let digest = context.files.keep(bytes).await.map_err(|e| Stop::Broken(e.to_string()))?;
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("bilde");
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "bin"));
    let image = Image {
        file: id_of(&digest),
        name: format!("{}.{}", slug::slugify(stem), slug::slugify(ending)),
        width: picture.width,
        height: picture.height,
        alt,
        credit,
        caption,
    };
    Ok(Kept { image, media_type: picture.media_type, digest, size })
}

/// The same bytes have the same id wherever they are imported: what export and import give back
/// is equal, and an address that is cached for ever never shows another picture.
fn id_of(digest: &str) -> Uuid {
    let mut bytes = [0; 16];
    for (n, byte) in bytes.iter_mut().enumerate() {
        let pair = digest.get(2 * n..2 * n + 2).unwrap_or("00");
        *byte = u8::from_str_radix(pair, 16).unwrap_or(0);
    }
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}
