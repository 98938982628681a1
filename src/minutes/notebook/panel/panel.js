/**
 * The review panel in the browser: it shows `state` and sends what was decided; everything is kept by Python.
 *
 * In this order: words, building blocks, the frame, sending and hearing, cards, finding one's way among them, forms,
 * the transcript, the bar over it, clicks and keys, begin and end.
 */

// Words

const WORKING_AFTER = 300;
const LATE_AFTER = 20000;
const PICK_AFTER = 120;
const NO_SHORTCUTS = "data-lm-suppress-shortcuts";

const TEXT = {
  title: "Review",
  keptIn: "Kept in",
  looked: (done, all) => `${done} of ${all} looked at`,
  progress: "Looked at",
  show: "Show",
  everything: "everything",
  onlyOpen: "only what is not yet looked at",
  undo: "Undo",
  saveAs: "Save as",
  findings: "Findings",
  transcript: "Transcript",
  nothing: "Nothing is left to show here.",
  notes: (count) => `${count === 1 ? "1 correction" : `${count} corrections`} in the file cannot be placed`,
  working: "Working…",
  late: (file) =>
    "No answer from the notebook. Is it still running? Run the cell above again; " +
    `what you decided before is kept in ${file}.`,
  turn: (index) => `turn ${index + 1}`,
  rule: (name) => `Found by the rule ${name}`,
  byRules: "As the rules had it:",
  save: "Save",
  cancel: "Cancel",
  newItem: "Add an item",
  fresh: "New item",
  whatItIs: "What it is",
  restsOn: "Words it rests on",
  noWords: "None. Mark some in the transcript, or leave it so: the minutes then say that it was added by hand.",
  addAs: "Add as",
  addWords: "Add these words to the new item",
  add: "Add",
  keptOut: "[kept out of the minutes, because somebody asked for it]",
  addTurn: (index) => `Add the words of turn ${index + 1}`,
};

const KEYS = [
  ["↑ ↓", "from card to card"],
  ["A", "accept"],
  ["E", "edit"],
  ["R", "reject"],
  ["P", "put back"],
  ["S", "show in the transcript"],
  ["U", "undo"],
];

const EXPORTS = { docx: "Word", md: "Markdown", html: "Web page", veiled: "Edition with stand-ins" };

const STATUS = {
  open: { says: "not yet looked at", icon: "M8 3a5 5 0 1 0 0 10a5 5 0 1 0 0-10" },
  kept: { says: "accepted", icon: "M3 8.5l3.5 3.5L13 4.5" },
  changed: { says: "changed", icon: "M3 13l.8-3.2L10.5 3l2.5 2.5-6.8 6.7z" },
  dropped: { says: "rejected", icon: "M4 4l8 8M12 4l-8 8" },
  added: { says: "added", icon: "M8 3v10M3 8h10" },
};

const ACTS = { keep: "Accept", change: "Edit", drop: "Reject", restore: "Put back", show: "Show in transcript" };
const TAKE_AWAY = "Take away";
const ACT_OF_KEY = { a: "keep", e: "change", r: "drop", p: "restore", s: "show" };
const STEP_OF_KEY = { arrowdown: 1, arrowup: -1, home: -Infinity, end: Infinity };

// Building blocks

/** An element with attributes and children; strings among the children are text, never markup. */
function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children.filter((child) => child !== null));
  return node;
}

/** A button that says in `data-…` what it does. */
function button(label, data, attributes = {}) {
  const node = make("button", { type: "button", ...attributes }, label);
  Object.assign(node.dataset, data);
  return node;
}

/** The shape that tells a status. */
function icon(status) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const path = document.createElementNS(space, "path");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", STATUS[status].icon);
  svg.append(path);
  return svg;
}

/** A word with its first letter large. */
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

/** Puts the nodes into the parent in this order and takes all others out; what stands right is not touched. */
function arrange(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, index) => {
    if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null);
  });
}

// The frame

/** Everything that one view of the panel knows. */
function begin(model) {
  const id = `minutes-${Math.random().toString(36).slice(2)}`;
  const view = { model, id, ids: 0, cards: new Map(), groups: new Map(), turns: [], owners: new WeakMap() };
  Object.assign(view, { state: model.get("state"), current: null, sent: null, late: false, wrong: null, adding: null });
  view.root = make("section", { class: "minutes-panel", "aria-label": TEXT.title, [NO_SHORTCUTS]: "true" });
  view.root.append(head(view), columns(view), foot(view));
  return view;
}

/** An id that no other element of the page has. */
const freshId = (view) => `${view.id}-${++view.ids}`;

