//! Paper: what comes out is tagged, named and whole, and what goes in is never run.

use comrak::{Arena, Options, parse_document};
use time::macros::date;

use super::paper::{Chapter, Cover, Fact, Labels, Outcome, Paper, Sheet};
use super::text::{Block, Inline, address, blocks, line};
use super::wall::{Chart, Labels as WallLabels, Shape, Wall, chart_name};
use super::{Pdf, TypesetError, letters, set, shown};
use crate::i18n::Lang;

fn read(markdown: &str) -> Vec<Block> {
    let arena = Arena::new();
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.autolink = true;
    blocks(parse_document(&arena, markdown, &options).children(), 2)
}

fn sheet(title: &str, markdown: &str) -> Sheet {
    let chapter = Chapter { heading: line("Bakgrunn"), is_ours: true, blocks: read(markdown) };
    Sheet {
        title: title.to_owned(),
        lead: "En ingress.".to_owned(),
        eyebrow: "Prosjekt".to_owned(),
        chapters: vec![chapter],
        facts: vec![Fact { name: "Status".to_owned(), values: vec!["Avsluttet".to_owned()] }],
        address: "https://padriver.example/id/1".to_owned(),
        ..Sheet::default()
    }
}

fn paper(sheets: Vec<Sheet>) -> Paper {
    Paper {
        title: "Trygge netter".to_owned(),
        lang: Lang::Nn,
        site: "Pådriver".to_owned(),
        printed: "Laga 22. november 2026".to_owned(),
        address: "https://padriver.example/id/1".to_owned(),
        labels: Labels {
            page: "Side".to_owned(),
            of: "av".to_owned(),
            contents: "Innhald".to_owned(),
            facts: "Fakta".to_owned(),
            address: "Fast adresse:".to_owned(),
        },
        cover: None,
        sheets,
        wall: None,
        charts: Vec::new(),
        pictures: Vec::new(),
    }
}

fn made(paper: &Paper) -> Pdf {
    set(paper, date!(2026 - 11 - 22)).unwrap()
}

fn has(pdf: &Pdf, needle: &str) -> bool {
    pdf.bytes.windows(needle.len()).any(|window| window == needle.as_bytes())
}

#[test]
fn a_paper_is_tagged_and_says_its_language() {
    let pdf = made(&paper(vec![sheet("Trygge netter", "Hei **du**")]));
    assert_eq!(pdf.pages, 1);
    for mark in
        ["%PDF-1.7", "/MarkInfo", "/Marked true", "/StructTreeRoot", "/Lang(nn)", "/Outlines"]
    {
        assert!(has(&pdf, mark), "{mark} is missing");
    }
    assert!(has(&pdf, "pdfuaid:part"), "it says that it is PDF/UA");
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    let paper = paper(vec![sheet("Trygge netter", "Hei")]);
    assert_eq!(made(&paper).bytes, made(&paper).bytes);
}

#[test]
fn a_booklet_has_a_first_page_contents_and_each_text_on_its_own_page() {
    let mut paper = paper((1..=3).map(|n| sheet(&format!("Tekst {n}"), "Hei")).collect());
    let cover = Cover { eyebrow: "Hefte".into(), lead: String::new(), note: "3 tekstar".into() };
    paper.cover = Some(cover);
    let pdf = made(&paper);
    assert_eq!(pdf.pages, 5);
    let pages = pdf_extract::extract_text_from_mem_by_pages(&pdf.bytes).unwrap();
    assert!(pages[0].contains("Trygge netter"), "the first page has the title: {}", pages[0]);
}

#[test]
fn a_long_title_at_the_head_of_a_page_ends_on_its_line() {
    let title = "En svært lang tittel om alt som kan gå galt i natt ".repeat(4);
    let text = "Et avsnitt med noen ord i.\n\n".repeat(60);
    let pdf = made(&paper(vec![sheet(title.trim(), &text)]));
    assert!(pdf.pages > 1);
    let pages = pdf_extract::extract_text_from_mem_by_pages(&pdf.bytes).unwrap();
    let second = &pages[1];
    assert!(second.contains('…') && second.contains("En svært lang"), "{second}");
    assert!(second.matches("i natt").count() < 3, "not all of it: {second}");
}

#[test]
fn every_letter_of_our_languages_is_there() {
    let letters = "abcdefghijklmnopqrstuvwxyzæøåäöéèêóòôüçčđŋšŧžáïńǥǧǩʒǯ«»–—…§°€½²≥";
    for letter in letters.chars().chain(letters.to_uppercase().chars()) {
        assert!(letters::has(letter), "{letter} is missing");
    }
    assert_eq!(shown("blåbær\u{0}\u{200f}"), "blåbær");
    assert_eq!(shown("a\u{30a}"), "å", "composed");
    assert_eq!(shown("helse\u{ad}tjenesten e\u{fb00}ekt"), "helsetjenesten effekt");
    assert_eq!(shown("好 😀\u{fe0f}"), "□ □", "told, not dropped");
}

