//! Dates, numbers and tables as people in Norway write them.
//!
//! There is one rule: what is not understood never passes as something else. A cell has one reading,
//! or several of which the column decides ([`import`]), or none; and each is said.
//!
//! ```
//! use figures::{When, number, period};
//!
//! let Some(When::Known(when)) = period::read("3. kvartal 25") else { panic!() };
//! assert_eq!(when.period.first.to_string(), "2025-07-01");
//! // The digit is a footnote's.
//! let number::Figure::Noted { digits, .. } = number::read("12¹") else { panic!() };
//! assert_eq!(digits.comma, Some(12.0));
//! ```

pub mod clean;
pub mod import;
pub mod like;
pub mod number;
pub mod people;
pub mod period;
pub mod records;
pub mod table;
mod tokens;
pub mod unit;
pub mod words;
#[cfg(feature = "workbook")]
pub mod workbook;

pub use number::{Digits, Figure, Mark};
pub use period::{Kind, Known, Period, When};
pub use table::{Cell, Grid, Line};
