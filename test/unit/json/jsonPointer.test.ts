import fc from 'fast-check';
import { parsePointer, toPointer } from '../../../src/json/jsonPointer';

it('reads the segments that it wrote, whatever is in them', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (segments) => {
      expect(parsePointer(toPointer(segments))).toEqual(segments);
    }),
  );
});

it.each([
  ['', []],
  ['/', ['']],
  ['/foo/0', ['foo', '0']],
  ['/a~1b', ['a/b']],
  ['/m~0n', ['m~n']],
  ['/~01', ['~1']],
  ['/k"l\n', ['k"l\n']],
])('reads %j as RFC 6901 does', (text, segments) => {
  expect(parsePointer(text)).toEqual(segments);
});

it.each(['a', 'a/b', '/~', '/~2', '/a~'])('takes %j for no pointer', (text) => {
  expect(parsePointer(text)).toBeUndefined();
});
