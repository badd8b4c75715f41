//! All that the typesetter can see: one template of ours, the data, the pictures. No disk, no net, no clock.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use super::TypesetError;
use super::letters::LETTERS;
use super::paper::Paper;
use super::wall::chart_name;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    // For the row headers of tables of facts.
    let features = [Feature::A11yExtras].into_iter().collect();
    LazyHash::new(Library::builder().with_features(features).build())
});

static TEMPLATE: LazyLock<Option<Source>> =
    LazyLock::new(|| Some(Source::new(file("paper.typ")?, include_str!("paper.typ").to_owned())));

static WALL: LazyLock<Option<Source>> =
    LazyLock::new(|| Some(Source::new(file("wall.typ")?, include_str!("wall.typ").to_owned())));

fn file(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// One document's world.
pub struct Sealed {
    main: Source,
    files: Vec<(FileId, Bytes)>,
    words: usize,
}

impl Sealed {
    pub fn new(paper: &Paper) -> Result<Self, TypesetError> {
        let broken = || TypesetError::Broken("a name of ours is no path".to_owned());
        let template = if paper.wall.is_some() { &WALL } else { &TEMPLATE };
        let main = LazyLock::force(template).clone().ok_or_else(broken)?;
        let json = serde_json::to_vec(paper).map_err(|e| TypesetError::Broken(e.to_string()))?;
        let words = json.len();
        let mut files = vec![(file("paper.json").ok_or_else(broken)?, Bytes::new(json))];
        for (number, picture) in paper.pictures.iter().enumerate() {
            let name = file(&picture_name(number)).ok_or_else(broken)?;
            files.push((name, Bytes::new(picture.clone())));
        }
        for (number, chart) in paper.charts.iter().enumerate() {
            let name = file(&chart_name(number)).ok_or_else(broken)?;
            files.push((name, Bytes::new(chart.clone())));
        }
        Ok(Self { main, files, words })
    }
}

impl Sealed {
    /// The bytes of the words, pictures apart.
    pub fn size(&self) -> usize {
        self.words
    }
}

/// What the picture with this number is called in the data.
pub fn picture_name(number: usize) -> String {
    format!("{number}.jpg")
}

impl World for Sealed {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &LETTERS.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let found = self.files.iter().find(|(name, _)| *name == id);
        found.map(|(_, bytes)| bytes.clone()).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        LETTERS.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
