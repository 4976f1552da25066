//! A session in the middle of which something breaks: what both people see, write and do meanwhile, and what is so afterwards.
//!
//! The stage breaks and mends, and the two roles look all the while whether their side says that it reconnects.

use std::{
    io::stdin,
    sync::mpsc::{Receiver, channel},
    thread,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use hulp::{
    desktop::{LocalInput, StopKey},
    engine::{
        ChatLine, Command, ControlEnd, ControlView, End, ExpertEnd, ExpertSessionView, ExpertView,
        FromWhom, HeldBack, Reached, View,
    },
    screen::{Framebuffer, Size},
    store::LogEvent,
};

use super::{
    people::{PATIENCE, Person, key},
    roles::{LAST_COLOUR, SHOWN, picture, word},
    stage::{Player, read_reached, say},
    world::{At, Wan, World},
};

/// How often a side looks what is so.
const LOOK_EVERY: Duration = Duration::from_millis(10);
/// How long anything may take: the longest break, and far more than all the rest needs.
const LONG_PATIENCE: Duration = Duration::from_secs(110);
/// Held by the helper when it breaks, pressed while it is broken, and afterwards.
const SHIFT: u32 = 0xffe1;
const MEANWHILE: u32 = 0x61;
const AFTERWARDS: u32 = 0x62;
/// What each writes to the other, in order; the second and third while it is broken.
const WORDS: [&str; 4] = ["one", "two", "three", "four"];

/// What breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    CableOut,
    InternetOut,
    RelayGone,
    NoviceReaddressed,
    HelperReaddressed,
    NoviceMoved,
}

/// A fault, and how the session is to outlive it.
#[derive(Clone, Copy, Debug)]
pub struct Break {
    fault: Fault,
    /// So long nothing gets through.
    secs: u64,
    /// Which way the session goes afterwards.
    afterwards: Reached,
}

impl Break {
    pub fn of(fault: Fault, secs: u64, afterwards: Reached) -> Self {
        Self {
            fault,
            secs,
            afterwards,
        }
    }

    /// As an environment variable carries it.
    pub fn write(self) -> String {
        format!("{:?};{};{:?}", self.fault, self.secs, self.afterwards)
    }

    /// The same; nothing where nothing breaks.
    pub fn read(text: &str) -> Option<Self> {
        let (fault, rest) = text.split_once(';')?;
        let (secs, afterwards) = rest.split_once(';')?;
        let fault = [
            Fault::CableOut,
            Fault::InternetOut,
            Fault::RelayGone,
            Fault::NoviceReaddressed,
            Fault::HelperReaddressed,
            Fault::NoviceMoved,
        ]
        .into_iter()
        .find(|known| format!("{known:?}") == fault)?;
        Some(Self::of(
            fault,
            secs.parse().ok()?,
            read_reached(afterwards),
        ))
    }

    /// Whether it lasts so long that both people must have been told; a line may get over a shorter one by itself.
    fn is_long(self) -> bool {
        self.secs >= 20
    }
}

