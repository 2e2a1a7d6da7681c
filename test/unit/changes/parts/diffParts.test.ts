import fc from 'fast-check';
import type { PartDifference } from '../../../../src/changes/parts/diffParts';
import { diffParts } from '../../../../src/changes/parts/diffParts';
import { parsePointer } from '../../../../src/json/jsonPointer';
import { runs } from '../../../support/soak';

const limits = { maxParts: 200, maxBytes: 64 * 1024 };
const unlimited = { maxParts: Infinity, maxBytes: Infinity };

const partsOf = (before: unknown, after: unknown): readonly PartDifference[] =>
  diffParts('P', before, after, limits).parts;

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON in a text as what it holds. */
const opened = (value: unknown): unknown => {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  return JSON.parse(value) as unknown;
};

const byId = (list: readonly unknown[]): ReadonlyMap<unknown, Members> | undefined => {
  const items = list.filter(isMembers).filter(({ Id }) => Id !== undefined);
  const map = new Map(items.map((item) => [item.Id, item]));
  return list.length > 0 && map.size === list.length ? map : undefined;
};

/** A value without the order that does not matter, and with JSON in texts opened. */
const normal = (some: unknown): unknown => {
  const value = opened(some);
  if (Array.isArray(value)) {
    const items = value.map(normal);
    const isUnordered = value.every((item) => typeof item !== 'object' || item === null) || byId(value) !== undefined;
    return isUnordered ? items.map((item) => JSON.stringify(item)).sort() : items;
  }
  if (!isMembers(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, member]) => [name, normal(member)]),
  );
};

interface Step extends PartDifference {
  readonly way: readonly string[];
}

/** Does to a value what parts say. Of the value after, only IDs are read: they say which item a position is. */
const apply = (some: unknown, steps: readonly Step[], then: unknown): unknown => {
  const [whole] = steps.filter(({ way }) => way.length === 0);
  if (whole !== undefined) return whole.after;
  const value = opened(some);
  const target = opened(then);
  if (steps.length === 0) return value;
  const below = new Map<string, Step[]>();
  for (const step of steps) {
    const [name = '', ...way] = step.way;
    below.set(name, [...(below.get(name) ?? []), { ...step, way }]);
  }
  if (Array.isArray(value) && Array.isArray(target)) return applyToList(value, below, target);
  const members = new Map(Object.entries(value as Members));
  for (const [name, inside] of below) {
    if (inside.some(({ way, kind }) => way.length === 0 && kind === 'REMOVED')) members.delete(name);
    else members.set(name, apply(members.get(name), inside, (target as Members)[name]));
  }
  return Object.fromEntries(members);
};

const applyToList = (
  list: readonly unknown[],
  below: ReadonlyMap<string, readonly Step[]>,
  then: readonly unknown[],
): unknown => {
  const all = [...below].flatMap(([name, steps]) => steps.map((step) => ({ index: Number(name), step })));
  const isOwn = ({ way, kind }: Step) => way.length === 0 && kind !== 'REPLACED';
  const own = (kind: string) => all.filter(({ step }) => isOwn(step) && step.kind === kind);
  const inside = [...below]
    .map(([name, steps]) => [name, steps.filter((step) => !isOwn(step))] as const)
    .filter(([, steps]) => steps.length > 0);
  const [one, other] = [byId(list), byId(then)];
  if (one !== undefined && other !== undefined) {
    const items = new Map(one);
    for (const { index } of own('REMOVED')) items.delete((list[index] as Members).Id);
    for (const { index, step } of own('ADDED')) items.set((then[index] as Members).Id, step.after as Members);
    for (const [name, steps] of inside) {
      const { Id } = then[Number(name)] as Members;
      items.set(Id, apply(items.get(Id), steps, then[Number(name)]) as Members);
    }
    return [...items.values()];
  }
  const items = [...list];
  for (const { index } of own('REMOVED').sort((a, b) => b.index - a.index)) items.splice(index, 1);
  for (const { index, step } of own('ADDED').sort((a, b) => a.index - b.index)) items.splice(index, 0, step.after);
  for (const [name, steps] of inside) items[Number(name)] = apply(items[Number(name)], steps, then[Number(name)]);
  return items;
};

const stepsOf = (parts: readonly PartDifference[]): readonly Step[] =>
  parts.map((part) => ({ ...part, way: (parsePointer(part.pointer) ?? []).slice(1) }));

