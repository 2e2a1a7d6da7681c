import { useState } from 'react';
import { useAccounts } from './accounts';
import { useCost } from './cost';
import { Enrollments } from './Enrollments';
import { type Folder, Folders } from './Folders';
import { Header } from './Header';
import { History } from './History';
import { useLanguage } from './language';
import { Latest } from './Latest';
import { Overview } from './Overview';
import { Recorders } from './Recorders';
import { Loading, Unreadable } from './ui';

export const App = () => {
  const { t } = useLanguage();
  const { accounts, problems, error, loading, refetch, more } = useAccounts();
  const [folder, setFolder] = useState<Folder | null>(null);
  const { calls, cached } = useCost();

  return (
    <>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <Header />
      <main id="content">
        {accounts ? (
          <>
            <Overview accounts={accounts} />
            <Folders accounts={accounts} selected={folder} onSelect={setFolder} />
            <div className="column">
              <Recorders accounts={accounts} problems={problems} folder={folder} more={more} />
              <Enrollments accounts={accounts} folder={folder} />
            </div>
            <Latest accounts={accounts} />
            <History accounts={accounts} />
          </>
        ) : loading ? (
          <Loading />
        ) : (
          <Unreadable message={error?.message} onRetry={refetch} />
        )}
      </main>
      <footer>{t('calls', { calls, cached })}</footer>
    </>
  );
};
