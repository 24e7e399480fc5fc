//! `server staff add|reset`: accounts from the machine itself, for the first supervisors and for the day when both have
//! lost their telephones. What it prints is shown once; each use is in the ledger.

use super::Where;
use crate::passwords;
use crate::state::{House, Refused};
use app::acts::reset_staff::new_password;
use app::acts::tell;
use app::ports::{Change, Staff};
use clap::{Subcommand, ValueEnum};
use domain::assist::{Assistant, Organisation, StaffKind};
use domain::ids::{AreaCode, StaffId};
use domain::ledger::By;
use domain::review::Tier;
use std::process::ExitCode;

#[derive(Subcommand)]
pub(super) enum What {
    /// Open an account and print its password and one-time password secret
    Add {
        #[command(flatten)]
        place: Where,
        /// User name: small letters, digits, - _ .
        #[arg(long)]
        user: String,
        /// As residents read it, e.g. 「云溪村服务点 03 号」
        #[arg(long)]
        name: String,
        #[arg(long)]
        tier: TierName,
        /// Area code of the desk: 6, 9 or 12 digits
        #[arg(long)]
        desk: String,
        /// May look after accounts
        #[arg(long)]
        supervisor: bool,
        /// 帮办人员 of this organisation instead of a clerk: acts only with the person beside her
        #[arg(long, conflicts_with = "supervisor")]
        assistant: Option<OrganisationName>,
    },
    /// Give an account a new password and secret; all its sessions end
    Reset {
        #[command(flatten)]
        place: Where,
        #[arg(long)]
        user: String,
    },
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum OrganisationName {
    Village,
    Bank,
    Volunteers,
}

impl OrganisationName {
    fn kind(self) -> StaffKind {
        let of = match self {
            Self::Village => Organisation::Village,
            Self::Bank => Organisation::Bank,
            Self::Volunteers => Organisation::Volunteers,
        };
        StaffKind::Assistant(Assistant { of, stopped: None })
    }
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum TierName {
    Village,
    Township,
    County,
}

pub(super) async fn run(what: What) -> Result<ExitCode, Refused> {
    match what {
        What::Add { place, user, name, tier, desk, supervisor, assistant } => {
            let house = place.open().await?;
            let tier = match tier {
                TierName::Village => Tier::Village,
                TierName::Township => Tier::Township,
                TierName::County => Tier::County,
            };
            let kind = assistant.map(OrganisationName::kind).unwrap_or_default();
            add(&house, &user, name, (tier, AreaCode::new(desk)), supervisor, kind).await?;
        }
        What::Reset { place, user } => reset(&place.open().await?, &user).await?,
    }
    Ok(ExitCode::SUCCESS)
}

async fn add(
    house: &House,
    user: &str,
    name: String,
    (tier, desk): (Tier, AreaCode),
    supervisor: bool,
    kind: StaffKind,
) -> Result<(), Refused> {
    let world = &house.world;
    let user = user_name(user)?;
    if world.region.desk(desk.as_str()).is_none_or(|known| known.tier() != tier) {
        return Err(Refused::one(format!("{} is no {} desk of this region", desk.as_str(), tier.key())));
    }
    if world.store.staff_by_user_name(&user).await.map_err(Refused::one)?.is_some() {
        return Err(Refused::one(format!(
            "there is an account {user} already; to give it a new password: server staff reset --user {user}"
        )));
    }
    let fresh = Fresh::draw(house).await?;
    let staff = Staff {
        id: StaffId::new(world.new_id()),
        user_name: user,
        display_name: name,
        person: None,
        tier,
        desk,
        supervisor,
        kind,
        declared: Vec::new(),
        password_hash: fresh.hash.clone(),
        totp_secret: fresh.totp.clone(),
        totp_last_step: 0,
        reset_asked: None,
        must_choose_password: true,
        away: None,
        failed_since: Vec::new(),
        active: true,
        version: 0,
    };
    save(house, staff, "staff-add", Vec::new(), &fresh).await
}

async fn reset(house: &House, user: &str) -> Result<(), Refused> {
    let user = user_name(user)?;
    let found = house.world.store.staff_by_user_name(&user).await.map_err(Refused::one)?;
    let mut staff = found.ok_or_else(|| Refused::one(format!("there is no account {user}")))?;
    let fresh = Fresh::draw(house).await?;
    staff.password_hash = fresh.hash.clone();
    staff.totp_secret = fresh.totp.clone();
    staff.totp_last_step = 0;
    staff.reset_asked = None;
    staff.must_choose_password = true;
    staff.failed_since = Vec::new();
    let end = Change::EndSessionsOfStaff(staff.id.clone());
    save(house, staff, "staff-reset", vec![end], &fresh).await
}

async fn save(house: &House, staff: Staff, act: &str, also: Vec<Change>, fresh: &Fresh) -> Result<(), Refused> {
    let user = staff.user_name.clone();
    let county = staff.desk.county();
    let note = tell::ledger_of_staff(&house.world, By::Rule, county.as_str(), act, staff.id.as_str(), "command-line");
    let mut changes = vec![Change::SaveStaff(Box::new(staff)), note];
    changes.extend(also);
    house.world.store.commit(changes).await.map_err(Refused::one)?;
    println!("user name  {user}");
    println!("password   {}   (shown once)", fresh.password);
    println!("secret     {}   (for the authenticator, shown once)", fresh.totp);
    if let Some(secret) = passwords::totp_secret_bytes(&fresh.totp) {
        println!("or scan    {}", passwords::totp_uri(&secret, &user));
    }
    Ok(())
}

/// The form in which user names are kept and typed.
fn user_name(typed: &str) -> Result<String, Refused> {
    let name = typed.trim_matches(' ').to_ascii_lowercase();
    let plain = (2..=40).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_.".contains(&b));
    if plain { Ok(name) } else { Err(Refused::one("a user name has 2 to 40 small letters, digits, - _ or .")) }
}

struct Fresh {
    password: String,
    hash: String,
    totp: String,
}

impl Fresh {
    async fn draw(house: &House) -> Result<Self, Refused> {
        let password = new_password(&house.world);
        let hash = house.world.passwords.hash(password.clone()).await.map_err(Refused::one)?;
        Ok(Self { password, hash, totp: house.world.passwords.new_totp_secret() })
    }
}
