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
    get UserError () {
        return UserError;
    },
    get badInput () {
        return badInput;
    }
});
const _shorten = require("../json/shorten");
let UserError = class UserError extends Error {
    constructor(code, explanation, /** Path of the argument or input field that is wrong. */ field, /** Whether the same request can succeed later, unchanged. */ retryable = false, /** The account that the refusal is about, if it is another one than the gateway's own. */ accountId, /** How long to wait until then, milliseconds. */ retryAfterMs){
        super(explanation.en), this.code = code, this.explanation = explanation, this.field = field, this.retryable = retryable, this.accountId = accountId, this.retryAfterMs = retryAfterMs, this.name = 'UserError', /** A refusal is no fault to be traced: a stack for each item of a long list costs more than the answer. */ this.stack = undefined;
    }
    in(language) {
        return this.explanation[language];
    }
};
const badInput = (field, expected, got)=>{
    const name = field.join('.');
    const came = quote(got);
    return new UserError('BAD_USER_INPUT', {
        en: `${name} must be ${expected.en}, but got ${came}.`,
        zh: `${name} 应为${expected.zh}，但收到 ${came}。`
    }, field);
};
/** The longest text of a client that a message repeats. */ const maxQuoted = 58;
/** Client text in a message: quoted, and cut if it is long. */ const quote = (value)=>{
    if (typeof value === 'string') return JSON.stringify((0, _shorten.shorten)(value, maxQuoted));
    return value === undefined ? 'nothing' : (0, _shorten.shorten)(JSON.stringify(value), maxQuoted + 2);
};
