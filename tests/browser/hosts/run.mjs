// `cargo xtask test` and `cargo xtask hosts` run this: every way of embedding, in every engine.
import { cpSync } from "node:fs";
import { join } from "node:path";
import { runMatrix } from "../engines/matrix.mjs";
import { ROOT, startSite } from "../engines/site.mjs";
import { lastingCampaign } from "./lasting.mjs";
import { CASES } from "./cases.mjs";
import { writeRoads } from "./roads.mjs";

const site = await startSite("host-tests", "dist", "tests", "node_modules/bootstrap/dist", "node_modules/jquery/dist");
await site.write("examples/standard.json", lastingCampaign());
cpSync(join(ROOT, "dist"), join(site.folder, "other-version"), { recursive: true });
await writeRoads(site);
await runMatrix(CASES, site, () => site.write("changing.json", lastingCampaign()));
