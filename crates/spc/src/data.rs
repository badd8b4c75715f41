//! What goes in: rows of a measure, in any order.

/// Where a row stands along the axis. One series holds one kind only.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum X {
    /// A number: sequence number, week number, patient number.
    Number(f64),
    /// A moment, as seconds since 1970-01-01 (a date is its midnight).
    Time(i64),
    /// A name without order, such as a ward. Points are then compared with each other and not
    /// followed in time: no runs test, and primed charts take the plain standard deviation.
    Label(String),
}

impl X {
    pub(crate) fn same_kind(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }

    pub(crate) fn order(&self, other: &Self) -> std::cmp::Ordering {
        match (self, other) {
            // Adding zero makes −0 and 0 the same place.
            (Self::Number(a), Self::Number(b)) => (a + 0.0).total_cmp(&(b + 0.0)),
            (Self::Time(a), Self::Time(b)) => a.cmp(b),
            (Self::Label(a), Self::Label(b)) => a.chars().map(rank).cmp(b.chars().map(rank)),
            _ => std::cmp::Ordering::Equal,
        }
    }
}

/// Where a letter stands among others: as Unicode numbers them, but that å comes after ø.
fn rank(letter: char) -> (char, bool) {
    match letter {
        'å' => ('ø', true),
        'Å' => ('Ø', true),
        _ => (letter, false),
    }
}

/// One observation. Several rows with the same `x` are one subgroup.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Row {
    pub x: X,
    /// The measure, or the count above the line. `None` is a missing value.
    pub y: Option<f64>,
    /// What is below the line: patients at risk, bed days.
    #[cfg_attr(feature = "serde", serde(default))]
    pub n: Option<f64>,
    /// The part of the chart that this row belongs to; a new part starts where the label changes.
    #[cfg_attr(feature = "serde", serde(default))]
    pub part: Option<String>,
}

/// The rows of one chart.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Series {
    /// Which of several small charts this is, for example hospital and infection; often empty.
    #[cfg_attr(feature = "serde", serde(default))]
    pub facet: Vec<String>,
    pub rows: Vec<Row>,
}

impl Series {
    /// Values in the order they came, numbered 1, 2, 3 …
    ///
    /// ```
    /// let weights = spc::Series::of([81.2, 80.9, 81.4]);
    /// assert_eq!(weights.rows[2].x, spc::X::Number(3.0));
    /// ```
    pub fn of(values: impl IntoIterator<Item = f64>) -> Self {
        Self::with_gaps(values.into_iter().map(Some))
    }

    /// As [`Series::of`], with `None` where a value is missing.
    pub fn with_gaps(values: impl IntoIterator<Item = Option<f64>>) -> Self {
        Self::numbered(values.into_iter().map(|y| (y, None)))
    }

    /// Counts with their denominators, numbered 1, 2, 3 …
    pub fn of_ratios(pairs: impl IntoIterator<Item = (f64, f64)>) -> Self {
        Self::numbered(pairs.into_iter().map(|(y, n)| (Some(y), Some(n))))
    }

    /// Subgroups of raw values, numbered 1, 2, 3 …
    pub fn of_subgroups<G>(groups: impl IntoIterator<Item = G>) -> Self
    where
        G: IntoIterator<Item = f64>,
    {
        let groups = groups.into_iter().zip(1_u32..).flat_map(|(group, number)| {
            let x = X::Number(f64::from(number));
            group.into_iter().map(move |y| Row { x: x.clone(), y: Some(y), n: None, part: None })
        });
        Self { facet: Vec::new(), rows: groups.collect() }
    }

    fn numbered(values: impl Iterator<Item = (Option<f64>, Option<f64>)>) -> Self {
        let rows = values.zip(1_u32..).map(|((y, n), number)| Row {
            x: X::Number(f64::from(number)),
            y,
            n,
            part: None,
        });
        Self { facet: Vec::new(), rows: rows.collect() }
    }
}
