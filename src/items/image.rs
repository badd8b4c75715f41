//! The picture of a text: what it shows, who made it, and the sizes that there are of it.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::pictures::{Crop, Focus};

/// A picture of the item. Without a text in its place it can't be published, unless it only decorates.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Image {
    pub file: Uuid,
    pub name: String,
    pub width: u32,
    pub height: u32,
    pub alt: String,
    pub credit: String,
    #[serde(default)]
    pub caption: Option<String>,
    /// It says nothing that the text does not: who hears the page is not told of it.
    #[serde(default, skip_serializing_if = "is_not")]
    pub decorative: bool,
    #[serde(default, skip_serializing_if = "is_usual")]
    pub crop: Crop,
    #[serde(default, skip_serializing_if = "is_usual")]
    pub focus: Focus,
    /// What it is cut from: kept whole, and shown to nobody but those who write.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub master: Option<Uuid>,
    /// The same picture for other screens, the smallest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sizes: Vec<ImageSize>,
}

/// A picture within the prose: `![](bilde:1)` says where it stands.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Placed {
    /// What the text calls it by; [`crate::markdown::is_name`]. It says nothing of what it shows.
    pub name: String,
    pub image: Image,
}

/// The picture in one size and one format.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImageSize {
    pub file: Uuid,
    pub name: String,
    pub media_type: String,
    pub width: u32,
    pub height: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form that serde calls")]
fn is_not(said: &bool) -> bool {
    !*said
}

fn is_usual<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Placed {
    #[must_use]
    pub fn as_a_line_says(self) -> Self {
        Self { image: self.image.as_a_line_says(), ..self }
    }
}

impl Image {
    /// Whether the credit says by itself what kind of picture it is of: «Illustrasjon: Kari».
    pub fn names_its_kind(&self) -> bool {
        let (word, rest) = self.credit.split_once(':').unwrap_or_default();
        !word.is_empty() && word.chars().all(char::is_alphabetic) && rest.starts_with(' ')
    }

    /// Its files, each with its name.
    pub fn files(&self) -> impl Iterator<Item = (Uuid, &str)> {
        let sizes = self.sizes.iter().map(|size| (size.file, size.name.as_str()));
        std::iter::once((self.file, self.name.as_str())).chain(sizes)
    }

    /// Without what no line of the exchange format says: the sizes, and how they came about.
    #[must_use]
    pub fn as_a_line_says(self) -> Self {
        let (crop, focus) = (Crop::default(), Focus::default());
        Self { crop, focus, master: None, sizes: Vec::new(), ..self }
    }

    /// The sizes that are known of the very same picture.
    pub fn take_sizes_of(&mut self, same: &Self) {
        if self.file == same.file && self.sizes.is_empty() {
            (self.crop, self.focus, self.master) = (same.crop, same.focus, same.master);
            self.sizes.clone_from(&same.sizes);
        }
    }

    /// As lists have it, where it is small: each line of a list is the lighter for it.
    #[must_use]
    pub fn in_lists(mut self) -> Self {
        self.sizes.retain(|size| size.width <= WIDEST_IN_LISTS);
        self
    }

    /// Is it this file, in any size, or cut from it?
    pub fn shows(&self, file: Uuid) -> bool {
        self.master == Some(file) || self.files().any(|(id, _)| id == file)
    }

    /// Does it say what it shows, or that it shows nothing that is needed?
    pub fn is_described(&self) -> bool {
        self.decorative || !self.alt.trim().is_empty()
    }

    /// What those hear who do not see it; nothing where it only decorates.
    pub fn spoken(&self) -> &str {
        if self.decorative { "" } else { &self.alt }
    }

    /// The sizes in the format of the picture itself, as `srcset` has them; empty where there are none.
    pub fn srcset(&self) -> String {
        self.of_type(|media_type| media_type != WEBP)
    }

    /// Those in the format that most browsers know and that is smaller.
    pub fn srcset_webp(&self) -> String {
        self.of_type(|media_type| media_type == WEBP)
    }

    fn of_type(&self, is_meant: impl Fn(&str) -> bool) -> String {
        let meant = self.sizes.iter().filter(|size| is_meant(&size.media_type));
        let source =
            |size: &ImageSize| format!("/filer/{}/{} {}w", size.file, size.name, size.width);
        meant.map(source).collect::<Vec<_>>().join(", ")
    }
}

/// A card is never wider than a telephone, and fine screens have twice the points.
const WIDEST_IN_LISTS: u32 = 960;
const WEBP: &str = "image/webp";