#[test]
fn what_looks_like_code_is_only_words() {
    let hostile = "#import \"@preview/x:1.0.0\": *\n\n#read(\"/etc/passwd\") #eval(\"panic()\") $x^2$ \
        @ref <label> `#sys.inputs` // /* \\u{0} #while true {} [](#)\n\n= Ikke en overskrift\n\n\
        <script>alert(1)</script>\n\n[x](javascript:alert(1)) ![bilde](file:///etc/passwd)";
    let blocks = read(hostile);
    let text = format!("{blocks:?}");
    assert!(text.contains("#read(") && text.contains("etc/passwd"));
    assert!(!text.contains("javascript:") && !text.contains("alert(1)</"));
    assert!(!text.contains("file:///"));
    let pdf = made(&paper(vec![sheet("#panic(\"x\") *[", hostile)]));
    assert_eq!(pdf.pages, 1);
}

#[test]
fn addresses_lead_to_the_web_or_to_a_letter_alone() {
    assert!(address("https://example.org/å").is_some());
    assert!(address("mailto:post@example.org").is_some());
    for wrong in
        ["javascript:alert(1)", "file:///etc/passwd", "/nb/", "", "https://", "https://a b"]
    {
        assert_eq!(address(wrong), None, "{wrong}");
    }
    assert_eq!(address(&format!("https://example.org/{}", "x".repeat(3000))), None);
}

#[test]
fn headings_never_skip_a_level() {
    let levels: Vec<u8> = read("#### a\n\n###### b\n\n# c\n\n#### d")
        .into_iter()
        .filter_map(|block| match block {
            Block::Heading { level, .. } => Some(level),
            _ => None,
        })
        .collect();
    // The highest is c; a, b and d stand as near to it as they may.
    assert_eq!(levels, [2, 3, 2, 3]);
    made(&paper(vec![sheet(
        "x",
        "#### a\n\n###### b\n\n# c\n\n> # sitat\n\n- ## punkt\n\n#\n\n#### d",
    )]));
}

#[test]
fn tables_keep_their_headers_and_their_width() {
    let table = "| a | b |\n|:-:|--:|\n| 1 | 2 |\n| 3 |";
    let [Block::Table { align, head, rows }] = &read(table)[..] else { panic!("no table") };
    assert_eq!((align.as_slice(), head.len()), (&["center", "right"][..], 2));
    assert!(rows.iter().all(|row| row.len() == 2));
    let wide = "|x".repeat(40) + "|\n" + &"|-".repeat(40) + "|\n" + &"|y".repeat(40) + "|";
    assert!(has(&made(&paper(vec![sheet("x", &wide)])), "/TH"));
}

/// Wherever a table is broken by the end of a page, its last row has another beside it.
#[test]
fn the_last_row_of_a_table_is_alone_on_no_page() {
    let mut lengths = Vec::new();
    for rows in 30..=40 {
        let table: Vec<String> =
            (1..=rows).map(|row| format!("| rad{row:02} | {row} |\n")).collect();
        let table = table.concat();
        let pdf = made(&paper(vec![sheet("x", &format!("| Rad | Tal |\n|---|--:|\n{table}"))]));
        let pages = pdf_extract::extract_text_from_mem_by_pages(&pdf.bytes).unwrap();
        let is_on = |page: &str, row: usize| page.contains(&format!("rad{row:02}"));
        let last = pages.iter().find(|page| is_on(page.as_str(), rows)).expect("the last row");
        assert!(is_on(last.as_str(), rows - 1), "{rows} rows");
        lengths.push(pages.iter().filter(|page| page.contains("rad")).count());
    }
    assert_eq!((lengths.first(), lengths.last()), (Some(&1), Some(&2)), "broken at every row");
    // What does not fit on a page together parts as it must.
    let tall = "ord ".repeat(2_000);
    let table = format!("| a | b |\n|---|---|\n| 1 | 2 |\n| {tall} | 2 |\n| {tall} | SLUTT |");
    let pdf = made(&paper(vec![sheet("x", &table)]));
    let pages = pdf_extract::extract_text_from_mem_by_pages(&pdf.bytes).unwrap();
    assert!(pdf.pages > 2 && pages.concat().contains("SLUTT"));
}

#[test]
fn deep_and_long_texts_come_to_an_end() {
    let deep = (0..60).map(|n| "  ".repeat(n) + "- x\n").collect::<String>();
    let quotes = format!("{} x", ">".repeat(200));
    let emphases = format!("{}x{}", "**a _b ".repeat(60), "_ **".repeat(60));
    let links = "[".repeat(100) + &"](https://example.org)".repeat(100);
    let word = "å".repeat(3_000);
    let breaks = "a  \n".repeat(200);
    let spaces = "a b ".repeat(2_000);
    for hostile in [deep, quotes, emphases, links, word, breaks, spaces] {
        assert!(has(&made(&paper(vec![sheet("x", &hostile)])), "/StructTreeRoot"));
    }
}

#[test]
fn a_paper_that_is_too_large_is_refused_at_once() {
    let text = Block::Par { c: vec![Inline::Text { text: "ord ".repeat(500_000) }] };
    let mut one = sheet("x", "");
    one.chapters[0].blocks = vec![text; 5];
    let refused = set(&paper(vec![one]), date!(2026 - 11 - 22));
    assert!(matches!(refused, Err(TypesetError::TooLarge)));
}

