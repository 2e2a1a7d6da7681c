import { Client, interceptors } from 'undici';
import { exchange } from '../../src/rpc/exchange';
import { goodBody, reply, resetBeforeHeaders, Upstream } from './upstream';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

it('sends nothing twice, whatever the pool does when a connection breaks', async () => {
  const upstream = await Upstream.start((response, received) => {
    (upstream.received.length === 1 ? resetBeforeHeaders : reply(200, goodBody))(response, received);
  });
  const retrying = new Client(upstream.origin).compose(interceptors.retry({ minTimeout: 1, maxRetries: 1 }));
  closing.push(
    () => retrying.close(),
    () => upstream.close(),
  );
  const onSent = jest.fn();

  const end = await exchange(retrying, { method: 'GET', path: '/', headers: {}, maxBodyBytes: 1000, onSent }).then(
    ({ status }) => status,
    (error: unknown) => error,
  );

  expect(end).toMatchObject({ name: 'ExchangeError', end: 'BROKEN', sent: true });
  expect(upstream.received).toHaveLength(1);
  expect(onSent).toHaveBeenCalledTimes(1);
});
