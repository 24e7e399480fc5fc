//! Two families never cross: every door with the other family's names in its address, every form of theirs sent by others,
//! every form opened for one and sent for another. Walks the product's own door table, so a new door is tried as well.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "apart/families.rs"]
mod families;

use app::routes::{Body as Carries, DOORS, Door, DoorName, Method, Who};
use families::{Answer, County, FIRST, Family, Member, SECOND};

/// Every name by which a stored thing of a family stands in an address. What is no such name is filled in as it is.
fn addresses(door: &Door, family: Family) -> Vec<String> {
    let plain = [
        ("{item}", "out-of-area"),
        ("{step}", "kind"),
        ("{material}", "transfer-letter"),
        ("{act}", "pause"),
        ("{staff}", "clerk"),
        ("{stage}", "received"),
    ];
    // The same for everybody, or made anew for whoever listens: no name of a family.
    if ["{card}", "{desk}", "{reading}", "{sound}", "{question}"].iter().any(|name| door.path.contains(name)) {
        return Vec::new();
    }
    let path = plain.iter().fold(door.path.to_owned(), |path, (name, value)| path.replace(name, value));
    let named = |what: &str| vec![family.id(what)];
    let (place, values) = match path.find('{').map(|at| path[at..].split_inclusive('}').next().unwrap_or_default()) {
        None => return Vec::new(),
        Some("{grant}") => ("{grant}", ["grant", "paused", "request"].map(|g| family.id(g)).to_vec()),
        Some("{draft}") => ("{draft}", named("draft")),
        Some("{reference}") => ("{reference}", vec![family.reference.to_owned()]),
        Some("{offer}") => ("{offer}", named("offer")),
        Some("{paper}") => ("{paper}", named("paper")),
        Some("{person}") => ("{person}", named("elder")),
        Some("{slip}") => ("{slip}", named("slip")),
        Some("{notice}") => ("{notice}", named("notice")),
        Some("{rating}") => ("{rating}", named("rating")),
        Some("{message}") => ("{message}", named("message")),
        Some("{finding}") => ("{finding}", named("finding")),
        Some("{assisted}") => ("{assisted}", named("assisted")),
        Some(other) => panic!("{}: say here what {other} of a family is", door.path),
    };
    // A second name in one address is theirs too.
    let rest = |path: String| path.replace("{paper}", &family.id("paper")).replace("{assisted}", &family.id("assisted"));
    values.into_iter().map(|value| rest(path.replace(place, &value))).collect()
}

/// Everything that any form here asks for, so that nothing is refused for being empty.
fn fields(key: &str, family: Family) -> Vec<(String, String)> {
    let own = [("csrf", key), ("once", "one"), ("code", "123456"), ("urged", "no"), ("signed", "yes"), ("kind", "emergency")];
    let more = [("portrait", "girl"), ("how", "present"), ("shown", "id-card"), ("act", "pause"), ("later", ""), ("level", "bad")];
    let theirs = [("paper", family.id("paper")), ("session", family.id("session")), ("grant", family.id("grant"))];
    let all = own.into_iter().chain(more).map(|(n, v)| (n.to_owned(), v.to_owned()));
    all.chain(theirs.map(|(n, v)| (n.to_owned(), v))).collect()
}

async fn knock(county: &County, door: &Door, cookie: &str, path: &str, fields: &[(String, String)]) -> Answer {
    match (door.method, door.body) {
        (Method::Get, _) => county.get(cookie, path).await,
        (Method::Post, Carries::File | Carries::Sound) => county.upload(cookie, path, fields).await,
        (Method::Post, _) => county.post(cookie, path, fields).await,
    }
}

fn tells(answer: &Answer, family: Family) -> Option<String> {
    family.secrets().into_iter().find(|secret| answer.body.contains(secret.as_str()))
}

