import { findSecrets } from '../support/secrets';

// The proof that nothing leaks is worth what its search is worth.

const secret = 'cAnArY/secret+of=the&gateway';

const places = (place: string) => findSecrets({ secret }, { place }).map(({ written }) => written);

it.each([
  ['plain', `AccessKeySecret: ${secret}.`],
  ['in a URL', `http://x/?a=${encodeURIComponent(secret)}`],
  ['in a URL', new URLSearchParams({ a: secret }).toString()],
  ['in a string to sign', encodeURIComponent(`a=${encodeURIComponent(secret)}`)],
  ['in JSON', JSON.stringify({ a: secret }).replaceAll('/', '\\/')],
  ['in hex', Buffer.from(`a${secret}b`).toString('hex').toUpperCase()],
  ['in base64', Buffer.from(`${secret}b`).toString('base64')],
  ['in base64', Buffer.from(`a${secret}b`).toString('base64')],
  ['in base64', Buffer.from(`ab${secret}b`).toString('base64url')],
  ['backwards', Array.from(secret).reverse().join('')],
])('finds one that is written %s', (written, text) => {
  expect(places(text)).toContain(written);
});

it('finds nothing if there is nothing', () => {
  expect(places(`${secret.slice(1)} `)).toEqual([]);
});
