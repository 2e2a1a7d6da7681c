import {
  call,
  DescribeConfigurationRecorder,
  GetCallerIdentity,
  GetEnrolledAccount,
  StartConfigurationRecorder,
  type Parameters,
  type RawAnswer,
} from './rawClient';
import { startWithClocks, type ClockedEmulator } from './startWithClocks';

let emulator: ClockedEmulator;
beforeEach(async () => {
  emulator = await startWithClocks();
});
afterEach(() => emulator.close());

const ask = (parameters: Parameters, secret?: string) =>
  call(emulator.url, parameters, { now: emulator.now(), secret });

async function repeat(times: number, parameters: Parameters): Promise<readonly RawAnswer[]> {
  const answers: RawAnswer[] = [];
  for (let index = 0; index < times; index += 1) answers.push(await ask(parameters));
  return answers;
}

const isThrottled = ({ status, text }: RawAnswer) => status === 400 && text.includes('"Code":"Throttling.User"');

it('The call after the last of a quota is refused, and told how many milliseconds to wait', async () => {
  await repeat(30, StartConfigurationRecorder);
  emulator.advance(20_000);
  await repeat(30, StartConfigurationRecorder);

  const [refused] = await repeat(1, StartConfigurationRecorder);

  expect(refused && JSON.parse(refused.text)).toMatchObject({
    Code: 'Throttling.User',
    Message: 'Request was denied due to user flow control.',
  });
  expect(refused).toMatchObject({ status: 400, headers: { 'x-acs-retry-after': '40000' } });
  expect(emulator.calls.all().at(-1)).toMatchObject({
    status: 400,
    code: 'Throttling.User',
    accountId: '1602394815570246',
    effect: null,
  });
});

it('The window slides: who waits as long as told gets as many calls as have left it', async () => {
  await repeat(30, StartConfigurationRecorder);
  emulator.advance(20_000);
  await repeat(30, StartConfigurationRecorder);

  emulator.advance(39_999);
  const early = await repeat(1, StartConfigurationRecorder);
  emulator.advance(1);
  const inTime = await repeat(31, StartConfigurationRecorder);

  expect(early.map(isThrottled)).toEqual([true]);
  expect(inTime.map(isThrottled)).toEqual([...Array<boolean>(30).fill(false), true]);
});

it('Each version of an action has a quota of its own, and ten stops a day are all', async () => {
  const stop = { Version: '2020-09-07', Action: 'StopConfigurationRecorder' };
  await repeat(60, StartConfigurationRecorder);

  const newer = await ask({ ...StartConfigurationRecorder, Version: '2020-09-07' });
  const stops = await repeat(11, stop);
  emulator.advance(24 * 60 * 60_000);
  const nextDay = await repeat(1, stop);

  expect(isThrottled(newer)).toBe(false);
  expect([...stops, ...nextDay].map(isThrottled)).toEqual([...Array<boolean>(10).fill(false), true, false]);
});

it('Each operation has a quota of its own, which the principals of an account share', async () => {
  await repeat(60, StartConfigurationRecorder);

  const another = await ask(DescribeConfigurationRecorder);
  const byAnotherUser = await ask({ ...StartConfigurationRecorder, AccessKeyId: 'memberid' }, 'membersecret');

  expect(isThrottled(another)).toBe(false);
  expect(isThrottled(byAnotherUser)).toBe(true);
});

it('A quota per second is over within the second', async () => {
  const first = await repeat(101, GetCallerIdentity);
  emulator.advance(1000);
  const second = await repeat(100, GetCallerIdentity);

  expect(first.filter(isThrottled)).toHaveLength(1);
  expect(second.filter(isThrottled)).toHaveLength(0);
});

it('An operation whose quota nobody published is never refused', async () => {
  const answers = await repeat(200, { ...GetEnrolledAccount, AccountUid: '1602394815570246' });

  expect(answers.some(isThrottled)).toBe(false);
});

it('A request that is not authentic uses up nothing', async () => {
  for (let index = 0; index < 60; index += 1) await ask(StartConfigurationRecorder, 'wrong');

  const [answer] = await repeat(1, StartConfigurationRecorder);

  expect(answer?.status).toBe(200);
});

it('With quotas off nothing is refused', async () => {
  await emulator.close();
  emulator = await startWithClocks({ quotas: false });

  const answers = await repeat(150, GetCallerIdentity);

  expect(answers.some(isThrottled)).toBe(false);
});

it('A reset gives every quota back', async () => {
  await repeat(60, StartConfigurationRecorder);

  emulator.reset();

  expect((await repeat(1, StartConfigurationRecorder)).map(isThrottled)).toEqual([false]);
});
