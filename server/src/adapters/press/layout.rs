//! Where everything stands on A4: letters of 18 points and more, wide lines, headings that never stand alone at the foot of a page,
//! and no list item torn apart. Pure: how wide a sign is, is asked. Points from the upper left corner.

use app::leaflet::{Leaflet, Part, lines};

pub const WIDE: f32 = 595.28;
pub const HIGH: f32 = 841.89;
pub const EDGE: f32 = 50.0;
const TOP: f32 = 56.0;
const FOOT: f32 = 68.0;
const ROOM: f32 = WIDE - 2.0 * EDGE;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Text,
    Bold,
}

/// Size, weight and height of a line.
#[derive(Clone, Copy)]
struct Look(f32, Weight, f32);

const BODY: Look = Look(18.0, Weight::Text, 28.0);
const STRONG: Look = Look(18.0, Weight::Bold, 28.0);
const SOURCE: Look = Look(16.0, Weight::Text, 22.0);
const LEDE: Look = Look(21.0, Weight::Text, 32.0);
const HEADING: Look = Look(24.0, Weight::Bold, 34.0);
const TITLE: Look = Look(36.0, Weight::Bold, 50.0);

#[derive(Clone, Debug, PartialEq)]
pub enum Ink {
    /// `y` is the line on which the letters stand; `of` the element that they belong to.
    Words {
        x: f32,
        y: f32,
        size: f32,
        weight: Weight,
        text: String,
        of: usize,
    },
    Bar {
        x: f32,
        y: f32,
        wide: f32,
        high: f32,
    },
    Frame {
        x: f32,
        y: f32,
        wide: f32,
        high: f32,
        line: f32,
    },
}

impl Ink {
    fn down(mut self, by: f32) -> Ink {
        match &mut self {
            Ink::Words { y, .. } | Ink::Bar { y, .. } | Ink::Frame { y, .. } => *y += by,
        }
        self
    }
}

/// What a reader for the blind calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Is {
    Title,
    Heading,
    Words,
    /// Part of an item of a list: its label or its words.
    Label {
        list: usize,
        item: usize,
        numbered: bool,
    },
    Body {
        list: usize,
        item: usize,
        numbered: bool,
    },
}

#[derive(Clone, Debug)]
pub struct Element {
    pub is: Is,
    pub text: String,
}

#[derive(Debug, Default)]
pub struct Paper {
    pub pages: Vec<Vec<Ink>>,
    pub elements: Vec<Element>,
}

/// What stays together on one page; `keep`: with the next one too.
struct Slab {
    before: f32,
    high: f32,
    keep: bool,
    ink: Vec<Ink>,
}

pub fn lay_out(leaflet: &Leaflet, width: &dyn Fn(char, Weight) -> f32) -> Paper {
    let mut setter = Setter { width, slabs: Vec::new(), elements: Vec::new(), lists: 0 };
    setter.head(leaflet);
    for section in &leaflet.sections {
        if section.heading.is_empty() {
            setter.rule(12.0, 1.0);
        } else {
            setter.heading(&section.heading);
        }
        for (at, part) in section.parts.iter().enumerate() {
            setter.part(part);
            // A sentence that leads to what follows goes with it.
            if matches!(part, Part::Words(_)) && at + 1 < section.parts.len() {
                setter.slabs.last_mut().into_iter().for_each(|slab| slab.keep = true);
            }
        }
    }
    setter.words(&leaflet.end, 6.0, SOURCE);
    Paper { pages: fill(setter.slabs), elements: setter.elements }
}

struct Setter<'a> {
    width: &'a dyn Fn(char, Weight) -> f32,
    slabs: Vec<Slab>,
    elements: Vec<Element>,
    lists: usize,
}

