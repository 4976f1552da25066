//! The password of the proxy that leads to relays: kept where the system keeps passwords, and known here while Hulp runs.

use tokio::task::spawn_blocking;
use zeroize::Zeroizing;

use super::{NoviceSide, invitations::Done};
use crate::{
    net::{Proxy, proxy_account, without_password},
    store::{PasswordFor, PasswordKept},
};

/// What the place where passwords are kept says.
#[derive(Debug)]
pub(super) enum ProxyNews {
    /// For the proxy at this address it has one.
    Found(Proxy),
    /// One was kept.
    Kept(PasswordKept),
}

impl NoviceSide {
    /// Looks for the password of the proxy that the settings name. One that an older Hulp, or a person, wrote into the settings'
    /// file goes out of there.
    pub(super) fn begin_with_proxy(&mut self) {
        match without_password(&self.settings.network.proxy) {
            (_, None) => self.proxy_is_set(None),
            (_, Some(_)) => self.save_settings(self.settings.clone()),
        }
    }

    /// The settings name a proxy, perhaps with a password that is to be kept.
    pub(super) fn proxy_is_set(&mut self, password: Option<Zeroizing<String>>) {
        let address = self.settings.network.proxy.clone();
        if let Some(password) = password {
            return self.keep_proxy_password(address, password);
        }
        if self.shared.proxy().address == address {
            return;
        }
        *self.shared.proxy() = Proxy::at(&address);
        self.change_view(|view| view.proxy_password = None);
        let Some((user, place)) = proxy_account(&address) else {
            return;
        };
        let (shared, done) = (self.shared.clone(), self.done.to.clone());
        tokio::spawn(async move {
            let found = shared.find_password(PasswordFor::Proxy, &user, &place);
            if let Some(password) = found.await {
                let password = Some(password);
                let _ = done.send(Done::Proxy(ProxyNews::Found(Proxy { address, password })));
            }
        });
    }

    /// Keeps a proxy's password, and uses it from now on.
    pub(super) fn keep_proxy_password(&mut self, address: String, password: Zeroizing<String>) {
        let Some((user, place)) = proxy_account(&address) else {
            return;
        };
        self.use_proxy(Proxy {
            address,
            password: Some(password.clone()),
        });
        let (shared, done) = (self.shared.clone(), self.done.to.clone());
        spawn_blocking(move || {
            let passwords = &shared.passwords;
            let kept = passwords.keep(PasswordFor::Proxy, &user, &place, &password);
            let _ = done.send(Done::Proxy(ProxyNews::Kept(kept)));
        });
    }

    /// Takes in what was done beside.
    pub(super) fn hear_of_proxy(&mut self, news: ProxyNews) {
        match news {
            ProxyNews::Found(proxy) => {
                // One that was typed meanwhile goes before.
                let is_asked_for = *self.shared.proxy() == Proxy::at(&proxy.address);
                if is_asked_for {
                    self.use_proxy(proxy);
                }
            }
            ProxyNews::Kept(kept) => self.change_view(|view| view.proxy_password = Some(kept)),
        }
    }

    /// The relays are looked for anew by it.
    fn use_proxy(&mut self, proxy: Proxy) {
        if proxy.address == self.settings.network.proxy {
            *self.shared.proxy() = proxy;
            self.change_doors();
        }
    }
}
