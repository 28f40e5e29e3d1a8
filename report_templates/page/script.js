"use strict";
(() => {
  const form = document.getElementById("tools");
  const count = document.getElementById("count");
  const nothing = document.getElementById("nothing");
  const most = 12;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const textOf = (node) => node.textContent.toLowerCase();
  const has = (text, terms) => terms.every((term) => text.includes(term));
  const one = (number, word) => `${number.toLocaleString("en-US")} ${word}${number === 1 ? "" : "s"}`;

  const articles = all("article").map((node) => ({
    node,
    text: textOf(node.querySelector(".told")),
    rows: all("tr[data-outcome]", node).map((row) => ({ node: row, text: textOf(row) })),
  }));
  const lines = all("tr[data-line]").map((node) => ({ node, text: textOf(node) }));
  const plain = all("table.searchable tbody tr:not(.sum), ul.searchable li, ol.searchable li")
    .map((node) => ({ node, text: textOf(node) }));
  const links = all(".contents a").map((node) => {
    const badge = node.appendChild(document.createElement("span"));
    badge.className = "n";
    return { node, badge, section: document.getElementById(node.hash.slice(1)) };
  });

  const asked = () => Object.fromEntries(new FormData(form));

  const fits = (row, wanted) =>
    (!wanted.outcome || row.dataset.outcome === wanted.outcome) &&
    (!wanted.severity || row.dataset.severity === wanted.severity) &&
    (!wanted.channel || row.dataset.channel === wanted.channel);

  function filterItems(wanted, terms) {
    const shown = new Set();
    let items = 0;
    for (const article of articles) {
      const ours = !wanted.family || article.node.dataset.family === wanted.family;
      let left = 0;
      for (const row of article.rows) {
        row.node.hidden = !(ours && fits(row.node, wanted) && has(`${article.text} ${row.text}`, terms));
        left += row.node.hidden ? 0 : 1;
      }
      article.node.hidden = left === 0;
      items += left;
      if (left) shown.add(article.node.dataset.control);
    }
    return { shown, items };
  }

  function filterLines(wanted, terms, shown) {
    const byItem = wanted.outcome || wanted.severity || wanted.channel;
    let left = 0;
    for (const { node, text } of lines) {
      const ours = !wanted.family || node.dataset.family === wanted.family;
      const found = shown.has(node.dataset.line) || (!byItem && has(text, terms));
      node.hidden = !(ours && found);
      left += node.hidden ? 0 : 1;
    }
    for (const family of all(".family")) {
      family.hidden = !family.querySelector("tr[data-line]:not([hidden])");
    }
    return left;
  }

  function filterRest(wanted, terms) {
    const only = wanted.outcome || wanted.severity || wanted.channel || wanted.family;
    for (const { node, text } of plain) node.hidden = Boolean(only) || !has(text, terms);
  }

  function tidy(active) {
    const kept = ":is(article, tr[data-line], .searchable tbody tr:not(.sum), .searchable li):not([hidden])";
    for (const block of all(".scroll:has(.searchable)")) {
      block.hidden = active && !block.querySelector("tbody tr:not(.sum):not([hidden])");
    }
    let any = false;
    for (const { node, badge, section } of links) {
      const left = all(kept, section).length;
      section.hidden = active && left === 0;
      any = any || !section.hidden;
      badge.textContent = active && left ? left : "";
      node.classList.toggle("none", section.hidden);
    }
    nothing.hidden = any;
  }

  function apply() {
    const wanted = asked();
    const terms = wanted.q.toLowerCase().split(/\s+/).filter(Boolean);
    const active = Object.values(wanted).some((value) => value.trim());
    document.body.classList.toggle("filtering", active);
    const { shown, items } = filterItems(wanted, terms);
    const controls = filterLines(wanted, terms, shown);
    filterRest(wanted, terms);
    tidy(active);
    const total = articles.reduce((sum, article) => sum + article.rows.length, 0);
    count.textContent = active
      ? `${items.toLocaleString("en-US")} of ${one(total, "listed item")}, ${controls} of ${one(lines.length, "control")}`
      : `${one(total, "listed item")}, ${one(lines.length, "control")}`;
  }

  function remember() {
    const kept = new URLSearchParams(Object.entries(asked()).filter(([, value]) => value));
    try {
      history.replaceState(null, "", `?${kept}${location.hash}`);
    } catch {
      // Some browsers keep the address of a local file as it is; filtering works all the same.
    }
  }

  function named(fragment) {
    try {
      return decodeURIComponent(fragment);
    } catch {
      return fragment;
    }
  }

  function unfold(table) {
    if (!table) return;
    table.classList.remove("folded");
    table.closest(".scroll").nextElementSibling.remove();
  }

  function go() {
    const target = document.getElementById(named(location.hash.slice(1)));
    if (!target) return;
    unfold(target.closest(".folded"));
    if (!target.getClientRects().length) {
      for (const field of form.elements) if (field.name) field.value = "";
      apply();
    }
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  }

  for (const table of all("table.items")) {
    const rows = table.tBodies[0].rows.length;
    if (rows <= most) continue;
    table.classList.add("folded");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "more";
    button.textContent = `Show all ${rows} rows`;
    button.addEventListener("click", () => unfold(table));
    table.closest(".scroll").after(button);
  }

  const given = new URLSearchParams(location.search);
  for (const field of form.elements) if (given.has(field.name)) field.value = given.get(field.name);
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => { apply(); remember(); });
  form.addEventListener("reset", () => setTimeout(() => { apply(); remember(); }));
  window.addEventListener("hashchange", go);
  apply();
  go();
})();
