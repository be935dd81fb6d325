// A server that does to one file of each page what the page's address says: /<target>/<fault>/. Whoever asks for
// mend under it has the fault taken away.
import { createServer } from "node:http";
import { readFileSync, readdirSync } from "node:fs";
import { FAULTS } from "./faults.mjs";

const DIST = new URL("../../dist/", import.meta.url);
const HERE = new URL("./", import.meta.url);

const CONFIG = {
  title: "Flu vaccination",
  refreshMinutes: 1,
  countdown: { ends: "2099-12-18T17:00" },
  uptake: { charts: [{ title: "By staff group", csv: "figures.csv" }] },
};
const FIGURES = "name,count,total\nMedical and dental,1143,1502\nNursing and midwifery,2140,4310\nEstates,164,402\n";

const TYPES = { js: "text/javascript", wasm: "application/wasm", json: "application/json", csv: "text/csv", html: "text/html" };

/** What a file is for the page. */
const targetOf = (name) =>
  name === "config.json" ? "config"
  : name === "figures.csv" ? "csv"
  : name.endsWith(".wasm") ? "wasm"
  : name === "campaign-portlet.js" ? "script"
  : undefined;

function content(name) {
  if (name === "config.json") return Buffer.from(JSON.stringify(CONFIG, undefined, 2));
  if (name === "figures.csv") return Buffer.from(FIGURES);
  const folder = [HERE, DIST].find((folder) => readdirSync(folder).includes(name));
  return folder && readFileSync(new URL(name, folder));
}

/** Listens on as many ports: browsers open but a few connections to each, and some faults hold theirs for long. */
export async function startFaults(ports) {
  const mended = new Set();
  const servers = [];
  const answer = (request, response) => {
    const [target, fault, name] = new URL(request.url, "http://x").pathname.split("/").slice(1).map(decodeURIComponent);
    const place = `${target}/${fault}`;
    if (name === "mend") {
      mended.add(place);
      return response.end();
    }
    const file = name || "case.html";
    const body = content(file);
    if (!body) return response.writeHead(404).end();
    const type = TYPES[file.split(".").at(-1)];
    request.elsewhere = `http://localhost:${request.socket.localPort}/x/x/case.html`;
    if (targetOf(file) === target && !mended.has(place)) return FAULTS[fault].answer(response, { body, type });
    response.writeHead(200, { "content-type": type, "cache-control": "no-cache" }).end(body);
  };
  const origins = [];
  for (let port = 0; port < ports; port += 1) {
    const server = createServer(answer);
    await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
    servers.push(server);
    origins.push(`http://127.0.0.1:${server.address().port}`);
  }
  return {
    origins,
    stop: () => {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}
