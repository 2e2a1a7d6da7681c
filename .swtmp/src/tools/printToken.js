"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
const _nodeutil = require("node:util");
const _Principal = require("../access/Principal");
const _accountIds = require("../access/accountIds");
const _developmentIssuer = require("../access/developmentIssuer");
const _fail = require("../process/fail");
/**
 * `npm run token -- --scope governance:read --account '*'`: prints a token that the gateway takes while it runs on the
 * emulator with `AUTHENTICATION=oidc`, for trying what a token allows.
 */ const usage = `Usage: npm run -s token -- [--scope <scope>]… [--account <account ID, or *>]… [--subject <name>] [--claim <name>=<value>]… [--seconds <1 to 86400>]
Scopes: ${_Principal.scopes.join(', ')}. Default: governance:read, for every account.`;
const main = async ()=>{
    const { values } = (0, _nodeutil.parseArgs)({
        options: {
            scope: {
                type: 'string',
                multiple: true,
                default: [
                    'governance:read'
                ]
            },
            account: {
                type: 'string',
                multiple: true,
                default: [
                    '*'
                ]
            },
            claim: {
                type: 'string',
                multiple: true,
                default: []
            },
            subject: {
                type: 'string',
                default: 'developer'
            },
            seconds: {
                type: 'string',
                default: '3600'
            }
        }
    });
    const wrong = [
        ...values.scope.filter((scope)=>!(0, _Principal.isScope)(scope)).map((scope)=>`--scope must be one of ${_Principal.scopes.join(', ')}, but got ${scope}.`),
        ...values.account.filter((account)=>!(0, _accountIds.isAll)(account) && !/^\d{1,20}$/.test(account)).map((account)=>`--account must be an account ID or *, but got ${account}.`),
        ...values.claim.filter((claim)=>!/^[^=]+=/.test(claim)).map((claim)=>`--claim must be <name>=<value>, but got ${claim}.`),
        .../^\d{1,5}$/.test(values.seconds) && +values.seconds >= 1 && +values.seconds <= 86_400 ? [] : [
            `--seconds must be 1 to 86400, but got ${values.seconds}.`
        ]
    ];
    if (wrong.length > 0) {
        (0, _fail.fail)([
            ...wrong,
            usage
        ]);
        return;
    }
    const claims = {};
    for (const claim of values.claim){
        const [name = '', value = ''] = claim.split(/=(.*)/s, 2);
        (claims[name] ??= []).push(value);
    }
    const token = await (0, _developmentIssuer.signDevelopmentToken)({
        subject: values.subject,
        claims: {
            ...claims,
            scope: values.scope.join(' '),
            accounts: values.account
        },
        lifetime: Number(values.seconds)
    });
    process.stdout.write(`${token}\n`);
};
main().catch((error)=>{
    (0, _fail.fail)([
        error instanceof Error ? error.message : String(error),
        usage
    ]);
});
