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
    get asDocumented () {
        return asDocumented;
    },
    get explainRefusal () {
        return explainRefusal;
    },
    get findAll () {
        return findAll;
    },
    get rejected () {
        return rejected;
    }
});
const _ClientError = require("../../src/errors/ClientError");
const _RpcError = require("../../src/errors/RpcError");
const _UserError = require("../../src/errors/UserError");
const asDocumented = ({ action, errors }, code, field)=>{
    const error = errors[code];
    if (error === undefined) throw new Error(`${action} lists no ${code}.`);
    return new _UserError.UserError(error.code, error.explanation, field, error.retryable);
};
const rejected = (error)=>({
        outcome: 'REJECTED',
        error
    });
const findAll = async (lookUps)=>{
    const found = await Promise.all(lookUps.map(async (lookUp)=>{
        try {
            return await lookUp.find();
        } catch (error) {
            return rejected(notChecked(lookUp, error));
        }
    }));
    return found.filter((finding)=>finding !== undefined);
};
const explainRefusal = async (lookUps, upstreamCode)=>{
    try {
        const fitting = (await lookUps()).filter(({ explains })=>explains.includes(upstreamCode));
        const found = await Promise.all(fitting.map(({ find })=>orNothing(find())));
        return found.find((finding)=>finding !== undefined);
    } catch (error) {
        if (isOfACall(error)) return undefined;
        throw error;
    }
};
const orNothing = async (finding)=>{
    try {
        return await finding;
    } catch (error) {
        if (isOfACall(error)) return undefined;
        throw error;
    }
};
const isOfACall = (error)=>error instanceof _RpcError.RpcError || error instanceof _UserError.UserError;
const notChecked = ({ subject, field }, error)=>{
    if (!isOfACall(error)) throw error;
    const [en, zh] = [
        (0, _ClientError.toClientError)(error, 'en'),
        (0, _ClientError.toClientError)(error, 'zh')
    ];
    return new _UserError.UserError(en.code, {
        en: `The dry run could not check ${subject.en}. ${en.message}`,
        zh: `试运行无法检查${subject.zh}。${zh.message}`
    }, field ?? en.field, en.retryable);
};
