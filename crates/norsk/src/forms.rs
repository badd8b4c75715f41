//! Which words are forms of one word: endings of bokmål and nynorsk taken together, and the bridge between them.
//!
//! A word's language is not asked for. Endings that only one of the languages has are taken off in
//! both, and a word that the other spells differently meets it in [`bridged`]. What comes out is
//! something to compare by, not a word.

use crate::is_common;
use crate::lexicon::lexicon;
use crate::ordbank::ordbank;

/// Endings of nouns, adjectives and verbs, the longest first.
const ENDINGS: [&str; 34] = [
    "enes", "anes", "ande", "ende", "erne", "este", "aste", "ane", "ene", "ens", "ets", "ers",
    "ars", "ede", "ete", "ast", "est", "ere", "are", "ne", "en", "et", "er", "ar", "as", "es",
    "te", "de", "a", "e", "t", "d", "s", "r",
];

/// Endings that need no help from the lexicon.
const SURE: [&str; 30] = [
    "erte", "erer", "enes", "anes", "ande", "ende", "erne", "este", "aste", "ane", "ene", "ens",
    "ets", "ers", "ars", "ede", "ete", "ast", "est", "ert", "en", "et", "er", "ar", "as", "es",
    "ne", "a", "e", "s",
];

/// Endings that many words have by themselves: «kontrovers», «webinar», «barometer», «dilemma».
const LIKE_ENDINGS: [&str; 13] =
    ["ers", "ars", "ens", "ets", "as", "es", "ast", "est", "er", "ar", "et", "a", "s"];

/// What all inflected forms of a [`normal`](crate::normal) word have in common.
///
/// A word of the lexicon is known by its lemma, also when its form is irregular. Other words lose
/// their ending by rule.
///
/// ```
/// use norsk::forms::stem;
///
/// assert_eq!(stem("sykehjemmene"), stem("sykehjem"));
/// assert_eq!(stem("føtter"), stem("fot"));
/// assert_eq!(stem("heimane"), stem("heimen"));
/// assert_ne!(stem("demens"), stem("dem"));
/// ```
pub fn stem(normal: &str) -> String {
    if let Some(stem) = known(normal) {
        return stem;
    }
    let stem = by_rule(normal);
    // A misspelt «demmens» is no form of «dem».
    if is_common(&stem) { normal.to_owned() } else { stem }
}

/// Whether the shipped lexicon has this [`normal`](crate::normal) word, in this or another form.
///
/// ```
/// use norsk::forms::is_known;
///
/// assert!(is_known("sykehjemmene"));
/// assert!(!is_known("sykejhem"));
/// ```
pub fn is_known(normal: &str) -> bool {
    known(normal).is_some()
}

/// Whether the dictionary has the word just as it stands: names of places are not in it, but for those
/// that are words as well.
///
/// ```
/// use norsk::forms::is_lemma;
///
/// assert!(is_lemma("time") && is_lemma("strand"));
/// assert!(!is_lemma("oslo") && !is_lemma("bergen"));
/// ```
pub fn is_lemma(normal: &str) -> bool {
    ordbank().has(normal)
}

/// The stem when the lexicon has the word in this or another form.
fn known(word: &str) -> Option<String> {
    known_to_lexicon(word).or_else(|| by_ordbank(word)).or_else(|| prefixed(word))
}

/// «utlevert» is a form of «utlevere» as «levert» is one of «levere».
fn prefixed(word: &str) -> Option<String> {
    PREFIXES.iter().find_map(|prefix| {
        let rest = word.strip_prefix(prefix).filter(|rest| rest.chars().count() >= 5)?;
        let stem = known_to_lexicon(rest).or_else(|| by_ordbank(rest))?;
        Some(format!("{prefix}{stem}"))
    })
}

