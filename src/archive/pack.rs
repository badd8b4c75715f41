//! Packs what is gathered into a zip as it comes, and ends it with the digests of all: `manifest.json`, and
//! `SHA256SUMS` for `sha256sum --check`.

use std::io::{self, Write};
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::Bytes;
use http_body::Frame;
use serde_json::{Value, json};
use tokio::sync::mpsc;
use zip::ZipWriter;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;

use super::gather::{Came, Piece};
use crate::files::digest;

/// Why there is no whole package.
#[derive(Debug, thiserror::Error)]
pub enum Unpacked {
    #[error("what was to be packed broke off")]
    BrokenOff,
    #[error("{0}")]
    Zip(#[from] ZipError),
    #[error("{0}")]
    Written(#[from] io::Error),
    #[error("{0}")]
    Json(#[from] serde_json::Error),
}

/// Packs into `out` until the end has come. It waits for what comes and for who takes it, so it has a
/// thread of its own.
pub fn pack<W: Write>(mut coming: mpsc::Receiver<Came>, out: W) -> Result<W, Unpacked> {
    let mut zip = ZipWriter::new_stream(out);
    let (mut listed, mut sums) = (Vec::new(), String::new());
    loop {
        match coming.blocking_recv().ok_or(Unpacked::BrokenOff)? {
            Came::Piece(Piece { path, bytes }) => {
                let digest = digest(&bytes);
                sums.push_str(&digest);
                sums.push_str("  ");
                sums.push_str(&path);
                sums.push('\n');
                listed.push(json!({ "path": path, "size": bytes.len(), "sha256": digest }));
                put(&mut zip, &path, &bytes)?;
            }
            Came::End(mut about) => {
                about["files"] = Value::Array(listed);
                put(&mut zip, "SHA256SUMS", sums.as_bytes())?;
                put(&mut zip, "manifest.json", &serde_json::to_vec_pretty(&about)?)?;
                let mut out = zip.finish()?.into_inner();
                out.flush()?;
                return Ok(out);
            }
        }
    }
}

fn put<W: Write + io::Seek>(
    zip: &mut ZipWriter<W>,
    path: &str,
    bytes: &[u8],
) -> Result<(), Unpacked> {
    zip.start_file(path, SimpleFileOptions::default())?;
    Ok(zip.write_all(bytes)?)
}

/// So much goes out at a time.
const CHUNK: usize = 64 * 1024;

/// Sends what is written to who downloads it.
pub struct Chunks {
    to: mpsc::Sender<io::Result<Bytes>>,
    kept: Vec<u8>,
}

impl Chunks {
    pub fn new(to: mpsc::Sender<io::Result<Bytes>>) -> Self {
        Self { to, kept: Vec::with_capacity(CHUNK) }
    }
}

impl Write for Chunks {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.kept.extend_from_slice(bytes);
        if self.kept.len() >= CHUNK {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.kept.is_empty() {
            return Ok(());
        }
        let chunk = Bytes::from(std::mem::take(&mut self.kept));
        self.to.blocking_send(Ok(chunk)).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}

/// What is downloaded, as it comes. A fault breaks it off, so that nobody takes a part for the whole.
pub struct Download(pub mpsc::Receiver<io::Result<Bytes>>);

impl http_body::Body for Download {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        let coming = self.get_mut().0.poll_recv(context);
        coming.map(|came| came.map(|chunk| chunk.map(Frame::data)))
    }
}
