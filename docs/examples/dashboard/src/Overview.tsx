import { type Account, recordingOf } from './accounts';
import { useLanguage } from './language';

export const Overview = ({ accounts }: { accounts: readonly Account[] }) => {
  const { t } = useLanguage();
  const recording = { recording: 0, off: 0, unknown: 0 };
  for (const account of accounts) recording[recordingOf(account)] += 1;
  const enrolled = (...states: string[]) =>
    accounts.filter(({ enrollment }) => enrollment && states.includes(enrollment.status)).length;

  return (
    <section className="overview" aria-labelledby="overview">
      <h2 id="overview" className="hidden">
        {t('overview')}
      </h2>
      <div className="recorded">
        <p>{t('overview.recorded', { count: recording.recording, total: accounts.length })}</p>
        <div className="cells" aria-hidden="true">
          {(['recording', 'off', 'unknown'] as const).flatMap((state) =>
            Array.from({ length: recording[state] }, (_, index) => <i key={state + index} className={state} />),
          )}
        </div>
      </div>
      <dl>
        <Figure tone="off" count={recording.off} text={t('overview.off')} />
        <Figure tone="unknown" count={recording.unknown} text={t('overview.unknown')} />
        <Figure tone="failed" count={enrolled('FAILED', 'SCHEDULE_FAILED')} text={t('overview.failed')} />
        <Figure tone="running" count={enrolled('PENDING', 'SCHEDULING', 'RUNNING')} text={t('overview.running')} />
      </dl>
    </section>
  );
};

const Figure = ({ tone, count, text }: { tone: string; count: number; text: string }) => (
  <div className={count === 0 ? 'figure' : `figure ${tone}`}>
    <dt>{text}</dt>
    <dd>{count}</dd>
  </div>
);
