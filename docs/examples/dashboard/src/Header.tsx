import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { refresh } from './client';
import { graphql } from './generated';
import { type Language, languages, useLanguage } from './language';
import { setting } from './setting';
import { Choice } from './ui';

const DirectoryDocument = graphql(`
  query Directory {
    resourceDirectory {
      resourceDirectoryId
      managementAccount {
        accountId
        displayName
      }
    }
  }
`);

const themes = ['auto', 'light', 'dark'] as const;
const theme = setting<(typeof themes)[number]>('theme', 'auto', themes);
const show = (value: (typeof themes)[number]) => {
  document.documentElement.style.colorScheme = value === 'auto' ? 'light dark' : value;
};
show(theme.get());

export const Header = () => {
  const { t, language, setLanguage } = useLanguage();
  const { data } = useQuery(DirectoryDocument);
  const [shown, setShown] = useState(theme.get());
  const chooseTheme = (value: (typeof themes)[number]) => {
    theme.set(value);
    show(value);
    setShown(value);
  };

  return (
    <header className="top">
      <h1>
        <Mark />
        {t('title')}
      </h1>
      <p>
        {data?.resourceDirectory?.managementAccount.displayName}{' '}
        <code>{data?.resourceDirectory?.resourceDirectoryId}</code>
      </p>
      <button className="quiet" onClick={() => void refresh()}>
        {t('refresh')}
      </button>
      <Choice
        label={t('theme')}
        value={shown}
        values={themes.map((value) => ({ value, text: t(`theme.${value}`) }))}
        onChoose={chooseTheme}
      />
      <Choice
        label={t('language')}
        value={language}
        values={Object.entries(languages).map(([value, text]) => ({ value: value as Language, text }))}
        onChoose={setLanguage}
      />
    </header>
  );
};

/** A tree of three, as folders are. */
const Mark = () => (
  <svg viewBox="0 0 24 24" width="26" height="26" aria-hidden="true">
    <path d="M12 6v5M12 11H6v4M12 11h6v4" fill="none" stroke="currentColor" strokeWidth="1.6" />
    <rect x="9" y="1.5" width="6" height="5" rx="1.4" fill="currentColor" />
    <rect x="3" y="15" width="6" height="6" rx="1.4" fill="currentColor" opacity="0.55" />
    <rect x="15" y="15" width="6" height="6" rx="1.4" fill="currentColor" opacity="0.55" />
  </svg>
);