/** The head: where it is kept, a new item, undo, how far one is, and what is shown. */
function head(view) {
  view.file = make("bdi", { class: "file" });
  view.undo = button(TEXT.undo, { order: "undo" });
  view.progress = make("progress", { "aria-label": TEXT.progress });
  view.looked = make("span");
  view.kinds = make("select");
  view.onlyOpen = make("input", { type: "checkbox" });
  view.top = make("div", { class: "wrong" });
  view.notes = make("details", { class: "notes" });
  const kept = make("p", {}, `${TEXT.keptIn} `, view.file);
  const tools = make("div", { class: "tools" }, button(TEXT.newItem, { order: "new" }), view.undo);
  const progress = make("p", { class: "looked" }, view.progress, view.looked);
  const kinds = make("label", {}, TEXT.show, view.kinds);
  const onlyOpen = make("label", {}, view.onlyOpen, TEXT.onlyOpen);
  return make(
    "header", {},
    make("div", { class: "strip" }, make("h2", {}, TEXT.title), kept, tools),
    make("div", { class: "strip" }, progress, kinds, onlyOpen),
    view.notes,
    view.top,
  );
}

/** The foot: what was just done, the editions, and the keys. */
function foot(view) {
  view.status = make("p", { class: "status", role: "status" });
  const keys = KEYS.map(([key, does]) => make("span", {}, make("kbd", {}, key), ` ${does}`));
  const done = make("div", { class: "strip" }, view.status, saving());
  return make("footer", {}, done, make("p", { class: "help" }, ...keys));
}

/** The buttons for the editions. */
function saving() {
  const exports = Object.entries(EXPORTS).map(([as, label]) => button(label, { order: "export", as }));
  const label = make("span", { "aria-hidden": "true" }, TEXT.saveAs);
  return make("div", { class: "saving", role: "group", "aria-label": TEXT.saveAs }, label, ...exports);
}

/** The two columns: cards, and the transcript with the bar that hovers over it. */
function columns(view) {
  view.draft = make("div", { class: "draft" });
  view.list = make("div");
  view.nothing = make("p", { class: "nothing" }, TEXT.nothing);
  view.pane = make("div", { class: "scroll", tabindex: "-1" }, view.draft, view.list, view.nothing);
  view.story = make("div", { class: "scroll", tabindex: "-1" });
  view.bar = make("div", { class: "bar", role: "group", "aria-label": TEXT.addAs, hidden: "" });
  view.body = make(
    "div", { class: "columns" },
    make("section", { class: "findings", "aria-label": TEXT.findings }, view.pane),
    make("section", { class: "transcript", "aria-label": TEXT.transcript }, view.story, view.bar),
  );
  return view.body;
}

// Sending and hearing

/** Sends a message, unless another still waits for its answer. */
function send(view, message) {
  if (view.sent && !view.late) return;
  rest(view);
  const n = Math.max(view.state.answer, view.sent?.n ?? 0) + 1;
  view.sent = { n, ...message };
  view.wrong = null;
  showWrong(view);
  view.body.setAttribute("aria-busy", "true");
  view.slow = setTimeout(() => (view.status.textContent = TEXT.working), WORKING_AFTER);
  view.lost = setTimeout(() => giveUp(view), LATE_AFTER);
  try {
    view.model.send(view.sent);
  } catch {
    giveUp(view); // whoever would answer has ended
  }
}

/** Ends the waiting. */
function rest(view) {
  clearTimeout(view.slow);
  clearTimeout(view.lost);
  view.late = false;
  view.body.removeAttribute("aria-busy");
}

/** Says that no answer came; another message may be tried. */
function giveUp(view) {
  rest(view);
  view.late = true;
  view.status.textContent = "";
  showWrong(view);
}

/** The message that this state answers, if this view sent it; the waiting is over then. */
function settle(view) {
  const { sent, state } = view;
  if (!sent || state.answer < sent.n) return null;
  rest(view);
  view.sent = null;
  return sent;
}

/** Where a refusal is told: in the form for a new item, on its card, or at the top, as is what concerns the file. */
function placeOf(view, sent, wrong) {
  if (wrong.startsWith(`${view.state.file}:`)) return "top";
  if (sent?.do === "add" && view.adding) return "draft";
  return view.cards.has(sent?.key) ? sent.key : "top";
}

/** Shows the newest state, and where to go on. */
function update(view) {
  const before = orderOf(view);
  const shapes = new Map([...view.cards].map(([key, { shape }]) => [key, shape]));
  view.state = view.model.get("state");
  const sent = settle(view);
  const { wrong } = view.state;
  view.wrong = wrong ? { text: wrong, at: placeOf(view, sent, wrong) } : null;
  const done = sent && !wrong;
  if (done && sent.do === "change") closeForm(view, view.cards.get(sent.key));
  if (done && sent.do === "add") closeDraft(view);
  show(view);
  const other = (key) => shapes.get(key) !== view.cards.get(key).shape;
  if (done && sent.do === "undo") goBack(view, orderOf(view).find(other));
  else if (done) goOn(view, sent, before);
}

/** Brings everything but the words of the transcript up to the state. */
function show(view) {
  showHead(view);
  showCards(view);
  markTurns(view);
  sift(view);
  showWrong(view);
}

