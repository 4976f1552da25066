//! The policy over the user's settings: what holds, what is fixed, and what may be kept as the user's own.

use super::{ControlPolicy, Policy};
use crate::store::{Relays, Settings};

/// A setting that a policy can fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FixedSetting {
    /// `allow_invitations`.
    AllowInvitations,
    /// `allow_control`.
    AllowControl,
    /// `allow_offers`.
    AllowOffers,
    /// The helpers who are named on the list of those who may offer help.
    Helpers,
    /// The organisations on that list.
    Organisations,
    /// Whether anybody on that list may ask for control.
    OffersControl,
    /// `keep_pictures`.
    KeepPictures,
    /// `longest_lifetime_secs`.
    LongestLifetime,
    /// `network.relays`.
    Relays,
    /// `network.relay` and its token.
    Relay,
    /// `network.mailbox`.
    Mailbox,
    /// `contacts.server`.
    ContactsServer,
}

impl Policy {
    /// The settings that are not the user's to change.
    pub fn fixed(&self) -> Vec<FixedSetting> {
        use FixedSetting as Fixed;
        let fixed = [
            (Fixed::AllowInvitations, self.allow_invitations.is_some()),
            (Fixed::AllowControl, self.control.is_some()),
            (Fixed::AllowOffers, self.offers.is_some()),
            // To allow it leaves the choice to the user.
            (
                Fixed::OffersControl,
                self.offers_control == Some(ControlPolicy::ViewOnly),
            ),
            (Fixed::Helpers, self.helpers.is_some()),
            (Fixed::Organisations, self.organisation_keys.is_some()),
            (Fixed::KeepPictures, self.log_pictures.is_some()),
            (Fixed::LongestLifetime, self.longest_lifetime_secs.is_some()),
            (Fixed::Relays, self.relays.is_some()),
            (
                Fixed::Relay,
                self.relay.is_some() || self.relay_token.is_some(),
            ),
            (Fixed::Mailbox, self.mailbox.is_some()),
            (
                Fixed::ContactsServer,
                self.contacts_server.is_some() || !self.lets_use_contacts(),
            ),
        ];
        let is_fixed = |(setting, fixed): (Fixed, bool)| fixed.then_some(setting);
        fixed.into_iter().filter_map(is_fixed).collect()
    }

    /// What holds, with these settings of the user's.
    pub fn over(&self, users: &Settings) -> Settings {
        let mut settings = users.clone();
        if let Some(allow) = self.allow_invitations {
            settings.allow_invitations = allow;
        }
        if let Some(control) = self.control {
            settings.allow_control = control == ControlPolicy::Allowed;
        }
        if let Some(allow) = self.offers {
            settings.allow_offers = allow;
        }
        if let Some(keep) = self.log_pictures {
            settings.keep_pictures = keep;
        }
        if let Some(longest) = self.longest_lifetime_secs {
            settings.longest_lifetime_secs = longest;
        }
        let network = &mut settings.network;
        if let Some(relays) = self.relays {
            network.relays = relays;
        }
        if let Some(relay) = &self.relay {
            network.relay.clone_from(relay);
            // The user's token is for the user's relay.
            network.relay_token = self.relay_token.clone().unwrap_or_default();
        } else if let Some(token) = &self.relay_token {
            network.relay_token = token.clone();
        }
        if self.relays == Some(Relays::Own) && network.relay.is_empty() {
            network.relays = Relays::None; // nobody said which
        }
        if let Some(mailbox) = &self.mailbox {
            network.mailbox.clone_from(mailbox);
        }
        if let Some(server) = &self.contacts_server {
            settings.contacts.server.clone_from(server);
        }
        settings
    }

    /// What is to be kept of settings that the user asks for: where the policy fixes something, the user's own of before.
    pub fn keep_users(&self, asked: Settings, before: &Settings) -> Settings {
        let mut keep = asked;
        for setting in self.fixed() {
            setting.copy(before, &mut keep);
        }
        keep
    }
}

impl FixedSetting {
    fn copy(self, from: &Settings, to: &mut Settings) {
        match self {
            Self::AllowInvitations => to.allow_invitations = from.allow_invitations,
            Self::AllowControl => to.allow_control = from.allow_control,
            Self::AllowOffers => to.allow_offers = from.allow_offers,
            Self::OffersControl | Self::Helpers | Self::Organisations => {} // no settings: they have a list of their own
            Self::KeepPictures => to.keep_pictures = from.keep_pictures,
            Self::LongestLifetime => to.longest_lifetime_secs = from.longest_lifetime_secs,
            Self::Relays => to.network.relays = from.network.relays,
            Self::Relay => {
                to.network.relay.clone_from(&from.network.relay);
                to.network.relay_token = from.network.relay_token.clone();
            }
            Self::Mailbox => to.network.mailbox.clone_from(&from.network.mailbox),
            Self::ContactsServer => to.contacts.server.clone_from(&from.contacts.server),
        }
    }
}
