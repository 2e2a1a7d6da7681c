"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "serveGraphiQL", {
    enumerable: true,
    get: function() {
        return serveGraphiQL;
    }
});
const _Asset = require("./Asset");
const _contentSecurity = require("./contentSecurity");
const _explorerDocuments = require("./explorerDocuments");
const _inlineJson = require("./inlineJson");
function _getRequireWildcardCache(nodeInterop) {
    if (typeof WeakMap !== "function") return null;
    var cacheBabelInterop = new WeakMap();
    var cacheNodeInterop = new WeakMap();
    return (_getRequireWildcardCache = function(nodeInterop) {
        return nodeInterop ? cacheNodeInterop : cacheBabelInterop;
    })(nodeInterop);
}
function _interop_require_wildcard(obj, nodeInterop) {
    if (!nodeInterop && obj && obj.__esModule) return obj;
    if (obj === null || typeof obj !== "object" && typeof obj !== "function") return {
        default: obj
    };
    var cache = _getRequireWildcardCache(nodeInterop);
    if (cache && cache.has(obj)) return cache.get(obj);
    var newObj = {
        __proto__: null
    };
    var hasPropertyDescriptor = Object.defineProperty && Object.getOwnPropertyDescriptor;
    for(var key in obj){
        if (key !== "default" && Object.prototype.hasOwnProperty.call(obj, key)) {
            var desc = hasPropertyDescriptor ? Object.getOwnPropertyDescriptor(obj, key) : null;
            if (desc && (desc.get || desc.set)) Object.defineProperty(newObj, key, desc);
            else newObj[key] = obj[key];
        }
    }
    newObj.default = obj;
    if (cache) cache.set(obj, newObj);
    return newObj;
}
/** Everything comes from the gateway. The editor adds styles to the page, and has its fonts and images in them. */ const security = {
    'script-src': [
        "'self'"
    ],
    'style-src': [
        "'self'",
        "'unsafe-inline'"
    ],
    'img-src': [
        "'self'",
        'data:'
    ],
    'font-src': [
        "'self'",
        'data:'
    ],
    'connect-src': [
        "'self'"
    ],
    'worker-src': [
        "'self'",
        'blob:'
    ]
};
/** The headers that each tab begins with. */ const tabHeaders = JSON.stringify({
    'accept-language': 'en'
}, null, 2);
const serveGraphiQL = (app)=>{
    let loading;
    const load = ()=>loading ??= loadGraphiQL();
    app.get('/graphiql', async (_request, reply)=>{
        const { page, policy } = await load();
        const headers = {
            'cache-control': 'no-cache',
            'content-security-policy': policy
        };
        return reply.type('text/html; charset=utf-8').headers(headers).send(page);
    });
    app.get('/graphiql/:file', async (request, reply)=>{
        const asset = (await load()).assets.get(request.params.file);
        if (asset !== undefined) return asset.send(request, reply);
        reply.callNotFound();
        return reply;
    });
};
const loadGraphiQL = async ()=>{
    const source = await Promise.resolve().then(()=>/*#__PURE__*/ _interop_require_wildcard(require("@graphql-yoga/render-graphiql/graphiql")));
    const script = (name, text)=>new _Asset.Asset(name, 'js', 'text/javascript', text);
    const app = script('app', source.js);
    const style = new _Asset.Asset('style', 'css', 'text/css', source.css);
    const workers = {
        editorWorkerService: script('editor-worker', source.editorWorkerService),
        json: script('json-worker', source.jsonWorker),
        graphql: script('graphql-worker', source.graphqlWorker)
    };
    const assets = new Map([
        app,
        style,
        ...Object.values(workers)
    ].map((asset)=>[
            asset.fileName,
            asset
        ]));
    const workerFiles = Object.fromEntries(Object.entries(workers).map(([label, { fileName }])=>[
            label,
            fileName
        ]));
    const page = pageOf(app.fileName, style.fileName, workerFiles, (0, _explorerDocuments.explorerDocuments)());
    return {
        page,
        policy: (0, _contentSecurity.policyOf)(page, security),
        assets
    };
};
/** All addresses are relative, so that the page works under any path. */ const pageOf = (app, style, workers, documents)=>`<!doctype html>
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
      var workers = ${(0, _inlineJson.inlineJson)(workers)};
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
      YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), ${(0, _inlineJson.inlineJson)({
        endpoint: 'graphql',
        title: 'Alibaba Cloud governance gateway',
        defaultTabs: documents.map(({ query, variables })=>({
                query,
                variables,
                headers: tabHeaders
            }))
    })});
    </script>
  </body>
</html>
`;
