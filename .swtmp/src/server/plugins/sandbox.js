"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "sandbox", {
    enumerable: true,
    get: function() {
        return sandbox;
    }
});
const _disabled = require("@apollo/server/plugin/disabled");
const _contentSecurity = require("../http/contentSecurity");
const _explorerDocuments = require("../http/explorerDocuments");
const _sandboxPage = require("../http/sandboxPage");
/** Which document the Sandbox opens: one with variables. */ const opened = 'RecentChanges';
const sandbox = (app, { sandbox: isOn, graphiql })=>{
    if (!isOn) return (0, _disabled.ApolloServerPluginLandingPageDisabled)();
    const document = (0, _explorerDocuments.explorerDocuments)().find(({ name })=>name === opened);
    if (document === undefined) throw new Error(`There is no schema/operations/${opened}.graphql.`);
    const html = (0, _sandboxPage.sandboxPage)(document, graphiql);
    const policy = (0, _contentSecurity.policyOf)(html, _sandboxPage.sandboxSecurity);
    app.addHook('onSend', async (request, reply)=>{
        const type = String(reply.getHeader('content-type'));
        if (request.routeOptions.url === '/graphql' && type.startsWith('text/html')) {
            reply.header('content-security-policy', policy);
        }
    });
    return {
        serverWillStart: async ()=>({
                renderLandingPage: async ()=>({
                        html
                    })
            })
    };
};
