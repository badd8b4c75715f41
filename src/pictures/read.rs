//! Reads a picture, within limits: what is small as a file may be huge as pixels.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};

use super::{Unfit, write};
use crate::files;

/// A good camera makes half as many.
const MOST_PIXELS: u64 = 50_000_000;
const LONGEST_SIDE: u32 = 20_000;
const MEMORY: u64 = 256 * 1024 * 1024;
/// Colour profiles of cameras and screens are small; what is large is something else.
const LARGEST_PROFILE: usize = 4_096;

/// A picture in memory, turned as it was held.
pub(super) struct Decoded {
    pub picture: DynamicImage,
    /// What its colours mean, where that is not what all screens take for granted.
    pub profile: Option<Vec<u8>>,
    /// Is it drawn rather than taken, or see-through?
    pub is_drawn: bool,
}

pub(super) fn read(bytes: &[u8]) -> Result<Decoded, Unfit> {
    let about = files::picture(bytes).ok_or(Unfit::Unreadable)?;
    let pixels = u64::from(about.width) * u64::from(about.height);
    if pixels > MOST_PIXELS || about.width.max(about.height) > LONGEST_SIDE {
        return Err(Unfit::TooManyPixels);
    }
    if pixels == 0 {
        return Err(Unfit::Unreadable);
    }
    let (picture, profile) = decode(bytes).map_err(|error| match error {
        image::ImageError::Limits(_) => Unfit::TooManyPixels,
        _ => Unfit::Unreadable,
    })?;
    let is_see_through = picture.color().has_alpha() && has_gaps(&picture);
    let picture = if is_see_through {
        DynamicImage::ImageRgba8(picture.into_rgba8())
    } else {
        DynamicImage::ImageRgb8(picture.into_rgb8())
    };
    let is_taken = about.media_type == "image/jpeg";
    let is_drawn = is_see_through || (!is_taken && write::is_drawn(&picture));
    Ok(Decoded { picture, profile, is_drawn })
}

fn decode(bytes: &[u8]) -> image::ImageResult<(DynamicImage, Option<Vec<u8>>)> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let turned = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten().filter(|profile| is_of_screens(profile));
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(turned);
    Ok((picture, profile))
}

/// Profiles say in their head which colours they are for (ICC.1:2022, 7.2).
fn is_of_screens(profile: &[u8]) -> bool {
    profile.len() <= LARGEST_PROFILE && profile.get(16..20) == Some(b"RGB ".as_slice())
}

fn has_gaps(picture: &DynamicImage) -> bool {
    picture.to_rgba8().pixels().any(|pixel| pixel.0[3] < u8::MAX)
}
