/** Reads `[{ file, code }]` as JSON from stdin, writes for each the messages of ESLint with the project's rules. */
import { json } from 'node:stream/consumers';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

// Without types: what is asked here needs none, and loading every type of the project takes long.
const untyped = {
  languageOptions: { parserOptions: { project: null } },
  ...tseslint.configs.disableTypeChecked,
};
const eslint = new ESLint({ overrideConfig: [untyped] });
const answers = [];
for (const { file, code } of await json(process.stdin)) {
  const [result] = await eslint.lintText(code, { filePath: file });
  answers.push(result.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}
process.stdout.write(JSON.stringify(answers));
