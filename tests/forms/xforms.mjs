// Answers forms in the engine of ODK Web Forms, and writes what it submits as tables: as KoboToolbox and as ODK Central export
// it, which name the groups in their headers.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { JSDOM } from 'jsdom';
import { forms } from './given.mjs';

// The engine is meant for browsers.
const { window } = new JSDOM('', { url: 'http://localhost/' });
for (const name of Object.getOwnPropertyNames(window)) if (!(name in globalThis)) globalThis[name] = window[name];
Object.assign(globalThis, { window, __dirname: '.', require: createRequire(import.meta.url) });
const { createInstance } = await import('@getodk/xforms-engine');

/** All nodes of a form below one, in their order. */
const below = (node) => (node.currentState.children ?? []).flatMap((child) => [child, ...below(child)]);

/** The paths below an element and their texts. */
function values(element, path = []) {
  const children = [...element.children];
  if (!children.length) return [[path, element.textContent]];
  return children.flatMap((child) => values(child, [...path, child.tagName]));
}

async function submit(form, { organisation, facts, answers }) {
  const { root } = await createInstance(form);
  const nodes = below(root);
  const selects = nodes.filter((node) => node.nodeType === 'select');
  const value = (node, option) => node.currentState.valueOptions[option].value;
  answers.forEach((option, at) => {
    const node = selects[facts.length + at];
    if (option !== null) node.selectValue(value(node, option));
  });
  facts.forEach((options, at) => selects[at].selectValues(options.map((option) => value(selects[at], option))));
  nodes.find((node) => node.currentState.reference === '/data/organisation').setValue(organisation);
  const payload = await root.prepareInstancePayload({ payloadType: 'monolithic' });
  if (payload.status !== 'ready') throw new Error(payload.status);
  const xml = await payload.data[0].get('xml_submission_file').text();
  return values(new window.DOMParser().parseFromString(xml, 'text/xml').documentElement);
}

const cell = (text) => `"${text.replaceAll('"', '""')}"`;

for (const { file, given } of forms(process.argv[2])) {
  const form = fs.readFileSync(file('xml'), 'utf8');
  const rows = [];
  for (const respondent of given) rows.push(await submit(form, respondent));
  for (const [tool, separator] of [['kobo', '/'], ['central', '-']]) {
    const named = rows.map((row) => new Map(row.map(([path, text]) => [path.join(separator), text])));
    const header = [...new Set(named.flatMap((row) => [...row.keys()]))];
    const table = [header, ...named.map((row) => header.map((name) => row.get(name) ?? ''))];
    fs.writeFileSync(file(`${tool}.csv`), table.map((row) => `${row.map(cell).join(',')}\n`).join(''));
  }
}
