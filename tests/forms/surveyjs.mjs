// Answers forms in SurveyJS, and writes what it stores: an object a line.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { forms } from './given.mjs';

const { Model } = createRequire(import.meta.url)('survey-core');

for (const { file, given } of forms(process.argv[2])) {
  const form = JSON.parse(fs.readFileSync(file('surveyjs.json'), 'utf8'));
  const lines = given.map(({ organisation, facts, answers }) => {
    const survey = new Model(form);
    if (survey.jsonErrors?.length) throw new Error(JSON.stringify(survey.jsonErrors));
    const asked = survey.getAllQuestions().filter((question) => question.choices);
    const value = (question, option) => question.choices[option].value;
    answers.forEach((option, at) => {
      const question = asked[facts.length + at];
      if (option !== null) question.value = value(question, option);
    });
    facts.forEach((options, at) => {
      const values = options.map((option) => value(asked[at], option));
      if (values.length) asked[at].value = asked[at].getType() === 'checkbox' ? values : values[0];
    });
    survey.setValue('organisation', organisation);
    if (!survey.doComplete()) throw new Error(survey.state);
    return JSON.stringify(survey.data);
  });
  fs.writeFileSync(file('ndjson'), lines.join('\n'));
}
