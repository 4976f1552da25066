//! Policy and settings that were changed while Hulp runs, and how this side keeps to what they say.

use std::{path::PathBuf, time::Duration};

use zeroize::Zeroizing;

use super::super::{
    BrokenSettings, PolicyView, SettingsView,
    contacts::Order,
    files::SettingsNews,
    policy::logged,
    settings::{holding, speak},
};
use super::{NoviceSide, guest::ToGuest};
use crate::{
    invitation::{InvitationId, InvitationRecord},
    net::without_password,
    store::{InviteWay, LoadedPolicy, LogEvent, NetworkSettings, PolicyFound, Settings},
};

impl NoviceSide {
    /// Takes over what others changed on the disk, the list of helpers too.
    pub(super) fn look_at_files(&mut self) {
        let owns = self.ownership.is_some();
        let news = self.files.look(&self.shared.store, owns);
        match news.settings {
            Some(SettingsNews::Changed(settings)) => self.take_settings(*settings),
            Some(SettingsNews::Lost(kept_as)) => self.restore_settings(kept_as),
            None => {}
        }
        if let Some(policy) = news.policy {
            self.take_policy(policy);
        }
        self.look_at_helpers();
        self.look_at_autostart();
    }

    /// `Save settings`. Of what the policy fixes, the user's own of before is kept, for the day when it does not.
    pub(super) fn save_settings(&mut self, mut asked: Settings) {
        let (proxy, proxy_password) = without_password(&asked.network.proxy);
        asked.network.proxy = proxy;
        let asked = self.shared.policy().keep_users(asked, &self.kept);
        let asked = self.with_autostart(asked);
        match self.shared.store.keep_settings(&asked) {
            Ok(kept) => {
                let changes = kept.changes_since(&self.kept);
                self.kept = kept;
                self.files.settings_were_kept();
                if !changes.is_empty() {
                    self.log(&LogEvent::SettingsChanged { changes });
                }
                self.shared
                    .publisher
                    .change(|view| view.broken_settings = None);
                self.settle(proxy_password);
            }
            Err(error) => {
                tracing::error!(%error, "the settings were not kept");
                self.show_settings();
            }
        }
    }

    fn take_settings(&mut self, settings: Settings) {
        if settings == self.kept {
            return; // it was this Hulp that wrote them
        }
        let changes = settings.changes_since(&self.kept);
        self.kept = settings;
        if self.ownership.is_some() {
            self.kept = self.with_autostart(self.kept.clone());
            let remembered = self.shared.store.remember_settings(&self.kept);
            self.check("last settings", remembered);
        }
        if !changes.is_empty() {
            self.log_as_owner(&LogEvent::SettingsTakenOver { changes });
        }
        match without_password(&self.kept.network.proxy) {
            // It goes out of the file.
            (_, Some(_)) => {
                self.save_settings(self.kept.clone());
            }
            (_, None) => self.settle(None),
        }
    }

    /// The file is gone, or was none and is kept aside: the settings of before go on, and are written anew.
    fn restore_settings(&mut self, kept_as: Option<PathBuf>) {
        let broken = BrokenSettings {
            kept_as,
            defaults_hold: false,
        };
        let kept = self.shared.store.keep_settings(&self.kept);
        if self.check("settings", kept).is_some() {
            self.log(&broken.logged()); // otherwise the next look tries again
        }
        (self.shared.publisher).change(|view| view.broken_settings = Some(broken));
    }

    fn take_policy(&mut self, loaded: LoadedPolicy) {
        self.shared.set_policy(loaded.policy.clone());
        self.log_as_owner(&logged(&loaded.found));
        // What is closed is seen to be closed before it is said why.
        self.settle(None);
        let shown = PolicyView {
            log_fails: self.log_fails.get(),
            ..PolicyView::of(&loaded)
        };
        self.shared.publisher.change(|view| view.policy = shown);
        self.keep_to_policy();
        let _ = self.to_contacts.send(Order::PolicyChanged); // else Hulp closes
    }

    /// This side is this process's now: says in the log under which policy.
    pub(super) fn begin_under_policy(&mut self) {
        let found = &self.files.policy().found;
        if *found != PolicyFound::None {
            self.log(&logged(found));
        }
        self.keep_to_policy();
    }

