import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifest } from '../../../src/server/persisted/readManifest';
import { parseSettings } from '../../../src/settings';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

const known = 'query Known { currentAccount { accountId } }';
const other = 'query Other { __typename }';

const hashOf = (document: string): string => createHash('sha256').update(document).digest('hex');

const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
const manifest = join(folder, 'manifest.json');
const writeManifest = (content: unknown): void => {
  writeFileSync(manifest, JSON.stringify(content));
};
writeManifest({
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: [{ id: hashOf(known), name: 'Known', type: 'query', body: known }],
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let gateway: TestGateway | undefined;
afterEach(() => gateway?.stop());

/** Sends a hash, a document, or both. */
const send = async (request: { hash?: string; query?: string }, method: 'POST' | 'GET' = 'POST') => {
  const extensions =
    request.hash === undefined ? undefined : { persistedQuery: { version: 1, sha256Hash: request.hash } };
  const body = { query: request.query, extensions };
  const url = new URL(`${gateway?.url ?? ''}/graphql`);
  if (method === 'GET')
    for (const [name, value] of Object.entries(body))
      if (value !== undefined) url.searchParams.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true' },
    body: method === 'POST' ? JSON.stringify(body) : undefined,
  });
  const { data, errors = [] } = (await response.json()) as {
    data?: unknown;
    errors?: { extensions: { code: string } }[];
  };
  return errors.length > 0 ? [response.status, ...errors.map(({ extensions }) => extensions.code)] : data;
};

describe('by default', () => {
  it('an operation has no hash', async () => {
    gateway = await startGateway();

    expect(await send({ hash: hashOf(known) })).toEqual([200, 'PERSISTED_QUERY_NOT_SUPPORTED']);
  });
});

describe('with PERSISTED_OPERATIONS=auto', () => {
  it('a hash stands for a document that was sent with it once, or is in the manifest', async () => {
    gateway = await startGateway({ persisted: { mode: 'auto', manifest } });
    const hash = hashOf(other);

    expect(await send({ hash })).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
    expect(await send({ hash, query: other })).toEqual({ __typename: 'Query' });
    expect(await send({ hash })).toEqual({ __typename: 'Query' });
    expect(await send({ hash }, 'GET')).toEqual({ __typename: 'Query' });
    expect(await send({ hash: hashOf(known) })).toHaveProperty('currentAccount');
  });

  it('a document beyond a limit is not kept', async () => {
    gateway = await startGateway({ persisted: { mode: 'auto', manifest: undefined } });
    const large = `{ ${Array.from({ length: 31 }, (_, index) => `a${index}: __typename`).join(' ')} }`;

    expect(await send({ hash: hashOf(large), query: large })).toEqual([400, 'LIMIT_EXCEEDED']);
    expect(await send({ hash: hashOf(large) })).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
  });
});

describe('with PERSISTED_OPERATIONS=only', () => {
  it('the operations of the manifest run, by hash or in full, and no others', async () => {
    gateway = await startGateway({ persisted: { mode: 'only', manifest } });

    expect(await send({ hash: hashOf(known) })).toHaveProperty('currentAccount');
    expect(await send({ query: known })).toHaveProperty('currentAccount');
    expect(await send({ query: other })).toEqual([403, 'FORBIDDEN']);
    expect(await send({ query: other }, 'GET')).toEqual([403, 'FORBIDDEN']);
    expect(await send({ hash: hashOf(other), query: other })).toEqual([403, 'FORBIDDEN']);
    expect(await send({ hash: hashOf(other) })).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
  });

  it('needs a manifest, and refuses a file that is none', () => {
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, '{"operations":[]}');

    expect(() => readManifest(broken)).toThrow(
      `PERSISTED_OPERATIONS_MANIFEST must be a file with an Apollo persisted query manifest, but ${JSON.stringify(broken)} has another form.`,
    );
    expect(() => readManifest(join(folder, 'missing.json'))).toThrow('cannot be read (ENOENT).');
    expect(parseSettings({ PERSISTED_OPERATIONS: 'only' }).problems).toEqual([
      'PERSISTED_OPERATIONS_MANIFEST must be set where PERSISTED_OPERATIONS is only.',
    ]);
  });
});
