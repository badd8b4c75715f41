//! Each rule with words that show it, and properties that hold for any text.

mod identity;
mod numbers;
mod words;
