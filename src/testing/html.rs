//! A page as a test reads it: its tags with what they say, and its forms as a browser would send them.

use std::collections::BTreeMap;

/// A tag of a page; an end is called `/form`.
#[derive(Clone, Debug)]
pub struct Tag {
    pub name: String,
    attributes: BTreeMap<String, String>,
    /// Where what comes after it begins.
    end: usize,
}

impl Tag {
    /// What an attribute says; empty where it is not there.
    pub fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    pub fn has(&self, name: &str) -> bool {
        self.attributes.contains_key(name)
    }
}

/// Every tag of a page, in order.
pub fn tags(html: &str) -> Vec<Tag> {
    let (mut tags, mut at) = (Vec::new(), 0);
    while let Some(found) = html[at..].find('<') {
        let start = at + found;
        let end = start + tag_end(&html[start..]);
        let inside = html[start + 1..end].trim_end_matches('>').trim_end_matches('/');
        let (name, rest) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
        tags.push(Tag { name: name.to_lowercase(), attributes: attributes(rest), end });
        at = end;
    }
    tags
}

/// Where a tag ends that begins here.
pub fn tag_end(tag: &str) -> usize {
    let mut is_quoted = false;
    for (at, letter) in tag.char_indices() {
        match letter {
            '"' => is_quoted = !is_quoted,
            '>' if !is_quoted => return at + 1,
            _ => {}
        }
    }
    tag.len()
}

fn attributes(mut rest: &str) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    loop {
        rest = rest.trim_start();
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        if end == 0 {
            return all;
        }
        let name = rest[..end].to_lowercase();
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let (text, after) = quoted.split_once('"').unwrap_or((quoted, ""));
            value = unescaped(text);
            rest = after;
        }
        all.entry(name).or_insert(value);
    }
}

/// Takes back what the template's escaping did.
pub fn unescaped(text: &str) -> String {
    [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")]
        .into_iter()
        .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// What somebody can fill in, under one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filling {
    /// Sent along, and typed by nobody.
    Hidden,
    Line,
    Text,
    /// One of these.
    One(Vec<String>),
    /// Some of these.
    Some(Vec<String>),
    File,
}

#[derive(Clone, Debug)]
pub struct Input {
    pub name: String,
    /// What a fault in it leads to.
    pub id: String,
    pub filling: Filling,
    pub is_needed: bool,
    /// What it would be sent with.
    pub values: Vec<String>,
    /// Does another input have the same name: a word of one's own, or one more of the same?
    pub is_shared: bool,
}

/// A form on a page, with what stands in it.
#[derive(Clone, Debug)]
pub struct PageForm {
    pub action: String,
    pub inputs: Vec<Input>,
}

impl PageForm {
    /// What a browser would send.
    pub fn pairs(&self) -> Vec<(String, String)> {
        let of = |input: &Input| {
            let name = input.name.clone();
            input.values.clone().into_iter().map(move |value| (name.clone(), value))
        };
        self.inputs.iter().flat_map(of).collect()
    }
}

/// The forms of a page that change something.
pub fn forms(html: &str) -> Vec<PageForm> {
    let tags = tags(html);
    let (mut forms, mut sets) = (Vec::<PageForm>::new(), Vec::<String>::new());
    let mut is_inside = false;
    for (at, tag) in tags.iter().enumerate() {
        match tag.name.as_str() {
            "form" if tag.get("method") == "post" => {
                is_inside = true;
                forms.push(PageForm { action: tag.get("action").to_owned(), inputs: Vec::new() });
            }
            "/form" => is_inside = false,
            "fieldset" => sets.push(tag.get("id").to_owned()),
            "/fieldset" => {
                sets.pop();
            }
            // The button that sends it may say which of a page's forms it is.
            "button" if is_inside && tag.get("id") == "send" && tag.has("name") => {
                if let Some(form) = forms.last_mut() {
                    form.inputs.push(pressed(tag));
                }
            }
            "input" | "textarea" | "select" if is_inside => {
                let set = sets.last().map_or("", String::as_str);
                if let (Some(form), Some(input)) = (forms.last_mut(), input(html, &tags[at..], set))
                {
                    add(form, input);
                }
            }
            _ => {}
        }
    }
    forms
}

fn pressed(button: &Tag) -> Input {
    Input {
        name: button.get("name").to_owned(),
        id: button.get("id").to_owned(),
        filling: Filling::Hidden,
        is_needed: false,
        values: vec![button.get("value").to_owned()],
        is_shared: false,
    }
}

/// One more: a box or a button to choose by goes with those of its name.
fn add(form: &mut PageForm, input: Input) {
    let Some(before) = form.inputs.iter_mut().find(|one| one.name == input.name) else {
        form.inputs.push(input);
        return;
    };
    match (&mut before.filling, input.filling) {
        (Filling::One(all), Filling::One(more)) | (Filling::Some(all), Filling::Some(more)) => {
            all.extend(more);
            before.values.extend(input.values);
        }
        _ => before.is_shared = true,
    }
}

/// The input at the first of these tags; none for one without a name.
fn input(html: &str, tags: &[Tag], set: &str) -> Option<Input> {
    let tag = tags.first()?;
    let value = || vec![tag.get("value").to_owned()];
    let chosen = || if tag.has("checked") { value() } else { Vec::new() };
    let kind = if tag.name == "input" { tag.get("type") } else { tag.name.as_str() };
    let (filling, values) = match kind {
        "hidden" => (Filling::Hidden, value()),
        // What people never meet, for those who are none.
        _ if tag.get("tabindex") == "-1" => (Filling::Hidden, value()),
        "file" => (Filling::File, Vec::new()),
        "radio" => (Filling::One(value()), chosen()),
        "checkbox" => (Filling::Some(value()), chosen()),
        "textarea" => (Filling::Text, vec![content(html, tag)]),
        "select" => select(tags),
        _ => (Filling::Line, value()),
    };
    // Of buttons to choose by, a fault leads to all of them.
    let id = if kind == "radio" { set } else { tag.get("id") };
    let name = tag.get("name");
    (!name.is_empty()).then(|| Input {
        name: name.to_owned(),
        id: id.to_owned(),
        filling,
        is_needed: tag.has("required"),
        values,
        is_shared: false,
    })
}

fn content(html: &str, tag: &Tag) -> String {
    sent(html[tag.end..].split("</textarea>").next().unwrap_or_default())
}

/// What stands in a text, as it is sent: a browser drops the first line break, and sends line ends as it does.
pub fn sent(text: &str) -> String {
    unescaped(text.strip_prefix('\n').unwrap_or(text)).replace('\n', "\r\n")
}

fn select(tags: &[Tag]) -> (Filling, Vec<String>) {
    let options: Vec<&Tag> = tags
        .iter()
        .take_while(|tag| tag.name != "/select")
        .filter(|tag| tag.name == "option")
        .collect();
    let chosen = options.iter().find(|tag| tag.has("selected")).or(options.first());
    let chosen = chosen.map(|tag| tag.get("value").to_owned()).unwrap_or_default();
    let all = options.iter().map(|tag| tag.get("value").to_owned()).filter(|one| !one.is_empty());
    (Filling::One(all.collect()), vec![chosen])
}
