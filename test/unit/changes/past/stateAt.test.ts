import fc from 'fast-check';
import { fingerprintOf } from '../../../../src/changes/fingerprint';
import type { PresentResource, UndoableChange } from '../../../../src/changes/past/Undoing';
import type { PastState } from '../../../../src/changes/past/stateAt';
import { fitsTogether, stateAt } from '../../../../src/changes/past/stateAt';
import { runs } from '../../../support/soak';

type Members = Readonly<Record<string, unknown>>;

interface Step {
  /** Milliseconds since the step before. */
  readonly after: number;
  readonly kind: 'set' | 'turn';
  readonly members: Members;
}

const created = 1_000_000;
const none: Members = {};
/** All changes may be newer than the present state. */
const settledAt = 0;

/** Null and absent are one: changes do not distinguish them. */
const withoutNulls = (members: Members): Members =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null));

const sorted = (members: Members | null): unknown =>
  members && Object.entries(members).sort(([one], [other]) => (one < other ? -1 : 1));

/** A resource with its whole history: what was recorded, oldest first, and what it was after each millisecond. */
const play = (first: Members, steps: readonly Step[]) => {
  let now: Members | null = withoutNulls(first);
  let time = created + 60_000;
  const changes: UndoableChange[] = [change(time, 'DISCOVERED', null, now)];
  const truth = new Map<number, Members | null>([[time, now]]);
  for (const { after, kind, members } of steps) {
    time += after;
    const before: Members | null = now;
    if (kind === 'turn') now = before === null ? withoutNulls(members) : null;
    else if (before !== null) now = withoutNulls({ ...before, ...members });
    if (now === before) continue;
    changes.push(change(time, now === null ? 'REMOVE' : before === null ? 'DISCOVERED' : 'MODIFY', before, now));
    truth.set(time, now);
  }
  const present: PresentResource = { exists: now !== null, configuration: now };
  return { changes, truth, present, end: time };
};

const change = (time: number, type: string, before: Members | null, after: Members | null): UndoableChange => {
  const names = [...new Set([...Object.keys(before ?? none), ...Object.keys(after ?? none)])];
  const valueOf = (side: Members | null, name: string): unknown =>
    side && Object.hasOwn(side, name) ? side[name] : null;
  const sides = names.map((name) => [name, [valueOf(before, name), valueOf(after, name)]] as const);
  const changed = sides.filter(([, [one, other]]) => JSON.stringify(one) !== JSON.stringify(other));
  return {
    CaptureTime: time,
    ResourceEventType: type,
    ResourceCreateTime: created,
    ConfigurationDiff: JSON.stringify(Object.fromEntries(changed)),
  };
};

const value = fc.oneof(fc.constantFrom(1, 2, 3, null), fc.constantFrom('x', ['a', 'b'], { a: 1, b: null }));
const members = fc.dictionary(fc.constantFrom('p', 'q', '__proto__'), value, { maxKeys: 3 });

const histories = (after: fc.Arbitrary<number>) =>
  fc.tuple(
    members,
    fc.array(fc.record<Step>({ after, kind: fc.constantFrom('set', 'set', 'set', 'turn'), members }), {
      maxLength: 25,
    }),
  );

/** What a reader gets of a history: newest first, equal changes of one millisecond once, ties in any order. */
const read = (changes: readonly UndoableChange[], order: (change: UndoableChange) => number) => {
  const distinct = new Map(changes.map((one) => [`${one.CaptureTime} ${fingerprintOf(one)}`, one]));
  return [...distinct.values()].sort((a, b) => b.CaptureTime - a.CaptureTime || order(b) - order(a));
};

const answerOf = ({ existed, configuration }: PastState) => [existed, sorted(configuration)];
const trueAnswer = (state: Members | null) => [state !== null, sorted(state)];

