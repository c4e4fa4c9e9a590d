// The answer form: filled, saved, opened again, and scored by the program.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { browser, cxm, make, open, out, pages, root } from "./pages.mjs";

const form = pages.find(({ name, language }) => name === "form" && language === "en").file;
const japanese = pages.find(({ name, language }) => name === "form" && language === "ja").file;
let chromium;

before(async () => {
  make();
  chromium = await browser();
});
after(() => chromium?.close());

/** The form in a browser that has never seen it. */
async function blank(file = form, locale = "en") {
  const context = await chromium.newContext({ locale, acceptDownloads: true });
  return { context, ...(await open(context, file)) };
}

/** Saves with the form's button, and gives the path and the name of the file. */
async function save(page) {
  const saved = page.waitForEvent("download");
  await page.click("#save");
  if (await page.locator("#save-open").isVisible()) await page.click("#save-open");
  const download = await saved;
  const path = join(out, `saved-${Math.random().toString(36).slice(2)}.toml`);
  await download.saveAs(path);
  return { path, name: download.suggestedFilename() };
}

const score = (path) => JSON.parse(cxm("score", path, "-f", "json"));

/** Metadata apart, since a form has its own. */
const result = (path) => ({ ...score(path), metadata: {} });

test("what is filled in by keyboard is saved, and scores as the same answers in a file", async () => {
  const { context, page, amiss } = await blank();
  const questions = await page.locator("fieldset[data-question]").count();
  assert.equal(questions, 28);
  const note = 'She said: "no" \\ \t<b>日本</b>\nsecond line \u{1f600} \u007f = | `x`';
  await page.fill("#m-organisation", 'Kitano "Outdoor" 株式会社 </script>');
  await page.fill("#m-date", "2026-10-02");
  const ids = await page.locator("fieldset[data-question]").evaluateAll((all) => all.map((one) => one.dataset.question));
  const expected = [];
  for (const [at, id] of ids.entries()) {
    const options = page.locator(`input[name="${id}"]`);
    const option = at % 5;
    await options.first().focus();
    await page.keyboard.press("Space");
    for (let step = 0; step < option; step += 1) await page.keyboard.press("ArrowDown");
    expected.push(`${id} = ${option + 1}`);
  }
  assert.equal(await page.textContent("#answered"), "28");
  await page.locator(`#q-${ids[0]} summary`).press("Enter");
  await page.fill(`#n-${ids[0]}`, note);
  const { path, name } = await save(page);
  assert.equal(name, "cx-maturity_Kitano-Outdoor-株式会社-script.toml");
  await assert.doesNotReject(page.locator('[data-message="saved"]').waitFor({ state: "visible" }));

  const same = join(out, "same.toml");
  writeFileSync(same, `assessment = "cx-maturity"\n[answers]\n${expected.join("\n")}\n`);
  assert.deepEqual({ ...result(path), notes: [] }, result(same));
  const scored = score(path);
  assert.equal(scored.metadata.organisation, 'Kitano "Outdoor" 株式会社 </script>');
  assert.equal(scored.metadata.date, "2026-10-02");
  assert.equal(scored.notes[0].note, note.replace("\u007f", "\ufffd"));
  assert.deepEqual(amiss, []);
  await context.close();
});

test("every example can be opened, saved and opened again, and stays the same", async () => {
  for (const name of ["champion", "eight-challenges", "emerger", "incomplete", "not-applicable", "riser", "starter.json"]) {
    const original = join(root, "examples/answers", name.includes(".") ? name : `${name}.toml`);
    const { context, page, amiss } = await blank();
    await page.setInputFiles("#file", original);
    await page.locator('[data-message="loaded"]').waitFor({ state: "visible" });
    const first = await save(page);
    assert.deepEqual(score(first.path), score(original), name);
    await page.setInputFiles("#file", first.path);
    await page.locator('[data-message="loaded"]').waitFor({ state: "visible" });
    assert.equal(readFileSync((await save(page)).path, "utf8"), readFileSync(first.path, "utf8"), name);
    assert.deepEqual(amiss, []);
    await context.close();
  }
});

