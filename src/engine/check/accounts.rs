//! Accounts at servers, and where their passwords are kept.

use std::time::Duration;

use super::{Trial, blocking, not_allowed};
use crate::{
    delivery::{
        contact::{self, Account, Address, RingId},
        email,
    },
    engine::{
        novice::{mail_account, with_mail_password},
        view::{CheckFact, CheckFault, CheckGap, CheckState},
    },
    store::{EmailWay, InviteWay, PasswordFor},
};

/// How long the e-mail program may be looked for, or the mail server take to log in.
pub(super) const EMAIL: Duration = Duration::from_secs(40);
/// How long the contact server may take to sign in, with the look for the password.
pub(super) const CONTACTS: Duration = Duration::from_secs(40);
/// How long the keyring may take: it may ask the user to unlock it.
pub(super) const KEYRING: Duration = Duration::from_secs(30);

impl Trial {
    pub(super) async fn email(&self) -> CheckState {
        if !self.policy().lets_travel(InviteWay::Email) {
            return not_allowed();
        }
        if self.settings.email.way == EmailWay::Program {
            let desktop = self.shared.desktop.clone();
            return blocking(move || match desktop.has_mail_program() {
                true => CheckState::Works(CheckFact::MailProgram),
                false => CheckState::NotSetUp(CheckGap::NoMail),
            })
            .await;
        }
        let account = mail_account(&self.settings.name, &self.settings.email);
        let account = with_mail_password(&self.shared, account, None).await;
        match email::try_server(&account, &self.shared.smtp).await {
            Ok(()) => CheckState::Works(CheckFact::MailServer(account.server)),
            Err(email::EmailError::NoServer) => CheckState::NotSetUp(CheckGap::NoMail),
            Err(error) => CheckState::Fails(CheckFault::Email(error)),
        }
    }

    pub(super) async fn contacts(&self) -> CheckState {
        let settings = &self.settings.contacts;
        if !self.policy().lets_use_contacts() {
            return not_allowed();
        }
        if settings.address.is_empty() {
            return CheckState::NotSetUp(CheckGap::NoContacts);
        }
        let address: Address = match settings.address.parse() {
            Ok(address) => address,
            Err(error) => return CheckState::Fails(CheckFault::Contacts(error)),
        };
        let (user, domain) = (address.as_str(), address.domain());
        let what = PasswordFor::Contacts;
        let Some(password) = self.shared.find_password(what, user, domain).await else {
            return CheckState::NotSetUp(CheckGap::NoContactsPassword);
        };
        let account = Account {
            address: address.clone(),
            password,
            server: (!settings.server.is_empty()).then(|| settings.server.clone()),
            trust: self.shared.contact_trust.clone(),
            key: self.shared.identity.fingerprint(),
            rings_after: RingId(0),
            strangers_may_ring: false,
        };
        match contact::try_account(&account).await {
            Ok(()) => CheckState::Works(CheckFact::ContactServer(address.to_string())),
            Err(error) => CheckState::Fails(CheckFault::Contacts(error)),
        }
    }

    pub(super) async fn keyring(&self) -> CheckState {
        let shared = self.shared.clone();
        blocking(move || match shared.passwords.try_keyring() {
            Ok(()) => CheckState::Works(CheckFact::Kept),
            Err(why) => CheckState::Fails(CheckFault::Keyring(why)),
        })
        .await
    }
}
