import { useMutation, useQuery } from '@apollo/client/react';
import type { FormEvent, RefObject } from 'react';
import type { Account } from './accounts';
import { graphql } from './generated';
import { keyFor, settle } from './idempotencyKeys';
import { useLanguage } from './language';
import { Problems } from './ui';

const BaselinesDocument = graphql(`
  query Baselines {
    accountFactoryBaselines(first: 100) {
      nodes {
        baselineId
        name
      }
    }
  }
`);

const EnrollDocument = graphql(`
  mutation Enroll($input: EnrollAccountInput!) {
    enrollAccount(input: $input) {
      outcome
      errors {
        field
        message
      }
      enrollment {
        accountId
        status
      }
    }
  }
`);

export const EnrollDialog = (props: {
  readonly accounts: readonly Account[];
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly onEnrolled: () => void;
}) => {
  const { t } = useLanguage();
  const { data: baselines } = useQuery(BaselinesDocument);
  const [enroll, { data, error, loading, reset }] = useMutation(EnrollDocument);
  const result = data?.enrollAccount;
  const candidates = props.accounts.filter(({ enrollment }) => enrollment?.status === 'NOT_ENROLLED');

  const close = () => {
    props.dialog.current?.close();
    reset();
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    const accountId = String(form.get('accountId'));
    const baselineId = String(form.get('baselineId'));
    if (form.get('do') === 'check') {
      await enroll({ variables: { input: { accountId, baselineId, dryRun: true } } });
      return;
    }
    const what = `enroll ${accountId} ${baselineId}`;
    const { data: sent } = await enroll({
      variables: { input: { accountId, baselineId, idempotencyKey: keyFor(what) } },
    });
    settle(what, sent?.enrollAccount.outcome);
    if (sent?.enrollAccount.outcome !== 'IN_PROGRESS') return;
    close();
    props.onEnrolled();
  };

  return (
    <dialog ref={props.dialog} aria-labelledby="enroll">
      <form onSubmit={(event) => void submit(event)}>
        <h3 id="enroll">{t('enrollments.enroll')}</h3>
        <label>
          {t('enrollments.account')}
          <select name="accountId" required>
            {candidates.map(({ accountId, displayName }) => (
              <option key={accountId} value={accountId}>
                {displayName} {accountId}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('enrollments.baseline')}
          <select name="baselineId" required>
            {baselines?.accountFactoryBaselines?.nodes.map(({ baselineId, name }) => (
              <option key={baselineId} value={baselineId}>
                {name ?? baselineId}
              </option>
            ))}
          </select>
        </label>
        <div role="status">
          {result?.outcome === 'VALIDATED' && <p>{t('enrollments.valid')}</p>}
          {result?.outcome === 'UNKNOWN' && <p>{t('enrollments.unknown')}</p>}
        </div>
        {(result || error) && <Problems errors={result ? result.errors : [{ message: error!.message }]} />}
        <footer>
          <button type="button" onClick={close}>
            {t('enrollments.close')}
          </button>
          <button name="do" value="check" disabled={loading}>
            {t('enrollments.check')}
          </button>
          <button className="primary" name="do" value="enroll" disabled={loading}>
            {t('enrollments.send')}
          </button>
        </footer>
      </form>
    </dialog>
  );
};
