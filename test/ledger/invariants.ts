/** One invariant of docs/RELIABILITY.md, and the tests that hold it: files below `test/`, with titles. */
export interface Invariant {
  readonly id: string;
  readonly holds: string;
  readonly tests: readonly (readonly [file: string, title: string])[];
}

const histories = [
  'ledger/histories.test.ts',
  'no history creates an account twice, and each client learns the truth',
] as const;
const processes = ['ledger/processHistories.test.ts', 'create no account twice, and end in the truth'] as const;

export const invariants: readonly Invariant[] = [
  { id: 'I1', holds: 'One key, or one name, has at most one effect.', tests: [histories, processes] },
  {
    id: 'I2',
    holds: 'What is reported as done has exactly one effect. Its intent and its end are audited.',
    tests: [histories, processes],
  },
  { id: 'I3', holds: 'What is `REJECTED` has no effect.', tests: [histories, processes] },
  {
    id: 'I4',
    holds: '`UNKNOWN` becomes the truth within 60 seconds after the upstream is well.',
    tests: [histories, processes],
  },
  { id: 'I5', holds: 'The same key and input have the same payload.', tests: [histories, processes] },
  {
    id: 'I6',
    holds: 'The intent is audited before the upstream receives the mutation.',
    tests: [histories, processes],
  },
  {
    id: 'I7',
    holds: 'The pages of a list have each item once, and end.',
    tests: [
      histories,
      [
        'graphql/wrongLists.test.ts',
        'enrollments come once each if the upstream repeats a record at the edge of a page',
      ],
    ],
  },
  {
    id: 'I8',
    holds: 'No answer has what another caller alone may see.',
    tests: [
      histories,
      ['server/principals.test.ts', 'are each answered as their principal alone is answered'],
      ['access/matrix.test.ts', 'shows nothing of other accounts, in no field and by no way'],
    ],
  },
  {
    id: 'I9',
    holds: 'No sliding window has more calls than the quota.',
    tests: [
      [
        'unit/rpc/quota/SlidingWindow.test.ts',
        'never lets the upstream count more than the quota in a window, however late each call arrives there',
      ],
    ],
  },
  {
    id: 'I10',
    holds: 'No secret is in an answer, the log, or the audit log.',
    tests: [histories, ['server/leaks.test.ts', 'is held for every operation of the catalogue']],
  },
  {
    id: 'I11',
    holds: 'Timers, connections and memory go back to where they were.',
    tests: [
      histories,
      ['rpc/connections.test.ts', 'closes every socket in the end'],
      ['graphql/errors/matrix/memory.test.ts', 'memory grows by less than'],
    ],
  },
];

/** The cells of the table of the page, by line. */
export const invariantsTable: readonly (readonly string[])[] = [
  ['', 'what always holds', 'tests'],
  ...invariants.map(({ id, holds, tests }) => [id, holds, tests.map(([file]) => `\`test/${file}\``).join(', ')]),
];
