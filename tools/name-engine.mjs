// Trunk's hook after a build: gives the engine's files a name that changes with their content.
//
// Trunk hashes the names of the page's files but not those of a worker, so a browser could pair
// a new page with an old engine from its cache. Here engine.js and engine_bg.wasm become
// engine-HASH.js and engine-HASH_bg.wasm, and index.html learns the new name.
import { createHash } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.env.TRUNK_STAGING_DIR;
if (!folder) throw new Error("TRUNK_STAGING_DIR is not set: trunk runs this script as its hook");
const path = (name) => join(folder, name);

const wasm = readFileSync(path("engine_bg.wasm"));
const program = readFileSync(path("engine.js"), "utf8");
const hash = createHash("sha256").update(program).update(wasm).digest("hex").slice(0, 16);

/** Writes `text` with every `from` as `to`; none at all means that a tool changed its output. */
function rename(text, from, to, target) {
  if (!text.includes(from)) throw new Error(`no mention of ${from} on the way to ${target}`);
  writeFileSync(path(target), text.replaceAll(from, to));
}

renameSync(path("engine_bg.wasm"), path(`engine-${hash}_bg.wasm`));
rename(program, "engine_bg.wasm", `engine-${hash}_bg.wasm`, `engine-${hash}.js`);
rmSync(path("engine.js"));
rename(readFileSync(path("index.html"), "utf8"), '"engine.js"', `"engine-${hash}.js"`, "index.html");
