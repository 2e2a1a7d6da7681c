import type { GraphQLAnswer, TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';

interface TracedAnswer extends GraphQLAnswer<unknown> {
  readonly extensions?: { readonly ftv1?: string };
}

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.stop());

/** Asks as a router that wants to know how long each field took. */
const askTraced = async (document: string): Promise<{ answer: TracedAnswer; trace: string }> => {
  const answer = (await gateway.query(document, {}, { 'apollo-federation-include-trace': 'ftv1' })) as TracedAnswer;
  return { answer, trace: Buffer.from(answer.extensions?.ftv1 ?? '', 'base64').toString('latin1') };
};

it('traces each field where a router asks for it, and only there', async () => {
  const document = '{ currentAccount { accountId } resourceDirectory { resourceDirectoryId } }';
  const { answer, trace } = await askTraced(document);

  expect(trace).toMatch(/currentAccount.*accountId.*resourceDirectory.*resourceDirectoryId/s);
  expect(await gateway.query(document)).toEqual({ data: answer.data });
});

it('traces that a field failed, and not with which words', async () => {
  const { answer, trace } = await askTraced('{ configurationRecorder(accountId: "1203377514980266") { status } }');

  expect(answer.errors).toHaveLength(1);
  expect(trace).toContain('<masked>');
  expect(trace).not.toContain('1203377514980266');
});
