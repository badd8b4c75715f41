//! A packed file of XML parts, as Office and its kin write them, unpacked with a limit.

use std::cell::Cell;
use std::io::{BufRead, BufReader, Cursor, Error, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;
use zip::result::ZipError;

use super::sink::StopReason;

pub const NO_XML: &str = "its XML can't be read";
const NO_ZIP: &str = "it can't be unpacked";

pub struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Bytes that may still be unpacked, of all parts together.
    left: Cell<u64>,
}

impl<'a> Package<'a> {
    pub fn open(bytes: &'a [u8], unpacked: u64) -> Result<Self, StopReason> {
        let archive =
            ZipArchive::new(Cursor::new(bytes)).map_err(|_| StopReason::Broken(NO_ZIP))?;
        Ok(Self { archive, left: Cell::new(unpacked) })
    }

    /// What the parts say that they unpack to. They may lie; then the other limits hold.
    pub fn said_size(&mut self) -> u64 {
        let parts = 0..self.archive.len();
        let size = |n| self.archive.by_index_raw(n).map_or(0, |part| part.size());
        parts.map(size).fold(0, u64::saturating_add)
    }

    /// Reads a part as XML and hands each event over. False when there is no such part.
    pub fn walk(
        &mut self,
        name: &str,
        mut on: impl FnMut(Event<'_>) -> Result<(), StopReason>,
    ) -> Result<bool, StopReason> {
        let part = match self.archive.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(false),
            Err(ZipError::UnsupportedArchive(why)) if why == ZipError::PASSWORD_REQUIRED => {
                return Err(StopReason::Locked);
            }
            Err(_) => return Err(StopReason::Broken(NO_ZIP)),
        };
        let mut reader = Reader::from_reader(BufReader::new(Fenced { part, left: &self.left }));
        reader.config_mut().check_end_names = false;
        let read = walk(&mut reader, &mut on);
        // The reader says only that it can't go on; the fence knows why.
        if self.left.get() == 0 && read.is_err() {
            Err(StopReason::Heavy)
        } else {
            read.map(|()| true)
        }
    }
}

fn walk(
    reader: &mut Reader<impl BufRead>,
    on: &mut impl FnMut(Event<'_>) -> Result<(), StopReason>,
) -> Result<(), StopReason> {
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Eof) => return Ok(()),
            Ok(event) => on(event)?,
            Err(_) => return Err(StopReason::Broken(NO_XML)),
        }
    }
}

/// Counts what comes out, and fails when it is too much.
struct Fenced<'a, R> {
    part: R,
    left: &'a Cell<u64>,
}

impl<R: Read> Read for Fenced<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> Result<usize, Error> {
        let read = self.part.read(into)?;
        let left = self.left.get().saturating_sub(read as u64);
        self.left.set(left);
        if left == 0 { Err(Error::other("too much")) } else { Ok(read) }
    }
}

/// The text of an event that has text. An entity that XML itself does not have is left out: what a
/// file declares is never unfolded.
pub fn text_of(event: &Event<'_>, into: &mut String) {
    match event {
        Event::Text(text) => into.push_str(text),
        Event::CData(text) => into.push_str(text),
        Event::GeneralRef(entity) => match entity.resolve_char_ref() {
            Ok(Some(c)) => into.push(c),
            _ => into.push_str(match &**entity {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                "apos" => "'",
                _ => " ",
            }),
        },
        _ => {}
    }
}
