//! Our own HTML as tokens: tags, texts, attributes. It is well formed because leptos wrote it; nothing else is promised here.

use std::borrow::Cow;

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `attrs` is everything between the name and the `>`.
    Open {
        name: &'a str,
        attrs: &'a str,
    },
    Close(&'a str),
    Text(&'a str),
}

/// Elements without an end.
const VOID: [&str; 8] = ["input", "br", "img", "hr", "meta", "link", "wbr", "source"];

pub(super) struct Tokens<'a> {
    rest: &'a str,
    /// A tag that closed itself: its end comes next.
    pending: Option<&'a str>,
}

pub(super) fn tokens(html: &str) -> Tokens<'_> {
    Tokens { rest: html, pending: None }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        if let Some(name) = self.pending.take() {
            return Some(Token::Close(name));
        }
        loop {
            if self.rest.is_empty() {
                return None;
            }
            if !self.rest.starts_with('<') {
                let end = self.rest.find('<').unwrap_or(self.rest.len());
                return Some(Token::Text(self.take(end)));
            }
            if self.rest.starts_with("<!--") {
                let end = self.rest.find("-->").map_or(self.rest.len(), |at| at + 3);
                self.take(end);
                continue;
            }
            let end = end_of_tag(self.rest);
            let tag = self.take(end).trim_start_matches('<').trim_end_matches('>');
            if tag.starts_with('!') {
                continue;
            }
            if let Some(name) = tag.strip_prefix('/') {
                return Some(Token::Close(name.trim()));
            }
            let name_end = tag.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(tag.len());
            let (name, attrs) = tag.split_at(name_end);
            if attrs.ends_with('/') || VOID.contains(&name) {
                self.pending = Some(name);
            }
            return Some(Token::Open { name, attrs: attrs.trim_end_matches('/') });
        }
    }
}

impl<'a> Tokens<'a> {
    fn take(&mut self, len: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at_checked(len).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }
}

/// A `>` between quotes is something that somebody typed.
fn end_of_tag(html: &str) -> usize {
    let mut quoted = false;
    for (at, sign) in html.bytes().enumerate() {
        match sign {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    html.len()
}

/// The value of an attribute; empty where it stands without one.
pub(super) fn attr<'a>(attrs: &'a str, wanted: &str) -> Option<Cow<'a, str>> {
    let mut rest = attrs.trim_start();
    while !rest.is_empty() {
        let name_end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let (name, after) = rest.split_at(name_end);
        let (value, after) = match after.strip_prefix("=\"").and_then(|value| value.split_once('"')) {
            Some((value, after)) => (value, after),
            // `name=value` without quotes is not written by us; a bare name has nothing behind it.
            None => ("", after.trim_start_matches('=')),
        };
        if name == wanted {
            return Some(unescape(value));
        }
        rest = after.trim_start();
    }
    None
}

pub(super) fn has_class(attrs: &str, wanted: &str) -> bool {
    attr(attrs, "class").is_some_and(|classes| classes.split_whitespace().any(|class| class == wanted))
}

/// The signs behind `&amp;` and its like; what is not known stays as it is.
pub(super) fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, entity) = rest.split_at(at);
        out.push_str(before);
        let known = entity.find(';').filter(|end| *end <= 8).and_then(|end| Some((sign(entity.get(1..end)?)?, end + 1)));
        let (sign, len) = known.unwrap_or(('&', 1));
        out.push(sign);
        rest = entity.get(len..).unwrap_or_default();
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn sign(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_texts_and_ends_come_in_order() {
        let html = "<!DOCTYPE html><p class=\"a > b\" hidden>您<!-- x --><br/>好<!></p><input value=\"1\">";
        let found: Vec<Token> = tokens(html).collect();
        let open = |name, attrs| Token::Open { name, attrs };
        assert_eq!(
            found,
            [
                open("p", " class=\"a > b\" hidden"),
                Token::Text("您"),
                open("br", ""),
                Token::Close("br"),
                Token::Text("好"),
                Token::Close("p"),
                open("input", " value=\"1\""),
                Token::Close("input"),
            ]
        );
    }

    #[test]
    fn attributes_are_found_by_their_whole_name() {
        let attrs = " data-say=\"一 &amp; 二\" hidden class=\"tile big\"";
        assert_eq!(attr(attrs, "data-say").as_deref(), Some("一 & 二"));
        assert_eq!(attr(attrs, "hidden").as_deref(), Some(""));
        assert_eq!(attr(attrs, "say"), None);
        assert!(has_class(attrs, "big") && !has_class(attrs, "til"));
    }

    #[test]
    fn escaped_signs_come_back_and_broken_ones_stay() {
        assert_eq!(unescape("&lt;b&gt; &#x27;&#39; &quot; &amp;amp; & &nix;"), "<b> '' \" &amp; & &nix;");
    }
}
