//! Just enough reading of our own pages: forms, hidden fields, attributes, text.

/// The inside of the first form that sends something to this action and that `wanted` accepts.
pub fn form(page: &str, action: &str, wanted: impl Fn(&str) -> bool) -> Option<String> {
    let mut rest = page;
    while let Some(start) = rest.find("<form") {
        let from = &rest[start..];
        let end = from.find("</form>")?;
        let whole = &from[..end];
        let tag = &whole[..whole.find('>')?];
        let sends = attribute(tag, "method").as_deref() == Some("post");
        if sends && attribute(tag, "action").as_deref() == Some(action) && wanted(whole) {
            return Some(whole.to_owned());
        }
        rest = &from[end..];
    }
    None
}

pub fn hidden_fields(form: &str) -> Vec<(String, String)> {
    tags(form, "<input")
        .into_iter()
        .filter(|tag| attribute(tag, "type").as_deref() == Some("hidden"))
        .filter_map(|tag| Some((attribute(&tag, "name")?, attribute(&tag, "value").unwrap_or_default())))
        .collect()
}

/// The page without what holds words and dates together on a line (`ui/shell/tied.rs`), so that a sentence is found whole.
pub fn untied(page: &str) -> String {
    ["<span class=\"tied\">", "<span>", "</span>"].iter().fold(page.to_owned(), |page, tag| page.replace(tag, ""))
}

/// The first input with this name.
pub fn input(page: &str, name: &str) -> Option<String> {
    tags(page, "<input").into_iter().find(|tag| attribute(tag, "name").as_deref() == Some(name))
}

fn tags(html: &str, open: &str) -> Vec<String> {
    let ends = |from: &str| from.find('>').map(|end| from[..end].to_owned());
    html.match_indices(open).filter_map(|(at, _)| ends(&html[at..])).collect()
}

pub fn attribute(tag: &str, name: &str) -> Option<String> {
    let at = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    let value = &tag[at..];
    Some(unescape(&value[..value.find('"')?]))
}

/// What a reader sees, roughly: without tags, style and empty lines.
pub fn text(page: &str) -> String {
    let mut out = String::new();
    let mut rest = page;
    while let Some(start) = rest.find('<') {
        out.push_str(&rest[..start]);
        out.push('\n');
        let from = &rest[start..];
        let close = if from.starts_with("<style") { "</style>" } else { ">" };
        match from.find(close) {
            Some(end) => rest = &from[end + close.len()..],
            None => break,
        }
    }
    out.push_str(rest);
    unescape(&out).lines().map(str::trim_ascii).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn unescape(text: &str) -> String {
    text.replace("&quot;", "\"").replace("&#x27;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}