#[tokio::test]
async fn no_door_opens_with_a_name_of_the_other_family_and_none_tells_of_them() {
    let county = County::new().await;
    let before = (county.stock(FIRST).await, county.traces(FIRST).await);
    let (mut tried, mut wrong) = (0, Vec::new());
    let members: Vec<Member> = SECOND.all().into_iter().chain([SECOND.at_the_counter()]).collect();
    for door in DOORS {
        for path in addresses(door, FIRST) {
            for member in &members {
                // A clerk sees her own village's people and cases by right; for the one before her she opens nobody else's.
                let staff = matches!(member.of, app::ports::SessionOf::Staff { .. });
                if staff && !matches!(door.who, Who::Applicant | Who::Resident | Who::Herself) {
                    continue;
                }
                let (cookie, key) = county.enter(member).await;
                let answer = knock(&county, door, &cookie, &path, &fields(&key, FIRST)).await;
                tried += 1;
                if ![403, 404].contains(&answer.status) {
                    wrong.push(format!("{} at {:?} {path}: {}", member.name, door.method, answer.status));
                }
                if let Some(secret) = tells(&answer, FIRST) {
                    wrong.push(format!("{} at {:?} {path} reads {secret}", member.name, door.method));
                }
            }
        }
    }
    assert!(tried > 150, "only {tried} tried");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!((county.stock(FIRST).await, county.traces(FIRST).await), before, "nothing of theirs moved");
}

/// A form of a page: where it goes, its hidden fields, and whether it carries a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Form {
    action: String,
    hidden: Vec<(String, String)>,
    file: bool,
}

fn forms(page: &str) -> Vec<Form> {
    let attribute = |tag: &str, name: &str| {
        let value = tag.split(&format!(" {name}=\"")).nth(1)?;
        Some(value.split('"').next()?.replace("&amp;", "&"))
    };
    let mut found = Vec::new();
    for form in page.split("<form").skip(1) {
        let form = form.split("</form>").next().unwrap_or_default();
        let tag = form.split('>').next().unwrap_or_default();
        let inputs = form.split("<input").skip(1).map(|tag| tag.split('>').next().unwrap_or_default());
        let hidden = inputs.filter(|tag| tag.contains("type=\"hidden\""));
        found.push(Form {
            action: attribute(tag, "action").unwrap_or_default(),
            hidden: hidden.filter_map(|tag| Some((attribute(tag, "name")?, attribute(tag, "value")?))).collect(),
            file: tag.contains("multipart"),
        });
    }
    found
}

/// Every form that a family's members see on their own pages, each once.
async fn their_forms(county: &County, family: Family) -> Vec<Form> {
    let mut all = Vec::new();
    for member in family.all() {
        let (cookie, _) = county.enter(&member).await;
        for door in DOORS.iter().filter(|door| door.method == Method::Get) {
            let mut paths = addresses(door, family);
            if !door.path.contains('{') {
                paths.push(door.path.to_owned());
            }
            for path in paths {
                let page = county.get(&cookie, &path).await;
                if page.status == 200 {
                    all.extend(forms(&page.body));
                }
            }
        }
    }
    all.sort();
    let names = |form: &Form| form.hidden.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    all.dedup_by(|a, b| a.action == b.action && names(a) == names(b) && named(a, family) == named(b, family));
    all
}

/// Names of the family's things in a form: in its address or hidden in it.
fn named(form: &Form, family: Family) -> Vec<String> {
    let values = form.hidden.iter().filter(|(name, _)| name != "csrf" && name != "once").map(|(_, value)| value.clone());
    let theirs = |value: &String| value.contains(family.key) || value.contains(family.reference) || value.starts_with("lookup:session");
    std::iter::once(form.action.clone()).chain(values).filter(theirs).collect()
}