/// What a word says again, over, under, wrongly or not at all: «gjeninnleggelse» has «innleggelse» in it,
/// and «urolig» «rolig». Empty for most words, and for those that only look so. In bytes.
///
/// ```
/// use norsk::forms::after_prefix;
///
/// assert_eq!(after_prefix("overmedisinering"), Some("medisinering"));
/// assert_eq!(after_prefix("uønsket"), Some("ønsket"));
/// assert_eq!(after_prefix("overfall"), None);
/// assert_eq!(after_prefix("ulykke"), None);
/// ```
pub fn after_prefix(normal: &str) -> Option<&str> {
    const PREFIXES: [&str; 6] = ["gjen", "mis", "over", "under", "feil", "u"];
    const OF_ADJECTIVES: [&str; 9] = ["ig", "ige", "leg", "lege", "et", "t", "te", "bar", "som"];
    if is_whole(normal) {
        return None;
    }
    let is_word = |word: &str| known_to_lexicon(word).is_some() || by_ordbank(word).is_some();
    // «avrusning» and «mellomsamling»; short words after these are mostly others, as in «utslag».
    let longer = PARTICLES.iter().find_map(|prefix| {
        let rest = normal.strip_prefix(prefix).filter(|rest| rest.chars().count() >= 6)?;
        (stem(rest).chars().count() >= 6 && is_word(rest)).then_some(rest)
    });
    longer.or_else(|| {
        PREFIXES.iter().find_map(|prefix| {
            let rest = normal.strip_prefix(prefix).filter(|rest| rest.chars().count() >= 5)?;
            let fits = match *prefix {
                "u" => OF_ADJECTIVES.iter().any(|ending| rest.ends_with(ending)),
                _ => true,
            };
            let of_verb =
                || rest.strip_suffix("ing").is_some_and(|base| is_word(&format!("{base}e")));
            (fits && (is_word(rest) || of_verb())).then_some(rest)
        })
    })
}

const PARTICLES: [&str; 13] =
    ["av", "etter", "for", "fra", "før", "inn", "mellom", "ned", "om", "opp", "på", "til", "ut"];

/// Marked in the lexicon as having a meaning of its own.
fn is_whole(word: &str) -> bool {
    let lemma = lemma(word);
    lemma.and_then(|lemma| lexicon().place_of(&lemma)).is_some_and(|place| place.whole)
}

/// What stands before a verb or what is made from one, and changes nothing about its forms.
pub(crate) const PREFIXES: [&str; 22] = [
    "av", "be", "for", "fra", "gjen", "igjen", "inn", "med", "mis", "ned", "om", "opp", "over",
    "på", "re", "sammen", "saman", "til", "u", "under", "ut", "ved",
];

/// The stem when the lexicon has the word in this or another form.
pub(crate) fn known_to_lexicon(word: &str) -> Option<String> {
    let lexicon = lexicon();
    if lexicon.place_of(word).is_none() {
        if let Some(stem) = lexicon.form(word) {
            return Some(stem.to_owned());
        }
        // «More» is no form of «mor».
        if is_common(word) {
            return Some(word.to_owned());
        }
    }
    // What is too common to be looked for is no form of anything else.
    let lemma = lemma(word).filter(|lemma| lemma == word || !is_common(lemma))?;
    Some(shorten(&lemma).to_owned())
}

/// The word of the dictionary that this is a form of.
pub(crate) fn lemma_by_ordbank(word: &str) -> Option<String> {
    let ordbank = ordbank();
    if ordbank.has(word) {
        return Some(word.to_owned());
    }
    if let Some(lemma) = ordbank.form(word) {
        return Some(lemma.to_owned());
    }
    inflected(word, |candidate| ordbank.has(candidate))
}

/// The stem when the dictionary has the word in this or another form.
fn by_ordbank(word: &str) -> Option<String> {
    let lemma = lemma_by_ordbank(word)?;
    // «varer» are many of a «vare», which is no «var».
    let short = shorten(&lemma);
    Some(if is_common(short) { lemma } else { short.to_owned() })
}

