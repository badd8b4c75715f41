//! Samples from the sources, and properties.

use proptest::prelude::*;

use crate::{Isbn, OrganisationNumber};

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
        let _ = (text.parse::<OrganisationNumber>(), text.parse::<Isbn>());
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
