//! What a route asks of whoever comes: small named questions.

/// Every route names one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// The page is public.
    Anybody,
}
