import Negotiator from 'negotiator';
import type { Language } from '../../errors/Explanation';

/** The language of messages: Chinese if `Accept-Language` prefers it to English, else English. */
export const languageOf = (acceptLanguage: string | undefined): Language => {
  if (acceptLanguage === undefined) return 'en';
  const negotiator = new Negotiator({ headers: { 'accept-language': acceptLanguage } });
  return negotiator.language(['en', 'zh']) === 'zh' ? 'zh' : 'en';
};
