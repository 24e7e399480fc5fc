//! How settings are read, and which sentence a mistake gets.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::*;

fn from(file: &str, environment: &[(&str, &str)], command_line: CommandLine) -> Result<Config, Mistakes> {
    let environment = environment.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
    Config::from_parts(Some((Path::new("yibao.toml"), file)), &environment, &command_line)
}

fn wrong(file: &str, environment: &[(&str, &str)]) -> Vec<String> {
    from(file, environment, CommandLine::default()).unwrap_err().0
}

#[test]
fn without_any_setting_it_listens_to_this_machine_only() {
    let config = Config::from_parts(None, &BTreeMap::new(), &CommandLine::default()).unwrap();
    assert_eq!(config.web.listen.to_string(), "127.0.0.1:3000");
    assert_eq!(config.data, PathBuf::from("./.data"));
    assert_eq!((config.sms, config.storage), (Sms::Outbox, Storage::Local));
    assert_eq!((config.limits.form_kilobytes, config.limits.halls.len()), (64, 0));
    assert!(!Web { ..config.web }.is_https());
}

#[test]
fn the_command_line_wins_over_the_environment_and_that_over_the_file() {
    let file = "listen = \"127.0.0.1:1\"\ndata = \"/file\"\n[limits]\nform_kilobytes = 40";
    let environment = [("YIBAO_LISTEN", "127.0.0.1:2"), ("YIBAO_DATA", "/env"), ("YIBAO_LIMITS_FORM_KILOBYTES", "30"), ("HOME", "/x")];
    let command_line = CommandLine { listen: Some("127.0.0.1:3".into()), ..CommandLine::default() };
    let config = from(file, &environment, command_line).unwrap();
    assert_eq!(config.web.listen.port(), 3);
    assert_eq!(config.data, PathBuf::from("/env"));
    assert_eq!(config.limits.form_kilobytes, 30);
}

#[test]
fn all_mistakes_are_told_at_once_each_with_its_place() {
    let file = "listen = \"here\"\nsms.adapter = \"pigeon\"\nstorag = \"s3\"\n[limits]\ncode_tries = 3\nform_kilobytes = 9";
    let lines =
        wrong(file, &[("YIBAO_DATABASE_URL", "mysql://u:secret@h/db"), ("YIBAO_LISTN", "x"), ("YIBAO_TRUSTED_PROXIES", "10.0.0.0/99")]);
    for (part, told) in [
        ("listen (file yibao.toml)", "is not an address"),
        ("sms.adapter (file yibao.toml)", "none of outbox"),
        ("storag (file yibao.toml)", "no such setting"),
        ("limits.code_tries (file yibao.toml)", "no such setting"),
        ("limits.form_kilobytes (file yibao.toml)", "from 16 to 1024"),
        ("database_url (environment YIBAO_DATABASE_URL)", "neither sqlite"),
        ("environment YIBAO_LISTN", "no such setting"),
        ("trusted_proxies (environment YIBAO_TRUSTED_PROXIES)", "is not an address"),
    ] {
        assert_eq!(lines.iter().filter(|l| l.contains(part) && l.contains(told)).count(), 1, "{part}: {lines:#?}");
    }
    assert_eq!(lines.len(), 8, "{lines:#?}");
    assert!(!lines.concat().contains("secret"));
}

#[test]
fn a_file_that_is_not_toml_is_named_with_its_line() {
    let lines = wrong("listen = \"127.0.0.1:1\"\nlimits = = 3\n", &[]);
    assert!(lines[0].starts_with("file yibao.toml, line 2:"), "{lines:?}");
}

#[test]
fn other_machines_are_let_in_only_with_an_https_address() {
    assert!(wrong("listen = \"0.0.0.0:80\"", &[])[0].contains("--public-url"));
    assert!(wrong("public_url = \"http://a.cn\"", &[])[0].contains("https://"));
    for url in ["https://", "https://a.cn/path", "https://a.cn?x", "https://u@a.cn", "https://A.cn"] {
        assert_eq!(wrong(&format!("public_url = \"{url}\""), &[]).len(), 1, "{url}");
    }
    let config = from("listen = \"0.0.0.0:80\"\npublic_url = \"https://yibao.example/\"", &[], CommandLine::default()).unwrap();
    assert_eq!(config.web.origin(), Some("https://yibao.example"));
    assert!(config.web.trusted_proxies.is_empty());
    let own = from("public_url = \"https://yibao.example\"", &[], CommandLine::default()).unwrap();
    assert_eq!(own.web.trusted_proxies.len(), 2, "a proxy on the same machine");
}

#[test]
fn a_hall_is_found_by_its_addresses() {
    let file = "[[halls]]\nname = \"政务大厅\"\naddresses = [\"10.1.0.0/16\", \"fd00::/8\"]";
    let hall = from(file, &[], CommandLine::default()).unwrap().limits.halls.remove(0);
    for (address, inside) in [("10.1.2.3", true), ("::ffff:10.1.2.3", true), ("fd12::1", true), ("10.2.0.1", false), ("::1", false)] {
        assert_eq!(hall.addresses.iter().any(|n| n.contains(address.parse().unwrap())), inside, "{address}");
    }
    assert!(wrong("[[halls]]\nname = \"x\"\naddresses = [\"10.1\"]", &[])[0].contains("number 1: `10.1`"));
    assert!(wrong("[[halls]]\nname = \"x\"\naddresses = []\n", &[])[0].contains("has no addresses"));
    assert!(wrong("[[halls]]\nname = \"x\"\naddresses = [\"1.1.1.1\"]\ncodes = 5", &[])[0].contains("`codes`"));
}

