import { withoutPublicPath } from './withoutPublicPath';

/**
 * How the addresses of requests are read, as options of Fastify. Their queries are read as Apollo Server reads them:
 * otherwise, variables could be one text for what checks them, and another for what executes them.
 */
export const urlOptions = (publicPath: string | undefined) => ({
  rewriteUrl: ({ url = '/' }: { readonly url?: string }) => withoutPublicPath(url, publicPath),
  routerOptions: { querystringParser: parseQuery },
});

/** Whether a request is for `/graphql`, before its route is known. */
export const isGraphql = ({ url = '' }: { readonly url?: string }, publicPath: string | undefined): boolean => {
  const path = withoutPublicPath(url, publicPath);
  return path === '/graphql' || path.startsWith('/graphql?');
};

/** A parameter that comes several times has all its values. */
const parseQuery = (text: string): Record<string, string | string[]> => {
  const found: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  for (const [name, value] of new URLSearchParams(text)) {
    const before = found[name];
    found[name] = before === undefined ? value : [before, value].flat();
  }
  return found;
};
