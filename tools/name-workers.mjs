// Trunk's hook after a build: gives the workers' files names that change with their content.
//
// Trunk hashes the names of the page's files but not those of a worker, so a browser could pair
// a new page with an old engine from its cache. Here engine.js and engine_bg.wasm become
// engine-HASH.js and engine-HASH_bg.wasm, the reader's likewise, and index.html learns the new names.
import { createHash } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.env.TRUNK_STAGING_DIR;
if (!folder) throw new Error("TRUNK_STAGING_DIR is not set: trunk runs this script as its hook");
const path = (name) => join(folder, name);

/** Writes `text` with every `from` as `to`; none at all means that a tool changed its output. */
function rename(text, from, to, target) {
  if (!text.includes(from)) throw new Error(`no mention of ${from} on the way to ${target}`);
  writeFileSync(path(target), text.replaceAll(from, to));
}

for (const worker of ["engine", "reader"]) {
  const wasm = readFileSync(path(`${worker}_bg.wasm`));
  const program = readFileSync(path(`${worker}.js`), "utf8");
  const hash = createHash("sha256").update(program).update(wasm).digest("hex").slice(0, 16);
  renameSync(path(`${worker}_bg.wasm`), path(`${worker}-${hash}_bg.wasm`));
  rename(program, `${worker}_bg.wasm`, `${worker}-${hash}_bg.wasm`, `${worker}-${hash}.js`);
  rmSync(path(`${worker}.js`));
  rename(readFileSync(path("index.html"), "utf8"), `"${worker}.js"`, `"${worker}-${hash}.js"`, "index.html");
}