/** The head as the state has it. */
function showHead(view) {
  const { file, said, undo, notes, groups, cards } = view.state;
  const asked = cards.filter((card) => card.status !== "open" || isOpen(card));
  const done = asked.filter((card) => !isOpen(card)).length;
  view.file.textContent = file;
  view.looked.textContent = TEXT.looked(done, asked.length);
  view.progress.max = Math.max(asked.length, 1);
  view.progress.value = done;
  view.undo.setAttribute("aria-disabled", String(!undo));
  if (!view.sent) view.status.textContent = said;
  showKinds(view, groups);
  view.notes.hidden = notes.length === 0;
  const list = make("ul", {}, ...notes.map((note) => make("li", {}, note)));
  view.notes.replaceChildren(make("summary", {}, TEXT.notes(notes.length)), list);
}

/** The kinds to choose from; the choice stays. */
function showKinds(view, groups) {
  const options = [{ kind: "", title: TEXT.everything }, ...groups];
  if (options.map(({ kind }) => kind).join() === [...view.kinds.options].map(({ value }) => value).join()) return;
  const chosen = view.kinds.value;
  view.kinds.replaceChildren(...options.map(({ kind, title }) => make("option", { value: kind }, title)));
  view.kinds.value = options.some(({ kind }) => kind === chosen) ? chosen : "";
}

/** Tells what was refused, beside what caused it. */
function showWrong(view) {
  const { wrong } = view;
  const lines = [view.late ? TEXT.late(view.state.file) : null, wrong?.at === "top" ? wrong.text : null];
  if (tell(view.top, lines.find((line) => line) ?? "")) view.top.scrollIntoView({ block: "nearest" });
  for (const [key, entry] of view.cards) tell(entry.wrong, wrong?.at === key ? wrong.text : "");
  if (view.adding) tell(view.adding.wrong, wrong?.at === "draft" ? wrong.text : "");
}

/** Puts an alert into its place, or takes it away; whether there is a new one comes back. */
function tell(place, text) {
  if (place.textContent === text) return false;
  place.replaceChildren(...(text ? [make("p", { role: "alert", dir: "auto" }, text)] : []));
  return text !== "";
}

// Cards

/** Whether nothing was decided of an item of which something has to be. */
const isOpen = ({ status, can }) => status === "open" && can.includes("keep");

/** The cards, group by group, in the order of the page. */
const inOrder = ({ groups, cards }) => groups.flatMap(({ kind }) => cards.filter((card) => card.kind === kind));

/** The keys of the cards in the order of the page. */
const orderOf = (view) => inOrder(view.state).map((card) => card.key);

/** The cards of the state, those that did not change left as they are. */
function showCards(view) {
  const cards = inOrder(view.state);
  const keys = new Set(cards.map((card) => card.key));
  for (const key of view.cards.keys()) if (!keys.has(key)) view.cards.delete(key);
  for (const card of cards) showCard(view, card);
  arrange(view.list, view.state.groups.map((group) => showGroup(view, group, cards)));
}

/** The section of a kind, with its cards. */
function showGroup(view, { kind, title }, cards) {
  const section = view.groups.get(kind) ?? make("section", {}, make("h3"), make("div"));
  view.groups.set(kind, section);
  const mine = cards.filter((card) => card.kind === kind);
  section.firstChild.replaceChildren(title, " ", make("span", {}, mine.length > 1 ? String(mine.length) : ""));
  arrange(section.lastChild, mine.map((card) => view.cards.get(card.key).node));
  return section;
}

/** A card, made or brought up to the state; an open form stays. */
function showCard(view, card) {
  const entry = view.cards.get(card.key) ?? blank(view, card.key);
  const shape = JSON.stringify(card);
  if (entry.shape === shape) return;
  const held = entry.node.contains(document.activeElement) && !entry.form.contains(document.activeElement);
  Object.assign(entry, { card, shape });
  entry.node.className = `card ${card.status}`;
  entry.summary.replaceChildren(...summary(view, card));
  entry.basis.replaceChildren(...basis(card));
  entry.acts.replaceChildren(...acts(card));
  lead(entry, view.current === card.key);
  if (held) entry.node.focus({ preventScroll: true });
}

/** An empty card with its places. */
function blank(view, key) {
  const labels = `${view.id}-${key}-head ${view.id}-${key}-state`;
  const node = make("article", { "data-key": key, "aria-labelledby": labels });
  const names = ["summary", "form", "wrong", "basis", "acts"];
  const places = names.map((name) => [name, make("div", { class: name })]);
  node.append(...places.map(([, place]) => place));
  const entry = { node, ...Object.fromEntries(places) };
  view.cards.set(key, entry);
  return entry;
}

/** What a card says; one line once it was rejected. */
function summary(view, card) {
  const id = `${view.id}-${card.key}`;
  const dropped = card.status === "dropped";
  const kind = make("span", { class: "aside" }, `${capital(card.kind)}: `);
  const line = make(dropped ? "s" : "span", { class: "line", dir: "auto" }, card.line);
  const top = make("div", { class: "top" }, make("h4", { id: `${id}-head` }, kind, line), stateOf(card, `${id}-state`));
  if (dropped) return [top];
  const detail = card.detail ? make("p", { class: "detail", dir: "auto" }, card.detail) : null;
  const was = card.was ? make("p", { class: "was" }, `${TEXT.byRules} `, make("bdi", {}, card.was)) : null;
  return [top, detail, was].filter((part) => part !== null);
}

