//! A diagram of what hangs on what: columns of texts, joined by curved lines from left to right.
//!
//! It is drawn for a wide screen and for paper. The page shows the same as a list, which is all that a
//! phone shows, and all that those who do not see it need.

mod layout;
mod picture;
#[cfg(test)]
mod tests;

/// A diagram to draw.
#[derive(Clone, Debug)]
pub struct Diagram<'a> {
    /// Unique on its page: the ids inside begin with it.
    pub id: &'a str,
    /// What it shows, and where the same stands in words.
    pub title: &'a str,
    pub about: &'a str,
    /// What each column is called, from the left.
    pub columns: Vec<String>,
    pub nodes: Vec<Node>,
    /// The language of the texts, where it is another than the page's.
    pub lang: Option<&'a str>,
}

/// A text in its column.
#[derive(Clone, Debug, Default)]
pub struct Node {
    pub column: usize,
    pub text: String,
    /// A word beside a ring at the end of its line.
    pub mark: Option<String>,
    /// Which it hangs on, by their places among the nodes; those that are not farther left are passed over.
    pub on: Vec<usize>,
}

impl Diagram<'_> {
    pub fn svg(&self) -> String {
        picture::draw(self)
    }
}
