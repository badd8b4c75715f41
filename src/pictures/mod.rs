//! Pictures as pages need them: read within limits, without what cameras write in them, in several sizes.
//!
//! Nothing of the bytes that came in is passed on: the picture is decoded, turned as it was held, and
//! written anew. So a file that is a picture and something else as well is afterwards a picture alone.

mod cut;
mod read;
mod write;

#[cfg(test)]
mod tests;

pub use cut::{Crop, Focus};

/// Along the longer side of the picture that is kept; no page shows a larger one.
const LARGEST: u32 = 2_560;
/// How wide pages show pictures: a phone, a phone with a fine screen, a desk.
const WIDTHS: [u32; 3] = [480, 960, 1_600];

/// Why it is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    #[error("it is no picture that can be read")]
    Unreadable,
    #[error("it has more pixels than we read")]
    TooManyPixels,
}

/// A picture as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    pub bytes: Vec<u8>,
    pub media_type: &'static str,
    /// The ending of its name.
    pub ending: &'static str,
    pub width: u32,
    pub height: u32,
}

/// The picture whole, as large as any page needs. It takes its time: not for a thread of requests.
pub fn master(bytes: &[u8]) -> Result<Made, Unfit> {
    let read = read::read(bytes)?;
    write::within(read, LARGEST).kept().ok_or(Unfit::Unreadable)
}

/// What pages show of a picture that [`master`] made: from the smallest to the largest, and where that is
/// smaller also as `WebP`, before it. The last one is the picture in a format that all browsers know.
pub fn sizes(master: &[u8], crop: Crop, focus: Focus) -> Result<Vec<Made>, Unfit> {
    let cut = cut::cut(read::read(master)?, crop, focus);
    let whole = cut.picture.width();
    let largest = WIDTHS.last().copied().unwrap_or(whole).min(whole);
    let smaller = WIDTHS.into_iter().filter(|width| *width < largest);
    let mut all = Vec::new();
    for width in smaller.chain([largest]) {
        let sized = write::wide(&cut, width);
        let plain = sized.shown().ok_or(Unfit::Unreadable)?;
        all.extend(sized.webp().filter(|webp| webp.bytes.len() < plain.bytes.len()));
        all.push(plain);
    }
    Ok(all)
}
