//! Installs the web servers that a trust may have, for the tests that run the portlet through them: nginx, Apache, and a
//! WordPress with its PHP and its database. Apache's and MariaDB's packages are those with the program alone, which do not
//! start with the machine.

use crate::{apt, run::Result};
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

/// What these packages bring.
const FILES: [&str; 6] = [
    "/usr/sbin/nginx",
    "/usr/lib/nginx/modules/ngx_http_brotli_filter_module.so",
    "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so",
    "/usr/sbin/apache2",
    "/usr/share/wordpress/wp-settings.php",
    "/usr/sbin/mariadbd",
];

/// Where they cannot be installed, the tests that need them say so and are skipped; but not in CI.
pub fn install() -> Result {
    if FILES.iter().all(|file| Path::new(file).exists()) {
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
