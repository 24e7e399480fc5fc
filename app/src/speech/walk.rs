//! Through a page from block to block: which texts are seen, where they belong, of what kind they are. See `speech` for the contract.

use super::BLOCK_TAGS;
use super::html::{Token, attr, has_class, tokens, unescape};
use domain::lang::Lang;
use domain::speech::{Block, BlockId, How, Kind, Part};

/// Not seen, whatever their attributes say.
const UNSEEN_TAGS: [&str; 6] = ["svg", "script", "style", "template", "noscript", "head"];
/// Fields whose answer is no text of the page.
const SILENT_INPUTS: [&str; 8] = ["hidden", "password", "file", "radio", "checkbox", "submit", "button", "image"];

/// What an open element hands down to what stands in it.
#[derive(Clone)]
struct Inside<'a> {
    tag: &'a str,
    /// The innermost block; nothing outside of what is read.
    block: Option<BlockId>,
    /// Counted or not: an island, a player.
    silent: bool,
    unseen: bool,
    kind: Kind,
    lang: Lang,
    private: bool,
    /// How its text is read, and which element said so.
    how: (usize, How),
    /// The head of the column for the cells of a table.
    head: Option<String>,
}

struct Walk<'a> {
    open: Vec<Inside<'a>>,
    outer: Inside<'a>,
    /// Blocks counted so far.
    count: u32,
    /// Elements seen so far: tells two neighbours with the same `data-kind` apart.
    elements: usize,
    out: Vec<Block>,
    /// The last text's element of the last block, to go on with the same part.
    part: usize,
    /// A block began or ended since the last text.
    broken: bool,
    table: Table,
    /// Of the open `select`: the first answer and the chosen one.
    answers: Option<(Option<String>, Option<String>)>,
    /// Inside an `option`: whether it is chosen.
    option: Option<bool>,
    ticked: bool,
}

#[derive(Default)]
struct Table {
    heads: Vec<String>,
    in_head: bool,
    column: usize,
}

pub(super) fn blocks(html: &str, lang: Lang) -> Vec<Block> {
    let how = (0, How::Plain);
    let outer = Inside { tag: "", block: None, silent: false, unseen: false, kind: Kind::Text, lang, private: false, how, head: None };
    let mut walk = Walk {
        open: Vec::new(),
        outer,
        count: 0,
        elements: 0,
        out: Vec::new(),
        part: 0,
        broken: true,
        table: Table::default(),
        answers: None,
        option: None,
        ticked: false,
    };
    for token in tokens(html) {
        match token {
            Token::Open { name, attrs } => walk.enter(name, attrs),
            Token::Close(name) => walk.leave(name),
            Token::Text(text) => walk.text(text),
        }
    }
    walk.out
}

