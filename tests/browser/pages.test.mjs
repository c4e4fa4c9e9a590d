// Every page, as people meet it: in both languages and both colour schemes, on a phone, and on paper.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import { answers, browser, make, open, out, pages, program, root } from "./pages.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let chromium;

before(async () => {
  make();
  chromium = await browser();
});
after(() => chromium?.close());

for (const { name, language, file } of pages) {
  for (const scheme of ["light", "dark"]) {
    test(`${name} ${language} ${scheme}: accessible, and nothing leaves the page`, async () => {
      const context = await chromium.newContext({ colorScheme: scheme, locale: language, viewport: { width: 1100, height: 1400 } });
      const { page, amiss } = await open(context, file);
      await page.evaluate(axe);
      const { violations, passes } = await page.evaluate(() => axe.run());
      assert.ok(passes.length > 10, "the checker has looked at something");
      assert.deepEqual(violations.map((found) => [found.id, ...found.nodes.map((node) => node.html)]), []);
      assert.equal(await page.evaluate(() => document.documentElement.lang), name.startsWith("form-hostile") ? "en" : language);
      await page.screenshot({ path: file.replace(".html", `-${scheme}.png`) });
      assert.deepEqual(amiss, []);
      await context.close();
    });
  }

  test(`${name} ${language}: fits a phone, and prints on A4`, async () => {
    const context = await chromium.newContext({ viewport: { width: 360, height: 740 } });
    const { page } = await open(context, file);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 360, `it is ${wide} pixels wide`);
    const heads = await page.locator("th[scope=row]").evaluateAll((all) => all.map((head) => head.clientWidth));
    assert.ok(heads.every((head) => head > 60), `heads of rows are ${heads} pixels wide`);
    await page.screenshot({ path: file.replace(".html", "-phone.png"), fullPage: true });
    const pdf = await page.pdf({ path: file.replace(".html", ".pdf"), preferCSSPageSize: true, printBackground: true });
    const boxes = new Set(pdf.toString("latin1").match(/\/MediaBox \[[^\]]*\]/g));
    assert.deepEqual([...boxes].map((box) => box.match(/[\d.]+/g).slice(2).map((points) => Math.round(points))), [[595, 842]]);
    await context.close();
  });

  test(`${name} ${language}: valid HTML`, async () => {
    const loader = new FileSystemConfigLoader({ root: true, extends: ["html-validate:standard", "html-validate:a11y"], rules });
    const report = await new HtmlValidate(loader).validateFile(file);
    const messages = report.results.flatMap((result) => result.messages);
    assert.deepEqual(messages.map((found) => `${found.line}:${found.column} ${found.ruleId}: ${found.message}`), []);
  });
}

/** The width and the height of what A4 has inside its margins, in pixels. */
const inside = { width: 665, height: 994 };

for (const { name, language, file } of pages.filter(({ name }) => name.startsWith("report") && name !== "report-hostile")) {
  test(`${name} ${language}: what leaders read fits the first page, and nothing asks for a shell`, async () => {
    const context = await chromium.newContext({ viewport: { width: 794, height: 1123 } });
    const { page } = await open(context, file);
    await page.emulateMedia({ media: "print" });
    // Styles go by the width of the page, texts by what is inside its margins.
    await page.addStyleTag({ content: `body { width: ${inside.width}px !important; margin: 0 !important; }` });
    const bottom = await page.locator(".brief").evaluate((brief) => brief.getBoundingClientRect().bottom);
    assert.ok(bottom <= inside.height, `it ends at ${bottom} of ${inside.height} pixels`);
    assert.doesNotMatch(await page.locator("body").innerText(), /\bcxm (assess|plan|score|show|batch)\b/);
    await context.close();
  });
}

test("a result and a comparison are printed by the program itself", () => {
  for (const [name, ...words] of [["score", "champion"], ["compare", "half-a-year-before", "eight-challenges"]]) {
    const file = join(out, `${name}.pdf`);
    execFileSync(program, [name, ...words.map(answers), "-o", file], { cwd: root });
    const pdf = readFileSync(file, "latin1");
    assert.ok(pdf.startsWith("%PDF-") && pdf.includes("/MediaBox [0 0 594.95"), `${name}: ${pdf.slice(0, 200)}`);
  }
});

// Matters of layout in the source, and nothing a browser minds.
const rules = { "no-trailing-whitespace": "off", "long-title": "off" };
