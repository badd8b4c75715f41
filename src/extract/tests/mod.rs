//! Files of every kind give up their text; crooked ones give a reason, and never harm.

mod crooked;
pub mod made;

use super::{Page, ReadingLimits, Status, Text, TextReader, clean};
use made::{DOCX, ODP, ODS, ODT, PDF, PPTX, XLSX};

/// How the test program is started to do what `padriver extract-text` does.
pub const ARGUMENTS: [&str; 4] =
    ["extract::tests::the_process_that_reads", "--exact", "--ignored", "--nocapture"];

#[test]
#[ignore = "no test: the others start it, to read a file that they give it"]
fn the_process_that_reads() {
    super::run();
}

async fn read(media_type: &str, bytes: Vec<u8>) -> Text {
    without_about(TextReader::new().unwrap().read(media_type, bytes).await.unwrap())
}

async fn within(limits: ReadingLimits, media_type: &str, bytes: Vec<u8>) -> Text {
    without_about(TextReader::new().unwrap().within(limits).read(media_type, bytes).await.unwrap())
}

/// What a file says of itself has tests of its own.
fn without_about(text: Text) -> Text {
    Text { about: None, numbers: Vec::new(), ..text }
}

#[tokio::test]
async fn a_pdf_tells_its_tags_its_language_and_its_title() {
    let reader = TextReader::new().unwrap();
    let printed = include_bytes!("../../../data/demo/files/nar-maten-blir-staende.pdf");
    let about = reader.read(PDF, printed.to_vec()).await.unwrap().about.unwrap();
    assert!(about.is_tagged && about.lang.is_some(), "{about:?}");
    let bare = reader.read(PDF, made::pdf(&["Uten noe om seg selv"])).await.unwrap();
    assert_eq!(bare.about, Some(super::About::default()));
    let numbered = made::pdf(&["Ingen", "Nummer 03851598730 her", "Ingen"]);
    assert_eq!(reader.read(PDF, numbered).await.unwrap().numbers, [2]);
}

fn pages(pages: &[(u32, &str)]) -> Vec<Page> {
    pages.iter().map(|(page, text)| Page { page: *page, text: (*text).to_owned() }).collect()
}

fn whole(text: &[(u32, &str)]) -> Text {
    Text {
        pages: pages(text),
        status: Status::Read,
        reason: None,
        about: None,
        numbers: Vec::new(),
    }
}

#[tokio::test]
async fn a_pdf_is_read_page_by_page() {
    let bytes = made::pdf(&["Måling av ernæring", "", "Tredje side\nhar to linjer"]);
    let text = read(PDF, bytes).await;
    let expected = [(1, "Måling av ernæring"), (3, "Tredje side har to linjer")];
    assert_eq!(text, whole(&expected));
}

#[tokio::test]
async fn a_pdf_that_is_locked_only_against_changes_is_read() {
    let text = read(PDF, include_bytes!("open-to-readers.pdf").to_vec()).await;
    assert_eq!(text, whole(&[(1, "Lesbar uten passord")]));
}

#[tokio::test]
async fn words_are_whole_in_what_a_browser_has_printed() {
    let printed = include_bytes!("../../../data/demo/files/nar-maten-blir-staende.pdf");
    let text = read(PDF, printed.to_vec()).await;
    assert_eq!((text.status, text.pages.len()), (Status::Read, 4));
    assert!(text.pages[0].text.contains("Laget for å vise hvordan Pådriver ser ut."), "{text:?}");
    for words in ["ikke retten", "svelgvansker", "svelgfunksjonen", "vekttap", "på en kurve,"] {
        assert!(text.pages[3].text.contains(words), "{words}: {text:?}");
    }
}

#[tokio::test]
async fn a_document_of_word_is_one_page() {
    let body = "<w:p><w:r><w:t>Munn</w:t></w:r><w:r><w:t xml:space=\"preserve\">stell &amp; </w:t></w:r>\
        <w:r><w:t>tann&#xE5;pning</w:t><w:tab/><w:t>kveld</w:t></w:r></w:p>\
        <w:p><w:del><w:r><w:delText>strøket</w:delText></w:r></w:del><w:r><w:t>Neste</w:t></w:r></w:p>\
        <mc:AlternateContent><mc:Choice><w:p><w:t>Boks</w:t></w:p></mc:Choice>\
        <mc:Fallback><w:p><w:t>Boks</w:t></w:p></mc:Fallback></mc:AlternateContent>";
    let text = read(DOCX, made::docx(body)).await;
    assert_eq!(text, whole(&[(1, "Munnstell & tannåpning kveld\nNeste\nBoks")]));
}

