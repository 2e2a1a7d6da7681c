import { testDocumentedReads } from '../../../support/documentedReads';

testDocumentedReads('sts', [
  {
    action: 'GetCallerIdentity',
    code: 'InternalError',
    selection: 'currentAccount { accountId }',
    data: { currentAccount: null },
    error: { path: ['currentAccount'], code: 'UPSTREAM_UNAVAILABLE', retryable: true },
  },
]);
