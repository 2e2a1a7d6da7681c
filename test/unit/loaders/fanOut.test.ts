import { fanOut } from '../../../src/loaders/batch/fanOut';

it('asks once for a key, however often it is wanted, and once for each key', async () => {
  const asked: string[] = [];
  const loader = fanOut('test', async (key: string) => {
    asked.push(key);
    return key.toUpperCase();
  });

  const values = await Promise.all(['a', 'b', 'a', 'a'].map((key) => loader.load(key)));
  const later = await loader.load('b');

  expect([...values, later]).toEqual(['A', 'B', 'A', 'A', 'B']);
  expect(asked).toEqual(['a', 'b']);
});

it('fails the key that failed, and no other', async () => {
  const loader = fanOut('test', async (key: string) => {
    if (key === 'bad') throw new RangeError('no such key');
    return key;
  });

  const outcomes = await Promise.allSettled(['good', 'bad', 'fine'].map((key) => loader.load(key)));

  expect(outcomes).toEqual([
    { status: 'fulfilled', value: 'good' },
    { status: 'rejected', reason: new RangeError('no such key') },
    { status: 'fulfilled', value: 'fine' },
  ]);
});

it('asks again for a key that failed', async () => {
  let calls = 0;
  const loader = fanOut('test', async (key: string) => {
    calls += 1;
    if (calls === 1) throw new Error('not yet');
    return key;
  });

  const first = await loader.load('a').catch((error: unknown) => error);
  const second = await loader.load('a');

  expect(first).toEqual(new Error('not yet'));
  expect(second).toBe('a');
});

it('recognizes objects that mean the same by their key text', async () => {
  const asked: object[] = [];
  const loader = fanOut(
    'test',
    async (key: { readonly id: number; readonly note?: string }) => {
      asked.push(key);
      return key.id;
    },
    ({ id }) => String(id),
  );

  const values = await Promise.all(
    [{ id: 1, note: 'a' }, { id: 1, note: 'b' }, { id: 2 }].map((key) => loader.load(key)),
  );

  expect(values).toEqual([1, 1, 2]);
  expect(asked).toEqual([{ id: 1, note: 'a' }, { id: 2 }]);
});

it('makes one batch of what is requested after real I/O as well', async () => {
  const starts: number[] = [];
  let ticks = 0;
  const loader = fanOut('test', async (key: string) => {
    starts.push(ticks);
    return key;
  });
  const afterIo = (key: string): Promise<string> =>
    new Promise<void>((resolve) => setImmediate(resolve)).then(() => loader.load(key));

  await Promise.all([
    afterIo('a').then(() => (ticks += 1)),
    afterIo('b').then(() => (ticks += 1)),
    afterIo('c').then(() => (ticks += 1)),
  ]);

  expect(starts).toEqual([0, 0, 0]);
});

it('rejects with an error even if something else was thrown', async () => {
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what a foreign library may do
  const loader = fanOut('test.thing', () => Promise.reject('text'));

  await expect(loader.load('a')).rejects.toThrow('The loader test.thing failed.');
});
