import { BusinessError, handlers } from '../../src/emulator';
import type { GovernanceErrorCode } from '../../src/errors/GovernanceErrorCode';
import { catalogue } from '../../src/operations';
import type { Operation, OperationError, ServiceName } from '../../src/operations/operation';
import { refusalStates } from '../emulator/refusals/refusalStates';
import { smallWorld } from '../emulator/world/worlds';
import { cloudConfigVersion } from './cloudConfigVersion';
import { documentedStates } from './documentedStates';
import type { GatewayOptions, GraphQLAnswer } from './startGateway';
import { startGateway } from './startGateway';

/** A documented code of a read, a selection that runs into it, and what its client gets. */
export interface DocumentedRead {
  /** By its name in the catalogue. */
  readonly action: keyof typeof catalogue;
  /** The upstream's code. */
  readonly code: string;
  /** The world, its readings and the key, if they differ from those of `refusalStates`. */
  readonly state?: Pick<GatewayOptions, 'world' | 'readings' | 'memberAccess'> & { readonly key?: string };
  /** Why no document runs into it. The emulator then answers with it of its own accord, whatever the state. */
  readonly never?: string;
  /** Fields of the query, without the braces around them. */
  readonly selection: string;
  /** The answer's data, the sibling's apart. */
  readonly data: object;
  /** Omitted if the code is no failure: it says that there is none. */
  readonly error?: {
    readonly path: readonly (string | number)[];
    readonly code: GovernanceErrorCode;
    readonly retryable?: true;
  };
}

const secrets: Readonly<Record<string, string>> = {
  testid: 'testsecret',
  memberid: 'membersecret',
  outsiderid: 'outsidersecret',
};

/** Asked in the same document, of another product, so that it arrives whatever becomes of the first. */
const siblingOf = (service: ServiceName): readonly [selection: string, answer: object] =>
  service === 'cloud-config' || service === 'sts' || service === 'actiontrail'
    ? ['resourceDirectory { resourceDirectoryId }', { resourceDirectoryId: 'rd-small1' }]
    : ['configurationRecorder { status }', { status: 'NOT_ACTIVATED' }];

/** The action as it stands on the wire: an operation of a later version has its year in the catalogue alone. */
const wireAction = ({ action }: Pick<DocumentedRead, 'action'>): string => catalogue[action].action;

const nameOf = (row: Pick<DocumentedRead, 'action' | 'code'>): string => `${wireAction(row)} ${row.code}`;

/**
 * Whether a field asks it: of Cloud Config, the version that is spoken, account groups apart. No field asks for a
 * session: what its refusals become is in members.test.ts.
 */
const isAsked = ({ product, action }: Operation): boolean => {
  if (product.service === 'sts') return action !== 'AssumeRole';
  return product.service !== 'cloud-config' || (product.version === cloudConfigVersion && !action.includes('Aggregat'));
};

const titleOf = (row: DocumentedRead): string =>
  `${nameOf(row)}: ${row.selection}${row.never === undefined ? '' : ` (of its own accord: ${row.never})`}`;

/** Every code that the documents of a service's reads list, as {@link nameOf} has it. */
const documentedOf = (
  service: ServiceName,
  isMeant: (operation: Operation) => boolean,
): ReadonlyMap<string, OperationError> =>
  new Map(
    Object.values(catalogue)
      .filter((operation) => operation.product.service === service && operation.kind === 'read' && isMeant(operation))
      .flatMap(({ action, errors }) =>
        Object.entries<OperationError>(errors).map(([code, error]) => [`${action} ${code}`, error] as const),
      ),
  );

const startIn = ({ action, code, state, never }: DocumentedRead) => {
  const refusal = refusalStates.find((one) => one.operation === action && one.code === code);
  const key = state?.key ?? (never === undefined ? refusal?.key : undefined) ?? 'testid';
  const refuse = () => {
    throw new BusinessError(code);
  };
  return startGateway({
    world: state?.world ?? refusal?.world ?? smallWorld(),
    readings: state?.readings,
    memberAccess: state?.memberAccess,
    accessKeyId: key,
    accessKeySecret: secrets[key],
    handlers: never === undefined ? undefined : { ...handlers, [action]: refuse },
  });
};

const languages = [
  ['en', 'en'],
  ['zh', 'zh-CN,zh;q=0.9,en;q=0.8'],
] as const;

/**
 * Tests every documented code of one service's reads, of those that `isMeant` selects. Fails for a code without a row.
 */
export const testDocumentedReads = (
  service: ServiceName,
  rows: readonly DocumentedRead[],
  isMeant: (operation: Operation) => boolean = isAsked,
): void => {
  const [sibling, siblingsAnswer] = siblingOf(service);
  const documented = documentedOf(service, isMeant);

  /** Starts the state, asks the same in either language, and stops. */
  const meet = async (row: DocumentedRead) => {
    const gateway = await startIn(row);
    const met = [];
    for (const [language, header] of languages) {
      gateway.emulator.calls.clear();
      const headers = { 'accept-language': header };
      const answer = await gateway.query(`{ ${row.selection} sibling: ${sibling} }`, {}, headers);
      met.push({ language, answer, calls: gateway.emulator.calls.of(wireAction(row)) });
    }
    await gateway.stop();
    return met;
  };

  /** The account that an error names, if it names one. */
  const accountOf = ({ errors = [] }: GraphQLAnswer<unknown>): { readonly accountId?: string } => {
    const accountId = errors[0]?.extensions?.accountId;
    if (typeof accountId !== 'string') return {};
    expect(accountId).toMatch(/^\d{1,20}$/);
    return { accountId };
  };

  const failures = rows.flatMap((row) => (row.error === undefined ? [] : [[titleOf(row), row, row.error] as const]));
  it.each(failures)('reports in either language, beside a sibling that arrives, %s', async (_, row, error) => {
    const { path, code, retryable = false } = error;

    for (const { language, answer, calls } of await meet(row)) {
      expect(answer).toEqual({
        data: { ...row.data, sibling: siblingsAnswer },
        errors: [
          {
            message: documented.get(nameOf(row))?.explanation[language],
            locations: expect.any(Array) as unknown,
            path,
            extensions: {
              code,
              retryable,
              ...accountOf(answer),
              upstream: { code: row.code, requestId: calls.at(-1)?.requestId, action: wireAction(row) },
            },
          },
        ],
      });
      // A failure that may pass is tried three times.
      expect(calls.map((call) => call.code)).toEqual(Array(retryable ? 3 : 1).fill(row.code));
    }
  });

  const absences = rows.filter(({ error }) => error === undefined).map((row) => [titleOf(row), row] as const);
  if (absences.length > 0) {
    it.each(absences)('takes for no failure %s', async (_, row) => {
      for (const { answer, calls } of await meet(row)) {
        expect(answer).toEqual({ data: { ...row.data, sibling: siblingsAnswer } });
        expect(calls.map((call) => call.code)).toContain(row.code);
      }
    });
  }

  it(`meets every code that the documents of ${service} list for a read`, () => {
    const elsewhere = documentedStates.map(({ action, upstreamCode }) => `${action} ${upstreamCode}`);
    const expected = [...documented.keys()].filter((name) => !elsewhere.includes(name));

    expect([...new Set(rows.map(nameOf))].sort()).toEqual(expected.sort());
  });

  it.each([...documented])('has words of our own in both languages for %s', (_, { explanation, message }) => {
    expect(explanation.en).toMatch(/^[A-Z][\x20-\x7e’]+\.$/);
    expect(explanation.zh).toMatch(/\p{Script=Han}.*。$/u);
    expect(explanation.en).not.toBe(message);
  });
};
