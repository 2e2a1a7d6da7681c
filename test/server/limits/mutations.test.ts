import { buildSubgraph } from '../../../src/buildSchema';
import { demoAccounts } from '../../../src/emulator';
import { failureOf, limitExceeded } from '../../support/limitExceeded';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

let gateway: TestGateway;
beforeEach(async () => {
  gateway = await startGateway({ world: 'fresh' });
});
afterEach(() => gateway.stop());

const create = (name: string, dryRun = false) =>
  `createAccount(input: { baselineId: "afb-x", accountNamePrefix: "${name}", displayName: "${name}", dryRun: ${dryRun} }) { outcome }`;
const found = 'initResourceDirectory(input: {}) { outcome }';
const upgrade = 'startConfigurationRecorder(input: { enterpriseEdition: true }) { outcome }';
const start = 'startConfigurationRecorder(input: {}) { outcome errors { code message } requestId }';

describe('mutations that cannot be undone', () => {
  it.each([
    [`{ a: ${create('one')} b: ${create('two')} }`, 'createAccount, createAccount'],
    [`{ ${found} ${upgrade} }`, 'initResourceDirectory, startConfigurationRecorder'],
    [`{ ${create('one')} ...more } fragment more on Mutation { ${found} }`, 'createAccount, initResourceDirectory'],
  ])('are one in a document: %s', async (selection, names) => {
    expect(await failureOf(gateway, `mutation ${selection}`)).toEqual(
      limitExceeded(
        `A document must have at most one mutation that cannot be undone, but has 2: ${names}. Nothing was done. Send each in a document of its own.`,
      ),
    );
    expect(gateway.upstreamCalls()).toEqual([]);
  });

  it('are counted with the values of variables', async () => {
    const document = `mutation ($upgrade: Boolean) {
      a: startConfigurationRecorder(input: { enterpriseEdition: $upgrade }) { outcome }
      b: startConfigurationRecorder(input: { enterpriseEdition: $upgrade, accountId: "${demoAccounts.sandbox}" }) { outcome }
    }`;

    expect((await failureOf(gateway, document, { upgrade: true })).status).toBe(400);
    expect((await failureOf(gateway, document, { upgrade: false })).status).toBe(200);
  });

  it('do not count if they are dry runs, or are not executed', async () => {
    const document = `mutation { a: ${create('one', true)} b: ${create('two', true)} ${found} ... @skip(if: true) { c: ${create('three')} } }`;

    expect((await failureOf(gateway, document)).status).toBe(200);
  });

  it('are marked in the schema', () => {
    const fields = Object.values(buildSubgraph({ relayNodeFields: true }).schema.getMutationType()?.getFields() ?? {});
    const marked = fields.filter(({ extensions }) => 'isIrreversible' in extensions).map(({ name }) => name);

    expect(marked.sort()).toEqual(['createAccount', 'initResourceDirectory', 'startConfigurationRecorder']);
  });
});

it('has at most ten mutation fields in a document', async () => {
  const fields = (count: number) =>
    Array.from(
      { length: count },
      (_, index) => `a${index}: startConfigurationRecorder(input: { dryRun: true }) { outcome }`,
    );

  expect((await failureOf(gateway, `mutation { ${fields(10).join(' ')} }`)).status).toBe(200);
  expect(await failureOf(gateway, `mutation { ${fields(11).join(' ')} }`)).toEqual(
    limitExceeded('A document must have at most 10 mutation fields, but has 11. Nothing was done. Split the document.'),
  );
});

describe('after a mutation whose outcome is unknown', () => {
  it('no further mutation of the document is sent, and their payloads say so', async () => {
    gateway.emulator.faults.add({ kind: 'html', action: 'StartConfigurationRecorder' });

    const { data, errors } = await gateway.query(
      `mutation { a: ${start} b: ${start} c: startConfigurationRecorder(input: { dryRun: true }) { outcome } }`,
    );

    const notSent = {
      outcome: 'REJECTED',
      errors: [
        {
          code: 'CONFLICT',
          message:
            'This mutation was not sent, because the outcome of an earlier one of the same document is UNKNOWN. Read `configurationRecorder` first, then send this mutation in a document of its own.',
        },
      ],
      requestId: null,
    };
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ a: { outcome: 'UNKNOWN' }, b: notSent });
    expect(data?.c).not.toMatchObject({ errors: [{ code: 'CONFLICT' }] });
    expect(gateway.upstreamCalls().filter((action) => action === 'StartConfigurationRecorder')).toHaveLength(1);
  });
});
