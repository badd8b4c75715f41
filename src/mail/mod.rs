//! Letters that the program sends: by SMTP, or as files in a folder when no server is named.

mod often;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use lettre::address::Envelope;
use lettre::message::header::{ContentType, HeaderName, HeaderValue, Headers, To};
use lettre::message::{Mailbox, Mailboxes, MessageBuilder};
use lettre::{
    Address, AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
};
use serde::{Deserialize, Serialize};

use crate::jobs::Job;

pub use often::Often;

/// One letter, as plain text. Its row in the queue is all that is ever kept of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Letter {
    pub to: String,
    pub reply_to: Option<String>,
    pub subject: String,
    pub text: String,
    /// Tells a letter that was sent twice (after a crash) from two letters.
    pub id: uuid::Uuid,
}

impl Job for Letter {
    const NAME: &'static str = "mail";
}

/// A letter that comes again and again, and says where it is left by one click (RFC 8058).
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Digest {
    pub letter: Letter,
    /// An address that a POST is enough for, without logging in.
    pub leave: String,
}

impl Job for Digest {
    const NAME: &'static str = "digest_mail";
}

/// The way out for letters.
#[derive(Clone)]
pub struct Post {
    from: Mailbox,
    way: Way,
}

#[derive(Clone)]
enum Way {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Folder(PathBuf),
}

impl Post {
    /// Sends by the server at `url`: `smtp://host:25`, `smtps://user:password@host:465`.
    pub fn smtp(url: &str, from: &str) -> Result<Self, String> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|e| e.to_string())?
            .timeout(Some(std::time::Duration::from_secs(20)))
            .build();
        Ok(Self { from: sender(from)?, way: Way::Smtp(transport) })
    }

    /// Writes each letter as an `.eml` file into `folder`.
    pub fn folder(folder: &Path, from: &str) -> Result<Self, String> {
        Ok(Self { from: sender(from)?, way: Way::Folder(folder.to_owned()) })
    }

    pub async fn send(&self, letter: &Letter) -> Result<(), String> {
        self.deliver(self.message(letter, None)?).await
    }

    pub async fn send_digest(&self, digest: &Digest) -> Result<(), String> {
        self.deliver(self.message(&digest.letter, Some(&digest.leave))?).await
    }

    async fn deliver(&self, message: Message) -> Result<(), String> {
        match &self.way {
            Way::Smtp(smtp) => smtp.send(message).await.map(drop).map_err(|e| e.to_string()),
            Way::Folder(folder) => {
                tokio::fs::create_dir_all(folder).await.map_err(|e| e.to_string())?;
                let files = AsyncFileTransport::<Tokio1Executor>::new(folder);
                files.send(message).await.map(drop).map_err(|e| e.to_string())
            }
        }
    }

    fn message(&self, letter: &Letter, leave: Option<&str>) -> Result<Message, String> {
        let domain = self.from.email.domain();
        let mut builder: MessageBuilder = Message::builder()
            .from(self.from.clone())
            .to(mailbox(&letter.to)?)
            .subject(letter.subject.clone())
            .message_id(Some(format!("<{}@{domain}>", letter.id)))
            .header(ContentType::TEXT_PLAIN);
        if let Some(reply) = &letter.reply_to {
            builder = builder.reply_to(mailbox(reply)?);
        }
        if let Some(leave) = leave {
            let header =
                |name, value| HeaderValue::new(HeaderName::new_from_ascii_str(name), value);
            builder =
                builder.raw_header(header("List-Unsubscribe", format!("<{leave}>"))).raw_header(
                    header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()),
                );
        }
        builder.body(letter.text.clone()).map_err(|e| e.to_string())
    }
}

fn sender(from: &str) -> Result<Mailbox, String> {
    from.parse().map_err(|e| format!("{from:?} is no sender: {e}"))
}

/// One address, read as a letter to it is. A message makes its envelope of its headers, and reads those
/// more strictly than an address by itself: `"a b"@kommune.no` is an address, and leads nowhere.
fn mailbox(address: &str) -> Result<Mailbox, String> {
    let unread = || "an address can't be read".to_owned();
    let email: Address = address.parse().map_err(|_| unread())?;
    let mailbox = Mailbox::new(None, email);
    let mut headers = Headers::new();
    headers.set(To::from(Mailboxes::from(mailbox.clone())));
    let envelope = Envelope::try_from(&headers).map_err(|_| unread())?;
    if envelope.to().len() == 1 { Ok(mailbox) } else { Err(unread()) }
}

/// Is this one address that a letter can be sent to?
pub fn is_address(text: &str) -> bool {
    text.len() <= 254 && mailbox(text).is_ok_and(|mailbox| mailbox.email.domain().contains('.'))
}
