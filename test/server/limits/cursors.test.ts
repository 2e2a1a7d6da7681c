import { createHash } from 'node:crypto';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

const page = (after?: string) =>
  `{ accounts(first: 2${after === undefined ? '' : `, after: "${after}"`}) { totalCount pageInfo { endCursor hasNextPage } nodes { id } } }`;

interface Pages {
  readonly accounts?: { readonly totalCount: number | null; readonly pageInfo: { readonly endCursor: string } } | null;
}

const started: TestGateway[] = [];
const start = async (...cursorSecrets: string[]): Promise<TestGateway> => {
  const gateway = await startGateway({ cursorSecrets });
  started.push(gateway);
  return gateway;
};
afterEach(() => Promise.all(started.splice(0).map((gateway) => gateway.stop())));

/** The cursor with another position, and a checksum that fits. */
const forge = (cursor: string, change: (position: Record<string, unknown>) => object): string => {
  const text = Buffer.from(cursor, 'base64url')
    .toString()
    .replace(/^.*?\[/, '[');
  const [format, field, fingerprint, position] = JSON.parse(text) as [number, string, string, Record<string, unknown>];
  const forged = JSON.stringify([format, field, fingerprint, { ...position, ...change(position) }]);
  return Buffer.from(createHash('sha256').update(forged).digest('base64url').slice(0, 8) + forged).toString(
    'base64url',
  );
};

const failureOf = async (gateway: TestGateway, document: string) => {
  const { errors } = await gateway.query(document);
  return errors?.map(({ message, extensions }) => [extensions?.code, message.replace(/got .*/, 'got …')]);
};

const isGarbled = (field: string) => [['BAD_USER_INPUT', `after must be a cursor that ${field} returned, but got …`]];

describe('a forged cursor', () => {
  it.each([
    ['a negative number of records', () => ({ total: -5 })],
    ['a negative place', () => ({ offset: -1 })],
    ['a place that no list has', () => ({ offset: 9_000_000_000_000_000 })],
  ])('of a list with %s is refused', async (_what, change) => {
    const gateway = await start();
    const { data } = await gateway.query<Pages>(page());
    const cursor = data?.accounts?.pageInfo.endCursor ?? '';
    gateway.emulator.calls.clear();

    expect(await failureOf(gateway, page(forge(cursor, change)))).toEqual(isGarbled('accounts'));
    expect(gateway.upstreamCalls()).toEqual([]);
  });

  it.each([
    ['a negative number of changes', () => ({ total: -5 })],
    ['fewer changes than it has passed', () => ({ total: 0, given: ['a', 'b'] })],
    ['a time before its window', ({ from }: Record<string, unknown>) => ({ at: Number(from) - 1 })],
    ['a time behind its window', ({ to }: Record<string, unknown>) => ({ at: Number(to) + 1 })],
    ['a window that ends before it begins', ({ from }: Record<string, unknown>) => ({ to: Number(from) - 1 })],
    [
      'an upstream page of any size',
      ({ from, to }: Record<string, unknown>) => ({
        request: { StartTime: from, EndTime: to, Limit: 1_000_000, NextToken: 'x' },
      }),
    ],
  ])('of a timeline with %s is refused', async (_what, change) => {
    const gateway = await start();
    const timeline = (id: string, after = '') =>
      `{ node(id: "${id}") { ... on CloudResource { configurationTimeline(first: 1, after: "${after}") { nodes { id } pageInfo { endCursor } } } } }`;
    const { data } = await gateway.query<{ currentAccount: { resources: { nodes: { id: string }[] } } }>(
      '{ currentAccount { resources(first: 1) { nodes { id } } } }',
    );
    const id = data?.currentAccount.resources.nodes[0]?.id ?? '';
    const { data: first } = await gateway.query<{
      node: { configurationTimeline: { pageInfo: { endCursor: string } } };
    }>(timeline(id));
    const cursor = first?.node.configurationTimeline.pageInfo.endCursor ?? '';

    expect(await failureOf(gateway, timeline(id, cursor))).toBeUndefined();
    expect(await failureOf(gateway, timeline(id, forge(cursor, change)))).toEqual(isGarbled('configurationTimeline'));
  });
});

describe('with a secret', () => {
  const secret = 's'.repeat(32);

  it('cursors work in every replica that has it', async () => {
    const one = await start(secret);
    const { data } = await one.query<Pages>(page());
    const other = await start(secret);

    expect(await failureOf(other, page(data?.accounts?.pageInfo.endCursor))).toBeUndefined();
  });

  it('forged cursors, those of another secret, and those without one are refused', async () => {
    const open = await start();
    const unsealed = (await open.query<Pages>(page())).data?.accounts?.pageInfo.endCursor ?? '';
    const stranger = await start('t'.repeat(32));
    const foreign = (await stranger.query<Pages>(page())).data?.accounts?.pageInfo.endCursor ?? '';
    const gateway = await start(secret);
    const own = (await gateway.query<Pages>(page())).data?.accounts?.pageInfo.endCursor ?? '';

    const changed = Buffer.from(own, 'base64url');
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    for (const cursor of [unsealed, foreign, changed.toString('base64url'), own.slice(0, 20)]) {
      expect([cursor, await failureOf(gateway, page(cursor))]).toEqual([cursor, isGarbled('accounts')]);
    }
    expect(await failureOf(gateway, page(own))).toBeUndefined();
  });

  it('each gateway of a process has its own', async () => {
    const [one, other] = [await start(secret), await start('t'.repeat(32))];
    const cursorOf = async (gateway: TestGateway) =>
      (await gateway.query<Pages>(page())).data?.accounts?.pageInfo.endCursor ?? '';
    const [ofOne, ofOther] = [await cursorOf(one), await cursorOf(other)];

    expect(await failureOf(one, page(ofOne))).toBeUndefined();
    expect(await failureOf(one, page(ofOther))).toEqual(isGarbled('accounts'));
    expect(await failureOf(other, page(ofOther))).toBeUndefined();
  });

  it('cursors are the same each time, and reveal nothing to their readers', async () => {
    const gateway = await start(secret);
    const [one, other] = [await gateway.query<Pages>(page()), await gateway.query<Pages>(page())];
    const cursor = one.data?.accounts?.pageInfo.endCursor ?? '';

    expect(other.data?.accounts?.pageInfo.endCursor).toBe(cursor);
    expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toMatch(/accounts|offset|total|[[\]{}"]{2}/);
  });

  it('cursors outlive its change: the first of two secrets seals, and both open', async () => {
    const successor = 't'.repeat(32);
    const cursorOf = async (gateway: TestGateway) =>
      (await gateway.query<Pages>(page())).data?.accounts?.pageInfo.endCursor ?? '';
    const before = await cursorOf(await start(secret));
    const during = await start(successor, secret);
    const [accepted, made] = [await failureOf(during, page(before)), await cursorOf(during)];
    const after = await start(successor);

    expect(accepted).toBeUndefined();
    expect(await failureOf(after, page(made))).toBeUndefined();
    expect(await failureOf(after, page(before))).toEqual(isGarbled('accounts'));
  });
});
