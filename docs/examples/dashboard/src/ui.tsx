import type { ReactNode } from 'react';
import { useLanguage } from './language';
import type { MessageKey } from './messages/en';

export type Tone = 'good' | 'busy' | 'warn' | 'bad' | 'quiet';

export const Pill = ({ tone, children }: { tone: Tone; children: ReactNode }) => (
  <span className={`pill ${tone}`}>{children}</span>
);

/** A part of the page with a heading, and perhaps something beside it. */
export const Card = (props: { id: string; title: string; aside?: ReactNode; children: ReactNode }) => (
  <section className="card" aria-labelledby={props.id}>
    <header>
      <h2 id={props.id}>{props.title}</h2>
      {props.aside}
    </header>
    {props.children}
  </section>
);

/** What stands in the place of data that could not be read at all. */
export const Unreadable = ({ message, onRetry }: { message: string | undefined; onRetry: () => void }) => {
  const { t } = useLanguage();
  return (
    <div className="unreadable" role="alert">
      <p>{message ?? t('unreadable')}</p>
      <button onClick={onRetry}>{t('retry')}</button>
    </div>
  );
};

export const Loading = () => (
  <p className="loading" aria-busy="true">
    {useLanguage().t('loading')}
  </p>
);

export const AccountName = ({ accountId, displayName }: { accountId: string; displayName: string | null }) => (
  <span className="account">
    <strong>{displayName ?? accountId}</strong>
    <code>{accountId}</code>
  </span>
);

/** A choice of a few values that are all visible. */
export const Choice = <T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly values: readonly { readonly value: T; readonly text: string }[];
  readonly onChoose: (value: T) => void;
}) => (
  <div className="choice" role="group" aria-label={props.label}>
    {props.values.map(({ value, text }) => (
      <button key={value} aria-pressed={value === props.value} onClick={() => props.onChoose(value)}>
        {text}
      </button>
    ))}
  </div>
);

/** The messages of a mutation, each of which says what to do. */
export const Problems = ({ errors }: { errors: readonly { readonly message: string }[] }) => (
  <div className="problems" role="alert">
    {errors.map(({ message }) => (
      <p key={message}>{message}</p>
    ))}
  </div>
);

/** The key of the message for an enum value. A value that is newer than this page shows as it is: see `t`. */
export const keyOf = (prefix: 'event' | 'recorder' | 'enrollment', value: string | null): MessageKey =>
  `${prefix}.${value}` as MessageKey;
