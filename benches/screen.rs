//! How long screens take, and how many bytes.
//!
//! `cargo bench --bench screen` builds everything anew for its profile. This uses what is built already, our own code
//! excepted:
//! `cargo bench --bench screen --profile dev --config profile.dev.package.hulp.opt-level=3`

mod scenes;

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use hulp::{
    desktop::video_coder,
    screen::{Damage, Decoder, Encoder, Framebuffer, ScreenUpdate, Size},
};

const SIZE: Size = Size::new(1920, 1080);
/// Of each scene; the first is not measured.
const SCREENS: usize = 16;

/// Draws so many screens of a size.
type Maker = fn(Size, usize) -> scenes::Screens;

const SCENES: [(&str, Maker); 7] = [
    ("typing", scenes::typing),
    ("scroll", scenes::scroll),
    ("windows", scenes::windows),
    ("photo", scenes::photo),
    ("slides", scenes::slides),
    ("video", scenes::video),
    ("menu", scenes::menu),
];

/// What an update may take: all it needs, what a fast line gives it, and what 2 Mbit/s give.
const ALLOWANCES: [(&str, usize); 3] = [
    ("exact", usize::MAX),
    ("fast", 384 * 1024),
    ("slow", 10_500),
];

fn encode_all(
    encoder: &mut Encoder,
    screens: &scenes::Screens,
    allowance: usize,
) -> Vec<ScreenUpdate> {
    let encode =
        |(frame, damage): &(Framebuffer, Damage)| encoder.encode_within(frame, damage, allowance);
    screens.iter().filter_map(encode).collect()
}

fn whole_scenes(bench: &mut Criterion) {
    for (name, scene) in SCENES {
        for (line, allowance) in ALLOWANCES {
            one_scene(bench, &format!("{name}, {line}"), scene, allowance);
        }
    }
}

fn one_scene(bench: &mut Criterion, name: &str, scene: Maker, allowance: usize) {
    let mut screens = scene(SIZE, SCREENS);
    let following = screens.split_off(1);
    let begin = || {
        let mut encoder = Encoder::new().with_video(Box::new(video_coder));
        encode_all(&mut encoder, &screens, usize::MAX);
        encoder
    };
    let first = encode_all(&mut Encoder::new(), &screens, usize::MAX);
    let updates = encode_all(&mut begin(), &following, allowance);
    let bytes: usize = updates.iter().map(|update| update.0.len()).sum();
    println!(
        "{name}: first {} bytes, then {} a screen",
        first[0].0.len(),
        bytes / following.len()
    );

    let mut group = bench.benchmark_group(name);
    group.sample_size(10);
    group.throughput(Throughput::Elements(following.len() as u64));
    group.bench_function("encode", |bench| {
        bench.iter_batched_ref(
            begin,
            |encoder| encode_all(encoder, &following, allowance),
            BatchSize::PerIteration,
        );
    });
    let shown = || {
        let (mut decoder, mut frame) = (Decoder::new(), Framebuffer::new(Size::default()));
        let damage = decoder.apply(&first[0], &mut frame);
        black_box(damage).expect("made by the encoder");
        (decoder, frame)
    };
    group.bench_function("decode", |bench| {
        bench.iter_batched_ref(
            shown,
            |(decoder, frame)| {
                for update in &updates {
                    black_box(decoder.apply(update, frame)).expect("made by the encoder");
                }
            },
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

/// What looking costs when nothing has changed and the whole screen is said to have.
fn still(bench: &mut Criterion) {
    let screens = scenes::typing(SIZE, 1);
    let mut encoder = Encoder::new();
    encode_all(&mut encoder, &screens, usize::MAX);
    bench.bench_function("still", |bench| {
        bench.iter(|| encode_all(&mut encoder, black_box(&screens), usize::MAX));
    });
}

criterion_group!(benches, still, whole_scenes);
criterion_main!(benches);
