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
    get accessPolicyJsonSchema () {
        return accessPolicyJsonSchema;
    },
    get grantsOf () {
        return grantsOf;
    },
    get readAccessPolicy () {
        return readAccessPolicy;
    }
});
const _zod = require("zod");
const _readText = require("../environment/readText");
const _tryParseJson = require("../json/tryParseJson");
const _Principal = require("./Principal");
const _accountIds = require("./accountIds");
const accountId = _zod.z.string().regex(/^\d{1,20}$/);
const rule = _zod.z.strictObject({
    value: _zod.z.string().min(1).describe('The value of the claim, or one of its values if it is a list.'),
    accounts: _zod.z.array(_zod.z.union([
        accountId,
        _zod.z.literal('*')
    ])).min(1).optional().describe('IDs of accounts, as strings; `*` is every account. Omitted: those that the token itself names.'),
    scopes: _zod.z.array(_zod.z.enum(_Principal.scopes)).min(1).optional().describe('What the value allows in these accounts. Omitted: the scopes of the token itself.')
}).describe('What one value of the claim allows. A token with several values may do what any of them allows.');
const policy = _zod.z.strictObject({
    $schema: _zod.z.string().optional(),
    claim: _zod.z.string().min(1).describe('The claim whose values have rules, such as `groups`: a text, or a list of texts, at the top of the token.'),
    rules: _zod.z.array(rule).describe('What the values allow. A value without a rule allows nothing.')
});
const accessPolicyJsonSchema = ()=>({
        ..._zod.z.toJSONSchema(policy, {
            target: 'draft-2020-12'
        }),
        title: 'Access policy of the Alibaba Cloud governance gateway'
    });
const readAccessPolicy = (path)=>{
    const expected = `ACCESS_POLICY_FILE must be a JSON file as docs/access-policy.schema.json describes it, but ${JSON.stringify(path)}`;
    const content = (0, _tryParseJson.tryParseJson)((0, _readText.readText)(path, expected));
    if (content === undefined) throw new Error(`${expected} is not valid JSON.`);
    const { data, error } = policy.safeParse(content);
    if (data === undefined) throw new Error(`${expected} does not fit:\n${_zod.z.prettifyError(error)}`);
    return data;
};
const grantsOf = ({ claim, rules }, claims, ofToken)=>{
    const values = new Set([
        claims[claim]
    ].flat());
    return rules.filter(({ value })=>values.has(value)).map((one)=>({
            scopes: one.scopes === undefined ? ofToken.scopes : new Set(one.scopes),
            accounts: one.accounts === undefined ? ofToken.accounts : one.accounts.some(_accountIds.isAll) ? 'all' : (0, _accountIds.accountsIn)(one.accounts)
        })).filter(({ accounts })=>(0, _Principal.hasAny)(accounts));
};
