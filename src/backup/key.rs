//! The key of a backup, as the program `age` has it: who holds the public half can lock, and only who
//! holds the secret half can open.

use std::fs;
use std::io::{self, Read, Write};
use std::iter;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use age::secrecy::ExposeSecret;
use age::x25519::{Identity, Recipient};

use super::Error;

#[derive(Clone)]
pub struct Key {
    public: Recipient,
    secret: Option<Identity>,
}

/// Never what is in it.
impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Key").field("public", &self.public.to_string()).finish_non_exhaustive()
    }
}

impl Key {
    /// The first key in the file, secret or public; lines with `#` before them say what it is for.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let name = path.display();
        let text = fs::read_to_string(path)
            .map_err(|e| Error::Refused(format!("the key file {name} can't be read: {e}")))?;
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let line = lines.find(|line| !line.starts_with('#')).unwrap_or_default();
        if let Ok(secret) = line.parse::<Identity>() {
            return Ok(Self { public: secret.to_public(), secret: Some(secret) });
        }
        match line.parse::<Recipient>() {
            Ok(public) => Ok(Self { public, secret: None }),
            Err(_) => Err(Error::Refused(format!(
                "the key file {name} holds no key of age: make one with `padriver backup-key FILE`"
            ))),
        }
    }

    /// Locks what is read.
    pub(super) fn lock(&self, from: &mut dyn Read, to: &mut dyn Write) -> Result<(), Error> {
        let public: &dyn age::Recipient = &self.public;
        let lock = age::Encryptor::with_recipients(iter::once(public))
            .map_err(|e| Error::Failed(format!("the key can't be used: {e}")))?;
        let mut locked = lock.wrap_output(to)?;
        io::copy(from, &mut locked)?;
        locked.finish()?.flush()?;
        Ok(())
    }

    /// Opens what was locked; `name` is what is said of it if that can't be done.
    pub(super) fn open(
        &self,
        name: &str,
        from: &mut dyn Read,
        to: &mut dyn Write,
    ) -> Result<(), Error> {
        let Some(secret) = &self.secret else {
            return Err(Error::Refused(
                "the key file holds the public half of a key, which can lock and not open"
                    .to_owned(),
            ));
        };
        let damaged = |e: &dyn std::fmt::Display| Error::Damaged(vec![format!("{name}: {e}")]);
        let locked = age::Decryptor::new(from).map_err(|e| damaged(&e))?;
        let secret: &dyn age::Identity = secret;
        let mut opened = locked.decrypt(iter::once(secret)).map_err(|e| match e {
            age::DecryptError::NoMatchingKeys => {
                Error::Refused("the backup was made with another key".to_owned())
            }
            other => damaged(&other),
        })?;
        let mut block = vec![0; 64 * 1024];
        loop {
            let n = opened.read(&mut block).map_err(|e| damaged(&e))?;
            if n == 0 {
                return Ok(to.flush()?);
            }
            to.write_all(&block[..n])?;
        }
    }
}

/// Writes a new key to a file that only its owner can read, and tells its public half. A file that is
/// there is left alone.
pub fn write_new_key(path: &Path) -> Result<String, Error> {
    let cannot = |e: io::Error| Error::Refused(format!("{} can't be written: {e}", path.display()));
    let secret = Identity::generate();
    let public = secret.to_public().to_string();
    let mut options = fs::OpenOptions::new();
    let mut file = options.write(true).create_new(true).mode(0o600).open(path).map_err(cannot)?;
    let told = secret.to_string();
    let text = format!(
        "# The key of the backups of Pådriver. Who has it can read them; without it nobody can.\n\
         # public key: {public}\n{}\n",
        told.expose_secret()
    );
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(cannot)?;
    Ok(public)
}
