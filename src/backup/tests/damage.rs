//! A byte that is not as it was, in any part, is told before anything is changed.

use super::{
    Bare, Error, Key, OTHER, PDF, Path, PathBuf, TestApp, all_of, backup, both_engines, folder,
    import, key, put_back,
};

fn files_in(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in folder.read_dir().unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_in(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// What is told of the backup at `at`, of which one part is not right.
async fn told(bare: &Bare, at: &Path, key: Option<&Key>) -> Vec<String> {
    match put_back(&bare.settings(), &folder(at.to_owned()), key, true).await {
        Err(Error::Damaged(lines)) => lines,
        other => panic!("{}: {other:?}", at.display()),
    }
}

async fn each_part_is_looked_at(app: &TestApp, key: Option<&Key>) {
    import(app, "en", PDF).await;
    let at = app.folder().join("b");
    backup(app, &folder(at.clone()), key).await.unwrap();
    import(app, "to", OTHER).await;
    let other = app.folder().join("other");
    backup(app, &folder(other.clone()), None).await.unwrap();
    let bare = Bare::like(app).await;
    put_back(&bare.settings(), &folder(other), None, false).await.unwrap();
    let before = all_of(&bare.settings()).await;
    let mut parts = Vec::new();
    files_in(&at, &mut parts);
    assert_eq!(parts.len(), 4, "database, settings, a file, manifest");
    for part in parts {
        let whole = std::fs::read(&part).unwrap();
        let mut flipped = whole.clone();
        let middle = flipped.len() / 2;
        flipped[middle] ^= 1;
        std::fs::write(&part, flipped).unwrap();
        assert_eq!(told(&bare, &at, key).await.len(), 1, "{}", part.display());
        std::fs::write(&part, &whole[..middle]).unwrap();
        assert_eq!(told(&bare, &at, key).await.len(), 1, "cut short: {}", part.display());
        std::fs::write(&part, whole).unwrap();
    }
    assert_eq!(all_of(&bare.settings()).await, before, "nothing is changed");
    assert!(crate::backup::unfinished(&bare.settings()).is_none());
    bare.end().await;
}

both_engines! {
    async fn a_byte_that_is_another_is_told_before_anything_is_changed(app: TestApp) {
        each_part_is_looked_at(&app, None).await;
    }

    async fn so_it_is_in_a_locked_one(app: TestApp) {
        let key = key(app.folder(), "key");
        each_part_is_looked_at(&app, Some(&key)).await;
    }

    async fn all_that_is_wrong_is_told_at_once(app: TestApp) {
        import(&app, "en", PDF).await;
        import(&app, "to", OTHER).await;
        let at = app.folder().join("b");
        backup(&app, &folder(at.clone()), None).await.unwrap();
        let mut parts = Vec::new();
        files_in(&at.join("files"), &mut parts);
        for part in &parts {
            std::fs::remove_file(part).unwrap();
        }
        let bare = Bare::like(&app).await;
        let lines = told(&bare, &at, None).await;
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert!(lines.iter().all(|line| line.ends_with("it is missing")), "{lines:?}");
        bare.end().await;
    }
}