    /// Ends what the policy does not allow.
    fn keep_to_policy(&mut self) {
        if self.ownership.is_none() {
            return;
        }
        let policy = self.shared.policy();
        if let Some(secs) = policy.longest_lifetime_secs {
            let longest = Duration::from_secs(secs);
            self.check("lifetimes", self.shared.store.shorten_lifetimes(longest));
        }
        if !policy.lets_travel(InviteWay::Code) {
            self.end_code();
        }
        for guest in self.guests.values() {
            let Some(id) = guest.claimed() else { continue };
            let record = self.check("invitation", self.shared.store.invitation(id));
            let may_stay = record.flatten().map_or_else(
                || policy.allow_invitations != Some(false),
                |record| policy.lets_come(&record),
            );
            if !may_stay {
                guest.tell(ToGuest::Forbid);
            }
        }
        self.look_after();
    }

    /// Makes this side go by the settings and the policy of now.
    fn settle(&mut self, proxy_password: Option<Zeroizing<String>>) {
        let settings = holding(&self.kept, &self.shared.policy());
        let old = std::mem::replace(&mut self.settings, settings);
        if self.shared.speaks && self.settings.language != old.language {
            speak(&self.settings);
        }
        self.proxy_is_set(proxy_password);
        let of_doors = |settings: &Settings| NetworkSettings {
            mailbox: String::new(),
            ..settings.network.clone()
        };
        if of_doors(&self.settings) != of_doors(&old) {
            self.change_doors();
        } else if self.settings.allow_offers != old.allow_offers {
            self.show_invitations(); // the doors open or close with it
        }
        self.show_helpers();
        let allowed = self.settings.allow_control;
        if allowed != old.allow_control {
            for guest in self.guests.values() {
                guest.tell(ToGuest::AllowControl(allowed));
            }
        }
        let strangers = self.settings.contacts.strangers_may_ring;
        if strangers != old.contacts.strangers_may_ring {
            let _ = self.to_contacts.send(Order::LetStrangersRing(strangers)); // else Hulp closes
        }
        self.show_settings();
    }

    pub(super) fn show_settings(&self) {
        let shown = SettingsView::of(&self.settings, &self.shared.policy());
        self.shared.publisher.show_kept_settings(shown);
    }

    /// Whether settings and policy let somebody in with this invitation.
    pub(super) fn lets_come(&self, record: &InvitationRecord) -> bool {
        let allowed = match record.is_of_offer() {
            true => self.settings.allow_offers,
            false => self.settings.allow_invitations,
        };
        allowed && self.shared.policy().lets_come(record)
    }

    /// An open invitation, with the addresses of now, to go out in this way; or in words why it does not.
    pub(super) fn open_record_for(
        &mut self,
        id: InvitationId,
        way: InviteWay,
    ) -> Result<InvitationRecord, &'static str> {
        if !self.settings.allow_invitations {
            return Err("this computer does not allow invitations");
        }
        if !self.shared.policy().lets_travel(way) {
            return Err("your administrator does not let invitations travel this way");
        }
        let record = self.check("invitation", self.shared.store.invitation(id));
        if (record.flatten()).is_some_and(|record| record.is_of_offer()) {
            return Err("it was made for the helper who offered help, and is for nobody else");
        }
        (self.open_record(id)).ok_or("the invitation is not open any more")
    }

    /// Writes a line that every Hulp of this user's would have to write, and one does.
    fn log_as_owner(&self, event: &LogEvent) {
        if self.ownership.is_some() {
            self.log(event);
        }
    }

    /// The log was to be written, and could not be, though the policy requires it: whoever is here has to go.
    pub(super) fn end_without_log(&mut self) {
        let fails = self.log_fails.get();
        if self.shared.publisher.peek().policy.log_fails != fails {
            (self.shared.publisher).change(|view| view.policy.log_fails = fails);
        }
        if self.log_just_failed.take() {
            for (id, guest) in &self.guests {
                if guest.claims_any() || self.comes_by_offer(*id, guest) {
                    guest.tell(ToGuest::Forbid);
                }
            }
        }
    }
}
