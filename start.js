// Starts the page's program. A file of its own, because the content security policy forbids
// inline scripts; it finds the program's two files by the preload links in the page's head.
const program = document.getElementById("page-program").href;
const wasm = document.getElementById("page-wasm").href;
const { default: init } = await import(program);
await init({ module_or_path: wasm });
