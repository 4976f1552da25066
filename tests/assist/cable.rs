//! A cable between expert and novice that can be cut, or fall silent.

use std::{
    io::{Read, Write},
    net::{Shutdown, SocketAddr, TcpListener, TcpStream},
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

use super::people::{forge, read};

pub struct Cable {
    streams: Arc<Mutex<Vec<TcpStream>>>,
    silent: Arc<AtomicBool>,
}

impl Cable {
    /// Puts a cable between whoever opens this invitation and its novice.
    pub fn lay(file: &Path) -> Self {
        let novice = read(file).addresses[0];
        let socket = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = socket.local_addr().unwrap();
        forge(file, |invitation| invitation.addresses = vec![address]);
        let cable = Self {
            streams: Arc::default(),
            silent: Arc::default(),
        };
        let (streams, silent) = (cable.streams.clone(), cable.silent.clone());
        thread::spawn(move || {
            while let Ok((expert, _)) = socket.accept() {
                connect(expert, novice, &streams, &silent);
            }
        });
        cable
    }

    /// Cuts it: both ends notice at once.
    pub fn cut(&self) {
        for stream in self.streams.lock().unwrap().drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }

    /// Loses everything from now on, both ways, as a computer that was switched off does.
    pub fn fall_silent(&self) {
        self.silent.store(true, Ordering::SeqCst);
    }
}

fn connect(
    expert: TcpStream,
    novice: SocketAddr,
    streams: &Arc<Mutex<Vec<TcpStream>>>,
    silent: &Arc<AtomicBool>,
) {
    let novice = TcpStream::connect(novice).unwrap();
    for (mut from, mut to) in [
        (expert.try_clone().unwrap(), novice.try_clone().unwrap()),
        (novice.try_clone().unwrap(), expert.try_clone().unwrap()),
    ] {
        let silent = silent.clone();
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
    streams.lock().unwrap().extend([expert, novice]);
}
