import type { AnswerWithCost, TestGateway } from '../support/startGateway';
import { startGateway, withGateway } from '../support/startGateway';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.stop());

/** Sends a document as a router that collects the duration of each field. */
const askTraced = async (document: string): Promise<{ answer: AnswerWithCost; trace: string }> => {
  const answer = await gateway.ask(document, {}, { 'apollo-federation-include-trace': 'ftv1' });
  return { answer, trace: Buffer.from(answer.extensions.ftv1 ?? '', 'base64').toString('latin1') };
};

it('traces each field if a router asks for it, and only there', async () => {
  const document = '{ currentAccount { accountId } resourceDirectory { resourceDirectoryId } }';
  const { answer, trace } = await askTraced(document);

  expect(trace).toMatch(/currentAccount.*accountId.*resourceDirectory.*resourceDirectoryId/s);
  const { data, extensions } = await gateway.ask(document);
  expect({ data, extensions }).toEqual({ data: answer.data, extensions: { cost: answer.cost } });
});

it('traces that a field failed, and not with which words', async () => {
  const { answer, trace } = await askTraced('{ configurationRecorder(accountId: "1203377514980266") { status } }');

  expect(answer.errors).toHaveLength(1);
  expect(trace).toContain('<masked>');
  expect(trace).not.toContain('1203377514980266');
});

describe('in an answer that nearly reaches its maximum', () => {
  const document =
    '{ currentAccount { resources(first: 20) { nodes { id resourceId resourceType region configurationTimeline(first: 10) { nodes { id capturedAt eventType } } } } } }';
  const traced = { 'apollo-federation-include-trace': 'ftv1' };
  /** The answer of a process that takes answers of so many bytes. */
  const answerWithin = (answerBytes: number) =>
    withGateway({ limits: { answerBytes: Math.floor(answerBytes) } }, async (own) => {
      const { data, errors, extensions } = await own.ask(document, {}, traced);
      const bytes = Buffer.byteLength(JSON.stringify({ data, errors }));
      return { data, errors, bytes, traceBytes: (extensions.ftv1 ?? '').length };
    });

  it('has no place, and the data is whole', async () => {
    const whole = await answerWithin(10_000_000);
    const { data, errors, bytes, traceBytes } = await answerWithin(whole.bytes * 1.3);

    expect(whole.traceBytes).toBeGreaterThan(whole.bytes / 2);
    expect({ data, errors, bytes, traceBytes }).toEqual({
      data: whole.data,
      errors: undefined,
      bytes: whole.bytes,
      traceBytes: 0,
    });
  });

  it('is there if both fit, and never more than fits', async () => {
    const whole = await answerWithin(10_000_000);
    const all = whole.bytes + whole.traceBytes;

    const kept: boolean[] = [];
    for (const share of [0.7, 0.9, 1, 1.2, 1.5]) {
      const { bytes, traceBytes } = await answerWithin(all * share);
      expect(bytes + traceBytes).toBeLessThanOrEqual(all * share * 1.05);
      kept.push(traceBytes > 0);
    }

    expect(kept).toEqual([...kept].sort());
    expect([kept[0], kept.at(-1)]).toEqual([false, true]);
  });

  it('is not there if the data alone is too much', async () => {
    const { data, errors, traceBytes } = await answerWithin(2000);

    expect({ data, codes: errors?.map(({ extensions }) => extensions?.code), traceBytes }).toEqual({
      data: null,
      codes: ['LIMIT_EXCEEDED'],
      traceBytes: 0,
    });
  });
});
