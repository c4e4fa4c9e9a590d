// What respondents answer, by places: `N.given.json` has for each an `organisation`, the options of each fact, and the option
// of each question, or null. Answers are given before the facts, so that some of them stop being asked afterwards.
import fs from 'node:fs';
import path from 'node:path';

/** Each form of a folder: its number, and who answers it. */
export function forms(folder) {
  const numbers = fs.readdirSync(folder).filter((name) => name.endsWith('.given.json')).map((name) => parseInt(name, 10));
  const read = (number) => JSON.parse(fs.readFileSync(path.join(folder, `${number}.given.json`), 'utf8'));
  return numbers.map((number) => ({ number, file: (ending) => path.join(folder, `${number}.${ending}`), given: read(number) }));
}