impl Setter<'_> {
    fn element(&mut self, is: Is, text: &str) -> usize {
        self.elements.push(Element { is, text: text.to_owned() });
        self.elements.len() - 1
    }

    /// The lines of a text from `y` on, and how high they are.
    fn set(&self, text: &str, x: f32, room: f32, Look(size, weight, line): Look, of: usize) -> (Vec<Ink>, f32) {
        let mut y = 0.0;
        let mut ink = Vec::new();
        for text in lines::lines(text, room, &|sign| (self.width)(sign, weight) * size) {
            // The middle of a Chinese sign stands in the middle of its line.
            ink.push(Ink::Words { x, y: y + line / 2.0 + size * 0.38, size, weight, text, of });
            y += line;
        }
        (ink, y)
    }

    fn slab(&mut self, before: f32, high: f32, keep: bool, ink: Vec<Ink>) {
        self.slabs.push(Slab { before, high, keep, ink });
    }

    fn rule(&mut self, before: f32, high: f32) {
        self.slab(before, high + 6.0, true, vec![Ink::Bar { x: EDGE, y: 0.0, wide: ROOM, high }]);
    }

    fn words(&mut self, text: &str, before: f32, look: Look) {
        let of = self.element(Is::Words, text);
        let (ink, high) = self.set(text, EDGE, ROOM, look, of);
        self.slab(before, high, false, ink);
    }

    fn head(&mut self, leaflet: &Leaflet) {
        self.words(&leaflet.unit, 0.0, SOURCE);
        let title = self.element(Is::Title, &leaflet.title);
        let (ink, high) = self.set(&leaflet.title, EDGE, ROOM, TITLE, title);
        self.slab(0.0, high, true, ink);
        self.rule(4.0, 3.0);
        if let Some(demo) = &leaflet.demo {
            self.words(demo, 2.0, Look(16.0, Weight::Bold, 24.0));
        }
        self.words(&leaflet.lede, 4.0, LEDE);
        self.call(leaflet);
    }

    /// The telephone in a frame: what is looked for first.
    fn call(&mut self, leaflet: &Leaflet) {
        const INSIDE: f32 = 16.0;
        let (x, room, call) = (EDGE + INSIDE, ROOM - 2.0 * INSIDE, &leaflet.call);
        let (mut ink, mut y) = (Vec::new(), 10.0);
        for (text, look) in [(&call.said, STRONG), (&call.number, Look(38.0, Weight::Bold, 50.0)), (&call.hours, BODY)] {
            let of = self.element(Is::Words, text);
            let (lines, high) = self.set(text, x, room, look, of);
            ink.extend(lines.into_iter().map(|line| line.down(y)));
            y += high;
        }
        y += 10.0;
        ink.insert(0, Ink::Frame { x: EDGE + 1.0, y: 1.0, wide: ROOM - 2.0, high: y - 2.0, line: 2.0 });
        self.slab(10.0, y, false, ink);
    }

    fn heading(&mut self, text: &str) {
        let of = self.element(Is::Heading, text);
        let (mut ink, high) = self.set(text, EDGE + 18.0, ROOM - 18.0, HEADING, of);
        ink.push(Ink::Bar { x: EDGE, y: 4.0, wide: 7.0, high: high - 8.0 });
        self.slab(17.0, high + 3.0, true, ink);
    }

    fn part(&mut self, part: &Part) {
        match part {
            Part::Words(text) => self.words(text, 8.0, BODY),
            Part::Source(text) => self.words(text, 0.0, SOURCE),
            Part::Facts(rows) => self.facts(rows),
            Part::Boxes(all) => self.list(all, false),
            Part::Steps(all) => self.list(all, true),
        }
    }

    /// The question at the start of the line, the answer beside it, a thin line below. A long question stands above its answer.
    fn facts(&mut self, rows: &[(String, String)]) {
        const QUESTION: f32 = 108.0;
        self.lists += 1;
        let list = self.lists;
        for (item, (question, answer)) in rows.iter().enumerate() {
            let label = self.element(Is::Label { list, item, numbered: false }, question);
            let (mut ink, left) = self.set(question, EDGE, ROOM, STRONG, label);
            let long = question.chars().map(|sign| (self.width)(sign, STRONG.1) * STRONG.0).sum::<f32>() > QUESTION - 8.0;
            let body = self.element(Is::Body { list, item, numbered: false }, answer);
            let (words, right) = self.set(answer, EDGE + QUESTION, ROOM - QUESTION, BODY, body);
            let down = if long { left } else { 0.0 };
            ink.extend(words.into_iter().map(|line| line.down(down)));
            let high = left.max(down + right) + 4.0;
            ink.push(Ink::Bar { x: EDGE, y: high, wide: ROOM, high: 0.7 });
            self.slab(3.0, high + 1.0, false, ink);
        }
    }

    fn list(&mut self, all: &[String], numbered: bool) {
        const HANG: f32 = 32.0;
        self.lists += 1;
        let list = self.lists;
        for (item, text) in all.iter().enumerate() {
            let Look(size, _, line) = BODY;
            let mut ink = if numbered {
                let number = format!("{}.", item + 1);
                let of = self.element(Is::Label { list, item, numbered }, &number);
                self.set(&number, EDGE + 2.0, HANG, Look(22.0, Weight::Bold, line), of).0
            } else {
                vec![Ink::Frame { x: EDGE + 3.0, y: (line - size) / 2.0 + 1.0, wide: 16.0, high: 16.0, line: 1.6 }]
            };
            let of = self.element(Is::Body { list, item, numbered }, text);
            let (words, high) = self.set(text, EDGE + HANG, ROOM - HANG, BODY, of);
            ink.extend(words);
            self.slab(5.0, high, false, ink);
        }
    }
}

/// From top to bottom, page after page.
fn fill(slabs: Vec<Slab>) -> Vec<Vec<Ink>> {
    let mut pages: Vec<Vec<Ink>> = vec![Vec::new()];
    let mut y = TOP;
    let mut fresh = true;
    let needs: Vec<f32> = (0..slabs.len()).map(|at| together(&slabs, at)).collect();
    for (slab, needs) in slabs.into_iter().zip(needs) {
        if !fresh && y + needs > HIGH - FOOT {
            pages.push(Vec::new());
            (y, fresh) = (TOP, true);
        }
        if !fresh {
            y += slab.before;
        }
        if let Some(page) = pages.last_mut() {
            page.extend(slab.ink.into_iter().map(|ink| ink.down(y)));
        }
        y += slab.high;
        fresh = false;
    }
    pages
}

/// How much room the slab takes with those that it must not leave.
fn together(slabs: &[Slab], at: usize) -> f32 {
    let mut needs = 0.0;
    for slab in slabs.iter().skip(at) {
        needs += slab.before + slab.high;
        if !slab.keep {
            break;
        }
    }
    needs
}

#[cfg(test)]
mod tests;
