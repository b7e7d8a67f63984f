// Cuts the page's program in two: what the first view needs, and the rest, which is fetched after it.
//
// src/ui/rest.rs marks the only way into the rest. Cutting needs the linker's relocations, which
// wasm-bindgen drops, so the cut begins again from the program that cargo built and takes the place of
// what Trunk made of it. The two files, their script and the script that fetches the rest get one name.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { changeIndex, hashOf, isRelease, path, renamed } from "./dist.mjs";

const run = (tool, ...args) => execFileSync(tool, args, { stdio: ["ignore", "pipe", "inherit"], encoding: "utf8" });

/** The program as cargo linked it. */
function linked() {
  const { target_directory: target } = JSON.parse(run("cargo", "metadata", "--offline", "--no-deps", "--format-version", "1"));
  return join(target, "wasm32-unknown-unknown", isRelease ? "release" : "debug", "page.wasm");
}

/** The bytes of a finished part. */
function finished(file) {
  if (isRelease) run("wasm-opt", "-Oz", "--strip-debug", "--strip-producers", file, "-o", file);
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
    { name: "page", root: true, reaches: kept },
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

export function splitPage() {
  const work = mkdtempSync(join(tmpdir(), "rapport-page-"));
  const within = (name) => join(work, name);
  run("wasm-split-cli", linked(), work, "--target", "web", "--out-name", "page");
  run("wasm-bindgen", within("page.wasm"), "--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir", work);
  const [first, rest] = [finished(withoutStreams(within("page_bg.wasm"))), finished(within("split_rest.wasm"))];
  const script = readFileSync(within("page.js"), "utf8");
  const fetcher = withFallback(readFileSync(within("__wasm_split.js"), "utf8"));
  rmSync(work, { recursive: true });

  const name = `page-${hashOf(first, rest, script, fetcher)}`;
  writeFileSync(path(`${name}_bg.wasm`), first);
  writeFileSync(path(`${name}_rest.wasm`), rest);
  writeFileSync(
    path(`${name}.js`),
    renamed(renamed(script, "page_bg.wasm", `${name}_bg.wasm`), 'from "./__wasm_split.js"', `from "./${name}_rest.js"`),
  );
  writeFileSync(
    path(`${name}_rest.js`),
    renamed(renamed(fetcher, "./page.js", `./${name}.js`), "./split_rest.wasm", `./${name}_rest.wasm`),
  );

  // Trunk's own are not needed.
  const uncut = readdirSync(path("")).filter((file) => /^page-\w+(_bg\.wasm|\.js)$/.test(file) && !file.startsWith(name));
  for (const file of uncut) rmSync(path(file));
  const [, old] = /(page-\w+)_bg\.wasm/.exec(uncut.join(" ")) ?? [];
  changeIndex((index) => renamed(index, old, name));
}
