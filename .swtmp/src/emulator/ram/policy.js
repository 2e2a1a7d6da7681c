"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "parsePolicy", {
    enumerable: true,
    get: function() {
        return parsePolicy;
    }
});
const _zod = require("zod");
const _tryParseJson = require("../../json/tryParseJson");
const _actions = require("./actions");
const oneOrMore = _zod.z.union([
    _zod.z.string().min(1),
    _zod.z.array(_zod.z.string().min(1)).min(1)
]);
const statement = _zod.z.strictObject({
    Effect: _zod.z.enum([
        'Allow',
        'Deny'
    ]),
    Action: oneOrMore.optional(),
    NotAction: oneOrMore.optional(),
    Resource: oneOrMore,
    Condition: _zod.z.record(_zod.z.string(), _zod.z.unknown()).optional()
}).refine(({ Action, NotAction })=>Action === undefined !== (NotAction === undefined));
const policy = _zod.z.strictObject({
    Version: _zod.z.literal('1'),
    Statement: _zod.z.union([
        statement,
        _zod.z.array(statement).min(1)
    ])
});
function parsePolicy(text) {
    const { data } = policy.safeParse((0, _tryParseJson.tryParseJson)(text));
    if (!data) return undefined;
    const statements = [
        data.Statement
    ].flat();
    const isAbout = ({ Action, NotAction }, action)=>Action === undefined ? !(0, _actions.covers)([
            NotAction ?? []
        ].flat(), action) : (0, _actions.covers)([
            Action
        ].flat(), action);
    const has = (effect, action)=>statements.some((one)=>one.Effect === effect && isAbout(one, action));
    return (action)=>has('Allow', action) && !has('Deny', action);
}
