import fc from 'fast-check';
import type { AttributedChange, Attribution } from '../../../../src/changes/attribution/AttributedChange';
import { attribute, intervalOf } from '../../../../src/changes/attribution/attribute';
import { hashParameters } from '../../../../src/json/hashParameters';
import type { EventRecord } from '../../../../src/operations/actiontrail/EventRecord';
import { runs } from '../../../support/soak';

const minute = 60_000;
const now = Date.parse('2026-06-30T08:00:00Z');
const capturedAt = now - 60 * minute;
const resource = {
  accountId: '1000000000000001',
  region: 'cn-hangzhou',
  resourceType: 'ACS::ECS::Instance',
  resourceId: 'i-1',
  names: [],
};

interface Deed {
  readonly id?: string;
  readonly at?: number;
  readonly operation?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly more?: Partial<EventRecord>;
}

const event = ({
  id = 'E1',
  at = capturedAt - minute,
  operation = 'ModifyInstance',
  parameters = {},
  more,
}: Deed = {}) =>
  ({
    eventId: id,
    eventName: operation,
    eventTime: new Date(at).toISOString(),
    eventRW: 'Write',
    resourceType: 'ACS::ECS::Instance',
    resourceName: 'i-1',
    requestParameters: hashParameters({ InstanceId: 'i-1', RegionId: 'cn-hangzhou', ...parameters }),
    ...more,
  }) as EventRecord;

const change = (diff: Readonly<Record<string, readonly [unknown, unknown]>>, type = 'MODIFY'): AttributedChange => ({
  capturedAt,
  type,
  resource,
  properties: Object.entries(diff).map(([path, [before, after]]) => ({ path, kind: 'REPLACED', before, after })),
});
const larger = change({ InstanceType: ['ecs.g7.large', 'ecs.g7.xlarge'] });

const judge = (
  of: AttributedChange,
  events: readonly EventRecord[],
  more: { isComplete?: boolean; readAt?: number } = {},
) =>
  attribute(of, {
    interval: intervalOf({ capturedAt: of.capturedAt, previousAt: of.capturedAt - 30 * minute }),
    events,
    isComplete: true,
    readAt: now,
    ...more,
  });
const verdict = ({ confidence, reason }: Attribution) => reason ?? confidence;
const judged = (of: AttributedChange, ...deeds: readonly Deed[]) => verdict(judge(of, deeds.map(event)));

describe('an event asked for a change', () => {
  it.each<[string, AttributedChange, Deed]>([
    ['if it sets a property to its new value', larger, { parameters: { InstanceType: 'ecs.g7.xlarge' } }],
    ['whatever the letter case of the property', larger, { parameters: { instanceType: 'ecs.g7.xlarge' } }],
    [
      'if it sets a number or a flag',
      change({ Size: [100, 200], On: [false, true] }),
      { parameters: { Size: '200', On: 'true' } },
    ],
    ['if it sends a list as JSON', change({ Ids: [['a'], ['a', 'b']] }), { parameters: { Ids: '["a","b"]' } }],
    [
      'if a long value of it is new anywhere',
      change({ Ips: [['10.0.0.0/8'], ['10.0.0.0/8', '0.0.0.0/0']] }),
      { parameters: { SourceCidrIp: '0.0.0.0/0' } },
    ],
    ['if it stops what is stopped', change({ Status: ['Running', 'Stopping'] }), { operation: 'StopInstances' }],
    ['if it starts what runs', change({ Status: ['Stopped', 'Running'] }), { operation: 'StartInstance' }],
    [
      'if it creates what is discovered',
      change({ Status: [null, 'Running'] }, 'DISCOVERED'),
      { operation: 'RunInstances' },
    ],
    ['if it deletes what is removed', change({ Status: ['Running', null] }, 'REMOVE'), { operation: 'DeleteInstance' }],
  ])('%s', (_, of, deed) => {
    expect(judged(of, deed)).toBe('EXACT');
  });

  it.each<[string, AttributedChange, Deed]>([
    ['that sets another value', larger, { parameters: { InstanceType: 'ecs.g7.2xlarge', Note: 'ecs.g7.xlarge' } }],
    ['that sets nothing', larger, {}],
    ['whose value is a short number', change({ Size: [1, 200_000] }), { parameters: { Bandwidth: 200_000 } }],
    [
      'whose value was there before',
      change({ Ids: [['sg-web'], ['sg-web', 'sg-ops-1']] }),
      { parameters: { Group: 'sg-web' } },
    ],
    ['that only names where it goes', change({ Zone: ['a', 'cn-hangzhou'] }), {}],
    ['whose value is named like a secret', larger, { parameters: { Password: 'ecs.g7.xlarge' } }],
    ['that starts what is stopped', change({ Status: ['Running', 'Stopped'] }), { operation: 'StartInstance' }],
    ['that stops something else', change({ Status: ['Running', 'Stopped'] }), { operation: 'StopSnapshot' }],
    [
      'that creates something else',
      change({ Status: [null, 'Running'] }, 'DISCOVERED'),
      { operation: 'CreateSnapshot' },
    ],
    ['that deletes a part', change({ Status: ['Running', null] }, 'REMOVE'), { operation: 'DeleteInstanceTag' }],
  ])('does not show for one %s', (_, of, deed) => {
    expect(judged(of, deed)).toBe('NOT_SHOWN');
  });
});

