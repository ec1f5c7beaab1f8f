// Tables of the roadmap: sorting, filtering and paging, with the view in the address so that it can be shared.
//
// The script only adds. A table is complete without it; every control is made here, so that none is dead where the
// script does not run. What a table is about, its template says in `data-` attributes:
//   table  data-roadmap-table  a name that stays the same, for the address
//          data-choices        JSON: for priority, status and phase a list of [slug, words] in their order
//   th     data-sort           what the column is sorted by
//   tr     data-priority, data-status, data-phase, data-is (slugs, by spaces), data-labels (by commas)
//   td     data-value          a number to sort by where the words have no order
(() => {
  "use strict";

  const PAGE_ROWS = 200;
  const ROWS_TO_FILTER = 5;
  const TYPING_PAUSE = 250; // milliseconds
  const NONE = "none"; // as in a fence: `owner: none`
  const MISSING = "–";
  const UNSORTED = { name: "", isDown: false };
  const FILTERS = ["priority", "status", "owner", "label", "phase", "is"];
  const HIGHEST_FIRST = new Set(["score", "risk", "impact", "progress"]);
  const collator = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });

  /** An element; words are only ever set as `textContent`. */
  function make(tag, properties, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  const capitalized = (word) => word[0].toUpperCase() + word.slice(1);
  const wordsOf = (cell) => (cell ? cell.textContent.trim() : MISSING);
  const listOf = (words, separator) => (words ? words.split(separator) : [NONE]);

  /** What a cell is sorted by: a number, words, or null where there is nothing. */
  function valueOf(row, column, name, choices) {
    const cell = row.cells[column];
    if (choices[name]) return choices[name].findIndex(([slug]) => slug === row.dataset[name]);
    if (cell.dataset.value) return Number(cell.dataset.value);
    const bar = cell.querySelector("progress");
    if (bar) return bar.position;
    const words = wordsOf(cell);
    if (words === MISSING) return null;
    return cell.classList.contains("er-number") ? Number(words) : words;
  }

  /** A row with what it is filtered by, read once. */
  function factsOf(row, ownerColumn) {
    const owner = wordsOf(row.cells[ownerColumn]);
    return {
      row,
      text: row.textContent.toLowerCase(),
      priority: listOf(row.dataset.priority, " "),
      status: listOf(row.dataset.status, " "),
      phase: listOf(row.dataset.phase, " "),
      label: listOf(row.dataset.labels, ","),
      owner: [owner === MISSING ? NONE : owner],
      is: row.dataset.is ? row.dataset.is.split(" ") : [],
    };
  }

  /** What a filter offers: only what occurs, in the roadmap's order or else in that of words. */
  function offered(name, items, choices) {
    const found = new Set(items.flatMap((item) => item[name]));
    const without = found.delete(NONE);
    const ordered = choices[name] ?? [...found].sort(collator.compare).map((words) => [words, words]);
    const some = ordered.filter(([value]) => found.has(value));
    return without ? [...some, [NONE, `No ${name}`]] : some;
  }

  class RoadmapTable {
    constructor(table) {
      this.table = table;
      this.frame = table.closest(".er-scroll") ?? table; // a theme may have put more around the table
      this.name = table.dataset.roadmapTable;
      this.choices = JSON.parse(table.dataset.choices || "{}");
      this.heads = [...(table.tHead?.rows[0].cells ?? [])];
      this.columns = this.heads.map((head) => head.dataset.sort);
      const owner = this.columns.indexOf("owner");
      this.items = [...table.tBodies].flatMap((body) => [...body.rows]).map((row) => factsOf(row, owner));
      this.ordered = this.items;
      this.filters = {};
      this.sort = UNSORTED;
      this.page = 1;
      this.makeStatus();
      this.makeHeads();
      this.makeFilters();
      this.pagers = this.items.length > PAGE_ROWS ? [this.makePager(), this.makePager()] : [];
      this.frame.before(this.controls, ...this.pagers.slice(0, 1));
      this.frame.after(this.empty, ...this.pagers.slice(1));
      this.readAddress();
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

    /** Filters, and the way out of them; few rows are seen at a glance and get none. */
    makeFilters() {
      this.controls = make("div", { className: "er-filters", hidden: this.items.length < ROWS_TO_FILTER });
      this.controls.setAttribute("role", "group");
      this.controls.setAttribute("aria-label", "Filters");
      this.empty = make("p", { className: "er-empty", textContent: "No enhancement matches. ", hidden: true });
      this.clear = this.makeButton("Clear filters", () => this.clearFilters());
      this.empty.append(this.makeButton("Clear the filters.", () => this.clearFilters()));
      if (this.controls.hidden) return;
      const text = this.makeFilter("text", make("input", { type: "search" }));
      text.addEventListener("input", () => this.changed(TYPING_PAUSE));
      for (const name of FILTERS) this.makeChoice(name);
      this.controls.append(this.clear);
    }

    makeChoice(name) {
      const options = offered(name, this.items, this.choices).map(([value, textContent]) => make("option", { value, textContent }));
      const tellsApart = ({ value }) => !this.items.every((item) => item[name].includes(value));
      if (!options.some(tellsApart)) return;
      const select = make("select", {}, make("option", { value: "", textContent: "All" }), ...options);
      this.makeFilter(name, select).addEventListener("change", () => this.changed());
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

    makePager() {
      const pager = make("div", { className: "er-pages" });
      pager.setAttribute("role", "group");
      pager.setAttribute("aria-label", "Pages of the table");
      const back = this.makeButton("Previous", () => this.turn(-1, 0));
      const on = this.makeButton("Next", () => this.turn(1, 2));
      pager.append(back, make("span", {}), on);
      return pager;
    }

    changed(pause = 0) {
      this.page = 1;
      this.show();
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.writeAddress(), pause);
    }

    clearFilters() {
      for (const control of Object.values(this.filters)) control.value = "";
      this.changed();
      this.filters.text.focus(); // the button that was pressed is gone
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
      const last = Math.max(1, Math.ceil(this.matching().length / PAGE_ROWS));
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
      const keyed = this.items.map((item) => ({ item, value: name ? valueOf(item.row, column, name, this.choices) : null }));
      const compare = (a, b) => (typeof a === "number" ? a - b : collator.compare(a, b)) * (isDown ? -1 : 1);
      const some = keyed.filter(({ value }) => value !== null).sort((a, b) => compare(a.value, b.value));
      this.ordered = [...some, ...keyed.filter(({ value }) => value === null)].map(({ item }) => item);
      this.table.tBodies[0].append(...this.ordered.map(({ row }) => row));
      this.heads.forEach((head, index) => {
        if (name && index === column) head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
    }

    matching() {
      const { text, ...choices } = this.filters;
      const words = text ? text.value.toLowerCase().split(/\s+/) : [];
      const chosen = Object.entries(choices).filter(([, select]) => select.value);
      const isIn = (item) => words.every((word) => item.text.includes(word));
      return this.ordered.filter((item) => chosen.every(([name, select]) => item[name].includes(select.value)) && isIn(item));
    }

    /** Make the page show what is chosen. */
    show() {
      const matching = this.matching();
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
      this.empty.hidden = matching.length > 0;
      this.clear.hidden = Object.values(this.filters).every((control) => !control.value);
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
      const everything = head ? this.everything.split(",")[0] : this.everything;
      const parts = [count === total ? everything : `${count} of ${total} enhancements`];
      if (count > PAGE_ROWS) parts.push(`rows ${start + 1} to ${Math.min(start + PAGE_ROWS, count)}`);
      if (head) parts.push(`sorted by ${head.textContent.toLowerCase()}, ${this.sort.isDown ? "descending" : "ascending"}`);
      this.status.textContent = parts.join(", ");
    }

    /** Show what the address says; whatever it says that this table does not offer counts for nothing. */
    readAddress() {
      const asked = new URLSearchParams(location.search);
      const get = (key) => asked.get(`${this.name}.${key}`) ?? "";
      for (const [key, control] of Object.entries(this.filters)) {
        control.value = get(key);
        if (control.selectedIndex === -1) control.value = "";
      }
      const [, minus, name] = /^(-?)(.*)$/.exec(get("sort"));
      const wasSorted = this.sort.name;
      this.sort = name && this.columns.includes(name) ? { name, isDown: minus === "-" } : UNSORTED;
      this.page = Math.max(1, Number.parseInt(get("page"), 10) || 1);
      if (wasSorted || this.sort.name) this.order();
      this.show();
    }

    /** Keep the view in the address, in place: going back leaves the page, and coming back shows the same. */
    writeAddress() {
      if (!this.table.isConnected) return; // instant navigation has gone on to another page
      const address = new URL(location.href);
      const set = (key, value) => {
        if (value) address.searchParams.set(`${this.name}.${key}`, value);
        else address.searchParams.delete(`${this.name}.${key}`);
      };
      for (const [key, control] of Object.entries(this.filters)) set(key, control.value.trim());
      set("sort", this.sort.name && (this.sort.isDown ? "-" : "") + this.sort.name);
      set("page", this.page > 1 && String(this.page));
      if (address.href !== location.href) history.replaceState(history.state, "", address);
    }
  }

  let live = [];

  /** Bring the page's tables to life; those that are already are left alone. */
  function start() {
    live = live.filter(({ table }) => table.isConnected);
    const names = new Set(live.map(({ name }) => name));
    for (const table of document.querySelectorAll("table[data-roadmap-table]:not(.er-live)")) {
      table.classList.add("er-live");
      const plain = table.dataset.roadmapTable;
      // The same table twice on one page: each has its own part of the address.
      for (let nth = 2; names.has(table.dataset.roadmapTable); nth += 1) table.dataset.roadmapTable = `${plain}-${nth}`;
      names.add(table.dataset.roadmapTable);
      if (table.tBodies.length) live.push(new RoadmapTable(table));
    }
  }

  addEventListener("popstate", () => live.forEach((table) => table.readAddress()));

  // Material's instant navigation puts new pages into the old document, and says so through `document$`.
  if (typeof document$ !== "undefined") document$.subscribe(start);
  else if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();