/** Few names and values, so that two of them have much in common. */
const { value } = fc.letrec<{ value: unknown; members: object; identified: object; list: unknown[]; text: string }>(
  (tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(0, 1, null, 'x', 'y', true),
      tie('members'),
      tie('list'),
      tie('text'),
    ),
    members: fc.dictionary(fc.constantFrom('a', 'b', 'c/~', '__proto__'), tie('value'), { maxKeys: 4 }),
    identified: fc.record({ Id: fc.integer({ min: 1, max: 6 }), v: tie('value') }),
    list: fc.oneof(
      fc.array(
        tie('value').filter((item) => opened(item) === item),
        { maxLength: 5 },
      ),
      fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 6 }),
      fc.uniqueArray(tie('identified') as fc.Arbitrary<{ Id: number }>, { maxLength: 5, selector: ({ Id }) => Id }),
    ),
    text: fc.oneof(tie('members'), tie('list')).map((held) => JSON.stringify(held)),
  }),
);

const containers = value.filter((one) => typeof opened(one) === 'object' && opened(one) !== null);

describe('the parts of a change', () => {
  it('turn any value before into the value after', () => {
    fc.assert(
      fc.property(containers, containers, (before, after) => {
        fc.pre(Array.isArray(opened(before)) === Array.isArray(opened(after)));

        const { parts, isTruncated } = diffParts('P', before, after, unlimited);

        expect(isTruncated).toBe(false);
        expect(normal(apply(before, stepsOf(parts), after))).toEqual(normal(after));
      }),
      runs(8000),
    );
  });

  it('are none if nothing but an order changed that does not matter', () => {
    fc.assert(
      fc.property(containers, (before) => {
        const shuffled = (some: unknown): unknown => {
          if (Array.isArray(some)) {
            const items = some.map(shuffled);
            const isUnordered = some.every((item) => typeof item !== 'object' || item === null) || byId(some);
            return isUnordered ? items.reverse() : items;
          }
          if (!isMembers(some)) return some;
          return Object.fromEntries(
            Object.entries(some)
              .reverse()
              .map(([name, member]) => [name, shuffled(member)]),
          );
        };

        expect(diffParts('P', before, shuffled(opened(before)), unlimited).parts).toEqual([]);
      }),
      runs(4000),
    );
  });

  it('are those of the way back with both sides exchanged, in values without lists', () => {
    const { tree } = fc.letrec((tie) => ({
      tree: fc.dictionary(
        fc.constantFrom('a', 'b', 'c'),
        fc.oneof({ depthSize: 'small' }, fc.constantFrom(0, 1, 'x', null), tie('tree')),
      ),
    }));
    const swapped = { ADDED: 'REMOVED', REMOVED: 'ADDED', REPLACED: 'REPLACED' } as const;
    const texts = (parts: readonly PartDifference[]) => parts.map((part) => JSON.stringify(part)).sort();

    fc.assert(
      fc.property(tree, tree, (before, after) => {
        const back = partsOf(after, before).map((part) => ({
          pointer: part.pointer,
          kind: swapped[part.kind],
          before: part.after,
          after: part.before,
        }));

        expect(texts(back)).toEqual(texts(partsOf(before, after)));
      }),
      runs(4000),
    );
  });
});