/** How a card stands: a shape with its word, which only a reader of screens is told while nothing was decided. */
function stateOf(card, id) {
  if (card.status === "open" && !isOpen(card)) return make("span", { id });
  const { says } = STATUS[card.status];
  const word = make("span", isOpen(card) ? { class: "aside" } : {}, says);
  return make("span", { id, class: "state", title: says }, icon(card.status), word);
}

/** What a card rests on: the words, and the rule that found them. */
function basis({ status, said, why }) {
  if (status === "dropped") return [];
  return [...said.map(quote), ...(why ? [make("p", { class: "why" }, TEXT.rule(why))] : [])];
}

/** Words that a card rests on, and where they were said. */
function quote({ turn, who, when, quote: words }) {
  const where = [TEXT.turn(turn), when].filter((part) => part).join(" · ");
  const source = make("figcaption", {}, make("bdi", {}, who), ` · ${where}`);
  return make("figure", {}, make("blockquote", { dir: "auto" }, words), source);
}

/** What can be done with a card as it stands. */
function actsOf(card) {
  const allowed = Object.keys(ACTS).filter((act) => card.can.includes(act));
  return card.said.length > 0 && card.status !== "dropped" ? [...allowed, "show"] : allowed;
}

/** The buttons of a card. */
function acts(card) {
  const label = (act) => (act === "restore" && card.status === "added" ? TAKE_AWAY : ACTS[act]);
  return actsOf(card).map((act) => button(label(act), { act }));
}

// Finding one's way among the cards

/** Makes a card the one that Tab reaches, or not. */
function lead(entry, leads) {
  entry.node.tabIndex = leads ? 0 : -1;
  entry.node.classList.toggle("current", leads);
  for (const node of entry.acts.children) node.tabIndex = leads ? 0 : -1;
}

/** Whether a card is shown under the filters; one with an open form or a refusal always is. */
function passes(view, { card, form, wrong }) {
  if (form.firstChild || wrong.firstChild) return true;
  const kind = view.kinds.value;
  return (!kind || kind === card.kind) && (!view.onlyOpen.checked || isOpen(card));
}

/** Hides what the filters leave out, and keeps one card within reach of Tab. */
function sift(view) {
  for (const entry of view.cards.values()) entry.node.hidden = !passes(view, entry);
  for (const section of view.groups.values()) section.hidden = !section.querySelector(".card:not([hidden])");
  const shown = visible(view);
  view.nothing.hidden = shown.length > 0;
  if (!shown.includes(view.current)) choose(view, shown[0] ?? null);
}

/** The keys of the cards that can be seen, in order. */
const visible = (view) => orderOf(view).filter((key) => !view.cards.get(key).node.hidden);

/** Makes a card the chosen one: Tab reaches it and its words stand out in the transcript. */
function choose(view, key) {
  const before = view.cards.get(view.current);
  if (before) lead(before, false);
  view.current = key;
  const entry = view.cards.get(key);
  if (entry) lead(entry, true);
  scrollToWords(view);
}

/** Marks the words of the chosen card strongly; the marks come back. */
function light(view) {
  for (const mark of view.story.querySelectorAll(".chosen")) mark.classList.remove("chosen");
  const said = view.cards.get(view.current)?.card.said ?? [];
  const marks = said.flatMap(({ turn }) => [...(view.turns[turn]?.words.querySelectorAll("mark") ?? [])]);
  const mine = marks.filter((mark) => view.owners.get(mark).includes(view.current));
  for (const mark of mine) mark.classList.add("chosen");
  return mine;
}

/** Scrolls a pane, and nothing around it, until the node stands near its top, unless all of it can be seen. */
function scrollTo(pane, node, above = 12) {
  if (!node) return;
  const [frame, place] = [pane.getBoundingClientRect(), node.getBoundingClientRect()];
  if (place.top < frame.top || place.bottom > frame.bottom) pane.scrollTop += place.top - frame.top - above;
}

/** Scrolls the transcript to the words of the chosen card, some talk before them. */
function scrollToWords(view) {
  scrollTo(view.story, light(view)[0], view.story.clientHeight / 4);
}

/** Goes to a card, with the keyboard too; filters that hide it are opened. */
function goTo(view, key) {
  const entry = view.cards.get(key);
  if (!entry) return view.pane.focus({ preventScroll: true });
  if (entry.node.hidden) {
    view.kinds.value = "";
    view.onlyOpen.checked = false;
    sift(view);
  }
  entry.node.focus({ preventScroll: true });
  return scrollTo(view.pane, entry.node);
}

/** Where to go once Python did what was asked, unless the person went elsewhere meanwhile. */
function goOn(view, sent, before) {
  const here = document.activeElement;
  const entry = view.cards.get(sent.key);
  const away = here && here !== document.body && here !== view.pane && !entry?.node.contains(here);
  if (sent.do === "export" || away) return;
  if (sent.do === "add") goTo(view, orderOf(view).find((key) => !before.includes(key)));
  else goTo(view, after(view, sent, before));
}

