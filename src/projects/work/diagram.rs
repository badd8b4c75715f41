//! A driver diagram, drawn: the aim, and a column for each level that there is.

use crate::diagrams::{Diagram, Node};
use crate::i18n::Text;
use crate::work::Level;

/// A driver to draw.
pub struct DrawnDriver<'a> {
    pub level: Level,
    pub words: &'a str,
    /// A word beside it.
    pub mark: Option<String>,
    /// Which of the others it serves, by their places. A primary one serves the aim.
    pub serves: Vec<usize>,
}

const LEVELS: [(Level, &str); 3] = [
    (Level::Primary, "improvement-drivers-primary"),
    (Level::Secondary, "improvement-drivers-secondary"),
    (Level::Idea, "improvement-drivers-ideas"),
];

/// None while there is nothing to draw. `lang` is that of the words, where it is not the reader's.
pub fn driver_diagram(
    t: Text,
    aim: &str,
    drivers: &[DrawnDriver<'_>],
    lang: Option<&str>,
) -> Option<String> {
    let is_there = |level: Level| drivers.iter().any(|driver| driver.level == level);
    let levels: Vec<(Level, &str)> =
        LEVELS.into_iter().filter(|(level, _)| is_there(*level)).collect();
    if levels.is_empty() {
        return None;
    }
    // In the order of the columns, as the outline has them.
    let mut order: Vec<usize> = (0..drivers.len()).collect();
    order.sort_by_key(|at| drivers[*at].level);
    let mut nodes = vec![Node { text: aim.to_owned(), ..Node::default() }];
    nodes.extend(order.iter().map(|at| {
        let driver = &drivers[*at];
        let column = levels.iter().position(|(level, _)| *level == driver.level).unwrap_or(0) + 1;
        let place = |of: &usize| order.iter().position(|other| other == of);
        let on = match driver.level {
            Level::Primary => vec![0],
            _ => driver.serves.iter().filter_map(place).map(|at| at + 1).collect(),
        };
        Node { column, text: driver.words.to_owned(), mark: driver.mark.clone(), on }
    }));
    let mut columns = vec![t.plain("improvement-aim")];
    columns.extend(levels.iter().map(|(_, heading)| t.plain(heading)));
    let diagram = Diagram {
        id: "driverdiagram",
        title: &t.plain("improvement-drivers-diagram"),
        about: &t.plain("improvement-drivers-diagram-about"),
        columns,
        nodes,
        lang,
    };
    Some(diagram.svg())
}
