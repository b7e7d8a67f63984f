// Gives the workers' files names that change with their content, and cuts the engine in two.
//
// Trunk hashes the names of the page's files but not those of a worker, so a browser could pair
// a new page with an old engine from its cache. Here reader.js and reader_bg.wasm become
// reader-HASH.js and reader-HASH_bg.wasm, the engine's parts likewise, and index.html learns the new names.
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { changeIndex, hashOf, path, renamed } from "./dist.mjs";
import { split } from "./split.mjs";

function nameReader() {
  const wasm = readFileSync(path("reader_bg.wasm"));
  const program = readFileSync(path("reader.js"), "utf8");
  const name = `reader-${hashOf(program, wasm)}`;
  renameSync(path("reader_bg.wasm"), path(`${name}_bg.wasm`));
  writeFileSync(path(`${name}.js`), renamed(program, "reader_bg.wasm", `${name}_bg.wasm`));
  rmSync(path("reader.js"));
  return name;
}

function splitEngine() {
  const name = split({ program: "engine", profile: "worker", part: "later", effort: "-O3" });
  // Trunk's own are not needed.
  for (const file of ["engine.js", "engine_bg.wasm"]) rmSync(path(file));
  return name;
}

export function nameWorkers() {
  for (const [worker, name] of [["engine", splitEngine()], ["reader", nameReader()]]) {
    changeIndex((index) => renamed(index, `"${worker}.js"`, `"${name}.js"`));
  }
}
