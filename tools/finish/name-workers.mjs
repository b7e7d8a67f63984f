// Gives the workers' files names that change with their content.
//
// Trunk hashes the names of the page's files but not those of a worker, so a browser could pair
// a new page with an old engine from its cache. Here engine.js and engine_bg.wasm become
// engine-HASH.js and engine-HASH_bg.wasm, the reader's likewise, and index.html learns the new names.
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { changeIndex, hashOf, path, renamed } from "./dist.mjs";

export function nameWorkers() {
  for (const worker of ["engine", "reader"]) {
    const wasm = readFileSync(path(`${worker}_bg.wasm`));
    const program = readFileSync(path(`${worker}.js`), "utf8");
    const name = `${worker}-${hashOf(program, wasm)}`;
    renameSync(path(`${worker}_bg.wasm`), path(`${name}_bg.wasm`));
    writeFileSync(path(`${name}.js`), renamed(program, `${worker}_bg.wasm`, `${name}_bg.wasm`));
    rmSync(path(`${worker}.js`));
    changeIndex((index) => renamed(index, `"${worker}.js"`, `"${name}.js"`));
  }
}
