import type { FastifyInstance } from 'fastify';
import { Asset } from './Asset';
import type { ContentSecurity } from './contentSecurity';
import { policyOf } from './contentSecurity';
import type { ExplorerDocument } from './explorerDocuments';
import { explorerDocuments } from './explorerDocuments';
import { inlineJson } from './inlineJson';

/** The page, and the files that it loads, by their name. */
interface GraphiQL {
  readonly page: string;
  readonly policy: string;
  readonly assets: ReadonlyMap<string, Asset>;
}

/** Everything comes from the gateway. The editor adds styles to the page, and has its fonts and images in them. */
const security: ContentSecurity = {
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'worker-src': ["'self'", 'blob:'],
};

/** The headers that each tab begins with. */
const tabHeaders = JSON.stringify({ 'accept-language': 'en' }, null, 2);

/** Serves GraphiQL at `/graphiql`, without any file from elsewhere. It is loaded with its first request: it is 9 MB. */
export const serveGraphiQL = (app: FastifyInstance): void => {
  let loading: Promise<GraphiQL> | undefined;
  const load = (): Promise<GraphiQL> => (loading ??= loadGraphiQL());

  app.get('/graphiql', async (_request, reply) => {
    const { page, policy } = await load();
    const headers = { 'cache-control': 'no-cache', 'content-security-policy': policy };
    return reply.type('text/html; charset=utf-8').headers(headers).send(page);
  });
  app.get<{ Params: { file: string } }>('/graphiql/:file', async (request, reply) => {
    const asset = (await load()).assets.get(request.params.file);
    if (asset !== undefined) return asset.send(request, reply);
    reply.callNotFound();
    return reply;
  });
};

const loadGraphiQL = async (): Promise<GraphiQL> => {
  const source = await import('@graphql-yoga/render-graphiql/graphiql');
  const script = (name: string, text: string): Asset => new Asset(name, 'js', 'text/javascript', text);
  const app = script('app', source.js);
  const style = new Asset('style', 'css', 'text/css', source.css);
  const workers = {
    editorWorkerService: script('editor-worker', source.editorWorkerService),
    json: script('json-worker', source.jsonWorker),
    graphql: script('graphql-worker', source.graphqlWorker),
  };
  const assets = new Map([app, style, ...Object.values(workers)].map((asset) => [asset.fileName, asset]));
  const workerFiles = Object.fromEntries(Object.entries(workers).map(([label, { fileName }]) => [label, fileName]));
  const page = pageOf(app.fileName, style.fileName, workerFiles, explorerDocuments());
  return { page, policy: policyOf(page, security), assets };
};

/** All addresses are relative, so that the page works under any path. */
const pageOf = (
  app: string,
  style: string,
  workers: Readonly<Record<string, string>>,
  documents: readonly ExplorerDocument[],
): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>GraphiQL · Alibaba Cloud governance gateway</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="graphiql/${style}" />
    <style>
      .graphiql-logo span { color: hsl(var(--color-neutral)) !important; }
    </style>
  </head>
  <body id="body" class="no-focus-outline">
    <noscript>JavaScript is required. 需要启用 JavaScript。</noscript>
    <div id="root"></div>
    <script>
      var workers = ${inlineJson(workers)};
      self.MonacoEnvironment = {
        globalAPI: false,
        getWorkerUrl: function (moduleId, label) {
          return new URL('graphiql/' + workers[label], location.href).href;
        },
      };
    </script>
    <script>
      // GraphiQL puts buttons into tabs, which screen readers then skip. A list of buttons says the same.
      new MutationObserver(function () {
        document.querySelectorAll('.graphiql-tabs[role]').forEach(function (list) {
          list.removeAttribute('role');
        });
        document.querySelectorAll('.graphiql-tabs > [aria-selected]').forEach(function (tab) {
          var button = tab.querySelector('.graphiql-tab-button');
          if (tab.getAttribute('aria-selected') === 'true') button.setAttribute('aria-current', 'true');
          else button.removeAttribute('aria-current');
          tab.removeAttribute('aria-selected');
          tab.removeAttribute('role');
        });
      }).observe(document.getElementById('root'), {
        attributeFilter: ['aria-selected', 'role'],
        childList: true,
        subtree: true,
      });
    </script>
    <script src="graphiql/${app}"></script>
    <script>
      YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), ${inlineJson({
        endpoint: 'graphql',
        title: 'Alibaba Cloud governance gateway',
        defaultTabs: documents.map(({ query, variables }) => ({ query, variables, headers: tabHeaders })),
      })});
    </script>
  </body>
</html>
`;
