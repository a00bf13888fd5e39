// Lead readers to the language that they chose last (page.js), or else to the first of theirs that
// the archive has; without scripts, they choose.
{
  const links = [...document.querySelectorAll("a[hreflang]")];

  // The parts of a language tag, likely ones added: zh-CN and zh-Hans are both of Hans and CN
  const partsOf = (tag) => {
    try {
      return new Intl.Locale(tag).maximize();
    } catch {
      return {}; // a browser may say anything
    }
  };

  // How well a language suits who reads another one, in steps: the same tag, one that says less
  // (lookup of RFC 4647, 3.4), the same country, the same language elsewhere
  const sameScript = [
    (wanted, has) => has.toLowerCase() === wanted.toLowerCase(),
    (wanted, has) => wanted.toLowerCase().startsWith(`${has.toLowerCase()}-`) && isAlike(wanted, has),
    (wanted, has) => isAlike(wanted, has) && partsOf(wanted).region === partsOf(has).region,
    (wanted, has) => isAlike(wanted, has),
  ];
  const isSame = (wanted, has) => {
    const { language } = partsOf(wanted);
    return language !== undefined && language === partsOf(has).language;
  };
  const isAlike = (wanted, has) =>
    isSame(wanted, has) && partsOf(wanted).script === partsOf(has).script;

  const found = (steps) => {
    for (const wanted of navigator.languages) {
      for (const suits of steps) {
        const link = links.find((one) => suits(wanted, one.hreflang));
        if (link) {
          return link;
        }
      }
    }
  };

  const chosen = () => {
    try {
      const language = localStorage.getItem("language");
      return links.find((link) => link.hreflang === language);
    } catch {
      return undefined; // storage is shut
    }
  };

  // Another script is for those who have nothing better
  const best = chosen() ?? found(sameScript) ?? found([isSame]);
  if (best) {
    window.location.replace(best.href);
  }
}
