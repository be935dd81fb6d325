// Starts web servers as they are on a trust's machine, each in a folder of its own that goes with it.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { lastingCampaign } from "../browser/hosts/lasting.mjs";

const ROOT = new URL("../../", import.meta.url).pathname;
const MODULES = "/usr/lib/nginx/modules";

/** The user that runs the tests owns all files; root has to say that it means it. */
export const IS_ROOT = process.getuid() === 0;

/** The first of these files that is not there, which a test cannot do without. In CI everything has to be there. */
export const missing = (...files) => !process.env.CI && files.find((file) => !existsSync(file));

export const NGINX = ["/usr/sbin/nginx", `${MODULES}/ngx_http_brotli_static_module.so`];
export const APACHE = ["/usr/sbin/apache2"];

/** A new folder, and what removes it; it goes as well where the tests are stopped halfway. */
export function folder() {
  const path = mkdtempSync(join(tmpdir(), "campaign-hosting-"));
  const remove = () => {
    rmSync(path, { recursive: true, force: true, maxRetries: 5 });
    process.off("exit", remove);
  };
  process.on("exit", remove);
  return { path, remove };
}

/** A port that nobody has. */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** Starts a server, waits until `answers` does not fail, and gives what stops it. */
export async function start(program, options, answers) {
  // It ends with the tests, also where they are killed and can stop nothing any more.
  const child = spawn("setpriv", ["--pdeathsig", "TERM", program, ...options], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (said += data));
  const ended = new Promise((resolve) => child.on("close", resolve).on("error", (error) => resolve((said += error))));
  const stop = async () => {
    child.kill();
    await ended;
  };
  for (let tries = 0; ; tries += 1) {
    try {
      await answers();
      return stop;
    } catch (error) {
      if (child.exitCode === null && tries < 300) {
        await sleep(100);
        continue;
      }
      await stop();
      throw new Error(`${program} does not answer: ${error.message}\n${said}`);
    }
  }
}

/** Uploads dist/ as docs/hosting.md says: once as the current version, once under its number, and a config beside them. */
export function upload(files) {
  const { version, files: hashes } = JSON.parse(readFileSync(join(ROOT, "dist/integrity.json"), "utf8"));
  for (const target of ["campaign", `campaign/${version}`]) {
    cpSync(join(ROOT, "dist"), join(files, target), { recursive: true });
  }
  writeFileSync(join(files, "campaign/flu.json"), JSON.stringify(lastingCampaign(), null, 2));
  const wasm = Object.keys(hashes).find((name) => name.endsWith(".wasm"));
  return { version, integrity: hashes["campaign-portlet.js"], wasm };
}

/** The lines that docs/hosting/nginx.conf marks as the host's own, for this machine. Each has to be there. */
function ours(config, lines) {
  return Object.entries(lines).reduce((text, [name, value]) => {
    const line = new RegExp(`^( +)${name} .*;`, "m");
    if (!line.test(text)) throw new Error(`docs/hosting/nginx.conf has no line ${name}`);
    return text.replace(line, value ? `$1${name} ${value};` : "");
  }, config);
}

/** nginx with docs/hosting/nginx.conf, and with `host`, a server of another origin in nginx's own words. */
export async function nginx(path, host = "") {
  const port = await freePort();
  mkdirSync(join(path, "srv"), { recursive: true });
  const uploaded = upload(join(path, "srv"));
  const config = ours(readFileSync(join(ROOT, "docs/hosting/nginx.conf"), "utf8"), {
    listen: `127.0.0.1:${port}`,
    server_name: "127.0.0.1",
    root: `${path}/srv`,
    // A browser keeps nothing that comes with a certificate which nobody vouches for.
    ssl_certificate: undefined,
    ssl_certificate_key: undefined,
  });
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${path}/${kind};`);
  writeFileSync(
    `${path}/nginx.conf`,
    `${IS_ROOT ? "user root;" : ""} daemon off; pid ${path}/nginx.pid; worker_processes 1;
    load_module ${MODULES}/ngx_http_brotli_filter_module.so;
    load_module ${MODULES}/ngx_http_brotli_static_module.so;
    events {}
    http {
      include /etc/nginx/mime.types;
      ${temporary.join(" ")}
      log_format short "$status $request_uri $bytes_sent";
      access_log ${path}/access.log short;
      ${config}
      ${host}
    }`,
  );
  const origin = `http://127.0.0.1:${port}`;
  const options = ["-p", path, "-c", `${path}/nginx.conf`, "-e", `${path}/error.log`];
  const stop = await start("/usr/sbin/nginx", options, () => readFileSync(`${path}/nginx.pid`));
  /** What has been asked for since the last time: status, path and bytes on the wire. */
  let read = 0;
  const log = () => {
    const lines = readFileSync(`${path}/access.log`, "utf8").trim().split("\n").filter(Boolean);
    return lines.slice(read, (read = lines.length)).map((line) => line.split(" "));
  };
  return { origin, ...uploaded, log, stop };
}

/** Apache with docs/hosting/htaccess. */
export async function apache(path) {
  const port = await freePort();
  mkdirSync(join(path, "srv"), { recursive: true });
  const uploaded = upload(join(path, "srv"));
  cpSync(join(ROOT, "docs/hosting/htaccess"), join(path, "srv/campaign/.htaccess"));
  const modules = ["mpm_event", "authz_core", "headers", "mime", "rewrite", "dir"];
  writeFileSync(
    `${path}/apache.conf`,
    `${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join("\n")}
    ServerRoot ${path}\nServerName 127.0.0.1\nListen 127.0.0.1:${port}\nPidFile ${path}/apache.pid\nErrorLog ${path}/apache.log
    ${IS_ROOT ? "User www-data\nGroup www-data" : ""}
    TypesConfig /etc/mime.types
    DocumentRoot ${path}/srv
    <Directory ${path}/srv>\nAllowOverride All\nRequire all granted\n</Directory>`,
  );
  if (IS_ROOT) execFileSync("chmod", ["-R", "go+rX", path]);
  const origin = `http://127.0.0.1:${port}`;
  const options = ["-D", "FOREGROUND", "-f", `${path}/apache.conf`];
  const stop = await start("/usr/sbin/apache2", options, () => fetch(origin));
  return { origin, ...uploaded, stop };
}
