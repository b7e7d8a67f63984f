// Cuts a program in two: what is waited for, and the rest, which is fetched after it.
//
// The program marks the only way into the rest by a name (src/ui/rest.rs, src/bin/engine.rs). Cutting needs the
// linker's relocations, which wasm-bindgen drops, so the cut begins again from the program that cargo built and
// takes the place of what Trunk made of it. The two files, their script and the script that fetches the rest
// get one name.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashOf, isRelease, path, renamed } from "./dist.mjs";

const run = (tool, ...args) => execFileSync(tool, args, { stdio: ["ignore", "pipe", "inherit"], encoding: "utf8" });

/** A program as cargo linked it. */
function linked(program, profile) {
  const { target_directory: target } = JSON.parse(run("cargo", "metadata", "--offline", "--no-deps", "--format-version", "1"));
  return join(target, "wasm32-unknown-unknown", isRelease ? profile : "debug", `${program}.wasm`);
}

/** The bytes of a finished part. */
function finished(file, effort) {
  if (isRelease) run("wasm-opt", effort, "--strip-debug", "--strip-producers", file, "-o", file);
  return readFileSync(file);
}

/**
 * Takes out what a library of ours exports to scripts and nothing here calls (streams of JavaScript): an
 * export keeps all that it reaches.
 */
function withoutStreams(file) {
  const exported = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(file))).map(({ name }) => name);
  const kept = exported.filter((name) => !name.includes("intounderlying"));
  const graph = [
    { name: "program", root: true, reaches: kept },
    ...kept.map((name) => ({ name, export: name })),
  ];
  writeFileSync(`${file}.json`, JSON.stringify(graph));
  run("wasm-metadce", file, "--graph-file", `${file}.json`, "-o", file);
  return file;
}

/** Compiling while it arrives wants a MIME type that not every static host sends. */
const withFallback = (script) =>
  renamed(
    script,
    "WebAssembly.instantiateStreaming(src, imports)",
    "WebAssembly.instantiate(await (await src).arrayBuffer(), imports)",
  );

/** Puts a program's parts into the folder, and returns the name that they begin with. */
export function split({ program, profile, part, effort }) {
  const work = mkdtempSync(join(tmpdir(), "rapport-split-"));
  const within = (name) => join(work, name);
  run("wasm-split-cli", linked(program, profile), work, "--target", "web", "--out-name", program);
  run("wasm-bindgen", within(`${program}.wasm`), "--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir", work);
  const first = finished(withoutStreams(within(`${program}_bg.wasm`)), effort);
  const rest = finished(within(`split_${part}.wasm`), effort);
  const script = readFileSync(within(`${program}.js`), "utf8");
  const fetcher = withFallback(readFileSync(within("__wasm_split.js"), "utf8"));
  rmSync(work, { recursive: true });

  const name = `${program}-${hashOf(first, rest, script, fetcher)}`;
  writeFileSync(path(`${name}_bg.wasm`), first);
  writeFileSync(path(`${name}_${part}.wasm`), rest);
  writeFileSync(
    path(`${name}.js`),
    renamed(
      renamed(script, `${program}_bg.wasm`, `${name}_bg.wasm`),
      'from "./__wasm_split.js"',
      `from "./${name}_${part}.js"`,
    ),
  );
  writeFileSync(
    path(`${name}_${part}.js`),
    renamed(renamed(fetcher, `./${program}.js`, `./${name}.js`), `./split_${part}.wasm`, `./${name}_${part}.wasm`),
  );
  return name;
}
