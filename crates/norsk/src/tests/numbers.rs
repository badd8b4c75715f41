//! Samples from the sources, properties, and how often chance alone gives a hit.

use proptest::prelude::*;

use crate::identity::{look_alikes, looks_like};
use crate::{Isbn, OrganisationNumber, digits};

/// What the tax authority lists as synthetic or as of the kind first given out in 2032, so that no
/// living person's number stands here. <https://github.com/Skatteetaten/folkeregisteret-api-dokumentasjon>
const SAMPLES: [&str; 6] =
    ["30108299939", "30908299902", "03851598730", "55102499947", "41819077906", "41819077302"];

#[test]
fn the_tax_authoritys_samples_are_found() {
    for sample in SAMPLES {
        assert_eq!(look_alikes(sample).first(), Some(&(0..11)), "{sample}");
        for (separator, found) in
            [(" ", true), (".", true), ("-", true), ("\u{a0}", true), ("  ", false), ("/", false)]
        {
            let text = format!("«{}{separator}{}».", &sample[..6], &sample[6..]);
            let hits: Vec<&str> = look_alikes(&text).into_iter().map(|r| &text[r]).collect();
            let expected = format!("{}{separator}{}", &sample[..6], &sample[6..]);
            assert_eq!(hits, if found { vec![expected.as_str()] } else { vec![] }, "{text}");
        }
    }
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

#[test]
fn a_digit_beside_it_makes_it_another_number() {
    let sample = SAMPLES[1];
    for text in [
        format!("1{sample}"),
        format!("{sample}0"),
        format!("7{} {}", &sample[..6], &sample[6..]),
        format!("{} {}4", &sample[..6], &sample[6..]),
        format!("{} {}", &sample[..5], &sample[5..]),
    ] {
        assert!(look_alikes(&text).is_empty(), "{text}");
    }
    let worded = format!("nr{sample}x og æ{sample}ø");
    assert_eq!(look_alikes(&worded).len(), 2);
    let arabic: String =
        sample.bytes().filter_map(|b| char::from_u32(0x660 + u32::from(b - b'0'))).collect();
    assert!(look_alikes(&arabic).is_empty());
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
            (true, _, 8 | 9) => synthetic += 1,
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
    assert!((0.22..0.26).contains(&percent(synthetic, all)));
    assert!((0.22..0.26).contains(&percent(hospital, all)));
    assert!((0.63..0.69).contains(&percent(shared, all)));
    assert!((14.0..16.0).contains(&percent(account_hits, accounts)));
}

#[test]
fn organisation_numbers() {
    for good in ["123456785", " 123 456\u{a0}785 "] {
        assert_eq!(
            good.parse::<OrganisationNumber>().map(|n| n.as_str().to_owned()).ok(),
            Some("123456785".to_owned())
        );
    }
    // 000 000 01x: the sum is 2·1, the remainder 2, the check digit 9.
    assert!("000000019".parse::<OrganisationNumber>().is_ok());
    // 6 · 2 = 12 leaves 1: no digit completes it.
    for last in 0..10 {
        assert!(format!("00000006{last}").parse::<OrganisationNumber>().is_err());
    }
    for bad in ["", "12345678", "1234567855", "12345678x", "１２３４５６７８５", "123-456-785"]
    {
        assert!(bad.parse::<OrganisationNumber>().is_err(), "{bad}");
    }
}

#[test]
fn isbns() {
    for good in ["0306406152", "0-306-40615-2", "9780306406157", "978-0-306-40615-7"] {
        assert_eq!(
            good.parse::<Isbn>().map(|i| i.to_string()).ok().as_deref(),
            Some("9780306406157"),
            "{good}"
        );
    }
    assert!("080442957X".parse::<Isbn>().is_ok());
    assert!("0-8044-2957-x".parse::<Isbn>().is_ok());
    for bad in
        ["", "X", "0306406153", "9780306406158", "1234567890128", "03064061520", "0X06406152"]
    {
        assert!(bad.parse::<Isbn>().is_err(), "{bad}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic(text in "\\PC*|[0-9 .\u{a0}-]{0,60}|[0-9٠-٩１-９æø -]{0,40}") {
        let mut end = 0;
        for range in look_alikes(&text) {
            prop_assert!(range.start >= end, "in order and apart");
            end = range.end;
            let found = &text[range];
            prop_assert_eq!(found.bytes().filter(u8::is_ascii_digit).count(), 11);
            prop_assert!(found.chars().count() <= 12);
        }
        let _ = (text.parse::<OrganisationNumber>(), text.parse::<Isbn>());
    }

    #[test]
    fn a_planted_number_is_always_found(before in "[^0-9]{0,20}", after in "[^0-9]{0,20}", n in 0..6_usize) {
        let text = format!("{before}{}{after}", SAMPLES[n]);
        prop_assert_eq!(look_alikes(&text), vec![before.len()..before.len() + 11]);
    }

    #[test]
    fn one_wrong_digit_in_an_organisation_number_is_caught(at in 0..9_usize, to in 0..10_u8) {
        let mut number = *b"123456785";
        let changed = number[at] != b'0' + to;
        number[at] = b'0' + to;
        let parsed = std::str::from_utf8(&number).expect("ASCII").parse::<OrganisationNumber>();
        prop_assert_eq!(parsed.is_err(), changed);
    }

    #[test]
    fn what_is_printed_parses_to_the_same(front in proptest::array::uniform8(0..10_u8), last in 0..10_u8) {
        let text: String = front.iter().chain([&last]).map(u8::to_string).collect();
        if let Ok(number) = text.parse::<OrganisationNumber>() {
            prop_assert_eq!(number.to_string().parse(), Ok(number));
        }
    }
}
