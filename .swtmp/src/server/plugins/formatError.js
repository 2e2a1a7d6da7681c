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
    get formatError () {
        return formatError;
    },
    get isInternal () {
        return isInternal;
    },
    get originOf () {
        return originOf;
    }
});
const _errors = require("@apollo/server/errors");
const _graphql = require("graphql");
const _ClientError = require("../../errors/ClientError");
const _RpcError = require("../../errors/RpcError");
const _UserError = require("../../errors/UserError");
const _settings = require("../../settings");
/** Apollo's own codes for requests that never reach a resolver: their texts speak of the client's document only. */ const protocolCodes = new Set([
    'GRAPHQL_PARSE_FAILED',
    'GRAPHQL_VALIDATION_FAILED',
    'BAD_USER_INPUT',
    'BAD_REQUEST',
    'OPERATION_RESOLUTION_FAILURE',
    'PERSISTED_QUERY_NOT_FOUND',
    'PERSISTED_QUERY_NOT_SUPPORTED'
]);
const isInternal = (formatted, error)=>{
    const original = originOf(error);
    if (original instanceof _UserError.UserError || original instanceof _RpcError.RpcError) return false;
    return !protocolCodes.has(formatted.extensions?.code) || isThrownByResolver(error, original);
};
const formatError = (formatted, error, language)=>{
    const { locations, path } = formatted;
    if (!isInternal(formatted, error)) {
        const original = originOf(error);
        if (!(original instanceof _UserError.UserError || original instanceof _RpcError.RpcError)) {
            return {
                message: formatted.message,
                locations,
                path,
                extensions: {
                    code: formatted.extensions?.code
                }
            };
        }
    }
    const { message, ...extensions } = (0, _ClientError.toClientError)(originOf(error), language);
    return {
        message,
        locations,
        path,
        extensions
    };
};
const originOf = (error)=>{
    if (!(error instanceof _graphql.GraphQLError)) return error;
    if (error.originalError instanceof _UserError.UserError) return error.originalError;
    const [, most] = tooManyTokens.exec(error.message) ?? [];
    if (most !== undefined) return tooLong(most);
    return error.message === tooManyVariableErrors ? moreIsWrong : (0, _errors.unwrapResolverError)(error);
};
/** What the parser of graphql-js says if it stops at its limit. */ const tooManyTokens = /^Syntax Error: Document contains more tha[nt] (\d+) tokens\. Parsing aborted\.$/;
/** What graphql-js says if more values of variables are wrong than it lists. */ const tooManyVariableErrors = 'Too many errors processing variables, error limit reached. Execution aborted.';
const moreIsWrong = new _UserError.UserError('BAD_USER_INPUT', {
    en: 'More values of the variables are wrong than are listed here.',
    zh: '变量中还有其他不合法的值，未全部列出。'
});
const tooLong = (most)=>new _UserError.UserError('LIMIT_EXCEEDED', {
        en: `The document must have at most ${most} tokens, but has more. Select fewer fields, pass values as variables, or split the document. ${(0, _settings.settingOfLimit)('tokens')} raises the limit.`,
        zh: `文档最多可包含 ${most} 个词法单元（token），但此文档超出了限制。请减少所选字段、改用变量传值或拆分文档。运维人员可通过 ${(0, _settings.settingOfLimit)('tokens')} 提高上限。`
    });
const isThrownByResolver = (error, original)=>error instanceof _graphql.GraphQLError && error.path !== undefined && original !== error;
