// The list of seminars, filtered where it stands; the address keeps what was chosen, for the other
// languages too. Without it there is no form, and the list is whole.
{
  const form = document.querySelector(".filters form");
  const status = document.querySelector(".filter-status");
  const numbers = new Intl.NumberFormat(document.documentElement.lang, { useGrouping: false });

  // Letters without their marks, as readers type them
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const wordsOf = (text) => plain(text).split(/\s+/u).filter(Boolean);

  const keys = [...new Set([...form.elements].map((one) => one.name))].filter(
    (name) => name && name !== "q",
  );
  const options = [...form.querySelectorAll("option")].filter((one) => one.value);
  const groups = [...document.querySelectorAll("section.year")];
  const items = groups.flatMap((group) =>
    [...group.querySelectorAll(".event-list > li")].map((element) => ({
      element,
      group,
      text: [...element.querySelectorAll(".title, .event-meta")]
        .map((one) => plain(one.textContent))
        .join(" "),
      values: Object.fromEntries(
        keys.map((key) => [key, element.getAttribute(`data-${key}`).split(" ")]),
      ),
    })),
  );

  const chosen = () => {
    const data = new FormData(form);
    const values = Object.fromEntries(
      keys.map((key) => [key, data.getAll(key).filter(Boolean)]),
    );
    return { values, words: wordsOf(data.get("q")), typed: data.get("q").trim() };
  };

  // Of one facet any value that was chosen is enough; of several each must be met
  const meets = (item, { values, words }, but = "") =>
    words.every((word) => item.text.includes(word)) &&
    keys.every(
      (key) =>
        key === but ||
        !values[key].length ||
        values[key].some((value) => item.values[key].includes(value)),
    );

  // Behind each value stands how many seminars are shown when it is chosen
  const count = (choice) => {
    for (const key of keys) {
      const left = items.filter((item) => meets(item, choice, key));
      const has = (value) => (item) => item.values[key].includes(value);
      const number = (value) => numbers.format(left.filter(has(value)).length);
      for (const box of form.querySelectorAll(`input[name="${key}"]`)) {
        box.parentElement.querySelector(".count").textContent = number(box.value);
      }
      for (const option of options.filter((one) => one.parentElement.name === key)) {
        option.textContent = option.textContent.replace(/[^(]*$/u, `${number(option.value)})`);
        // Of many values those that the other choices leave nothing of are not gone through
        option.hidden = option.disabled = !option.selected && !left.some(has(option.value));
      }
    }
  };

  const show = (choice) => {
    const shown = items.filter((item) => meets(item, choice));
    for (const item of items) {
      item.element.hidden = !shown.includes(item);
    }
    for (const group of groups) {
      const number = shown.filter((item) => item.group === group).length;
      group.hidden = !number;
      group.querySelector(".count").textContent = numbers.format(number);
    }
    status.textContent = (shown.length ? status.dataset.shown : status.dataset.none)
      .replace("%(count)s", numbers.format(shown.length))
      .replace("%(total)s", numbers.format(items.length));
  };

  const keep = ({ values, typed }) => {
    const asked = new URLSearchParams(
      keys.flatMap((key) => values[key].map((value) => [key, value])),
    );
    if (typed) {
      asked.set("q", typed);
    }
    const address = new URL(location.href);
    address.search = asked.toString();
    history.replaceState(null, "", address);
    for (const link of document.querySelectorAll(".languages a")) {
      const other = new URL(link.href);
      other.search = address.search;
      link.href = other.href;
    }
  };

  const apply = () => {
    const choice = chosen();
    show(choice);
    count(choice);
    keep(choice);
  };

  // What the list does not have is passed over
  const choose = (asked) => {
    for (const element of form.elements) {
      const values = asked.getAll(element.name).map((value) => value.toLowerCase());
      if (element.type === "checkbox") {
        element.checked = values.includes(element.value.toLowerCase());
      } else if (element.name === "q") {
        element.value = asked.get("q") ?? "";
      } else if (element.name) {
        const option = [...element.options].find((one) => values.includes(one.value.toLowerCase()));
        element.value = option?.value ?? "";
      }
    }
  };

  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault(); // the fields would be emptied afterwards, to what the page came with
    choose(new URLSearchParams());
    apply();
  });
  const asked = new URLSearchParams(location.search);
  choose(asked);
  if ([...asked.keys()].some((key) => key === "q" || keys.includes(key))) {
    form.parentElement.open = true;
    apply();
  }
}
