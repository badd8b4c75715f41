//! What stands on a poster or on slides: aim, charts, what was done and what was learned.

use serde::Serialize;

use super::paper::Outcome;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    A3,
    A1,
    Slides,
}

/// A poster or slides, in the language of the paper.
#[derive(Clone, Debug, Serialize)]
pub struct Wall {
    pub shape: Shape,
    pub lead: String,
    pub outcome: Option<Outcome>,
    pub aim: String,
    /// For whom, how much, by when: a name and what it is.
    pub aims: Vec<(String, String)>,
    pub charts: Vec<Chart>,
    /// Tests, each by the number that it has in the charts.
    pub did: Vec<(usize, String)>,
    pub learned: Vec<(usize, String)>,
    /// What the signs in the charts mean, where it is the same in all of them.
    pub marks: Vec<String>,
    /// That there are measures for which there is no room; empty where there are none.
    pub more: String,
    pub labels: Labels,
}

/// A chart as a picture, with its words beside it. Its bytes stand in [`super::Paper::charts`].
#[derive(Clone, Debug, Serialize)]
pub struct Chart {
    pub title: String,
    pub file: String,
    pub alt: String,
    /// What it shows.
    pub says: String,
    /// What its signs mean, where the other charts have others.
    pub marks: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Labels {
    pub aim: String,
    pub did: String,
    pub learned: String,
    pub numbers: String,
    pub marks: String,
}

/// What the chart with this number is called in the data.
pub fn chart_name(number: usize) -> String {
    format!("chart-{number}.png")
}
