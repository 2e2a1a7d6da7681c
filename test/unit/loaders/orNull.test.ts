import { RpcError } from '../../../src/errors/RpcError';
import { orNull } from '../../../src/loaders/orNull';

const failure = (code?: string): RpcError => new RpcError({ product: 'P', action: 'A', kind: 'CLIENT', code });

it('gives the answer if there is one', async () => {
  expect(await orNull(Promise.resolve(7), 'Absent')).toBe(7);
});

it('gives null for the codes by which the upstream says that there is none', async () => {
  expect(await orNull(Promise.reject(failure('Gone')), 'Absent', 'Gone')).toBeNull();
});

it.each([failure('Other'), failure(), new TypeError('Absent')])('passes %s on', async (error) => {
  await expect(orNull(Promise.reject(error), 'Absent')).rejects.toBe(error);
});
