//! Installs the web servers that a trust may have, for the tests that run the portlet through them: nginx, Apache, and a
//! WordPress with its PHP and its database. Apache's and MariaDB's packages are those with the program alone, which do not
//! start with the machine; nginx and PHP have none such.

use crate::{
    apt,
    run::{self, Result},
    toolchain,
};
use std::env;

const PACKAGES: [&str; 10] = [
    "nginx-light",
    "libnginx-mod-http-brotli-filter",
    "libnginx-mod-http-brotli-static",
    "apache2-bin",
    "wordpress",
    "wordpress-theme-twentytwentythree",
    "php",
    "php-fpm",
    "php-mysql",
    "mariadb-server-core",
];

/// Where they cannot be installed, the tests that need them say so and are skipped; but not in CI.
pub fn install() -> Result {
    if are_there() {
        return Ok(());
    }
    if apt::is_possible() {
        return apt::install(&PACKAGES);
    }
    let packages = PACKAGES.join(" ");
    if env::var_os("CI").is_some() {
        return Err(format!("the tests with real servers need Debian's packages {packages}").into());
    }
    println!("   The tests with real servers need Debian's packages, which cannot be installed here: {packages}");
    Ok(())
}

fn are_there() -> bool {
    let mut query = toolchain::tool("dpkg-query");
    query.args(["--show", "--showformat", "${db:Status-Status}\n"]).args(PACKAGES);
    run::output(&mut query).is_some_and(|said| said.lines().all(|status| status == "installed"))
}
