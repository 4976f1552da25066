//! Offers of help: who is on the list may ask for an invitation, and the novice's yes makes one, for that connection alone. From then
//! on everything is as with any other invitation.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use chrono::{DateTime, Utc};

use super::super::view::{ConsentView, ExpectedKey, OfferedView};
use super::{
    NoviceSide,
    guest::{GuestId, ToGuest},
    guests::{GuestEntry, standing},
    helpers::Paper,
    peace::Peace,
    present::Stage,
};
use crate::{
    invitation::{
        Fingerprint, HelperCard, HelperList, InvitationId, MIN_LIFETIME, NewInvitation, NotListed,
        Offerer, SentHow,
    },
    net::Announcement,
    session::{End, Phrase, Refusal},
    store::{Answer, LogEvent, LogText},
};

/// What is known of offers.
#[derive(Debug)]
pub(super) struct Offers {
    /// Who may offer help, as the user made the list.
    pub(super) kept: HelperList,
    /// Who may, with the administrator's policy over that.
    pub(super) list: Arc<HelperList>,
    /// What [`crate::store::Store::others_wrote`] gave when the list was read.
    pub(super) read_at: Option<i64>,
    /// A file that was read for the list, and that the user has not added yet.
    pub(super) read: Option<Paper>,
    /// Who is asked about: at most one helper at a time.
    asked: Option<Asked>,
    /// Who is not heard for a while.
    peace: Peace,
    /// While the computers nearby are told that offers are taken.
    announcement: Option<Announcement>,
}

/// A helper whom the novice is asked about, or is about to be.
#[derive(Debug)]
struct Asked {
    guest: GuestId,
    /// The card that came with the offer.
    card: Option<HelperCard>,
    offerer: Offerer,
    /// The question's number, once it stands in the window.
    question: Option<u64>,
    /// The log's line about it.
    line: Option<u64>,
}

/// A helper whose offer was taken, on the connection on which it came.
#[derive(Debug)]
pub(super) struct Invited {
    /// With this invitation.
    pub(super) invitation: InvitationId,
    /// Who.
    pub(super) offerer: Offerer,
    /// The card that came with the offer.
    card: Option<HelperCard>,
    /// The log's line about the question.
    pub(super) line: Option<u64>,
}

impl Offers {
    pub(super) fn new(first_pause: Duration) -> Self {
        Self {
            kept: HelperList::default(),
            list: Arc::default(),
            read_at: None,
            read: None,
            asked: None,
            peace: Peace::new(first_pause),
            announcement: None,
        }
    }
}

impl NoviceSide {
    /// Who may offer help: the one place where that is asked for.
    fn helper_list(&self) -> &HelperList {
        &self.offers.list
    }

    /// Whether anybody's offer is heard at all.
    pub(super) fn takes_offers(&self) -> bool {
        let list = self.helper_list();
        self.settings.allow_offers && !(list.helpers.is_empty() && list.organisations.is_empty())
    }

    /// Tells the computers nearby that offers are taken, exactly while they are.
    pub(super) fn keep_announced(&mut self) {
        let port = self.doors.port();
        self.announce(port.filter(|_| self.takes_offers() && self.shared.nearby));
    }

    /// Tells them that offers are taken at this port, or no longer.
    pub(super) fn announce(&mut self, port: Option<u16>) {
        let told = self.offers.announcement.as_ref().map(Announcement::port);
        if told == port {
            return;
        }
        if let Some(announcement) = self.offers.announcement.take() {
            self.doors.say_goodbye(announcement.end());
        }
        if let Some(port) = port {
            // Nobody nearby sees this computer then; it is tried again at the next look, and whoever knows its name comes all the same.
            let announcement = Announcement::start(port).inspect_err(|error| {
                tracing::warn!(%error, "computers nearby are not told");
            });
            self.offers.announcement = announcement.ok();
        }
    }

    /// Whether the novice is asked about an offer of somebody else's than this guest.
    pub(super) fn is_asked_about_another(&self, id: GuestId) -> bool {
        (self.offers.asked.as_ref()).is_some_and(|asked| asked.guest != id)
    }