describe('a change has no event', () => {
  const asks = { InstanceType: 'ecs.g7.xlarge' };

  it.each<[string, Deed]>([
    ['a read', { parameters: asks, more: { eventRW: 'Read' } }],
    ['a read that is noted as a write', { operation: 'QueryInstance', parameters: asks }],
    ['a call that failed', { parameters: asks, more: { errorCode: 'IncorrectStatus' } }],
    ['a call with a text of an error', { parameters: asks, more: { errorMessage: true } }],
    ['a call before the interval', { parameters: asks, at: capturedAt - 31 * minute }],
    ['a call after the capture', { parameters: asks, at: capturedAt + minute + 1 }],
    ['a resource of the same name', { parameters: asks, more: { resourceType: 'ACS::OSS::Bucket' } }],
    ['another resource', { parameters: asks, more: { resourceName: 'i-10' } }],
  ])('by %s', (_, deed) => {
    expect(judged(larger, deed)).toBe('NO_EVENT');
  });

  it('if the cloud changes the property by itself, without a look at any event', () => {
    const of = { ...change({ LastLoginDate: ['a', 'b'] }), resource: { ...resource, resourceType: 'ACS::RAM::User' } };

    expect(judge(of, [])).toEqual({ confidence: 'NONE', reason: 'SELF_CHANGE', events: [], isFinal: true });
  });

  it('if it is older than the trail', () => {
    expect(verdict(judge(larger, [], { readAt: now + 91 * 24 * 60 * minute }))).toBe('OLDER_THAN_90_DAYS');
  });
});

it('names the resource by either list of an event, and by types of either spelling', () => {
  const asks = { parameters: { InstanceType: 'ecs.g7.xlarge' } };
  const none = { resourceType: undefined, resourceName: undefined };
  const by = (more: Partial<EventRecord>) => judged(larger, { ...asks, more: { ...none, ...more } });

  expect(by({ referencedResources: '{"ACS::ECS::Instance":["i-2","i-1"]}' })).toBe('EXACT');
  expect(by({ referencedResources: '[{"resourceType":"instance","resourceName":"i-1"}]' })).toBe('EXACT');
  expect(by({ resourceType: 'ACS::ECS::Disk;Instance', resourceName: 'd-1;i-2,i-1' })).toBe('EXACT');
  expect(by({ resourceName: 'i-1' })).toBe('EXACT');
  expect(by({ resourceType: 'Instance;ACS::ECS::Disk', resourceName: 'i-2;i-1' })).toBe('NO_EVENT');
});

