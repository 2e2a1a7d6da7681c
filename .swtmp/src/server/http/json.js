"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "takeJsonOnly", {
    enumerable: true,
    get: function() {
        return takeJsonOnly;
    }
});
const _nodebuffer = require("node:buffer");
const _fastify = require("fastify");
const _inexactNumbers = require("./inexactNumbers");
const takeJsonOnly = (app)=>{
    const parseJson = app.getDefaultJsonParser('error', 'error');
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('application/json', {
        parseAs: 'buffer'
    }, (request, body, done)=>{
        const { 'content-type': type = '' } = request.headers;
        const charset = /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(type)?.[1] ?? 'utf-8';
        if (!/^utf-?8$/i.test(charset)) {
            done(new _fastify.errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE());
        } else if (!(0, _nodebuffer.isUtf8)(body)) {
            done(new _fastify.errorCodes.FST_ERR_CTP_INVALID_JSON_BODY());
        } else {
            const text = body.toString();
            (0, _inexactNumbers.noteInexactNumbers)(request, text);
            void parseJson(request, text, done);
        }
    });
};
