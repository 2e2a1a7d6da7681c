import { useQuery } from '@apollo/client/react';
import { useRef } from 'react';
import { type Account, isIn } from './accounts';
import { EnrollDialog } from './EnrollDialog';
import type { Folder } from './Folders';
import { graphql } from './generated';
import { useLanguage } from './language';
import { Scope } from './Recorders';
import { AccountName, Card, keyOf, Loading, Pill, type Tone, Unreadable } from './ui';

const EnrollmentsDocument = graphql(`
  query Enrollments {
    accountEnrollments(first: 100) {
      nodes {
        accountId
        displayName
        status
        failure {
          code
          message
        }
      }
    }
  }
`);

/** Polls the progress of what is running, and of nothing else. */
const ProgressDocument = graphql(`
  query EnrollmentProgress($accountId: ID!) {
    account(accountId: $accountId) {
      accountId
      enrollment {
        accountId
        status
        progress {
          name
          status
        }
      }
    }
  }
`);

const running = ['PENDING', 'SCHEDULING', 'RUNNING'];
const failed = ['FAILED', 'SCHEDULE_FAILED'];
const pollMs = 5000;

export const Enrollments = ({ accounts, folder }: { accounts: readonly Account[]; folder: Folder | null }) => {
  const { t } = useLanguage();
  const { data, error, loading, refetch } = useQuery(EnrollmentsDocument);
  const dialog = useRef<HTMLDialogElement>(null);
  const visible = new Set(
    accounts.filter((account) => isIn(account, folder?.folderId ?? null)).map(({ accountId }) => accountId),
  );
  const enrollments = data?.accountEnrollments?.nodes.filter(({ accountId }) => visible.has(accountId));
  const inState = (states: readonly string[]) => enrollments?.filter(({ status }) => states.includes(status)) ?? [];
  const open = [...inState(running), ...inState(failed)];

  return (
    <Card
      id="enrollments"
      title={t('enrollments')}
      aside={
        <>
          <Scope folder={folder} />
          <button onClick={() => dialog.current?.showModal()}>{t('enrollments.enroll')}</button>
        </>
      }
    >
      {!enrollments && (loading ? <Loading /> : <Unreadable message={error?.message} onRetry={() => void refetch()} />)}
      {enrollments && open.length === 0 && <p className="none">{t('enrollments.none')}</p>}
      <ul className="rows">
        {open.map((enrollment) => (
          <li key={enrollment.accountId}>
            <AccountName {...enrollment} />
            <EnrollmentPill status={enrollment.status} />
            {running.includes(enrollment.status) && <Progress accountId={enrollment.accountId} />}
            {enrollment.failure && (
              <p>
                {enrollment.failure.message} <code>{enrollment.failure.code}</code>
              </p>
            )}
          </li>
        ))}
      </ul>
      {enrollments && <p className="finished">{t('enrollments.finished', { count: inState(['FINISHED']).length })}</p>}
      <EnrollDialog accounts={accounts} dialog={dialog} onEnrolled={() => void refetch()} />
    </Card>
  );
};

const EnrollmentPill = ({ status }: { status: string }) => {
  const { t } = useLanguage();
  const tone: Tone = running.includes(status) ? 'busy' : failed.includes(status) ? 'bad' : 'quiet';
  return <Pill tone={tone}>{t(keyOf('enrollment', status))}</Pill>;
};

const Progress = ({ accountId }: { accountId: string }) => {
  const { t } = useLanguage();
  const { data } = useQuery(ProgressDocument, {
    variables: { accountId },
    pollInterval: pollMs,
    context: { headers: { 'cache-control': `max-age=${pollMs / 1000}` } },
  });
  const steps = data?.account?.enrollment?.progress;
  if (!steps) return null;
  const done = steps.filter(({ status }) => status === 'FINISHED').length;
  const text = t('enrollments.steps', { done, total: steps.length });
  return (
    <div className="progress">
      <div role="progressbar" aria-label={text} aria-valuemin={0} aria-valuenow={done} aria-valuemax={steps.length}>
        {steps.map(({ name, status }) => (
          <i key={name} className={status.toLowerCase()} title={name} />
        ))}
      </div>
      <p>{text}</p>
    </div>
  );
};
