//! What comes out shows the same and nothing more, in the sizes and the shape that were wanted.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageEncoder, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

use super::cut::frame;
use super::{Crop, Focus, Unfit, master, sizes};

/// Noise as a camera makes it, the same each time.
fn photo(width: u32, height: u32) -> RgbImage {
    let small = |n: u32| u8::try_from(n).unwrap();
    let mut seed = 7_u32;
    RgbImage::from_fn(width, height, |x, y| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let noise = |at: u32| (seed >> at) & 15;
        Rgb([x % 200 + noise(28), y % 200 + noise(24), 90 + noise(20)].map(small))
    })
}

fn encoded(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A photograph by a camera that was held on its side, and says where it was.
fn with_exif() -> Vec<u8> {
    // TIFF, little-endian, two entries: orientation 6 (turned to the right), and a maker's name.
    let mut exif = b"II*\0\x08\0\0\0\x02\0".to_vec();
    exif.extend(b"\x0f\x01\x02\0\x04\0\0\0KIM\0");
    exif.extend(b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0");
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new(&mut bytes);
    encoder.set_exif_metadata(exif).unwrap();
    encoder.encode_image(&photo(120, 80)).unwrap();
    bytes
}

fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|found| found == part)
}

#[test]
fn what_a_camera_writes_is_gone_and_the_picture_is_upright() {
    let taken = with_exif();
    assert!(has(&taken, b"Exif") && has(&taken, b"KIM"));
    let made = master(&taken).unwrap();
    assert_eq!((made.media_type, made.width, made.height), ("image/jpeg", 80, 120));
    assert!(!has(&made.bytes, b"Exif") && !has(&made.bytes, b"KIM"));
}

#[test]
fn a_photograph_is_made_smaller_for_each_screen() {
    let kept = master(&encoded(photo(2_000, 1_000), ImageFormat::Jpeg)).unwrap();
    let all = sizes(&kept.bytes, Crop::Whole, Focus::Middle).unwrap();
    let of = |media_type: &str| -> Vec<_> {
        let meant = all.iter().filter(|size| size.media_type == media_type);
        meant.map(|size| (size.width, size.height)).collect()
    };
    let wanted = [(480, 240), (960, 480), (1_600, 800)];
    assert_eq!((of("image/jpeg"), of("image/webp")), (wanted.to_vec(), wanted.to_vec()));
    // Far smaller, before the one that all browsers know, which is the last.
    for pair in all.chunks(2) {
        assert_eq!((pair[0].media_type, pair[0].width), ("image/webp", pair[1].width));
        assert!(pair[0].bytes.len() * 4 < pair[1].bytes.len() * 3);
        let webp = image::load_from_memory(&pair[0].bytes).unwrap();
        assert_eq!((webp.width(), webp.height()), (pair[0].width, pair[0].height));
    }
    // One that is small is not made larger.
    let small = master(&encoded(photo(300, 200), ImageFormat::Jpeg)).unwrap();
    let all = sizes(&small.bytes, Crop::Whole, Focus::Middle).unwrap();
    let plain = all.iter().filter(|size| size.media_type == "image/jpeg");
    assert_eq!(plain.map(|size| size.width).collect::<Vec<_>>(), [300]);
    assert!(all.iter().all(|size| size.width == 300));
}

#[test]
fn what_the_colours_mean_goes_along_in_each_format() {
    use image::ImageDecoder;
    // The head of a profile for screens is what is looked at; its length is odd on purpose.
    let mut profile = vec![7; 1_235];
    profile[16..20].copy_from_slice(b"RGB ");
    let mut taken = Vec::new();
    let mut encoder = JpegEncoder::new(&mut taken);
    encoder.set_icc_profile(profile.clone()).unwrap();
    encoder.encode_image(&photo(640, 480)).unwrap();
    let kept = master(&taken).unwrap();
    let all = sizes(&kept.bytes, Crop::Whole, Focus::Middle).unwrap();
    assert!(all.iter().any(|size| size.media_type == "image/webp"));
    for size in all {
        let reader = image::ImageReader::new(Cursor::new(&size.bytes)).with_guessed_format();
        let mut decoder = reader.unwrap().into_decoder().unwrap();
        assert_eq!(decoder.icc_profile().unwrap(), Some(profile.clone()), "{}", size.media_type);
        assert_eq!(decoder.dimensions(), (size.width, size.height));
        assert!(image::load_from_memory(&size.bytes).is_ok());
    }
}

