// Puts each language's texts beside the page: the files of src/text/locales/LANGUAGE become one,
// words-LANGUAGE-HASH.txt, without notes and blank lines, and index.html learns its name.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { changeIndex, hashOf, path, renamed } from "./dist.mjs";

const locales = new URL("../../src/text/locales", import.meta.url).pathname;

/** All messages of a language, one a line. */
function messages(language) {
  const files = readdirSync(join(locales, language)).sort();
  const lines = files.flatMap((file) => readFileSync(join(locales, language, file), "utf8").split("\n"));
  return lines.map((line) => line.trim()).filter((line) => line && !line.startsWith("#")).join("\n");
}

/** In Polish a word of one letter never ends a line. */
function tied(language, text) {
  return language === "pl" ? text.replace(/(?<=[\s(„])([aiouwz]) (?=\S)/gi, "$1\u00a0") : text;
}

export function placeWords() {
  for (const language of readdirSync(locales)) {
    const text = tied(language, messages(language));
    const name = `words-${language}-${hashOf(text)}.txt`;
    writeFileSync(path(name), text);
    changeIndex((index) => renamed(index, `"${language}.txt"`, `"${name}"`));
  }
}
