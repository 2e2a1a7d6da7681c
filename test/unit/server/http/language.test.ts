import { languageOf } from '../../../../src/server/http/language';

it.each([
  ['zh', 'zh'],
  ['zh-CN', 'zh'],
  ['zh-Hant-TW, en;q=0.5', 'zh'],
  ['en, zh', 'en'],
  ['zh;q=0.3, en;q=0.9', 'en'],
  ['fr-CH, fr;q=0.9, zh;q=0.8, en;q=0.7', 'zh'],
  ['en-GB, zh;q=0.9', 'en'],
  ['fr', 'en'],
  ['*', 'en'],
  ['zh;q=0', 'en'],
  ['', 'en'],
  [';;;q=,', 'en'],
  [undefined, 'en'],
])('speaks for Accept-Language %s the language %s', (header, language) => {
  expect(languageOf(header)).toBe(language);
});
