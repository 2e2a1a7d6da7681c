import { startGateway } from '../../support/startGateway';
import type { TestGateway } from '../../support/startGateway';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await startGateway();
});

afterAll(() => gateway.stop());

const post = (query: string, headers: Record<string, string> = {}, path = '/graphql') =>
  fetch(`${gateway.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });

describe('every GraphQL answer', () => {
  it.each([
    ['a result', '{ __typename }', {}, 200],
    ['a syntax error', '{', {}, 400],
    ['an unknown field', '{ nothing }', {}, 400],
    ['a body that is refused', '{ __typename }', { 'content-type': 'text/plain' }, 415],
    ['an origin that is refused', '{ __typename }', { origin: 'http://evil.example' }, 403],
  ])('is stored by nobody, and says what it depends on: %s', async (_, query, headers, status) => {
    const answer = await post(query, headers);

    expect(answer.status).toBe(status);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('vary')?.toLowerCase().split(/, */)).toEqual(
      expect.arrayContaining(['accept', 'accept-encoding', 'accept-language', 'authorization', 'origin']),
    );
  });
});

describe('every answer', () => {
  it.each(['/graphql', '/readyz', '/nothing'])(
    'may load nothing, stands in no frame, and is what it says: %s',
    async (path) => {
      const { headers } = await fetch(`${gateway.url}${path}`);

      expect(Object.fromEntries(headers)).toMatchObject({
        'content-security-policy': "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
      });
    },
  );
});

describe('compression', () => {
  const large = '{ __schema { types { name description fields { name description } } } }';

  it.each(['gzip', 'br'])('makes a large answer smaller for a client that accepts %s', async (encoding) => {
    const [packed, plain] = await Promise.all([
      post(large, { 'accept-encoding': encoding }),
      post(large, { 'accept-encoding': 'identity' }),
    ]);

    expect(packed.headers.get('content-encoding')).toBe(encoding);
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await packed.json()).toEqual(await plain.json());
  });

  it('leaves a small answer as it is', async () => {
    const answer = await post('{ __typename }', { 'accept-encoding': 'gzip, br' });

    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(await answer.json()).toMatchObject({ data: { __typename: 'Query' } });
  });
});
