//! The picture of a line: read from beside the file, looked at, kept.

use std::path::Path;

use uuid::Uuid;

use super::beside::{self, Read};
use super::{Context, ImportError};
use crate::exchange::LineImage;
use crate::files;
use crate::items::Image;
use crate::items::files::{File, own_name};
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

/// The picture of an item, called by its external id.
pub async fn read(
    context: &Context<'_>,
    item: &str,
    line: &LineImage,
) -> Result<KeptImage, ImportError> {
    let Read { bytes, stem } = beside::read(context, "image", &line.file, files::MAX_PICTURE)?;
    let picture = files::picture(&bytes).ok_or_else(|| {
        beside::refused("image", format!("{} is no PNG, JPEG, WebP or GIF", line.file))
    })?;
    let text = |name: &str, text: &str, needed: bool| {
        check_line(name, text, 500, needed)
            .map_err(|fault| ImportError::Refused(vec![fault.to_string()]))
    };
    let alt = text("image.alt", &line.alt, !line.decorative)?;
    let credit = text("image.credit", &line.credit, true)?;
    let caption = line.caption.as_deref().filter(|caption| !caption.is_empty());
    let caption = caption.map(|c| text("image.caption", c, true)).transpose()?;
    let size = bytes.len();
    beside::allow(context, item, ("image", &line.file), &bytes).await?;
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