/** Goes to the card that an undo changed, with the keyboard only if that is among the cards. */
function goBack(view, key) {
  const entry = view.cards.get(key);
  if (!entry || entry.node.hidden) return;
  if (view.pane.contains(document.activeElement)) goTo(view, key);
  else choose(view, key);
  scrollTo(view.pane, entry.node);
}

/** The card that comes next: itself after an edit, else the next one that is open, or what can be seen nearby. */
function after(view, { do: act, key }, before) {
  const shown = visible(view);
  if (shown.includes(key) && (act === "change" || act === "restore")) return key;
  const at = before.indexOf(key);
  const round = [...before.slice(at + 1), ...before.slice(0, at)].filter((other) => shown.includes(other));
  const open = round.find((other) => isOpen(view.cards.get(other).card));
  return (act === "restore" ? null : open) ?? (shown.includes(key) ? key : round[0]);
}

// Forms

/** A control for a field, with its label and hint. */
function control(view, field) {
  const id = freshId(view);
  const attributes = { id, "data-field": field.name, dir: "auto" };
  const hint = field.hint ? make("small", { id: `${id}-hint` }, field.hint) : null;
  if (hint) attributes["aria-describedby"] = `${id}-hint`;
  const options = (field.choices ?? []).map(({ value, label }) => make("option", { value }, label));
  const datalist = field.input === "people" ? make("datalist", { id: `${id}-list` }, ...options) : null;
  const node = {
    long: () => make("textarea", { ...attributes, rows: "2" }),
    lines: () => make("textarea", { ...attributes, rows: "3" }),
    line: () => make("input", { ...attributes, type: "text" }),
    people: () => make("input", { ...attributes, type: "text", list: `${id}-list`, autocomplete: "off" }),
    day: () => make("input", { ...attributes, type: "date" }),
    choice: () => make("select", attributes, ...options),
  }[field.input]();
  node.value = field.value;
  return make("div", { class: `field ${field.input}` }, make("label", { for: id }, field.label), node, datalist, hint);
}

/** Offers every name after those that stand before the last comma. */
function completePeople(input) {
  const before = input.value.slice(0, input.value.lastIndexOf(",") + 1);
  for (const option of input.list.options) {
    option.dataset.name ??= option.value;
    option.value = before ? `${before} ${option.dataset.name}` : option.dataset.name;
  }
}

/** A form with its fields, what else belongs in it, and its two buttons. */
function formOf(view, fields, ...rest) {
  const save = make("button", { type: "submit" }, TEXT.save);
  const buttons = make("div", { class: "acts" }, save, button(TEXT.cancel, { order: "cancel" }));
  const grid = make("div", { class: "fields" }, ...fields.map((field) => control(view, field)));
  return make("form", { autocomplete: "off", novalidate: "" }, grid, ...rest, buttons);
}

/** What stands in the fields of a form. */
const valuesOf = (form) =>
  Object.fromEntries([...form.querySelectorAll("[data-field]")].map((input) => [input.dataset.field, input.value]));

/** Opens the form of a card, or goes to it. */
function openForm(view, entry) {
  if (!entry.form.firstChild) entry.form.append(formOf(view, entry.card.fields));
  entry.node.classList.add("editing");
  entry.form.querySelector("[data-field]").focus();
  scrollTo(view.pane, entry.node);
}

/** Closes the form of a card; the focus stays with the card. */
function closeForm(view, entry) {
  const held = entry.form.contains(document.activeElement);
  entry.form.replaceChildren();
  entry.node.classList.remove("editing");
  if (held) entry.node.focus({ preventScroll: true });
}

/** Opens the form for a new item that rests on these words, with what was already written in it. */
function openDraft(view, kind, words, given = {}) {
  const { fields } = view.model.get("forms").find((form) => form.kind === kind);
  const main = fields.find(({ name }) => name === "text") ?? fields[0];
  const text = words.map((part) => part.text).join(" ");
  const value = (field) => given[field.name] || (field === main && text) || field.value;
  const filled = fields.map((field) => ({ ...field, value: value(field) }));
  const none = make("p", { class: "none" }, TEXT.noWords);
  const parts = words.map((part) => wordsOf(view, part));
  const rests = make("fieldset", {}, make("legend", {}, TEXT.restsOn), none, ...parts);
  const wrong = make("div", { class: "wrong" });
  const form = formOf(view, filled, rests, wrong);
  const choice = kindChoice(view, kind);
  form.prepend(make("h3", {}, TEXT.fresh), choice);
  view.adding = { kind, form, rests, wrong, given };
  view.draft.replaceChildren(form);
  view.pane.scrollTop = 0;
  view.pane.scrollIntoView({ block: "nearest" });
  (text ? form.querySelector("[data-field]") : choice.lastChild).focus({ preventScroll: true });
}

/** What a new item can be. */
function kindChoice(view, kind) {
  const id = freshId(view);
  const options = view.model.get("forms").map((form) => make("option", { value: form.kind }, capital(form.kind)));
  const node = make("select", { id, "data-kinds": "" }, ...options);
  node.value = kind;
  return make("div", { class: "field" }, make("label", { for: id }, TEXT.whatItIs), node);
}