    /// Somebody offers help. Whoever is not on the list is refused here, and nothing is shown of it.
    pub(super) fn hear_offer(&mut self, id: GuestId, card: Option<&HelperCard>) {
        let Some(guest) = self.guests.get(&id) else {
            return;
        };
        let (key, orders) = (guest.key, guest.orders());
        let refuse = |refusal| {
            let _ = orders.send(ToGuest::Refuse(refusal)); // else its task is over, and says so itself
        };
        let found = match self.takes_offers() {
            true => self.helper_list().find(&key, card, Utc::now()),
            false => Err(NotListed::Unknown),
        };
        let offerer = match found {
            Ok(offerer) => offerer,
            Err(why) => {
                if let Some(guest) = self.guests.get_mut(&id) {
                    guest.not_listed = Some(why);
                }
                return refuse(Refusal::NotOnList);
            }
        };
        if let Some(guest) = self.guests.get_mut(&id) {
            guest.listed_as = Some(offerer.name.clone());
        }
        if let Some(left) = self.offers.peace.left(&key, Instant::now()) {
            let wait_secs = u32::try_from(left.as_secs() + 1).unwrap_or(u32::MAX);
            return refuse(Refusal::TooSoon { wait_secs });
        }
        // The very helper whose line is broken, on a Hulp that does not know the session any more.
        if self.is_cut_off(&key) {
            self.tell_present(ToGuest::End(End::LineBroke));
            self.end_session(End::LineBroke);
        }
        if self.present.is_some() || self.offers.asked.is_some() {
            return refuse(Refusal::Busy);
        }
        self.offers.asked = Some(Asked {
            guest: id,
            card: card.cloned(),
            offerer,
            question: None,
            line: None,
        });
        let _ = orders.send(ToGuest::AskAboutOffer);
    }

    /// Whether the helper with this key is here by an offer, on a line that is broken.
    fn is_cut_off(&self, key: &Fingerprint) -> bool {
        self.present.as_ref().is_some_and(|present| {
            let is_cut = matches!(&present.stage, Stage::Here(here) if here.cut_since.is_some());
            is_cut && present.by_offer && present.helper_key == *key
        })
    }

    pub(super) fn ask_about_offer(
        &mut self,
        id: GuestId,
        Phrase(phrase): Phrase,
        deadline: Instant,
    ) {
        let question = self.next_number();
        let (Some(asked), Some(guest)) = (&self.offers.asked, self.guests.get(&id)) else {
            return;
        };
        if asked.guest != id {
            return;
        }
        let Offerer {
            name,
            organisation,
            is_vouched_for,
            may_control,
        } = asked.offerer.clone();
        let helper = guest.helper(&name);
        let known = self.check("helper", self.shared.store.helper(&guest.key));
        let known = known.flatten();
        let line = self.log(&LogEvent::OfferAsked {
            helper,
            organisation: match is_vouched_for {
                true => LogText::from(organisation.as_str()),
                false => LogText::from(""), // what anybody can say of themselves
            },
            may_control,
            phrase: LogText::from(phrase.as_str()),
        });
        if self.log_fails.get() {
            return; // whoever asks is sent away before the next thing happens
        }
        if let Some(asked) = &mut self.offers.asked {
            asked.question = Some(question);
            asked.line = line;
        }
        let consent = ConsentView {
            question,
            helper_name: name,
            standing: standing(known),
            sent: vec![],
            expected_key: ExpectedKey::None,
            offered: Some(OfferedView {
                organisation,
                is_vouched_for,
                may_control: may_control && self.settings.allow_control,
            }),
            phrase,
            deadline,
        };
        self.change_view(|view| view.consent = Some(consent));
    }

    /// The novice's answer, if it is to the question that stands in the window about an offer; tells whether it is.
    pub(super) fn answer_offer(&mut self, question: u64, allow: bool) -> bool {
        let is_asked = |asked: &mut Asked| asked.question == Some(question);
        let Some(asked) = self.offers.asked.take_if(is_asked) else {
            return false;
        };
        self.change_view(|view| view.consent = None);
        let answer = if allow { Answer::Yes } else { Answer::No };
        self.log_offer_answered(&asked, answer);
        match allow {
            true if self.log_fails.get() => self.tell_guest(asked.guest, ToGuest::Forbid),
            true => self.take_offer(asked),
            false => {
                self.leave_in_peace(asked.guest);
                self.tell_guest(asked.guest, ToGuest::Decline);
            }
        }
        true
    }

