//! Embeds what `web/` built: each file with its compressed forms, by its plain name.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap_or_default());
    let dist = root.join("web/dist");
    println!("cargo::rerun-if-changed=web/dist/manifest.json");
    println!("cargo::rerun-if-changed=locales");
    examples(&root, "images", "pictures.rs", "PICTURES");
    examples(&root, "files", "files.rs", "FILES");
    let Ok(manifest) = fs::read_to_string(dist.join("manifest.json")) else {
        println!(
            "cargo::error=web/dist is missing: run `make web` first (it needs Node.js 20 or newer)"
        );
        return;
    };
    let mut code = String::from("pub static ASSETS: &[Asset] = &[\n");
    for (plain, hashed) in names(&manifest) {
        let file = dist.join(&hashed);
        let _ = writeln!(
            code,
            "    Asset {{ name: {plain:?}, path: \"/static/{hashed}\", media_type: {:?}, plain: {}, br: {}, gz: {} }},",
            media_type(&hashed),
            bytes(&file).unwrap_or_else(|| "&[]".into()),
            optional(&file, "br"),
            optional(&file, "gz"),
        );
    }
    guides(&root, &mut code);
    code.push_str("];\n");
    write("assets.rs", &code);
}

/// The pictures of the guides (`scripts/guide-pictures`): files like those of `web/`, and how large each is.
fn guides(root: &Path, assets: &mut String) {
    let folder = root.join("src/guides/pictures");
    println!("cargo::rerun-if-changed={}", folder.display());
    let entries = fs::read_dir(&folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "png"));
    files.sort();
    let mut code = String::from("static PICTURES: &[(&str, u32, u32)] = &[\n");
    for file in files {
        let content = fs::read(&file).unwrap_or_default();
        let stem = file.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        let (path, hash) = (file.display().to_string(), hash(&content));
        let _ = writeln!(
            assets,
            "    Asset {{ name: \"guide-{stem}.png\", path: \"/static/guide-{stem}.{hash:08x}.png\", media_type: \"image/png\", plain: include_bytes!({path:?}), br: None, gz: None }},",
        );
        let (width, height) = (number(&content, 16), number(&content, 20));
        let _ = writeln!(code, "    ({stem:?}, {width}, {height}),");
    }
    code.push_str("];\n");
    write("guide_pictures.rs", &code);
}

/// Four bytes of the head of a PNG: where its size stands.
fn number(content: &[u8], at: usize) -> u32 {
    let bytes = content.get(at..at + 4).and_then(|bytes| bytes.try_into().ok());
    bytes.map_or(0, u32::from_be_bytes)
}

/// FNV-1a: another name for another picture, and no more.
fn hash(content: &[u8]) -> u32 {
    content
        .iter()
        .fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// What belongs to the example library, as it stands in a folder of `data/demo`.
fn examples(root: &Path, folder: &str, into: &str, constant: &str) {
    let folder = root.join("data/demo").join(folder);
    println!("cargo::rerun-if-changed={}", folder.display());
    let entries = fs::read_dir(&folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    files.sort();
    let mut code = format!("static {constant}: &[Example] = &[\n");
    for file in files {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let path = file.display().to_string();
        let _ =
            writeln!(code, "    Example {{ name: {name:?}, bytes: include_bytes!({path:?}) }},");
    }
    code.push_str("];\n");
    write(into, &code);
}

fn write(name: &str, code: &str) {
    let out = PathBuf::from(env::var("OUT_DIR").unwrap_or_default()).join(name);
    if let Err(error) = fs::write(out, code) {
        println!("cargo::error={name} can't be written: {error}");
    }
}

/// The pairs of a flat JSON object of strings: all that the manifest is.
fn names(manifest: &str) -> Vec<(String, String)> {
    let strings: Vec<&str> = manifest.split('"').skip(1).step_by(2).collect();
    strings.chunks_exact(2).map(|pair| (pair[0].to_owned(), pair[1].to_owned())).collect()
}

/// A file that is not there is not watched: Cargo would take it for changed at every build. Should
/// it come, so has another manifest.
fn bytes(file: &Path) -> Option<String> {
    if !file.exists() {
        return None;
    }
    println!("cargo::rerun-if-changed={}", file.display());
    Some(format!("include_bytes!({:?})", file.display().to_string()))
}

fn optional(file: &Path, ending: &str) -> String {
    let file = PathBuf::from(format!("{}.{ending}", file.display()));
    bytes(&file).map_or("None".into(), |bytes| format!("Some({bytes})"))
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("woff2") => "font/woff2",
        Some("svg") => "image/svg+xml; charset=utf-8",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        _ => "application/octet-stream",
    }
}