/// The lemma in the lexicon that the word is a regular form of.
pub(crate) fn lemma(word: &str) -> Option<String> {
    let lexicon = lexicon();
    let has = |candidate: &str| lexicon.place_of(candidate).is_some();
    if let Some(place) = lexicon.place_of(word) {
        // «sikkerhets-» is «sikkerhet» with the letter that links it to the next.
        let has_base = |base: &&str| !place.last && (has(base) || ordbank().has(base));
        let base = word.strip_suffix('s').filter(has_base);
        return Some(base.unwrap_or(word).to_owned());
    }
    // No word ends in two m.
    if let Some(single) =
        word.strip_suffix('m').filter(|single| single.ends_with('m') && has(single))
    {
        return Some(single.to_owned());
    }
    // The shortest ending first: «pleierne» is a form of «pleier» before it is one of «pleie».
    for ending in ENDINGS.iter().rev() {
        let Some(base) = word.strip_suffix(ending) else { continue };
        if base.len() < 2 {
            continue;
        }
        // «fals» is no genitive of «fal», nor «alt» the neuter of «al».
        if ending.len() > 1 || base.chars().count() > 3 {
            match lexicon.place_of(base) {
                // «forebygg-» alone is only a beginning; the word is «forebygge».
                None => {}
                Some(place) if place.last || !has(&format!("{base}e")) => {
                    return Some(base.to_owned());
                }
                Some(_) if ending.len() == 1 && !matches!(*ending, "a" | "e") => {}
                Some(_) => return Some(format!("{base}e")),
            }
            if let Some(single) = base.strip_suffix("mm").map(|rest| format!("{rest}m"))
                && has(&single)
            {
                return Some(single);
            }
        }
        if matches!(*ending, "t" | "r") && !matches!(base.chars().next_back(), Some('e' | 'a')) {
            continue;
        }
        if !matches!(*ending, "t" | "d" | "s" | "r") {
            // «forebyggjande» is a form of «forebygge».
            if let Some(front) = base.strip_suffix('j').filter(|front| front.ends_with(['g', 'k']))
                && has(&format!("{front}e"))
            {
                return Some(format!("{front}e"));
            }
            let whole = format!("{base}e");
            if has(&whole) {
                return Some(whole);
            }
            if let Some(whole) = unfolded(base).filter(|whole| has(whole)) {
                return Some(whole);
            }
            if let Some(whole) = doubled(base).filter(|whole| has(whole)) {
                return Some(whole);
            }
        }
    }
    None
}

/// The word that this one is a regular form of, among those that `has` knows; the shortest ending
/// first, as in [`lemma`].
fn inflected(word: &str, has: impl Fn(&str) -> bool) -> Option<String> {
    for ending in ENDINGS.iter().rev() {
        let Some(base) = word.strip_suffix(ending) else { continue };
        let letters = base.chars().count();
        if letters < 2 {
            continue;
        }
        let single = base.strip_suffix("mm").map(|rest| format!("{rest}m"));
        if ending.len() > 1 || letters > 3 {
            if has(base) {
                return Some(base.to_owned());
            }
            if let Some(single) = single.filter(|single| has(single)) {
                return Some(single);
            }
        }
        if matches!(*ending, "t" | "d" | "s" | "r") {
            continue;
        }
        let hard = base.strip_suffix('j').filter(|front| front.ends_with(['g', 'k']));
        let hard = hard.map(|front| format!("{front}e"));
        let whole = Some(format!("{base}e")).filter(|_| letters > 2 || ending.len() < 3);
        let candidates = [hard, whole, unfolded(base), doubled(base)];
        if let Some(found) = candidates.into_iter().flatten().find(|word| has(word)) {
            return Some(found);
        }
    }
    None
}

/// «sentr» from «sentre» is «senter», «gaml» is «gammel», «nøkl» is «nøkkel», «midl» is «middel».
fn unfolded(base: &str) -> Option<String> {
    let mut letters = base.chars().rev();
    let last = letters.next().filter(|c| matches!(c, 'l' | 'r' | 'n'))?;
    letters.next().filter(|c| is_consonant(*c))?;
    Some(format!("{}e{last}", &base[..base.len() - 1]))
}

fn doubled(base: &str) -> Option<String> {
    let last = base.chars().next_back().filter(|c| matches!(c, 'l' | 'r' | 'n'))?;
    let front = &base[..base.len() - 1];
    let before = front.chars().next_back().filter(|c| is_consonant(*c))?;
    Some(format!("{front}{before}e{last}"))
}

fn by_rule(word: &str) -> String {
    let mut stem = word;
    if let Some((base, ending)) = stripped(word) {
        stem = base;
        // «forskerne» lost its -ne, «forskere» its -e: the -er is the same.
        let again = matches!(ending, "e" | "ne" | "ane" | "en" | "ene" | "s" | "es" | "ens" | "a");
        if again
            && let Some(base) = stem.strip_suffix("er").or_else(|| stem.strip_suffix("ar"))
            && base.chars().count() >= 4
            && is_stem(base)
        {
            stem = base;
        }
        // «kontrovers» loses what looks like an ending: then «kontroverser» does as well. What words are made
        // with is kept, for [`bridged`] and [`root`].
        while let Some((base, ending)) = stripped(stem) {
            let is_made = ["els", "het"].iter().any(|made| stem.ends_with(made));
            if is_made || !LIKE_ENDINGS.contains(&ending) {
                break;
            }
            stem = base;
        }
    }
    match stem.strip_suffix("mm") {
        Some(rest) => format!("{rest}m"),
        None => stem.to_owned(),
    }
}