/** Opens the form for a new item that rests on no words, or goes to the one that is open. */
function startDraft(view) {
  if (view.adding) return view.adding.form.querySelector("[data-field]").focus();
  const kinds = view.model.get("forms").map(({ kind }) => kind);
  return openDraft(view, kinds.includes(view.kinds.value) ? view.kinds.value : kinds[0], []);
}

/** Makes another kind of the new item; what was written stays where there is a place for it. */
function turnInto(view, select) {
  const { form, given } = view.adding;
  openDraft(view, select.value, wordsFrom(form), { ...given, ...valuesOf(form) });
  view.adding.form.querySelector("[data-kinds]").focus({ preventScroll: true });
}

/** Words of one turn that a new item rests on, to be shortened. */
function wordsOf(view, { turn, text, start = 0 }) {
  const id = freshId(view);
  const node = make("textarea", { id, rows: "2", "data-turn": String(turn), "data-start": String(start), dir: "auto" });
  node.value = text;
  const who = make("bdi", {}, view.model.get("turns")[turn].who);
  return make("div", { class: "field long" }, make("label", { for: id }, who, ` · ${TEXT.turn(turn)}`), node);
}

/** The words that stand in the form for a new item. */
function wordsFrom(form) {
  const areas = [...form.querySelectorAll("[data-turn]")];
  const words = areas.map((area) => {
    const { turn, start } = area.dataset;
    return { turn: Number(turn), text: area.value.trim(), start: Number(start) };
  });
  return words.filter((part) => part.text);
}

/** Closes the form for a new item. */
function closeDraft(view) {
  view.adding = null;
  view.draft.replaceChildren();
}

/** Sends what stands in a form. */
function submit(view, form) {
  const fields = valuesOf(form);
  if (form === view.adding?.form) send(view, { do: "add", kind: view.adding.kind, fields, words: wordsFrom(form) });
  else send(view, { do: "change", key: form.closest(".card").dataset.key, fields });
}

/** Leaves a form without sending it. */
function cancel(view, form) {
  const entry = view.cards.get(form.closest(".card")?.dataset.key);
  if (entry) closeForm(view, entry);
  else closeDraft(view);
  if (view.wrong?.at === (entry ? entry.card.key : "draft")) view.wrong = null;
  showWrong(view);
  sift(view);
  goTo(view, entry ? entry.card.key : view.current);
}

// The transcript

/** A turn as a paragraph. */
function turnOf(turn, index) {
  const words = make("span", { class: "words", dir: "auto" }, turn.text);
  const out = turn.text.trim() ? "" : make("i", {}, TEXT.keptOut);
  const number = make("b", {}, String(index + 1));
  const speaker = make("span", { class: "speaker" }, number, make("bdi", {}, turn.who), turn.when);
  const add = button(TEXT.add, { whole: String(index) }, { "aria-label": TEXT.addTurn(index), tabindex: "-1" });
  const node = make("p", { class: "turn" }, speaker, out || add, words);
  return { node, words, add, text: turn.text, shape: JSON.stringify(turn), spans: "[]" };
}

/** The turns, those that did not change left as they are. */
function showTurns(view) {
  const fresh = view.model.get("turns").map((turn, index) => {
    const old = view.turns[index];
    return old?.shape === JSON.stringify(turn) ? old : turnOf(turn, index);
  });
  view.turns = fresh;
  arrange(view.story, fresh.map((turn) => turn.node));
  if (fresh.length > 0 && !fresh.some((turn) => turn.add.tabIndex === 0)) fresh[0].add.tabIndex = 0;
}

/** Marks the words that cards rest on, in the turns where they are not yet marked so. */
function markTurns(view) {
  const spans = view.turns.map(() => []);
  for (const { key, line, status, said } of view.state.cards) {
    const dropped = status === "dropped";
    for (const { turn, start, end } of said) spans[turn]?.push({ key, line, start, end, dropped });
  }
  view.turns.forEach((turn, index) => {
    const shape = JSON.stringify(spans[index]);
    if (turn.spans === shape) return;
    turn.spans = shape;
    turn.words.replaceChildren(...pieces(view, turn.text, spans[index]));
  });
  light(view);
}

/** A text cut wherever a span begins or ends, counted in code points as Python counts; what lies in spans is marked. */
function pieces(view, text, spans) {
  const letters = Array.from(text);
  const edges = [0, letters.length, ...spans.flatMap(({ start, end }) => [start, end])];
  const cuts = [...new Set(edges)].sort((one, other) => one - other);
  return cuts.slice(1).map((end, index) => {
    const over = spans.filter((span) => span.start <= cuts[index] && span.end >= end);
    const words = letters.slice(cuts[index], end).join("");
    return over.length > 0 ? marked(view, words, over) : words;
  });
}

/** Words marked for the cards that rest on them. */
function marked(view, words, over) {
  const mark = make("mark", { title: over.map((span) => span.line).join("\n") }, words);
  mark.classList.toggle("faint", over.every((span) => span.dropped));
  view.owners.set(mark, over.map((span) => span.key));
  return mark;
}

