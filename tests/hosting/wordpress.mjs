// A WordPress of Debian's packages: its own PHP, its own database, behind the nginx that serves the portlet's files as well.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, writeFileSync } from "node:fs";
import { IS_ROOT, freePort, nginx, start } from "./servers.mjs";

const SOURCE = "/usr/share/wordpress";
const php = () => readdirSync("/usr/sbin").find((name) => /^php-fpm[\d.]+$/.test(name));

export const WORDPRESS = [`${SOURCE}/wp-settings.php`, "/usr/sbin/mariadbd", `/usr/sbin/${php() ?? "php-fpm"}`];

/** Starts it all in that folder; `posts` gives the posts to publish, once the address of the portlet's files is known. */
export async function wordpress(path, posts) {
  const stops = [];
  const stop = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  try {
    stops.push(await database(path));
    stops.push(await fpm(path));
    const port = await freePort();
    const server = await nginx(
      path,
      `server {
        listen 127.0.0.1:${port};
        root ${path}/wordpress;
        index index.php;
        location / { try_files $uri $uri/ /index.php?$args; }
        location ~ \\.php$ {
          include /etc/nginx/fastcgi_params;
          # Debian's has no port, and WordPress sends everyone on to its own address, which has one.
          fastcgi_param HTTP_HOST $http_host;
          fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
          fastcgi_pass unix:${path}/php.sock;
        }
      }`,
    );
    stops.push(server.stop);
    const address = `http://127.0.0.1:${port}`;
    const ids = install(path, address, posts(server));
    return { ...server, address: (name) => `${address}/?p=${ids[name]}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function database(path) {
  const data = [`--datadir=${path}/data`, ...(IS_ROOT ? ["--user=root"] : [])];
  const fresh = ["--auth-root-authentication-method=normal", "--skip-test-db"];
  execFileSync("mariadb-install-db", ["--no-defaults", ...data, ...fresh], { stdio: "pipe" });
  const small = ["--innodb-buffer-pool-size=16M", "--innodb-flush-log-at-trx-commit=0", "--skip-log-bin"];
  const socket = [`--socket=${path}/db.sock`, "--skip-networking", `--pid-file=${path}/db.pid`];
  const create = ["--no-defaults", `--socket=${path}/db.sock`, "-uroot", "-e", "CREATE DATABASE wordpress"];
  return start("/usr/sbin/mariadbd", ["--no-defaults", ...data, ...socket, ...small], () =>
    execFileSync("mariadb", create, { stdio: "pipe" }),
  );
}

async function fpm(path) {
  const user = IS_ROOT ? "user = root\ngroup = root" : "";
  writeFileSync(
    `${path}/php.conf`,
    `[global]\nerror_log = ${path}/php.log\n[www]\n${user}\nlisten = ${path}/php.sock\npm = static\npm.max_children = 2\n`,
  );
  const options = ["--nodaemonize", "--fpm-config", `${path}/php.conf`, ...(IS_ROOT ? ["--allow-to-run-as-root"] : [])];
  return start(`/usr/sbin/${php()}`, options, () => {
    if (!existsSync(`${path}/php.sock`)) throw new Error("there is no socket yet");
  });
}

/** Debian's files look for their settings in /etc: a copy has its own. Gives the number of each post by its name. */
function install(path, address, posts) {
  cpSync(SOURCE, `${path}/wordpress`, { recursive: true, dereference: false });
  const settings = {
    DB_NAME: "wordpress",
    DB_USER: "root",
    DB_PASSWORD: "",
    DB_HOST: `localhost:${path}/db.sock`,
    WP_HOME: address,
    WP_SITEURL: address,
    // It asks nobody else, and does nothing on its own.
    WP_HTTP_BLOCK_EXTERNAL: true,
    DISABLE_WP_CRON: true,
    AUTOMATIC_UPDATER_DISABLED: true,
  };
  const lines = Object.entries(settings).map(([name, value]) => `define(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
  writeFileSync(
    `${path}/wordpress/wp-config.php`,
    `<?php\n${lines.join("\n")}\n$table_prefix = "wp_";
    if (!defined("ABSPATH")) define("ABSPATH", __DIR__ . "/");
    require_once ABSPATH . "wp-settings.php";`,
  );
  const script = new URL("wordpress.php", import.meta.url).pathname;
  const said = execFileSync("php", [script, `${path}/wordpress`], { input: JSON.stringify(posts), stdio: "pipe" });
  return JSON.parse(said.toString().trim().split("\n").at(-1));
}
