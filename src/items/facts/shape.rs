//! Is what came in written as objects with names? A list in the place of one is read as its fields in
//! their order, and a slip would go in as something else.

use serde_json::Value;

/// Where a list stands in `raw` that was read as an object, by path below `root`: `files.0.source`.
pub fn lists_for_objects(raw: &Value, read: &Value, root: &str) -> Vec<String> {
    let mut all = Vec::new();
    look(raw, read, root, &mut all);
    all
}

fn look(raw: &Value, read: &Value, path: &str, all: &mut Vec<String>) {
    let within = |name: &str| {
        if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
    };
    match (raw, read) {
        (Value::Array(_), Value::Object(_)) => all.push(path.to_owned()),
        (Value::Object(raw), Value::Object(read)) => {
            let both = raw.iter().filter_map(|(name, raw)| Some((name, raw, read.get(name)?)));
            both.for_each(|(name, raw, read)| look(raw, read, &within(name), all));
        }
        (Value::Array(raw), Value::Array(read)) => {
            let both = raw.iter().zip(read).enumerate();
            both.for_each(|(n, (raw, read))| look(raw, read, &within(&n.to_string()), all));
        }
        _ => {}
    }
}
