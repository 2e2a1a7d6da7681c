import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, print } from 'graphql';
import { duties, operationsFor } from '../src/ram/duties';
import type { Duty } from '../src/ram/duties';
import { ramPolicy } from '../src/ram/ramPolicy';
import { parseSettings } from '../src/settings';
import { policyFor } from '../src/tools/ramPolicy';
import { underVersion } from './support/cloudConfigVersion';
import type { TestGateway } from './support/startGateway';
import { startGateway } from './support/startGateway';

const root = join(__dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** Every query of the README with the answer that it prints. */
const examples = [...readme.matchAll(/```graphql\n(.*?)```\s+```json\n(.*?)```/gs)].map(
  ([, document = '', answer = '']) => ({
    document,
    name: /(?:query|mutation) (\w+)/.exec(document)?.[1] ?? '',
    answer: JSON.parse(answer) as unknown,
  }),
);

/** A cursor of a timeline carries what Cloud Config 2019-01-08 has counted: under that version it is another text. */
const comparable = (answer: unknown): unknown =>
  underVersion({
    '2019-01-08': JSON.parse(JSON.stringify(answer), (name, value: unknown) =>
      name === 'endCursor' ? null : value,
    ) as unknown,
    '2020-09-07': answer,
  });

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startGateway({ world: 'demo' });
});

afterAll(() => gateway.stop());

describe('the README', () => {
  it('has five queries', () => {
    expect(examples).toHaveLength(5);
  });

  it.each(examples)('prints what $name answers', async ({ document, answer }) => {
    expect(comparable(await gateway.query(document))).toEqual(comparable(answer));
  });

  it('prints the documents of schema/operations, which the integration tests use', () => {
    const folder = join(root, 'schema/operations');
    const documents = readdirSync(folder).map((file) => print(parse(readFileSync(join(folder, file), 'utf8'))));

    expect(examples.map(({ document }) => print(parse(document))).sort()).toEqual(documents.sort());
  });

  it('links to files that exist', () => {
    const links = [...readme.matchAll(/\]\(([\w./-]+)(?:#[\w-]+)?\)/g)].map(([, path = '']) => path);

    expect(links.filter((path) => !existsInProject(path))).toEqual([]);
  });

  it('names no RAM action that a real account’s policies do not have', () => {
    const version = parseSettings({ UPSTREAM: 'alibaba-cloud' }).settings?.cloudConfigVersion ?? '';
    const { Statement } = ramPolicy({ duties: Object.keys(duties) as Duty[], operations: operationsFor(version) });
    const actions = Statement.flatMap(({ Action }) => Action);
    const products = new Set(actions.map((action) => action.replace(/:.*/, '')));
    const named = [...readme.matchAll(/\b(\w+):[A-Z*][\w*]*/g)]
      .filter(([, product = '']) => products.has(product))
      .map(([action]) => action);

    expect(named).toContain('sts:AssumeRole');
    expect(named.filter((action) => !actions.includes(action))).toEqual([]);
  });

  it('asks npm run ram-policy for what it can print', () => {
    const asked = [...readme.matchAll(/`npm run ram-policy -- ([^`]+)`/g)].map(([, args = '']) => args);

    expect(asked).toContain('member-reader');
    for (const args of asked) expect(() => policyFor(args.split(' '))).not.toThrow();
  });
});

const existsInProject = (path: string): boolean => {
  try {
    return readFileSync(join(root, path)).length > 0;
  } catch {
    return false;
  }
};