/** Goes to the card of a mark; where several rest on it, to the one after the chosen one. */
function followMark(view, mark) {
  const keys = view.owners.get(mark);
  goTo(view, keys[(keys.indexOf(view.current) + 1) % keys.length]);
}

// The bar that offers what marked words can be added as

/** The selected words, turn by turn, without labels and clocks. */
function wordsIn(view, range) {
  return view.turns.flatMap(({ words, text }, turn) => {
    if (!range.intersectsNode(words)) return [];
    const start = words.contains(range.startContainer) ? place(words, range.startContainer, range.startOffset) : 0;
    const end = words.contains(range.endContainer) ? place(words, range.endContainer, range.endOffset) : text.length;
    const whole = wholeWords(text, start, end);
    return whole ? [{ turn, ...whole }] : [];
  });
}

/** How much of the text of a node stands before a place in it. */
function place(node, container, offset) {
  const before = document.createRange();
  before.setStart(node, 0);
  before.setEnd(container, offset);
  return before.toString().length;
}

/** A stretch of a text with the rest of the words that it begins and ends in, and the character at which it starts. */
function wholeWords(text, start, end) {
  const stretch = text.slice(start, end);
  if (!stretch.trim()) return null;
  const head = /^\s/.test(stretch) ? "" : text.slice(0, start).match(/\S*$/)[0];
  const tail = /\s$/.test(stretch) ? "" : text.slice(end).match(/^\S*/)[0];
  const grown = `${head}${stretch}${tail}`;
  const before = text.slice(0, start - head.length + grown.search(/\S/));
  return { text: grown.trim(), start: Array.from(before).length };
}

/** Shows the bar for words that were just selected, or takes it away. */
function pick(view) {
  const selection = document.getSelection();
  const range = selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  const words = range && view.story.contains(range.commonAncestorContainer) ? wordsIn(view, range) : [];
  if (words.length > 0) openBar(view, words, range);
  else if (!view.picked?.back) closeBar(view);
}

/** Shows under a place what its words can be added as; leaving it, the focus goes back to where it came from. */
function openBar(view, words, place, back = null) {
  view.picked = { words, place, back };
  const kinds = view.model.get("forms").map(({ kind }) => button(capital(kind), { kind }));
  const all = [make("span", {}, TEXT.addAs), ...kinds];
  view.bar.replaceChildren(...(view.adding ? [button(TEXT.addWords, { more: "" })] : all));
  view.bar.hidden = false;
  placeBar(view);
  view.bar.scrollIntoView({ block: "nearest" });
}

/** Puts the bar under its words, within the pane. */
function placeBar(view) {
  if (view.bar.hidden) return;
  const [frame, place] = [view.story.getBoundingClientRect(), view.picked.place.getBoundingClientRect()];
  const room = frame.height - view.bar.offsetHeight - 8;
  view.bar.style.top = `${Math.max(8, Math.min(place.bottom - frame.top + 6, room))}px`;
}

/** Takes the bar away. */
function closeBar(view) {
  view.bar.hidden = true;
  view.picked = null;
}

/** Opens the form that a button of the bar stands for. */
function take(view, { kind }) {
  const { words } = view.picked;
  closeBar(view);
  document.getSelection().removeAllRanges();
  if (kind) return openDraft(view, kind, words);
  const fields = words.map((part) => wordsOf(view, part));
  view.adding.rests.append(...fields);
  return fields[0].querySelector("textarea").focus();
}

// Clicks and keys

/** Does what a button or key of a card stands for, if the card allows it. */
function act(view, key, name) {
  const entry = view.cards.get(key);
  if (!actsOf(entry.card).includes(name)) return;
  if (name === "change") openForm(view, entry);
  else if (name === "show") showWords(view, entry);
  else send(view, { do: name, key });
}

/** Brings the words of a card before the eyes, and within reach of Tab. */
function showWords(view, { card }) {
  reach(view, card.said[0].turn);
  scrollToWords(view);
  view.story.scrollIntoView({ block: "nearest" });
}

/** Makes a turn the one that Tab reaches. */
function reach(view, index) {
  for (const turn of view.turns) if (turn.add.tabIndex === 0) turn.add.tabIndex = -1;
  view.turns[index].add.tabIndex = 0;
}

/** A click, wherever in the panel. */
function onClick(view, event) {
  const node = event.target.closest("button, mark");
  if (!node) return;
  const { act: name, order, as, whole } = node.dataset;
  if (node.tagName === "MARK") followMark(view, node);
  else if (name) act(view, node.closest(".card").dataset.key, name);
  else if (whole) openTurn(view, Number(whole));
  else if (node.parentNode === view.bar) take(view, node.dataset);
  else if (order === "cancel") cancel(view, node.closest("form"));
  else if (order === "new") startDraft(view);
  else if (order === "export") send(view, { do: "export", as });
  else if (order === "undo") undo(view);
}

/** Takes back what was last decided, if there is something. */
function undo(view) {
  if (view.state.undo) send(view, { do: "undo" });
}

