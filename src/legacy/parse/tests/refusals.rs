//! Files that are not read at all.

use super::super::{Encoding, MAX_BYTES, Refusal, read};

fn refused(bytes: &[u8]) -> Refusal {
    read("fil.txt", bytes).expect_err("the file is refused")
}

#[test]
fn an_empty_file() {
    for bytes in [&b""[..], b"\n\r\n \t\n", b"\xEF\xBB\xBF\n", "\u{A0}\n\u{200B}".as_bytes()] {
        assert_eq!(refused(bytes), Refusal::Empty);
    }
}

#[test]
fn a_file_that_is_too_large() {
    let bytes = vec![b'a'; MAX_BYTES + 1];
    let refusal = refused(&bytes);
    assert_eq!(refusal, Refusal::TooLarge { bytes: MAX_BYTES + 1, limit: MAX_BYTES });
    assert_eq!(
        refusal.to_string(),
        "the file is too large: 2097153 bytes, and the limit is 2097152"
    );
}

#[test]
fn binary_files() {
    assert_eq!(refused(b"%PDF-1.7").to_string(), "the file is not text: it looks like a PDF");
    let offset = Refusal::Binary { what: None, offset: 4, line: 2 };
    assert_eq!(refused(b"abc\n\0def"), offset);
    assert!(offset.to_string().contains("byte 4 (line 2)"));
    let noise: Vec<u8> = (0..400_u16).map(|n| (n % 31 + 1).to_le_bytes()[0]).collect();
    assert!(matches!(refused(&noise), Refusal::Binary { what: None, .. }));
}

#[test]
fn latin1_is_told_from_other_encodings() {
    let latin1 = b"Overskrift\nGode m\xE5ltider for \xE6ldre p\xE5 sj\xF8en\n";
    let refusal = refused(latin1);
    let wanted = Refusal::NotUtf8 { offset: 17, line: 2, guess: Some(Encoding::Latin1) };
    assert_eq!(refusal, wanted);
    assert!(refusal.to_string().contains("byte 17 (line 2)"));
    assert!(refusal.to_string().contains("Latin-1"));
    let utf16 = [&[0xFF, 0xFE][..], &[b'a', 0, b'b', 0]].concat();
    let wanted = Refusal::NotUtf8 { offset: 0, line: 1, guess: Some(Encoding::Utf16) };
    assert_eq!(refused(&utf16), wanted);
    let cut = "Gode mål".as_bytes().iter().copied().take(7).collect::<Vec<_>>();
    assert!(matches!(refused(&cut), Refusal::NotUtf8 { offset: 6, line: 1, .. }));
}

#[test]
fn a_refusal_is_told_as_data_too() {
    let json = serde_json::to_value(refused(b"\n\xE5 ")).expect("a refusal is JSON");
    let wanted = serde_json::json!(
        {"reason": "not_utf8", "offset": 1, "line": 2, "guess": "latin-1"}
    );
    assert_eq!(json, wanted);
}