fn stripped(word: &str) -> Option<(&str, &'static str)> {
    SURE.iter().find_map(|ending| {
        let base = word.strip_suffix(ending)?;
        let letters = base.chars().count();
        let fits = match *ending {
            // «nærhet» is «nær» with -het.
            "et" => letters >= 2 && !base.ends_with('h'),
            "s" => letters >= 4 && !base.ends_with(['s', 'i', 'u', 'y', 'k', 'x', 'z']),
            "ne" => base.ends_with("er") && letters >= 4,
            "ens" => letters >= 4 || (letters == 3 && base.chars().skip(1).all(is_consonant)),
            // «etablert» and «etablerer» are forms of «etablere»; «konsert» is a word.
            "ert" => letters >= 5,
            "erte" | "erer" | "ande" | "ende" | "este" | "aste" | "est" | "ast" | "as" | "es"
            | "ets" | "ers" | "ars" => letters >= 4,
            _ => letters >= 2,
        };
        (fits && is_stem(base) && base.len() * 2 >= word.len()).then_some((base, *ending))
    })
}

/// A stem has a vowel.
fn is_stem(base: &str) -> bool {
    base.chars().any(|c| !is_consonant(c))
}

fn is_consonant(c: char) -> bool {
    c.is_alphabetic()
        && !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'æ' | 'ø' | 'å' | 'ö' | 'ä' | 'é')
}

/// A lemma without its last -e, which its other forms do not keep.
pub(crate) fn shorten(lemma: &str) -> &str {
    match lemma.strip_suffix('e') {
        // «hjemme» is «hjem»: no word ends in two m.
        Some(base) if base.ends_with("mm") => &base[..base.len() - 1],
        Some(base) if base.chars().count() >= 2 && is_stem(base) => base,
        _ => lemma,
    }
}

/// A [`stem`] as both written languages have it.
///
/// Pairs come from a reviewed list; what is regular comes by rule: `kv-` is `hv-`, `-kj-` and
/// `-gj-` inside a word are `-k-` and `-g-`, `-leg` is `-lig`, `-heit` is `-het`, `føre-` is `fore-`,
/// `-semd` is `-somhet`.
///
/// ```
/// use norsk::forms::{bridged, stem};
///
/// let same = |a, b| bridged(&stem(a)) == bridged(&stem(b));
/// assert!(same("sjukeheimane", "sykehjemmene"));
/// assert!(same("ikkje", "ikke"));
/// assert!(same("alvorleg", "alvorlige"));
/// assert!(same("merkje", "merker"));
/// assert!(!same("heim", "hjerne"));
/// ```
pub fn bridged(stem: &str) -> String {
    if let Some(same) = lexicon().same(stem) {
        return same.to_owned();
    }
    // «køyring» is to «køyre» what «kjøring» is to «kjøre».
    let made = ["ing", "er", "bar"].iter().find_map(|ending| {
        let same = lexicon().same(stem.strip_suffix(ending)?)?;
        Some(format!("{same}{ending}"))
    });
    let mut out = made.unwrap_or_else(|| stem.to_owned());
    if let Some(rest) = out.strip_prefix("kv") {
        out = format!("hv{rest}");
    } else if let Some((ours, rest)) = FRONTS.iter().find_map(|(theirs, ours)| {
        let rest = out.strip_prefix(theirs).filter(|rest| rest.len() > 2)?;
        Some((ours, rest))
    }) {
        out = format!("{ours}{rest}");
    }
    bridge_ending(&mut out);
    if harden(&mut out) {
        // «legj» has become «leg».
        bridge_ending(&mut out);
    }
    match lexicon().same(&out) {
        Some(same) => same.to_owned(),
        None => out,
    }
}

/// How words begin in nynorsk and in bokmål.
const FRONTS: [(&str, &str); 7] = [
    ("føre", "fore"),
    ("saman", "sammen"),
    ("eigen", "egen"),
    ("sjølv", "selv"),
    ("utan", "uten"),
    ("innan", "innen"),
    ("gjenom", "gjennom"),
];