describe('to undo what was done', () => {
  it('is the identity at each moment of any history, and is certain', () => {
    fc.assert(
      fc.property(histories(fc.integer({ min: 1, max: 1000 })), ([first, steps]) => {
        const { changes, truth, present } = play(first, steps);
        const newestFirst = [...changes].reverse();

        for (const [time, state] of truth) {
          const found = stateAt(time, present, { changes: newestFirst, areAll: true, settledAt });

          expect(found.doubts).toEqual([]);
          expect(answerOf(found)).toEqual(trueAnswer(state));
          expect(found.heldFrom).toBe(time);
          expect(found.undoneChanges).toBe(changes.filter(({ CaptureTime }) => CaptureTime > time).length);
        }
        const before = stateAt(created, present, { changes: newestFirst, areAll: true, settledAt });
        expect([before.doubts, before.existed, before.configuration]).toEqual([[], false, null]);
      }),
      runs(8000),
    );
  });

  it('is never certain and wrong if changes share a millisecond, in whatever order they are listed', () => {
    let certain = 0;
    let all = 0;
    fc.assert(
      fc.property(
        histories(fc.constantFrom(0, 0, 1)),
        fc.infiniteStream(fc.integer({ min: 0, max: 1000 })),
        ([first, steps], chances) => {
          const { changes, truth, present } = play(first, steps);
          const ranks = new Map(changes.map((one) => [one, Number(chances.next().value)]));
          const newestFirst = read(changes, (one) => ranks.get(one) ?? 0);

          for (const [time, state] of truth) {
            const found = stateAt(time, present, { changes: newestFirst, areAll: true, settledAt });
            all += 1;
            if (found.doubts.length > 0) continue;
            certain += 1;
            expect(answerOf(found)).toEqual(trueAnswer(state));
          }
        },
      ),
      runs(8000),
    );
    expect(certain / all).toBeGreaterThan(0.3);
  });

  it('is certain of a change of one property among others in its millisecond', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 8 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 1000 })),
        (count, chances) => {
          const steps = Array.from({ length: count }, (_, index) => ({
            after: index === 0 ? 5 : 0,
            kind: 'set' as const,
            members: { p: index + 2, [`q${index}`]: index },
          }));
          const { changes, truth, present } = play({ p: 1 }, steps);
          const ranks = new Map(changes.map((one) => [one, Number(chances.next().value)]));
          const newestFirst = read(changes, (one) => ranks.get(one) ?? 0);
          const [[start = 0] = []] = truth;

          const found = stateAt(start, present, { changes: newestFirst, areAll: true, settledAt });

          expect([found.doubts, found.configuration]).toEqual([[], { p: 1 }]);
        },
      ),
      runs(800),
    );
  });
});

const at = (
  time: number,
  type: string,
  diff: string | undefined,
  more: Partial<UndoableChange> = {},
): UndoableChange => ({
  CaptureTime: time,
  ResourceEventType: type,
  ConfigurationDiff: diff,
  ...more,
});

const now = (configuration: Members | null, exists: boolean | undefined = true): PresentResource => ({
  exists,
  configuration,
});

/** What is doubtful at time 10, whether it existed, and as what. */
const at10 = (present: PresentResource, changes: readonly UndoableChange[], areAll = true) => {
  const { doubts, existed, configuration } = stateAt(10, present, { changes, areAll, settledAt });
  return [doubts, existed, configuration];
};

const unknown: PresentResource = { exists: undefined, configuration: null };
const base = at(5, 'MODIFY', '{"p":[0,1]}');
const late = 10_000_000;

