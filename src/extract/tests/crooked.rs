//! Files made to break the reader, or to keep it busy.

use std::time::Duration;

use super::made::{self, DOCX, ODT, PDF, XLSX};
use super::{ReadingLimits, Status, Text, read, within};
use crate::files::tests::archive;

fn failed(text: Text) -> (Status, String) {
    assert_eq!(text.pages, [], "{text:?}");
    (text.status, text.reason.expect("a reason"))
}

#[tokio::test]
async fn a_locked_file_says_so() {
    let needs = (Status::Locked, "it needs a password".to_owned());
    assert_eq!(failed(read(PDF, include_bytes!("locked.pdf").to_vec()).await), needs);
    let manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>";
    let parts = [("mimetype", ODT), ("META-INF/manifest.xml", manifest), ("content.xml", "\u{1}")];
    assert_eq!(failed(read(ODT, archive(&parts)).await), needs);
}

#[tokio::test]
async fn a_scanned_file_has_no_text() {
    let (status, reason) = failed(read(PDF, made::pdf(&["", ""])).await);
    assert_eq!(
        (status, reason.as_str()),
        (Status::Empty, "there is no text in it; is it scanned?")
    );
}

#[tokio::test]
async fn what_is_broken_is_said_to_be() {
    let whole = made::pdf(&["Hei"]);
    let half_a_zip = {
        let docx = made::docx_saying(&["Hei"]);
        docx[..docx.len() / 2].to_vec()
    };
    for (media_type, bytes) in [
        (PDF, b"%PDF-1.7\nno more".to_vec()),
        (PDF, whole[..120].to_vec()),
        (PDF, vec![]),
        (DOCX, half_a_zip),
        (DOCX, archive(&[("word/other.xml", "<a/>")])),
        (XLSX, archive(&[("xl/workbook.xml", "<workbook>")])),
        (ODT, archive(&[("content.xml", "<a><b></a")])),
        ("image/png", b"\x89PNG".to_vec()),
    ] {
        let (status, reason) = failed(read(media_type, bytes).await);
        assert_eq!(status, Status::Broken, "{media_type}: {reason}");
    }
}

#[tokio::test]
async fn a_bomb_does_not_go_off() {
    let spaces = " ".repeat(4 << 20);
    let limits = ReadingLimits { unpacked: 1 << 20, ..ReadingLimits::default() };
    let bomb = made::docx(&format!("<w:p>{spaces}</w:p>"));
    assert!(bomb.len() < 20_000);
    assert_eq!(failed(within(limits, DOCX, bomb).await).0, Status::Heavy);
    let bomb = made::xlsx_of(&[("Ark", &spaces, true)], &[]);
    assert_eq!(failed(within(limits, XLSX, bomb).await).0, Status::Heavy);
    let bomb = made::odf(ODT, &format!("<office:text>{spaces}</office:text>"));
    assert_eq!(failed(within(limits, ODT, bomb).await).0, Status::Heavy);
}

#[tokio::test]
async fn entities_are_not_unfolded() {
    let declared = "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">\
        <!ENTITY file SYSTEM \"file:///etc/passwd\">]>";
    let document = format!("{declared}<w:p><w:t>før &b;&file; etter</w:t></w:p>");
    let text = read(DOCX, archive(&[("word/document.xml", &document)])).await;
    assert_eq!(text.pages[0].text, "før etter");
}

#[tokio::test]
async fn too_much_text_is_cut_and_said_to_be() {
    let limits = ReadingLimits { text: 10_000, ..ReadingLimits::default() };
    let long = "ord ".repeat(50_000);
    for (media_type, bytes) in [
        (DOCX, made::docx_saying(&[&long])),
        (ODT, made::odf(ODT, &format!("<office:text><text:p>{long}</text:p></office:text>"))),
        (XLSX, made::xlsx(&[("Ark", &long, true)])),
        (PDF, made::pdf(&[&"ord ".repeat(20_000), "aldri lest"])),
    ] {
        let text = within(limits, media_type, bytes).await;
        assert_eq!(text.status, Status::Cut, "{media_type}: {:?}", text.reason);
        assert_eq!(text.reason.as_deref(), Some("there is more text than we keep"));
        assert_eq!(text.pages.len(), 1);
        assert_eq!(text.pages[0].text.len(), 10_000, "{media_type}");
    }
}

#[tokio::test]
async fn a_file_that_never_ends_is_stopped() {
    // A page that draws itself, and one that only goes on for very long.
    let round = made::pdf_of(&[b"/X1 Do"]);
    let text = read(PDF, round).await;
    assert_eq!(failed(text).0, Status::Broken);
    let limits = ReadingLimits { cpu: 1, ..ReadingLimits::default() };
    let long = b"BT /F1 12 Tf (a) Tj ET\n".repeat(300_000);
    let text = within(ReadingLimits { text: 1 << 30, ..limits }, PDF, made::pdf_of(&[&long])).await;
    assert_eq!(failed(text).0, Status::Slow);
    let limits = ReadingLimits { wall: Duration::from_millis(300), ..ReadingLimits::default() };
    let text = within(ReadingLimits { text: 1 << 30, ..limits }, PDF, made::pdf_of(&[&long])).await;
    assert_eq!(failed(text).0, Status::Slow);
}

#[tokio::test]
async fn what_wants_all_the_memory_is_stopped() {
    let limits = ReadingLimits { memory: 400 << 20, ..ReadingLimits::default() };
    let (status, reason) = failed(within(limits, PDF, vec![b' '; 400 << 20]).await);
    assert_eq!(status, Status::Heavy, "{reason}");
}

#[tokio::test]
async fn one_page_that_cannot_be_read_does_not_take_the_others_with_it() {
    // The library panics on a font that is not there.
    let bytes = made::pdf_of(&[b"BT /F1 12 Tf (Lest) Tj ET", b"BT /F9 12 Tf (Tapt) Tj ET"]);
    let text = read(PDF, bytes).await;
    assert_eq!(text.status, Status::Cut);
    assert_eq!(text.reason.as_deref(), Some("1 pages could not be read"));
    assert_eq!(text.pages[0].text, "Lest");
}

#[tokio::test]
async fn whoever_reads_can_open_nothing() {
    let before = std::fs::read_dir("/proc/self/fd").map_or(0, std::iter::Iterator::count);
    read(PDF, made::pdf(&["Hei"])).await;
    let after = std::fs::read_dir("/proc/self/fd").map_or(0, std::iter::Iterator::count);
    assert!(after <= before + 1, "{before} files were open, now {after}");
}
