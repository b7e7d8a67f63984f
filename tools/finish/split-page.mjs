// Cuts the page's program in two: what the first view needs, and the rest.
import { readdirSync, rmSync } from "node:fs";
import { changeIndex, path, renamed } from "./dist.mjs";
import { split } from "./split.mjs";

export function splitPage() {
  const name = split({ program: "page", profile: "release", part: "rest", effort: "-Oz" });
  // Trunk's own are not needed.
  const uncut = readdirSync(path("")).filter((file) => /^page-\w+(_bg\.wasm|\.js)$/.test(file) && !file.startsWith(name));
  for (const file of uncut) rmSync(path(file));
  const [, old] = /(page-\w+)_bg\.wasm/.exec(uncut.join(" ")) ?? [];
  changeIndex((index) => renamed(index, old, name));
}
