// Tables of the roadmap: sorting, filtering, paging, and what they show as CSV; its lists and its history: filtering. The address keeps the
// view, to be shared.
//
// The script only adds. Tables and history are complete without it; every control is made here, so that none is dead
// where the script does not run. What they are about, their templates say in `data-` attributes:
//   table  data-roadmap-table  a name that stays the same, for the address
//          data-filters        JSON: each filter's name, with a list of [value, words] in their order, or null: then the
//                              rows say what there is, and it is ordered as words
//   th     data-sort           what the column is sorted by
//   tr     data-NAME           for each filter the row's values, percent-encoded, by spaces
//   td     data-value          a number to sort by where the words have no order
//   div    data-roadmap-log    like data-roadmap-table, around commits
//   div    data-roadmap-list   like data-roadmap-table, around lists of enhancements, or before them
//   nav    data-roadmap-parts  behind a table or list that goes on on other pages: its name, around the addresses of all parts
(() => {
  "use strict";

  const PAGE_ROWS = 200;
  const ENTRIES_TO_FILTER = 5;
  const TYPING_PAUSE = 250; // milliseconds
  const NONE = "none"; // as in a fence: `owner: none`
  const MISSING = "–";
  const FORMULA = /^[=+\-@\t\r＝＋－＠]/; // what a spreadsheet takes for the beginning of one
  const NUMBER = /^-?\d+(\.\d+)?$/;
  // Where a comma stands before decimals, spreadsheets part the cells of a row by semicolons.
  const SEPARATOR = (1.5).toLocaleString().includes(",") ? ";" : ",";
  const UNSORTED = { name: "", isDown: false };
  const HIGHEST_FIRST = new Set(["score", "risk", "impact", "progress"]);
  const collator = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });

  /** An element; words are only ever set as `textContent`. */
  function make(tag, properties, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  const counted = (number) => number.toLocaleString("en");
  const capitalized = (word) => word[0].toUpperCase() + word.slice(1);
  const textOf = (element) => element.textContent.replaceAll("\u2060", ""); // without what keeps numbers on a line
  const wordsOf = (cell) => (cell ? textOf(cell).trim() : MISSING);

  /** Rows of words as a file that spreadsheets open right: they know its encoding, and take no words for a formula. */
  function csvOf(rows) {
    const inert = (words) => (FORMULA.test(words) && !NUMBER.test(words) ? `'${words}` : words);
    const written = (words) => `"${inert(words).replaceAll('"', '""')}"`;
    return `\ufeff${rows.map((row) => `${row.map(written).join(SEPARATOR)}\r\n`).join("")}`;
  }

  /** Hand a text to the reader as a file. */
  function download(name, text) {
    const address = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
    make("a", { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address));
  }

  /** What a cell is sorted by: a number, words, or null where there is nothing. */
  function valueOf({ row, values }, column, name, choices) {
    const cell = row.cells[column];
    if (choices[name]) {
      const place = choices[name].findIndex(([value]) => value === values[name][0]);
      return place < 0 ? null : place;
    }
    if (cell.dataset.value) return Number(cell.dataset.value);
    const bar = cell.querySelector("progress");
    if (bar) return bar.position;
    const words = wordsOf(cell);
    if (words === MISSING) return null;
    return cell.classList.contains("er-number") ? Number(words) : words;
  }

  /** A row with what it is filtered by, read once. */
  function factsOf(row, names) {
    const listOf = (name) => (row.getAttribute(`data-${name}`) ?? "").split(" ").filter(Boolean);
    const values = Object.fromEntries(names.map((name) => [name, listOf(name).map((value) => decodeURIComponent(value))]));
    return { row, text: textOf(row).toLowerCase(), values };
  }

  /** What a filter offers: only what occurs, in the roadmap's order or else in that of words. */
  function offered(name, items, choices) {
    const found = new Set(items.flatMap((item) => item.values[name]));
    const without = found.delete(NONE);
    const ordered = choices[name] ?? [...found].sort(collator.compare).map((words) => [words, words]);
    const some = ordered.filter(([value]) => found.has(value));
    return without ? [...some, [NONE, `No ${name}`]] : some;
  }

  /** The nearest element on one side that is something, as long as no heading comes first; null where there is none. */
  function beside(element, side, selector) {
    const next = element[side];
    if (!next || next.matches("h1, h2, h3")) return null;
    return next.matches(selector) ? next : beside(next, side, selector);
  }

  /** The rows of a table that stand on another page; each link leads where it led there. */
  async function rowsOf(address, list) {
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
    const parts = [...page.querySelectorAll("[data-roadmap-parts]")].find((nav) => nav.dataset.roadmapParts === list);
    const rows = parts ? [...beside(parts, "previousElementSibling", ".er-frame").querySelectorAll("tbody tr")] : [];
    for (const link of rows.flatMap((row) => [...row.querySelectorAll("a[href]")])) {
      link.href = new URL(link.getAttribute("href"), address).href;
    }
    return rows;
  }

  /** Something with entries that can be filtered. Entries are objects with `text` and `values`: for each filter a list. */
  class Filtered {
    /**
     * @param element what the entries are in
     * @param name stays the same, for the address
     * @param items the entries
     * @param noun what the entries are called, in the plural
     */
    constructor(element, name, items, noun) {
      this.element = element;
      this.name = name;
      this.items = items;
      this.path = location.pathname;
      this.filters = {};
      this.controls = make("div", { className: "er-filters", hidden: items.length < ENTRIES_TO_FILTER });
      this.controls.setAttribute("role", "group");
      this.controls.setAttribute("aria-label", "Filters");
      this.empty = make("p", { className: "er-empty", textContent: `No ${noun} matches. `, hidden: true });
      this.clear = this.makeButton("Clear filters", () => this.clearFilters());
      this.empty.append(this.makeButton("Clear the filters.", () => this.clearFilters()));
    }

    /** Filters, and the way out of them; few entries are seen at a glance and get none. */
    makeFilters(names, choices = {}) {
      if (this.controls.hidden) return;
      const text = this.makeFilter("text", make("input", { type: "search" }));
      text.addEventListener("input", () => this.changed(TYPING_PAUSE));
      for (const name of names) this.makeChoice(name, choices);
      this.controls.append(this.clear);
    }

    makeChoice(name, choices) {
      const options = offered(name, this.items, choices).map(([value, textContent]) => make("option", { value, textContent }));
      const tellsApart = ({ value }) => !this.items.every((item) => item.values[name].includes(value));
      if (!options.some(tellsApart)) return;
      const select = make("select", {}, make("option", { value: "", textContent: "All" }), ...options);
      this.makeFilter(name, select).addEventListener("change", () => this.changed());
    }

    /** What a filter offers once there are further entries. */
    renewChoices(names, choices) {
      for (const name of names) {
        const select = this.filters[name];
        if (!select) this.makeChoice(name, choices);
        else {
          const { value } = select;
          const more = offered(name, this.items, choices).map(([own, textContent]) => make("option", { value: own, textContent }));
          select.replaceChildren(select.options[0], ...more);
          select.value = value;
        }
      }
      this.controls.append(this.clear);
    }

    makeFilter(name, control) {
      control.autocomplete = "off"; // the address alone says what is chosen
      this.filters[name] = control;
      this.controls.append(make("label", {}, make("span", { textContent: capitalized(name) }), control));
      return control;
    }

    makeButton(textContent, act) {
      const button = make("button", { type: "button", className: "er-button", textContent });
      button.addEventListener("click", act);
      return button;
    }

    /** Show what is chosen now, and keep it in the address. */
    changed(pause = 0) {
      this.show();
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.writeAddress(), pause);
    }

    clearFilters() {
      for (const control of Object.values(this.filters)) control.value = "";
      this.changed();
      this.filters.text.focus(); // the button that was pressed is gone
    }

    get isNarrowed() {
      return Object.values(this.filters).some((control) => control.value);
    }

    get words() {
      return this.filters.text ? this.filters.text.value.toLowerCase().split(/\s+/) : [];
    }

    matching(items = this.items) {
      const { words } = this;
      const chosen = Object.entries(this.filters).filter(([name, select]) => name !== "text" && select.value);
      const isIn = (item) => words.every((word) => item.text.includes(word));
      return items.filter((item) => chosen.every(([name, select]) => item.values[name].includes(select.value)) && isIn(item));
    }

    showFilters(count) {
      this.empty.hidden = count > 0;
      this.clear.hidden = !this.isNarrowed;
    }

    /** What the address says; whatever it says that is not offered counts for nothing. */
    readAddress() {
      const asked = new URLSearchParams(location.search);
      const get = (key) => asked.get(`${this.name}.${key}`) ?? "";
      for (const [key, control] of Object.entries(this.filters)) {
        control.value = get(key);
        if (control.selectedIndex === -1) control.value = "";
      }
      return get;
    }

    /** Keep the view in the address, in place: going back leaves the page, and coming back shows the same. */
    writeAddress() {
      // Instant navigation gives the address to the next page at once, and takes this one away when that is there.
      if (!this.element.isConnected || location.pathname !== this.path) return;
      const address = new URL(location.href);
      const kept = { ...this.more, ...Object.fromEntries(Object.entries(this.filters).map(([key, control]) => [key, control.value.trim()])) };
      for (const [key, value] of Object.entries(kept)) {
        if (value) address.searchParams.set(`${this.name}.${key}`, value);
        else address.searchParams.delete(`${this.name}.${key}`);
      }
      if (address.href !== location.href) history.replaceState(history.state, "", address);
    }
  }

  class RoadmapTable extends Filtered {
    constructor(table) {
      const heads = [...(table.tHead?.rows[0].cells ?? [])];
      const choices = JSON.parse(table.dataset.filters || "{}");
      const names = Object.keys(choices);
      const items = [...table.tBodies].flatMap((body) => [...body.rows]).map((row) => factsOf(row, names));
      super(table, table.dataset.roadmapTable, items, "enhancement");
      this.table = table;
      this.frame = table.closest(".er-frame") ?? table; // a theme may have put more around the table
      this.choices = choices;
      this.heads = heads;
      this.columns = heads.map((head) => head.dataset.sort);
      this.ordered = items;
      this.sort = UNSORTED;
      this.page = 1;
      this.parts = beside(this.frame, "nextElementSibling", "[data-roadmap-parts]");
      this.makeStatus();
      this.makeHeads();
      this.makeFilters(names, this.choices);
      this.pagers = [];
      this.frame.before(this.controls);
      this.frame.after(this.empty, this.makeDownload());
      this.makePagers();
      this.readAddress();
    }

    makePagers() {
      if (this.pagers.length || this.items.length <= PAGE_ROWS) return;
      this.pagers = [this.makePager(), this.makePager()];
      this.frame.before(this.pagers[0]);
      this.empty.after(this.pagers[1]);
    }

    /** What stands on other pages is asked for once somebody sorts or filters; a page has only what is asked first. */
    async gather() {
      if (!this.parts) return;
      const { parts } = this;
      this.parts = null;
      const read = (entry) => {
        const link = entry.querySelector("a[href]");
        return link ? rowsOf(link.href, parts.dataset.roadmapParts) : this.items.map(({ row }) => row);
      };
      const found = await Promise.all([...parts.querySelectorAll("li")].map(read)).catch(() => null);
      if (!found) return; // opened from a folder, or without a network: what is here is sorted and filtered
      parts.hidden = true;
      const known = new Map(this.items.map((item) => [item.row, item]));
      const names = Object.keys(this.choices);
      this.items = found.flat().map((row) => known.get(row) ?? factsOf(row, names));
      this.everything = `${counted(this.items.length)} enhancements`;
      this.makePagers();
      this.renewChoices(names, this.choices);
      this.order();
      this.show();
    }

    /** The caption tells how many rows there are, and is heard when that changes. */
    makeStatus() {
      const caption = this.table.createCaption(); // the one that is there
      this.everything = caption.textContent;
      this.status = make("span", { textContent: this.everything });
      this.status.setAttribute("role", "status");
      caption.replaceChildren(this.status);
    }

    makeHeads() {
      this.heads.forEach((head, index) => {
        if (!this.columns[index]) return;
        const button = make("button", { type: "button", className: "er-sort", textContent: head.textContent });
        button.addEventListener("click", () => this.sortBy(this.columns[index]));
        head.replaceChildren(button);
      });
    }

    makePager() {
      const pager = make("div", { className: "er-pages" });
      pager.setAttribute("role", "group");
      pager.setAttribute("aria-label", "Pages of the table");
      const back = this.makeButton("Previous", () => this.turn(-1, 0));
      const on = this.makeButton("Next", () => this.turn(1, 2));
      pager.append(back, make("span", {}), on);
      return pager;
    }

    /** A way to take along what the table shows, in its order, with what its filters leave on every page. */
    makeDownload() {
      const cells = (row) => [...row.cells].map((cell) => wordsOf(cell).replace(/\s+/g, " ")).map((words) => (words === MISSING ? "" : words));
      const rows = () => [this.table.tHead.rows[0], ...this.matching(this.ordered).map(({ row }) => row)].map(cells);
      const button = this.makeButton("Download as CSV", async () => {
        await this.gather();
        download(`${this.name}.csv`, csvOf(rows()));
      });
      return make("p", { className: "er-take" }, button);
    }

    changed(pause = 0) {
      this.page = 1;
      super.changed(pause);
      this.gather();
    }

    /** First one way, then the other, then back to the order of the page. */
    sortBy(name) {
      const first = HIGHEST_FIRST.has(name);
      const isSame = this.sort.name === name;
      this.sort = isSame && this.sort.isDown !== first ? UNSORTED : { name, isDown: isSame ? !first : first };
      this.order();
      this.changed();
    }

    /** Turn the page; whoever did so below the table goes on at the same button above it. */
    turn(by, button) {
      const last = Math.max(1, Math.ceil(this.matching(this.ordered).length / PAGE_ROWS));
      const page = Math.min(Math.max(this.page + by, 1), last);
      if (page === this.page) return;
      this.page = page;
      this.show();
      this.writeAddress();
      this.pagers[0].children[button].focus({ preventScroll: true });
      this.pagers[0].scrollIntoView({ block: "nearest" });
    }

    /** Put the rows in order; those without a value come last both ways, equal ones stay as they were. */
    order() {
      const { name, isDown } = this.sort;
      const column = this.columns.indexOf(name);
      const keyed = this.items.map((item) => ({ item, value: name ? valueOf(item, column, name, this.choices) : null }));
      const compare = (a, b) => (typeof a === "number" ? a - b : collator.compare(a, b)) * (isDown ? -1 : 1);
      const some = keyed.filter(({ value }) => value !== null).sort((a, b) => compare(a.value, b.value));
      this.ordered = [...some, ...keyed.filter(({ value }) => value === null)].map(({ item }) => item);
      this.table.tBodies[0].append(...this.ordered.map(({ row }) => row));
      this.heads.forEach((head, index) => {
        if (name && index === column) head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
    }

    /** Make the page show what is chosen. */
    show() {
      const matching = this.matching(this.ordered);
      const pages = Math.max(1, Math.ceil(matching.length / PAGE_ROWS));
      this.page = Math.min(this.page, pages);
      const start = (this.page - 1) * PAGE_ROWS;
      const places = new Map(matching.map((item, place) => [item, place]));
      for (const item of this.items) {
        const place = places.get(item);
        item.row.hidden = place === undefined;
        // Rows of other pages are hidden by the style sheet, which shows them in print.
        item.row.classList.toggle("er-elsewhere", place < start || place >= start + PAGE_ROWS);
      }
      for (const pager of this.pagers) this.showPager(pager, pages);
      this.showFilters(matching.length);
      this.say(matching.length, start);
    }

    showPager(pager, pages) {
      const [back, where, on] = pager.children;
      pager.hidden = pages === 1;
      where.textContent = `Page ${this.page} of ${pages}`;
      // Not `disabled`, which would take the focus away at the first and the last page.
      back.setAttribute("aria-disabled", this.page === 1);
      on.setAttribute("aria-disabled", this.page === pages);
    }

    say(count, start) {
      const total = this.items.length;
      const head = this.heads[this.columns.indexOf(this.sort.name)];
      // In another order, the page's own words are true up to their comma: "9 enhancements, ranked by score".
      const everything = head ? this.everything.split(", ")[0] : this.everything;
      const parts = [count === total ? everything : `${counted(count)} of ${counted(total)} enhancements`];
      if (count > PAGE_ROWS) parts.push(`rows ${counted(start + 1)} to ${counted(Math.min(start + PAGE_ROWS, count))}`);
      if (head) parts.push(`sorted by ${head.textContent.toLowerCase()}, ${this.sort.isDown ? "descending" : "ascending"}`);
      this.status.textContent = parts.join(", ");
    }

    readAddress() {
      const get = super.readAddress();
      const [, minus, name] = /^(-?)(.*)$/.exec(get("sort"));
      const wasSorted = this.sort.name;
      this.sort = name && this.columns.includes(name) ? { name, isDown: minus === "-" } : UNSORTED;
      this.page = Math.max(1, Number.parseInt(get("page"), 10) || 1);
      if (wasSorted || this.sort.name) this.order();
      this.show();
      const asks = [...new URLSearchParams(location.search).keys()].some((key) => key.startsWith(`${this.name}.`));
      if (this.parts && asks) this.gather().then(() => this.readAddress());
    }

    /** What the address keeps besides the filters. */
    get more() {
      return { sort: this.sort.name && (this.sort.isDown ? "-" : "") + this.sort.name, page: this.page > 1 && String(this.page) };
    }
  }

  /** A commit with what it is filtered by; `changes` are its lines by what happened in each. */
  function commitOf(row) {
    const changes = [...row.querySelectorAll(".er-changes > li")].map((line) => [wordsOf(line.querySelector(".er-what")), line]);
    const author = wordsOf(row.querySelector(".er-author"));
    const values = { change: changes.map(([what]) => what), author: [author] };
    return { row, changes, text: textOf(row).toLowerCase(), values };
  }

  class RoadmapLog extends Filtered {
    constructor(log) {
      super(log, log.dataset.roadmapLog, [...log.querySelectorAll(".er-commits > li")].map(commitOf), "commit");
      this.status = make("p", { className: "er-note er-status" });
      this.status.setAttribute("role", "status");
      this.makeFilters(["change", "author"]);
      log.prepend(this.controls, this.status, this.empty);
      this.readAddress();
    }

    /** Show commits that match, of these only the changes that were asked for, and no heading above nothing. */
    show() {
      const matching = new Set(this.matching());
      for (const item of this.items) {
        item.row.hidden = !matching.has(item);
        if (!item.row.hidden) this.showChanges(item);
      }
      for (const list of this.element.querySelectorAll(".er-commits")) {
        list.hidden = [...list.children].every((row) => row.hidden);
        list.previousElementSibling.hidden = list.hidden;
      }
      for (const part of this.element.querySelectorAll(".er-log")) {
        part.hidden = [...part.querySelectorAll(".er-commits")].every((list) => list.hidden);
      }
      this.showFilters(matching.size);
      this.status.textContent = this.isNarrowed ? `${counted(matching.size)} of ${counted(this.items.length)} commits` : "";
    }

    showChanges({ row, changes }) {
      const wanted = this.filters.change?.value;
      for (const [what, line] of changes) line.hidden = Boolean(wanted) && what !== wanted;
      for (const folded of row.querySelectorAll("details")) {
        const isFound = this.words.some((word) => word && textOf(folded).toLowerCase().includes(word));
        folded.open = this.isNarrowed && (Boolean(wanted) || isFound);
        folded.hidden = [...folded.querySelectorAll("li")].every((line) => line.hidden);
      }
    }

    readAddress() {
      super.readAddress();
      this.show();
    }
  }

  /** An entry of a list of enhancements, with its priority where it says one. */
  function entryOf(row) {
    const chips = [...row.querySelectorAll(':scope > p [class*="er-priority-"]')].slice(0, 1);
    return { row, text: textOf(row).toLowerCase(), values: { priority: chips.map(wordsOf) } };
  }

  class RoadmapList extends Filtered {
    constructor(list) {
      const around = list.children.length && list.matches("div") ? list : (list.closest("article") ?? document.body);
      super(list, list.dataset.roadmapList, [...around.querySelectorAll(":is(.er-items, .er-decided) > li")].map(entryOf), "enhancement");
      this.around = around;
      this.status = make("p", { className: "er-note er-status" });
      this.status.setAttribute("role", "status");
      this.makeFilters(["priority"]);
      if (around === list) list.prepend(this.controls, this.status, this.empty);
      else list.after(this.controls, this.status, this.empty);
      this.readAddress();
    }

    /** Show entries that match, what is folded among them too, and no heading above nothing. */
    show() {
      const matching = new Set(this.matching());
      for (const item of this.items) item.row.hidden = !matching.has(item);
      for (const folded of this.around.querySelectorAll("details.er-more:has(.er-items, .er-decided)")) folded.open = this.isNarrowed;
      for (const group of this.around.querySelectorAll(".er-action")) {
        group.hidden = this.isNarrowed && [...group.querySelectorAll(".er-decided > li")].every((row) => row.hidden);
      }
      this.showFilters(matching.size);
      const isPart = this.around.querySelector("[data-roadmap-parts], .er-left-out") ? " on this page" : "";
      this.status.textContent = this.isNarrowed ? `${counted(matching.size)} of ${counted(this.items.length)} enhancements${isPart}` : "";
    }

    readAddress() {
      super.readAddress();
      this.show();
    }
  }

  let live = [];

  /** Bring to life what the page has of a kind; what already is is left alone. */
  function enliven(key, Kind) {
    const attribute = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const names = new Set(live.map(({ name }) => name));
    for (const element of document.querySelectorAll(`[data-${attribute}]:not(.er-live)`)) {
      element.classList.add("er-live");
      const plain = element.dataset[key];
      // The same twice on one page: each has its own part of the address.
      for (let nth = 2; names.has(element.dataset[key]); nth += 1) element.dataset[key] = `${plain}-${nth}`;
      names.add(element.dataset[key]);
      if (key === "roadmapList" || element.querySelector("tbody, .er-commits")) live.push(new Kind(element));
    }
  }

  function start() {
    live = live.filter(({ element }) => element.isConnected);
    enliven("roadmapTable", RoadmapTable);
    enliven("roadmapLog", RoadmapLog);
    enliven("roadmapList", RoadmapList);
  }

  addEventListener("popstate", () => live.forEach((part) => part.readAddress()));

  // Material's instant navigation puts new pages into the old document, and says so through `document$`.
  if (typeof document$ !== "undefined") document$.subscribe(start);
  else if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();
