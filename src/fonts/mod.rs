//! The letters that come with the program, for what is drawn without a browser: paper, and pictures of charts.

/// Parts of Inter (SIL Open Font License, beside the files): regular, italic, semi-bold, semi-bold italic.
pub static INTER: [&[u8]; 4] = [
    include_bytes!("Inter-Regular.ttf"),
    include_bytes!("Inter-Italic.ttf"),
    include_bytes!("Inter-SemiBold.ttf"),
    include_bytes!("Inter-SemiBoldItalic.ttf"),
];

/// The upright ones.
pub fn upright() -> [&'static [u8]; 2] {
    [INTER[0], INTER[2]]
}
