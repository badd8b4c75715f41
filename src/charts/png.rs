//! A picture as PNG, for mail and slides.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb::Database};

/// More pixels than this on a side are not made.
const LARGEST: f32 = 16_000.0;

static LETTERS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut letters = Database::new();
    for font in crate::fonts::upright() {
        letters.load_font_data(font.to_vec());
    }
    letters.set_sans_serif_family("Inter");
    Arc::new(letters)
});

/// Draws an SVG on white, `scale` pixels for each of its own (2 is sharp on most screens). No file
/// or font of the machine is read.
pub fn png(svg: &str, scale: f32) -> Result<Vec<u8>, String> {
    let options = Options {
        fontdb: Arc::clone(&LETTERS),
        font_family: "Inter".to_owned(),
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).map_err(|error| error.to_string())?;
    let size = tree.size();
    let scale = scale.min(LARGEST / size.width()).min(LARGEST / size.height());
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 1 and the largest"
    )]
    let pixels = |length: f32| (length * scale).ceil().max(1.0) as u32;
    let mut picture = Pixmap::new(pixels(size.width()), pixels(size.height()))
        .ok_or("the picture is too large")?;
    picture.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
    picture.encode_png().map_err(|error| error.to_string())
}
