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
    get answerFailuresInGraphQLShape () {
        return answerFailuresInGraphQLShape;
    },
    get earlyFailures () {
        return earlyFailures;
    }
});
const _nodehttp = require("node:http");
const _NotAuthenticated = require("../../access/NotAuthenticated");
const _ClientError = require("../../errors/ClientError");
const _UserError = require("../../errors/UserError");
const _explanations = require("../../errors/explanations");
const _shorten = require("../../json/shorten");
const _language = require("./language");
const badRequest = (message)=>({
        status: 400,
        code: 'BAD_REQUEST',
        message
    });
const unreadable = badRequest('The request body must be valid JSON in UTF-8; keys named __proto__ or constructor.prototype are refused, too.');
/** Failures by the code of Fastify's error, or of ours. */ const failures = new Map([
    [
        'FST_ERR_CTP_BODY_TOO_LARGE',
        ({ headers })=>({
                status: 413,
                code: 'LIMIT_EXCEEDED',
                message: `The request body must be at most 100 kB, but got ${came(headers['content-length'], 'bytes') ?? 'more'}.`
            })
    ],
    [
        'FST_ERR_CTP_INVALID_MEDIA_TYPE',
        ({ headers })=>({
                status: 415,
                code: 'BAD_REQUEST',
                message: `The content type must be application/json in UTF-8 and not compressed, but got ${[
                    came(headers['content-type']),
                    came(headers['content-encoding'])
                ].filter(Boolean).join(' in ') || 'none'}.`
            })
    ],
    [
        'FST_ERR_CTP_EMPTY_JSON_BODY',
        ()=>badRequest('The request body must be a JSON object with a query, but it is empty.')
    ],
    [
        'BODY_IS_A_LIST',
        ({ body })=>badRequest(`The request body must be one JSON object with a query, but got a list of ${body.length}. Send each operation as a request of its own.`)
    ],
    [
        'FST_ERR_CTP_INVALID_JSON_BODY',
        ()=>unreadable
    ],
    [
        'FST_ERR_CTP_INVALID_CONTENT_LENGTH',
        ()=>badRequest('The request body must be as long as its Content-Length says.')
    ],
    [
        'FST_ERR_BAD_URL',
        ()=>badRequest('The path must be percent-encoded UTF-8, and is not.')
    ]
]);
const internal = {
    status: 500,
    code: 'INTERNAL_SERVER_ERROR',
    message: _explanations.explanations.INTERNAL_SERVER_ERROR.en
};
/** Client text in a message: cut where it is long. */ const came = (text, unit = '')=>text && `${(0, _shorten.shorten)(text, 60)}${unit && ` ${unit}`}`;
const bodyOf = ({ message, code })=>({
        errors: [
            {
                message,
                extensions: {
                    code
                }
            }
        ]
    });
/** Refusals of ours with another status than 400. */ const statuses = {
    FORBIDDEN: 403,
    RATE_LIMITED: 429,
    OVERLOADED: 503
};
/** Prepares the answer to a request that we refuse before GraphQL. @returns its body. */ const refuse = (error, { headers }, reply)=>{
    const { message, ...extensions } = (0, _ClientError.toClientError)(error, (0, _language.languageOf)(headers['accept-language']));
    void reply.status(error instanceof _NotAuthenticated.NotAuthenticated ? error.status : statuses[error.code] ?? 400);
    if (error instanceof _NotAuthenticated.NotAuthenticated) void reply.header('www-authenticate', 'Bearer');
    if (error.retryAfterMs !== undefined) void reply.header('retry-after', Math.ceil(error.retryAfterMs / 1000));
    return {
        errors: [
            {
                message,
                extensions
            }
        ]
    };
};
/** Answers a request that Fastify gave up, or that we refused before GraphQL. */ const answerError = (logger)=>(error, request, reply)=>{
        if (error instanceof _UserError.UserError) {
            void reply.send(refuse(error, request, reply));
            return;
        }
        const failure = failures.get(error.code)?.(request) ?? (error.statusCode === 400 ? unreadable : internal);
        if (failure === internal) {
            const { name, code, message, stack } = error;
            logger.error({
                error: {
                    name,
                    code,
                    message,
                    stack
                }
            }, 'internal error');
        }
        void reply.status(failure.status).send(bodyOf(failure));
    };
const methods = [
    'GET',
    'HEAD',
    'POST'
];
/** 405 where another method would do, else 404. */ const answerNotFound = (request, reply)=>{
    const path = request.url.split('?', 1)[0] ?? '';
    const allowed = methods.filter((method)=>request.server.hasRoute({
            url: path,
            method
        }));
    if (allowed.length > 0) {
        const message = `${path} takes ${allowed.join(', ')}, but got ${request.method}.`;
        void reply.status(405).header('allow', allowed.join(', ')).send(bodyOf({
            status: 405,
            code: 'BAD_REQUEST',
            message
        }));
        return;
    }
    const message = 'There is nothing here: send GraphQL as POST to /graphql.';
    void reply.status(404).send(bodyOf({
        status: 404,
        code: 'NOT_FOUND',
        message
    }));
};
const answerFailuresInGraphQLShape = (app, logger)=>{
    app.setErrorHandler(answerError(logger));
    app.setNotFoundHandler(answerNotFound);
};
const earlyFailures = (logger)=>({
        frameworkErrors: answerError(logger),
        clientErrorHandler: answerUnreadable
    });
/** Answers bytes that are not HTTP, or too many of them, or too slow ones; then the connection ends. */ const answerUnreadable = (error, socket)=>{
    if (error.code === 'ECONNRESET' || !socket.writable) {
        socket.destroy();
        return;
    }
    const failure = unreadableFailures.get(error.code ?? '') ?? badRequest('The request must be HTTP/1.1, and is not.');
    const body = JSON.stringify(bodyOf(failure));
    socket.end([
        `HTTP/1.1 ${failure.status} ${_nodehttp.STATUS_CODES[failure.status] ?? ''}`,
        'Content-Type: application/json; charset=utf-8',
        `Content-Length: ${Buffer.byteLength(body)}`,
        'Connection: close',
        '',
        body
    ].join('\r\n'));
};
const unreadableFailures = new Map([
    [
        'HPE_HEADER_OVERFLOW',
        {
            status: 431,
            code: 'LIMIT_EXCEEDED',
            message: 'The request’s headers must be at most 16 kB, but got more.'
        }
    ],
    [
        'ERR_HTTP_REQUEST_TIMEOUT',
        {
            status: 408,
            code: 'BAD_REQUEST',
            message: 'The headers of a request must arrive within 10 seconds, and all of it within 15, but did not.'
        }
    ]
]);
