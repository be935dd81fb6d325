//! Installs the web servers that a trust may have, for the tests that run the portlet through them: nginx, Apache, and a
//! WordPress with its PHP and its database. Apache's and MariaDB's packages are those with the program alone. Those of
//! nginx and PHP, and the Apache that PHP may bring, would start with the machine, on port 80 for everyone: they are masked
//! before they come.

use crate::{
    apt,
    run::{self, Result},
    toolchain,
};
use std::{env, path::Path};

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
        return apt::install(&PACKAGES, mask);
    }
    let packages = PACKAGES.join(" ");
    if env::var_os("CI").is_some() {
        return Err(format!("the tests with real servers need Debian's packages {packages}").into());
    }
    println!("   The tests with real servers need Debian's packages, which cannot be installed here: {packages}");
    Ok(())
}

/// Masks the services, so that they neither start now nor with the machine. One that is there already stays as it is.
fn mask() -> Result {
    let depends = run::output(toolchain::tool("apt-cache").args(["depends", "php-fpm"])).unwrap_or_default();
    for service in ["nginx", "apache2"].into_iter().chain(services_of_php(&depends)) {
        let unit = format!("{service}.service");
        if !Path::new("/lib/systemd/system").join(&unit).exists() {
            apt::run("mkdir", &["-p", "/etc/systemd/system"])?;
            apt::run("ln", &["-sfn", "/dev/null", &format!("/etc/systemd/system/{unit}")])?;
        }
    }
    Ok(())
}

/// `php-fpm` is but a name for the package of the current version, which its service is named after.
fn services_of_php(depends: &str) -> impl Iterator<Item = &str> {
    depends.lines().filter_map(|line| line.trim().strip_prefix("Depends: ")).filter(|name| name.ends_with("-fpm"))
}

fn are_there() -> bool {
    let mut query = toolchain::tool("dpkg-query");
    query.args(["--show", "--showformat", "${db:Status-Status}\n"]).args(PACKAGES);
    run::output(&mut query).is_some_and(|said| said.lines().all(|status| status == "installed"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_service_of_php_has_its_version() {
        let depends = "php-fpm\n  Depends: php8.2-fpm\n  Conflicts: php5-fpm\n";
        assert!(super::services_of_php(depends).eq(["php8.2-fpm"]));
    }
}
