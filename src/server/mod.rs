//! A site served from memory while it is being written: `standfirst serve`, without its command line.
//!
//! It is told how to build and what to watch; it knows neither stages nor terminal. A thread watches and builds, and
//! hands each state on whole through a channel, so that requests never wait for a build and see no half of one.

pub(crate) mod cache;
mod http;
mod respond;
mod state;
mod watch;

use std::io;
use std::net::{IpAddr, TcpListener};
use std::sync::Arc;

use tokio::sync::watch as channel;

use crate::site::Site;
use state::State;
pub(crate) use watch::{Watched, watch};

/// What came of a build.
#[derive(Debug)]
pub(crate) enum Rebuilt {
    /// `base` is the path within the host at which the site stands, with a slash at both ends.
    Good { site: Site, base: String },
    /// The problems as text; the last good site stays.
    Bad { problems: String },
}

/// How many ports are tried.
const PORTS: u16 = 100;

/// Takes `port`, or the next one that is free; port 0 is any free one.
///
/// # Errors
/// When the interface is not one of this machine, when the port is forbidden, or when none of [`PORTS`] is free.
pub(crate) fn listen(interface: IpAddr, port: u16) -> io::Result<TcpListener> {
    let mut taken = io::Error::from(io::ErrorKind::AddrInUse);
    for port in port..=port.saturating_add(PORTS - 1) {
        match TcpListener::bind((interface, port)) {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => taken = error,
            other => return other,
        }
    }
    Err(taken)
}

/// Serves until Ctrl-C: `first`, and what `rebuild` makes whenever `watched` sees a change.
///
/// `rebuild` is called from a thread of its own.
///
/// # Errors
/// When the system has no more threads or sockets.
pub(crate) fn serve(
    listener: TcpListener,
    first: Rebuilt,
    mut watched: Watched,
    mut rebuild: impl FnMut() -> Rebuilt + Send + 'static,
) -> io::Result<()> {
    let initial = State { base: "/".to_owned(), ..State::default() };
    let (sender, receiver) = channel::channel(Arc::new(state::next(&initial, first)));
    std::thread::Builder::new().name("build".to_owned()).spawn(move || {
        while watched.wait() {
            let rebuilt = rebuild();
            sender.send_modify(|state| *state = Arc::new(state::next(state, rebuilt)));
        }
    })?;
    http::serve(listener, receiver)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_gives_way_to_the_next_one() {
        let localhost = IpAddr::from([127, 0, 0, 1]);
        let first = listen(localhost, 0).unwrap().local_addr().unwrap().port();
        let taken = listen(localhost, first).unwrap();
        let next = listen(localhost, taken.local_addr().unwrap().port()).unwrap();
        assert!(next.local_addr().unwrap().port() > taken.local_addr().unwrap().port());
    }
}
