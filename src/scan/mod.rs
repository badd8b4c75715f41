//! Has a file looked at by a virus scanner that speaks as clamd does (clamd(8), INSTREAM).

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpStream, UnixStream};

#[cfg(test)]
pub mod tests;

/// Where the scanner listens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scanner {
    Tcp(String),
    Unix(PathBuf),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Clean,
    /// What the scanner calls what it found.
    Found(String),
}

/// The scanner did not say. The file waits.
#[derive(Debug, thiserror::Error)]
pub enum Unsaid {
    #[error("the virus scanner does not answer: {0}")]
    Away(#[from] std::io::Error),
    #[error("the virus scanner has not answered in {0} seconds")]
    TooSlow(u64),
    #[error("the virus scanner says: {0}")]
    Refused(String),
}

/// A large archive takes it a while.
const PATIENCE: Duration = Duration::from_mins(2);
const CHUNK: usize = 256 * 1024;
/// No answer is longer.
const ANSWER: u64 = 4_096;

impl Scanner {
    /// As it is written: `tcp://127.0.0.1:3310`, or `unix:/run/clamav/clamd.ctl`.
    pub fn parse(written: &str) -> Result<Self, String> {
        if let Some(path) = written.strip_prefix("unix:").filter(|path| path.starts_with('/')) {
            return Ok(Self::Unix(path.into()));
        }
        let address = written.strip_prefix("tcp://").map(|rest| rest.trim_end_matches('/'));
        match address.and_then(|address| address.rsplit_once(':')) {
            Some((host, port)) if !host.is_empty() && port.parse::<u16>().is_ok() => {
                Ok(Self::Tcp(format!("{host}:{port}")))
            }
            _ => Err(format!(
                "{written:?} is neither tcp://HOST:PORT nor unix:/PATH, as in \
                 unix:/run/clamav/clamd.ctl"
            )),
        }
    }

    pub async fn scan(&self, bytes: &[u8]) -> Result<Verdict, Unsaid> {
        let asked = async {
            match self {
                Self::Tcp(address) => ask(TcpStream::connect(address).await?, bytes).await,
                Self::Unix(path) => ask(UnixStream::connect(path).await?, bytes).await,
            }
        };
        let answer = tokio::time::timeout(PATIENCE, asked).await;
        read(&answer.map_err(|_| Unsaid::TooSlow(PATIENCE.as_secs()))??)
    }
}

impl fmt::Display for Scanner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tcp(address) => write!(f, "tcp://{address}"),
            Self::Unix(path) => write!(f, "unix:{}", path.display()),
        }
    }
}

/// Sends the bytes in pieces, each after its length, and an empty one last. A scanner that has heard
/// enough stops listening and says why, so a pipe that breaks is no answer yet.
async fn ask<S>(mut stream: S, bytes: &[u8]) -> std::io::Result<String>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let sent = send(&mut stream, bytes).await;
    let mut answer = Vec::new();
    let read = (&mut stream).take(ANSWER).read_to_end(&mut answer).await;
    if answer.is_empty() {
        sent?;
        read?;
    }
    Ok(String::from_utf8_lossy(&answer).trim_matches(['\0', '\n', ' ']).to_owned())
}

async fn send(stream: &mut (impl AsyncWrite + Unpin), bytes: &[u8]) -> std::io::Result<()> {
    stream.write_all(b"zINSTREAM\0").await?;
    for piece in bytes.chunks(CHUNK) {
        let length = u32::try_from(piece.len()).unwrap_or_default();
        stream.write_all(&length.to_be_bytes()).await?;
        stream.write_all(piece).await?;
    }
    stream.write_all(&0_u32.to_be_bytes()).await?;
    stream.flush().await
}

fn read(answer: &str) -> Result<Verdict, Unsaid> {
    let said = answer.strip_prefix("stream: ").unwrap_or(answer);
    if said == "OK" {
        return Ok(Verdict::Clean);
    }
    match said.strip_suffix(" FOUND") {
        Some(name) => Ok(Verdict::Found(name.to_owned())),
        None => Err(Unsaid::Refused(said.chars().take(200).collect())),
    }
}
