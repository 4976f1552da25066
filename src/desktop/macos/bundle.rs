//! What `assets/macos` puts into Hulp.app is whole. No Mac is needed to see that.
#![allow(clippy::unwrap_used)]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use crate::language::Language;

fn asset(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("assets/macos")
        .join(name)
}

/// The texts after a key of the bundle's property list, up to the next key.
fn texts_of(key: &str) -> Vec<Vec<String>> {
    let list = fs::read_to_string(asset("Info.plist")).unwrap();
    let mut parts = list.split("<key>").map(|part| part.split_once("</key>"));
    let values = parts.by_ref().flatten().filter(|(name, _)| *name == key);
    let texts = values.map(|(_, value)| {
        let texts = value.split("<string>").skip(1);
        texts
            .map(|text| text.split_once("</string>").unwrap().0.to_owned())
            .collect()
    });
    texts.collect()
}

fn number(bytes: &[u8]) -> usize {
    u32::from_be_bytes(bytes[..4].try_into().unwrap()) as usize
}

#[test]
fn each_icon_is_there_in_every_size_and_as_long_as_it_says() {
    // Without `@2x` and with it: the kind says how wide the picture must be.
    let wanted = BTreeMap::from([
        (*b"icp4", 16),
        (*b"icp5", 32),
        (*b"ic07", 128),
        (*b"ic08", 256),
        (*b"ic09", 512),
        (*b"ic11", 32),
        (*b"ic12", 64),
        (*b"ic13", 256),
        (*b"ic14", 512),
    ]);
    let named = ["CFBundleIconFile", "CFBundleTypeIconFile", "UTTypeIconFile"].map(texts_of);
    for name in named.iter().flatten().flatten() {
        let icons = fs::read(asset(&format!("{name}.icns"))).unwrap();
        assert_eq!(&icons[..4], b"icns");
        assert_eq!(number(&icons[4..]), icons.len());
        let (mut rest, mut found) = (&icons[8..], BTreeMap::new());
        while !rest.is_empty() {
            let (part, others) = rest.split_at(number(&rest[4..]));
            assert_eq!(&part[8..16], b"\x89PNG\r\n\x1a\n");
            let kind: [u8; 4] = part[..4].try_into().unwrap();
            found.insert(kind, number(&part[24..]));
            assert_eq!(number(&part[24..]), number(&part[28..]), "square");
            rest = others;
        }
        assert_eq!(found, wanted, "{name}");
    }
    assert!(named.iter().all(|texts| !texts.is_empty()));
}

#[test]
fn the_system_hears_of_every_language_and_speaks_it_of_hulp() {
    let codes = Language::ALL.map(|language| language.code().to_owned());
    assert_eq!(texts_of("CFBundleLocalizations"), [codes.to_vec()]);
    let said = "NSLocalNetworkUsageDescription";
    let kind = texts_of("CFBundleTypeName").remove(0).remove(0);
    assert_eq!(texts_of("UTTypeDescription"), [[kind.clone()]]);
    assert_eq!(texts_of(said).len(), 1);
    // English is what the property list has.
    for code in codes.iter().filter(|code| *code != "en") {
        let texts = fs::read_to_string(asset(&format!("{code}.lproj/InfoPlist.strings"))).unwrap();
        for key in [said, &kind] {
            let key = format!("\"{key}\" = \"");
            let line = texts.lines().find_map(|line| line.strip_prefix(&key));
            let text = line.and_then(|line| line.strip_suffix("\";"));
            assert!(
                text.is_some_and(|text| !text.is_empty() && !text.contains('"')),
                "{code}: {key}"
            );
        }
    }
}
