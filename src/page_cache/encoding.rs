//! Compressed forms of an answer: which one a browser takes, and how each is made.

use std::cell::RefCell;
use std::io::Write;

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue, header};
use flate2::{Compress, Compression, Crc, FlushCompress, Status};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Brotli,
    Gzip,
}

impl Encoding {
    pub fn name(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        })
    }
}

/// Which forms a browser takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Accepted {
    brotli: u16,
    gzip: u16,
}

impl Accepted {
    pub fn of(headers: &HeaderMap) -> Self {
        let said = headers.get_all(header::ACCEPT_ENCODING).iter();
        let mut of_others = 0;
        let (mut brotli, mut gzip) = (None, None);
        for one in said.filter_map(|value| value.to_str().ok()).flat_map(|said| said.split(',')) {
            let (name, weight) = one
                .split_once(';')
                .map_or((one, 1000), |(name, weight)| (name, thousandths(weight)));
            match name.trim() {
                name if name.eq_ignore_ascii_case("br") => brotli = Some(weight),
                name if name.eq_ignore_ascii_case("gzip") => gzip = Some(weight),
                name if name.eq_ignore_ascii_case("x-gzip") => gzip = Some(weight),
                "*" => of_others = weight,
                _ => {}
            }
        }
        Self { brotli: brotli.unwrap_or(of_others), gzip: gzip.unwrap_or(of_others) }
    }

    /// The one to send; among equals the smaller. `None` is as it is.
    pub fn best(self) -> Option<Encoding> {
        match self {
            Self { brotli: 0, gzip: 0 } => None,
            Self { brotli, gzip } if gzip > brotli => Some(Encoding::Gzip),
            Self { .. } => Some(Encoding::Brotli),
        }
    }

    pub fn takes(self, encoding: Encoding) -> bool {
        match encoding {
            Encoding::Brotli => self.brotli > 0,
            Encoding::Gzip => self.gzip > 0,
        }
    }
}

/// `q=0.5` in thousandths; what is not understood is not wanted.
fn thousandths(weight: &str) -> u16 {
    let Some((name, number)) = weight.split_once('=') else { return 0 };
    if !name.trim().eq_ignore_ascii_case("q") {
        return 0;
    }
    let number: f32 = number.trim().parse().unwrap_or(0.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 1000")]
    let thousandths = (number.clamp(0.0, 1.0) * 1000.0) as u16;
    thousandths
}

/// For an answer that is sent once.
pub fn compress_fast(bytes: &[u8], encoding: Encoding) -> Bytes {
    match encoding {
        Encoding::Brotli => compress(bytes, encoding, 1, 1),
        Encoding::Gzip => gzip_fast(bytes),
    }
}

/// The head of a gzip file that tells neither name nor time nor system (RFC 1952).
const GZIP_HEAD: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 4, 255];

/// Each thread keeps its compressor: to make one anew for each answer costs a quarter of a megabyte of
/// memory that must be cleared first.
fn gzip_fast(bytes: &[u8]) -> Bytes {
    thread_local! {
        static FAST: RefCell<Compress> = RefCell::new(Compress::new(Compression::fast(), false));
    }
    let mut small = Vec::with_capacity(bytes.len() / 3 + 64);
    small.extend_from_slice(&GZIP_HEAD);
    FAST.with_borrow_mut(|fast| {
        fast.reset();
        let mut read = 0;
        while let Ok(Status::Ok | Status::BufError) =
            fast.compress_vec(&bytes[read..], &mut small, FlushCompress::Finish)
        {
            read = usize::try_from(fast.total_in()).unwrap_or(bytes.len());
            small.reserve(small.len() / 2 + 64);
        }
    });
    let mut check = Crc::new();
    check.update(bytes);
    small.extend_from_slice(&check.sum().to_le_bytes());
    // The length of the whole, modulo 2³², as the standard has it.
    small.extend_from_slice(&check.amount().to_le_bytes());
    small.into()
}

/// For an answer that is kept and sent again and again.
pub(super) fn compress_well(bytes: &[u8], encoding: Encoding) -> Bytes {
    compress(bytes, encoding, 6, 8)
}

/// How far back Brotli looks, in bits: over all of the text and no farther. What it looks in is made and cleared for
/// each answer, and its usual four megabytes took sixteen of memory for a page of thirty kilobytes.
fn window(length: usize) -> i32 {
    let bits = usize::BITS - length.leading_zeros();
    i32::try_from(bits.clamp(16, 22)).unwrap_or(22)
}

fn compress(bytes: &[u8], encoding: Encoding, brotli: i32, gzip: u32) -> Bytes {
    let mut small = Vec::with_capacity(bytes.len() / 3 + 64);
    let written = match encoding {
        Encoding::Brotli => {
            let of = brotli::enc::BrotliEncoderParams {
                quality: brotli,
                size_hint: bytes.len(),
                lgwin: window(bytes.len()),
                ..Default::default()
            };
            brotli::BrotliCompress(&mut &*bytes, &mut small, &of).map(|_| ())
        }
        Encoding::Gzip => {
            let mut writer = flate2::write::GzEncoder::new(&mut small, Compression::new(gzip));
            writer.write_all(bytes).and_then(|()| writer.finish().map(|_| ()))
        }
    };
    // Neither fails when it writes to memory.
    if let Err(error) = written {
        tracing::error!(%error, "an answer could not be compressed");
    }
    small.into()
}