/// Breaks and mends, while both roles do their part; gives the end of the table's row.
pub fn act(
    broken: Break,
    world: &World,
    mut set_relay: impl FnMut(bool),
    novice: &mut Player,
    helper: &mut Player,
) -> String {
    novice.hears("controlled");
    helper.hears("controlled");
    match broken.fault {
        Fault::CableOut => world.set_novice_cable(false),
        Fault::InternetOut => world.set_wan(Wan::Down),
        Fault::RelayGone => set_relay(false),
        Fault::NoviceReaddressed => world.set_address(At::Novice, "10.1.0.77"),
        Fault::HelperReaddressed => world.set_address(At::Neighbour, "10.1.0.88"),
        Fault::NoviceMoved => world.move_novice(),
    }
    let at = millis();
    for role in [&mut *novice, &mut *helper] {
        role.tell("broken");
        role.hears("wrote");
    }
    // How long the break lasts is what this is about.
    thread::sleep(Duration::from_secs(broken.secs));
    match broken.fault {
        Fault::CableOut => world.set_novice_cable(true),
        Fault::InternetOut => world.set_wan(Wan::Up),
        Fault::RelayGone => set_relay(true),
        Fault::NoviceReaddressed | Fault::HelperReaddressed | Fault::NoviceMoved => {}
    }
    let mended = millis();
    novice.tell("mended");
    helper.tell("mended");
    let exact: u64 = helper.hears("exact").parse().unwrap();
    let way = helper.hears("way");
    novice.hears("heard");
    helper.tell("heard");
    let helper_noticed = helper.hears("noticed").parse().ok();
    novice.tell("stopped");
    let novice_noticed = novice.hears("noticed").parse().ok();
    let breaks: usize = novice.hears("closed").parse().unwrap();
    let somebody_noticed = novice_noticed.or(helper_noticed).is_some();
    // The other way round it need not be: a break that is mended within a moment is in the log, and hardly in view.
    assert!(
        breaks > 0 || !somebody_noticed,
        "the novice's log says so of a break"
    );
    let both_noticed = novice_noticed.and(helper_noticed).is_some();
    assert!(
        both_noticed || !broken.is_long(),
        "both are told of a long break"
    );
    let after = |noticed: Option<u64>| match noticed {
        Some(noticed) => format!("{} ms", noticed.saturating_sub(at)),
        None => "-".to_owned(),
    };
    format!(
        "{way:17}   reconnecting after: novice {:>8}, helper {:>8}   exact {:>5} ms after it was mended",
        after(novice_noticed),
        after(helper_noticed),
        exact.saturating_sub(mended)
    )
}

/// The novice allows control, and finds all as it should be afterwards.
pub fn novice(novice: &Person) {
    novice.answer_control(true);
    let mut side = Side::new(novice);
    side.until("the helper holds a key", |novice| {
        novice.desktop.held() == [key(SHIFT, false)]
    });
    side.write(&WORDS[..1]);
    say("controlled");
    side.hears("broken");
    side.write(&WORDS[1..3]);
    novice.desktop.fill(SHOWN, LAST_COLOUR);
    say("wrote");
    side.hears("mended");
    side.reads(&WORDS[..3]);
    say("heard");
    side.until("the helper goes on, and holds one key alone", |novice| {
        novice.desktop.held() == [key(AFTERWARDS, false)]
    });
    side.write(&WORDS[3..]);
    side.reads(&WORDS);
    let typed = novice.desktop.injected();
    assert!(
        !typed.contains(&key(MEANWHILE, true)),
        "typed while it was broken"
    );
    novice.desktop.simulate(LocalInput::Stop(StopKey::Escape));
    side.until("the key is released", |novice| {
        novice.desktop.held().is_empty()
    });
    side.hears("stopped");
    side.report();
    novice.send(Command::NoviceDisconnect);
    novice.wait("the end", |view| view.novice.ended.clone());
    novice.close();
    let log = novice.log();
    let asked = |event: &&LogEvent| matches!(event, LogEvent::ConsentAsked { .. });
    assert_eq!(log.iter().filter(asked).count(), 1);
    let strangers = |event: &&LogEvent| matches!(event, LogEvent::BadConnection { .. });
    let strangers: Vec<_> = log.iter().filter(strangers).collect();
    assert!(strangers.is_empty(), "the helper is none: {strangers:?}");
    let broke = |event: &&LogEvent| matches!(event, LogEvent::LineBroke);
    say(&format!("closed {}", log.iter().filter(broke).count()));
}

/// The helper takes control, and sees and does all as before afterwards.
pub fn helper(helper: &Person, broken: Break) {
    const GRANTED: ControlView = ControlView::Granted {
        held_back: HeldBack::No,
    };
    helper.send(Command::TakeControl);
    helper.control("control", GRANTED);
    helper.input(&[key(SHIFT, true)]);
    let mut side = Side::new(helper);
    side.write(&WORDS[..1]);
    say("controlled");
    side.hears("broken");
    side.write(&WORDS[1..3]);
    say("wrote");
    side.hears("mended");
    let (screen, exact) = (helper.console().screen, picture(LAST_COLOUR));
    let mut shown = Framebuffer::new(Size::default());
    side.until("the very pixels", |_| {
        screen.take_changes(|frame, _| shown = frame.clone());
        shown == exact
    });
    say(&format!("exact {}", millis()));
    side.until("the way afterwards", |helper| {
        let view = helper.view();
        let console = console(&view);
        console.reconnecting.is_none() && console.state.reached == Some(broken.afterwards)
    });
    say(&format!("way {}", word(&helper.console().state)));
    // What is pressed before the novice's side hears again may go nowhere: a break that it notices releases all.
    side.hears("heard");
    helper.control("control", GRANTED);
    helper.input(&[key(SHIFT, false), key(AFTERWARDS, true)]);
    side.write(&WORDS[3..]);
    side.reads(&WORDS);
    side.until("the end of control", |helper| {
        console(&helper.view()).last_control_end == Some(ControlEnd::Escape)
    });
    side.report();
    assert_eq!(helper.outcome(), ExpertEnd::Ended(End::NoviceLeft));
}

