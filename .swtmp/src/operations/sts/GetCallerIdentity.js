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
    get GetCallerIdentity () {
        return GetCallerIdentity;
    },
    get identityTypes () {
        return identityTypes;
    }
});
const _operation = require("../operation");
const _shapes = require("../shapes");
const _errors = require("./errors");
const _product = require("./product");
const identityTypes = [
    'Account',
    'RAMUser',
    'AssumedRoleUser'
];
const GetCallerIdentity = (0, _operation.defineOperation)({
    product: _product.Sts,
    action: 'GetCallerIdentity',
    summary: 'Reports who the caller is.',
    methods: [
        'POST',
        'GET'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {},
    response: {
        IdentityType: (0, _shapes.optional)((0, _shapes.oneOf)(identityTypes)),
        AccountId: (0, _shapes.accountId)('string'),
        PrincipalId: (0, _shapes.optional)((0, _shapes.text)()),
        /** Only for the account root and for RAM users. */ UserId: (0, _shapes.optional)((0, _shapes.text)()),
        Arn: (0, _shapes.optional)((0, _shapes.text)()),
        /** Only for role callers. */ RoleId: (0, _shapes.optional)((0, _shapes.text)())
    },
    errors: {
        InternalError: _errors.InternalError
    },
    quota: (0, _operation.perSecond)(100),
    ram: 'none',
    source: 'STS 2015-04-01, GetCallerIdentity'
});
