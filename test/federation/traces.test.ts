import type { TestGateway } from '../support/startGateway';
import { startGateway } from '../support/startGateway';

/** What a router sends that wants to know how long each field took. */
const asked = { 'apollo-federation-include-trace': 'ftv1' };

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.stop());

const traceOf = ({ extensions }: { extensions?: unknown }): string => {
  const { ftv1 = '' } = (extensions ?? {}) as { ftv1?: string };
  return Buffer.from(ftv1, 'base64').toString('latin1');
};

it('traces each field where a router asks for it, and only there', async () => {
  const document = '{ currentAccount { accountId } resourceDirectory { resourceDirectoryId } }';
  const traced = await gateway.query(document, {}, asked);

  expect(traceOf(traced)).toMatch(/currentAccount.*accountId.*resourceDirectory.*resourceDirectoryId/s);
  expect(await gateway.query(document)).toEqual({ data: traced.data });
});

it('traces that a field failed, and not with which words', async () => {
  const document = '{ configurationRecorder(accountId: "1734905562810937") { status } }';
  const answer = await gateway.query(document, {}, asked);

  expect(answer.errors).toHaveLength(1);
  expect(traceOf(answer)).toContain('<masked>');
  expect(traceOf(answer)).not.toContain('1734905562810937');
});
