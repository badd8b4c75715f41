//! What comes after the limit of a form: each input is kept as far as it is short, so that one that is far
//! too long does not push out those that come after it.

/// What each input is counted for beside its own length.
const OVERHEAD: usize = 64;

/// An input as it stands in the body, or its beginning.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Piece {
    pub bytes: Vec<u8>,
    pub is_cut: bool,
}

pub(super) struct Rest<'d> {
    /// What stands between two inputs.
    delimiter: &'d [u8],
    pieces: Vec<Piece>,
    /// The one that is being read.
    piece: Piece,
    /// The last that was read, where a delimiter may have begun.
    held: Vec<u8>,
    /// So much is kept of one input …
    short: usize,
    /// … and of all.
    room: usize,
    is_lost: bool,
}

impl<'d> Rest<'d> {
    /// Takes over the input at the end of `head`, which begins at `from` and goes on past the limit.
    pub fn after(head: &mut Vec<u8>, from: usize, delimiter: &'d [u8]) -> Self {
        let limit = head.len();
        let mut bytes = head.split_off(from.min(limit));
        let open = bytes.split_off((bytes.len() + 1).saturating_sub(delimiter.len()));
        // What came within the limit stays, however long it is.
        let room = limit + bytes.len() + OVERHEAD;
        let piece = Piece { bytes, is_cut: false };
        let short = limit / 4;
        Self { delimiter, pieces: Vec::new(), piece, held: open, short, room, is_lost: false }
    }

    pub fn take(&mut self, bytes: &[u8]) {
        let mut held = std::mem::take(&mut self.held);
        held.extend_from_slice(bytes);
        let mut rest = &held[..];
        while let Some(at) = position(rest, self.delimiter) {
            self.keep(&rest[..at]);
            self.end_piece();
            rest = &rest[at + self.delimiter.len()..];
        }
        let (sure, open) = rest.split_at((rest.len() + 1).saturating_sub(self.delimiter.len()));
        self.keep(sure);
        self.held = open.to_vec();
    }

    /// The inputs, and whether there were some of which nothing is kept. Is `whole` the last of them, or
    /// was it broken off?
    pub fn finish(mut self, whole: bool) -> (Vec<Piece>, bool) {
        let held = std::mem::take(&mut self.held);
        self.keep(&held);
        self.piece.is_cut |= !whole;
        self.end_piece();
        (self.pieces, self.is_lost)
    }

    fn keep(&mut self, bytes: &[u8]) {
        let room = self.short.saturating_sub(self.piece.bytes.len());
        let kept = &bytes[..bytes.len().min(room)];
        self.piece.bytes.extend_from_slice(kept);
        self.piece.is_cut |= kept.len() < bytes.len();
    }

    fn end_piece(&mut self) {
        let piece = std::mem::take(&mut self.piece);
        if piece.bytes.is_empty() {
            self.is_lost |= piece.is_cut;
            return;
        }
        match self.room.checked_sub(piece.bytes.len() + OVERHEAD) {
            Some(room) => {
                self.room = room;
                self.pieces.push(piece);
            }
            None => self.is_lost = true,
        }
    }
}

/// Where `needle`, which is not empty, stands first.
pub(super) fn position(text: &[u8], needle: &[u8]) -> Option<usize> {
    let first = needle.first()?;
    let mut from = 0;
    while let Some(at) = text[from..].iter().position(|byte| byte == first) {
        if text[from + at..].starts_with(needle) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}

/// Where what comes after the last `needle` begins.
pub(super) fn after_last(text: &[u8], needle: &[u8]) -> Option<usize> {
    let at = text.windows(needle.len()).rposition(|window| window == needle)?;
    Some(at + needle.len())
}
