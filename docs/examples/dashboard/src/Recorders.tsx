import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { type Account, isIn, recordingOf } from './accounts';
import type { Folder } from './Folders';
import { graphql } from './generated';
import { keyFor, settle } from './idempotencyKeys';
import { useLanguage } from './language';
import { AccountName, Card, keyOf, Pill, Problems } from './ui';

const StartDocument = graphql(`
  mutation StartRecording($input: StartConfigurationRecorderInput!) {
    startConfigurationRecorder(input: $input) {
      outcome
      errors {
        message
      }
      configurationRecorder {
        accountId
        status
      }
    }
  }
`);

export const Recorders = (props: {
  readonly accounts: readonly Account[];
  readonly problems: Readonly<Record<string, string>>;
  readonly folder: Folder | null;
  readonly more: false | undefined | (() => void);
}) => {
  const { t } = useLanguage();
  // What was started here stays in its place while it is built.
  const [started, setStarted] = useState<readonly string[]>([]);
  const shown = props.accounts.filter((account) => isIn(account, props.folder?.folderId ?? null));
  const rows = [
    ...shown.filter((account) => recordingOf(account) === 'off' || started.includes(account.accountId)),
    ...shown.filter((account) => recordingOf(account) === 'unknown'),
  ];

  return (
    <Card id="recorders" title={t('recorders')} aside={<Scope folder={props.folder} />}>
      {rows.length === 0 && <p className="none">{t('recorders.none')}</p>}
      <ul className="rows">
        {rows.map((account) => (
          <li key={account.accountId}>
            <AccountName {...account} />
            <RecorderPill account={account} />
            <Reason account={account} problem={props.problems[account.accountId]} />
            {recordingOf(account) === 'off' && (
              <Start account={account} onStarted={() => setStarted((before) => [...before, account.accountId])} />
            )}
          </li>
        ))}
      </ul>
      {props.more && <button onClick={props.more}>{t('more')}</button>}
    </Card>
  );
};

/** Which folder a list is limited to. */
export const Scope = ({ folder }: { folder: Folder | null }) => {
  const { t } = useLanguage();
  return folder && <Pill tone="quiet">{t('folders.only', { name: folder.name ?? folder.folderId })}</Pill>;
};

const RecorderPill = ({ account }: { account: Account }) => {
  const { t } = useLanguage();
  const tone = { recording: 'busy', off: 'warn', unknown: 'quiet' } as const;
  return (
    <Pill tone={tone[recordingOf(account)]}>{t(keyOf('recorder', account.configurationRecorder?.status ?? null))}</Pill>
  );
};

const Reason = ({ account, problem }: { account: Account; problem: string | undefined }) => {
  const { t } = useLanguage();
  const status = account.configurationRecorder?.status;
  const reason =
    recordingOf(account) === 'recording'
      ? t('recorders.started')
      : status === 'NOT_ACTIVATED'
        ? t('recorders.off')
        : status === 'REGISTRABLE'
          ? t('recorders.registrable')
          : (problem ?? t('unreadable'));
  return <p>{reason}</p>;
};

/** Checks first, and asks before it changes the account. */
const Start = ({ account, onStarted }: { account: Account; onStarted: () => void }) => {
  const { t } = useLanguage();
  const [send, { data, error, loading, reset }] = useMutation(StartDocument);
  const { accountId, displayName } = account;
  const result = data?.startConfigurationRecorder;
  const start = async () => {
    const what = `start ${accountId}`;
    const { data: sent } = await send({ variables: { input: { accountId, idempotencyKey: keyFor(what) } } });
    const outcome = sent?.startConfigurationRecorder.outcome;
    settle(what, outcome);
    if (outcome && ['SUCCEEDED', 'IN_PROGRESS', 'ALREADY_DONE'].includes(outcome)) onStarted();
  };

  if (result?.outcome === 'VALIDATED') {
    return (
      <p className="confirm" role="status">
        {t('recorders.confirm', { name: displayName ?? accountId })}{' '}
        <button className="primary" disabled={loading} onClick={() => void start()}>
          {t('recorders.yes')}
        </button>{' '}
        <button onClick={reset}>{t('recorders.cancel')}</button>
      </p>
    );
  }
  return (
    <>
      <button disabled={loading} onClick={() => void send({ variables: { input: { accountId, dryRun: true } } })}>
        {t('recorders.start')}
      </button>
      {(result || error) && <Problems errors={result ? result.errors : [{ message: error!.message }]} />}
    </>
  );
};
