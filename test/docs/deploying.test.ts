import type { Duty } from '../../src/ram/duties';
import { duties, operationsFor } from '../../src/ram/duties';
import { ramPolicy } from '../../src/ram/ramPolicy';
import { parseSettings } from '../../src/settings';
import { policyFor } from '../../src/tools/ramPolicy';
import { pages, textOf } from './pages';

const written = pages.filter((page) => !textOf(page).startsWith('<!--'));
const text = written.map(textOf).join('\n');

it('The pages name no RAM action that a real account’s policies do not have', () => {
  const version = parseSettings({ UPSTREAM: 'alibaba-cloud' }).settings?.cloudConfigVersion ?? '';
  const { Statement } = ramPolicy({ duties: Object.keys(duties) as Duty[], operations: operationsFor(version) });
  const actions = Statement.flatMap(({ Action }) => Action);
  const products = new Set(actions.map((action) => action.replace(/:.*/, '')));
  const named = [...textOf('docs/DEPLOYING.md').matchAll(/\b(\w+):[A-Z*][\w*]*/g)]
    .filter(([, product = '']) => products.has(product))
    .map(([action]) => action);

  expect(named).toContain('sts:AssumeRole');
  expect(named.filter((action) => !actions.includes(action))).toEqual([]);
});

it('The pages call npm run ram-policy with what it can print', () => {
  const asked = [...text.matchAll(/`npm run ram-policy -- ([^`]+)`/g)].map(([, args = '']) =>
    args.replace('<name>', 'Reader').replace(/<ARN[^>]*>/, 'acs:ram::1587203946182045:user/gateway'),
  );

  expect(asked).toContain('member-reader');
  for (const args of asked) expect(() => policyFor(args.split(' '))).not.toThrow();
});

it('The pages set only variables that exist', () => {
  const known = new Set(textOf('docs/SETTINGS.md').match(/(?<=^\| `)\w+/gm));
  const set = [...text.matchAll(/\b((?!ALIBABA_CLOUD_)[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)=(?=\S)/g)].map(
    ([, name = '']) => name,
  );

  expect(set.length).toBeGreaterThan(10);
  expect(set.filter((name) => !known.has(name) && name !== 'UPDATE_PAGES')).toEqual([]);
});
