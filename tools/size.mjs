// Reports what a visitor downloads, brotli-compressed, and fails when it is over the budget.
//
// The limits are 150 kB for the page and 300 kB for the engine, each what is waited for. The ceilings keep
// what is there from growing unnoticed; lower them with every kilobyte won.
//
// Run after `make build`. The page is everything fetched before the first view stands but the texts, of
// which it fetches one language first; the rest of the page and the engine, in a worker, follow at once, and
// after the engine its own rest; the reader when the first file comes.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const BUDGETS = [
  { what: "page", kilobytes: 146, holds: (name) => !/^(engine|reader|words)-|_rest\.wasm$/.test(name) },
  { what: "rest of the page", kilobytes: 890, holds: (name) => name.endsWith("_rest.wasm") },
  { what: "texts in English", kilobytes: 54, holds: (name) => name.startsWith("words-en-") },
  { what: "engine", kilobytes: 300, holds: (name) => name.startsWith("engine-") && !name.endsWith("_later.wasm") },
  { what: "rest of the engine", kilobytes: 446, holds: (name) => name.endsWith("_later.wasm") },
  { what: "reader", kilobytes: 546, holds: (name) => name.startsWith("reader-") },
];
const dist = new URL("../dist", import.meta.url).pathname;
const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
const compressed = readdirSync(dist, { withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ name }) => ({ name, bytes: brotliCompressSync(readFileSync(join(dist, name)), options).length }));

for (const { what, kilobytes, holds } of BUDGETS) {
  const files = compressed.filter(({ name }) => holds(name));
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const wasm = files.filter(({ name }) => name.endsWith(".wasm")).reduce((sum, { bytes }) => sum + bytes, 0);
  const fits = files.length > 0 && total <= kilobytes * 1000;
  if (!fits) process.exitCode = 1;
  const figures = `${(total / 1000).toFixed(1)} kB of ${kilobytes} kB brotli (wasm ${(wasm / 1000).toFixed(1)} kB)`;
  console.log(`${what}: ${figures}${fits ? "" : files.length === 0 ? "  NOT BUILT" : "  OVER BUDGET"}`);
}