it('is sure of none of several that asked, nor if events may be missing', () => {
  const asks = event({ parameters: { InstanceType: 'ecs.g7.xlarge' } });
  const again = event({ id: 'E2', at: capturedAt - 2 * minute, parameters: { InstanceType: 'ecs.g7.xlarge' } });
  const other = event({ id: 'E3', operation: 'TagResources' });

  expect(judge(larger, [asks, again])).toMatchObject({
    confidence: 'LIKELY',
    reason: 'SEVERAL_EVENTS',
    events: [asks, again],
  });
  expect(judge(larger, [other, asks])).toMatchObject({ confidence: 'EXACT', events: [asks] });
  expect(judge(larger, [asks, asks])).toMatchObject({ confidence: 'EXACT' });
  expect(judge(larger, [{ ...again, eventId: asks.eventId }, asks])).toMatchObject({ reason: 'SEVERAL_EVENTS' });
  expect(judge(larger, [asks], { isComplete: false })).toMatchObject({ confidence: 'LIKELY', reason: 'INCOMPLETE' });
  expect(judge(larger, [], { isComplete: false })).toMatchObject({ confidence: 'NONE', reason: 'INCOMPLETE' });
  expect(judge(larger, [asks], { readAt: capturedAt + 10 * minute })).toMatchObject({
    confidence: 'LIKELY',
    reason: 'NOT_YET_QUERYABLE',
    isFinal: false,
  });
});

it('looks a day back at most if the change before is not known, and not before the resource was there', () => {
  const day = 24 * 60 * minute;

  expect(intervalOf({ capturedAt })).toEqual({ from: capturedAt - day - minute, to: capturedAt + minute });
  expect(intervalOf({ capturedAt, createdAt: capturedAt - 5 * minute }).from).toBe(capturedAt - 6 * minute);
  expect(intervalOf({ capturedAt, createdAt: capturedAt + 5 * minute }).from).toBe(capturedAt - day - minute);
  expect(intervalOf({ capturedAt, createdAt: 0 }).from).toBe(capturedAt - day - minute);
});

/* Histories with authors that are known. */

const values: Readonly<Record<string, readonly unknown[]>> = {
  InstanceType: ['ecs.g7.large', 'ecs.g7.xlarge', 'ecs.c7.xlarge'],
  Cpu: [2, 4, 8],
  Protected: [true, false],
  Groups: [['sg-web-1'], ['sg-web-1', 'sg-ops-1'], ['sg-ops-1']],
  Status: ['Running', 'Stopped'],
  Description: ['', 'billing worker', 'drained'],
};
const names = Object.keys(values);

const step = fc.record({
  property: fc.constantFrom(...names),
  turn: fc.integer({ min: 1, max: 2 }),
  gap: fc.integer({ min: 1, max: 6 }),
  lead: fc.integer({ min: 1, max: 590 }),
  isNoted: fc.boolean(),
  noise: fc.array(fc.constantFrom('read', 'failed', 'other', 'stale', 'namesake', 'twin'), { maxLength: 3 }),
});

interface Planted {
  readonly change: AttributedChange;
  readonly previousAt: number;
  readonly authors: readonly string[];
  /** Whether its one author is the only write to the resource in its interval. */
  readonly isAlone: boolean;
}

