/**
 * The address of a request without the path under which a proxy publishes the gateway. Proxies that remove the path
 * themselves need nothing of this.
 *
 * @param publicPath such as `/governance`.
 */
export const withoutPublicPath = (url: string, publicPath?: string): string => {
  if (publicPath === undefined || !url.startsWith(publicPath)) return url;
  const rest = url.slice(publicPath.length);
  if (rest === '' || rest.startsWith('?')) return `/${rest}`;
  return rest.startsWith('/') ? rest : url;
};
