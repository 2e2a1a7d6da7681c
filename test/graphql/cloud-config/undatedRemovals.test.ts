import { managementId, smallWorld } from '../../emulator/world/worlds';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

/** If Cloud Config dates a removal by the change before it, the feed says so, and finds what is in its range. */

const at = (hour: number): string => `2026-06-30T0${hour}:00:00.000Z`;
const resource = (id: string, changes: readonly (readonly [at: string, type: string])[]) => ({
  accountId: managementId,
  region: 'cn-hangzhou',
  resourceType: 'ACS::ECS::Instance',
  resourceId: id,
  changes: changes.map(([when, type]) => ({ at: when, type })),
});
const world = smallWorld({
  clock: 'frozen',
  management: { recorder: { since: '2025-01-01T00:00:00.000Z' } },
  resources: [
    resource('i-changed', [[at(5), 'DISCOVERED']]),
    resource('i-gone', [
      [at(1), 'DISCOVERED'],
      [at(6), 'REMOVE'],
    ]),
    resource('i-long-gone', [
      ['2026-06-20T00:00:00.000Z', 'DISCOVERED'],
      [at(7), 'REMOVE'],
    ]),
  ],
});

const document = `query ($first: Int, $after: String) {
  configurationChanges(first: $first, after: $after, scope: { accountIds: ["${managementId}"] }) {
    nodes { rawEventType resource { resourceId } } gaps { source accountId code retryable } pageInfo { hasNextPage endCursor }
  } }`;

interface Page {
  readonly nodes: readonly { readonly rawEventType: string; readonly resource: { readonly resourceId: string } }[];
  readonly gaps: readonly object[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

let gateway: TestGateway;
afterEach(() => gateway.stop());

const read = async (variables: object): Promise<Page> => {
  const { data, errors } = await gateway.query<{ configurationChanges: Page }>(document, { ...variables });
  expect(errors).toBeUndefined();
  if (data?.configurationChanges == null) throw new Error('There is no page.');
  return data.configurationChanges;
};

const namesOf = ({ nodes }: Page) => nodes.map(({ rawEventType, resource: of }) => `${of.resourceId} ${rawEventType}`);

const gap = { source: 'ACCOUNT', accountId: managementId, code: 'UPSTREAM_BAD_RESPONSE', retryable: false };

it('knows nothing of a removal whose last change before is older, and says so', async () => {
  gateway = await startGateway({ world, readings: { deletedUpdateTime: 'last-change' } });
  const page = await read({ first: 50 });

  expect(namesOf(page)).toEqual(['i-gone REMOVE', 'i-changed DISCOVERED', 'i-gone DISCOVERED']);
  expect(page.gaps).toEqual([gap]);
});

it('puts a removal on the right page once it has seen one', async () => {
  gateway = await startGateway({ world, readings: { deletedUpdateTime: 'last-change' } });
  await read({ first: 50 });

  const first = await read({ first: 1 });
  const second = await read({ first: 1, after: first.pageInfo.endCursor });

  expect([first, second].map(namesOf)).toEqual([['i-gone REMOVE'], ['i-changed DISCOVERED']]);
  expect([first.gaps, second.gaps]).toEqual([[gap], [gap]]);
});

it('has all removals, and no gap, if they are dated by themselves', async () => {
  gateway = await startGateway({ world });
  const page = await read({ first: 50 });

  expect(namesOf(page)).toEqual(['i-long-gone REMOVE', 'i-gone REMOVE', 'i-changed DISCOVERED', 'i-gone DISCOVERED']);
  expect(page.gaps).toEqual([]);
});
