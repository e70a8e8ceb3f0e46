"use strict";
const room = JSON.parse(document.getElementById("room").textContent);
const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7a5195", "#6b6b6b"];
const at = (id) => document.getElementById(id);
const themes = new Map(room.themes.map(([id, label, parent, definition]) => [id, { label, parent, definition }]));
const root = (id) => { let t = id; while (themes.get(t) && themes.get(t).parent) t = themes.get(t).parent; return t; };
const tops = [...new Set(room.themes.map(([id]) => root(id)))];
const colour = (id) => COLOURS[tops.indexOf(root(id)) % COLOURS.length];
const source = new Map(room.coders);
const interviews = new Map(room.interviews.map((i) => [i.id, i]));
const lower = new Map();
let open = null;
let chosen = null;

function element(name, words, attributes) {
  const made = document.createElement(name);
  if (words) made.textContent = words;
  for (const [key, value] of Object.entries(attributes || {})) made.setAttribute(key, value);
  return made;
}

function option(select, value, words) { at(select).append(element("option", words, { value })); }

function under(theme, wanted) {
  for (let t = theme; t; t = (themes.get(t) || {}).parent) if (t === wanted) return true;
  return false;
}

// The filters as they stand, read once: a room holds many codes.
function wanted() {
  const [theme, coder, by] = ["theme", "coder", "source"].map((id) => at(id).value);
  const within = new Set(room.themes.map(([id]) => id).filter((id) => !theme || under(id, theme)));
  return (code) => within.has(code[1]) && (!coder || code[2] === coder)
    && (!by || (by === "differ" ? code[6] : source.get(code[2]) === by));
}

function shown(interview) {
  return (!at("group").value || interview.groups.includes(at("group").value))
    && (!at("person").value || interview.people.includes(at("person").value));
}

function bySegment(codes) {
  const held = new Map();
  for (const code of codes) if (held.has(code[0])) held.get(code[0]).push(code); else held.set(code[0], [code]);
  return held;
}

// A line by hand is solid, one by machine dashed.
function line(c, by) {
  return by === "machine" ? `repeating-linear-gradient(90deg, ${c} 0 5px, transparent 5px 9px)` : `linear-gradient(${c}, ${c})`;
}

function stripes(codes) {
  const lines = [...new Set(codes.map((code) => line(colour(code[1]), source.get(code[2]))))];
  const places = lines.map((_, i) => `0 calc(100% - ${3 * i}px)`);
  return `background-image: ${lines.join(",")}; background-size: 100% 2px; background-repeat: no-repeat; background-position: ${places.join(",")}; padding-bottom: ${3 * lines.length}px`;
}

function legend() {
  const named = tops.map((id) => [line(colour(id), "hand"), themes.get(id) ? themes.get(id).label : id]);
  for (const [drawn, words] of [...named, [line("#555", "machine"), "dashed: by machine"]]) {
    const item = element("li");
    item.append(element("span", "", { class: "swatch", style: `background-image: ${drawn}` }), words);
    at("legend").append(item);
  }
}

function withMarks(parent, words, sought) {
  const low = sought ? words.toLowerCase() : "";
  let from = 0;
  for (let i = sought ? low.indexOf(sought) : -1; i >= 0 && low.length === words.length; i = low.indexOf(sought, from)) {
    parent.append(words.slice(from, i), element("mark", words.slice(i, i + sought.length)));
    from = i + sought.length;
  }
  parent.append(words.slice(from));
}

function draw() {
  const body = at("transcript");
  body.replaceChildren();
  if (!open) return;
  const codes = bySegment(open.codes.filter(wanted()));
  const sought = at("search").value.trim().toLowerCase();
  const head = [open.id, open.people.join(", "), open.groups.join(", ")].filter(Boolean).join(" · ");
  body.append(element("h2", head, { id: open.id, tabindex: "-1" }));
  for (const [number, role, label, person, pieces] of open.turns) {
    const turn = element("div", "", { class: person ? "turn" : "turn other", id: `${open.id}-${String(number).padStart(3, "0")}` });
    const words = element("p", "", { class: "words", dir: "auto" });
    for (const [text, segment] of pieces) {
      const here = codes.get(segment);
      const piece = element("span", "", segment ? { id: segment } : {});
      withMarks(piece, text, sought);
      if (here) {
        piece.className = "coded";
        piece.style.cssText = stripes(here);
        piece.tabIndex = 0;
        piece.setAttribute("role", "button");
      }
      words.append(piece);
    }
    turn.append(element("div", `${number} ${label || person || role}`, { class: "speaker" }), words);
    body.append(turn);
  }
}

function filter() {
  const list = at("interviews");
  const made = document.createDocumentFragment();
  const kept = wanted();
  let passages = 0;
  let people = 0;
  for (const interview of room.interviews) {
    if (!shown(interview)) continue;
    const count = new Set(interview.codes.filter(kept).map((code) => code[0])).size;
    passages += count;
    people += count ? 1 : 0;
    const button = element("button", `${interview.id} ${interview.groups.join(", ")} (${count})`, { type: "button", "data-id": interview.id });
    if (interview === open) button.setAttribute("aria-current", "true");
    const item = element("li");
    item.append(button);
    made.append(item);
  }
  list.replaceChildren(made);
  at("found").textContent = `${passages} coded passages in ${people} interviews`;
  draw();
  search();
}

