//! `whistle user`: accounts. It writes to the tables alone, so that it works while no service runs; what is done in the
//! pages stands in the log as well.

use std::io::BufRead;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context;
use chrono::TimeDelta;
use clap::{Args, Subcommand};
use serde::Serialize;
use uuid::Uuid;
use whistle_domain::actor::Role;
use whistle_domain::clock::{Clock, SystemClock};
use whistle_domain::organisation::Organisation;
use whistle_store::accounts::{Account, Accounts, NewUser, made_password};
use whistle_store::database::Pool;
use whistle_store::organisation::load_organisation;

use crate::database::{Absent, Database};
use crate::failure::Usage;
use crate::settings::Settings;

/// Connections: one account at a time.
const CONNECTIONS: u32 = 2;
/// Accounts that are read at once.
const PAGE: i64 = 200;
/// The longest that a token may be made to last, in days.
const TOKEN_DAYS_MAX: i64 = 3650;

/// What can be done with accounts.
#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Make an account
    Add(Add),
    /// List the accounts that may come in
    List {
        /// Answer in JSON
        #[arg(long)]
        json: bool,
    },
    /// Close an account for good: neither password nor token lets it in any more
    Disable {
        /// Its user name
        username: String,
    },
    /// Give an account another password, and end its sessions
    Password {
        /// Its user name
        username: String,
        #[command(flatten)]
        password: PasswordSource,
    },
    /// Issue a token, shown this once
    Token(Token),
}

/// An account to be made.
#[derive(Debug, Args)]
pub struct Add {
    /// The name to sign in with
    username: String,
    /// resident, `grid_worker`, community, hotline, dispatcher, department, supervisor, auditor or admin
    #[arg(long, value_parser = role)]
    role: Role,
    /// The unit in which the account is posted, by its code
    #[arg(long, value_name = "CODE")]
    unit: Option<String>,
    /// The unit whose area the account sees (default: what its unit and role say)
    #[arg(long, value_name = "CODE")]
    area: Option<String>,
    /// What colleagues see
    #[arg(long, value_name = "NAME")]
    display_name: Option<String>,
    #[command(flatten)]
    password: PasswordSource,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
}

/// Where a password comes from.
#[derive(Debug, Args)]
pub struct PasswordSource {
    /// Read the password from the first line of standard input instead of making one
    #[arg(long)]
    password_stdin: bool,
}

/// A token to be issued.
#[derive(Debug, Args)]
pub struct Token {
    /// The account's user name
    username: String,
    /// What it is for
    #[arg(long, default_value = "command line")]
    label: String,
    /// Days until it ends by itself, 1 to 3650 (default: never)
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(i64).range(1..=TOKEN_DAYS_MAX))]
    expires_days: Option<i64>,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
}

/// An account as it is shown.
#[derive(Debug, Serialize)]
struct Shown {
    id: Uuid,
    username: String,
    role: Role,
    unit: Option<String>,
    area: Option<String>,
    display_name: Option<String>,
    /// Only when it was made just now.
    #[serde(skip_serializing_if = "Option::is_none")]
    password: Option<String>,
}

impl Shown {
    fn new(account: Account, password: Option<String>) -> Self {
        Self {
            id: account.id,
            username: account.username,
            role: account.role,
            unit: account.unit,
            area: account.area_unit,
            display_name: account.display_name,
            password,
        }
    }

    fn line(&self) -> String {
        let unit = self.unit.as_deref().or(self.area.as_deref()).unwrap_or("-");
        format!(
            "{}\t{}\t{unit}\t{}",
            self.username,
            self.role.code(),
            self.display_name.as_deref().unwrap_or("-")
        )
    }
}

