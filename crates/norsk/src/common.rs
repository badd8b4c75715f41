//! Words too common to search for, in the four languages of the site.

/// Whether a [`normal`](crate::normal) word says nothing by itself: articles, pronouns,
/// prepositions, question words. «Ikke» is not among them: «virket ikke» means something.
///
/// ```
/// assert!(norsk::is_common("hvordan"));
/// assert!(!norsk::is_common("ikke"));
/// ```
pub fn is_common(normal: &str) -> bool {
    // Most words are longer than any of these.
    normal.len() <= LONGEST && COMMON.binary_search(&normal).is_ok()
}

const LONGEST: usize = {
    let (mut at, mut longest) = (0, 0);
    while at < COMMON.len() {
        if COMMON[at].len() > longest {
            longest = COMMON[at].len();
        }
        at += 1;
    }
    longest
};

/// In order of bytes, for the search above; a test holds it.
pub(crate) const COMMON: [&str; 222] = [
    "a", "an", "and", "are", "at", "av", "bare", "be", "because", "been", "berre", "blant", "ble",
    "blei", "blev", "bli", "blir", "blitt", "both", "but", "by", "da", "de", "deg", "dei", "deira",
    "dem", "den", "denne", "der", "deres", "dess", "desse", "det", "dette", "di", "did", "din",
    "disse", "ditt", "do", "does", "dykk", "eg", "ei", "ein", "eit", "eller", "en", "enda", "enn",
    "ennå", "er", "et", "etter", "fekk", "fikk", "for", "fordi", "fra", "frå", "fyrst", "få",
    "får", "gjennom", "gjer", "gjere", "gjør", "gjøre", "går", "ha", "hadde", "han", "hans", "har",
    "heite", "heiter", "hennar", "henne", "hennes", "her", "heter", "hjå", "ho", "hos", "hun",
    "hva", "hvem", "hver", "hvilke", "hvilken", "hvilket", "hvis", "hvor", "hvordan", "hvorfor",
    "hvorvidt", "i", "in", "into", "is", "it", "its", "ja", "jeg", "jo", "kalla", "kalles", "kalt",
    "kan", "kjem", "kommer", "kor", "korleis", "kun", "kunne", "kva", "kvar", "kven", "kvens",
    "kvifor", "ligg", "ligger", "man", "med", "medan", "meg", "meir", "mellom", "men", "mens",
    "mer", "mest", "min", "mitt", "more", "mot", "mye", "mykje", "må", "måtte", "nei", "noe",
    "noen", "noko", "nokon", "nokre", "nå", "når", "of", "og", "også", "om", "on", "or", "oss",
    "på", "same", "samme", "se", "seg", "sei", "si", "sin", "sine", "sitt", "skal", "skulle",
    "slik", "som", "such", "svært", "så", "than", "that", "the", "their", "them", "then", "there",
    "these", "they", "this", "those", "til", "to", "ut", "var", "vart", "ved", "veldig", "vera",
    "vere", "vert", "verte", "vi", "vil", "ville", "vore", "vorte", "være", "vært", "was", "we",
    "were", "what", "when", "where", "which", "while", "who", "whom", "whose", "why", "will",
    "with", "would", "you", "your", "å", "åt", "òg",
];
