//! What a word can be looked up by: its forms, both written languages, its root, its parts.
use std::ops::Range;

use norsk::compound::{Vocabulary, pieces, split};
use norsk::forms::{after_prefix, bridged, root, stem, subjects};

/// Raised when the rules that make keys change; words kept on disk are then looked at again.
pub(super) const EDITION: u64 = 4;

/// A way to look a word up. A key that would only repeat another is not made, so who looks in one
/// layer looks in those that [`Layer::with`] names as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Layer {
    /// [`norsk::spellings`].
    Folded,
    /// [`Layer::Bridge`] with its letters folded, for words written without æ, ø and å.
    Loose,
    /// [`norsk::forms::stem`].
    Form,
    /// [`norsk::forms::bridged`], for a compound of all its parts.
    Bridge,
    /// [`norsk::forms::root`].
    Root,
    /// A part of a compound, by its bridged stem.
    Part,
    PartRoot,
    /// [`norsk::forms::subjects`].
    Subject,
    /// A part of a word that is taken for one, or of a part: [`norsk::compound::pieces`].
    Piece,
}

impl Layer {
    /// The layers that hold the words of this one.
    pub(super) const fn with(self) -> &'static [Self] {
        match self {
            Self::Bridge => &[Self::Bridge, Self::Form],
            Self::Loose => &[Self::Loose, Self::Bridge, Self::Form],
            Self::Root => &[Self::Root, Self::Bridge, Self::Form],
            Self::PartRoot => &[Self::PartRoot, Self::Part],
            Self::Folded => &[Self::Folded],
            Self::Form => &[Self::Form],
            Self::Part => &[Self::Part],
            Self::Subject => &[Self::Subject],
            Self::Piece => &[Self::Piece],
        }
    }
}

/// All that a word can be looked up by, with the bytes of it that the key stands for.
pub(super) fn keys(
    word: &str,
    words: &impl Vocabulary,
    mut found: impl FnMut(Layer, &str, (usize, usize)),
) {
    let whole = (0, word.len());
    for spelling in norsk::spellings(word) {
        if spelling != word {
            found(Layer::Folded, &spelling, whole);
        }
    }
    let form = stem(word);
    found(Layer::Form, &form, whole);
    let atoms = split(word, words);
    if atoms.is_empty() {
        let both = bridged(&form);
        as_a_whole(&form, &both, |layer, key| found(layer, key, whole));
        for subject in subjects(&both) {
            found(Layer::Subject, &subject.to_string(), whole);
        }
    }
    if atoms.is_empty()
        && let Some(rest) = after_prefix(word)
    {
        let key = bridged(&stem(rest));
        let range = (word.len() - rest.len(), word.len());
        let by_root = root(&key);
        if by_root != key {
            found(Layer::PartRoot, &by_root, range);
        }
        found(Layer::Part, &key, range);
    }
    // «utskrivningsklar» is one word, and tells of both its parts.
    let whole_range = 0..word.len();
    let ones: Vec<Range<usize>> = if atoms.is_empty() {
        vec![whole_range]
    } else {
        atoms.iter().map(|atom| atom.range.start..atom.range.end - atom.link).collect()
    };
    for one in ones {
        for piece in pieces(&word[one.clone()]) {
            let range = (one.start + piece.range.start, one.start + piece.range.end - piece.link);
            found(Layer::Piece, &piece.key, range);
            let by_root = root(&piece.key);
            if by_root != piece.key {
                found(Layer::Piece, &by_root, range);
            }
        }
    }
    for from in 0..atoms.len() {
        for to in from + 1..=atoms.len() {
            let key = joined(atoms[from..to].iter().map(|atom| atom.key.as_str()));
            let last = &atoms[to - 1];
            let range = (atoms[from].range.start, last.range.end - last.link);
            if range == whole {
                as_a_whole(&form, &key, |layer, key| found(layer, key, whole));
                continue;
            }
            let by_root = root(&key);
            if by_root != key {
                found(Layer::PartRoot, &by_root, range);
            }
            found(Layer::Part, &key, range);
        }
    }
}

fn as_a_whole(form: &str, both: &str, mut found: impl FnMut(Layer, &str)) {
    if both != form {
        found(Layer::Bridge, both);
    }
    let loose = norsk::fold(both);
    if loose != both {
        found(Layer::Loose, &loose);
    }
    let root = root(both);
    if root != both {
        found(Layer::Root, &root);
    }
}

/// One key for parts side by side.
pub(super) fn joined<'a>(keys: impl Iterator<Item = &'a str>) -> String {
    let mut all = String::new();
    for key in keys {
        if !all.is_empty() {
            all.push('+');
        }
        all.push_str(key);
    }
    all
}

/// The same in every build, since it is kept on disk.
pub(super) fn hashed(layer: Layer, key: &str) -> u64 {
    fnv(fnv(0xcbf2_9ce4_8422_2325, &[layer as u8]), key.as_bytes())
}

/// FNV-1a, from where another left off.
pub(super) fn fnv(so_far: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(so_far, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