/** Shows the bar for a whole turn. */
function openTurn(view, index) {
  const { node, add, text } = view.turns[index];
  reach(view, index);
  openBar(view, [{ turn: index, text: text.trim() }], node, add);
  view.bar.querySelector("button").focus();
}

/** A key, wherever in the panel. */
function onKey(view, event) {
  const form = event.target.closest("form");
  const deed = form ? formDeed(view, event, form) : bareDeed(view, event);
  if (!deed || event.isComposing) return;
  event.preventDefault();
  deed();
}

/** What a key means in a form: Escape leaves it, Ctrl or Cmd with Enter saves it. */
function formDeed(view, event, form) {
  if (event.key === "Escape") return () => cancel(view, form);
  return event.key === "Enter" && (event.ctrlKey || event.metaKey) ? () => form.requestSubmit() : null;
}

/** What a key means outside of forms. */
function bareDeed(view, event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === "Escape" && view.picked) return () => leaveBar(view);
  const name = event.key.toLowerCase();
  const card = event.target.closest(".card");
  const turn = event.target.closest(".turn");
  if (turn && STEP_OF_KEY[name]) return () => stepTurn(view, Number(event.target.dataset.whole), STEP_OF_KEY[name]);
  if (!card) return null;
  if (STEP_OF_KEY[name]) return () => stepCard(view, card.dataset.key, STEP_OF_KEY[name]);
  if (ACT_OF_KEY[name]) return () => act(view, card.dataset.key, ACT_OF_KEY[name]);
  return name === "u" ? () => undo(view) : null;
}

/** Takes the bar away and goes back to where it was called from. */
function leaveBar(view) {
  const { back } = view.picked;
  closeBar(view);
  if (back) back.focus();
  else document.getSelection().removeAllRanges();
}

/** One on or back in a row of so many, not beyond its ends. */
const step = (at, by, count) => Math.max(0, Math.min(count - 1, at + by));

/** Goes to another card that can be seen. */
function stepCard(view, key, by) {
  const shown = visible(view);
  goTo(view, shown[step(shown.indexOf(key), by, shown.length)]);
}

/** Goes to another turn. */
function stepTurn(view, index, by) {
  const next = step(index, by, view.turns.length);
  reach(view, next);
  view.turns[next].add.focus({ preventScroll: true });
  scrollTo(view.story, view.turns[next].node);
}

/** A card that takes the focus is chosen; the bar of a turn goes when the focus goes elsewhere. */
function onFocus(view, event) {
  // JupyterLab tries its shortcuts on the focused element before it looks at what is around it.
  event.target.setAttribute(NO_SHORTCUTS, "true");
  const back = view.picked?.back;
  if (back && event.target !== back && !view.bar.contains(event.target)) closeBar(view);
  const card = event.target.closest(".card");
  if (card && card.dataset.key !== view.current) choose(view, card.dataset.key);
}

// Begin and end

/** Hears what happens in the panel and to the selection, until the signal ends it. */
function listen(view, signal) {
  const later = () => {
    clearTimeout(view.picking);
    if (!view.pressed) view.picking = setTimeout(() => pick(view), PICK_AFTER);
  };
  const on = (target, name, deed) => target.addEventListener(name, deed, { signal });
  on(view.root, "click", (event) => onClick(view, event));
  on(view.root, "keydown", (event) => onKey(view, event));
  on(view.root, "focusin", (event) => onFocus(view, event));
  on(view.root, "submit", (event) => (event.preventDefault(), submit(view, event.target)));
  on(view.root, "input", (event) => event.target.list && completePeople(event.target));
  on(view.draft, "change", (event) => "kinds" in event.target.dataset && turnInto(view, event.target));
  on(view.kinds, "change", () => sift(view));
  on(view.onlyOpen, "change", () => sift(view));
  on(view.story, "scroll", () => placeBar(view));
  on(view.story, "pointerdown", (event) => (view.pressed = event.pointerType === "mouse"));
  on(view.bar, "mousedown", (event) => event.preventDefault());
  for (const end of ["pointerup", "pointercancel"]) on(document, end, () => ((view.pressed = false), later()));
  on(document, "selectionchange", later);
}

/** Hides the still copy of the panel; what comes back shows it again. */
function hideStill(still) {
  const style = make("style", {}, still ? `[data-still="${CSS.escape(still)}"] { display: none !important; }` : "");
  document.head.append(style);
  return () => style.remove();
}

/** Shows the panel in `el`; what comes back takes it away. */
function render({ model, el }) {
  const view = begin(model);
  const stop = new AbortController();
  const retell = () => (showTurns(view), markTurns(view));
  const renew = () => update(view);
  showTurns(view);
  show(view);
  listen(view, stop.signal);
  model.on("change:turns", retell);
  model.on("change:state", renew);
  el.append(view.root);
  const unhide = hideStill(model.get("still"));
  return () => {
    model.off("change:turns", retell);
    model.off("change:state", renew);
    stop.abort();
    rest(view);
    clearTimeout(view.picking);
    unhide();
    view.root.remove();
  };
}

export default { render };
