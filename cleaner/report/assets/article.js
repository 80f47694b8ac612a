
// j and k go to the next and the previous change, Escape leaves it. All else on the page works without a script.
"use strict";
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
  if (event.key === "Escape" && document.activeElement) document.activeElement.blur();
  if (event.key !== "j" && event.key !== "k") return;
  const changes = [...document.querySelectorAll("a.c")].filter((change) => change.checkVisibility());
  const at = changes.indexOf(document.activeElement);
  const next = event.key === "j" ? at + 1 : at < 0 ? changes.length - 1 : at - 1;
  if (changes[next]) {
    changes[next].focus();
    changes[next].scrollIntoView({ block: "center" });
  }
});