describe('a doubt', () => {
  it.each<[string, PresentResource, readonly UndoableChange[], unknown[], boolean?]>([
    [
      'a change that left something else behind',
      now({ p: 9 }),
      [at(20, 'MODIFY', '{"p":[1,2]}'), base],
      [['MISMATCH'], true, { p: 1 }],
    ],
    [
      'the change before that left something else behind',
      now({ p: 3 }),
      [at(20, 'MODIFY', '{"p":[2,3]}'), base],
      [['MISMATCH'], true, { p: 2 }],
    ],
    [
      'a present state that is not what the newest change left behind',
      now({ p: 2 }),
      [base],
      [['MISMATCH'], true, { p: 2 }],
    ],
    [
      'a change of what was removed',
      now(null, false),
      [at(20, 'MODIFY', '{"p":[1,2]}'), base],
      [['MISMATCH'], true, { p: 1 }],
    ],
    [
      'the removal of what exists',
      now({ p: 1 }),
      [at(20, 'REMOVE', '{"p":[1,null]}'), base],
      [['MISMATCH'], true, { p: 1 }],
    ],
    [
      'a change that cannot be parsed',
      now({ p: 1 }),
      [at(20, 'MODIFY', '{"p":'), base],
      [['UNPARSABLE_CHANGE'], true, { p: 1 }],
    ],
    [
      'a change without a diff',
      now({ p: 1 }),
      [at(20, 'MODIFY', undefined), base],
      [['UNPARSABLE_CHANGE'], true, { p: 1 }],
    ],
    [
      'a present configuration that cannot be parsed',
      now(null),
      [at(5, 'MODIFY', '{}')],
      [['UNPARSABLE_CHANGE'], true, null],
    ],
    [
      'a removal without a diff, if nothing else has the values',
      now(null, false),
      [at(20, 'REMOVE', ''), base],
      [['UNPARSABLE_CHANGE', 'MISMATCH'], true, {}],
    ],
    [
      'too many changes',
      now({ p: 2 }),
      [at(20, 'MODIFY', '{"p":[1,2]}')],
      [['TOO_MANY_CHANGES'], true, { p: 1 }],
      false,
    ],
    [
      'a discovery of what was there before',
      now({ p: 2 }),
      [at(20, 'DISCOVERED', '{"p":[null,2]}'), base],
      [['RECORDING_GAP'], true, { p: 2 }],
    ],
    [
      'a resource that is not known any more, and was not removed',
      unknown,
      [at(20, 'MODIFY', '{"p":[1,2]}'), base],
      [['RECORDING_GAP', 'MISMATCH'], true, { p: 1 }],
    ],
    [
      'a discovery long after the creation',
      now({ p: 2 }),
      [at(late, 'DISCOVERED', '{"p":[null,2]}', { ResourceCreateTime: 11 })],
      [['BEFORE_RECORDING'], undefined, null],
    ],
    [
      'the same, created before the moment',
      now({ p: 2 }),
      [at(late, 'DISCOVERED', '{"p":[null,2]}', { ResourceCreateTime: 0 })],
      [['BEFORE_RECORDING'], true, null],
    ],
    [
      'a first change that is no discovery',
      now({ p: 2 }),
      [at(20, 'MODIFY', '{"p":[1,2]}')],
      [['BEFORE_RECORDING'], true, { p: 1 }],
    ],
    ['a resource without any change', now({ p: 2 }), [], [['BEFORE_RECORDING'], true, { p: 2 }]],
    ['a resource that nobody knows', unknown, [], [['BEFORE_RECORDING'], undefined, null]],
    [
      'a change that was recorded late',
      now({ p: 2 }),
      [at(20, 'MODIFY_REVISED', '{"p":[1,2]}'), base],
      [['REVISED_CHANGE'], true, { p: 1 }],
    ],
  ])('is %s', (_, present, changes, expected, areAll = true) => {
    expect(at10(present, changes, areAll)).toEqual(expected);
  });

  it.each<[string, PresentResource, readonly UndoableChange[], unknown[]]>([
    [
      'a change of relationships alone',
      now({ p: 1 }),
      [at(20, 'MODIFY', undefined, { RelationshipDiff: '{}' }), base],
      [[], true, { p: 1 }],
    ],
    [
      'a removal, whose resource Cloud Config forgot',
      unknown,
      [at(20, 'REMOVE', '{"p":[1,null]}'), base],
      [[], true, { p: 1 }],
    ],
    [
      'a removal without a diff, if the removed resource still has the values',
      now({ p: 1 }, false),
      [at(20, 'REMOVE', ''), base],
      [[], true, { p: 1 }],
    ],
    [
      'a discovery soon after the creation',
      now({ p: 1 }),
      [at(20, 'DISCOVERED', '{"p":[null,1]}', { ResourceCreateTime: 15 })],
      [[], false, null],
    ],
    [
      'a discovery after a removal',
      now({ p: 1 }),
      [at(20, 'DISCOVERED', '{"p":[null,1]}'), at(5, 'REMOVE', '{"p":[3,null]}')],
      [[], false, null],
    ],
    ['what did not change since', now({ p: 1, q: null }), [base], [[], true, { p: 1, q: null }]],
    [
      'keys in another order',
      now({ p: { a: 1, b: 2 } }),
      [at(20, 'MODIFY', '{"p":[1,{"b":2,"a":1}]}'), base],
      [[], true, { p: 1 }],
    ],
  ])('is not %s', (_, present, changes, expected) => {
    expect(at10(present, changes)).toEqual(expected);
  });

  it('is a state before a gap, even if nothing contradicts it', () => {
    const changes = [
      at(20, 'DISCOVERED', '{"p":[null,1]}'),
      at(15, 'MODIFY', '{"p":[7,1]}'),
      at(5, 'MODIFY', '{"p":[0,7]}'),
    ];

    expect(at10(now({ p: 1 }), changes)).toEqual([['RECORDING_GAP'], true, { p: 7 }]);
  });

  it('is what another resource with the same ID was before', () => {
    const again = at(late, 'DISCOVERED', '{"p":[null,1]}', { ResourceCreateTime: late - 1 });

    expect(at10(now({ p: 1 }), [again, base])).toEqual([['RECORDING_GAP'], undefined, null]);
  });
});

it('says from when to when a state was held', () => {
  const changes = [at(30, 'MODIFY', '{"p":[2,3]}'), at(20, 'MODIFY', '{"p":[1,2]}'), base];
  const heldAt = (time: number) => {
    const { heldFrom, heldUntil, undoneChanges } = stateAt(time, now({ p: 3 }), { changes, areAll: true, settledAt });
    return [heldFrom, heldUntil, undoneChanges];
  };

  expect(heldAt(30)).toEqual([30, undefined, 0]);
  expect(heldAt(29)).toEqual([20, 30, 1]);
  expect(heldAt(5)).toEqual([5, 20, 2]);
  expect(heldAt(4)).toEqual([undefined, 5, 3]);
});

it.each<[string, PresentResource, readonly UndoableChange[], boolean]>([
  ['the newest change left it behind', now({ p: 1 }), [base], true],
  ['there is no change', now({ p: 1 }), [], true],
  ['the newest change left something else behind', now({ p: 2 }), [base], false],
  ['the newest change removed it', now({ p: 1 }), [at(5, 'REMOVE', '{}')], false],
  ['it was removed', now(null, false), [at(5, 'REMOVE', '{}')], true],
  ['it is gone, without a removal', unknown, [base], false],
  ['it is gone, by a removal', unknown, [at(5, 'REMOVE', '{}')], true],
])('a present state and a timeline fit together or not: %s', (_, present, changes, expected) => {
  expect(fitsTogether(present, { changes, areAll: true, settledAt })).toBe(expected);
});
