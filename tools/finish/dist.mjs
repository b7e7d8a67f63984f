// The folder that Trunk is filling, and names that change with a file's content.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.env.TRUNK_STAGING_DIR;
if (!folder) throw new Error("TRUNK_STAGING_DIR is not set: trunk runs this script as its hook");

/** Whether this is the build for visitors. */
export const isRelease = process.env.TRUNK_PROFILE === "release";

/** A file's place in the folder. */
export const path = (name) => join(folder, name);

/** What a name has in it so that it changes with the content. */
export function hashOf(...contents) {
  const hash = createHash("sha256");
  for (const content of contents) hash.update(content);
  return hash.digest("hex").slice(0, 16);
}

/** `text` with every `from` as `to`; none at all means that a tool changed its output. */
export function renamed(text, from, to) {
  if (!text.includes(from)) throw new Error(`no mention of ${from}, which was to become ${to}`);
  return text.replaceAll(from, to);
}

/** Changes index.html. */
export function changeIndex(change) {
  writeFileSync(path("index.html"), change(readFileSync(path("index.html"), "utf8")));
}
