import { startEmulator, type Emulator, type EmulatorOptions } from '../../../src/emulator/emulator';
import type { Handlers } from '../../../src/emulator/handler';
import { BusinessError } from '../../../src/emulator/handler';
import { handlers } from '../../../src/emulator/handlers';
import { createWorld } from '../../../src/emulator/world/createWorld';
import { call, GetCallerIdentity, GetEnrolledAccount, GetResourceDirectory, type RawAnswer } from './rawClient';

let emulator: Emulator | undefined;
afterEach(async () => {
  await emulator?.close();
  emulator = undefined;
});

async function start(options: EmulatorOptions): Promise<string> {
  emulator = await startEmulator({ world: 'fresh', ...options });
  return emulator.url;
}

/** The real handlers but for some. */
const withHandlers = (some: Partial<Handlers>): Handlers => ({ ...handlers, ...some });

const parse = ({ text }: RawAnswer) => JSON.parse(text) as Record<string, unknown>;

it.each(['9007199254740993', '9223372036854775807', '1'])(
  'The account id %s keeps its digits as a JSON number',
  async (id) => {
    const url = await start({ handlers: withHandlers({ GetEnrolledAccount: () => ({ AccountUid: id }) }) });

    const { text } = await call(url, { ...GetEnrolledAccount, AccountUid: id });

    expect(text).toMatch(new RegExp(`^\\{"RequestId":"[0-9A-F-]{36}","AccountUid":${id}\\}$`));
  },
);

it('An account id that is masked, as in printed samples, is text even if others are numbers', async () => {
  const url = await start({ handlers: withHandlers({ GetEnrolledAccount: () => ({ AccountUid: '12****' }) }) });

  expect(parse(await call(url, { ...GetEnrolledAccount, AccountUid: '12' }))).toMatchObject({ AccountUid: '12****' });
});

it('What the response table does not name is not answered', async () => {
  const answer = { AccountUid: '1', Secret: 'x', Status: undefined };
  const url = await start({ handlers: withHandlers({ GetEnrolledAccount: () => answer }) });

  const body = parse(await call(url, { ...GetEnrolledAccount, AccountUid: '1' }));

  expect(Object.keys(body)).toEqual(['RequestId', 'AccountUid']);
});

describe('A mistake in the emulator', () => {
  const lacking = {} as { AccountUid: string };
  const wrong = { AccountUid: 7 } as unknown as { AccountUid: string };

  it.each<[string, Handlers['GetEnrolledAccount'], string]>([
    ['a handler that breaks', () => JSON.parse('{') as never, 'JSON'],
    ['an answer without a required field', () => lacking, "The handler's answer lacks GetEnrolledAccount.AccountUid."],
    [
      'an answer of another type',
      () => wrong,
      'GetEnrolledAccount.AccountUid must be a string, but the handler gave a number.',
    ],
    [
      'a refusal that nobody documents',
      () => {
        throw new BusinessError('NotDocumented');
      },
      'GetEnrolledAccount does not document NotDocumented.',
    ],
  ])('is reported and answers InternalError: %s', async (_, GetEnrolledAccountHandler, message) => {
    const bugs: unknown[] = [];
    const url = await start({
      handlers: withHandlers({ GetEnrolledAccount: GetEnrolledAccountHandler }),
      onBug: (error) => bugs.push(error),
    });

    const answer = await call(url, { ...GetEnrolledAccount, AccountUid: '1' });
    const next = await call(url, GetCallerIdentity);

    expect([answer.status, next.status]).toEqual([500, 200]);
    // Governance documents an InternalError of its own; this one is the gateway's.
    expect(parse(answer)).toMatchObject({
      Code: 'InternalError',
      Message: 'The request processing has failed due to some unknown error, exception or failure.',
    });
    expect(bugs.map(String)).toEqual([expect.stringContaining(message)]);
  });
});

describe('A refusal by a product', () => {
  it('has its status and text from the operation, with names filled in', async () => {
    const url = await start({
      handlers: withHandlers({
        GetEnrolledAccount: () => {
          throw new BusinessError('InvalidParameter', 'AccountUid');
        },
      }),
    });

    const answer = await call(url, { ...GetEnrolledAccount, AccountUid: '1' });

    expect(answer.status).toBe(400);
    expect(parse(answer)).toMatchObject({
      Code: 'InvalidParameter',
      Message: 'The specified parameter AccountUid is not valid.',
    });
  });

  it('has them from the gateway if the operation does not document the code', async () => {
    const url = await start({
      handlers: withHandlers({
        GetResourceDirectory: () => {
          throw new BusinessError('Forbidden.RAM');
        },
      }),
    });

    const answer = await call(url, GetResourceDirectory);

    expect(answer.status).toBe(403);
    expect(parse(answer)).toMatchObject({ Code: 'Forbidden.RAM' });
  });
});

it('An effect is in the call log even if the handler fails after it; several are one line', async () => {
  const url = await start({
    handlers: withHandlers({
      GetResourceDirectory: (_request, context) => {
        context.effect('one');
        context.effect('two');
        throw new BusinessError('ResourceDirectoryNotInUse');
      },
    }),
  });

  await call(url, GetResourceDirectory);

  expect(emulator?.calls.all()).toMatchObject([{ code: 'ResourceDirectoryNotInUse', effect: 'one; two' }]);
});

it('A key with a session needs its token, whatever it is called', async () => {
  const url = await start({
    world: () => {
      const fresh = createWorld('fresh');
      const session = { securityToken: 'token', expiresAt: Date.now() + 60_000 };
      return {
        ...fresh,
        accessKey: (id) => ({ ...fresh.accessKey(id), session }) as ReturnType<typeof fresh.accessKey>,
      };
    },
  });

  expect(parse(await call(url, GetCallerIdentity))).toMatchObject({ Code: 'MissingSecurityToken' });
});

it('An emulator stops at once, also while a fault makes a client wait', async () => {
  const bugs: unknown[] = [];
  const url = await start({ onBug: (error) => bugs.push(error) });
  emulator?.faults.add({ kind: 'latency', ms: 3_600_000 });
  const waiting = call(url, GetCallerIdentity).catch((error: unknown) => error);
  while (emulator?.faults.list()[0]?.hits !== 1) await new Promise(setImmediate);

  await emulator.close();

  expect(await waiting).toMatchObject({ code: 'ECONNRESET' });
  expect(bugs).toEqual([]);
});

it('Two emulators share nothing', async () => {
  const url = await start({});
  const other = await startEmulator({ world: 'fresh' });

  await call(url, { Version: '2020-03-31', Action: 'InitResourceDirectory' });
  const elsewhere = await call(other.url, GetResourceDirectory);
  await other.close();

  expect(parse(elsewhere)).toMatchObject({ Code: 'ResourceDirectoryNotInUse' });
  expect([emulator?.calls.total, other.calls.total]).toEqual([1, 1]);
});