#[test]
fn pictures_are_made_fit_for_paper() {
    use super::picture::for_paper;
    assert!(for_paper(b"not a picture").is_none());
    let mut png = Vec::new();
    let see_through = image::RgbaImage::from_pixel(2000, 20, image::Rgba([0, 0, 0, 0]));
    see_through.write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png).unwrap();
    let jpeg = image::load_from_memory(&for_paper(&png).unwrap()).unwrap().to_rgb8();
    assert_eq!(jpeg.dimensions(), (1200, 12));
    assert!(jpeg.get_pixel(600, 6).0.iter().all(|channel| *channel > 250), "white, not black");
}

fn wall(shape: Shape) -> Paper {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"720\" height=\"360\"><path d=\"M0 0h720v360\"/></svg>";
    let chart = |n: usize| Chart {
        title: format!("Fall {n}"),
        file: chart_name(n),
        alt: "Tallet på fall gikk ned.".to_owned(),
        says: "Tallet på fall gikk ned.".to_owned(),
        marks: vec![
            "1 · mai 2018: Lys langs gulvet".to_owned();
            if shape == Shape::Slides { 5 } else { 0 }
        ],
    };
    let lines = |word: &str| (1..=7).map(|n| (n, word.to_owned())).collect();
    let wall = Wall {
        shape,
        lead: "Et sykehjem med 38 plasser byttet ut sensormatter med dempet lys.".to_owned(),
        outcome: Some(Outcome { word: "Bedre".to_owned(), note: "Fra åtte til fire.".to_owned() }),
        aim: "Halvere antallet fall om natten".to_owned(),
        aims: vec![("For hvem".to_owned(), "Beboerne".to_owned())],
        charts: vec![chart(0), chart(1)],
        did: lines("Sko med hælen mot senga (tatt inn)"),
        learned: lines("Det enkleste må stå på lista for kvelden."),
        marks: vec!["1 · mai 2018: Lys langs gulvet".to_owned(); 5],
        more: String::new(),
        labels: WallLabels {
            aim: "Målet".to_owned(),
            did: "Det vi gjorde".to_owned(),
            learned: "Det vi lærte".to_owned(),
            numbers: "Slik gikk det".to_owned(),
            marks: "Merkene i diagrammene".to_owned(),
        },
    };
    let picture = crate::charts::png(svg, 1.0).unwrap();
    Paper { wall: Some(wall), charts: vec![picture.clone(), picture], ..paper(Vec::new()) }
}

#[test]
fn a_poster_is_one_page_and_slides_are_one_for_each_thing() {
    assert_eq!(made(&wall(Shape::A3)).pages, 1);
    assert_eq!(made(&wall(Shape::A1)).pages, 1);
    // Title, the aim beside what was done, two charts, what was learned.
    let slides = made(&wall(Shape::Slides));
    assert_eq!(slides.pages, 5);
    assert!(has(&slides, "pdfuaid:part"));
    let pages = pdf_extract::extract_text_from_mem_by_pages(&slides.bytes).unwrap();
    assert!(pages[1].contains("Målet") && pages[1].contains("Det vi gjorde"), "{}", pages[1]);
    // Each test by the number that it has in the charts.
    assert!(pages[1].contains("1.") && pages[1].contains("7."), "{}", pages[1]);
    // The chart's words are text, and its title stands once.
    assert_eq!(pages[2].matches("Fall 0").count(), 1, "{}", pages[2]);
    assert!(pages[2].contains("Tallet på fall") && pages[2].contains("mai 2018"), "{}", pages[2]);
}

#[test]
fn a_poster_of_any_number_of_charts_is_one_page_that_says_what_it_has_no_room_for() {
    for count in [0, 1, 3, 4] {
        let mut paper = wall(Shape::A3);
        let picture = paper.charts[0].clone();
        paper.charts = vec![picture; count];
        if let Some(wall) = &mut paper.wall {
            let chart = wall.charts[0].clone();
            let chart =
                |n| Chart { file: chart_name(n), title: format!("Fall {n}"), ..chart.clone() };
            wall.charts = (0..count).map(chart).collect();
            wall.more = "7 målinger til står på siden.".to_owned();
        }
        let poster = made(&paper);
        assert_eq!(poster.pages, 1, "{count}");
        let text = pdf_extract::extract_text_from_mem(&poster.bytes).unwrap();
        assert!(text.contains("7 målinger til"), "{count}: {text}");
        assert_eq!(text.matches("Fall ").count(), count, "{text}");
    }
}

#[test]
fn what_is_too_much_for_half_a_slide_has_one_of_its_own() {
    let mut paper = wall(Shape::Slides);
    if let Some(wall) = &mut paper.wall {
        let long = "Vi prøvde noe som tar lang tid å forklare. ".repeat(4);
        wall.did = (1..=7).map(|n| (n, long.clone())).collect();
    }
    assert!(made(&paper).pages >= 6);
}
