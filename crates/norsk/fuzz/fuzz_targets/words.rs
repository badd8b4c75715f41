//! Any text: no panic, nothing lost when words are taken apart, folding twice is folding once.
#![no_main]

use libfuzzer_sys::fuzz_target;
use norsk::compound::{Nothing, split};
use norsk::forms::{bridged, root, stem};

fuzz_target!(|text: &str| {
    for span in norsk::tokens::spans(text) {
        let word = norsk::normal(&text[span.from..span.to]);
        let folded = norsk::fold(&word);
        assert_eq!(norsk::fold(&folded), folded);
        let _ = root(&bridged(&stem(&word)));
        let atoms = split(&word, &Nothing);
        let whole: String = atoms.iter().map(|atom| &word[atom.range.clone()]).collect();
        assert!(atoms.is_empty() || whole == word);
    }
    let _ = norsk::sort_key(text);
    let _ = norsk::identity::look_alikes(text);
    let _ = (text.parse::<norsk::Isbn>(), text.parse::<norsk::Issn>(), text.parse::<norsk::Doi>());
    let _ = text.parse::<norsk::OrganisationNumber>();
});
