import { Door } from '../../src/access/Door';
import { RouterSecrets } from '../../src/access/RouterSecrets';
import type { Caller } from '../support/callersAt';
import { callerAt, closeCallers } from '../support/callersAt';
import { withGateway } from '../support/startGateway';
import { bearer, token, tokenDoor } from './tokens';

const most = 2;
const callers = { failedLoginsPerMinute: most };
const document = '{ __typename }';
const right = { scope: 'governance:read', accounts: '*' };
const routerOf = (secret: string) => ({ 'router-authorization': secret });

const statusOf = async (caller: Caller, headers: Readonly<Record<string, string>>) =>
  (await caller(document, { headers })).status;

afterEach(closeCallers);

describe('an address that has sent too many requests without valid credentials', () => {
  it('gets 429 for credentials that were not accepted before, and no other address does', async () =>
    withGateway({ door: await tokenDoor(), callers }, async (gateway) => {
      const [greedy, modest] = [callerAt(gateway, '127.0.0.2'), callerAt(gateway, '127.0.0.3')];
      const [known, fresh] = [
        bearer(await token({ claims: right })),
        bearer(await token({ claims: { ...right, jti: 'x' } })),
      ];
      const foreign = bearer(await token({ claims: right, isForeign: true }));
      const before = await statusOf(greedy, known);

      const failures = [await statusOf(greedy, foreign), await statusOf(greedy, {}), await statusOf(greedy, foreign)];

      expect([before, ...failures]).toEqual([200, 401, 401, 429]);
      expect([await statusOf(greedy, fresh), await statusOf(greedy, known)]).toEqual([429, 200]);
      expect([await statusOf(modest, foreign), await statusOf(modest, fresh)]).toEqual([401, 200]);
      expect(await greedy(document, { headers: foreign })).toMatchObject({
        retryAfter: expect.stringMatching(/^[1-9]\d?$/) as string,
        errors: [
          {
            message: `An address may send at most ${most} requests a minute without valid credentials. FAILED_LOGINS_PER_MINUTE raises the limit. Try again later.`,
            extensions: { code: 'RATE_LIMITED', retryable: true },
          },
        ],
      });
    }));

  it('is let in with the secret of the router all the same', async () => {
    const secret = 's'.repeat(32);
    const door = new Door({ router: new RouterSecrets([secret]) });
    await withGateway({ door, callers }, async (gateway) => {
      const caller = callerAt(gateway, '127.0.0.2');
      const guesses = ['a', 'b', 'c'].map((letter) => routerOf(letter.repeat(32)));
      const statuses: number[] = [];
      for (const guess of [...guesses, routerOf(secret)]) statuses.push(await statusOf(caller, guess));

      expect(statuses).toEqual([401, 401, 429, 200]);
    });
  });

  it('gets 429 for a token that was accepted and has expired, as soon as that was noticed', async () => {
    let now = Date.now();
    await withGateway({ door: await tokenDoor({ now: () => now }), callers }, async (gateway) => {
      const caller = callerAt(gateway, '127.0.0.2');
      const passing = bearer(await token({ claims: right }));
      const accepted = await statusOf(caller, passing);
      now += 3_600_000;
      const statuses = [
        await statusOf(caller, passing),
        await statusOf(caller, passing),
        await statusOf(caller, passing),
      ];

      expect([accepted, ...statuses]).toEqual([200, 401, 401, 429]);
    });
  });
});
