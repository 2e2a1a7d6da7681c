import { freshWorld } from '../../../src/emulator/world/freshWorld';
import { catalogue } from '../../../src/operations';
import { refusalStates, unprovokedCodes } from '../refusals/refusalStates';
import { fill } from './fill';
import { startCloud } from './startCloud';
import { smallWorld } from './worlds';

it.each(refusalStates)('$operation answers $code for $state, and changes nothing', async (one) => {
  const cloud = await startCloud(one.world);

  const outcome = await cloud.call(one.operation, one.parameters, one.key);

  await cloud.close();
  const documented = (catalogue[one.operation].errors as Record<string, { status: number; message: string }>)[one.code];
  expect(outcome).toEqual({
    code: one.code,
    status: documented?.status,
    message: fill(documented?.message ?? '', one.names),
    effect: null,
  });
});

it('reaches every documented code of every operation, except those that no request can name', () => {
  const documented = Object.entries(catalogue).flatMap(([name, { errors }]) =>
    Object.keys(errors).map((code) => `${name} ${code}`),
  );
  const known = [...refusalStates, ...unprovokedCodes].map(({ operation, code }) => `${operation} ${code}`);
  expect(known.sort()).toEqual(documented.sort());
  expect(unprovokedCodes).toHaveLength(6);
});

it.each([
  ['GetResourceDirectory', 'resourcemanager:*', 'Forbidden.RAM', 403],
  ['EnrollAccount', 'governance:EnrollAccount', 'Forbidden.RAM', 403],
  ['DescribeConfigurationRecorder', '*', 'NoPermission', 400],
] as const)('refuses %s to a RAM user who is denied %s with %s', async (action, denied, code, status) => {
  const cloud = await startCloud(smallWorld({ key: { denied: [denied] } }));

  const outcome = await cloud.call(action, { AccountNamePrefix: 'shop', DisplayName: 'Shop' });

  await cloud.close();
  expect(outcome).toMatchObject({ code, status, effect: null });
});

it('answers everyone who they are, whatever RAM denies them', async () => {
  const cloud = await startCloud(smallWorld({ key: { denied: ['*'] } }));

  const { answer } = await cloud.call('GetCallerIdentity');

  await cloud.close();
  expect(answer).toMatchObject({ IdentityType: 'RAMUser', Arn: 'acs:ram::1000000000000001:user/gateway' });
});

it('answers with the gateway’s own code if a product that is down documents none', async () => {
  const cloud = await startCloud({ ...freshWorld(), outages: ['ResourceManager'] });

  const outcome = await cloud.call('GetResourceDirectory');

  await cloud.close();
  expect(outcome).toMatchObject({ code: 'ServiceUnavailable', status: 503 });
});
