// Starts the page's program. A file of its own, because the content security policy forbids
// inline scripts; it finds the program's two files by the preload links in the page's head.

/** What was chosen here before: language and theme. */
function chosen() {
  try {
    return JSON.parse(localStorage.getItem("rapport/preferences")) ?? {};
  } catch {
    return {}; // Storage is blocked, or what is in it is not ours.
  }
}

// Language and theme are put in force before anything is drawn; the program reads them here.
const root = document.documentElement;
const { language, theme, remembered } = chosen();
if (theme === "light" || theme === "dark") root.dataset.theme = theme;
// What the workspace held last time, so that the bars have their place before it is opened.
if (remembered?.held) root.dataset.held = remembered.held;
const words = [language, navigator.language, "en"]
  .map((tag) => String(tag).split("-")[0].toLowerCase())
  .map((tag) => document.querySelector(`meta[name="rapport-words-${CSS.escape(tag)}"]`))
  .find((meta) => meta);
root.lang = words.name.replace("rapport-words-", "");

// The texts come while the program does.
const link = document.createElement("link");
Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: words.content });
document.head.append(link);

const program = document.getElementById("page-program").href;
const wasm = document.getElementById("page-wasm").href;
const { default: init } = await import(program);
await init({ module_or_path: wasm });