#[test]
fn a_drawing_loses_nothing_and_a_photograph_as_png_is_a_photograph() {
    let drawing = RgbaImage::from_fn(600, 400, |x, y| {
        if (x / 50 + y / 50) % 2 == 0 { Rgba([0, 60, 120, 255]) } else { Rgba([0, 0, 0, 0]) }
    });
    let kept = master(&encoded(drawing, ImageFormat::Png)).unwrap();
    assert_eq!(kept.media_type, "image/png");
    let all = sizes(&kept.bytes, Crop::Whole, Focus::Middle).unwrap();
    assert_eq!(all.last().unwrap().media_type, "image/png");
    for pair in all.windows(2).filter(|pair| pair[0].media_type == "image/webp") {
        assert_eq!((pair[0].width, pair[1].media_type), (pair[1].width, "image/png"));
        assert!(pair[0].bytes.len() < pair[1].bytes.len());
    }
    let kept = master(&encoded(photo(600, 400), ImageFormat::Png)).unwrap();
    assert_eq!(kept.media_type, "image/jpeg");
}

#[test]
fn the_frame_stands_at_the_focus() {
    assert_eq!(frame((1_600, 1_000), (1, 1), Focus::Middle), (300, 0, 1_000, 1_000));
    assert_eq!(frame((1_600, 1_000), (1, 1), Focus::Right), (600, 0, 1_000, 1_000));
    assert_eq!(frame((1_000, 1_600), (16, 9), Focus::Top), (0, 0, 1_000, 562));
    assert_eq!(frame((1_000, 1_600), (16, 9), Focus::Bottom), (0, 1_038, 1_000, 562));
    assert_eq!(frame((1, 1), (16, 9), Focus::BottomRight), (0, 0, 1, 1));
    for crop in Crop::ALL {
        assert_eq!(Crop::of(crop.name()), Some(crop));
    }
    for focus in Focus::ALL {
        assert_eq!(Focus::of(focus.name()), Some(focus));
    }
}

#[test]
fn bombs_and_what_is_none_are_refused() {
    // A PNG that says it has 40 000 × 40 000 points, in 33 bytes.
    let bomb = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x9c\x40\0\0\x9c\x40\x08\x06\0\0\0";
    assert_eq!(master(bomb).unwrap_err(), Unfit::TooManyPixels);
    for odd in [&b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..], b"", b"GIF89a", b"%PDF-1.7"] {
        assert_eq!(master(odd).unwrap_err(), Unfit::Unreadable);
    }
    let mut cut = encoded(photo(200, 200), ImageFormat::Png);
    cut.truncate(cut.len() / 2);
    assert_eq!(master(&cut).unwrap_err(), Unfit::Unreadable);
}

#[test]
fn what_hangs_behind_a_picture_is_gone() {
    let mut both = encoded(photo(60, 40), ImageFormat::Jpeg);
    both.extend(b"<html><script>alert(1)</script>PK\x03\x04");
    let made = master(&both).unwrap();
    assert!(!has(&made.bytes, b"script") && !has(&made.bytes, b"PK\x03\x04"));
}

proptest::proptest! {
    #[test]
    fn no_bytes_can_break_it(bytes: Vec<u8>, at: usize, byte: u8) {
        master(&bytes).ok();
        let mut picture = encoded(photo(24, 16), ImageFormat::Png);
        let at = at % picture.len();
        picture[at] = byte;
        master(&picture).ok();
    }
}
