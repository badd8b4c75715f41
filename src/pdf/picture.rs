//! Pictures for paper: decoded within limits, made no larger than print needs, on white.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageReader, Limits, Rgb, RgbImage};

/// Pixels along the longer side: 15 cm at 200 dots an inch.
const LARGEST: u32 = 1_200;
/// A picture with more pixels than this on a side is not decoded.
const DECODED: u32 = 12_000;
const QUALITY: u8 = 84;

/// A JPEG of the picture; `None` when it can't be read, or would take too much memory to read.
pub fn for_paper(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(DECODED);
    limits.max_image_height = Some(DECODED);
    limits.max_alloc = Some(256 * 1024 * 1024);
    reader.limits(limits);
    let picture = reader.decode().ok()?;
    let picture = if picture.width().max(picture.height()) > LARGEST {
        picture.resize(LARGEST, LARGEST, FilterType::CatmullRom)
    } else {
        picture
    };
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY).encode_image(&on_white(&picture)).ok()?;
    Some(jpeg)
}

fn on_white(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let see_through = picture.to_rgba8();
    RgbImage::from_fn(see_through.width(), see_through.height(), |x, y| {
        let [red, green, blue, alpha] = see_through.get_pixel(x, y).0;
        let over = |c: u8| {
            let mixed = u16::from(c) * u16::from(alpha) + 255 * (255 - u16::from(alpha));
            u8::try_from(mixed / 255).unwrap_or(u8::MAX)
        };
        Rgb([over(red), over(green), over(blue)])
    })
}
