//! What a browser would send of a form on a page, as it stands there.

use crate::testing::html::{sent, tag_end, unescaped};

/// The inputs with their values: boxes that are ticked, options that are chosen, texts as they are.
pub fn filled_in(html: &str) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        let end = tag_end(rest);
        let tag = &rest[..end];
        rest = &rest[end..];
        let name = attribute(tag, "name");
        if tag.starts_with("<input") {
            let kind = attribute(tag, "type").unwrap_or_default();
            let is_off = matches!(kind.as_str(), "checkbox" | "radio") && !tag.contains(" checked");
            if kind != "file" && !is_off {
                pairs.extend(name.map(|name| (name, attribute(tag, "value").unwrap_or_default())));
            }
        } else if tag.starts_with("<textarea") {
            let (content, after) = rest.split_once("</textarea>").expect("an end");
            pairs.push((name.expect("a name"), sent(content)));
            rest = after;
        } else if tag.starts_with("<select") {
            let (content, after) = rest.split_once("</select>").expect("an end");
            let chosen = content.split("<option").find(|option| option.contains(" selected"));
            let value = chosen.and_then(|option| attribute(option, "value")).unwrap_or_default();
            pairs.push((name.expect("a name"), value));
            rest = after;
        }
    }
    pairs
}

/// The body that it would be sent as.
pub fn body(pairs: &[(String, String)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, value) = tag.split_once(&format!(" {name}=\""))?;
    value.split_once('"').map(|(value, _)| unescaped(value))
}
