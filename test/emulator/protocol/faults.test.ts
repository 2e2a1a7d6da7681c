import { once } from 'node:events';
import { connect } from 'node:net';
import { Faults, parseFaultRule, type FaultRuleInput } from '../../../src/emulator/faults';
import { catalogue } from '../../../src/operations';
import {
  call,
  common,
  DescribeConfigurationRecorder,
  encodeAll,
  GetCallerIdentity,
  GetResourceDirectory,
  InitResourceDirectory,
  sign,
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

const ask = (parameters: Parameters, method: 'GET' | 'POST' = 'POST') =>
  call(emulator.url, parameters, { now: emulator.now(), method });
const json = ({ text }: RawAnswer) => JSON.parse(text) as Record<string, unknown>;
const recorded = () => emulator.calls.all().map(({ status, code, effect }) => ({ status, code, effect }));
const done = expect.any(String) as string;

describe('A fault that keeps an answer from its client', () => {
  it('latency: waits, and answers', async () => {
    emulator.faults.add({ kind: 'latency', ms: 1500 });
    emulator.faults.add({ kind: 'latency', ms: 250, when: 'after' });

    const answer = await ask(GetCallerIdentity);

    expect(answer.status).toBe(200);
    expect(emulator.waits).toEqual([1500, 250]);
  });

  it.each(['before', 'after'] as const)('hang: never answers, and strikes %s the effect', async (when) => {
    emulator.faults.add({ kind: 'hang', when });
    const body = encodeAll(sign('POST', { ...common(emulator.now()), ...InitResourceDirectory }));
    const socket = connect(emulator.port, '127.0.0.1');
    let received = '';
    socket.on('data', (chunk) => (received += chunk.toString()));
    socket.write(`POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    while (emulator.faults.list()[0]?.hits !== 1) await new Promise(setImmediate);

    const closed = once(socket, 'close');
    await emulator.close();
    await closed;

    expect(received).toBe('');
    expect(recorded()).toEqual([{ status: null, code: null, effect: when === 'after' ? done : null }]);
  });

  it.each(['before', 'after'] as const)('reset: breaks the connection, %s the effect', async (when) => {
    emulator.faults.add({ kind: 'reset', when });

    await expect(ask(InitResourceDirectory)).rejects.toMatchObject({ code: 'ECONNRESET' });

    expect(recorded()).toEqual([{ status: null, code: null, effect: when === 'after' ? done : null }]);
  });

  it('resetInBody: breaks the connection within an answer that began well', async () => {
    emulator.faults.add({ kind: 'resetInBody' });

    await expect(ask(InitResourceDirectory)).rejects.toMatchObject({ code: 'ECONNRESET' });

    expect(recorded()).toEqual([{ status: 200, code: null, effect: done }]);
  });
});

describe('A fault that answers with something else', () => {
  it('status: 5xx with a Code', async () => {
    emulator.faults.add({ kind: 'status', status: 500, code: 'InternalError' });

    const answer = await ask(GetCallerIdentity);

    expect(answer.status).toBe(500);
    expect(json(answer)).toMatchObject({ Code: 'InternalError', HostId: '127.0.0.1' });
    expect(recorded()).toEqual([{ status: 500, code: 'InternalError', effect: null }]);
  });

  it('status: 5xx without a Code, in either format', async () => {
    emulator.faults.add({ kind: 'status' });

    const answers = [await ask(GetCallerIdentity), await ask({ ...GetCallerIdentity, Format: 'XML' })];

    expect(answers.map(({ status }) => status)).toEqual([503, 503]);
    expect(answers.some(({ text }) => text.includes('Code'))).toBe(false);
    expect(answers[1]?.text).toContain('<Message>The request has failed due to a temporary failure of the server.');
  });

  it('throttle: with and without a hint when to come back', async () => {
    emulator.faults.add({ kind: 'throttle', retryAfterMs: 700, times: 1 });
    emulator.faults.add({ kind: 'throttle' });

    const [told, untold] = [await ask(InitResourceDirectory), await ask(InitResourceDirectory)];

    expect([told.status, json(told).Code, told.headers['x-acs-retry-after']]).toEqual([400, 'Throttling.User', '700']);
    expect([untold.status, json(untold).Code, untold.headers['x-acs-retry-after']]).toEqual([
      400,
      'Throttling.User',
      undefined,
    ]);
    expect(recorded()).toEqual(Array(2).fill({ status: 400, code: 'Throttling.User', effect: null }));
  });

  it('truncated: the first half, and the connection in order', async () => {
    const whole = await ask(GetCallerIdentity);
    emulator.faults.add({ kind: 'truncated' });

    const half = await ask(GetCallerIdentity);

    expect(half.status).toBe(200);
    expect(half.text).toHaveLength(Math.ceil(whole.text.length / 2));
    expect(() => json(half)).toThrow(SyntaxError);
  });

  it.each([200, 502])('html: a page with status %i', async (status) => {
    emulator.faults.add({ kind: 'html', status });

    const answer = await ask(GetCallerIdentity);

    expect(answer).toMatchObject({ status, headers: { 'content-type': 'text/html' } });
    expect(answer.text).toMatch(/^<html>/);
  });

  it('empty: a body of nothing', async () => {
    emulator.faults.add({ kind: 'empty' });

    expect(await ask(GetCallerIdentity)).toMatchObject({ status: 200, text: '' });
  });

  it.each([
    { kind: 'status', status: 503, when: 'after' },
    { kind: 'html', when: 'after' },
    { kind: 'empty', when: 'after' },
    { kind: 'truncated' },
  ] as const)('can leave a write done that its caller knows nothing of: %j', async (rule) => {
    emulator.faults.add({ ...rule, times: 1 });
    await ask(InitResourceDirectory);

    const again = await ask(InitResourceDirectory);

    expect(json(again)).toMatchObject({ Code: 'EntityAlreadyExists.ResourceDirectory' });
    expect(emulator.calls.effects()).toHaveLength(1);
  });
});

describe('A rule', () => {
  it('strikes only the action and the account that it names', async () => {
    emulator.faults.add({ kind: 'empty', action: 'GetCallerIdentity', accountId: '1602394815570246' });
    emulator.faults.add({ kind: 'html', accountId: '1000000000000001' });

    const answers = [await ask(GetCallerIdentity), await ask(GetResourceDirectory)];

    expect(answers.map(({ status }) => status)).toEqual([200, 404]);
    expect(answers.map(({ text }) => text === '')).toEqual([true, false]);
  });

  it('strikes only calls that carry every parameter that it names', () => {
    const faults = new Faults(Math.random);
    faults.add({ kind: 'empty', parameters: { AccountId: '1', IncludeTags: 'true' } });

    const kinds = [
      { AccountId: '1', IncludeTags: 'true', Format: 'JSON' },
      { AccountId: '2', IncludeTags: 'true' },
      { AccountId: '1' },
      {},
    ].map((sent) => faults.planFor(catalogue.GetAccount, '9', new Map(Object.entries(sent))).breakage?.kind);

    expect(kinds).toEqual(['empty', undefined, undefined, undefined]);
  });

  it('strikes as many times as it says, and then is gone', async () => {
    emulator.faults.add({ kind: 'status', times: 2 });

    const statuses = [];
    for (let index = 0; index < 3; index += 1) statuses.push((await ask(GetCallerIdentity)).status);

    expect(statuses).toEqual([503, 503, 200]);
    expect(emulator.faults.list()).toEqual([]);
  });

  it('strikes no request whose signature is wrong', async () => {
    emulator.faults.add({ kind: 'empty', times: 1 });

    const refused = await call(emulator.url, GetCallerIdentity, { now: emulator.now(), secret: 'wrong' });

    expect(json(refused)).toMatchObject({ Code: 'SignatureDoesNotMatch' });
    expect(emulator.faults.list()).toMatchObject([{ times: 1, hits: 0 }]);
  });

  it('that breaks an answer comes first before later ones, which keep their times', () => {
    const faults = new Faults(Math.random);
    faults.add({ kind: 'empty', times: 1 });
    faults.add({ kind: 'html', times: 1 });

    const plans = [1, 2, 3].map(() => faults.planFor(catalogue.GetCallerIdentity, '1').breakage?.kind);

    expect(plans).toEqual(['empty', 'html', undefined]);
  });

  it('of a version strikes that version of an action alone', () => {
    const faults = new Faults(Math.random);
    faults.add({ kind: 'empty', action: 'StartConfigurationRecorder', version: '2020-09-07' });

    const plans = [catalogue.StartConfigurationRecorder, catalogue.StartConfigurationRecorder2020].map(
      (operation) => faults.planFor(operation, '1').breakage?.kind,
    );

    expect(plans).toEqual([undefined, 'empty']);
  });

  it('with a probability strikes that share of the calls', () => {
    const lots = [0.1, 0.5, 0.29, 0.3, 0.9];
    const faults = new Faults(() => lots.shift() ?? 1);
    faults.add({ kind: 'empty', probability: 0.3 });

    const plans = [1, 2, 3, 4, 5].map(() => faults.planFor(catalogue.GetCallerIdentity, '1').breakage?.kind);

    expect(plans).toEqual(['empty', undefined, 'empty', undefined, undefined]);
  });
});

describe('A rule that cannot be understood is refused:', () => {
  const kinds =
    'latency, hang, status, throttle, reset, resetInBody, truncated, html, empty, oddCasing, idsAs, malformedTags, escapedJson, otherTagWrapper, cutNames, unknownEnum, refusedToken, wrongCount, repeatedToken, emptyPages, repeatedRecord, shortPage, largeRecords';

  it.each([
    [null, 'A fault rule must be an object, but got null.'],
    [[], 'A fault rule must be an object, but got [].'],
    [{}, `kind must be one of ${kinds}, but got nothing.`],
    [{ kind: 'explosion' }, `kind must be one of ${kinds}, but got "explosion".`],
    [{ kind: '__proto__' }, `kind must be one of ${kinds}, but got "__proto__".`],
    [
      { kind: 'latency' },
      'A fault rule of kind latency is not valid: ms: Invalid input: expected number, received undefined.',
    ],
    [
      { kind: 'latency', ms: -1, times: 0 },
      'A fault rule of kind latency is not valid: times: Too small: expected number to be >=1, but got 0. ms: Too small: expected number to be >=0, but got -1.',
    ],
    [
      { kind: 'latency', ms: 3_600_001, times: 1.5, probability: 2 },
      'A fault rule of kind latency is not valid: times: Invalid input: expected int, received number. probability: Too big: expected number to be <=1, but got 2. ms: Too big: expected number to be <=3600000, but got 3600001.',
    ],
    [
      { kind: 'hang', parameters: { '': 'x', Name: 1 } },
      'A fault rule of kind hang is not valid: parameters.: Invalid key in record, but got "". parameters.Name: Invalid input: expected string, received number.',
    ],
    [{ kind: 'truncated', when: 'before' }, 'A fault rule of kind truncated is not valid: Unrecognized key: "when".'],
    [
      { kind: 'status', status: 100 },
      'A fault rule of kind status is not valid: status: Too small: expected number to be >=200, but got 100.',
    ],
    [
      { kind: 'idsAs' },
      'A fault rule of kind idsAs is not valid: as: Invalid option: expected one of "number"|"string", but got nothing.',
    ],
    [
      { kind: 'idsAs', as: 'bigint' },
      'A fault rule of kind idsAs is not valid: as: Invalid option: expected one of "number"|"string", but got "bigint".',
    ],
  ])('%j', (input, message) => {
    expect(() => parseFaultRule(input)).toThrow(message);
  });

  it('an action that is in no catalogue', () => {
    const rule = { kind: 'hang', action: 'GetEverything' } as unknown as FaultRuleInput;

    expect(() => {
      emulator.faults.add(rule);
    }).toThrow(/action: Invalid option: expected one of .*"GetResourceDirectory".*, but got "GetEverything"/);
  });
});

it('A reading of the answer’s own kind is not a fault: ids follow the reading', async () => {
  await ask(StartConfigurationRecorder);

  const asNumber = await ask(DescribeConfigurationRecorder);
  emulator.readings.choose({ accountIds: 'string' });
  const asText = await ask(DescribeConfigurationRecorder);

  expect(asNumber.text).toContain('"AccountId":1602394815570246');
  expect(asText.text).toContain('"AccountId":"1602394815570246"');
});