function search() {
  const sought = at("search").value.trim().toLowerCase();
  const hits = at("hits");
  hits.replaceChildren();
  hits.hidden = !sought;
  if (!sought) return;
  const made = document.createDocumentFragment();
  let count = 0;
  for (const interview of room.interviews) {
    if (!shown(interview)) continue;
    if (!lower.has(interview.id)) lower.set(interview.id, interview.turns.map((turn) => turn[4].map((piece) => piece[0]).join("").toLowerCase()));
    lower.get(interview.id).forEach((words, i) => {
      const place = words.indexOf(sought);
      if (place < 0) return;
      count += 1;
      if (count > 50) return;
      const turn = interview.turns[i];
      const text = turn[4].map((piece) => piece[0]).join("");
      const hit = element("button", "", { type: "button", class: "hit", dir: "auto", "data-go": `${interview.id}-${String(turn[0]).padStart(3, "0")}` });
      hit.append(element("b", `${interview.id}, turn ${turn[0]}: `));
      withMarks(hit, text.slice(Math.max(0, place - 60), place + sought.length + 60), sought);
      made.append(hit);
    });
  }
  hits.append(element("h2", `${count} turns hold “${at("search").value.trim()}”${count > 50 ? ", the first 50 of them:" : ""}`), made);
}

function tell(segment) {
  const panel = at("passage");
  panel.replaceChildren(element("p", segment, { class: "soft" }));
  const codes = open.codes.filter((code) => code[0] === segment);
  for (const [, theme, coder, probability, evidence, valence, differ, memo] of codes) {
    const box = element("div", "", { class: "code", style: `border-color: ${colour(theme)}` });
    box.append(element("p", themes.get(theme) ? themes.get(theme).label : theme));
    const machine = source.get(coder) === "machine";
    box.append(element("p", `coder ${coder} (${machine ? `machine, probability ${probability}` : "hand"})${valence ? `, ${valence}` : ""}`, { class: "soft" }));
    if (evidence) box.append(element("p", `Led by: ${evidence}`));
    if (memo) box.append(element("p", `Memo: ${memo}`, { class: "memo" }));
    if (differ && !machine) box.append(element("p", "Not every hand coder who read it coded this."));
    if (themes.get(theme)) box.append(element("p", themes.get(theme).definition, { class: "soft" }));
    panel.append(box);
  }
  if (!codes.length) panel.append(element("p", "No code."));
}

function choose(id, focus) {
  const target = document.getElementById(id);
  if (chosen) chosen.classList.remove("chosen");
  chosen = target;
  if (!target) return;
  target.classList.add("chosen");
  target.scrollIntoView({ block: "center" });
  if (target.tagName === "SPAN") tell(id);
  if (focus) { target.tabIndex = target.tabIndex < 0 ? -1 : 0; target.focus({ preventScroll: true }); }
}

function go(id) {
  // One id may begin with another: P07 and P07-2.
  const interview = room.interviews.filter((i) => id === i.id || id.startsWith(`${i.id}-`))
    .sort((one, other) => other.id.length - one.id.length)[0];
  if (!interview) return;
  if (interview !== open) { open = interview; filter(); }
  choose(id, true);
}

function visit(id) {
  if (location.hash === `#${encodeURIComponent(id)}`) go(id);
  else location.hash = encodeURIComponent(id);
}

function step(by) {
  const marked = [...document.querySelectorAll("#transcript .coded")];
  if (!marked.length) return;
  const here = marked.indexOf(chosen);
  visit(marked[here < 0 ? (by > 0 ? 0 : marked.length - 1) : (here + by + marked.length) % marked.length].id);
}

function turnPage(by) {
  const list = [...document.querySelectorAll("#interviews button")];
  const here = list.findIndex((b) => open && b.dataset.id === open.id);
  if (list.length) visit(list[(here + by + list.length) % list.length].dataset.id);
}

for (const [id, label, parent] of room.themes) option("theme", id, parent ? `– ${label}` : label);
for (const group of [...new Set(room.interviews.flatMap((i) => i.groups))].sort()) option("group", group, group);
for (const person of [...new Set(room.interviews.flatMap((i) => i.people))].sort()) option("person", person, person);
legend();
for (const [coder, by] of room.coders) option("coder", coder, `${coder} (${by})`);
for (const id of ["theme", "group", "person", "coder", "source"]) at(id).addEventListener("change", filter);
let waiting = 0;
at("search").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(() => { draw(); search(); }, 120); });
document.querySelector(".filters").addEventListener("submit", (event) => event.preventDefault());
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-id], button[data-go], .coded");
  if (button) visit(button.dataset.id || button.dataset.go || button.id);
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("input, select")) { if (event.key === "Escape") event.target.blur(); return; }
  const keys = { j: () => step(1), k: () => step(-1), n: () => turnPage(1), p: () => turnPage(-1), "/": () => at("search").focus() };
  if (event.key === "Enter" && event.target.matches(".coded")) visit(event.target.id);
  else if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
});
addEventListener("hashchange", () => go(decodeURIComponent(location.hash.slice(1))));
open = room.interviews[0] || null;
filter();
if (location.hash) go(decodeURIComponent(location.hash.slice(1)));
