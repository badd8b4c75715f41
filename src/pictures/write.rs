//! Writes a picture anew: photographs as JPEG and as `WebP`, drawings as PNG and as `WebP` without loss.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType as Filter, PngEncoder};
use image::codecs::webp::WebPEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ExtendedColorType, ImageEncoder};

use super::Made;
use super::read::Decoded;

/// What the picture is kept in, to be cut and made smaller once more.
const KEPT: u8 = 92;
/// What readers get.
const SHOWN: u8 = 80;
/// The same to the eye as JPEG at [`SHOWN`], in less than half of the bytes.
const SHOWN_AS_WEBP: f32 = 80.0;

/// The picture made smaller, if need be, until neither side is longer.
pub(super) fn within(decoded: Decoded, longest: u32) -> Decoded {
    let picture = &decoded.picture;
    if picture.width().max(picture.height()) <= longest {
        return decoded;
    }
    // First coarsely: the fine way takes memory for every row that it leaves out.
    let near = longest.saturating_mul(2);
    let coarse =
        (picture.width().max(picture.height()) > near).then(|| picture.thumbnail(near, near));
    let picture = coarse.as_ref().unwrap_or(picture).resize(longest, longest, FilterType::Lanczos3);
    Decoded { picture, ..decoded }
}

/// The picture so wide.
pub(super) fn wide(decoded: &Decoded, width: u32) -> Decoded {
    let picture = &decoded.picture;
    let whole = u64::from(picture.width());
    let height = (u64::from(picture.height()) * u64::from(width) + whole / 2) / whole;
    let height = u32::try_from(height).unwrap_or(u32::MAX).max(1);
    let picture = if width == picture.width() {
        picture.clone()
    } else {
        picture.resize_exact(width, height, FilterType::Lanczos3)
    };
    Decoded { picture, profile: decoded.profile.clone(), is_drawn: decoded.is_drawn }
}

/// A drawing is small without loss; a photograph is many times smaller with some. Its middle tells.
pub(super) fn is_drawn(picture: &DynamicImage) -> bool {
    const SAMPLE: u32 = 512;
    let (width, height) = (picture.width().min(SAMPLE), picture.height().min(SAMPLE));
    let (x, y) = ((picture.width() - width) / 2, (picture.height() - height) / 2);
    let picture = picture.crop_imm(x, y, width, height);
    let sample = Decoded { picture, profile: None, is_drawn: true };
    let size = |made: Option<Made>| made.map_or(usize::MAX, |made| made.bytes.len());
    size(sample.png()) <= size(sample.jpeg(SHOWN)).saturating_mul(2)
}

impl Decoded {
    pub fn kept(&self) -> Option<Made> {
        if self.is_drawn { self.png() } else { self.jpeg(KEPT) }
    }

    pub fn shown(&self) -> Option<Made> {
        if self.is_drawn { self.png() } else { self.jpeg(SHOWN) }
    }

    /// Of drawings without loss: with some their edges get dirty, and they are hardly smaller.
    pub fn webp(&self) -> Option<Made> {
        self.made(("image/webp", "webp"), |to| {
            if self.is_drawn {
                return self.write(WebPEncoder::new_lossless(to));
            }
            to.extend(self.lossy()?);
            Some(())
        })
    }

    fn lossy(&self) -> Option<Vec<u8>> {
        let DynamicImage::ImageRgb8(picture) = &self.picture else { return None };
        let size = picture.dimensions();
        let encoder = webp::Encoder::from_rgb(picture.as_raw(), size.0, size.1);
        let made = encoder.encode_simple(false, SHOWN_AS_WEBP).ok()?;
        match &self.profile {
            Some(profile) => with_profile(&made, profile, size),
            None => Some(made.to_vec()),
        }
    }

    fn png(&self) -> Option<Made> {
        let encode = |to: &mut Vec<u8>| {
            let (best, filter) = (CompressionType::Best, Filter::Adaptive);
            self.write(PngEncoder::new_with_quality(to, best, filter))
        };
        self.made(("image/png", "png"), encode)
    }

    fn jpeg(&self, quality: u8) -> Option<Made> {
        let encode = |to: &mut Vec<u8>| self.write(JpegEncoder::new_with_quality(to, quality));
        self.made(("image/jpeg", "jpg"), encode)
    }

    fn write(&self, mut encoder: impl ImageEncoder) -> Option<()> {
        if let Some(profile) = &self.profile {
            encoder.set_icc_profile(profile.clone()).ok()?;
        }
        let colours = match &self.picture {
            DynamicImage::ImageRgba8(_) => ExtendedColorType::Rgba8,
            _ => ExtendedColorType::Rgb8,
        };
        let (width, height) = (self.picture.width(), self.picture.height());
        encoder.write_image(self.picture.as_bytes(), width, height, colours).ok()
    }

    fn made(
        &self,
        (media_type, ending): (&'static str, &'static str),
        encode: impl FnOnce(&mut Vec<u8>) -> Option<()>,
    ) -> Option<Made> {
        let mut bytes = Vec::new();
        encode(&mut bytes)?;
        let (width, height) = (self.picture.width(), self.picture.height());
        Some(Made { bytes, media_type, ending, width, height })
    }
}

/// The encoder knows no colour profiles, and most telephones write one: without it red is not as red. So the
/// picture gets the longer of the two heads that there are (RFC 9649, 2.7), and the profile before it.
fn with_profile(webp: &[u8], profile: &[u8], (width, height): (u32, u32)) -> Option<Vec<u8>> {
    const HAS_PROFILE: u8 = 0b10_0000;
    let picture = webp.strip_prefix(b"RIFF")?.get(4..)?.strip_prefix(b"WEBP")?;
    if !picture.starts_with(b"VP8 ") {
        return None;
    }
    let mut body = b"WEBPVP8X\x0a\0\0\0".to_vec();
    body.extend([HAS_PROFILE, 0, 0, 0]);
    for side in [width, height] {
        body.extend(&side.checked_sub(1)?.to_le_bytes()[..3]);
    }
    body.extend(b"ICCP");
    body.extend(u32::try_from(profile.len()).ok()?.to_le_bytes());
    body.extend(profile);
    // Each part begins at an even place.
    body.extend((profile.len() % 2 == 1).then_some(0_u8));
    body.extend(picture);
    let mut whole = b"RIFF".to_vec();
    whole.extend(u32::try_from(body.len()).ok()?.to_le_bytes());
    whole.extend(body);
    Some(whole)
}
