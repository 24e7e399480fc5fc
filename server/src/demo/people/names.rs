//! How the nationalities of the demonstration county build a name; the lists are data (`app/data/demo/names.toml`).

use super::draw::Draw;
use domain::person::Nationality;
use serde::Deserialize;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sex {
    Woman,
    Man,
}

impl Sex {
    pub(super) fn of(drawn: u32) -> Self {
        if drawn == 0 { Self::Woman } else { Self::Man }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Names {
    people: Vec<People>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct People {
    nationality: Nationality,
    order: Order,
    weight: u32,
    surnames: Vec<String>,
    women: Vec<String>,
    men: Vec<String>,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
enum Order {
    SurnameFirst,
    SurnameDot,
    FatherLast,
    Given,
}

impl Names {
    pub(super) fn read() -> Result<Self, String> {
        let text = include_str!("../../../../app/data/demo/names.toml");
        let names: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        let weights: u32 = names.people.iter().map(|people| people.weight).sum();
        if weights == 100 { Ok(names) } else { Err(format!("demo names: the weights are {weights}, not 100")) }
    }

    /// The people that a number below 100 falls on.
    pub(super) fn pick(&self, drawn: u32) -> usize {
        let mut sum = 0;
        let found = self.people.iter().position(|people| {
            sum += people.weight;
            drawn < sum
        });
        found.unwrap_or(0)
    }

    pub(super) fn nationality(&self, people: usize) -> Result<Nationality, String> {
        self.people.get(people).map(|people| people.nationality).ok_or_else(|| "demo names: no such people".into())
    }

    /// What a family shares: the surname, or the father's name; empty where names stand alone.
    pub(super) fn root(&self, people: usize, draw: &mut Draw) -> String {
        let Some(people) = self.people.get(people) else { return String::new() };
        match people.order {
            Order::SurnameFirst | Order::SurnameDot => draw.of(&people.surnames).to_owned(),
            Order::FatherLast => draw.of(&people.men).to_owned(),
            Order::Given => String::new(),
        }
    }

    /// The root of the children: the same surname, or the father's own name.
    pub(super) fn child_root(&self, people: usize, root: &str, father: Option<&str>) -> String {
        let by_father = self.people.get(people).is_some_and(|people| people.order == Order::FatherLast);
        match father {
            Some(father) if by_father => father.split('·').next().unwrap_or(root).to_owned(),
            _ => root.to_owned(),
        }
    }

    pub(super) fn name(&self, people: usize, root: &str, sex: Sex, draw: &mut Draw) -> String {
        let Some(people) = self.people.get(people) else { return String::new() };
        let given = draw.of(if sex == Sex::Woman { &people.women } else { &people.men });
        match people.order {
            Order::SurnameFirst => format!("{root}{given}"),
            Order::SurnameDot => format!("{root}·{given}"),
            Order::FatherLast => format!("{given}·{root}"),
            Order::Given => given.to_owned(),
        }
    }
}
