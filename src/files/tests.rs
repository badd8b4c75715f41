//! A file comes back as it was kept; what is no picture is not taken for one.

pub mod stores;

use super::{Files, digest, picture, recognise};

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

proptest::proptest! {
    #[test]
    fn no_bytes_can_break_the_look_at_them(bytes: Vec<u8>, at: usize) {
        recognise(&bytes);
        let mut document = docx();
        let at = at % document.len();
        document[at] ^= bytes.first().copied().unwrap_or(255);
        recognise(&document);
        document.truncate(at);
        recognise(&document);
    }
}
