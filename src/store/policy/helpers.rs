//! The policy over the list of those who may offer help.

use super::{ControlPolicy, Policy};
use crate::invitation::{
    HelperCard, HelperList, ListedHelper, ListedOrganisation, Organisation, OrganisationKey,
};

impl Policy {
    /// Who may offer help, where the user made this list. What the policy names stands in the place of the user's own.
    pub fn over_helpers(&self, users: &HelperList) -> HelperList {
        let users_helpers = || users.helpers.clone();
        let users_organisations = || users.organisations.clone();
        let mut list = HelperList {
            helpers: (self.helpers.as_ref())
                .map_or_else(users_helpers, |cards| self.named(cards, users)),
            organisations: (self.organisation_keys.as_ref())
                .map_or_else(users_organisations, |keys| self.standing(keys, users)),
            taken_back: users.taken_back.clone(),
            no_signed_cards: self.signed_cards_are_closed,
        };
        for revoked in self.revoked_cards.iter().flatten() {
            let known = list.taken_back.entry(revoked.organisation).or_default();
            known.number = known.number.max(revoked.number);
            known.keys.extend(&revoked.keys);
        }
        if self.offers_control == Some(ControlPolicy::ViewOnly) {
            list.helpers
                .iter_mut()
                .for_each(|of| of.may_control = false);
            (list.organisations.iter_mut()).for_each(|of| of.may_control = false);
        }
        list
    }

    /// Whether somebody may ask for control whom the policy names, and whom the user gave this on the list of their own. To name
    /// somebody raises nothing: whom the user lets see only, only sees, unless the policy says more.
    fn gives_control(&self, users: Option<bool>) -> bool {
        self.offers_control == Some(ControlPolicy::Allowed) || users.unwrap_or(true)
    }

    fn named(&self, cards: &[HelperCard], users: &HelperList) -> Vec<ListedHelper> {
        let listed = cards.iter().map(|card| {
            let mut all = users.helpers.iter();
            let known = all.find(|of| of.card.key == card.key);
            ListedHelper {
                card: card.clone(),
                may_control: self.gives_control(known.map(|of| of.may_control)),
            }
        });
        listed.collect()
    }

    /// What the user knows of an organisation stays known: its name.
    fn standing(&self, keys: &[OrganisationKey], users: &HelperList) -> Vec<ListedOrganisation> {
        let listed = keys.iter().map(|key| {
            let mut all = users.organisations.iter();
            let known = all.find(|of| of.organisation.key == *key);
            let name = known.map_or_else(String::new, |of| of.organisation.name.clone());
            ListedOrganisation {
                organisation: Organisation { name, key: *key },
                may_control: self.gives_control(known.map(|of| of.may_control)),
            }
        });
        listed.collect()
    }
}
