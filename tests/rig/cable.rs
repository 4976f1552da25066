//! A cable between expert and novice that can be cut, pulled out, or fall silent, and be put in again.

use std::{
    fs,
    io::{Read, Write},
    net::{Shutdown, SocketAddr, TcpListener, TcpStream},
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

use hulp::invitation::Invitation;

/// The cable.
pub struct Cable(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    streams: Vec<TcpStream>,
    /// Nobody gets through.
    out: bool,
    /// Whether all is lost that goes through now; what began while it was, has lost too much ever to go on.
    silent: Arc<AtomicBool>,
}

impl Cable {
    /// Puts a cable between whoever opens this invitation and its novice.
    pub fn lay(file: &Path) -> Self {
        let mut invitation = Invitation::from_xml(&fs::read(file).unwrap()).unwrap();
        let novice = invitation.addresses[0];
        let socket = TcpListener::bind("127.0.0.1:0").unwrap();
        invitation.addresses = vec![socket.local_addr().unwrap()];
        fs::write(file, invitation.to_xml()).unwrap();
        let state = Arc::<Mutex<State>>::default();
        let cable = Self(state.clone());
        thread::spawn(move || {
            while let Ok((expert, _)) = socket.accept() {
                connect(expert, novice, &mut state.lock().unwrap());
            }
        });
        cable
    }

    /// Cuts it: both ends notice at once, and may connect again.
    pub fn cut(&self) {
        for stream in self.0.lock().unwrap().streams.drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }

    /// The same, and nobody gets through any more.
    pub fn pull_out(&self) {
        self.0.lock().unwrap().out = true;
        self.cut();
    }

    /// Loses everything from now on, both ways, as a computer that was switched off does.
    pub fn fall_silent(&self) {
        self.0.lock().unwrap().silent.store(true, Ordering::SeqCst);
    }

    /// Whoever connects from now on gets through.
    pub fn put_in(&self) {
        let mut state = self.0.lock().unwrap();
        state.out = false;
        state.silent = Arc::default();
    }
}

fn connect(expert: TcpStream, novice: SocketAddr, state: &mut State) {
    let Some(novice) = (!state.out)
        .then(|| TcpStream::connect(novice).ok())
        .flatten()
    else {
        return;
    };
    for (mut from, mut to) in [
        (expert.try_clone().unwrap(), novice.try_clone().unwrap()),
        (novice.try_clone().unwrap(), expert.try_clone().unwrap()),
    ] {
        let silent = state.silent.clone();
        thread::spawn(move || {
            let mut bytes = [0; 16 * 1024];
            while let Ok(count @ 1..) = from.read(&mut bytes) {
                if !silent.load(Ordering::SeqCst) && to.write_all(&bytes[..count]).is_err() {
                    break;
                }
            }
            if !silent.load(Ordering::SeqCst) {
                let _ = to.shutdown(Shutdown::Write);
            }
        });
    }
    state.streams.extend([expert, novice]);
}
