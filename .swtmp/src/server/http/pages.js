"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "servePages", {
    enumerable: true,
    get: function() {
        return servePages;
    }
});
const _graphiql = require("./graphiql");
const servePages = (app, { exposure: { sandbox, graphiql }, publicPath })=>{
    const start = sandbox ? 'graphql' : 'graphiql';
    // Without a public path it is relative: a proxy may have removed a path that the gateway does not know.
    const address = publicPath === undefined ? start : `${publicPath}/${start}`;
    if (sandbox || graphiql) app.get('/', async (_request, reply)=>reply.redirect(address));
    if (graphiql) (0, _graphiql.serveGraphiQL)(app);
};
