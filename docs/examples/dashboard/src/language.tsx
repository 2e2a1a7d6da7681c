import { useApolloClient } from '@apollo/client/react';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { en, type MessageKey } from './messages/en';
import { zh } from './messages/zh';
import { setting } from './setting';

/** The languages of the page, as `Accept-Language` names them. */
export const languages = { zh: '中文', en: 'English' };
export type Language = keyof typeof languages;

const preferred: Language = navigator.language.startsWith('zh') ? 'zh' : 'en';
export const language = setting<Language>('language', preferred, Object.keys(languages) as Language[]);

type Values = Readonly<Record<string, string | number>>;

interface Texts {
  readonly language: Language;
  setLanguage(to: Language): void;
  /** The message in the language of the page, with its `{values}` filled in. The key itself if there is none. */
  t(key: MessageKey, values?: Values): string;
  /** A moment in the time zone of the browser. */
  time(moment: string): string;
  day(moment: string): string;
  clock(moment: string): string;
}

const Context = createContext<Texts | null>(null);

export const LanguageProvider = ({ children }: { children: ReactNode }) => {
  const client = useApolloClient();
  const [current, setCurrent] = useState(language.get());
  const texts = useMemo<Texts>(() => {
    document.documentElement.lang = current === 'zh' ? 'zh-CN' : 'en';
    const messages: Partial<Record<string, string>> = current === 'zh' ? zh : en;
    document.title = messages.title ?? '';
    const format = (options: Intl.DateTimeFormatOptions) => {
      const formatter = new Intl.DateTimeFormat(document.documentElement.lang, options);
      return (moment: string) => formatter.format(new Date(moment));
    };
    return {
      language: current,
      setLanguage: (to) => {
        language.set(to);
        setCurrent(to);
        // The messages of errors come from the gateway. It has the data in its cache.
        void client.refetchQueries({ include: 'active' });
      },
      t: (key, values = {}) => (messages[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name])),
      time: format({ dateStyle: 'medium', timeStyle: 'short' }),
      day: format({ weekday: 'short', month: 'short', day: 'numeric' }),
      clock: format({ timeStyle: 'short' }),
    };
  }, [client, current]);
  return <Context value={texts}>{children}</Context>;
};

export const useLanguage = (): Texts => {
  const texts = useContext(Context);
  if (!texts) throw new Error('LanguageProvider is missing.');
  return texts;
};
