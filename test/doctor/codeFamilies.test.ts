import { demoAccounts } from '../../src/emulator';
import { examineGateway } from './openGateway';

/** What is advised on refusals under names that no operation documents. */

const underCode = async (code: string, status: number) => {
  const { of } = await examineGateway({
    prepare: ({ faults }) => {
      for (const action of ['DescribeConfigurationRecorder', 'GetConfigurationRecorder']) {
        faults.add({ kind: 'status', action, code, status });
      }
    },
  });
  return of('recorder');
};

it.each([
  ['ConfigServiceNotEnabled', 404],
  ['ConfigServiceNotEnabled', 403],
  ['Forbidden.ServiceNotEnabled', 403],
  ['OperationDenied.ServiceNotOpened', 400],
])('advises to activate Cloud Config after %s with status %d, and not to allow something', async (code, status) => {
  expect(await underCode(code, status)).toEqual([
    {
      status: 'problem',
      message: 'Cloud Config is not activated in this account, so it records nothing and has no history.',
      remedy: 'Activate it in the Cloud Config console, or with the mutation startConfigurationRecorder.',
    },
  ]);
});

it.each([
  ['Forbidden.RAM', 403],
  ['NoPermission.RAM', 400],
  ['AccessDenied', 200],
  ['UnauthorizedOperation', 401],
])('names the RAM action that is missing after %s with status %d', async (code, status) => {
  expect(await underCode(code, status)).toEqual([
    {
      status: 'problem',
      message: expect.stringMatching(
        /^The credentials may not call Config \w+: config:\w+ConfigurationRecorder is missing\.$/,
      ) as string,
      remedy: expect.stringMatching(/^Allow config:\w+ConfigurationRecorder on /) as string,
    },
  ]);
});

it('advises to activate any other product that is not activated', async () => {
  const { of } = await examineGateway({
    prepare: ({ faults }) => {
      faults.add({ kind: 'status', action: 'GetResourceDirectory', code: 'Forbidden.ServiceNotEnabled', status: 403 });
    },
  });

  expect(of('directory')).toMatchObject([
    {
      status: 'problem',
      message: expect.stringMatching(/^\w+ is not activated in the account \(Forbidden\.ServiceNotEnabled\)/) as string,
      remedy: expect.stringMatching(/^Activate \w+ in its console\.$/) as string,
    },
  ]);
});

it('says in which member Cloud Config is not activated, and advises no role for it', async () => {
  const accountId = demoAccounts.paymentsProduction;
  const { of } = await examineGateway({
    prepare: ({ faults }) => {
      faults.add({ kind: 'status', accountId, code: 'ConfigServiceNotEnabled', status: 404 });
    },
  });
  const messages = of('members').map(({ message }) => message);

  expect(messages[0]).toContain('Cloud Config is not activated in');
  expect(messages[0]).toContain(accountId);
  expect(messages.slice(1).filter((message) => message.includes(accountId))).toEqual([]);
});