impl UserCommand {
    /// Does it.
    pub async fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        let database = Database::of_command(settings, Absent::Refuse).await?;
        let pool = whistle_store::database::pool(database.url(), CONNECTIONS)?;
        let done = self.act(&pool).await;
        pool.close().await;
        database.close().await?;
        done.map(|()| ExitCode::SUCCESS)
    }

    async fn act(self, pool: &Pool) -> anyhow::Result<()> {
        let accounts = Accounts::new(pool.clone(), Arc::new(SystemClock));
        match self {
            Self::Add(add) => add.run(pool, &accounts).await,
            Self::List { json } => list(&accounts, json).await,
            Self::Disable { username } => {
                accounts.disable(known(&accounts, &username).await?.id).await?;
                println!("{username} is closed; a running service knows within two seconds");
                Ok(())
            }
            Self::Password { username, password } => {
                let account = known(&accounts, &username).await?;
                let (password, made) = password.take()?;
                accounts.set_password(account.id, password.clone()).await?;
                println!("{}", if made { password } else { format!("{username} has another password") });
                Ok(())
            }
            Self::Token(token) => token.run(&accounts).await,
        }
    }
}

impl Add {
    async fn run(self, pool: &Pool, accounts: &Accounts) -> anyhow::Result<()> {
        if self.unit.is_some() || self.area.is_some() {
            let organisation = load_organisation(pool, SystemClock.now()).await?;
            must_be_unit(&organisation, "unit", self.unit.as_deref())?;
            must_be_unit(&organisation, "area", self.area.as_deref())?;
        }
        let (password, made) = self.password.take()?;
        let account = accounts
            .create_user(NewUser {
                username: self.username,
                password: Some(password.clone()),
                role: self.role,
                unit: self.unit,
                area_unit: self.area,
                display_name: self.display_name,
                subject: None,
            })
            .await?;
        let shown = Shown::new(account, made.then_some(password));
        if self.json {
            println!("{}", serde_json::to_string_pretty(&shown)?);
        } else {
            println!("{}", shown.line());
            if let Some(password) = &shown.password {
                println!("password, shown this once: {password}");
            }
        }
        Ok(())
    }
}

impl Token {
    async fn run(self, accounts: &Accounts) -> anyhow::Result<()> {
        let account = known(accounts, &self.username).await?;
        let expires_at = self.expires_days.map(|days| SystemClock.now() + TimeDelta::days(days));
        let issued = accounts.issue_token(account.id, &self.label, expires_at).await?;
        if self.json {
            let answer =
                serde_json::json!({ "id": issued.id, "token": issued.token, "expires_at": expires_at });
            println!("{answer:#}");
        } else {
            println!("{}", issued.token);
        }
        Ok(())
    }
}

impl PasswordSource {
    /// The password, and whether it was made just now.
    fn take(&self) -> anyhow::Result<(String, bool)> {
        if !self.password_stdin {
            return Ok((made_password(), true));
        }
        let mut line = String::new();
        std::io::stdin().lock().read_line(&mut line).context("the password cannot be read")?;
        let password = line.trim_end_matches(['\r', '\n']).to_owned();
        if password.is_empty() {
            Err(Usage("there is no password on standard input".to_owned()).into())
        } else {
            Ok((password, false))
        }
    }
}

async fn list(accounts: &Accounts, json: bool) -> anyhow::Result<()> {
    let mut listed: Vec<Shown> = Vec::new();
    loop {
        let after = listed.last().map(|shown| shown.username.clone());
        let page = accounts.list(after.as_deref(), PAGE).await?;
        if page.is_empty() {
            break;
        }
        listed.extend(page.into_iter().map(|account| Shown::new(account, None)));
    }
    if json {
        println!("{}", serde_json::to_string_pretty(&listed)?);
    } else {
        for shown in &listed {
            println!("{}", shown.line());
        }
    }
    Ok(())
}

async fn known(accounts: &Accounts, username: &str) -> anyhow::Result<Account> {
    accounts.by_username(username).await?.with_context(|| format!("there is no account {username}"))
}

fn role(text: &str) -> Result<Role, String> {
    Role::from_code(text).ok_or_else(|| {
        let codes: Vec<&str> = Role::ACCOUNTS.iter().map(|role| role.code()).collect();
        format!("a role is one of {}", codes.join(", "))
    })
}

fn must_be_unit(organisation: &Organisation, what: &str, code: Option<&str>) -> Result<(), Usage> {
    match code.filter(|code| organisation.unit(code).is_none()) {
        None => Ok(()),
        Some(code) => Err(Usage(format!("the {what} `{code}` is no unit of {}", organisation.name()))),
    }
}
