import { createHash } from 'node:crypto';

/** What a page may load and do: directives of a content security policy. */
export type ContentSecurity = Readonly<Record<string, readonly string[]>>;

/** What every answer allows: nothing, in no frame. */
export const nothing: ContentSecurity = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** The policy of a page of ours, as a header. Its inline scripts run, by their hashes, and no others. */
export const policyOf = (html: string, { 'script-src': scripts = [], ...directives }: ContentSecurity): string =>
  Object.entries({ ...nothing, 'script-src': [...scripts, ...inlineScripts(html)], ...directives })
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');

const inlineScripts = (html: string): readonly string[] =>
  [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
