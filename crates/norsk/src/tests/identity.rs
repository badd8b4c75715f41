//! What looks like an identity number, however it is written; and what does not, so that few are told of
//! numbers that are nobody's.

use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::digits;
use crate::identity::{found, look_alikes, looks_like, masked};

/// What the tax authority lists as synthetic or as of the kind first given out in 2032, so that no
/// living person's number stands here. <https://github.com/Skatteetaten/folkeregisteret-api-dokumentasjon>
const SAMPLES: [&str; 6] =
    ["30108299939", "30908299902", "03851598730", "55102499947", "41819077906", "41819077302"];

#[test]
fn the_tax_authoritys_samples_are_found() {
    for sample in SAMPLES {
        assert_eq!(look_alikes(sample).first(), Some(&(0..11)), "{sample}");
    }
}

/// Texts and what is found in them, by what they are about. The browser's script is held to the same
/// (`e2e/specs/masked-numbers.spec.ts`).
const CASES: &str = include_str!("../../data/identity.json");

#[test]
fn the_shared_cases_are_found_as_they_say() {
    let groups: serde_json::Value = serde_json::from_str(CASES).expect("the file is JSON");
    let mut wrong = Vec::new();
    for group in groups.as_array().expect("a list of groups") {
        for case in group["cases"].as_array().expect("a list of cases") {
            let text = case[0].as_str().expect("a text");
            let expected: Vec<&str> = case[1]
                .as_array()
                .expect("a list of numbers")
                .iter()
                .map(|digits| digits.as_str().expect("digits"))
                .collect();
            let all = found(text);
            let is_found = all.iter().map(|one| one.digits.as_str()).eq(expected.iter().copied());
            let is_masked = masked(text, '•', |_| false)
                .is_none_or(|masked| found(&masked).is_empty() && !masked.contains(expected[0]));
            if !is_found || !is_masked {
                wrong.push(format!("{}: {text:?}: {:?}", group["about"], look_alikes(text)));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_changed_last_digit_is_never_a_hit() {
    for sample in SAMPLES {
        let given: [u8; 11] = digits(sample, |_| false).expect("eleven digits");
        for last in (0..10).filter(|d| *d != given[10]) {
            let mut other = given;
            other[10] = last;
            assert!(!looks_like(other), "{other:?}");
        }
    }
}

/// Adds the two check digits of before 2032 to nine digits; none when either would be ten.
fn complete(nine: [u8; 9]) -> Option<[u8; 11]> {
    (0..10)
        .flat_map(|a| (0..10).map(move |b| (a, b)))
        .map(|(a, b)| {
            let mut all = [0; 11];
            all[..9].copy_from_slice(&nine);
            (all[9], all[10]) = (a, b);
            all
        })
        .find(|all| looks_like(*all))
}

#[test]
fn each_kind_of_date_counts_and_no_other() {
    // Some serial number completes each date; looked for rather than written out.
    let some = |six: [u8; 6]| {
        (0..=999_u16).any(|serial| {
            let mut nine = [0; 9];
            nine[..6].copy_from_slice(&six);
            for (place, part) in nine[6..].iter_mut().zip([serial / 100, serial / 10, serial]) {
                *place = (part % 10).to_le_bytes()[0];
            }
            complete(nine).is_some()
        })
    };
    for (six, counts) in [
        ([3, 1, 1, 2, 9, 9], true),
        ([7, 1, 1, 2, 9, 9], true),  // D: day + 40
        ([3, 1, 9, 2, 9, 9], true),  // synthetic: month + 80
        ([7, 1, 9, 2, 9, 9], true),  // synthetic D
        ([3, 1, 7, 7, 9, 9], true),  // synthetic: month + 65
        ([3, 1, 5, 2, 9, 9], true),  // H: month + 40
        ([9, 9, 9, 9, 9, 9], true),  // FH
        ([8, 0, 0, 0, 0, 0], true),  // FH
        ([2, 9, 0, 2, 0, 4], true),  // a leap year
        ([2, 9, 0, 2, 0, 0], true),  // 2000
        ([2, 9, 0, 2, 0, 1], false), // not a leap year in any century
        ([3, 1, 0, 4, 9, 9], false),
        ([0, 0, 0, 1, 9, 9], false),
        ([0, 1, 0, 0, 9, 9], false),
        ([0, 1, 1, 3, 9, 9], false),
        ([0, 1, 8, 0, 9, 9], false),
        ([0, 1, 9, 3, 9, 9], false),
        ([4, 0, 0, 1, 9, 9], false),
        ([7, 2, 0, 1, 9, 9], false),
    ] {
        assert_eq!(some(six), counts, "{six:?}");
    }
}

/// The figures in the documentation of [`crate::identity`], by a fixed sequence of chance.
#[test]
fn chance_hits() {
    let mut state: u64 = 2032;
    let mut next = || {
        // SplitMix64 (Steele, Lea and Flood, 2014).
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    };
    let (mut birth_or_d, mut synthetic, mut hospital, mut shared) = (0, 0, 0, 0);
    let (mut accounts, mut account_hits) = (0, 0);
    for _ in 0..1_000_000 {
        let mut rest = next();
        let all = [(); 11].map(|()| {
            let digit = (rest % 10).to_le_bytes()[0];
            rest /= 10;
            digit
        });
        let hit = looks_like(all);
        match (hit, all[0], all[2]) {
            (true, 8 | 9, _) => shared += 1,
            (true, _, 6..=9) => synthetic += 1,
            (true, _, 4 | 5) => hospital += 1,
            (true, ..) => birth_or_d += 1,
            _ => {}
        }
        let k2 = crate::weighted(&[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1], &all);
        if k2.is_multiple_of(11) {
            accounts += 1;
            account_hits += i32::from(hit);
        }
    }
    let percent = |n: i32, of: i32| f64::from(n) * 100.0 / f64::from(of);
    let all = 1_000_000;
    println!(
        "birth or D {:.3} %, synthetic {:.3} %, H {:.3} %, FH {:.3} %, accounts {:.1} %",
        percent(birth_or_d, all),
        percent(synthetic, all),
        percent(hospital, all),
        percent(shared, all),
        percent(account_hits, accounts)
    );
    assert!((0.22..0.26).contains(&percent(birth_or_d, all)));
    assert!((0.45..0.51).contains(&percent(synthetic, all)));
    assert!((0.22..0.26).contains(&percent(hospital, all)));
    assert!((0.63..0.69).contains(&percent(shared, all)));
    assert!((16.5..19.0).contains(&percent(account_hits, accounts)));
}

/// What may stand between two groups of a number.
const BETWEEN: [&str; 22] = [
    " ", "  ", ".", "-", "/", "\u{a0}", "\u{202f}", "\u{2009}", "\u{2013}", "\u{2014}", "\u{2011}",
    "\n", "\r\n", " - ", "&nbsp;", "&#160;", "&ndash;", "%20", "%C2%A0", "<br>", "-\n", " **",
];
/// What a reader does not see.
const UNSEEN: [&str; 12] = [
    "", "\u{200b}", "\u{ad}", "\u{200d}", "\u{feff}", "**", "`", "&shy;", "&#8203;", "<b>", "</i>",
    "%C2%AD",
];
/// Where each group ends, besides at the end.
const GROUPS: [&[usize]; 10] = [
    &[],
    &[6],
    &[2, 4, 6],
    &[6, 9],
    &[2, 4, 6, 9],
    &[3, 6, 9],
    &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    &[4, 8],
    &[5],
    &[8],
];

fn written(digit: char, how: usize) -> String {
    let value = digit.to_digit(10).expect("a digit");
    match how {
        0 => char::from_u32(0xff10 + value).expect("a letter").to_string(),
        1 => format!("&#{};", 48 + value),
        2 => format!("&#x{:x};", 48 + value),
        3 => format!("%3{value}"),
        4 => char::from_u32(0x660 + value).expect("a letter").to_string(),
        _ => digit.to_string(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn any_text_is_read_without_panic(
        text in "\\PC*|[0-9 .\u{a0}-]{0,60}|[0-9٠-٩１-９æø -]{0,40}|[0-9%&#;x<>*|\r\n -]{0,60}",
    ) {
        let mut end = 0;
        for one in found(&text) {
            prop_assert!(one.range.start >= end, "in order and apart");
            end = one.range.end;
            prop_assert_eq!(one.digits.len(), 11);
            prop_assert!(matches!(one.parts.len(), 11..=13));
        }
        if let Some(masked) = masked(&text, '•', |_| false) {
            prop_assert_ne!(&masked, &text);
        }
    }

    #[test]
    fn a_planted_number_is_always_found(
        before in "[^\\p{N}]{0,20}",
        after in "[^\\p{N}]{0,20}",
        n in 0..6_usize,
    ) {
        let text = format!("{before}{}{after}", SAMPLES[n]);
        prop_assert_eq!(look_alikes(&text), vec![before.len()..before.len() + 11]);
    }

    #[test]
    fn no_spelling_of_a_number_passes(
        n in 0..6_usize,
        groups in 0..GROUPS.len(),
        between in 0..BETWEEN.len(),
        unseen in proptest::array::uniform11(0..UNSEEN.len()),
        how in proptest::array::uniform11(0..10_usize),
        before in "(Født |nr\\. |\\(|«|fnr_|x|Rom 3: |, |)",
        after in "(|\\.|, rom 3|\\)|»|\\.pdf| og mer|!)",
    ) {
        let mut text = before;
        for (nth, digit) in SAMPLES[n].chars().enumerate() {
            if nth > 0 {
                let is_cut = GROUPS[groups].contains(&nth);
                text.push_str(if is_cut { BETWEEN[between] } else { UNSEEN[unseen[nth]] });
            }
            text.push_str(&written(digit, how[nth]));
        }
        text.push_str(&after);
        let all = found(&text);
        prop_assert!(all.iter().any(|one| one.digits == SAMPLES[n]), "{}", text);
        let masked = masked(&text, '•', |_| false).expect("something is masked");
        prop_assert!(found(&masked).is_empty(), "{}", masked);
    }
}

#[test]
fn a_number_that_is_broken_over_two_lines_is_found_wherever() {
    for sample in SAMPLES {
        for at in 1..11 {
            for line in ["\n", "\r\n", "-\n", " \n", "\n  ", "<br>\n", "\u{2028}"] {
                let text = format!("Født {}{line}{}, alene", &sample[..at], &sample[at..]);
                assert_eq!(found(&text).len(), 1, "{text:?}");
            }
        }
    }
}

/// `SplitMix64` (Steele, Lea and Flood, 2014).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn pick<'a>(&mut self, some: &[&'a str]) -> &'a str {
        let at = usize::try_from(self.below(some.len() as u64)).unwrap_or_default();
        some[at]
    }

    /// `0` becomes a digit, all else stays.
    fn filled(&mut self, shape: &str) -> String {
        let mut digit = || char::from(b'0' + self.below(10).to_le_bytes()[0]);
        shape.chars().map(|c| if c == '0' { digit() } else { c }).collect()
    }

    fn day(&mut self) -> String {
        let (day, month, year) = (self.below(28) + 1, self.below(12) + 1, self.below(30) + 2000);
        match self.below(4) {
            0 => format!("{day:02}.{month:02}.{year}"),
            1 => format!("{day}.{month}.{year}"),
            2 => format!("{year}-{month:02}-{day:02}"),
            _ => format!("{day:02}.{month:02}.{:02}", year % 100),
        }
    }
}

/// Numbers as they stand in texts about improvement, by what they are about.
fn ordinary(chance: &mut Chance) -> Vec<(&'static str, String)> {
    const SHAPES: [(&str, &str); 18] = [
        ("phone", "Ring 90 00 00 00 eller +47 400 00 000."),
        ("two phones", "Ring 22 00 00 00 / 400 00 000."),
        ("organisation", "Org.nr. 900 000 000, 900000000."),
        ("isbn", "ISBN 978-82-00-00000-0 og 978-82-000-0000-0"),
        ("doi", "https://doi.org/10.0000/s00000-000-00000-0"),
        ("grant", "Prosjekt 000000, 101000000"),
        ("account", "Konto 0000.00.00000"),
        ("money", "100 000 kr og 1 000 000,00 kr"),
        ("decimals", "0.0000000000 00,000000000"),
        ("years", "200–2010 2010-2014 000"),
        ("case", "Sak 2024/00000-0 og 24/00000"),
        ("address", "https://e.no/2024/00/00/0000000/a"),
        ("post", "Postboks 0000, 0000 OSLO, 22 00 00 00"),
        ("place", "59.000000, 10.000000"),
        ("version", "1.0.000 (00000000)"),
        ("weeks", "uke 00–00, 0000"),
        ("cells", "| 000000 | 00000 |"),
        ("list of two", "- 000000\n- 00000"),
    ];
    let mut all: Vec<(&str, String)> =
        SHAPES.iter().map(|(about, shape)| (*about, chance.filled(shape))).collect();
    let counts: Vec<String> = (0..12).map(|_| chance.below(140).to_string()).collect();
    let (date, hour, minute) = (chance.day(), chance.below(23), chance.below(60));
    let between = chance.pick(&[" ", "-", ", ", "/", "\n"]);
    let (some, of) = (chance.below(200), chance.below(2_000));
    all.extend([
        ("time", format!("{date} {hour:02}.{minute:02}, {date} kl. {hour:02}:{minute:02}")),
        ("from and until", format!("{date} {hour}:{minute:02}–{}:{minute:02}", hour + 1)),
        ("count", format!("{date}: {some} av {of}")),
        ("list", counts.join(" ")),
        ("commas", counts.join(", ")),
        ("lines", counts.join("\n")),
        (
            "instant",
            chance.filled(&format!(
                "2026-{:02}-{:02} {hour:02}:{minute:02}:00.000+00",
                hour % 12 + 1,
                minute % 28 + 1
            )),
        ),
        ("table", format!("| {} |", counts.join(" | "))),
        ("a day and a sum", chance.filled(&format!("| {date} | 00000 |"))),
        ("few", counts[..5].join(between)),
        ("some", counts[..7].join(between)),
    ]);
    all
}

#[test]
fn ordinary_numbers_are_rarely_told_of() {
    let chance = &mut Chance(2024);
    let mut told: BTreeMap<&str, u32> = BTreeMap::new();
    let each = 4_000;
    for _ in 0..each {
        for (about, text) in ordinary(chance) {
            *told.entry(about).or_default() += u32::from(!found(&text).is_empty());
        }
    }
    println!("{told:?} of {each} each");
    let most = told.values().max().copied().unwrap_or_default();
    let all: u32 = told.values().sum();
    assert!(most * 100 <= each, "one in a hundred of a kind: {told:?}");
    assert!(all * 1_000 <= each * 24, "one in a thousand of all: {told:?}");
}