describe('a part', () => {
  it('of an object is a member', () => {
    expect(partsOf({ same: 1, gone: 2, other: 'x' }, { same: 1, other: 'y', new: null })).toEqual([
      { pointer: '/P/gone', kind: 'REMOVED', before: 2, after: null },
      { pointer: '/P/other', kind: 'REPLACED', before: 'x', after: 'y' },
      { pointer: '/P/new', kind: 'ADDED', before: null, after: null },
    ]);
  });

  it('of a list of scalars is an item, wherever it stands', () => {
    expect(partsOf(['a', 'b', 'b', 'c'], ['c', 'b', 'a', 'd'])).toEqual([
      { pointer: '/P/2', kind: 'REMOVED', before: 'b', after: null },
      { pointer: '/P/3', kind: 'ADDED', before: null, after: 'd' },
    ]);
  });

  it.each([
    ['an ID', 'RuleId', { Name: 'x' }],
    ['a key', 'TagKey', { Note: 'x' }],
    ['a name', 'DeviceName', { Note: 'x' }],
  ])('of a list of objects that %s identifies is in the same object, wherever it stands', (_, name, more) => {
    const before = [
      { [name]: 'r1', Port: 22, ...more },
      { [name]: 'r2', Port: 80, ...more },
      { [name]: 'r3', Port: 90, ...more },
    ];
    const after = [
      { [name]: 'r4', Port: 1, ...more },
      { [name]: 'r2', Port: 443, ...more },
      { [name]: 'r1', Port: 22, ...more },
    ];

    expect(partsOf(before, after)).toEqual([
      { pointer: '/P/2', kind: 'REMOVED', before: { [name]: 'r3', Port: 90, ...more }, after: null },
      { pointer: '/P/0', kind: 'ADDED', before: null, after: { [name]: 'r4', Port: 1, ...more } },
      { pointer: '/P/1/Port', kind: 'REPLACED', before: 80, after: 443 },
    ]);
  });

  it('of another list is found behind what was put before it', () => {
    const https = { PortRange: '443/443', Policy: 'Accept' };
    const ssh = { PortRange: '22/22', Policy: 'Accept' };

    expect(partsOf([https, ssh], [{ PortRange: '1/1', Policy: 'Drop' }, https, { ...ssh, Policy: 'Drop' }])).toEqual([
      { pointer: '/P/0', kind: 'ADDED', before: null, after: { PortRange: '1/1', Policy: 'Drop' } },
      { pointer: '/P/2/Policy', kind: 'REPLACED', before: 'Accept', after: 'Drop' },
    ]);
  });

  it('can lie in JSON inside of a text, on one side or on both', () => {
    const document = (action: string) => ({ Statement: [{ Effect: 'Allow', Action: action }] });
    const part = { pointer: '/P/Statement/0/Action', kind: 'REPLACED', before: 'oss:Get*', after: 'oss:*' };

    expect(partsOf(JSON.stringify(document('oss:Get*')), JSON.stringify(document('oss:*'), null, 2))).toEqual([part]);
    expect(partsOf(JSON.stringify(document('oss:Get*')), document('oss:*'))).toEqual([part]);
  });

  it('has a pointer that escapes what has a meaning in one', () => {
    const [part] = partsOf({ 'a/b': { '~1': 1 } }, { 'a/b': { '~1': 2 } });

    expect(part?.pointer).toBe('/P/a~1b/~01');
  });

  it('keeps every digit of long integers in a text', () => {
    expect(partsOf('{"Id":9007199254740993}', '{"Id":9007199254740995}')).toEqual([
      { pointer: '/P/Id', kind: 'REPLACED', before: '9007199254740993', after: '9007199254740995' },
    ]);
  });

  it.each([
    ['scalars', 1, 2],
    ['texts that are no JSON', '{a', '{b'],
    ['an object and a list', {}, []],
    ['a value that was not there', null, { a: 1 }],
    ['texts that differ in spaces', '{"a":1}', '{ "a": 1 }'],
  ])('is not made of %s', (_, before, after) => {
    expect(diffParts('P', before, after, limits)).toEqual({ parts: [], isTruncated: false });
  });
});

describe('the limits', () => {
  const numbered = (count: number, of: (index: number) => unknown): Members =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, of(index)]));

  it('are 200 parts, and it is said if there are more', () => {
    const exact = diffParts('P', numbered(200, String), {}, limits);
    const more = diffParts('P', numbered(201, String), {}, limits);

    expect([exact.parts.length, exact.isTruncated]).toEqual([200, false]);
    expect([more.parts.length, more.isTruncated]).toEqual([200, true]);
  });

  it('omit a part that is too long, and keep the others', () => {
    const { parts, isTruncated } = diffParts('P', { long: 'x'.repeat(70_000), short: 1 }, { short: 2 }, limits);

    expect(isTruncated).toBe(true);
    expect(parts).toEqual([{ pointer: '/P/short', kind: 'REPLACED', before: 1, after: 2 }]);
  });

  it('are 32 levels: what lies deeper is one part', () => {
    const nested = (depth: number, leaf: number): unknown => (depth === 0 ? leaf : { a: nested(depth - 1, leaf) });

    const [shallow] = partsOf(nested(32, 1), nested(32, 2));
    const [deep] = partsOf(nested(34, 1), nested(34, 2));

    expect(shallow).toEqual({ pointer: `/P${'/a'.repeat(32)}`, kind: 'REPLACED', before: 1, after: 2 });
    expect(deep).toEqual({
      pointer: `/P${'/a'.repeat(32)}`,
      kind: 'REPLACED',
      before: { a: { a: 1 } },
      after: { a: { a: 2 } },
    });
  });

  it('hold for what is nested deeper than the stack', () => {
    const deep = (leaf: number): unknown => JSON.parse(`${'['.repeat(100_000)}${leaf}${']'.repeat(100_000)}`);

    expect(diffParts('P', deep(1), deep(2), limits)).toEqual({ parts: [], isTruncated: true });
  });
});
