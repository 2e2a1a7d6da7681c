import type { Format } from '../../../src/environment/formats';
import {
  isOrigin,
  list,
  megabytes,
  milliseconds,
  onOff,
  oneOf,
  pairs,
  seconds,
  text,
  urlWhere,
  whole,
} from '../../../src/environment/formats';

const origins = list({ values: 'an origin', parse: urlWhere(/^https$/, isOrigin) }, 2);
const seats = pairs({ values: '`<room>=<seats>`', key: text.parse, value: whole(1, 9).parse });

describe('a format', () => {
  it.each<[string, Format<unknown>, string, unknown]>([
    ['a text', text, 'a=b,c', 'a=b,c'],
    ['a word', oneOf('public', 'vpc'), 'vpc', 'vpc'],
    ['a switch', onOff, 'on', true],
    ['a switch', onOff, 'off', false],
    ['a number', whole(0, 10), '010', 10],
    ['milliseconds', milliseconds(1, 5000), '1500', 1500],
    ['seconds, as milliseconds', seconds(0, 60), '25', 25_000],
    ['megabytes, as bytes', megabytes(0, 100), '16', 16_000_000],
    ['a list', list(text), 'a, b,,c,', ['a', 'b', 'c']],
    ['a list with a line per part, as files have it', list(text), 'a\nb\n', ['a', 'b']],
    ['a list of origins', origins, 'https://a.example,https://b.example', ['https://a.example', 'https://b.example']],
    ['pairs', seats, 'a=1, b = 2', new Map(Object.entries({ a: 1, b: 2 }))],
    [
      'pairs whose value has an equals sign',
      pairs({ values: '', key: text.parse, value: text.parse }),
      'a==b=',
      new Map([['a', '=b=']]),
    ],
  ])('reads %s', (_name, format, given, value) => {
    expect(format.parse.parse(given)).toEqual(value);
  });

  it.each<[Format<unknown>, string]>([
    [onOff, 'true'],
    [onOff, 'ON'],
    [oneOf('public', 'vpc'), 'private'],
    [whole(1, 10), '0'],
    [whole(1, 10), '11'],
    [whole(1, 10), '1.5'],
    [whole(1, 10), '-1'],
    [whole(1, 10), '1e1'],
    [whole(1, 10), '0x1'],
    [seconds(1, 60), '25s'],
    [seconds(1, 60), '61'],
    [list(text), ','],
    [list(whole(1, 10)), '1,11'],
    [origins, 'https://a.example/path'],
    [origins, 'https://a.example,https://b.example,https://c.example'],
    [seats, ','],
    [seats, 'a'],
    [seats, 'a=10'],
    [seats, 'a=1=2'],
  ])('of %o refuses %s', (format, given) => {
    expect(format.parse.safeParse(given).success).toBe(false);
  });

  it.each<[Format<unknown>, unknown, string]>([
    [onOff, true, 'on'],
    [seconds(0, 60), 25_000, '25'],
    [megabytes(0, 100), 16_000_000, '16'],
    [list(text), ['a', 'b'], 'a,b'],
    [list(text), [], '(none)'],
    [list(onOff), [true, false], 'on,off'],
    [seats, new Map([['a', 1]]), 'a=1'],
    [seats, new Map(), '(none)'],
  ])('of %o prints the default %o as one would write it', (format, value, printed) => {
    expect(format.print?.(value)).toBe(printed);
  });
});
