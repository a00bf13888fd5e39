// Menu, colours, the choice of a language and the sheets beside the text. Without it the menu
// lies open and sheets are opened by hand.
{
  const button = document.querySelector(".menu-button");
  const menu = document.getElementById(button.getAttribute("aria-controls"));

  const isOpen = () => button.getAttribute("aria-expanded") === "true";
  const unfold = (open) => {
    button.setAttribute("aria-expanded", String(open));
    menu.classList.toggle("is-open", open);
  };

  button.addEventListener("click", () => unfold(!isOpen()));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOpen()) {
      unfold(false);
      button.focus();
    }
  });

  // The name of the button says the state, and is read out when it changes
  const SCHEMES = ["auto", "light", "dark"];
  const toggle = document.querySelector(".theme-toggle");
  const name = toggle.querySelector(".theme-name");

  const paint = (scheme) => {
    document.body.dataset.theme = scheme;
    name.textContent = toggle.dataset[scheme];
  };

  toggle.addEventListener("click", () => {
    const next = SCHEMES[(SCHEMES.indexOf(document.body.dataset.theme) + 1) % SCHEMES.length];
    paint(next);
    try {
      localStorage.setItem("theme", next);
    } catch {
      // storage is shut: the choice lasts as long as the page
    }
  });
  const chosen = document.body.dataset.theme;
  paint(SCHEMES.includes(chosen) ? chosen : "auto");

  // Whoever takes another language meets it again at the front door
  document.querySelector(".languages").addEventListener("click", (event) => {
    const link = event.target.closest("a[hreflang]");
    if (link) {
      try {
        localStorage.setItem("language", link.hreflang);
      } catch {
        // storage is shut: the browser's languages decide
      }
    }
  });

  // Beside the text the sheets are open, by the style sheet at once, then as readers leave them
  const wide = window.matchMedia("(min-width: 78em)");
  const sheets = document.querySelectorAll(".side details");
  const fit = () => sheets.forEach((sheet) => sheet.toggleAttribute("open", wide.matches));
  wide.addEventListener("change", fit);
  if (wide.matches) {
    fit();
  }
  document.documentElement.classList.add("ready");
}