#[tokio::test]
async fn a_workbook_has_a_page_for_each_sheet_that_is_seen() {
    let text = read(
        XLSX,
        made::xlsx(&[
            ("Uke 1", "Fall på natt", true),
            ("Utkast", "x", false),
            ("Uke 2", "Trykksår", true),
        ]),
    )
    .await;
    let expected = [(1, "Uke 1\nFall på natt 12.5"), (2, "Uke 2\nTrykksår 12.5")];
    assert_eq!(text, whole(&expected));
}

#[tokio::test]
async fn slides_come_in_the_order_of_the_show() {
    let text = read(PPTX, made::pptx(&["Velkommen", "Takk for oss"])).await;
    assert_eq!(text, whole(&[(1, "Velkommen"), (2, "Takk for oss")]));
}

#[tokio::test]
async fn open_documents_are_read_without_what_is_in_the_margin() {
    let body = "<office:text><text:tracked-changes><text:p>strøket</text:p></text:tracked-changes>\
        <text:h>Rutine</text:h><text:p>Vask<text:s/>hendene<office:annotation><text:p>hvorfor?</text:p>\
        </office:annotation><text:line-break/>først</text:p></office:text>";
    let text = read(ODT, made::odf(ODT, body)).await;
    assert_eq!(text, whole(&[(1, "Rutine\nVask hendene først")]));
    let cell = |said: &str| format!("<table:table-cell><text:p>{said}</text:p></table:table-cell>");
    let sheet = |said: &str| {
        format!("<table:table><table:table-row>{}</table:table-row></table:table>", cell(said))
    };
    let body =
        format!("<office:spreadsheet>{}{}</office:spreadsheet>", sheet("Januar"), sheet("Februar"));
    let text = read(ODS, made::odf(ODS, &body)).await;
    assert_eq!(text, whole(&[(1, "Januar"), (2, "Februar")]));
    let body = "<office:presentation><draw:page><text:p>Først</text:p></draw:page><draw:page>\
        <text:p>Sist</text:p><presentation:notes><text:p>husk</text:p></presentation:notes></draw:page>\
        </office:presentation>";
    let text = read(ODP, made::odf(ODP, body)).await;
    assert_eq!(text, whole(&[(1, "Først"), (2, "Sist")]));
}

#[test]
fn broken_lines_are_mended_and_what_is_unseen_is_gone() {
    for (raw, cleaned) in [
        ("måle-\nresultater", "måleresultater"),
        ("PDSA-\nsirkel", "PDSA- sirkel"),
        ("hjemme-\n og sykehus", "hjemme- og sykehus"),
        ("fore\u{ad}bygging\u{200b}", "forebygging"),
        ("ett\r\n\r\n\r\nto  \t tre\u{0}", "ett\nto tre"),
        ("ma\u{30a}l", "mål"),
        ("\u{fb01}sk", "fisk"),
        ("p\u{2da}a l\u{2da}as", "på lås"),
        ("  \n ", ""),
        ("slutt-\n", "slutt-"),
    ] {
        assert_eq!(clean(raw), cleaned, "{raw:?}");
    }
}

#[tokio::test]
async fn what_looks_like_an_identity_number_is_never_kept() {
    // A synthetic number, from the tax authority's list of samples.
    for number in ["03851598730", "038515 98730", "0385\u{ad}1598730"] {
        assert_eq!(clean(&format!("Født {number}, alene")), "Født …, alene");
    }
    let text = read(PDF, made::pdf(&["Nr 03851598730 her"])).await;
    assert_eq!(text, whole(&[(1, "Nr … her")]));
    // A workbook loses leading zeros, and so the look of it.
    let book = made::xlsx_of(
        &[(
            "Ark",
            "<row r=\"1\"><c r=\"A1\"><v>3851598730</v></c><c r=\"B1\"><v>7</v></c></row>",
            true,
        )],
        &[],
    );
    assert_eq!(read(XLSX, book).await, whole(&[(1, "Ark\n7")]));
}

proptest::proptest! {
    #[test]
    fn cleaning_twice_changes_nothing(raw: String) {
        let once = clean(&raw);
        proptest::prop_assert_eq!(clean(&once), once);
    }
}