fn bridge_ending(out: &mut String) {
    if out.ends_with("løys") {
        // «søvnløyse».
        out.replace_range(out.len() - "løys".len().., "løshet");
    }
    // «nærleik», where bokmål has the word; no «barneleik».
    if let Some(base) = out.strip_suffix("leik") {
        let ours = format!("{base}het");
        if ordbank().has(&ours) || lexicon().place_of(&ours).is_some() {
            *out = ours;
        }
    }
    for (theirs, ours) in [("leg", "lig"), ("heit", "het"), ("semd", "somhet")] {
        // «fastlege» is a «lege», not something like «farleg».
        let is_lege = theirs == "leg" && lexicon().place_of(&format!("{out}e")).is_some();
        if let Some(base) = out.strip_suffix(theirs)
            && base.chars().count() >= 2
            && !is_lege
        {
            *out = format!("{base}{ours}");
        }
    }
}

/// `kj` and `gj` within a word lose their `j`, each of them: what is left holds none that would go
/// the next time. Tells whether there was any.
fn harden(out: &mut String) -> bool {
    let long = out.len();
    for (theirs, ours) in [("kj", "k"), ("gj", "g")] {
        while let Some(at) = out.rfind(theirs).filter(|at| *at > 0) {
            out.replace_range(at..at + theirs.len(), ours);
        }
    }
    out.len() < long
}

/// What a [`bridged`] stem has in common with the words made from it: `måling` and `måle`,
/// `undersøkelse`, `undersøking` and `undersøke`, `sikker` and `sikkerhet`. Looser than [`stem`].
///
/// ```
/// use norsk::forms::{bridged, root, stem};
///
/// let root_of = |word| root(&bridged(&stem(word)));
/// assert_eq!(root_of("undersøkelsen"), root_of("undersøkingar"));
/// assert_eq!(root_of("forskning"), root_of("forsker"));
/// assert_eq!(root_of("registrering"), root_of("registrerer"));
/// ```
pub fn root(bridged: &str) -> String {
    let Some((base, ending)) = derived(bridged) else { return bridged.to_owned() };
    match ending {
        "ning" => {
            // «trening» is what one does who «trener», «blødning» what one does who «blør».
            let whole = format!("{base}ne");
            let is_verb = ordbank().has(&whole) || lexicon().place_of(&whole).is_some();
            if is_verb { format!("{base}n") } else { base.to_owned() }
        }
        // «epileptisk» and «epilepsi», «psykotisk» and «psykose».
        "isk" | "iker" => match base.strip_suffix('t') {
            Some(front)
                if front.chars().count() >= 4
                    && (has_sibling(front, "si") || has_sibling(front, "se")) =>
            {
                format!("{front}s")
            }
            _ => base.to_owned(),
        },
        _ => base.to_owned(),
    }
}

fn has_sibling(front: &str, ending: &str) -> bool {
    let other = format!("{front}{ending}");
    ordbank().has(&other) || lexicon().place_of(&other).is_some()
}

/// What is left without the ending that makes one word from another, and that ending.
fn derived(bridged: &str) -> Option<(&str, &'static str)> {
    const ENDINGS: [(&str, usize); 18] = [
        ("asjon", 3),
        ("ering", 3),
        ("ning", 3),
        ("aktig", 3),
        ("isme", 4),
        ("iker", 4),
        ("else", 3),
        ("els", 3),
        ("ism", 4),
        ("ist", 4),
        // «samisk» has nothing to do with «samme».
        ("isk", 4),
        ("ing", 3),
        ("het", 3),
        ("lig", 3),
        ("løs", 3),
        ("er", 3),
        ("ar", 3),
        ("i", 5),
    ];
    let found = ENDINGS.iter().find_map(|(ending, least)| {
        let base = bridged.strip_suffix(ending)?;
        (base.chars().count() >= *least && is_stem(base)).then_some((base, *ending))
    });
    // «demens» and «dement», «inkontinens» and «inkontinent».
    found.or_else(|| {
        let base = bridged.strip_suffix(['s', 't'])?;
        let is_such = base.ends_with("en") && base.chars().count() >= 5;
        is_such.then_some((base, "s"))
    })
}

/// Whether two [`bridged`] stems share a subject by the reviewed list: `norge` and `norsk`.
pub fn are_related(a: &str, b: &str) -> bool {
    let (a, b) = (lexicon().related(a), lexicon().related(b));
    a.iter().any(|group| b.contains(group))
}

/// The groups of the reviewed list that a [`bridged`] stem is in; words that share one share a
/// subject.
pub fn subjects(bridged: &str) -> &'static [u16] {
    lexicon().related(bridged)
}