#[tokio::test]
async fn no_form_of_one_family_is_taken_from_the_other() {
    let county = County::new().await;
    let all = their_forms(&county, FIRST).await;
    let ids: Vec<_> = all.iter().filter(|form| !named(form, FIRST).is_empty()).collect();
    let hidden = |name: &str| ids.iter().any(|form| form.hidden.iter().any(|(n, _)| n == name));
    assert!(ids.len() > 12 && hidden("paper") && hidden("session"), "{} forms with names of theirs", ids.len());
    let before = (county.stock(FIRST).await, county.traces(FIRST).await);
    let mut wrong = Vec::new();
    for Form { action, hidden: theirs, file } in ids {
        for member in SECOND.all() {
            let (cookie, key) = county.enter(&member).await;
            // With her own key, and with the one that stood in the form.
            for own in [true, false] {
                let mut fields: Vec<_> = fields(&key, SECOND).into_iter().filter(|(n, _)| !theirs.iter().any(|(m, _)| m == n)).collect();
                fields.extend(theirs.iter().filter(|(n, _)| !own || n != "csrf").cloned());
                if own {
                    fields.push(("csrf".into(), key.clone()));
                }
                let answer =
                    if *file { county.upload(&cookie, action, &fields).await } else { county.post(&cookie, action, &fields).await };
                if action == "/read" && answer.status == 303 {
                    // It reads the page as she herself would get it: here a page that says there is none.
                    let heard = county.get(&cookie, answer.body.lines().next().unwrap_or_default()).await;
                    wrong.extend(tells(&heard, FIRST).map(|secret| format!("{} hears {secret}", member.name)));
                    continue;
                }
                // A form of hers about a thing of theirs may come back with a word about it, but never works.
                let turned_away = [403, 404, 409, 422].contains(&answer.status) || (action == "/sessions" && answer.status == 303);
                if !turned_away {
                    wrong.push(format!("{} sends {action} {theirs:?}: {}", member.name, answer.status));
                }
                if let Some(secret) = tells(&answer, FIRST) {
                    wrong.push(format!("{} sends {action} and reads {secret}", member.name));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!((county.stock(FIRST).await, county.traces(FIRST).await), before, "nothing of theirs moved");
}

#[tokio::test]
async fn a_form_opened_for_one_person_is_not_taken_for_another_at_any_door() {
    let county = County::new().await;
    let now = SECOND.daughter_acting();
    let doors = DOORS.iter().filter(|d| d.method == Method::Post && matches!(d.who, Who::Applicant | Who::Resident | Who::Herself));
    let (mut tried, mut wrong) = (0, Vec::new());
    let before = (county.stock(FIRST).await, county.stock(SECOND).await);
    for door in doors {
        // Opened in her own name, by her mother, by a stranger, and for a stranger whom somebody else helps.
        for opened in [SECOND.daughter_herself(), SECOND.elder_herself(), FIRST.elder_herself(), FIRST.daughter_acting()] {
            for (member, other) in [(now.clone(), opened.clone()), (opened.clone(), now.clone())] {
                let (cookie, _) = county.enter(&member).await;
                let mut paths = addresses(door, SECOND);
                if paths.is_empty() {
                    paths.push(door.path.replace("{item}", "out-of-area"));
                }
                for path in paths {
                    let answer = knock(&county, door, &cookie, &path, &fields(&county.key_of(&other), SECOND)).await;
                    tried += 1;
                    let closed = door.who == Who::Herself && member.name == now.name;
                    let expected = if closed { 403 } else { 409 };
                    if answer.status != expected {
                        wrong.push(format!("{} sends what was opened for {} to {path}: {}", member.name, other.name, answer.status));
                    }
                }
            }
        }
    }
    assert!(tried > 200, "only {tried} tried");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!((county.stock(FIRST).await, county.stock(SECOND).await), before, "nothing of either moved");
}

#[tokio::test]
async fn everybody_reaches_her_own_where_the_others_are_turned_away() {
    // The walk above would be worth nothing if these addresses led nowhere for anybody.
    let county = County::new().await;
    let (cookie, _) = county.enter(&FIRST.elder_herself()).await;
    let mut open = Vec::new();
    for door in DOORS.iter().filter(|d| d.method == Method::Get && matches!(d.who, Who::Applicant | Who::Herself)) {
        for path in addresses(door, FIRST) {
            if county.get(&cookie, &path).await.status == 200 {
                open.push(door.name);
            }
        }
    }
    for name in [
        DoorName::FileStep,
        DoorName::FilePapers,
        DoorName::FilePaper,
        DoorName::CasePage,
        DoorName::Receipt,
        DoorName::PaperFile,
        DoorName::GrantPage,
    ] {
        assert!(open.contains(&name), "{name:?} in {open:?}");
    }
    let (cookie, _) = county.enter(&FIRST.daughter_herself()).await;
    for path in ["/family/picture/first-grant", "/family/kept/first-grant", "/family/leave/first-grant"] {
        assert_eq!(county.get(&cookie, path).await.status, 200, "{path}");
    }
}
