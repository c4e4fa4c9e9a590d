// What the browser tests share: the pages that the program makes, and a browser to open them in.

import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const out = join(root, "target", "browser");
export const program = process.env.CXM ?? join(root, "target", "release", "cxm");

/** Runs the program at the root of the project and gives what it prints. */
export function cxm(...words) {
  return execFileSync(program, words, { cwd: root, encoding: "utf8", env: {}, stdio: ["ignore", "pipe", "inherit"] });
}

export const answers = (name) => `examples/answers/${name}.toml`;
const hostile = "tests/fixtures/hostile";

/** The page that compares organisations, in the folder with their reports. */
const organisations = (language) => {
  const folder = join(out, `organisations-${language}`);
  const words = ["batch", "examples/tables/form-export.csv", "--merge", "Organisation", "--reports", folder, "-f", "html", "--lang", language];
  return { name: "organisations", language, file: join(folder, "index.html"), words };
};

/** Every page in every language: its name, its language, and the words that make it. */
export const pages = ["en", "ja"].flatMap((language) => [
  organisations(language),
  ...[
    ["report", "score", answers("eight-challenges"), "--previous", "examples/answers/half-a-year-before.toml"],
    ["report-open", "score", answers("incomplete")],
    ["report-highest", "score", answers("champion"), "--top", "3"],
    ["report-not-applicable", "score", answers("not-applicable")],
    ["report-hostile", "score", `${hostile}/answers.toml`, "--assessment", `${hostile}/hostile.toml`],
    ["comparison", "compare", "examples/answers/half-a-year-before.toml", answers("eight-challenges")],
    ["comparison-hostile", "compare", `${hostile}/answers.toml`, `${hostile}/later.toml`, "-a", `${hostile}/hostile.toml`],
    ["form", "template"],
    ["form-hostile", "template", `${hostile}/hostile.toml`],
    ["form-facts", "template", "tests/fixtures/facts.toml"],
  ].map(([name, ...words]) => {
    const file = join(out, `${name}-${language}.html`);
    return { name, language, file, words: [...words, "-f", "html", "--lang", language, "-o", file] };
  }),
]);

/** Makes all pages. */
export function make() {
  // A form is never written over.
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const page of pages) cxm(...page.words);
}

/** Starts the browser. */
export function browser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
}

/** Opens a page, and keeps what it must not do: requests beyond itself, errors, and dialogs. */
export async function open(context, file) {
  const page = await context.newPage();
  const amiss = [];
  page.on("request", (request) => request.url() === `file://${file}` || amiss.push(`request: ${request.url()}`));
  page.on("console", (message) => amiss.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => amiss.push(`error: ${error}`));
  page.on("dialog", (dialog) => {
    amiss.push(`dialog: ${dialog.message()}`);
    dialog.accept();
  });
  await page.goto(`file://${file}`);
  return { page, amiss };
}
