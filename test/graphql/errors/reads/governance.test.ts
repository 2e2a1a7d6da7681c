import { CursorFormat } from '../../../../src/pagination/cursor';
import { TokenPosition } from '../../../../src/pagination/readTokenPage';
import { managementId, memberId, unknownId } from '../../../emulator/world/worlds';
import type { DocumentedRead } from '../../../support/documentedReads';
import { testDocumentedReads } from '../../../support/documentedReads';

type Read = Pick<DocumentedRead, 'action' | 'selection' | 'data'> & { readonly path: readonly (string | number)[] };

/** A document that reads only the enrollment of an account: the directory does not have to know the account. */
const enrollmentOf = (accountId: string): string =>
  `_entities(representations: [{ __typename: "AccountEnrollment", accountId: "${accountId}" }]) { ... on AccountEnrollment { status } }`;

const enrollments: Read = {
  action: 'ListEnrolledAccounts',
  selection: 'accountEnrollments { nodes { accountId } }',
  data: { accountEnrollments: null },
  path: ['accountEnrollments'],
};
const enrollment: Read = {
  action: 'GetEnrolledAccount',
  selection: 'currentAccount { accountId enrollment { status } }',
  data: { currentAccount: { accountId: managementId, enrollment: null } },
  path: ['currentAccount', 'enrollment'],
};
const baselines: Read = {
  action: 'ListAccountFactoryBaselines',
  selection: 'accountFactoryBaselines { nodes { baselineId } }',
  data: { accountFactoryBaselines: null },
  path: ['accountFactoryBaselines'],
};
const baseline: Read = {
  action: 'GetAccountFactoryBaseline',
  selection: 'accountFactoryBaseline(baselineId: "afb-bp1none0000000000000") { name }',
  data: { accountFactoryBaseline: null },
  path: ['accountFactoryBaseline'],
};
const items: Read = {
  action: 'ListAccountFactoryBaselineItems',
  selection: 'accountFactoryBaselineItems { nodes { name } }',
  data: { accountFactoryBaselineItems: null },
  path: ['accountFactoryBaselineItems'],
};

const failing = (
  reads: readonly Read[],
  code: string,
  told: Omit<NonNullable<DocumentedRead['error']>, 'path'>,
): readonly DocumentedRead[] => reads.map(({ path, ...read }) => ({ ...read, code, error: { path, ...told } }));

/** As a client has it whose upstream token is no longer taken. */
const staleCursor = new CursorFormat().bind('accountEnrollments', null, TokenPosition).encode({
  size: 100,
  token: 'AAAAAGx9/Qk2+mT0',
  offset: 0,
  given: 0,
});

const all = [enrollments, enrollment, baselines, baseline, items];
const entity = { data: { _entities: [null] }, path: ['_entities', 0] };

testDocumentedReads('governance', [
  ...failing(all, 'InvalidEnterpriseRealName.NotFound', { code: 'CONFLICT' }),
  ...failing(all, 'InternalError', { code: 'UPSTREAM_UNAVAILABLE', retryable: true }),
  ...failing([enrollments, baselines, baseline], 'InvalidUser.NotFound', { code: 'NOT_FOUND' }),
  ...failing([{ ...enrollment, ...entity, selection: enrollmentOf(unknownId) }], 'InvalidUser.NotFound', {
    code: 'NOT_FOUND',
  }),
  ...failing(
    [
      { ...enrollment, ...entity, selection: enrollmentOf('7') },
      { ...baseline, selection: 'accountFactoryBaseline(baselineId: "payments") { name }' },
    ],
    'InvalidParameter',
    { code: 'BAD_USER_INPUT' },
  ),
  {
    ...enrollments,
    code: 'InvalidParameter',
    selection: `accountEnrollments(after: "${staleCursor}") { nodes { accountId } pageInfo { hasNextPage } }`,
    data: { accountEnrollments: { nodes: [], pageInfo: { hasNextPage: false } } },
  },
  {
    ...enrollment,
    code: 'InvalidBlueprint.NotFound',
    selection: `account(accountId: "${memberId}") { enrollment { status } }`,
    data: { account: { enrollment: { status: 'NOT_ENROLLED' } } },
  },
  { ...baseline, code: 'InvalidBaseline.NotFound' },
]);
