//! Shows the portlet to whoever changes it or decides about it: builds what a trust would upload, serves it, and builds it
//! again on every change.

use crate::{
    dist,
    run::{self, Failure, Result},
    serve, tools, watch,
};
use std::{net::TcpListener, thread, time::Instant};

const PORT: u16 = 8080;

pub fn preview(arguments: &[String]) -> Result {
    let port = match arguments {
        [] => PORT,
        [option, number] if option == "--port" => number.parse().map_err(|_| format!("{number} is not a port"))?,
        other => return Err(format!("preview takes only --port N, but got {}", other.join(" ")).into()),
    };
    let start = Instant::now();
    tools::install(tools::For::Bundle)?;
    let mut watched = watch::Watched::new();
    // Trunk writes all of dist/ anew, this page with it.
    if watched.is_built_into(&run::root().join("dist/index.html")) {
        println!("── dist: nothing has changed");
    } else {
        dist::build()?;
    }
    let (server, port) = free(port)?;
    thread::spawn(move || serve::serve(server, vec![run::root().join("dist")]));
    println!("\n   The preview is at http://127.0.0.1:{port}/ ({} from the start)", run::took(start));
    println!("   It is built again when a source changes. Ctrl+C ends it.\n");
    loop {
        let changed = watched.wait();
        println!("   {changed} has changed");
        match dist::build() {
            Ok(()) => println!("   Reload http://127.0.0.1:{port}/"),
            Err(Failure { message, .. }) => println!("   {message}; the preview stays as it was"),
        }
    }
}

/// That port, or the next one that nobody has; the machine chooses where it is 0.
fn free(first: u16) -> Result<(TcpListener, u16)> {
    let last = first.saturating_add(50);
    let mut servers = (first..=last).filter_map(|port| {
        let server = serve::listen(port).ok()?;
        let port = server.local_addr().ok()?.port();
        Some((server, port))
    });
    servers
        .next()
        .ok_or_else(|| format!("every port from {first} to {last} is taken: choose another with --port N").into())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_the_one_that_is_served() {
        let (server, port) = free(0).unwrap();
        assert_eq!(server.local_addr().unwrap().port(), port);
        assert_ne!(port, 0);
        assert_ne!(free(port).unwrap().1, port, "it is taken");
    }
}
