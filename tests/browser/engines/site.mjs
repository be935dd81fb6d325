// The test server: some folders as one site, of which the first can be written to while the browser looks.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort, startProgram, untilAnswers } from "./programs.mjs";

export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** Serves `dirs`, relative to the project, behind a folder of its own under target/. */
export async function startSite(name, ...dirs) {
  const own = join(ROOT, "target", name);
  await rm(own, { recursive: true, force: true });
  await mkdir(own, { recursive: true });
  const port = await freePort();
  const server = startProgram(
    process.env.XTASK ?? join(ROOT, "target/debug/xtask"),
    ["serve", "--dir", own, ...dirs.map((dir) => join(ROOT, dir)), "--port", String(port)],
  );
  const origin = `http://127.0.0.1:${port}`;
  await untilAnswers(`${origin}/campaign-portlet.js`, server);
  return {
    origin,
    folder: own,
    /** Puts a file there, in place of one that the other folders may have. */
    write: async (path, content) => {
      await mkdir(dirname(join(own, path)), { recursive: true });
      await writeFile(join(own, path), typeof content === "string" ? content : JSON.stringify(content));
    },
    stop: server.stop,
  };
}
