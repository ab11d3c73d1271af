//! Where settings are written down, other than on the command line.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt::Display;
use std::str::FromStr;

use super::{SettingsError, keys};

/// How the names of environment variables begin.
const PREFIX: &str = "WHISTLE_";
/// The customary variable for the database, looked at after `WHISTLE_DATABASE_URL`.
const DATABASE_URL: &str = "DATABASE_URL";
/// Variables that belong to the tests and may be around.
const FOREIGN_PREFIX: &str = "WHISTLE_TEST_";

/// Settings from one place, not yet understood.
#[derive(Debug, Clone)]
pub struct Layer {
    origin: String,
    values: BTreeMap<String, Written>,
}

/// One value, under the name by which its author knows it.
#[derive(Debug, Clone)]
struct Written {
    name: String,
    value: String,
}

impl Layer {
    /// The settings in the text of a TOML file. `origin` names the file in messages.
    pub fn parse(origin: &str, text: &str) -> Result<Self, SettingsError> {
        let table: toml::Table = text.parse().map_err(|error: toml::de::Error| SettingsError::NotToml {
            origin: origin.to_owned(),
            reason: crate::place::of_toml_error(text, &error),
        })?;
        let mut layer = Self { origin: origin.to_owned(), values: BTreeMap::new() };
        for (key, value) in table {
            let value = match value {
                toml::Value::String(text) => text,
                toml::Value::Integer(number) => number.to_string(),
                toml::Value::Boolean(yes) => yes.to_string(),
                _ => return Err(SettingsError::Shape { origin: layer.origin, key }),
            };
            layer.write(&key.clone(), key, value)?;
        }
        Ok(layer)
    }

    fn write(&mut self, key: &str, name: String, value: String) -> Result<(), SettingsError> {
        // A file that names another file would have to be read in turn.
        let known = keys().iter().any(|known| known == key) && (key != "config" || name != "config");
        if !known {
            return Err(SettingsError::UnknownKey { origin: self.origin.clone(), key: name });
        }
        self.values.insert(key.to_owned(), Written { name, value });
        Ok(())
    }
}

/// The settings among environment variables. A variable that is set but empty says nothing.
pub fn environment(
    variables: impl IntoIterator<Item = (OsString, OsString)>,
) -> Result<Layer, SettingsError> {
    let mut layer = Layer { origin: "environment".to_owned(), values: BTreeMap::new() };
    let mut customary = None;
    for (name, value) in variables {
        let Some(name) = name.to_str().filter(|name| *name == DATABASE_URL || name.starts_with(PREFIX))
        else {
            continue;
        };
        if value.is_empty() || name.starts_with(FOREIGN_PREFIX) {
            continue;
        }
        let value = value.into_string().map_err(|_| SettingsError::NotText(name.to_owned()))?;
        match name.strip_prefix(PREFIX) {
            Some(key) => layer.write(&key.to_ascii_lowercase(), name.to_owned(), value)?,
            None => customary = Some(Written { name: name.to_owned(), value }),
        }
    }
    if let Some(customary) = customary {
        layer.values.entry("database_url".to_owned()).or_insert(customary);
    }
    Ok(layer)
}

/// What was given on the command line, else what the first layer says that says something.
pub(super) fn pick<T>(given: Option<T>, key: &str, layers: &[Layer]) -> Result<Option<T>, SettingsError>
where
    T: FromStr,
    T::Err: Display,
{
    let written = layers.iter().find_map(|layer| layer.values.get(key).map(|written| (layer, written)));
    let (None, Some((layer, written))) = (&given, written) else { return Ok(given) };
    let parsed = written.value.parse().map_err(|error: T::Err| SettingsError::Value {
        origin: layer.origin.clone(),
        key: written.name.clone(),
        value: written.value.clone(),
        reason: error.to_string(),
    });
    parsed.map(Some)
}