test("what is said of actions is written again as it was", async () => {
  const original = join(out, "actions.toml");
  const said = '[actions]\ndone = ["monthly-governance"]\n[actions.effort]\nagree-service-levels = 2.5\n[actions.clear-backlog]\nstatus = "doing"\nowner = "Ann"\ndue = 2027-03-01\neffort = 1.5\n';
  writeFileSync(original, readFileSync(join(root, "examples/answers/starter.toml"), "utf8").replace(/\n\[actions\][^]*/, "\n") + said);
  const { context, page, amiss } = await blank();
  await page.setInputFiles("#file", original);
  await page.locator('[data-message="loaded"]').waitFor({ state: "visible" });
  assert.deepEqual(score((await save(page)).path), score(original));
  assert.equal(score(original).priorities.find(({ action }) => action === "clear-backlog").effort, 1.5);
  assert.deepEqual(amiss, []);
  await context.close();
});

test("questions are numbered, and the date is that of the day on which the file is written", async () => {
  const { context, page } = await blank();
  const number = () => page.locator("fieldset[data-question] legend").last().evaluate((legend) => getComputedStyle(legend, "::before").content);
  assert.match(await number(), /counter/);
  const today = await page.evaluate(() => new Date().toLocaleDateString("sv-SE"));
  assert.equal(await page.inputValue("#m-date"), today);
  // What another day would have left there is replaced, and what was chosen stays.
  await page.clock.setFixedTime(new Date("2031-03-05T10:00:00"));
  await page.locator('input[name="skills-path"]').nth(2).check();
  assert.equal(score((await save(page)).path).metadata.date, "2031-03-05");
  await page.reload();
  assert.equal(await page.inputValue("#m-date"), "2031-03-05");
  await page.fill("#m-date", "2026-10-02");
  await page.reload();
  assert.equal(await page.inputValue("#m-date"), "2026-10-02");
  assert.equal(score((await save(page)).path).metadata.date, "2026-10-02");
  await context.close();
});

test("answers outlive the page, and can be taken back", async () => {
  const { context, page } = await blank();
  await page.locator('input[name="skills-path"]').nth(2).check();
  await page.locator('input[value="n/a"]').first().check();
  await page.reload();
  assert.equal(await page.textContent("#answered"), "2");
  assert.ok(await page.locator('input[name="skills-path"]').nth(2).isChecked());
  await page.locator("#q-skills-path .clear").click();
  await page.reload();
  assert.equal(await page.textContent("#answered"), "1");
  await page.click("#clear-all");
  await page.reload();
  assert.equal(await page.textContent("#answered"), "0");
  await context.close();
});

test("with questions open it says how many, leads to the first, and saves all the same", async () => {
  const { context, page, amiss } = await blank(japanese, "ja");
  await page.fill("#m-organisation", `北野/アウトドア: ${"長".repeat(60)}`);
  await page.fill("#m-respondent", "..\\e\u0301quipe 1");
  await page.locator('input[name="skills-onboarding"]').nth(2).check();
  await page.click("#save");
  assert.equal(await page.textContent("#left"), "27");
  assert.equal(await page.evaluate(() => document.activeElement.id), "to-open");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.name), "skills-training");
  await page.keyboard.press("Space");
  assert.equal(await page.textContent("#left"), "26");
  // What is not asked is not open, and what does not apply is answered.
  await page.locator('input[name="f-size"][value="one"]').check();
  for (const id of await page.locator("fieldset[data-question]:visible").evaluateAll((all) => all.map((one) => one.dataset.question))) {
    await page.locator(`input[name="${id}"]`).last().check();
  }
  assert.ok(!(await page.locator("#to-open").isVisible()));
  await page.locator("#q-technology-personal .clear").click();
  await page.click("#save");
  assert.equal(await page.textContent("#left"), "1");
  const { name } = await save(page);
  assert.equal(name, `cx-maturity_北野-アウトドア-${"長".repeat(22)}_équipe-1.toml`);
  assert.deepEqual(amiss, []);
  await context.close();
});

test("the language can be switched, and is the reader's own at first, unless another was asked for", async () => {
  for (const [file, locale, language] of [[form, "ja-JP", "en"], [japanese, "en-US", "ja"]]) {
    const { context, page } = await blank(file, locale);
    assert.equal(await page.evaluate(() => document.documentElement.lang), language);
    await context.close();
  }
  const file = join(out, "form-own.html");
  writeFileSync(file, cxm("template", "-f", "html"));
  const { context, page } = await blank(file, "ja-JP");
  assert.equal(await page.evaluate(() => document.documentElement.lang), "ja");
  assert.equal(await page.title(), "CX成熟度");
  await page.locator('input[name="skills-path"]').nth(1).check();
  await page.getByRole("button", { name: "English" }).click();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  assert.ok((await page.locator("main").innerText()).includes("Skilling up the service team"));
  assert.ok(!(await page.locator("body").innerText()).replace("日本語", "").match(/[\u3040-\u30ff]/));
  assert.ok(await page.locator('input[name="skills-path"]').nth(1).isChecked());
  await context.close();
});