    /// Makes the invitation that was asked for, of which this connection is the holder.
    fn take_offer(&mut self, asked: Asked) {
        let Asked {
            guest,
            card,
            offerer,
            line,
            question: _,
        } = asked;
        let new = NewInvitation {
            name: self.own_name(),
            message: String::new(),
            lifetime: MIN_LIFETIME, // it is used at once, or never
            addresses: vec![],
            meeting: None,
            novice_key: self.shared.identity.fingerprint(),
            password: None,
            sent: SentHow::Offer {
                to: offerer.name.clone(),
            },
        };
        let made = new.make(Utc::now()).inspect_err(|error| {
            tracing::error!(%error, "no invitation could be made for an offer");
        });
        let kept = made.ok().and_then(|record| {
            let kept = self.shared.store.add_invitation(&record);
            self.check("invitation", kept).map(|()| record)
        });
        let (Some(record), Some(entry)) = (kept, self.guests.get_mut(&guest)) else {
            return self.tell_guest(guest, ToGuest::Refuse(Refusal::CannotShare));
        };
        let invitation = &record.invitation;
        self.offers.peace.end(&entry.key);
        entry.tell(ToGuest::Invite {
            invitation: invitation.id,
            ticket: invitation.ticket.clone(),
            may_control: offerer.may_control,
        });
        entry.invited = Some(Invited {
            invitation: invitation.id,
            offerer,
            card,
            line,
        });
        self.show_invitations();
    }

    /// The guest is refused or gone. Whoever was asked about is not heard again at once, for however the question ended without a yes,
    /// another one is not to follow it.
    pub(super) fn end_offer(&mut self, id: GuestId, answer: Answer) {
        let Some(asked) = self.offers.asked.take_if(|asked| asked.guest == id) else {
            return;
        };
        if asked.question.is_some() {
            self.change_view(|view| view.consent = None);
            self.log_offer_answered(&asked, answer);
            self.leave_in_peace(id);
        }
    }

    /// Holds everybody who came by an offer to the list as it is now: a question goes that it does not bear out any more, whoever is
    /// not on it any more is sent away, and to whom it gives sight alone keeps that.
    pub(super) fn keep_to_list(&mut self) {
        let takes_offers = self.takes_offers();
        let (list, now) = (self.offers.list.clone(), Utc::now());
        let found = |guest: &GuestEntry, card: &Option<HelperCard>| {
            let found = list.find(&guest.key, card.as_ref(), now);
            found.ok()
        };
        if let Some(asked) = &self.offers.asked
            && let Some(guest) = self.guests.get(&asked.guest)
            && (!takes_offers || found(guest, &asked.card).as_ref() != Some(&asked.offerer))
        {
            guest.tell(ToGuest::Refuse(Refusal::NotOnList));
        }
        for guest in self.guests.values_mut() {
            let Some(invited) = &guest.invited else {
                continue;
            };
            match found(guest, &invited.card) {
                None => guest.tell(ToGuest::Unlist),
                Some(offerer) if invited.offerer.may_control && !offerer.may_control => {
                    guest.tell(ToGuest::OnlySight);
                    if let Some(invited) = &mut guest.invited {
                        invited.offerer.may_control = false;
                    }
                }
                Some(_) => {}
            }
        }
    }

    /// When the card holds no more of somebody who is here by it.
    pub(super) fn next_card_end(&self) -> Option<DateTime<Utc>> {
        let ends = self.guests.values().filter_map(|guest| {
            let shown = guest.invited.as_ref()?.card.as_ref();
            Some(self.helper_list().card_of(&guest.key, shown)?.valid_until)
        });
        ends.min()
    }

    /// Whether the novice is asked about this guest's offer, or has taken it.
    pub(super) fn comes_by_offer(&self, id: GuestId, guest: &GuestEntry) -> bool {
        let is_asked = (self.offers.asked.as_ref()).is_some_and(|asked| asked.guest == id);
        is_asked || guest.invited.is_some()
    }

    /// Whether a helper whose offer was taken, if this guest is one, is still on the list.
    pub(super) fn is_still_listed(&self, id: GuestId) -> bool {
        let guest = self.guests.get(&id);
        let invited = guest.and_then(|guest| Some((guest, guest.invited.as_ref()?)));
        invited.is_none_or(|(guest, invited)| {
            let found = (self.helper_list()).find(&guest.key, invited.card.as_ref(), Utc::now());
            found.is_ok()
        })
    }

    fn leave_in_peace(&mut self, id: GuestId) {
        if let Some(guest) = self.guests.get(&id) {
            self.offers.peace.begin(guest.key, Instant::now());
        }
    }

    fn log_offer_answered(&self, asked: &Asked, answer: Answer) {
        if let Some(guest) = self.guests.get(&asked.guest) {
            self.log(&LogEvent::OfferAnswered {
                helper: guest.helper(&asked.offerer.name),
                answer,
            });
        }
    }
}
