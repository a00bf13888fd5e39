// First in the body and not deferred: the colours that the reader chose, and that scripts run.
document.documentElement.classList.replace("no-js", "js");
try {
  document.body.dataset.theme = localStorage.getItem("theme") ?? "auto";
} catch {
  document.body.dataset.theme = "auto"; // storage is shut
}
