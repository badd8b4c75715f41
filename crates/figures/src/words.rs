//! What months, weeks and parts of years are called, in bokmål, nynorsk and English.

/// Three letters are enough.
const MONTHS: [&[&str]; 12] = [
    &["januar", "january"],
    &["februar", "february"],
    &["mars", "march"],
    &["april"],
    &["mai", "may"],
    &["juni", "june"],
    &["juli", "july"],
    &["august"],
    &["september"],
    &["oktober", "october"],
    &["november"],
    &["desember", "december"],
];

/// In Northern Sámi, said in full.
const SAMI: [&str; 12] = [
    "ođđajagimánnu",
    "guovvamánnu",
    "njukčamánnu",
    "cuoŋománnu",
    "miessemánnu",
    "geassemánnu",
    "suoidnemánnu",
    "borgemánnu",
    "čakčamánnu",
    "golggotmánnu",
    "skábmamánnu",
    "juovlamánnu",
];

/// The first of each is as it is called; days may be said beside a date.
const DAYS: [&str; 26] = [
    "mandag", "måndag", "tirsdag", "tysdag", "onsdag", "torsdag", "fredag", "lørdag", "laurdag",
    "søndag", "sundag", "man", "ons", "fre", "tor", "tir", "tys", "lør", "lau", "søn", "mon",
    "tue", "wed", "thu", "fri", "sat",
];

const ORDINALS: [(&str, u32); 13] = [
    ("første", 1),
    ("fyrste", 1),
    ("first", 1),
    ("andre", 2),
    ("annet", 2),
    ("second", 2),
    ("tredje", 3),
    ("third", 3),
    ("fjerde", 4),
    ("fourth", 4),
    ("ii", 2),
    ("iii", 3),
    ("iv", 4),
];

/// A word that says what a number beside it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    Month(u8),
    /// «M» of Statistics Norway, «mnd».
    MonthSign,
    Quarter,
    Tertial,
    Half,
    Week,
    Year,
    Ordinal(u32),
    /// Says nothing more: «mandag», «den».
    Filler,
}

/// The number of a month, by its name or the beginning of it.
///
/// ```
/// assert_eq!(figures::words::month("sept"), Some(9));
/// assert_eq!(figures::words::month("ma"), None);
/// ```
pub fn month(word: &str) -> Option<u8> {
    let is_so = |names: &&[&str]| {
        word.chars().count() >= 3 && names.iter().any(|name| name.starts_with(word))
    };
    let norwegian = (1..).zip(MONTHS.iter()).find(|(_, names)| is_so(names));
    let sami = || (1..).zip(SAMI).find(|(_, name)| *name == word).map(|(number, _)| number);
    norwegian.map(|(number, _)| number).or_else(sami)
}

/// A word in small letters that is a slip for the name of a month: «janaur», «marts».
pub(crate) fn is_nearly_month(word: &str) -> bool {
    let letters = word.chars().count();
    let most = if letters < 7 { 1 } else { 2 };
    letters >= 4
        && MONTHS.iter().flat_map(|names| names.iter()).any(|name| {
            name.chars().next() == word.chars().next()
                && norsk::distance(name, word, most).is_some()
        })
}

/// A day of the week, in small letters.
pub(crate) fn is_weekday(word: &str) -> bool {
    DAYS.contains(&word)
}

/// What the month of this number is called.
pub(crate) fn month_name(number: u8) -> Option<&'static str> {
    MONTHS.get(usize::from(number.checked_sub(1)?))?.first().copied()
}

/// What a word in small letters says.
pub(crate) fn word(word: &str) -> Option<Word> {
    if let Some(month) = month(word) {
        return Some(Word::Month(month));
    }
    if let Some((_, number)) = ORDINALS.iter().find(|(name, _)| *name == word) {
        return Some(Word::Ordinal(*number));
    }
    Some(match word {
        "m" | "mnd" | "måned" | "månad" | "month" | "mánnu" => Word::MonthSign,
        "k" | "q" | "kv" | "kvt" | "kvart" | "kvartal" | "kvartalet" | "quarter" => Word::Quarter,
        "t" | "tert" | "tertial" | "tertialet" | "tertialen" => Word::Tertial,
        "h" | "halvår" | "halvåret" | "half" => Word::Half,
        "u" | "w" | "v" | "uke" | "uka" | "uken" | "veke" | "veka" | "week" | "wk" | "vahkku" => {
            Word::Week
        }
        "år" | "året" | "year" => Word::Year,
        "den" | "d" | "i" | "of" | "the" | "th" | "st" | "nd" | "rd" | "kl" | "nr" => Word::Filler,
        day if is_weekday(day) => Word::Filler,
        _ => return None,
    })
}

/// Years of two digits are of this century until here.
const CENTURY: i32 = 70;

/// The year that people mean by two digits, or by four.
pub fn full_year(number: u32, digits: usize) -> Option<i32> {
    let number = i32::try_from(number).ok()?;
    match digits {
        2 if number < CENTURY => Some(2000 + number),
        2 => Some(1900 + number),
        4 if (1800..=2199).contains(&number) => Some(number),
        _ => None,
    }
}

/// Rows that add up what stands in the others, or say what is aimed at, in small letters.
pub(crate) fn is_total(text: &str) -> bool {
    const TOTALS: [&str; 24] = [
        "sum",
        "summer",
        "total",
        "totalt",
        "totalsum",
        "i alt",
        "ialt",
        "til sammen",
        "tilsammen",
        "snitt",
        "gjennomsnitt",
        "gj.snitt",
        "gj.sn.",
        "gjsnitt",
        "average",
        "grand total",
        "median",
        "mål",
        "måltall",
        "hittil",
        "hittil i år",
        "delsum",
        "samla",
        "samlet",
    ];
    let text = text.trim().trim_end_matches([':', '.']).to_lowercase();
    let with_year = |total: &&str| {
        let rest = text.strip_prefix(*total);
        rest.is_some_and(|rest| {
            rest.is_empty()
                || rest.starts_with([' ', ':'])
                    && rest.chars().all(|c| c.is_ascii_digit() || " :-–/".contains(c))
        })
    };
    TOTALS.iter().any(with_year)
        || ["sum ", "totalt ", "snitt ", "gjennomsnitt "].iter().any(|one| text.starts_with(one))
}
