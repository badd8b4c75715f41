//! Closed sets of words: stored by a name, said by a key of `locales/`.

/// Defines a closed set of words with their stored names and their keys.
macro_rules! closed {
    ($(#[$about:meta])* $name:ident { $($variant:ident = $stored:literal $key:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord,
            serde::Serialize, serde::Deserialize,
        )]
        pub enum $name { $(#[serde(rename = $stored)] $variant),+ }

        impl $name {
            /// The stored names, in order.
            pub const NAMES: &'static [&'static str] = &[$($stored),+];

            pub fn named(name: &str) -> Option<Self> {
                match name { $($stored => Some(Self::$variant),)+ _ => None }
            }
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $stored),+ }
            }
            pub fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }
        }
    };
}
pub(crate) use closed;
