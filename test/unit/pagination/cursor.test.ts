import fc from 'fast-check';
import { z } from 'zod';
import { UserError } from '../../../src/errors/UserError';
import { TimelinePosition } from '../../../src/pagination/TimelinePosition';
import type { Cursors } from '../../../src/pagination/cursor';
import { CursorFormat } from '../../../src/pagination/cursor';
import { NumberedPosition } from '../../../src/pagination/readNumberedPage';
import { TokenPosition } from '../../../src/pagination/readTokenPage';
import { runs } from '../../support/soak';

const position: TimelinePosition = { from: 1, to: 2_000_000_000_000, at: 1_700_000_000_000, given: ['abc'], total: 9 };
const request = { StartTime: 1, EndTime: 2, Limit: 10, NextToken: 't' };
const timeline = new CursorFormat().bind('configurationTimeline', [{ resourceId: 'i-1' }, null], TimelinePosition);
const cursor = timeline.encode(position);

const refusalOf = (text: string, cursors: Pick<Cursors<unknown>, 'decode'> = timeline): UserError => {
  try {
    cursors.decode(text);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error(`The cursor ${text} was accepted.`);
};

/** A cursor as nobody but this module should write it: sealed, whatever is in it. */
const sealed = (value: unknown): string => new CursorFormat().bind('x', 'y', z.unknown()).encode(value);

it('gives back every position that it was made of', () => {
  const times = fc.tuple(fc.maxSafeInteger(), fc.maxSafeInteger(), fc.maxSafeInteger());
  const positions = fc.tuple(times, fc.array(fc.string()), fc.nat()).map(([moments, given, more]) => {
    const [from = 0, at = 0, to = 0] = [...moments].sort((one, other) => one - other);
    return { from, to, at, given, total: given.length + more };
  });
  fc.assert(
    fc.property(positions, fc.string(), fc.jsonValue(), (one, field, args) => {
      const cursors = new CursorFormat().bind(field, args, TimelinePosition);
      expect(cursors.decode(cursors.encode(one))).toEqual(one);
    }),
  );
});

it('is read by another process with the same arguments', () => {
  const other = new CursorFormat().bind('configurationTimeline', [{ resourceId: 'i-1' }, null], TimelinePosition);

  expect(other.decode(cursor)).toEqual(position);
});

it('stands in a URL as it is', () => {
  expect(cursor).toMatch(/^[\w-]+$/);
});

describe('what is refused', () => {
  it('says that a garbled cursor is none, in both languages', () => {
    const refusal = refusalOf('nonsense');

    expect(refusal).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: ['after'],
      explanation: {
        en: 'after must be a cursor that configurationTimeline returned, but got "nonsense".',
        zh: 'after 应为 configurationTimeline 返回的游标，但收到 "nonsense"。',
      },
    });
  });

  it('repeats no more than the beginning of a long one', () => {
    const refusal = refusalOf('x'.repeat(5000));

    expect(refusal.message).toBe(
      `after must be a cursor that configurationTimeline returned, but got "${'x'.repeat(57)}…".`,
    );
  });

  it('says that a cursor of other arguments is one, and what may change', () => {
    const refusal = refusalOf(cursor, new CursorFormat().bind('configurationTimeline', ['others'], TimelinePosition));

    expect(refusal).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: ['after'],
      explanation: {
        en: 'after must be a cursor for the same arguments, but got one that configurationTimeline returned for other arguments. Only first may change between pages.',
        zh: 'after 应为相同参数下返回的游标，但收到了 configurationTimeline 在其他参数下返回的游标：翻页时只能更改 first。',
      },
    });
  });

  it('says that a cursor of a list that is read another way now is one, and what to do', () => {
    const numbered = new CursorFormat().bind('resources', ['all'], NumberedPosition);
    const byToken = new CursorFormat().bind('resources', ['all'], TokenPosition);
    const [ofNumbers, ofTokens] = [numbered.encode({ offset: 5 }), byToken.encode({ size: 100, offset: 5, given: 5 })];

    for (const refusal of [refusalOf(ofTokens, numbered), refusalOf(ofNumbers, byToken)]) {
      expect(refusal).toMatchObject({
        code: 'BAD_USER_INPUT',
        field: ['after'],
        explanation: {
          en: 'after must be a cursor for the gateway’s current settings, but resources returned this one when the gateway read the list from another version of the upstream. Start again without after.',
          zh: 'after 应为网关在当前设置下返回的游标，但收到的游标是网关通过上游的其他版本读取该列表时由 resources 返回的。请不带 after 重新开始。',
        },
      });
    }
  });

  it.each([
    ['a number below its range', NumberedPosition, { offset: -1 }],
    ['a number above its range', TimelinePosition, { ...position, request: { ...request, Limit: 101 } }],
    ['numbers that contradict each other', TimelinePosition, { ...position, from: 9, to: 1 }],
  ])('says that a cursor with %s is none', (_, type, impossible) => {
    const text = new CursorFormat().bind('f', 'a', z.unknown()).encode(impossible);

    const refusal = refusalOf(text, new CursorFormat().bind<unknown>('f', 'a', type));

    expect(refusal.message).toMatch(/^after must be a cursor that f returned, but got "/);
  });

  it('says that a cursor with an impossible number in a position of another shape is of other settings', () => {
    const text = new CursorFormat().bind('f', 'a', z.unknown()).encode({ offset: -1, size: 'many' });

    expect(refusalOf(text, new CursorFormat().bind('f', 'a', TokenPosition)).message).toMatch(
      /^after must be a cursor for the gateway’s current settings/,
    );
  });

  it('is a cursor of another connection', () => {
    const refusal = refusalOf(
      cursor,
      new CursorFormat().bind('accounts', [{ resourceId: 'i-1' }, null], TimelinePosition),
    );

    expect(refusal.message).toMatch(/^after must be a cursor that accounts returned, but got "/);
  });

  it.each([
    ['another format', sealed([2, 'configurationTimeline', 'f', position])],
    ['no list', sealed({ ...position })],
    ['a position of another shape', new CursorFormat().bind('f', 'a', z.unknown()).encode({ page: 3 })],
    ['nothing', ''],
    ['unsealed JSON', Buffer.from(JSON.stringify([1, 'f', 'a', position])).toString('base64url')],
  ])('is %s', (_, text) => {
    expect(refusalOf(text, new CursorFormat().bind('f', 'a', TimelinePosition)).code).toBe('BAD_USER_INPUT');
  });

  it('is every text that no cursor is', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: 'binary' }),
          fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('base64url')),
        ),
        (text) => {
          expect(refusalOf(text).code).toBe('BAD_USER_INPUT');
        },
      ),
      runs(500),
    );
  });

  it('is every cursor that lost, gained or changed a character', () => {
    const at = fc.nat(cursor.length - 1);
    const anyCharacter = fc.constantFrom(...Array.from('ABCxyz019-_=+/ .'));
    const modified = fc.oneof(
      at.map((end) => cursor.slice(0, end)),
      at.map((start) => cursor.slice(start + 1)),
      fc.tuple(at, anyCharacter).map(([index, one]) => cursor.slice(0, index) + one + cursor.slice(index + 1)),
      fc.tuple(at, anyCharacter).map(([index, one]) => cursor.slice(0, index) + one + cursor.slice(index)),
      anyCharacter.map((one) => cursor + one),
    );
    fc.assert(
      fc.property(modified, (text) => {
        fc.pre(text !== cursor);
        expect(refusalOf(text).code).toBe('BAD_USER_INPUT');
      }),
      runs(1000),
    );
  });
});
