//! The pictures of a line: read from beside the file, looked at, kept.

use std::path::Path;

use uuid::Uuid;

use super::beside::{self, Read};
use super::{Context, ImportError};
use crate::exchange::{LineImage, LinePicture};
use crate::files;
use crate::items::Image;
use crate::items::files::{File, own_name};
use crate::markdown;
use crate::text::check_line;

/// The image of a line, stored with the files, with what the item says of it.
#[derive(Clone)]
pub struct KeptImage {
    pub image: Image,
    media_type: &'static str,
    digest: String,
    size: usize,
}

impl KeptImage {
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

/// No text of ours shows as many within its prose.
const MOST: usize = 50;

/// Those within the prose of an item, each under its name.
pub async fn read_placed(
    context: &Context<'_>,
    item: &str,
    lines: &[LinePicture],
) -> Result<Vec<(String, KeptImage)>, ImportError> {
    if lines.len() > MOST {
        let why = format!("{} pictures, at most {MOST} are allowed", lines.len());
        return Err(beside::refused("pictures", why));
    }
    let mut kept: Vec<(String, KeptImage)> = Vec::new();
    for (n, LinePicture { name, image }) in lines.iter().enumerate() {
        let field = format!("pictures[{n}]");
        if !markdown::is_name(name) {
            let why = format!("{name:?} is not 1 to 40 of a–z, 0–9 and hyphen");
            return Err(beside::refused(&format!("{field}.name"), why));
        }
        if kept.iter().any(|(other, _)| other == name) {
            let why = format!("{name:?} is the name of one above it");
            return Err(beside::refused(&format!("{field}.name"), why));
        }
        kept.push((name.clone(), read(context, item, &format!("{field}.image"), image).await?));
    }
    Ok(kept)
}

/// A picture of an item, called by its external id; `field` says which.
pub async fn read(
    context: &Context<'_>,
    item: &str,
    field: &str,
    line: &LineImage,
) -> Result<KeptImage, ImportError> {
    let Read { bytes, stem } = beside::read(context, field, &line.file, files::MAX_PICTURE)?;
    let picture = files::picture(&bytes).ok_or_else(|| {
        beside::refused(field, format!("{} is no PNG, JPEG, WebP or GIF", line.file))
    })?;
    let text = |name: &str, text: &str, needed: bool| {
        check_line(&format!("{field}.{name}"), text, 500, needed)
            .map_err(|fault| ImportError::Refused(vec![fault.to_string()]))
    };
    let alt = text("alt", &line.alt, !line.decorative)?;
    let credit = text("credit", &line.credit, true)?;
    let caption = line.caption.as_deref().filter(|caption| !caption.is_empty());
    let caption = caption.map(|c| text("caption", c, true)).transpose()?;
    let size = bytes.len();
    beside::allow(context, item, (field, &line.file), &bytes).await?;
    let digest = context.files.keep(bytes).await.map_err(|e| ImportError::Broken(e.to_string()))?;
    let ending = Path::new(&line.file).extension().and_then(|ending| ending.to_str());
    let file = files::id_of(&digest);
    let image = Image {
        file,
        name: own_name(file, &format!("{stem}.{}", slug::slugify(ending.unwrap_or("bin")))),
        width: picture.width,
        height: picture.height,
        alt,
        credit,
        caption,
        decorative: line.decorative,
        ..Image::default()
    };
    Ok(KeptImage { image, media_type: picture.media_type, digest, size })
}
