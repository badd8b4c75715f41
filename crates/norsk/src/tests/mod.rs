//! Each rule with words that show it, and properties that hold for any text.

mod numbers;
mod words;
