import type { AnswerWithCost, TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';

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
