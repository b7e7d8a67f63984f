// What the controls of the probe do; each makes one thing happen that the harness must notice.
const shown = document.getElementById("shown");
const show = (text) => {
  shown.textContent = text;
};
const on = (name, act) => {
  for (const button of document.querySelectorAll("button")) {
    if ((button.ariaLabel ?? button.textContent) === name) button.addEventListener("click", act);
  }
};

on("Greet", () => setTimeout(() => show("Hello"), 200));
on("Greet by name", () => show(`Hello ${document.getElementById("name").value}`));
on("Close", () => setTimeout(() => document.querySelector(".temporary").remove(), 200));
on("Fail", () => {
  document.body.setAttribute("style", "color: red");
  throw new Error("failed on purpose");
});
on("Dawdle", () => {
  const end = performance.now() + 120;
  while (performance.now() < end);
  show("Done");
});
on("Call out", () =>
  fetch("http://elsewhere.test/").then(
    () => show("answered"),
    () => show("no answer"),
  ),
);
document.getElementById("files").addEventListener("change", ({ target }) => {
  show(Array.from(target.files, (file) => `${file.name} ${file.size}`).join(", "));
});
addEventListener("hashchange", () => show(location.hash));
