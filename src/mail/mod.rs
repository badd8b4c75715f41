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

/// A letter that has not gone out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsent {
    /// As the other server says it, or the net.
    pub why: String,
    /// Nothing is to be hoped for from trying again.
    pub is_final: bool,
}

/// What is wrong here may be mended, and then it goes.
impl From<String> for Unsent {
    fn from(why: String) -> Self {
        Self { why, is_final: false }
    }
}

/// The way out for letters.
#[derive(Clone)]
pub struct Post {
    from: Mailbox,
    /// Who runs the site: every letter says so at its end, for its sender reads no answers.
    contact: Option<String>,
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
        Ok(Self { from: sender(from)?, contact: None, way: Way::Smtp(transport) })
    }

    /// Writes each letter as an `.eml` file into `folder`.
    pub fn folder(folder: &Path, from: &str) -> Result<Self, String> {
        Ok(Self { from: sender(from)?, contact: None, way: Way::Folder(folder.to_owned()) })
    }

    /// The address that people turn to with what is in a letter.
    #[must_use]
    pub fn answered_by(self, contact: Option<&str>) -> Self {
        Self { contact: contact.map(str::to_owned), ..self }
    }

    pub async fn send(&self, letter: &Letter) -> Result<(), Unsent> {
        self.deliver(self.message(letter, None)?).await
    }

    pub async fn send_digest(&self, digest: &Digest) -> Result<(), Unsent> {
        self.deliver(self.message(&digest.letter, Some(&digest.leave))?).await
    }

    async fn deliver(&self, message: Message) -> Result<(), Unsent> {
        match &self.way {
            Way::Smtp(smtp) => match smtp.send(message).await {
                Ok(_) => Ok(()),
                Err(error) => {
                    let is_final = error.is_permanent() && names_no_mailbox(&error.to_string());
                    Err(Unsent { why: error.to_string(), is_final })
                }
            },
            Way::Folder(folder) => Self::to_file(folder, message).await.map_err(Unsent::from),
        }
    }

    async fn to_file(folder: &Path, message: Message) -> Result<(), String> {
        tokio::fs::create_dir_all(folder).await.map_err(|e| e.to_string())?;
        let files = AsyncFileTransport::<Tokio1Executor>::new(folder);
        files.send(message).await.map(drop).map_err(|e| e.to_string())
    }

    fn message(&self, letter: &Letter, leave: Option<&str>) -> Result<Message, String> {
        let domain = self.from.email.domain();
        let unread = |why: NoAddress| format!("an address {why}");
        let mut builder: MessageBuilder = Message::builder()
            .from(self.from.clone())
            .to(mailbox(&letter.to).map_err(unread)?)
            .subject(letter.subject.clone())
            .message_id(Some(format!("<{}@{domain}>", letter.id)))
            .header(ContentType::TEXT_PLAIN);
        // Their own letters they need not be told.
        let contact = self.contact.as_ref().filter(|contact| **contact != letter.to);
        if let Some(reply) = letter.reply_to.as_ref().or(contact) {
            builder = builder.reply_to(mailbox(reply).map_err(unread)?);
        }
        if let Some(leave) = leave {
            let header =
                |name, value| HeaderValue::new(HeaderName::new_from_ascii_str(name), value);
            builder =
                builder.raw_header(header("List-Unsubscribe", format!("<{leave}>"))).raw_header(
                    header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()),
                );
        }
        let mut text = letter.text.clone();
        if let Some(contact) = contact {
            // The same word in every language that we write in.
            text = format!("{}\n\n-- \nKontakt: {contact}\n", text.trim_end());
        }
        builder.body(text).map_err(|e| e.to_string())
    }
}

/// What a server answers when there is no such mailbox (RFC 3463). All else that it refuses for good may be
/// our own fault: that we have not logged in, or that it does not send for us.
const NO_MAILBOX: [&str; 6] = ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"];

fn names_no_mailbox(answer: &str) -> bool {
    answer.split_whitespace().any(|word| NO_MAILBOX.contains(&word))
}

fn sender(from: &str) -> Result<Mailbox, String> {
    let mailbox: Mailbox = from.parse().map_err(|e| format!("{from:?} is no sender: {e}"))?;
    let refused = |why: NoAddress| format!("{from:?} is no sender: its address {why}");
    let email = in_ascii(&mailbox.email).map_err(refused)?;
    Ok(Mailbox { email, ..mailbox })
}

/// Why no letter can be sent to an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoAddress {
    #[error("is no e-mail address")]
    Malformed,
    /// Only servers that know SMTPUTF8 take it, and nobody knows which those are before they refuse.
    #[error(
        "has letters such as å before the @, which many mail servers do not take: give one without"
    )]
    OtherLetters,
}

/// One address, read as a letter to it is, and as it goes out: in ASCII. A message makes its envelope of
/// its headers, and reads those more strictly than an address by itself: `"a b"@kommune.no` is an
/// address, and leads nowhere.
fn mailbox(address: &str) -> Result<Mailbox, NoAddress> {
    let email: Address = address.parse().map_err(|_| NoAddress::Malformed)?;
    let mailbox = Mailbox::new(None, in_ascii(&email)?);
    let mut headers = Headers::new();
    headers.set(To::from(Mailboxes::from(mailbox.clone())));
    let envelope = Envelope::try_from(&headers).map_err(|_| NoAddress::Malformed)?;
    if envelope.to().len() == 1 { Ok(mailbox) } else { Err(NoAddress::Malformed) }
}

/// A domain has another name for servers, `xn--…`; what stands before the @ has none.
fn in_ascii(email: &Address) -> Result<Address, NoAddress> {
    if !email.user().is_ascii() {
        return Err(NoAddress::OtherLetters);
    }
    if email.domain().is_ascii() {
        return Ok(email.clone());
    }
    let domain = idna::domain_to_ascii(email.domain()).map_err(|_| NoAddress::Malformed)?;
    Address::new(email.user(), domain).map_err(|_| NoAddress::Malformed)
}

/// The one address that this is, as letters to it go out; or why none can be sent to it.
pub fn address(text: &str) -> Result<String, NoAddress> {
    if text.len() > LONGEST {
        return Err(NoAddress::Malformed);
    }
    let email = mailbox(text)?.email;
    let address = email.to_string();
    let is_good = has_top(email.domain()) && address.len() <= LONGEST;
    if is_good { Ok(address) } else { Err(NoAddress::Malformed) }
}

/// «kommune.no» ends in a name of the net's; none of those is one letter, or a number as in `192.0.2.1`.
fn has_top(domain: &str) -> bool {
    domain
        .rsplit_once('.')
        .is_some_and(|(_, top)| top.len() > 1 && !top.bytes().all(|byte| byte.is_ascii_digit()))
}

/// In bytes, with the @.
const LONGEST: usize = 254;