test("facts come first, decide which questions are shown, and are saved", async () => {
  const { context, page, amiss } = await blank(pages.find(({ name, language }) => name === "form-facts" && language === "en").file);
  const shown = () => page.locator("fieldset[data-question]:visible").evaluateAll((all) => all.map((one) => one.dataset.question));
  assert.deepEqual(await shown(), ["calls", "letters", "shifts"]);
  await page.locator('input[name="calls"]').nth(1).check();
  await page.locator('input[name="shifts"]').nth(1).check();
  await page.locator('input[value="few"]').check();
  await page.locator('input[value="email"]').check();
  assert.deepEqual(await shown(), ["letters"]);
  assert.ok(!(await page.locator("#c-people").isVisible()), "a criterion of which nothing is asked");
  assert.deepEqual([await page.textContent("#answered"), await page.textContent("#asked")], ["0", "1"]);
  await page.locator('input[name="letters"]').nth(2).check();
  const first = await save(page);
  assert.match(readFileSync(first.path, "utf8"), /\n\[profile\]\nsize = "few"\nchannels = \["email"\]\n\n\[answers\]\nletters = 3\n/);
  const scored = (path) => JSON.parse(cxm("score", path, "-a", "tests/fixtures/facts.toml", "-f", "json"));
  assert.equal(scored(first.path).overall.low, 100);
  // What is asked again has its answer, also after the page was closed.
  await page.reload();
  await page.locator('input[value="telephone"]').check();
  await page.locator("#f-size .clear").click();
  assert.deepEqual(await shown(), ["calls", "letters", "shifts"]);
  assert.equal(await page.textContent("#answered"), "3");
  const second = await save(page);
  assert.match(readFileSync(second.path, "utf8"), /channels = \["telephone", "email"\]\n\n\[answers\]\ncalls = 2\nletters = 3\nshifts = 2\n/);
  await page.setInputFiles("#file", first.path);
  await page.locator('[data-message="loaded"]').waitFor({ state: "visible" });
  assert.deepEqual(await shown(), ["letters"]);
  const other = join(out, "other-facts.toml");
  writeFileSync(other, 'assessment = "facts"\n[profile]\nsize = "many"\n[answers]\nletters = 1\n');
  await page.setInputFiles("#file", other);
  await page.locator('[data-message="in-part"]').waitFor({ state: "visible" });
  assert.deepEqual(amiss, []);
  await context.close();
});

test("a file that is none says so and changes nothing", async () => {
  const { context, page } = await blank(japanese, "ja");
  await page.locator('input[name="skills-path"]').nth(1).check();
  const bad = ["", "not toml", "assessment = \"other\"\n[answers]\n", "{}", "[answers]\nskills-path = 1\n", 'assessment = "cx-maturity"\nanswers = 1\n', "a = \"\\x\""];
  for (const [at, text] of bad.entries()) {
    const path = join(out, `bad-${at}.toml`);
    writeFileSync(path, text);
    await page.setInputFiles("#file", path);
    await page.locator('[data-message="not-loaded"]').waitFor({ state: "visible" });
    assert.equal(await page.textContent("#answered"), "1");
    await page.evaluate(() => document.querySelectorAll("[data-message]").forEach((line) => { line.hidden = true; }));
  }
  const other = join(out, "other-major.toml");
  writeFileSync(other, 'assessment = "cx-maturity"\nversion = "1.9.0"\n[answers]\nskills-path = 3\n');
  await page.setInputFiles("#file", other);
  await page.locator('[data-message="other-major"]').waitFor({ state: "visible" });
  assert.ok(await page.locator('input[name="skills-path"]').nth(1).isChecked());
  const path = join(out, "in-part.toml");
  writeFileSync(path, 'assessment = "cx-maturity"\nversion = "2.99.0"\n[answers]\nskills-path = 2\nskills-gone = 1\nskills-change = 9\n');
  await page.setInputFiles("#file", path);
  await page.locator('[data-message="in-part"]').waitFor({ state: "visible" });
  assert.equal(await page.textContent("#answered"), "1");
  await context.close();
});
