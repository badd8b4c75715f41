//! Small files made for the tests.

use std::fmt::Write;

use crate::files::tests::archive;

pub const PDF: &str = "application/pdf";
pub const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
pub const PPTX: &str = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
pub const ODT: &str = "application/vnd.oasis.opendocument.text";
pub const ODS: &str = "application/vnd.oasis.opendocument.spreadsheet";
pub const ODP: &str = "application/vnd.oasis.opendocument.presentation";

/// A PDF with a page for each text, in Helvetica.
pub fn pdf(pages: &[&str]) -> Vec<u8> {
    let contents: Vec<Vec<u8>> = pages.iter().map(|text| content(text)).collect();
    pdf_of(&contents.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

fn content(text: &str) -> Vec<u8> {
    let mut out = b"BT /F1 12 Tf 14 TL 72 720 Td\n".to_vec();
    for line in text.lines() {
        out.push(b'(');
        // WinAnsi has the letters of Norwegian where Latin-1 has them.
        for c in line.chars() {
            if matches!(c, '(' | ')' | '\\') {
                out.push(b'\\');
            }
            out.push(u8::try_from(u32::from(c)).unwrap());
        }
        out.extend(b") Tj T*\n");
    }
    out.extend(b"ET");
    out
}

/// A PDF with a page for each stream of drawing commands.
pub fn pdf_of(contents: &[&[u8]]) -> Vec<u8> {
    let kids: String = (0..contents.len()).fold(String::new(), |mut kids, n| {
        write!(kids, "{} 0 R ", 4 + 2 * n).unwrap();
        kids
    });
    let mut objects: Vec<Vec<u8>> = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", contents.len()).into_bytes(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_vec(),
    ];
    for (n, content) in contents.iter().enumerate() {
        let page = format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R \
             /Resources << /Font << /F1 3 0 R >> /XObject << /X1 {} 0 R >> >> >>",
            5 + 2 * n,
            5 + 2 * n
        );
        objects.push(page.into_bytes());
        let mut stream = format!(
            "<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Length {} >>\nstream\n",
            content.len()
        )
        .into_bytes();
        stream.extend(*content);
        stream.extend(b"\nendstream");
        objects.push(stream);
    }
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut offsets = Vec::new();
    for (n, object) in (1..).zip(&objects) {
        offsets.push(out.len());
        out.extend(format!("{n} 0 obj\n").into_bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    let table = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).into_bytes());
    for offset in offsets {
        out.extend(format!("{offset:010} 00000 n \n").into_bytes());
    }
    let size = objects.len() + 1;
    let trailer = format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
    out.extend(trailer.into_bytes());
    out
}

fn types(main: &str) -> String {
    format!("<Types><Override ContentType=\"{main}.main+xml\"/></Types>")
}

pub fn docx(body: &str) -> Vec<u8> {
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    archive(&[("[Content_Types].xml", &types(DOCX)), ("word/document.xml", &document)])
}

/// A document of Word with these paragraphs.
pub fn docx_saying(paragraphs: &[&str]) -> Vec<u8> {
    let (open, close) = ("<w:p><w:r><w:t>", "</w:t></w:r></w:p>");
    let body: String = paragraphs.iter().flat_map(|said| [open, said, close]).collect();
    docx(&body)
}

/// A workbook: for each sheet its name, a text in its first cell, and whether it is seen.
pub fn xlsx(sheets: &[(&str, &str, bool)]) -> Vec<u8> {
    let said: Vec<&str> = sheets.iter().map(|(_, said, _)| *said).collect();
    let rows: Vec<String> = (0..sheets.len())
        .map(|n| {
            format!(
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>{n}</v></c><c r=\"B1\"><v>12.5</v></c></row>"
            )
        })
        .collect();
    let sheets: Vec<(&str, &str, bool)> = sheets
        .iter()
        .zip(&rows)
        .map(|((name, _, seen), row)| (*name, row.as_str(), *seen))
        .collect();
    xlsx_of(&sheets, &said)
}

pub fn xlsx_of(sheets: &[(&str, &str, bool)], strings: &[&str]) -> Vec<u8> {
    let ns = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let (mut list, mut targets, mut parts) = (String::new(), String::new(), Vec::new());
    for (n, (name, rows, seen)) in (1..).zip(sheets) {
        let state = if *seen { "visible" } else { "hidden" };
        write!(list, "<sheet name=\"{name}\" sheetId=\"{n}\" state=\"{state}\" r:id=\"r{n}\"/>")
            .unwrap();
        write!(
            targets,
            "<Relationship Id=\"r{n}\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"
        )
        .unwrap();
        parts.push((
            format!("xl/worksheets/sheet{n}.xml"),
            format!("<worksheet {ns}><sheetData>{rows}</sheetData></worksheet>"),
        ));
    }
    write!(
        targets,
        "<Relationship Id=\"s\" Type=\"{office}/sharedStrings\" Target=\"sharedStrings.xml\"/>"
    )
    .unwrap();
    let strings: String = strings.iter().flat_map(|said| ["<si><t>", said, "</t></si>"]).collect();
    parts.extend([
        ("[Content_Types].xml".to_owned(), types(XLSX)),
        (
            "xl/workbook.xml".to_owned(),
            format!("<workbook {ns} xmlns:r=\"{office}\"><sheets>{list}</sheets></workbook>"),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{targets}</Relationships>"
            ),
        ),
        (
            "_rels/.rels".to_owned(),
            format!(
                "<Relationships><Relationship Id=\"b\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        ("xl/sharedStrings.xml".to_owned(), format!("<sst {ns}>{strings}</sst>")),
    ]);
    let parts: Vec<(&str, &str)> = parts.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect();
    archive(&parts)
}

/// A show of these slides, whose parts are numbered the other way.
pub fn pptx(slides: &[&str]) -> Vec<u8> {
    let (mut order, mut targets, mut parts) = (String::new(), String::new(), Vec::new());
    for (n, said) in slides.iter().enumerate() {
        let part = slides.len() - n;
        write!(order, "<p:sldId id=\"{n}\" r:id=\"r{n}\"/>").unwrap();
        write!(targets, "<Relationship Id=\"r{n}\" Target=\"slides/slide{part}.xml\"/>").unwrap();
        let slide = format!("<p:sld><a:p><a:r><a:t>{said}</a:t></a:r></a:p></p:sld>");
        parts.push((format!("ppt/slides/slide{part}.xml"), slide));
    }
    let show = format!("<p:presentation><p:sldIdLst>{order}</p:sldIdLst></p:presentation>");
    let targets = format!("<Relationships>{targets}</Relationships>");
    parts.push(("[Content_Types].xml".to_owned(), types(PPTX)));
    parts.push(("ppt/presentation.xml".to_owned(), show));
    parts.push(("ppt/_rels/presentation.xml.rels".to_owned(), targets));
    let parts: Vec<(&str, &str)> = parts.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect();
    archive(&parts)
}

/// An open document with this in its body.
pub fn odf(media_type: &str, body: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body>{body}</office:body></office:document-content>"
    );
    archive(&[("mimetype", media_type), ("content.xml", &content)])
}
