//! No text lies over another, no line is lost, and nothing that somebody wrote is markup.

use super::layout::{LINE, Layout, WIDTH, wrapped};
use super::{Diagram, Node};
use crate::charts::ink::width;
use crate::testing::Dice;

fn node(column: usize, text: &str, on: &[usize]) -> Node {
    Node { column, text: text.to_owned(), mark: None, on: on.to_vec() }
}

fn diagram(nodes: Vec<Node>) -> Diagram<'static> {
    let columns = ["Målet", "Primære drivere", "Sekundære drivere", "Ideer"];
    Diagram {
        id: "hang",
        title: "Driverdiagram",
        about: "Det samme står i listen.",
        columns: columns.map(str::to_owned).to_vec(),
        nodes,
        lang: None,
    }
}

#[test]
fn one_that_hangs_on_two_is_drawn_once_with_two_lines() {
    let diagram = diagram(vec![
        node(0, "Flere holder vekta", &[]),
        node(1, "Ro rundt bordet", &[0]),
        node(1, "Hjelp når det trengs", &[0]),
        node(2, "Personalet sitter ved bordet", &[1, 2]),
        Node { mark: Some("prøves nå".to_owned()), ..node(3, "En fast bordvert", &[3]) },
    ]);
    let svg = diagram.svg();
    // In three lines or in one, it is there once.
    assert_eq!(svg.matches("Personalet").count(), 1, "{svg}");
    // One curve for each time that something hangs on something.
    assert_eq!(svg.matches('C').count(), 5, "{svg}");
    assert!(svg.contains("prøves nå") && svg.contains("role=\"img\""));
    assert!(svg.contains("<title id=\"hang-t\">Driverdiagram</title>"));
    let layout = Layout::of(&diagram);
    assert!((layout.laid[0].y - layout.laid[3].y).abs() < 80.0, "the aim stands in the middle");
}

#[test]
fn what_is_written_is_no_markup_and_what_is_wrong_is_passed_over() {
    let svg = diagram(vec![
        node(0, "<script>\u{1}&\"", &[]),
        // In a column that is not there, hung on itself, on one beside it and on nothing.
        node(99, "Langt ute", &[1, 2, 77]),
        node(99, "", &[1]),
    ])
    .svg();
    assert!(svg.contains("&lt;script&gt;&amp;&quot;") && !svg.contains("<script"), "{svg}");
    assert!(svg.contains("Langt ute") && !svg.contains('C'), "{svg}");
    assert!(diagram(Vec::new()).svg().ends_with("</svg>"));
    let none = Diagram { columns: Vec::new(), ..diagram(vec![node(0, "Alene", &[])]) };
    assert!(none.svg().contains("Alene"));
}

#[test]
fn a_long_text_is_cut_and_every_line_fits() {
    let long = "Sammenhengende pleieogomsorgstjenestekvalitetsforbedringsarbeid ".repeat(20);
    let lines = wrapped(&long, 207.0);
    assert!(lines.len() <= 5 && lines.last().unwrap().ends_with('…'), "{lines:?}");
    assert!(lines.iter().all(|line| width(line) <= 207.0), "{lines:?}");
    assert_eq!(wrapped("  to   ord ", 207.0), ["to ord"]);
}

#[test]
fn no_text_lies_over_another_however_things_hang_together() {
    let mut dice = Dice(7);
    for _ in 0..200 {
        let mut nodes = vec![node(0, "Målet", &[])];
        for column in 1..4 {
            let before = nodes.len();
            for _ in 0..dice.below(6) {
                let text = "Personalet sitter ved bordet ".repeat(1 + dice.below(3));
                let on: Vec<usize> = (0..dice.below(4)).map(|_| dice.below(before)).collect();
                let mark = (dice.below(3) == 0).then(|| "prøves nå".to_owned());
                nodes.push(Node { mark, ..node(column, &text, &on) });
            }
        }
        let layout = Layout::of(&diagram(nodes));
        for (at, one) in layout.laid.iter().enumerate() {
            assert!(one.right <= WIDTH + 0.1 && one.y < layout.height);
            for other in layout.laid[at + 1..].iter().filter(|other| other.column == one.column) {
                // Its lines of text stand above its line.
                let (over, under) = if one.y < other.y { (one, other) } else { (other, one) };
                let lines = f64::from(u16::try_from(under.lines.len()).unwrap());
                assert!(under.y - LINE * lines > over.y, "{:?} {:?}", over.lines, under.lines);
            }
        }
    }
}
