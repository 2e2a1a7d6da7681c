const recorder = { configurationRecorder: 'accountId status account { displayName payer { accountId } }' };
const enrollment = {
  account: 'accountId displayName',
  enrollment: 'status progress { name status } folder { name } baseline { name }',
};

/** What each payload can show besides its outcome, with fields that need calls of their own. */
const objectsOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  startConfigurationRecorder: recorder,
  stopConfigurationRecorder: recorder,
  updateConfigurationRecorder: recorder,
  initResourceDirectory: {
    resourceDirectory:
      'resourceDirectoryId managementAccount { displayName } rootFolder { children { nodes { name } } }',
  },
  enrollAccount: enrollment,
  createAccount: enrollment,
};

/** Every mutation of the graph. */
export const mutationNames = Object.keys(objectsOf);

/** The objects of a payload that has nothing to show. */
export const nothingShown = (name: string): object =>
  Object.fromEntries(Object.keys(objectsOf[name] ?? {}).map((field) => [field, null]));

/** The selection of everything that a payload can show. */
export const allObjects = (name: string): string =>
  Object.entries(objectsOf[name] ?? {})
    .map(([field, selection]) => `${field} { ${selection} }`)
    .join(' ');

/** A mutation that selects everything. */
export const fullMutation = (name: string, input: string): string => `mutation {
  ${name}(input: { ${input} }) {
    outcome requestId errors { code upstreamCode message field retryable retryAfterMs }
    ${allObjects(name)}
  }
}`;

/** The only payload of an answer. */
export interface Payload {
  readonly outcome: string;
  readonly requestId: string | null;
  readonly errors: readonly {
    readonly code: string;
    readonly upstreamCode: string | null;
    readonly message: string;
    readonly field: readonly string[] | null;
    readonly retryable: boolean;
    readonly retryAfterMs: number | null;
  }[];
  readonly [object: string]: unknown;
}
