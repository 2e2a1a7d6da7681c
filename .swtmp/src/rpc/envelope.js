"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "openEnvelope", {
    enumerable: true,
    get: function() {
        return openEnvelope;
    }
});
const _jsonObject = require("../json/jsonObject");
const _parseJson = require("../json/parseJson");
const _FieldFinder = require("./FieldFinder");
const _decompress = require("./decompress");
const _failures = require("./failures");
const _namedParameter = require("./namedParameter");
const _retryAfter = require("./retryAfter");
/** Longer or stranger codes and ids are not passed on: they go into logs and to clients. */ const codePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const requestIdPattern = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/;
function looksLike(text) {
    if (text.trim() === '') return 'an empty body';
    return text.trimStart().startsWith('<') ? 'HTML or XML' : 'no valid JSON';
}
async function readBody({ headers, body }, maxBytes) {
    let text;
    try {
        text = (await (0, _decompress.decompress)(body, headers['content-encoding'], maxBytes)).toString('utf8').replace(/^\uFEFF/, '');
    } catch (error) {
        // What decompresses to more than the limit is not decompressed further: its size stays unknown.
        const isTooLarge = typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
        return {
            looksLike: 'a compressed body that is broken or of an unknown kind',
            isTooLarge
        };
    }
    try {
        const value = (0, _parseJson.parseJson)(text);
        if ((0, _jsonObject.isJsonObject)(value)) return {
            object: value
        };
        return {
            looksLike: Array.isArray(value) ? 'a JSON array' : 'a bare JSON value'
        };
    } catch  {
        return {
            looksLike: looksLike(text)
        };
    }
}
/** A text (or number) that fits the pattern; anything else is as good as missing. */ function readToken(value, pattern) {
    const text = typeof value === 'number' ? String(value) : value;
    return typeof text === 'string' && pattern.test(text) ? text : undefined;
}
/** What clients are told of a code that the operation documents. The upstream's wording of it stays behind. */ function documentedOf(operation, code) {
    if (code === undefined || !Object.hasOwn(operation.errors, code)) return undefined;
    const entry = operation.errors[code];
    return entry && {
        code: entry.code,
        explanation: entry.explanation,
        retryable: entry.retryable
    };
}
async function openEnvelope(operation, answer, successCodes, maxBytes, sent = {}) {
    const { status, headers } = answer;
    const body = await readBody(answer, maxBytes);
    const fields = new _FieldFinder.FieldFinder(body.object ?? {});
    const requestId = readToken(fields.find('RequestId'), requestIdPattern);
    const seen = {
        httpStatus: status,
        requestId: requestId ?? readToken(headers['x-acs-request-id'], requestIdPattern)
    };
    if (status >= 300 && status < 400) {
        throw (0, _failures.failureOf)(operation, {
            kind: 'BAD_RESPONSE',
            ...seen,
            detail: 'a redirect, which is never followed'
        });
    }
    const rawCode = fields.find('Code');
    const hasErrorCode = Boolean(rawCode) && !successCodes.has(rawCode);
    if (status !== 200 || hasErrorCode) {
        const code = hasErrorCode ? readToken(rawCode, codePattern) : undefined;
        throw (0, _failures.failureOf)(operation, {
            kind: (0, _failures.classify)(status, code, operation.errors),
            code,
            ...seen,
            retryAfterMs: (0, _retryAfter.retryAfterMs)(headers),
            documented: documentedOf(operation, code),
            parameter: (0, _namedParameter.namedParameter)(operation, code, fields.find('Message'), sent),
            detail: body.object === undefined ? body.looksLike : code === undefined ? 'no error code' : undefined
        });
    }
    if (body.object === undefined) {
        if (body.isTooLarge === true) throw (0, _failures.tooLargeFailure)(operation, {
            maxBytes
        }, seen);
        const detail = `expected a JSON object, but got ${body.looksLike}`;
        throw (0, _failures.failureOf)(operation, {
            kind: 'BAD_RESPONSE',
            ...seen,
            detail
        });
    }
    if (requestId === undefined) {
        throw (0, _failures.failureOf)(operation, {
            kind: 'BAD_RESPONSE',
            ...seen,
            detail: 'expected a RequestId, but got none'
        });
    }
    return {
        body: body.object,
        requestId
    };
}