#[test]
fn a_network_ends_where_its_length_says() {
    let has = |n: &str, a: &str| n.parse::<Network>().unwrap().contains(a.parse().unwrap());
    assert!(has("10.0.0.0/31", "10.0.0.1") && !has("10.0.0.0/31", "10.0.0.2"));
    assert!(has("10.0.0.7", "10.0.0.7") && !has("10.0.0.7", "10.0.0.6"));
    assert!(has("0.0.0.0/0", "255.1.1.1") && !has("0.0.0.0/0", "fd00::1"));
    assert!(has("::/0", "fd00::1"));
    assert!("10.0.0.0/33".parse::<Network>().is_err() && "10.0.0.0/-1".parse::<Network>().is_err());
}

#[test]
fn an_address_that_a_client_invents_is_not_believed() {
    let proxies: Vec<Network> = vec!["127.0.0.1".parse().unwrap(), "10.0.0.0/8".parse().unwrap()];
    let ask = |peer: &str, header: Option<&str>| client_address(peer.parse().unwrap(), header, &proxies).to_string();
    assert_eq!(ask("8.8.8.8", Some("1.1.1.1")), "8.8.8.8");
    assert_eq!(ask("127.0.0.1", Some("6.6.6.6, 1.1.1.1")), "1.1.1.1");
    assert_eq!(ask("127.0.0.1", Some("6.6.6.6, 1.1.1.1, 10.0.0.5")), "1.1.1.1");
    assert_eq!(ask("127.0.0.1", None), "127.0.0.1");
    assert_eq!(ask("127.0.0.1", Some("nonsense")), "127.0.0.1");
    assert_eq!(ask("::ffff:127.0.0.1", Some("::ffff:1.1.1.1")), "1.1.1.1");
}

#[test]
fn invented_persons_never_make_a_real_phone_ring() {
    let real = Sms::Program(Program { path: "/bin/true".into(), args: vec![] });
    assert!(codes_state(true, &real).unwrap_err().contains("demo data"));
    assert_eq!(codes_state(true, &Sms::Outbox), Ok(CodesState::Demo));
    assert_eq!(codes_state(false, &real), Ok(CodesState::Real));
    for sms in [Sms::Outbox, Sms::None] {
        assert_eq!(codes_state(false, &sms), Ok(CodesState::Off));
    }
    assert_eq!(codes_state(true, &Sms::None), Ok(CodesState::Off));
    assert!(wrong("sms.adapter = \"program\"", &[])[0].contains("needs sms.program"));
    for program in ["sh", "/nowhere/at/all", "/tmp"] {
        let file = format!("[sms]\nadapter = \"program\"\nprogram = \"{program}\"");
        assert!(wrong(&file, &[])[0].contains("full path of a program"), "{program}");
    }
    let file = "[sms]\nadapter = \"program\"\nprogram = \"/bin/sh\"\nargs = [\"/send.sh\", \"a b\"]";
    let expected = Program { path: "/bin/sh".into(), args: vec!["/send.sh".into(), "a b".into()] };
    assert_eq!(from(file, &[], CommandLine::default()).unwrap().sms, Sms::Program(expected));
}

#[test]
fn fonts_lie_in_the_data_folder_or_where_the_office_has_its_own() {
    let usual = from("", &[], CommandLine::default()).unwrap().fonts;
    assert_eq!(usual.files(Path::new("/d"))[1], Path::new("/d/fonts/NotoSansSC-Bold.ttf"));
    assert!(wrong("[fonts]\nbold = \"/nowhere.ttf\"", &[])[0].contains("there is no such file"));
    let own = from("", &[("YIBAO_FONTS_DIR", "/f"), ("YIBAO_FONTS_TEXT", "Cargo.toml")], CommandLine::default()).unwrap().fonts;
    assert_eq!(own.files(Path::new("/d")), [PathBuf::from("Cargo.toml"), PathBuf::from("/f/NotoSansSC-Bold.ttf")]);
}

#[test]
fn a_voice_is_slow_and_named_and_a_wrong_one_is_told() {
    let usual = from("", &[], CommandLine::default()).unwrap().voice;
    assert_eq!((usual.engine, usual.name.as_str(), usual.speed, usual.folder), (VoiceEngine::Auto, "zf_xiaoyi", 90, None));
    let set = from("[voice]\nengine = \"tone\"\nspeed = 85", &[("YIBAO_VOICE_DIR", "/models")], CommandLine::default()).unwrap().voice;
    assert_eq!((set.engine, set.speed, set.folder), (VoiceEngine::Tone, 85, Some("/models".into())));
    for file in ["[voice]\nengine = \"loud\"", "[voice]\nspeed = 130", "[voice]\nname = \"../x\""] {
        assert_eq!(wrong(file, &[]).len(), 1, "{file}");
    }
}

#[test]
fn no_secret_shows_when_settings_are_printed() {
    let environment = [
        ("YIBAO_SMS_ADAPTER", "program"),
        ("YIBAO_SMS_PROGRAM", "/bin/sh"),
        ("YIBAO_SMS_ARGS", "--key,hush"),
        ("YIBAO_DATABASE_URL", "postgres://u:hush@h/d"),
        ("YIBAO_S3_SECRET_KEY", "hush"),
    ];
    let config = from("", &environment, CommandLine::default()).unwrap();
    assert!(!format!("{config:?}").contains("hush"));
}

#[cfg(not(feature = "s3"))]
#[test]
fn storage_that_this_server_was_not_built_for_is_told_with_all_that_is_missing() {
    let lines = wrong("storage = \"s3\"\n[s3]\nbucket = \"b\"", &[]);
    assert_eq!(lines.len(), 4, "{lines:?}");
    assert!(lines[0].contains("--features s3"));
}
