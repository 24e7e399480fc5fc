//! `server doors`: the door table for crawlers and tests. Opens nothing.

use app::routes::{Body, Cache, DOORS, Door, Method, Who};

pub fn list(json: bool) -> String {
    if json {
        let all: Vec<serde_json::Value> = DOORS.iter().map(as_json).collect();
        return format!("{}\n", serde_json::Value::Array(all));
    }
    DOORS.iter().map(|door| format!("{:<5}{:<50}{}\n", method(door), door.path, who(door.who))).collect()
}

fn as_json(door: &Door) -> serde_json::Value {
    serde_json::json!({
        "name": format!("{:?}", door.name),
        "path": door.path,
        "method": method(door),
        "who": who(door.who),
        "kind": kind(door),
        "cache": match door.cache { Cache::Public => "public", Cache::Personal => "no-store" },
        "sample": sample(door.path),
    })
}

fn method(door: &Door) -> &'static str {
    match door.method {
        Method::Get => "GET",
        Method::Post => "POST",
    }
}

fn kind(door: &Door) -> &'static str {
    match (door.method, door.body) {
        (Method::Get, _) if ["{paper}", "{message}", "sound", ".csv", ".xlsx", "/pdf"].iter().any(|part| door.path.contains(part)) => {
            "file"
        }
        (Method::Get, _) => "page",
        (Method::Post, Body::File | Body::Sound) => "upload",
        (Method::Post, _) => "act",
    }
}

fn who(who: Who) -> String {
    match who {
        Who::Tier(tier) => format!("tier-{}", tier.key()),
        other => format!("{other:?}").to_lowercase(),
    }
}

/// A path that can be asked for as it is; nothing where a stored thing must be named.
fn sample(path: &str) -> Option<String> {
    let filled =
        path.replace("{item}", "out-of-area").replace("{card}", "1").replace("{desk}", "990101001001").replace("{answer}", "trick");
    (!filled.contains('{')).then_some(filled)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn the_list_names_every_door_once_and_its_samples_have_no_gaps() {
        let all: Vec<serde_json::Value> = serde_json::from_str(&list(true)).unwrap();
        assert_eq!(all.len(), DOORS.len());
        assert!(all.iter().filter_map(|door| door["sample"].as_str()).all(|path| !path.contains('{')));
        let home = all.iter().find(|door| door["name"] == "Home").unwrap();
        assert_eq!((&home["path"], &home["who"], &home["cache"]), (&"/".into(), &"anyone".into(), &"public".into()));
    }
}
