//! A file comes back as it was kept; what is no picture is not taken for one.

use super::{Files, digest, picture};

#[tokio::test]
async fn a_kept_file_comes_back_by_its_digest() {
    let folder = crate::testing::Folder::new();
    let files = Files::in_folder(folder.path()).unwrap();
    let kept = files.keep(b"innhold".to_vec()).await.unwrap();
    assert_eq!(kept, digest(b"innhold"));
    assert_eq!(files.read(&kept).await.unwrap().as_deref(), Some(b"innhold".as_slice()));
    assert_eq!(files.read(&digest(b"annet")).await.unwrap(), None);
}

#[test]
fn only_pictures_are_pictures() {
    // A 1 × 1 PNG, by its header.
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02\x08\x06\0\0\0";
    let found = picture(png).unwrap();
    assert_eq!((found.media_type, found.width, found.height), ("image/png", 3, 2));
    assert_eq!(picture(b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"), None);
    assert_eq!(picture(b"\x89PNG"), None);
    assert_eq!(picture(b""), None);
}