function plant(steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]) {
  const current = new Map(names.map((name) => [name, 0]));
  const events: EventRecord[] = [];
  /** What each write asked for. */
  const asked = new Map<string, object>();
  const writes: { readonly at: number; readonly id: string }[] = [];
  const planted: Omit<Planted, 'isAlone'>[] = [];
  let at = now - 40 * 24 * 60 * minute;

  for (const [index, { property, turn, gap, lead, isNoted, noise }] of steps.entries()) {
    const previousAt = at;
    at += gap * 10 * minute;
    const all = values[property] ?? [];
    const from = current.get(property) ?? 0;
    const to = (from + (all.length > 2 ? turn : 1)) % all.length;
    current.set(property, to);
    const after = all[to];
    const asks: Deed =
      property === 'Status'
        ? { operation: after === 'Running' ? 'StartInstance' : 'StopInstance' }
        : { parameters: { [property]: typeof after === 'object' ? JSON.stringify(after) : after } };
    const add = (id: string, deed: Deed, isWrite: boolean, earlier = 0) => {
      const moment = at - lead * 1000 - earlier;
      events.push(event({ ...deed, id, at: moment }));
      if (isWrite) writes.push({ at: moment, id });
    };
    const authors: string[] = [];
    const wanted = { [property]: after };
    if (isNoted) {
      add(`${index}`, asks, true);
      asked.set(`${index}`, wanted);
      authors.push(`${index}`);
    }
    for (const [place, kind] of noise.entries()) {
      const id = `${index}/${place}`;
      const earlier = 1000 * (place + 1);
      const stale = { parameters: { [property]: JSON.stringify(all[from]) } };
      if (kind === 'read') add(id, { ...asks, more: { eventRW: 'Read' } }, false, earlier);
      if (kind === 'failed') add(id, { ...asks, more: { errorCode: 'Conflict' } }, false, earlier);
      if (kind === 'namesake') add(id, { ...asks, more: { resourceType: 'ACS::OSS::Bucket' } }, false, earlier);
      if (kind === 'other')
        add(id, { operation: 'TagResources', parameters: { 'Tag.1.Value': 'owner' } }, true, earlier);
      if (kind === 'stale') {
        add(id, stale, true, earlier);
        asked.set(id, { [property]: all[from] });
      }
      if (kind === 'twin') {
        add(id, asks, true, earlier);
        asked.set(id, wanted);
        authors.push(id);
      }
    }
    const of = { ...change({ [property]: [all[from], after] }), capturedAt: at };
    planted.push({ change: of, previousAt, authors });
  }
  const histories: readonly Planted[] = planted.map((one) => {
    const { from, to } = intervalOf({ capturedAt: one.change.capturedAt, previousAt: one.previousAt });
    const within = writes.filter((write) => write.at > from && write.at <= to);
    return { ...one, isAlone: within.length === 1 && within[0]?.id === one.authors[0] };
  });
  return { events, asked, histories };
}

/** Whether all that somebody asked for is in what a change shows. */
const isPartOf = (asked: object = {}, shown: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(asked).length > 0 &&
  Object.entries(asked).every(([name, value]: [string, unknown]) => {
    const after = shown[name];
    return Array.isArray(value) && Array.isArray(after)
      ? value.every((part) => after.includes(part))
      : JSON.stringify(value) === JSON.stringify(after);
  });

it('never names the wrong author for sure, and names the only one for sure nearly always', () => {
  let alone = 0;
  let sure = 0;

  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
      const { events, asked, histories } = plant(steps);
      for (const { change: of, previousAt, authors, isAlone } of histories) {
        const interval = intervalOf({ capturedAt: of.capturedAt, previousAt });
        const found = attribute(of, { interval, events, isComplete: true, readAt: now });
        const isExact = found.confidence === 'EXACT';
        const [named] = found.events.map(({ eventId }) => eventId);
        const shown = Object.fromEntries(of.properties.map(({ path, after }) => [path, after]));
        // An author who asked for the same just before is no wrong one. Nobody else is named for sure.
        if (isExact) expect(isPartOf(asked.get(named ?? ''), shown)).toBe(true);
        if (isExact && authors.length > 0) expect(authors).toContain(named);
        expect(found.reason === null).toBe(isExact);
        if (isAlone) {
          alone += 1;
          if (isExact) sure += 1;
        }
      }
    }),
    runs(10_000),
  );

  expect(alone).toBeGreaterThan(100);
  expect(sure / alone).toBeGreaterThanOrEqual(0.99);
});