/// One side, which looks all the while whether it says that it reconnects.
struct Side<'a> {
    person: &'a Person,
    /// What the stage says.
    words: Receiver<String>,
    /// When it said so for the first time.
    noticed: Option<u64>,
    was_reconnecting: bool,
}

impl<'a> Side<'a> {
    fn new(person: &'a Person) -> Self {
        let (to, words) = channel();
        thread::spawn(move || {
            let lines = stdin().lines().map_while(Result::ok);
            lines.for_each(|line| drop(to.send(line)));
        });
        Self {
            person,
            words,
            noticed: None,
            was_reconnecting: false,
        }
    }

    fn hears(&mut self, word: &str) {
        let give_up = Instant::now() + LONG_PATIENCE;
        loop {
            self.look();
            match self.words.recv_timeout(LOOK_EVERY) {
                Ok(said) if said == word => return,
                Ok(_) => {}
                Err(_) => assert!(Instant::now() < give_up, "{word}: waited in vain"),
            }
        }
    }

    fn until(&mut self, what: &str, mut is_so: impl FnMut(&Person) -> bool) {
        let give_up = Instant::now() + LONG_PATIENCE;
        while !is_so(self.person) {
            self.look();
            let view = self.person.view();
            assert!(
                Instant::now() < give_up,
                "{what}: waited in vain; novice {:?}, expert {:?}, held {:?}",
                view.novice,
                view.expert,
                self.person.desktop.held()
            );
            thread::sleep(LOOK_EVERY);
        }
    }

    /// While a side reconnects nothing is held, and what is pressed goes nowhere.
    fn look(&mut self) {
        let view = self.person.view();
        let reconnects = match &view.novice.session {
            Some(session) => session.reconnecting.is_some(),
            None => {
                matches!(&view.expert, ExpertView::Session(session) if session.reconnecting.is_some())
            }
        };
        if reconnects && !self.was_reconnecting {
            self.noticed.get_or_insert_with(millis);
            let released = |desktop: &hulp::desktop::FakeDesktop| desktop.held().is_empty();
            assert!(self.person.desktop.wait_until(PATIENCE, released));
            if view.novice.session.is_none() {
                self.person.input(&[key(MEANWHILE, true)]);
            }
        }
        self.was_reconnecting = reconnects;
    }

    fn write(&self, words: &[&str]) {
        for words in words {
            let text = (*words).to_owned();
            let is_novice = self.person.view().novice.session.is_some();
            self.person.send(match is_novice {
                true => Command::NoviceChat(text),
                false => Command::ExpertChat(text),
            });
        }
    }

    /// All that the other wrote until then, once and in order.
    fn reads(&mut self, words: &[&str]) {
        self.until("the other's words", |person| {
            let view = person.view();
            let chat = match &view.novice.session {
                Some(session) => &session.chat,
                None => &console(&view).chat,
            };
            let read = chat.iter().filter(|line| line.from == FromWhom::Other);
            read.map(text).eq(words.iter().copied())
        });
    }

    fn report(&self) {
        match self.noticed {
            Some(at) => say(&format!("noticed {at}")),
            None => say("noticed not"),
        }
    }
}

fn text(line: &ChatLine) -> &str {
    &line.text
}

fn console(view: &View) -> &ExpertSessionView {
    match &view.expert {
        ExpertView::Session(session) => session,
        other => panic!("no session: {other:?}"),
    }
}

/// The time, by which the processes compare.
fn millis() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    since.as_millis().try_into().unwrap()
}
