
// Search, order and leaf through the list of articles that this page carries. Texts are only ever set as text.
"use strict";
const PER_PAGE = 100;
const ADDRESS = 0, NAME = 1, PUBLISHED = 4, WORDS = 5, CUT = 6, LAST_SHOWN = 7;
const articles = JSON.parse(document.getElementById("articles").textContent);
const haystacks = articles.map((row) => row.slice(NAME).join("\n").toLowerCase());
const query = document.getElementById("query"), order = document.getElementById("order");
const back = document.getElementById("back"), on = document.getElementById("on"), told = document.getElementById("told");
const body = document.querySelector("tbody");
const orders = {
  name: () => 0,
  cut: (a, b) => b[CUT] - a[CUT],
  words: (a, b) => b[WORDS] - a[WORDS],
  published: (a, b) => (a[PUBLISHED] < b[PUBLISHED] ? 1 : a[PUBLISHED] > b[PUBLISHED] ? -1 : 0),
};
let found = articles, page = 0;

function rowOf(row) {
  const line = document.createElement("tr");
  for (let i = NAME; i <= LAST_SHOWN; i++) {
    const cell = line.insertCell();
    if (i === WORDS || i === CUT) cell.className = "n";
    const shown = i === CUT ? row[i] + "%" : i === WORDS ? row[i].toLocaleString("en") : row[i];
    if (i === NAME) {
      const link = document.createElement("a");
      link.href = row[ADDRESS];
      link.textContent = shown;
      cell.append(link);
    } else cell.textContent = shown;
  }
  return line;
}

function show() {
  const from = page * PER_PAGE, shown = found.slice(from, from + PER_PAGE);
  body.replaceChildren(...shown.map(rowOf));
  back.disabled = page === 0;
  on.disabled = from + PER_PAGE >= found.length;
  told.textContent = found.length ? `${from + 1}–${from + shown.length} of ${found.length.toLocaleString("en")}` : "Nothing found";
}

function search() {
  const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
  found = articles.filter((_, i) => words.every((word) => haystacks[i].includes(word))).sort(orders[order.value]);
  page = 0;
  show();
}

query.addEventListener("input", search);
order.addEventListener("change", search);
back.addEventListener("click", () => { page--; show(); });
on.addEventListener("click", () => { page++; show(); });
search();
