import { examplesIn, readmes, textOf } from './pages';

/** The commands of a page's code blocks that install first. */
const commandsIn = (page: string) => textOf(page).match(/(?<=^```sh\n)npm install .*/gm);

it('The README is there in English and Chinese', () => {
  expect(readmes).toEqual(['README.md', 'README.zh-CN.md']);
});

it.each(readmes)('%s has at most 120 lines', (page) => {
  expect(textOf(page).trimEnd().split('\n').length).toBeLessThanOrEqual(120);
});

it.each(readmes)('%s has two commands, which CI runs', (page) => {
  expect(commandsIn(page)).toEqual(['npm install && npm start', 'npm install && npm test']);
});

it.each(readmes)('%s has one query, the same in every language', (page) => {
  expect(examplesIn(page)).toHaveLength(1);
  expect(examplesIn(page)).toEqual(examplesIn('README.md'));
});
