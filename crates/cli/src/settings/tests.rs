//! Which setting wins, and what is refused.

use std::ffi::OsString;

use clap::Parser;

use super::*;

#[derive(Parser)]
struct Options {
    #[command(flatten)]
    shared: SharedOptions,
    #[command(flatten)]
    service: ServiceOptions,
}

fn decided(line: &[&str], variables: &[(&str, &str)], file: &str) -> Result<Settings, String> {
    let options = Options::try_parse_from([&["whistle"][..], line].concat()).map_err(|e| e.to_string())?;
    let variables = variables.iter().map(|(name, value)| (OsString::from(name), OsString::from(value)));
    let layers = environment(variables)
        .and_then(|environment| Ok(vec![environment, Layer::parse("whistle.toml", file)?]))
        .map_err(|error| error.to_string())?;
    Settings::decide(options.shared, options.service, &layers).map_err(|error| error.to_string())
}

#[test]
fn the_command_line_wins_over_the_environment_and_that_over_the_file() {
    let (line, variables, file) =
        (["--listen", "127.0.0.1:1"], [("WHISTLE_LISTEN", "127.0.0.1:2")], "listen = '127.0.0.1:3'");
    let port = |settings: Result<Settings, String>| settings.unwrap().listen.port();
    assert_eq!(port(decided(&line, &variables, file)), 1);
    assert_eq!(port(decided(&[], &variables, file)), 2);
    assert_eq!(port(decided(&[], &[], file)), 3);
    assert_eq!(port(decided(&[], &[], "")), 8080);
    assert_eq!(port(decided(&[], &[("WHISTLE_LISTEN", "")], file)), 3, "an empty variable says nothing");
}

#[test]
fn every_key_is_heard_in_the_environment_and_in_the_file() {
    let values = [
        ("listen", "0.0.0.0:90"),
        ("data_dir", "elsewhere"),
        ("demo", "on"),
        ("rate_limit", "off"),
        ("trusted_proxies", "10.0.0.1, 10.1.0.0/16"),
        ("webhook_hosts", "hotline.example, 10.2.0.7:8443"),
        ("database_url", "postgres://one"),
        ("migrate_database_url", "postgres://two"),
        ("postgres_bin_dir", "/opt/bin"),
        ("postgres_user", "pg"),
        ("connections_max", "7"),
        ("key_file", "/secret/keys"),
        ("log_format", "json"),
        ("log", "warn"),
    ];
    let names: Vec<&str> = values.iter().map(|(key, _)| *key).collect();
    let missing: Vec<_> = keys().iter().filter(|key| !names.contains(&key.as_str())).collect();
    assert_eq!(missing, ["config"], "every setting is in this table");

    let variables: Vec<(String, &str)> =
        values.iter().map(|(key, value)| (format!("WHISTLE_{}", key.to_uppercase()), *value)).collect();
    let variables: Vec<(&str, &str)> =
        variables.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    let lines: Vec<String> = values.iter().map(|(key, value)| format!("{key} = '{value}'")).collect();
    let file = lines.join("\n");
    let expected = Settings {
        listen: "0.0.0.0:90".parse().unwrap(),
        data_dir: "elsewhere".into(),
        demo: true,
        rate_limit: false,
        trusted_proxies: "10.0.0.1/32,10.1.0.0/16".parse().unwrap(),
        webhook_hosts: "hotline.example,10.2.0.7:8443".parse().unwrap(),
        database_url: Some("postgres://one".to_owned()),
        migrate_database_url: Some("postgres://two".to_owned()),
        postgres_bin_dir: Some("/opt/bin".into()),
        postgres_user: Some("pg".to_owned()),
        connections_max: 7,
        key_file: "/secret/keys".into(),
        log_format: Some(LogFormat::Json),
        log: Some("warn".to_owned()),
    };
    assert_eq!(decided(&[], &variables, ""), Ok(expected.clone()));
    assert_eq!(decided(&[], &[], &file), Ok(expected));
}

#[test]
fn numbers_and_truth_may_be_written_as_such_in_the_file() {
    let settings = decided(&[], &[], "connections_max = 5\ndemo = true\nrate_limit = false").unwrap();
    assert_eq!((settings.connections_max, settings.demo, settings.rate_limit), (5, true, false));
}

#[test]
fn the_customary_variable_names_the_database_unless_ours_does() {
    let customary = ("DATABASE_URL", "postgres://customary");
    let ours = ("WHISTLE_DATABASE_URL", "postgres://ours");
    let url = |variables: &[(&str, &str)], file| decided(&[], variables, file).unwrap().database_url.unwrap();
    assert_eq!(url(&[customary], "database_url = 'postgres://file'"), "postgres://customary");
    assert_eq!(url(&[customary, ours], ""), "postgres://ours");
}

#[test]
fn the_key_file_lies_in_the_data_directory() {
    let settings = decided(&["--data-dir", "/srv/whistle"], &[], "").unwrap();
    assert_eq!(settings.key_file, std::path::Path::new("/srv/whistle/keys.toml"));
}

#[test]
fn demo_is_a_bare_option_that_can_be_taken_back() {
    assert!(decided(&["--demo"], &[], "").unwrap().demo);
    assert!(!decided(&["--demo=off"], &[("WHISTLE_DEMO", "on")], "").unwrap().demo);
}

#[test]
fn what_nobody_would_look_at_is_refused_by_name() {
    for (variables, file, named) in [
        (&[("WHISTLE_LISEN", "127.0.0.1:2")][..], "", "environment: `WHISTLE_LISEN` is not a setting"),
        (&[], "lisen = '127.0.0.1:2'", "whistle.toml: `lisen` is not a setting"),
        (&[], "config = 'other.toml'", "whistle.toml: `config` is not a setting"),
        (&[], "[listen]\nport = 1", "`listen` must be a text, a number, true or false"),
        (&[], "demo = true\nlisten = ", "whistle.toml, line 2, column "),
        (&[("WHISTLE_LISTEN", "nowhere")], "", "`WHISTLE_LISTEN` cannot be `nowhere`"),
        (&[], "rate_limit = 'perhaps'", "`rate_limit` cannot be `perhaps`: it must be on or off"),
        (&[], "connections_max = 1", "from 2 to 1000"),
        (&[], "trusted_proxies = 'proxy.example'", "`trusted_proxies` cannot be `proxy.example`: it must be"),
        (
            &[],
            "webhook_hosts = 'https://a.example'",
            "`webhook_hosts` cannot be `https://a.example`: it must be",
        ),
        (&[], "log_format = 'xml'", "it must be text or json"),
        (&[], "log = 'whistle=loud'", "`log` cannot be `whistle=loud`"),
    ] {
        let refused = decided(&[], variables, file).expect_err(named);
        assert!(refused.contains(named), "{refused:?} does not say {named:?}");
        assert_eq!(refused.lines().count(), 1, "{refused:?} is one line");
    }
}

#[test]
fn variables_of_the_tests_and_of_others_are_left_alone() {
    let variables = [("WHISTLE_TEST_POSTGRES_URL", "postgres://x"), ("WHISTLER", "x"), ("PATH", "/bin")];
    assert!(decided(&[], &variables, "").is_ok());
}
