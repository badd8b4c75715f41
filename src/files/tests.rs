//! A file comes back as it was kept; what is no picture is not taken for one.

pub mod stores;

use axum::body::Bytes;

use super::{Files, Suspect, digest, picture, recognise, suspect};

#[tokio::test]
async fn a_kept_file_comes_back_by_its_digest() {
    let folder = crate::testing::Folder::new();
    let files = Files::in_folder(folder.path()).unwrap();
    let kept = files.keep(b"innhold".to_vec()).await.unwrap();
    assert_eq!(kept, digest(b"innhold"));
    assert_eq!(files.read(&kept).await.unwrap().as_deref(), Some(b"innhold".as_slice()));
    assert_eq!(files.read(&digest(b"annet")).await.unwrap(), None);
}

#[test]
fn only_pictures_are_pictures() {
    // A 1 × 1 PNG, by its header.
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02\x08\x06\0\0\0";
    let found = picture(png).unwrap();
    assert_eq!((found.media_type, found.width, found.height), ("image/png", 3, 2));
    assert_eq!(picture(b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"), None);
    assert_eq!(picture(b"\x89PNG"), None);
    assert_eq!(picture(b""), None);
}

/// An archive with these parts, as Office and its kin make them.
pub fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    use std::io::Write;
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// The least that is a document of Word.
pub fn docx() -> Vec<u8> {
    let main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    let types = format!("<Types><Override ContentType=\"{main}\"/></Types>");
    archive(&[("[Content_Types].xml", &types), ("word/document.xml", "<w:document/>")])
}

#[test]
fn files_are_told_by_what_is_in_them() {
    let short = |bytes: &[u8]| recognise(bytes).map(|kind| kind.short);
    assert_eq!(short(b"%PDF-1.7\n"), Some("PDF"));
    assert_eq!(short(&docx()), Some("DOCX"));
    let odt = ("mimetype", "application/vnd.oasis.opendocument.text");
    assert_eq!(short(&archive(&[odt])), Some("ODT"));
    let macros = ["word/vbaProject.bin", "Basic/Standard/Module1.xml", "tools/setup.EXE"];
    for name in macros {
        assert_eq!(short(&archive(&[odt, (name, "Sub AutoOpen()")])), None, "{name}");
    }
    let with_macros = "application/vnd.ms-word.document.macroEnabled.main+xml";
    let types = format!("<Types><Override ContentType=\"{with_macros}\"/></Types>");
    assert_eq!(short(&archive(&[("[Content_Types].xml", &types)])), None);
    assert_eq!(short(&archive(&[("hei.txt", "bare en mappe")])), None);
    for odd in [
        &b"MZ\x90\0"[..],
        b"<html><script>",
        b"PK\x03\x04",
        b"",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    ] {
        assert_eq!(short(odd), None);
    }
}

#[test]
fn what_is_not_as_it_seems_is_told() {
    let pdf = b"%PDF-1.7\n";
    assert_eq!(suspect(pdf), None);
    assert_eq!(suspect(&docx()), None);
    assert_eq!(suspect(&[pdf, docx().as_slice()].concat()), Some(Suspect::Double));
    assert_eq!(suspect(b"<html>%PDF-1.7"), Some(Suspect::Double));
    let zeros = "0".repeat(40 << 20);
    assert_eq!(suspect(&archive(&[("word/document.xml", &zeros)])), Some(Suspect::Bomb));
    assert_eq!(suspect(b"\xef\xbb\xbf <!-- x --><SVG onload='x'/>"), Some(Suspect::Svg));
    let film = |has_captions| Some(Suspect::Film { has_captions });
    assert_eq!(suspect(b"\0\0\0\x18ftypmp42\0\0\0\0"), film(false));
    assert_eq!(suspect(b"\0\0\0\x18ftypqt  hdlr\0\0\0\0\0\0\0\0subt"), film(true));
    assert_eq!(suspect(b"\x1a\x45\xdf\xa3 webm S_TEXT/WEBVTT"), film(true));
    assert_eq!(suspect(b"RIFF\0\0\0\0AVI LIST"), film(false));
    assert_eq!(suspect(b"\0\0\0\x18ftypheic\0\0\0\0"), Some(Suspect::OtherPicture));
    assert_eq!(suspect(b""), None);
}

#[tokio::test]
async fn a_file_comes_in_piece_by_piece_and_no_larger_than_it_may() {
    let folder = crate::testing::Folder::new();
    let files = Files::in_folder(folder.path()).unwrap().up_to(10);
    let id = uuid::Uuid::from_u128(7);
    let mut coming = files.take_in(id).await.unwrap();
    assert!(coming.take(Bytes::from_static(b"stykke")).await.unwrap());
    assert!(coming.take(Bytes::from_static(b"vis")).await.unwrap());
    assert_eq!(files.quarantined(id).await.unwrap(), None, "it is not there before it is whole");
    assert_eq!(coming.finish().await.unwrap(), 9);
    assert_eq!(files.quarantined(id).await.unwrap().as_deref(), Some(b"stykkevis".as_slice()));
    assert_eq!(files.all().await.unwrap(), [], "what is in quarantine is not kept");
    let lying = files.in_quarantine().await.unwrap();
    assert_eq!(lying.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [id]);
    files.drop_quarantined(id).await.unwrap();
    files.drop_quarantined(id).await.unwrap();
    assert_eq!(files.in_quarantine().await.unwrap(), []);
    let mut large = files.take_in(id).await.unwrap();
    assert!(!large.take(Bytes::from_static(b"elleve tegn")).await.unwrap());
    large.give_up().await.unwrap();
    assert_eq!(files.quarantined(id).await.unwrap(), None);
}

proptest::proptest! {
    #[test]
    fn no_bytes_can_break_the_look_at_them(bytes: Vec<u8>, at: usize) {
        recognise(&bytes);
        suspect(&bytes);
        let mut document = docx();
        let at = at % document.len();
        document[at] ^= bytes.first().copied().unwrap_or(255);
        recognise(&document);
        suspect(&document);
        document.truncate(at);
        recognise(&document);
        suspect(&document);
    }
}
