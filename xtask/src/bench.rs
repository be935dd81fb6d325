//! Holds the portlet to its goals in real Chromium: what a campaign as large as they come costs next to a usual one, and
//! places in a CSV file next to the same in the config.

use crate::{
    browser, dist,
    run::{self, Result},
    serve, toolchain, tools, watch,
};
use std::{fs, thread};

pub fn bench() -> Result {
    tools::install(tools::For::Everything)?;
    let dist = run::root().join("dist");
    if !watch::Watched::new().is_built_into(&dist.join("index.html")) {
        dist::build()?;
    }
    let configs = run::root().join("target/bench");
    fs::create_dir_all(&configs)?;
    // Port 0 is any that nobody has.
    let server = serve::listen(0)?;
    let address = server.local_addr()?;
    let dirs = vec![dist, configs.clone()];
    thread::spawn(move || serve::serve(server, dirs));

    let mut node = toolchain::tool("node");
    node.arg("tests/bench/bench.mjs").arg(format!("http://{address}")).arg(configs).envs(browser::found());
    run::step("bench, about five minutes", &mut node)
}
