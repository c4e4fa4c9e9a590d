"use strict";
// The answer form: keeps answers in the browser, and writes and reads answer files. It knows no words of any language,
// and puts text into the page as text only.
(() => {
  const { assessment, version } = document.body.dataset;
  const kept = `cxm:${assessment}@${version}`;
  const facts = [...document.querySelectorAll("fieldset[data-fact]")];
  const questions = [...document.querySelectorAll("fieldset[data-question]")];
  const fields = [...document.querySelectorAll("[data-metadata]")];
  const notes = [...document.querySelectorAll("[data-note]")];
  const get = (id) => document.getElementById(id);
  // What a file holds beyond the form, such as the view of the plan, to be written again as it was.
  let rest = { metadata: {}, actions: {} };

  // ------------------------------------------------------------------------------------------------ the page

  const chosen = (question) => question.querySelector("input:checked");
  const told = (fact) => [...fact.querySelectorAll("input:checked")].map((option) => option.value);
  const profile = () => Object.fromEntries(facts.map((fact) => [fact.dataset.fact, told(fact)]).filter(([, options]) => options.length > 0));

  // Whether all of this holds: [[fact, options], ...]; null where a fact decides that was not told.
  const holds = (list, profile) => {
    const each = list.map(([fact, options]) => profile[fact]?.some((option) => options.includes(option)) ?? null);
    return each.includes(false) ? false : each.includes(null) ? null : true;
  };
  // What is open is asked.
  const asked = (question, profile) => {
    const [meant, barred] = [question.dataset.if, question.dataset.unless].map((list) => JSON.parse(list ?? "[]"));
    return holds(meant, profile) !== false && (barred.length === 0 || holds(barred, profile) !== true);
  };

  const read = () => ({
    profile: profile(),
    metadata: { ...rest.metadata, ...Object.fromEntries(fields.map((field) => [field.dataset.metadata, field.value.trim()]).filter(([, text]) => text)) },
    answers: Object.fromEntries(questions.filter(chosen).map((question) => [question.dataset.question, chosen(question).value])),
    notes: Object.fromEntries(notes.map((note) => [note.dataset.note, note.value.trim()])),
    actions: rest.actions,
  });

  // Puts answers into the page, and says whether all of them fitted.
  const fill = (set) => {
    let fits = true;
    const before = set.profile ?? {};
    for (const fact of facts) {
      const options = before[fact.dataset.fact] ?? [];
      for (const option of fact.querySelectorAll("input")) option.checked = options.includes(option.value);
      fits &&= told(fact).length === new Set(options).size;
    }
    fits &&= Object.keys(before).every((id) => facts.some((fact) => fact.dataset.fact === id));
    const known = new Set(fields.map((field) => field.dataset.metadata));
    const others = Object.entries(set.metadata).filter(([key]) => !known.has(key));
    rest = { metadata: Object.fromEntries(others), actions: set.actions };
    for (const field of fields) {
      const text = set.metadata[field.dataset.metadata] ?? "";
      field.value = text;
      // A date that is none for the browser stays as it is written.
      if (field.value === "" && text !== "") rest.metadata[field.dataset.metadata] = text;
    }
    for (const question of questions) {
      const answer = set.answers[question.dataset.question];
      for (const option of question.querySelectorAll("input")) option.checked = answer !== undefined && option.value === answer;
      fits &&= answer === undefined || chosen(question) !== null;
    }
    const ids = new Set(questions.map((question) => question.dataset.question));
    fits &&= Object.keys(set.answers).every((id) => ids.has(id));
    for (const note of notes) {
      note.value = set.notes[note.dataset.note] ?? "";
      note.closest("details").open = note.value !== "";
    }
    return fits;
  };

  const show = (message) => {
    for (const line of document.querySelectorAll("[data-message]")) line.hidden = line.dataset.message !== message;
  };

  // The date that the page put into its field: of the day on which the file is written, unless another is chosen.
  let dated = null;
  const date = () => {
    const now = new Date();
    const [month, day] = [now.getMonth() + 1, now.getDate()].map((number) => String(number).padStart(2, "0"));
    get("m-date").value = dated = `${now.getFullYear()}-${month}-${day}`;
  };

  const open = () => questions.filter((question) => !question.hidden && !chosen(question));

  const update = () => {
    const now = profile();
    // What is not asked is not shown. Its answer stays where it is, should it be asked again.
    for (const question of questions) question.hidden = !asked(question, now);
    for (const criterion of document.querySelectorAll("[data-criterion]")) criterion.hidden = !criterion.querySelector("[data-question]:not([hidden])");
    const shown = questions.filter((question) => !question.hidden);
    const answered = shown.filter(chosen).length;
    get("answered").textContent = String(answered);
    get("asked").textContent = String(shown.length);
    get("progress").max = Math.max(shown.length, 1);
    get("progress").value = answered;
    for (const field of [...facts, ...questions]) field.querySelector(".clear").hidden = !chosen(field);
    for (const question of questions) question.classList.toggle("unanswered", !chosen(question));
    get("left").textContent = String(shown.length - answered);
    if (shown.length === answered && !document.querySelector('[data-message="unfinished"]').hidden) show("");
  };

  const keep = () => {
    update();
    const set = read();
    if (set.metadata.date === dated) delete set.metadata.date;
    try {
      localStorage.setItem(kept, JSON.stringify(set));
    } catch {
      show("not-kept");
    }
  };

  // ------------------------------------------------------------------------------------------------ writing TOML

  const quoted = (text) =>
    JSON.stringify(text.replace(/\p{Surrogate}/gu, "\ufffd")).replace(/[\u007f-\u009f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const key = (text) => (/^[\w-]+$/.test(text) ? text : quoted(text));
  const value = (value) => {
    if (Array.isArray(value)) return `[${value.map((item) => quoted(String(item))).join(", ")}]`;
    return Number.isFinite(value) ? String(value) : quoted(String(value));
  };
  const lines = (table) => Object.entries(table).filter(([, text]) => text !== "").map(([name, text]) => `${key(name)} = ${value(text)}`);

  const toToml = (set) => {
    const unasked = new Set(questions.filter((question) => !asked(question, set.profile)).map((question) => question.dataset.question));
    const counting = Object.entries(set.answers).filter(([id]) => !unasked.has(id));
    const single = (id) => document.querySelector(`[data-fact="${id}"] input`).type === "radio";
    const organisation = Object.fromEntries(Object.entries(set.profile).map(([id, options]) => [id, single(id) ? options[0] : options]));
    const answers = Object.fromEntries(counting.map(([id, answer]) => [id, answer === "n/a" ? answer : Number(answer)]));
    const tables = [[null, { assessment, version, ...set.metadata }], ["profile", organisation], ["answers", answers], ["notes", set.notes]];
    // What is said of each action stands in a table of its own.
    const [own, lists] = [true, false].map((table) => Object.entries(set.actions).filter(([, value]) => isTable(value) === table));
    tables.push(["actions", Object.fromEntries(lists)], ...own.map(([id, table]) => [`actions.${key(id)}`, table]));
    const parts = tables.map(([name, table]) => {
      const body = lines(table);
      if (name === null) return body.join("\n");
      return body.length > 0 || name === "answers" ? [`[${name}]`, ...body].join("\n") : "";
    });
    return parts.filter((part) => part !== "").join("\n\n") + "\n";
  };

  // ------------------------------------------------------------------------------------------------ reading TOML

  // As much of TOML as answer files have: tables, keys, strings, numbers, lists and inline tables. Throws at the rest.
  const fromToml = (text) => {
    let at = 0;
    const root = Object.create(null);
    const fail = () => {
      throw new SyntaxError(`TOML, at ${at}`);
    };
    const take = (pattern) => {
      pattern.lastIndex = at;
      const found = pattern.exec(text);
      if (found) at = pattern.lastIndex;
      return found;
    };
    const need = (pattern) => take(pattern) ?? fail();
    const space = () => take(/[ \t]*/y);
    const blank = () => take(/(?:[ \t\r\n]|#[^\n]*)*/y);
    const unescape = (body) =>
      body.replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([btnfre"\\])|\r?\n\s*|(.))/g, (all, short, long, letter, wrong) => {
        if (wrong !== undefined) fail();
        if (letter !== undefined) return { b: "\b", t: "\t", n: "\n", f: "\f", r: "\r", e: "\u001b", '"': '"', "\\": "\\" }[letter];
        const code = short ?? long;
        return code === undefined ? "" : String.fromCodePoint(parseInt(code, 16));
      });
    const string = () => {
      let found;
      if ((found = take(/"""\r?\n?((?:[^"\\]|\\[^]|"(?!""(?!")))*)"""/y))) return unescape(found[1]);
      if ((found = take(/'''\r?\n?([^]*?)'''(?!')/y))) return found[1];
      if ((found = take(/"((?:[^"\\\n]|\\.)*)"/y))) return unescape(found[1]);
      if ((found = take(/'([^'\n]*)'/y))) return found[1];
      return null;
    };
    const keys = () => {
      const path = [];
      do {
        space();
        path.push(take(/[\w-]+/y)?.[0] ?? string() ?? fail());
        space();
      } while (take(/\./y));
      return path;
    };
    const table = (from, path) =>
      path.reduce((place, name) => {
        place[name] ??= Object.create(null);
        return typeof place[name] === "object" && !Array.isArray(place[name]) ? place[name] : fail();
      }, from);
    const pair = (into) => {
      const path = keys();
      need(/=/y);
      space();
      const last = path.pop();
      const place = table(into, path);
      if (last in place) fail();
      place[last] = any();
    };
    const list = (close, item) => {
      for (blank(); !take(close); blank()) {
        item();
        blank();
        if (!take(/,/y)) return void need(close);
      }
    };
    const any = () => {
      const text = string();
      if (text !== null) return text;
      if (take(/\[/y)) {
        const items = [];
        list(/\]/y, () => items.push(any()));
        return items;
      }
      if (take(/\{/y)) {
        const inline = Object.create(null);
        list(/\}/y, () => pair(inline));
        return inline;
      }
      const plain = need(/[\w+.:-]+(?: \d[\w.:+-]*)?/y)[0];
      return /^[+-]?\d[\d_]*(?:\.\d+)?$/.test(plain) ? Number(plain.replaceAll("_", "")) : plain;
    };
    let place = root;
    for (blank(); at < text.length; blank()) {
      if (take(/\[/y)) {
        place = table(root, keys());
        need(/\]/y);
      } else {
        pair(place);
      }
      space();
      need(/(?:#[^\n]*)?(?:\r?\n|$)/y);
    }
    return root;
  };

  const isTable = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

  // The answers of a file; throws where it is none for this assessment.
  const parse = (text) => {
    const file = text.trimStart().startsWith("{") ? JSON.parse(text) : fromToml(text.replace(/^\ufeff/, ""));
    const { assessment: id, version: written = version, profile = {}, answers, notes: remarks = {}, actions = {}, ...metadata } = file;
    if (id !== assessment || ![profile, answers, remarks, actions].every(isTable)) throw new TypeError("no answer file");
    const texts = (table) => Object.fromEntries(Object.entries(table).filter(([, value]) => !isTable(value)).map(([name, value]) => [name, String(value)]));
    const folded = Object.entries(texts(answers)).map(([name, answer]) => [name, answer.normalize("NFKC").trim().toLowerCase()]);
    const major = (text) => String(text).split(".")[0];
    const organisation = Object.fromEntries(Object.entries(profile).map(([id, options]) => [id, [options].flat().map(String)]));
    return { same: written === version, refused: major(written) !== major(version), profile: organisation, metadata: texts(metadata), answers: Object.fromEntries(folded), notes: texts(remarks), actions: { ...actions } };
  };

  // ------------------------------------------------------------------------------------------------ what people do

  const speak = (button) => {
    const { language } = button.dataset;
    document.documentElement.dataset.language = language;
    document.documentElement.lang = button.lang;
    for (const other of document.querySelectorAll(".language")) other.setAttribute("aria-pressed", String(other === button));
    document.title = document.querySelector(`#title .l${language}`)?.textContent ?? document.title;
  };

  // What a name of a file can hold of a text: letters, digits and hyphens, at most 90 bytes of them.
  const inName = (text) => {
    let part = text.normalize("NFC").replace(/[^\p{L}\p{M}\p{N}]+/gu, "-");
    while (new TextEncoder().encode(part).length > 90) part = [...part].slice(0, -1).join("");
    return part.replace(/^-+|-+$/g, "");
  };

  const write = () => {
    if (get("m-date").value === dated) date();
    const set = read();
    const { organisation = "", respondent = "" } = set.metadata;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([toToml(set)], { type: "application/toml" }));
    link.download = `${[assessment, organisation, respondent].map(inName).filter(Boolean).join("_")}.toml`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    show("saved");
  };

  const save = () => {
    if (open().length === 0) return void write();
    document.body.classList.add("seeking");
    show("unfinished");
    get("to-open").focus();
  };

  const load = async (file) => {
    try {
      const set = parse(await file.text());
      if (set.refused) return void show("other-major");
      const fits = fill(set);
      keep();
      show(fits && set.same ? "loaded" : "in-part");
    } catch {
      show("not-loaded");
    }
  };

  for (const button of document.querySelectorAll(".language")) button.addEventListener("click", () => speak(button));
  for (const field of [...facts, ...questions]) {
    field.querySelector(".clear").addEventListener("click", () => {
      for (const option of field.querySelectorAll("input")) option.checked = false;
      field.querySelector("input").focus();
      keep();
    });
  }
  get("form").addEventListener("input", keep);
  get("save").addEventListener("click", save);
  get("save-open").addEventListener("click", write);
  get("to-open").addEventListener("click", () => {
    const [first] = open();
    first.scrollIntoView({ block: "center" });
    first.querySelector("input").focus({ preventScroll: true });
  });
  get("open").addEventListener("click", () => get("file").click());
  get("file").addEventListener("change", (event) => {
    const [file] = event.target.files;
    if (file) load(file);
    event.target.value = "";
  });
  get("clear-all").addEventListener("click", () => {
    if (!confirm(get("sure").querySelector(`.l${document.documentElement.dataset.language}`).textContent)) return;
    fill({ metadata: {}, profile: {}, answers: {}, notes: {}, actions: {} });
    date();
    keep();
    show("");
  });

  const wanted = navigator.language.split("-")[0];
  const own = [...document.querySelectorAll(".language")].find((button) => button.lang.split("-")[0] === wanted);
  if (own && !("asked" in document.documentElement.dataset)) speak(own);
  try {
    const before = JSON.parse(localStorage.getItem(kept) ?? "null");
    if (before) fill(before);
  } catch {
    show("not-kept");
  }
  if (!read().metadata.date) date();
  update();
})();
