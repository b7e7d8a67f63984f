// Starts the page's program. A file of its own, because the content security policy forbids
// inline scripts; it finds the program's two files by the preload links in the page's head.

/** The language that was chosen here before, if any. */
function chosen() {
  try {
    return JSON.parse(localStorage.getItem("rapport/preferences")).language;
  } catch {
    return null; // Storage is blocked, or there is nothing in it.
  }
}

// The texts come while the program does. Which language holds is the program's to say; this foresees it.
const words = [chosen(), navigator.language, "en"]
  .map((tag) => document.querySelector(`meta[name="rapport-words-${String(tag).split("-")[0].toLowerCase()}"]`))
  .find((meta) => meta);
const link = document.createElement("link");
Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: words.content });
document.head.append(link);

const program = document.getElementById("page-program").href;
const wasm = document.getElementById("page-wasm").href;
const { default: init } = await import(program);
await init({ module_or_path: wasm });
