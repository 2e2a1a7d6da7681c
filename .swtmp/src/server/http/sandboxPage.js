"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
function _export(target, all) {
    for(var name in all)Object.defineProperty(target, name, {
        enumerable: true,
        get: Object.getOwnPropertyDescriptor(all, name).get
    });
}
_export(exports, {
    get sandboxPage () {
        return sandboxPage;
    },
    get sandboxSecurity () {
        return sandboxSecurity;
    }
});
const _inlineJson = require("./inlineJson");
const cdn = 'https://embeddable-sandbox.cdn.apollographql.com';
const script = `${cdn}/_latest/embeddable-sandbox.umd.production.min.js`;
const sandboxSecurity = {
    'script-src': [
        cdn
    ],
    'style-src': [
        "'unsafe-inline'"
    ],
    'img-src': [
        'data:',
        'https://*.apollographql.com'
    ],
    'connect-src': [
        "'self'"
    ],
    'frame-src': [
        'https://sandbox.embed.apollographql.com'
    ]
};
/** How long the Sandbox may take to load before the page offers GraphiQL, milliseconds. */ const patienceMs = 8000;
const sandboxPage = ({ query, variables }, graphiql)=>`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Apollo Sandbox · Alibaba Cloud governance gateway</title>
    <style>
      html, body { height: 100%; margin: 0; }
      #sandbox { position: absolute; inset: 0; }
      #sandbox:empty { display: none; }
      #sandbox iframe { width: 100%; height: 100%; border: 0; background: white; }
      main { max-width: 40rem; margin: 15vh auto 0; padding: 0 1.5rem; font: 1rem/1.6 system-ui, sans-serif; color: #1f2328; }
      main a { display: inline-block; padding: 0.4rem 1rem; border-radius: 0.4rem; background: #0b57d0; color: white; text-decoration: none; }
      h1 { font-size: 1.4rem; }
      section + section { margin-top: 2.5rem; }
    </style>
  </head>
  <body>
    <div id="sandbox"></div>
    <main id="offline" hidden>
      <section>
        <h1>Apollo Sandbox cannot be loaded</h1>
        <p>It comes from Apollo’s CDN, which this browser cannot reach.${graphiql ? ' GraphiQL is served by the gateway itself.' : ''}</p>${graphiql ? '\n        <p><a href="graphiql">Open GraphiQL</a></p>' : ''}
      </section>
      <section lang="zh-CN">
        <h1>无法加载 Apollo Sandbox</h1>
        <p>Apollo Sandbox 由 Apollo 的 CDN 提供，当前浏览器无法访问该 CDN。${graphiql ? 'GraphiQL 由网关自身提供，可离线使用。' : ''}</p>${graphiql ? '\n        <p><a href="graphiql">打开 GraphiQL</a></p>' : ''}
      </section>
    </main>
    <noscript>JavaScript is required. 需要启用 JavaScript。</noscript>
    <script>
      var offline = document.getElementById('offline');
      var patience = setTimeout(showOffline, ${patienceMs});
      function showOffline() {
        offline.hidden = false;
      }
      function showSandbox() {
        clearTimeout(patience);
        offline.hidden = true;
        new window.EmbeddedSandbox({
          target: '#sandbox',
          initialEndpoint: location.origin + location.pathname,
          initialState: ${(0, _inlineJson.inlineJson)({
        document: query,
        variables: variables === '' ? {} : JSON.parse(variables),
        pollForSchemaUpdates: false,
        includeCookies: false
    })},
          hideCookieToggle: true,
          runTelemetry: false,
        });
      }
      var script = document.createElement('script');
      script.src = '${script}';
      script.onload = showSandbox;
      script.onerror = showOffline;
      document.body.append(script);
    </script>
  </body>
</html>
`;
