// Editing in the page while the site is served: check boxes, forms, moving by drag and by keyboard, what was changed.
//
// The script only adds, and only where the server has put its note into the page (`data-roadmap-live`): no built site has it.
// What can be edited the templates say with empty elements (`data-roadmap-edit`, JSON: its kind, and the ids of what it is about);
// which controls a form has the server says. Words are only ever set as `textContent`; the one exception is the preview of a
// text, which has gone through the server's own door for words.
(() => {
  "use strict";
  if (window.self !== window.top) return; // nobody edits by clicks that another page has led here

  const KEPT = "roadmap-live"; // in the tab's own storage: what must outlive a reload
  const DEAF = "This server takes no edits. What you typed is kept: start it without --no-livereload, and repeat this.";
  const BRIEF = 12000;
  const GONE = "The server does not answer. What you typed is kept: start it again, and repeat this.";
  let note = null;
  let chain = {}; // by roadmap, the state that the next edit starts from
  let isSending = false;
  let fading = 0;

  const kept = () => JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
  const keep = (changes) => sessionStorage.setItem(KEPT, JSON.stringify({ ...kept(), ...changes }));
  const newKey = () => [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  /** An element; words are only ever set as `textContent`. */
  function make(tag, properties = {}, ...children) {
    const { aria = {}, ...plain } = properties;
    const element = Object.assign(document.createElement(tag), plain);
    for (const [name, value] of Object.entries(aria)) element.setAttribute(name, value);
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  /** A button; `key` names it so that the focus finds it again after a reload. */
  function button(words, act, { key = "", label = "" } = {}) {
    const made = make("button", { type: "button", className: "er-button er-edit-button", textContent: words });
    if (label) made.setAttribute("aria-label", label);
    if (key) made.dataset.liveKey = key;
    made.addEventListener("click", () => act(made));
    return made;
  }

  /** Say something to everybody, those who hear the page among them; `undo` is the edit that can be taken back from there. */
  function announce(words, undo = null, isBrief = false) {
    const status = document.querySelector(".er-edit-status");
    if (!status) return;
    status.textContent = words;
    const offer = undo ? [button("Undo", () => void takeBack(undo))] : [];
    status.nextElementSibling.replaceChildren(...offer, button("×", () => announce(""), { label: "Hide this" }));
    status.nextElementSibling.hidden = !words;
    clearTimeout(fading);
    // What is well goes by itself, unless somebody is about to take it back.
    const fade = () => (status.parentElement.matches(":hover, :focus-within") ? (fading = setTimeout(fade, BRIEF)) : announce(""));
    if (isBrief) fading = setTimeout(fade, BRIEF);
  }

  const takeBack = ({ roadmap, number }) => edit(roadmap, number, { action: "undo" });
  const problemsOf = ({ problems }) => problems.map(({ message }) => message).join(" ");

  async function send(roadmap, action, body) {
    try {
      const response = await fetch(note.roadmaps[roadmap].path + action, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Roadmap-Secret": note.secret },
        body: JSON.stringify(body),
      });
      // A server that is told not to reload pages has nothing in front of it that answers.
      return /json/.test(response.headers.get("Content-Type")) ? await response.json() : { ok: false, problems: [{ field: "", message: DEAF }] };
    } catch {
      return { ok: false, isLost: true, problems: [{ field: "", message: GONE }] };
    }
  }

  // Edits are sent one after the other, and kept until they are answered: the page may be reloaded before.

  const waiting = new Map(); // what is to be done with an answer, by the key of the edit

  function edit(roadmap, what, { state = null, action = "do", isForm = false } = {}) {
    const entry = { roadmap, action, what, state, isForm, key: newKey() };
    keep({ queue: [...(kept().queue ?? []), entry] });
    announce("Saving …");
    return new Promise((resolve) => {
      waiting.set(entry.key, resolve);
      void sendNext();
    });
  }

  async function sendNext() {
    const [entry] = kept().queue ?? [];
    if (isSending || !entry || !note?.roadmaps[entry.roadmap]) return;
    isSending = true;
    const state = entry.state ?? chain[entry.roadmap];
    const body = entry.action === "undo" ? { undo: entry.what, key: entry.key } : { do: entry.what, state, key: entry.key };
    const answer = await send(entry.roadmap, entry.action, body);
    isSending = false;
    if (leaving) return; // it is sent again by the page that comes
    if (answer.state && answer.ok) chain[entry.roadmap] = answer.state;
    const done = entry.action === "undo" ? "Taken back." : "Saved.";
    const saved = answer.changed ? `${done} ${answer.what}` : "Nothing to change: it is so already.";
    const said = answer.ok ? [saved, ...answer.warnings].join(" – ") : problemsOf(answer);
    const undo = answer.number ? { roadmap: entry.roadmap, number: answer.number } : null;
    keep({ queue: (kept().queue ?? []).filter(({ key }) => key !== entry.key), chain, said: answer.ok ? said : "", undo, isBrief: !answer.warnings?.length });
    announce(answer.ok || !entry.isForm ? said : "", undo, answer.ok && !answer.warnings.length);
    if (answer.ok && answer.edits !== undefined) countChanges(answer.edits);
    if (answer.ok && entry.isForm && !waiting.has(entry.key)) {
      // The page was reloaded before it had the answer: the form that was opened again is done.
      keep({ form: null });
      document.querySelector(".er-edit-dialog")?.remove();
    }
    waiting.get(entry.key)?.(answer);
    waiting.delete(entry.key);
    void sendNext();
  }

  // Forms: what the server says there is to fill in. What is typed is kept, whatever reloads the page.

  async function openForm(roadmap, operation, about, preset = {}) {
    const answer = await send(roadmap, "ask", { ask: "form", operation, about });
    if (!answer.ok) return announce(problemsOf(answer));
    const spec = { ...answer.form, state: answer.state, roadmap };
    return showForm(spec, { ...preset });
  }

  const between = ({ control }) => (control === "lines" ? "\n" : ", ");
  const valueOf = (control) => (Array.isArray(control.value) ? control.value.join(between(control)) : control.value);

  class Form {
    constructor(spec, typed) {
      this.spec = spec;
      this.inputs = new Map();
      this.problems = new Map();
      this.back = document.activeElement?.dataset?.liveKey ?? typed.back ?? "";
      this.typed = typed;
      this.dialog = make("dialog", { className: "er-edit-dialog", aria: { "aria-labelledby": "er-edit-heading" } });
      this.body = make("form", { method: "dialog", noValidate: true });
      this.clashes = make("div", { className: "er-edit-clashes", hidden: true, tabIndex: -1 });
      this.general = make("p", { className: "er-edit-problem", hidden: true, role: "alert" });
      const save = make("button", { type: "submit", className: "er-button er-edit-button er-edit-main", textContent: "Save" });
      const subject = spec.subject ? make("p", { className: "er-edit-subject", textContent: spec.subject, dir: "auto" }) : null;
      this.body.append(
        make("h2", { id: "er-edit-heading", textContent: spec.title }),
        subject ?? "",
        ...this.makeControls(),
        this.general,
        this.clashes,
        make("p", { className: "er-edit-actions er-edit-foot" }, save, button("Cancel", () => this.close()), this.makeTakeBack()),
      );
      this.dialog.append(this.body);
      this.body.addEventListener("submit", (event) => {
        event.preventDefault();
        void this.save();
      });
      this.body.addEventListener("input", () => this.keepTyped());
      this.dialog.addEventListener("cancel", (event) => {
        event.preventDefault();
        this.close();
      });
    }

    makeControls() {
      const made = this.spec.scales ? [this.makeMatrix()] : [];
      let group = "";
      for (const control of this.spec.controls.filter(({ control }) => control !== "place")) {
        if (control.group && control.group !== group) made.push(make("h3", { textContent: control.group }));
        group = control.group;
        made.push(this.makeControl(control));
      }
      return made;
    }

    /** What the data say already can be taken away as a whole. */
    makeTakeBack() {
      const { takesBack, about } = this.spec;
      if (!takesBack) return null;
      return button(takesBack.words, () => void this.save({ operation: "set", ...about, fields: { [takesBack.field]: "" } }));
    }

    makeControl(control) {
      const id = `er-edit-field-${control.name.replaceAll(/\W/g, "-")}`;
      const input = this.makeInput(control);
      Object.assign(input, { id, name: control.name, required: control.required });
      input.value = this.typed[control.name] ?? valueOf(control);
      input.setAttribute("aria-describedby", `${id}-help ${id}-problem`);
      const problem = make("span", { className: "er-edit-problem", id: `${id}-problem`, hidden: true });
      this.inputs.set(control.name, input);
      this.problems.set(control.name, problem);
      const more = control.control === "text" ? this.makePreview(input) : input.matches("select") ? null : this.makeChoices(input, control);
      return make(
        "div",
        { className: "er-edit-field" },
        make("label", { htmlFor: id, textContent: control.required ? `${control.label} (needed)` : control.label }),
        make("span", { className: "er-edit-help", id: `${id}-help`, textContent: control.help, hidden: !control.help }),
        input,
        problem,
        more,
      );
    }

    makeInput({ control, choices, required, value }) {
      if (control === "text" || control === "lines") return make("textarea", { rows: 4, dir: "auto" });
      if (control !== "choice") return make("input", { type: "text", dir: "auto", autocomplete: "off", inputMode: control === "number" ? "decimal" : "text" });
      const none = required && value ? [] : [make("option", { value: "", textContent: "–" })];
      return make("select", {}, ...none, ...choices.map(([each, words]) => make("option", { value: each, textContent: words })));
    }

    /** Entries that are known are added by choosing them. */
    makeChoices(input, control) {
      if (!control.choices.length) return null;
      const words = `Add to ${control.label} …`;
      const made = make("select", {}, ...[["", words], ...control.choices].map(([value, textContent]) => make("option", { value, textContent })));
      made.setAttribute("aria-label", words);
      made.addEventListener("change", (event) => {
        event.stopPropagation();
        if (made.value) input.value = [input.value.trim().replace(/,$/, ""), made.value].filter(Boolean).join(between(control));
        made.value = "";
        this.keepTyped();
      });
      return made;
    }

    /** What a long text looks like; the server says it. */
    makePreview(input) {
      const shown = make("div", { className: "er-edit-preview md-typeset", hidden: true });
      const show = async () => {
        const answer = await send(this.spec.roadmap, "ask", { ask: "preview", text: input.value });
        shown.replaceChildren();
        if (answer.ok) shown.insertAdjacentHTML("beforeend", answer.html);
        else shown.textContent = answer.problems[0].message;
        shown.hidden = false;
      };
      return make("div", {}, button("Preview", show, { label: "Preview, as Markdown" }), shown);
    }

    /** The matrix in small: each cell is a choice of risk and impact together. */
    makeMatrix() {
      const { risk, impact } = this.spec.scales;
      const now = Object.fromEntries(this.spec.controls.map((control) => [control.name, this.typed[control.name] ?? valueOf(control)]));
      const heads = impact.levels.map(([value, title]) => make("th", { scope: "col" }, make("span", { textContent: `${title} ` }), `(${value})`));
      const rows = [...risk.levels].reverse().map(([level, title]) => {
        const cells = impact.levels.map(([other, words]) => {
          const input = make("input", { type: "radio", name: "place", value: `${level} ${other}`, checked: `${now.risk} ${now.impact}` === `${level} ${other}` });
          input.setAttribute("aria-label", `${risk.title} ${title} (${level}), ${impact.title} ${words} (${other})`);
          return make("td", {}, make("label", {}, input, make("span", { textContent: Number(level) * Number(other) })));
        });
        return make("tr", {}, make("th", { scope: "row", textContent: `${title} (${level})` }), ...cells);
      });
      const problem = make("span", { className: "er-edit-problem", hidden: true });
      for (const name of ["risk", "impact"]) this.problems.set(name, problem);
      this.place = make(
        "fieldset",
        { className: "er-edit-place" },
        make("legend", { textContent: `${risk.title} × ${impact.title} (needed)` }),
        now.risk ? make("span", { className: "er-edit-help", textContent: `Now: ${now.risk} × ${now.impact}` }) : null,
        make("table", {}, make("thead", {}, make("tr", {}, make("td"), ...heads)), make("tbody", {}, ...rows)),
        problem,
      );
      return this.place;
    }

    /** What is filled in, by the names of the fields. */
    values() {
      const values = Object.fromEntries([...this.inputs].map(([name, input]) => [name, input.value]));
      const place = this.place?.querySelector("input:checked")?.value.split(" ");
      return place ? { ...values, risk: place[0], impact: place[1] } : values;
    }

    operation() {
      const { operation, about, controls } = this.spec;
      const values = this.values();
      for (const [axis, { levels }] of Object.entries(this.spec.scales ?? {})) values[axis] = levels.find(([level]) => level === values[axis])[2];
      if (operation !== "set") return { operation, ...about, ...values };
      const listed = (words, control) => words.split(control === "lines" ? "\n" : ",").map((word) => word.trim()).filter(Boolean);
      const changed = controls.filter((control) => values[control.name].trim() !== valueOf(control).trim());
      const fields = changed.map(({ name, control }) => [name.replace("fields.", ""), ["entries", "lines"].includes(control) ? listed(values[name], control) : values[name]]);
      return fields.length ? { operation, ...about, fields: Object.fromEntries(fields) } : null;
    }

    keepTyped() {
      keep({ form: { spec: this.spec, typed: { ...this.values(), back: this.back }, path: location.pathname } });
    }

    /** What has to be filled in and is not. */
    lacking() {
      const empty = this.spec.controls.filter(({ name, required }) => required && this.inputs.get(name)?.value.trim() === "");
      const found = empty.map(({ name, control }) => ({ field: name, message: control === "choice" ? "Choose one." : "Fill this in." }));
      return this.place && !this.place.querySelector("input:checked") ? [{ field: "risk", message: "Choose a place." }, ...found] : found;
    }

    async save(wanted = null) {
      const problems = wanted ? [] : this.lacking();
      if (problems.length) return this.showProblems({ problems });
      wanted ??= this.operation();
      if (!wanted) return this.close();
      const answer = await edit(this.spec.roadmap, wanted, { state: this.spec.state, isForm: true });
      if (answer.ok) return this.close();
      return this.showProblems(answer);
    }

    showProblems({ problems, clashes = [], state }) {
      for (const problem of [...this.problems.values(), this.general]) Object.assign(problem, { hidden: true, textContent: "" });
      for (const input of this.inputs.values()) input.removeAttribute("aria-invalid");
      for (const { field, message } of problems) {
        const shown = this.problems.get(field) ?? this.general;
        Object.assign(shown, { hidden: false, textContent: `${shown.textContent} ${message}`.trim() });
        this.inputs.get(field)?.setAttribute("aria-invalid", "true");
      }
      this.showClashes(clashes, state);
      const first = problems.map(({ field }) => this.inputs.get(field)).find(Boolean);
      // In a long form, what is wrong with it as a whole may be out of sight.
      const shown = first ?? (clashes.length ? this.clashes : null);
      if (shown) shown.focus();
      else this.general.scrollIntoView({ block: "nearest" });
    }

    showClashes(clashes, state) {
      const version = (name, words) => [make("dt", { textContent: name }), make("dd", { textContent: words || "nothing", dir: "auto" })];
      const shown = clashes.map(({ place, was, theirs, yours }) =>
        make("div", {}, make("strong", { textContent: place }), make("dl", {}, ...version("It was", was), ...version("Now it is", theirs), ...version("You want", yours))),
      );
      const mine = button("Write mine all the same", () => {
        this.spec.state = state;
        void this.save();
      });
      this.clashes.replaceChildren(...shown, ...(clashes.length ? [make("p", { className: "er-edit-actions" }, mine)] : []));
      this.clashes.hidden = !clashes.length;
    }

    open() {
      document.querySelector(".er-edit-dialog")?.remove();
      document.body.append(this.dialog);
      this.dialog.showModal();
      const first = this.place?.querySelector("input:checked, input") ?? [...this.inputs.values()][0];
      (Object.keys(this.typed).length && this.inputs.get("why") ? this.inputs.get("why") : first)?.focus();
      this.keepTyped();
    }

    close() {
      keep({ form: null });
      this.dialog.close();
      this.dialog.remove();
      focusOn(this.back);
    }
  }

  const showForm = (spec, typed) => new Form(spec, typed).open();

  // Requirements: a box to tick, and the rest one step away.

  /** What is one step away: buttons that a button shows. */
  function disclosure(host, words, label, key, buttons) {
    const group = make("span", { className: "er-edit-group", hidden: true });
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", label);
    const toggle = button(words, () => {
      if (!group.children.length) group.append(...buttons());
      group.hidden = !group.hidden;
      toggle.setAttribute("aria-expanded", String(!group.hidden));
    }, { key, label });
    toggle.classList.add("er-edit-small");
    toggle.setAttribute("aria-expanded", "false");
    const parts = host.querySelector(":scope > ul");
    const made = make("span", { className: "er-edit-controls" }, toggle, group);
    if (parts) parts.before(made);
    else host.append(made);
  }

  const AFTER_WORDS = ".er-note, .er-evidence, .er-label, .er-chip, .er-more, .er-edit-controls, [data-roadmap-edit], ul";

  class RequirementRow {
    constructor(row, about) {
      const { roadmap, enhancement, requirement } = about;
      this.row = row;
      this.roadmap = roadmap;
      this.about = { enhancement, requirement };
      this.key = `${roadmap}:${enhancement}:${requirement}`;
      row.dataset.liveRequirement = requirement;
      row.dataset.liveEnhancement = enhancement;
      const sign = row.querySelector(":scope > .er-sign");
      const words = [];
      for (let next = sign?.nextSibling; next && !(next.nodeType === Node.ELEMENT_NODE && next.matches(AFTER_WORDS)); next = next.nextSibling) words.push(next);
      this.words = words.map((part) => part.textContent).join("").trim();
      this.problem = make("span", { className: "er-edit-problem", hidden: true, role: "alert" });
      const canTick = sign && !row.classList.contains("er-waived") && !row.querySelector(":scope > ul");
      if (canTick) this.makeBox(sign, words);
      disclosure(row, "⋯", `More for: ${this.words}`, `more:${this.key}`, () => this.buttons());
      row.querySelector(":scope > .er-edit-controls").append(this.problem);
    }

    makeBox(sign, words) {
      this.box = make("input", { type: "checkbox", checked: this.row.classList.contains("er-done"), autocomplete: "off" });
      this.box.dataset.liveKey = `box:${this.key}`;
      const label = make("label", { className: "er-edit-box" }, this.box, make("span", {}, ...words));
      sign.replaceWith(label);
      this.box.addEventListener("change", () => void this.tick());
    }

    /** The box is what it is at once; where the edit is refused, it goes back. */
    async tick() {
      const { checked } = this.box;
      this.show(checked);
      const answer = await edit(this.roadmap, { operation: checked ? "tick" : "untick", ...this.about });
      if (answer.ok) return;
      this.box.checked = !checked;
      this.show(!checked);
      Object.assign(this.problem, { hidden: false, textContent: problemsOf(answer) });
    }

    show(isDone) {
      this.row.classList.toggle("er-done", isDone);
      this.row.classList.toggle("er-open", !isDone);
      this.problem.hidden = true;
    }

    buttons() {
      const open = (operation) => () => void openForm(this.roadmap, operation, this.about);
      const beside = (sibling, after) => async (pressed) => {
        const other = sibling();
        if (!other?.dataset.liveRequirement) return announce(after ? "It is the last one." : "It is the first one.");
        const done = await this.do({ operation: "place-requirement", ...this.about, beside: other.dataset.liveRequirement, after });
        if (!done) return;
        other[after ? "after" : "before"](this.row);
        pressed.focus();
      };
      const remove = async () => {
        if (await this.do({ operation: "remove-requirement", ...this.about })) this.row.remove();
      };
      const key = (name) => ({ key: `${name}:${this.key}` });
      const waived = this.row.classList.contains("er-waived");
      return [
        ...(this.box ? [button("Day and evidence", open("tick"), key("tick"))] : []),
        ...(waived ? [button("Needed again", () => void this.do({ operation: "untick", ...this.about }), key("open"))] : []),
        ...(this.box && !this.box.checked ? [button("Not needed, because …", open("waive"), key("waive"))] : []),
        button("Reword", open("reword-requirement"), key("reword")),
        button("Up", beside(() => this.row.previousElementSibling, false), key("up")),
        button("Down", beside(() => this.row.nextElementSibling, true), key("down")),
        button("Remove", remove, key("remove")),
      ];
    }

    async do(operation) {
      const answer = await edit(this.roadmap, operation);
      if (!answer.ok) Object.assign(this.problem, { hidden: false, textContent: problemsOf(answer) });
      return answer.ok;
    }
  }

  // Moving: by drag, and by a button beside each for the keyboard and for fingers.

  const idOf = (link) => /\/enhancements\/([a-z0-9-]+)(?:\/|\.html)?(?:index\.html)?$/.exec(new URL(link.href).pathname)?.[1];
  let dragged = null;

  function draggable(row, roadmap, id) {
    row.draggable = true;
    row.dataset.liveEnhancement = id;
    row.classList.add("er-edit-drag");
    row.addEventListener("dragstart", (event) => {
      dragged = { roadmap, id, row };
      event.dataTransfer.setData("text/plain", id);
      event.dataTransfer.effectAllowed = "move";
      event.stopPropagation();
    });
    row.addEventListener("dragend", () => (dragged = null));
  }

  function dropsOn(target, roadmap, act) {
    const isMeant = () => dragged?.roadmap === roadmap && dragged.row !== target;
    target.addEventListener("dragover", (event) => {
      if (!isMeant()) return;
      event.preventDefault();
      event.stopPropagation();
      target.classList.add("er-edit-over");
    });
    target.addEventListener("dragleave", () => target.classList.remove("er-edit-over"));
    target.addEventListener("drop", (event) => {
      target.classList.remove("er-edit-over");
      if (!isMeant()) return;
      event.preventDefault();
      event.stopPropagation();
      act(dragged.id, dragged.row);
    });
  }

  function eachItem(root, act) {
    for (const link of root.querySelectorAll("li > a")) {
      const id = idOf(link);
      if (id) act(link.parentElement, id, link.textContent.trim());
    }
  }

  function assessable(row, roadmap, id, words, verb = "Assess again") {
    draggable(row, roadmap, id);
    const made = button("⋯", () => void openForm(roadmap, "assess", { enhancement: id }), { key: `assess:${roadmap}:${id}`, label: `${verb}: ${words}` });
    made.classList.add("er-edit-small");
    row.append(made);
  }

  function enlivenCell(cell, { roadmap, risk, impact }) {
    dropsOn(cell, roadmap, (id) => void openForm(roadmap, "assess", { enhancement: id }, { risk: String(risk), impact: String(impact) }));
    eachItem(cell, (row, id, words) => assessable(row, roadmap, id, words));
  }

  /** What stands beside the matrix, since it is not assessed or in several cells. */
  function enlivenBesideMatrix(roadmap) {
    const isBeside = (row) => !row.dataset.liveEnhancement && row.parentElement.matches(".er-names");
    eachItem(document, (row, id, words) => isBeside(row) && assessable(row, roadmap, id, words, "Assess"));
  }

  // Of the plan each phase and quarter is a step, and what is in none of its kind is one without an id.

  function enlivenStep(host, roadmap, step, part, lists) {
    for (const each of step ? [host] : lists) Object.assign(each.dataset, { liveStep: step, livePart: part });
    for (const target of step ? [host] : lists) dropsOn(target, roadmap, (id, row) => void intoStep(roadmap, id, row, target));
    for (const list of lists) eachItem(list, (row, id, words) => enlivenPlanned(row, roadmap, id, words));
  }

  function enlivenUnplanned(host, { roadmap, part }) {
    const lists = [];
    for (let next = host.nextElementSibling; next?.matches("ul, details"); next = next.nextElementSibling) lists.push(next);
    enlivenStep(host, roadmap, "", part, lists);
  }

  const stepOf = (row) => row.closest("[data-live-step]");

  /** Into a phase or a quarter, or out of one; the row is there at once, the rest of the page follows. */
  async function intoStep(roadmap, id, row, target) {
    const { liveStep: step, livePart: part } = target.dataset;
    const from = stepOf(row).dataset;
    if (!step && (part !== from.livePart || !from.liveStep)) return;
    const answer = await edit(roadmap, step ? { operation: "plan", enhancement: id, step } : { operation: "unplan", enhancement: id, step: from.liveStep });
    if (answer.ok && part === from.livePart) listIn(target).append(row);
  }

  /** The list of a step; one that is empty has words in its place. */
  function listIn(target) {
    if (target.matches("ul")) return target;
    const list = target.querySelector("ul") ?? make("ul", { className: "er-entries" });
    if (!list.isConnected) target.querySelector(".er-empty")?.replaceWith(list);
    return list;
  }

  async function beforeRow(roadmap, id, row, other) {
    const answer = await edit(roadmap, { operation: "order", enhancement: id, beside: other.dataset.liveEnhancement });
    if (answer.ok) other.before(row);
  }

  function enlivenPlanned(row, roadmap, id, words) {
    draggable(row, roadmap, id);
    dropsOn(row, roadmap, (moved, from) => void (stepOf(from) === stepOf(row) ? beforeRow(roadmap, moved, from, row) : intoStep(roadmap, moved, from, stepOf(row))));
    const about = { enhancement: id };
    const key = (name) => ({ key: `${name}:${roadmap}:${id}` });
    disclosure(row, "⋯", `Move: ${words}`, key("more").key, () => [
      button("To a phase or quarter", () => void openForm(roadmap, "plan", about), key("plan")),
      button("Before another", () => void openForm(roadmap, "order", about), key("order")),
      ...(stepOf(row).dataset.liveStep ? [button("Out of here", () => void edit(roadmap, { operation: "unplan", ...about, step: stepOf(row).dataset.liveStep }), key("unplan"))] : []),
    ]);
  }

  function tellProblem(answer) {
    if (!answer.ok) announce(problemsOf(answer));
  }

  // The bar below the page's heading, and what was changed.

  function makeBar() {
    const heading = document.querySelector(":is(article, [role=main], main) h1");
    const bar = make("div", { className: "er-edit-bar" });
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", "Edit");
    const { roadmap, enhancement, page } = note.here;
    if (enhancement) {
      const forms = [["Edit", "set"], ["Status", "status"], ["Assess", "assess"], ["Readiness", "readiness"], ["Put off", "defer"], ["Accept the risk", "accept"]];
      if (!document.querySelector('[data-roadmap-edit*=\'"kind": "requirement"\']')) forms.push(["Add a requirement", "add-requirement"]);
      bar.append(...forms.map(([words, name]) => button(words, () => void openForm(roadmap, name, { enhancement }), { key: `${name}:${roadmap}:${enhancement}` })));
    }
    if (page === "index") bar.append(button("New enhancement", () => void openForm(roadmap, "new", {}), { key: `new:${roadmap}` }));
    for (const name of Object.keys(note.roadmaps)) {
      const words = Object.keys(note.roadmaps).length > 1 ? `What I have changed: ${name}` : "What I have changed";
      bar.append(button(words, () => void showChanges(name), { key: `changes:${name}` }));
    }
    const said = make("div", { className: "er-edit-said" }, make("span", { className: "er-edit-status", role: "status" }), make("span", { hidden: true }));
    document.querySelector(".er-edit-said")?.remove();
    document.body.append(said);
    const { count, countedOf } = kept();
    if (heading) heading.after(bar);
    else document.querySelector("article, [role=main], main")?.prepend(bar);
    if (countedOf === note.secret) countChanges(count);
  }

  function countChanges(count) {
    keep({ count, countedOf: note.secret });
    const shown = document.querySelector('[data-live-key^="changes:"]');
    if (shown && Object.keys(note.roadmaps).length === 1) shown.textContent = count ? `What I have changed (${count})` : "What I have changed";
  }

  async function showChanges(roadmap) {
    const answer = await send(roadmap, "ask", { ask: "changes" });
    if (!answer.ok) return tellProblem(answer);
    const problem = make("p", { className: "er-edit-problem", hidden: true, role: "alert" });
    const dialog = make("dialog", { className: "er-edit-dialog", aria: { "aria-labelledby": "er-edit-heading" } });
    const close = () => {
      dialog.close();
      dialog.remove();
      focusOn(`changes:${roadmap}`);
    };
    const undo = ({ number, words }) => {
      const row = make("li", {}, make("span", { textContent: words, dir: "auto" }), " ");
      const act = async () => {
        const done = await edit(roadmap, number, { action: "undo" });
        if (done.ok) close();
        else Object.assign(problem, { hidden: false, textContent: problemsOf(done) });
      };
      row.append(button("Undo", act, { label: `Undo: ${words}` }));
      return row;
    };
    const block = (words) => make("pre", { tabIndex: 0 }, make("code", { textContent: words }));
    const changesOf = ({ name, changes }) => [
      make("h4", { textContent: name, dir: "auto" }),
      make("ul", {}, ...changes.map(({ what, values }) => make("li", { dir: "auto" }, what, values ? make("div", { className: "er-edit-help", textContent: values }) : null))),
    ];
    const parts = [
      make("h2", { id: "er-edit-heading", textContent: "What I have changed" }),
      ...(answer.edits.length ? [make("h3", { textContent: "In this session" }), make("ul", { className: "er-edit-edits" }, ...answer.edits.map(undo))] : []),
      problem,
      ...(answer.commands.length ? [make("h3", { textContent: "To commit it" }), block(answer.commands.join("\n"))] : []),
      make("h3", { textContent: "Since the last commit" }),
      ...answer.changes.flatMap(changesOf),
      answer.note || !answer.changes.length ? make("p", { textContent: answer.note || "Nothing." }) : null,
      make("p", { className: "er-edit-actions er-edit-foot" }, button("Close", close)),
    ];
    dialog.append(...parts.filter(Boolean));
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      close();
    });
    document.body.append(dialog);
    dialog.showModal();
    return dialog;
  }

  // After a reload, focus and place are those from before it.

  const withKey = (key) => [...document.querySelectorAll("[data-live-key]")].find(({ dataset }) => dataset.liveKey === key);

  /** The element of that name gets the focus; one that a button shows is shown. */
  function focusOn(key) {
    if (!key) return;
    if (!withKey(key)) withKey(key.replace(/^[^:]*/, "more"))?.click();
    const found = withKey(key);
    for (let folded = found?.closest("details:not([open])"); folded; folded = folded.parentElement.closest("details:not([open])")) folded.open = true;
    found?.focus({ preventScroll: true });
  }

  let leaving = false;
  addEventListener("pagehide", () => {
    leaving = true;
    const active = document.activeElement?.dataset?.liveKey ?? "";
    keep({ place: { path: location.pathname, top: scrollY, active, at: Date.now() } });
  });
  addEventListener("pageshow", () => (leaving = false));

  function restore() {
    const { place, form, said, undo, isBrief } = kept();
    keep({ place: null, said: "", undo: null });
    if (place?.path === location.pathname && Date.now() - place.at < 60000) {
      focusOn(place.active);
      scrollTo({ top: place.top, behavior: "instant" });
    }
    // A moment later, so that who listens has met the element that it is said in.
    if (said) setTimeout(announce, 200, said, undo, isBrief);
    if (form?.path === location.pathname && note.roadmaps[form.spec.roadmap]) showForm(form.spec, form.typed);
  }

  const KINDS = {
    requirement: (host, about) => new RequirementRow(host, about),
    cell: enlivenCell,
    step: (host, { roadmap, step, part }) => enlivenStep(host, roadmap, step, part, [host]),
    unplanned: enlivenUnplanned,
    metric: (host, { roadmap, metric, title }) => host.append(oneButton("Add a reading", title, roadmap, "reading", { metric })),
    review: (host, { roadmap, review, title }) => host.append(oneButton("Held …", title, roadmap, "review", { review })),
    readiness: (host, { roadmap, enhancement, criterion, title }) => host.append(oneButton("Answer", title, roadmap, "readiness", { enhancement, criterion })),
  };

  function oneButton(words, title, roadmap, operation, about) {
    const made = button(words, () => void openForm(roadmap, operation, about), { key: [operation, roadmap, ...Object.values(about)].join(":"), label: `${words.replace(" …", "")}: ${title}` });
    made.classList.add("er-edit-small");
    return made;
  }

  function addButtons() {
    for (const list of document.querySelectorAll(".er-checklist:not(.er-checklist .er-checklist)")) {
      const row = list.querySelector("[data-live-requirement]");
      const mark = row?.querySelector(":scope > [data-roadmap-edit]");
      if (!mark || list.closest(".er-more")) continue;
      const { roadmap, enhancement } = JSON.parse(mark.dataset.roadmapEdit);
      const key = `add:${roadmap}:${enhancement}`;
      if (!withKey(key)) list.after(make("p", { className: "er-edit-add" }, button("Add a requirement", () => void openForm(roadmap, "add-requirement", { enhancement }), { key })));
    }
  }

  function start() {
    const found = document.querySelector("[data-roadmap-live]");
    if (!found || found.dataset.live) return;
    found.dataset.live = "yes";
    note = JSON.parse(found.dataset.roadmapLive);
    if (note.hosts.length && !note.hosts.includes(location.host.toLowerCase())) {
      const words = `Editing is off here: it works only at http://${note.hosts[0]}/.`;
      document.querySelector(":is(article, [role=main], main) h1")?.after(make("p", { className: "er-note", textContent: words }));
      return;
    }
    const { queue = [], chain: before = {} } = kept();
    const states = Object.fromEntries(Object.entries(note.roadmaps).map(([name, { state }]) => [name, state]));
    chain = queue.length ? { ...states, ...before } : states;
    makeBar();
    for (const mark of document.querySelectorAll("[data-roadmap-edit]")) {
      const about = JSON.parse(mark.dataset.roadmapEdit);
      if (note.roadmaps[about.roadmap]) KINDS[about.kind](mark.parentElement, about);
    }
    if (note.here.page === "matrix") enlivenBesideMatrix(note.here.roadmap);
    addButtons();
    restore();
    void sendNext();
  }

  // Material's instant navigation puts new pages into the old document, and says so through `document$`.
  if (typeof document$ !== "undefined") document$.subscribe(start);
  else if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();
