//! Who may offer help, and whom help was offered to, are kept.
#![allow(clippy::unwrap_used)]

use chrono::{TimeDelta, TimeZone, Utc};
use hulp::{
    invitation::{CardError, Fingerprint, HelperCard, MAX_LISTED_HELPERS, OrganisationSecret},
    store::{MAX_KNOWN_COMPUTERS, Store, StoreError},
};

fn card(number: u16) -> HelperCard {
    let mut key = [0; 32];
    key[..2].copy_from_slice(&number.to_be_bytes());
    let from = Utc.with_ymd_and_hms(2026, 11, 26, 10, 0, 0).unwrap();
    let until = from + TimeDelta::days(30);
    HelperCard::new(
        &format!("Helper {number}"),
        "",
        Fingerprint(key),
        from,
        until,
    )
    .unwrap()
}

#[test]
fn the_list_of_helpers_is_kept_as_it_was_made() {
    let folder = tempfile::tempdir().unwrap();
    let organisation = OrganisationSecret::generate("Helpdesk").unwrap();
    let signed = organisation.sign_card(card(2));
    {
        let store = Store::open(folder.path()).unwrap();
        store.list_helper(&card(1), false).unwrap();
        store.list_helper(&signed, false).unwrap();
        store.list_helper(&signed, true).unwrap();
        let about = organisation.organisation();
        store.list_organisation(&about, false).unwrap();
    }
    let store = Store::open(folder.path()).unwrap();
    let list = store.helper_list().unwrap();
    let kept: Vec<_> = (list.helpers.iter())
        .map(|listed| (listed.card.clone(), listed.may_control))
        .collect();
    assert_eq!(kept, [(card(1), false), (signed.clone(), true)]);
    assert_eq!(
        list.organisations[0].organisation,
        organisation.organisation()
    );
    assert!(!list.organisations[0].may_control);
    assert!(store.unlist_helper(&signed.key).unwrap());
    assert!(!store.unlist_helper(&signed.key).unwrap());
    assert_eq!(store.helper_list().unwrap().helpers.len(), 1);
}

#[test]
fn an_organisation_that_comes_back_brings_nobody_back_whom_it_took_back() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).unwrap();
    let organisation = OrganisationSecret::generate("Helpdesk").unwrap();
    let about = organisation.organisation();
    let first = organisation.revoke(None, card(1).key).unwrap();
    let second = organisation.revoke(Some(first.clone()), card(2).key);
    let second = second.unwrap();
    store.list_organisation(&about, true).unwrap();
    assert_eq!(store.note_revoked(&second).unwrap(), Ok(()));
    let replayed = CardError::OlderList { known: 2, came: 1 };
    assert_eq!(store.note_revoked(&first).unwrap(), Err(replayed.clone()));
    assert!(store.unlist_organisation(&about.key).unwrap());
    let list = store.helper_list().unwrap();
    assert!(list.organisations.is_empty());
    assert_eq!(list.taken_back[&about.key].keys, second.keys);
    store.list_organisation(&about, true).unwrap();
    let list = store.helper_list().unwrap();
    assert_eq!(list.taken_back[&about.key].keys, second.keys);
    assert_eq!(list.taken_back[&about.key].number, 2);
    assert_eq!(store.note_revoked(&first).unwrap(), Err(replayed));
    // A list that somebody else made after the first takes nobody back out.
    let twin = organisation.revoke(Some(first), card(3).key).unwrap();
    assert_eq!(store.note_revoked(&twin).unwrap(), Ok(()));
    let taken_back = &store.helper_list().unwrap().taken_back[&about.key];
    let all = [1, 2, 3].map(|number| card(number).key);
    assert_eq!(taken_back.keys, all.into());
}

#[test]
fn a_full_list_takes_no_more_and_loses_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).unwrap();
    for number in 0..MAX_LISTED_HELPERS as u16 {
        store.list_helper(&card(number), false).unwrap();
    }
    let more = store.list_helper(&card(9999), false);
    assert!(matches!(more, Err(StoreError::ListFull)));
    store.list_helper(&card(5), true).unwrap();
    let list = store.helper_list().unwrap();
    assert_eq!(list.helpers.len(), MAX_LISTED_HELPERS);
    assert!(list.helpers.iter().all(|listed| listed.card != card(9999)));
}

#[test]
fn a_computer_keeps_its_key_until_it_is_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).unwrap();
    let (one, other) = (Fingerprint([1; 32]), Fingerprint([2; 32]));
    let at =
        |secs| Utc.with_ymd_and_hms(2026, 11, 26, 10, 0, 0).unwrap() + TimeDelta::seconds(secs);
    assert_eq!(store.known_computer("pc:4857").unwrap(), None);
    store.remember_computer("pc:4857", &one, at(0)).unwrap();
    store.remember_computer("pc:4857", &other, at(1)).unwrap();
    assert_eq!(store.known_computer("pc:4857").unwrap(), Some(one));
    store.forget_computer("pc:4857").unwrap();
    store.remember_computer("pc:4857", &other, at(2)).unwrap();
    assert_eq!(store.known_computer("pc:4857").unwrap(), Some(other));
    // The one that was met longest ago makes room.
    for number in 0..MAX_KNOWN_COMPUTERS as i64 {
        let place = format!("{number}:4857");
        store
            .remember_computer(&place, &one, at(3 + number))
            .unwrap();
    }
    assert_eq!(store.known_computer("pc:4857").unwrap(), None);
    assert_eq!(store.known_computer("0:4857").unwrap(), Some(one));
}

#[test]
fn the_own_card_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).unwrap();
    assert_eq!(store.own_card().unwrap(), None);
    let card = OrganisationSecret::generate("Helpdesk")
        .unwrap()
        .sign_card(card(1));
    store.keep_own_card(&card).unwrap();
    assert_eq!(store.own_card().unwrap(), Some(card));
}
