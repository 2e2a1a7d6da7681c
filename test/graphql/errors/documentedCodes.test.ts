import type { FaultRuleInput } from '../../../src/emulator';
import {
  EnrollAccount,
  GetResourceConfigurationTimeline,
  GetResourceConfigurationTimeline2020,
  InitResourceDirectory,
  StartConfigurationRecorder,
  StartConfigurationRecorder2020,
} from '../../../src/operations';
import type { Operation, OperationError } from '../../../src/operations/operation';
import { underVersion } from '../../support/cloudConfigVersion';
import type { DocumentedState } from '../../support/documentedStates';
import { documentedStates } from '../../support/documentedStates';
import type { TestGateway } from '../../support/startGateway';
import { startGateway } from '../../support/startGateway';

/** The enterprise edition is started in the older version, whichever is spoken otherwise. */
const { RDMemberNoPermission } = StartConfigurationRecorder.errors;
const cloudConfigOperations: readonly Pick<Operation, 'action' | 'errors'>[] = underVersion<
  readonly Pick<Operation, 'action' | 'errors'>[]
>({
  '2019-01-08': [StartConfigurationRecorder, GetResourceConfigurationTimeline],
  '2020-09-07': [
    {
      ...StartConfigurationRecorder2020,
      errors: { ...StartConfigurationRecorder2020.errors, ...(RDMemberNoPermission && { RDMemberNoPermission }) },
    },
    GetResourceConfigurationTimeline2020,
  ],
});

const documented: ReadonlyMap<string, OperationError> = new Map(
  [...cloudConfigOperations, InitResourceDirectory, EnrollAccount].flatMap(({ action, errors }) =>
    Object.entries<OperationError>(errors).map(([code, error]) => [`${action} ${code}`, error] as const),
  ),
);
const pairs = underVersion({ '2019-01-08': 27, '2020-09-07': 26 });

const secrets = { memberid: 'membersecret', outsiderid: 'outsidersecret' };

/** Refusals whose reason is read before the send, too. The upstream has to refuse these reads to get to refuse the write. */
const readBefore: Readonly<Record<string, FaultRuleInput['action']>> = {
  'EntityAlreadyExists.ResourceDirectory': 'GetResourceDirectory',
  'NotSupport.AccountInAnotherResourceDirectory': 'GetResourceDirectory',
  RDMemberNoPermission: 'GetResourceDirectory',
  InternalError: 'ListEnrolledAccounts',
};

/** Puts the world into its state, asks in a language, and stops. */
const meet = async (one: DocumentedState, language: string) => {
  const keys = one.key && { accessKeyId: one.key, accessKeySecret: secrets[one.key] };
  const gateway: TestGateway = await startGateway({ world: one.world, ...keys });
  const read = readBefore[one.upstreamCode];
  if (read !== undefined)
    gateway.emulator.faults.add({ kind: 'status', action: read, status: 403, code: 'NoPermission' });
  const answer = await gateway.query(one.document, {}, { 'accept-language': language });
  const calls = gateway.emulator.calls.of(one.action);
  const effects = gateway.emulator.calls.effects();
  await gateway.stop();
  return { answer, calls, effects, text: JSON.stringify(answer) };
};

const errorOf = ({ action, upstreamCode }: DocumentedState): OperationError => {
  const error = documented.get(`${action} ${upstreamCode}`);
  if (!error) throw new Error(`${action} documents no ${upstreamCode}.`);
  return error;
};

/** The upstream's own sentence, whatever fills its gaps. */
const upstreamSentence = ({ message }: OperationError): RegExp =>
  new RegExp(message.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('%s', '.*'));

/** The explanation is the whole message, unless the outcome is UNKNOWN, or the upstream names an input field. */
const messageOf = ({ outcome, field }: DocumentedState, explanation: string): unknown => {
  if (outcome === 'UNKNOWN') return expect.not.stringContaining(explanation) as unknown;
  return field === undefined ? explanation : expect.stringMatching(new RegExp(`^${explanation}.*${field.join('.')}`));
};

const languages = [
  ['en', 'en'],
  ['zh', 'zh-CN,zh;q=0.9,en;q=0.8'],
] as const;
const cases = documentedStates.flatMap((one) => languages.map(([name, header]) => ({ ...one, name, header })));
const writes = cases.filter(({ outcome }) => outcome !== undefined);
const reads = cases.filter(({ outcome }) => outcome === undefined);

it.each(writes)('$action reports $upstreamCode for $state in the payload, in $name', async (one) => {
  const { answer, calls, effects, text } = await meet(one, one.header);

  const error = errorOf(one);
  expect(answer.errors).toBeUndefined();
  expect(Object.values(answer.data ?? {})).toEqual([
    {
      outcome: one.outcome,
      requestId: calls[0]?.requestId,
      errors: [
        {
          code: one.code,
          upstreamCode: one.upstreamCode,
          message: messageOf(one, error.explanation[one.name]),
          field: one.field ?? null,
          // What may have been done must not be sent again on the strength of a flag.
          retryable: one.outcome !== 'UNKNOWN' && (one.retryable ?? false),
          retryAfterMs: null,
        },
      ],
    },
  ]);
  expect(text).not.toMatch(upstreamSentence(error));
  expect(calls).toMatchObject([{ code: one.upstreamCode, status: error.status }]);
  expect(effects).toEqual([]);
});

it.each(reads)('$action reports $upstreamCode for $state in errors, in $name', async (one) => {
  const { answer, calls, text } = await meet(one, one.header);

  const error = errorOf(one);
  expect(answer).toEqual({
    data: { configurationTimeline: null },
    errors: [
      {
        message: error.explanation[one.name],
        locations: [{ line: 2, column: 5 }],
        path: ['configurationTimeline'],
        extensions: {
          code: one.code,
          retryable: one.retryable ?? false,
          upstream: { code: one.upstreamCode, requestId: calls.at(-1)?.requestId, action: one.action },
        },
      },
    ],
  });
  expect(text).not.toMatch(upstreamSentence(error));
  expect(calls).toHaveLength(one.upstreamCode === 'ServiceUnavailable' ? 3 : 1);
});

it(`meets all ${pairs} pairs of operation and code that the four documents list`, () => {
  const met = documentedStates.map(({ action, upstreamCode }) => `${action} ${upstreamCode}`);

  expect(met.sort()).toEqual([...documented.keys()].sort());
  expect(met).toHaveLength(pairs);
});

it.each([...documented])('%s is explained in both languages, in words of our own', (_, { explanation, message }) => {
  expect(explanation.en).toMatch(/^[A-Z][\x20-\x7e’]+\.$/);
  expect(explanation.zh).toMatch(/\p{Script=Han}.*。$/u);
  expect(explanation.en).not.toBe(message);
});
