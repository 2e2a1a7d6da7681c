import { createWorld } from '../../../src/emulator/world/createWorld';
import {
  call,
  DescribeConfigurationRecorder,
  GetCallerIdentity,
  GetResourceConfigurationTimeline,
  GetResourceDirectory,
} from './rawClient';
import type { Parameters, RawAnswer } from './rawClient';
import { startWithClocks, type ClockedEmulator } from './startWithClocks';

let emulator: ClockedEmulator;
beforeEach(async () => {
  emulator = await startWithClocks();
});
afterEach(() => emulator.close());

const ask = (parameters: Parameters, method: 'GET' | 'POST' = 'POST') =>
  call(emulator.url, parameters, { now: emulator.now(), method });
const json = ({ text }: RawAnswer) => JSON.parse(text) as Record<string, unknown>;

describe('A fault in the content of an answer', () => {
  const timeline = {
    ...GetResourceConfigurationTimeline,
    ResourceId: 'i-1',
    ResourceType: 'ACS::ECS::Instance',
    Region: 'cn-hangzhou',
  };

  beforeEach(async () => {
    await emulator.close();
    const accountId = '1734905562810937';
    emulator = await startWithClocks({
      world: () =>
        createWorld({
          name: 'one-resource',
          epoch: '2026-06-30T08:00:00.000Z',
          clock: 'frozen',
          accounts: [{ accountId, name: 'a', displayName: 'A', recorder: { since: '2026-01-01T00:00:00Z' } }],
          resources: [
            {
              accountId,
              resourceId: 'i-1',
              resourceType: 'ACS::ECS::Instance',
              region: 'cn-hangzhou',
              tags: { team: ['billing'] },
              changes: [{ at: '2026-06-20T08:00:00.000Z', type: 'MODIFY', diff: { Status: ['Running', 'Stopped'] } }],
            },
          ],
        }),
    });
  });

  const firstChange = (answer: RawAnswer) =>
    (json(answer).ResourceConfigurationTimeline as { ConfigurationList: Record<string, unknown>[] })
      .ConfigurationList[0];

  it('oddCasing: keys in a case that nobody documents', async () => {
    emulator.faults.add({ kind: 'oddCasing' });

    const answer = json(await ask(DescribeConfigurationRecorder));

    expect(Object.keys(answer)).toEqual(['requestId', 'configurationrecorder']);
    expect(Object.keys(answer.configurationrecorder ?? {})[0]).toBe('accountId');
  });

  it('oddCasing: errors as well', async () => {
    emulator.faults.add({ kind: 'oddCasing' });

    const answer = await ask(GetResourceDirectory);

    expect(answer.status).toBe(404);
    expect(Object.keys(json(answer))).toEqual(['requestId', 'hostid', 'CODE', 'message', 'recommend']);
  });

  it('idsAs: every account id as a number, or every one as text', async () => {
    emulator.faults.add({ kind: 'idsAs', as: 'string', times: 1 });
    emulator.faults.add({ kind: 'idsAs', as: 'number' });

    const answers = [await ask(DescribeConfigurationRecorder), await ask(GetCallerIdentity)];

    expect(answers[0]?.text).toContain('"AccountId":1734905562810937,');
    expect(answers[1]?.text).toContain('"AccountId":1734905562810937,');
    emulator.faults.clear();
    emulator.faults.add({ kind: 'idsAs', as: 'string' });
    expect((await ask(DescribeConfigurationRecorder)).text).toContain('"AccountId":"1734905562810937"');
  });

  it('malformedTags: quotes doubled, as printed samples have them', async () => {
    const good = firstChange(await ask(timeline));
    emulator.faults.add({ kind: 'malformedTags' });

    const bad = firstChange(await ask(timeline));

    expect(good?.Tags).toBe('{"team":["billing"]}');
    expect(bad).toEqual({ ...good, Tags: '{""team"":[""billing""]}' });
  });

  it('escapedJson: embedded JSON escaped once too often, as printed samples of 2020-09-07 have it', async () => {
    const good = firstChange(await ask(timeline));
    emulator.faults.add({ kind: 'escapedJson' });

    const bad = firstChange(await ask(timeline));

    expect(bad?.Tags).toBe(String.raw`{\"team\":[\"billing\"]}`);
    expect(bad?.ConfigurationDiff).toBe(JSON.stringify(good?.ConfigurationDiff).slice(1, -1));
  });

  it('cutNames: names that end in the middle of an emoji', async () => {
    const good = firstChange(await ask(timeline));
    emulator.faults.add({ kind: 'cutNames' });

    const bad = firstChange(await ask(timeline));

    expect(bad).toEqual({ ...good, ResourceName: `${String(good?.ResourceName)}\ud83d` });
  });

  it('unknownEnum: a value that nobody documents in fields that have documented ones', async () => {
    const good = firstChange(await ask(timeline));
    emulator.faults.add({ kind: 'unknownEnum', value: 'TELEPORTED' });

    const bad = firstChange(await ask(timeline));

    expect(bad).toEqual({ ...good, ResourceEventType: 'TELEPORTED' });
  });

  it('is one of several at once', async () => {
    emulator.faults.add({ kind: 'malformedTags' });
    emulator.faults.add({ kind: 'unknownEnum' });
    emulator.faults.add({ kind: 'idsAs', as: 'string' });

    const change = firstChange(await ask(timeline));

    expect(change).toMatchObject({
      AccountId: '1734905562810937',
      ResourceEventType: 'UNDOCUMENTED',
      Tags: '{""team"":[""billing""]}',
    });
  });
});