impl<'a> Walk<'a> {
    fn here(&self) -> &Inside<'a> {
        self.open.last().unwrap_or(&self.outer)
    }

    fn enter(&mut self, tag: &'a str, attrs: &'a str) {
        self.elements += 1;
        let mut inside = self.here().clone();
        inside.tag = tag;
        inside.head = None;
        inside.silent |= tag == "leptos-island" || attr(attrs, "data-silent").is_some();
        inside.unseen |= UNSEEN_TAGS.contains(&tag) || attr(attrs, "hidden").is_some() || has_class(attrs, "unseen");
        inside.private |= attr(attrs, "data-private").is_some();
        if let Some(lang) = attr(attrs, "lang").and_then(|tag| Lang::from_tag(&tag)) {
            inside.lang = lang;
        }
        if let Some(how) = told(attrs) {
            inside.how = (self.elements, how);
        }
        let root = tag == "main" || has_class(attrs, "help-card");
        if !inside.silent && (root || (inside.block.is_some() && is_block(tag, attrs))) {
            inside.block = Some(BlockId(self.count));
            self.count += 1;
            self.broken = true;
        }
        inside.kind = kind(inside.kind, tag, attrs);
        self.table.enter(tag, &mut inside);
        self.field(tag, attrs, &inside);
        self.open.push(inside);
    }

    /// What stands in fields.
    fn field(&mut self, tag: &str, attrs: &str, inside: &Inside<'a>) {
        match tag {
            "input" if attr(attrs, "checked").is_some() && !inside.unseen => self.ticked = true,
            "input" => {
                let kind = attr(attrs, "type").unwrap_or_default();
                let code = attr(attrs, "autocomplete").is_some_and(|fill| fill == "one-time-code");
                if let Some(value) = attr(attrs, "value").filter(|_| !code && !SILENT_INPUTS.contains(&kind.as_ref())) {
                    self.put(&Inside { private: true, ..inside.clone() }, &value);
                }
            }
            "select" => self.answers = Some((None, None)),
            "option" => self.option = Some(attr(attrs, "selected").is_some()),
            "br" => self.pause(inside),
            _ => {}
        }
    }

    fn leave(&mut self, tag: &str) {
        // Our pages are well formed; a stray end closes nothing.
        let Some(left) = self.open.pop_if(|inside| inside.tag == tag) else { return };
        match tag {
            "option" => self.option = None,
            "select" => {
                let (first, chosen) = self.answers.take().unwrap_or_default();
                if let Some(answer) = chosen.or(first) {
                    self.put(&Inside { private: true, ..left.clone() }, &answer);
                }
            }
            "label" if std::mem::take(&mut self.ticked) => self.say(&left, "，已经选了"),
            "thead" => self.table.in_head = false,
            _ => {}
        }
        self.broken |= left.block != self.here().block;
    }

    fn text(&mut self, text: &str) {
        let text = unescape(text);
        let inside = self.here().clone();
        if let (Some(chosen), Some((first, answer))) = (self.option, &mut self.answers) {
            first.get_or_insert_with(|| text.to_string());
            if chosen {
                *answer = Some(text.into_owned());
            }
            return;
        }
        if inside.tag == "textarea" {
            return self.put(&Inside { private: true, ..inside }, &text);
        }
        if self.table.in_head
            && self.open.iter().any(|inside| inside.tag == "th")
            && let Some(head) = self.table.heads.last_mut()
        {
            head.push_str(&text);
        }
        self.put(&inside, &text);
    }

    fn put(&mut self, inside: &Inside<'a>, text: &str) {
        let Some(block) = inside.block.filter(|_| !inside.silent && !inside.unseen && !text.is_empty()) else { return };
        let blank = text.trim().is_empty();
        if blank && (self.broken || self.out.is_empty()) {
            return;
        }
        let (teller, how) = inside.how.clone();
        let fresh = self.broken || self.out.last().is_none_or(|last| last.id != block);
        if fresh {
            let mut parts = Vec::new();
            // In front of its first text only.
            if let Some(head) = inside.head.clone().or_else(|| self.cell_head(block)) {
                parts.push(aside(&format!("{head}，")));
            }
            self.out.push(Block { id: block, kind: inside.kind, lang: inside.lang, private: false, parts });
        }
        self.broken = false;
        let Some(last) = self.out.last_mut() else { return };
        last.private |= inside.private;
        match last.parts.last_mut() {
            Some(part) if !fresh && teller == self.part && part.how == how => part.shown.push_str(text),
            _ => last.parts.push(Part { shown: text.to_owned(), how }),
        }
        self.part = teller;
    }

    /// The head of the column whose cell is this block.
    fn cell_head(&self, block: BlockId) -> Option<String> {
        self.open.iter().rev().find(|inside| inside.block == Some(block) && inside.head.is_some()).and_then(|inside| inside.head.clone())
    }

    /// Words that are heard and not shown, at the end of what this block has said.
    fn say(&mut self, inside: &Inside<'a>, words: &str) {
        if let Some(last) = self.out.iter_mut().rev().find(|block| Some(block.id) == inside.block) {
            last.parts.push(aside(words));
        }
    }

    fn pause(&mut self, inside: &Inside<'a>) {
        if !self.broken {
            self.say(inside, "，");
        }
    }
}

impl Table {
    fn enter(&mut self, tag: &str, inside: &mut Inside<'_>) {
        match tag {
            "table" => *self = Table::default(),
            "thead" => self.in_head = true,
            "tr" => self.column = 0,
            "th" if self.in_head => self.heads.push(String::new()),
            "td" => {
                inside.head = self.heads.get(self.column).cloned();
                self.column += 1;
            }
            _ => {}
        }
    }
}

fn aside(words: &str) -> Part {
    Part { shown: String::new(), how: How::Instead(words.to_owned()) }
}

fn is_block(tag: &str, attrs: &str) -> bool {
    BLOCK_TAGS.contains(&tag)
        || (tag == "a" && attr(attrs, "class").is_some())
        || ["lang", "data-block"].iter().any(|name| attr(attrs, name).is_some())
}

/// What the component says about its text.
fn told(attrs: &str) -> Option<How> {
    if let Some(words) = attr(attrs, "data-say") {
        return Some(How::Instead(words.into_owned()));
    }
    match attr(attrs, "data-kind")?.as_ref() {
        "reference" => Some(How::Reference),
        "phone" => Some(How::Phone),
        "identity" => Some(How::Identity),
        "code" => Some(How::Code),
        _ => None,
    }
}

/// The kind of a text by its element, else by the elements around it.
fn kind(around: Kind, tag: &str, attrs: &str) -> Kind {
    match tag {
        _ if has_class(attrs, "error-summary") || has_class(attrs, "field-error") => Kind::Error,
        _ if around == Kind::Error => Kind::Error,
        "h1" | "h2" | "h3" | "h4" => Kind::Heading,
        "button" => Kind::Button,
        "a" if has_class(attrs, "button") => Kind::Button,
        "a" => Kind::Link,
        _ if matches!(around, Kind::Button | Kind::Link | Kind::Choice) => around,
        "label" if has_class(attrs, "choice") => Kind::Choice,
        "label" | "legend" | "input" | "textarea" | "select" => Kind::Field,
        "li" => Kind::Item,
        "dt" | "th" | "caption" => Kind::Label,
        "p" | "td" | "dd" | "div" | "section" | "main" | "aside" => Kind::Text,
        _ => around,
    }
}
