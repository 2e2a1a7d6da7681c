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
    get BaselineItemOfferRecord () {
        return BaselineItemOfferRecord;
    },
    get ListAccountFactoryBaselineItems () {
        return ListAccountFactoryBaselineItems;
    },
    get baselineItemTypes () {
        return baselineItemTypes;
    }
});
const _operation = require("../operation");
const _shapes = require("../shapes");
const _errors = require("./errors");
const _paging = require("./paging");
const _product = require("./product");
const baselineItemTypes = [
    'AccountFactory'
];
const fields = {
    /** Items that must be applied first. */ DependsOn: (0, _shapes.optional)((0, _shapes.list)((0, _shapes.object)({
        Name: (0, _shapes.optional)((0, _shapes.text)()),
        Type: (0, _shapes.optional)((0, _shapes.text)()),
        Version: (0, _shapes.optional)((0, _shapes.text)())
    }))),
    Description: (0, _shapes.optional)((0, _shapes.text)()),
    Name: (0, _shapes.text)(),
    Type: (0, _shapes.optional)((0, _shapes.oneOf)(baselineItemTypes)),
    Version: (0, _shapes.optional)((0, _shapes.text)())
};
const BaselineItemOfferRecord = (0, _shapes.object)(fields);
const ListAccountFactoryBaselineItems = (0, _operation.defineOperation)({
    product: _product.Governance,
    action: 'ListAccountFactoryBaselineItems',
    summary: 'Lists the baseline items on offer.',
    methods: [
        'POST'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {
        Type: (0, _shapes.optional)((0, _shapes.oneOf)(baselineItemTypes, {
            in: 'query'
        })),
        Names: (0, _shapes.optional)((0, _shapes.list)((0, _shapes.text)(), {
            encoding: 'flat',
            in: 'query'
        })),
        Versions: (0, _shapes.optional)((0, _shapes.list)((0, _shapes.text)(), {
            encoding: 'flat',
            in: 'query'
        })),
        // A page holds 100 by the metadata, 10 by its own text: its size is always sent.
        ...(0, _paging.pageParameters)(100),
        RegionId: (0, _shapes.optional)((0, _shapes.text)({
            in: 'query'
        }))
    },
    response: {
        BaselineItems: (0, _shapes.optional)((0, _shapes.list)(BaselineItemOfferRecord)),
        NextToken: (0, _shapes.optional)((0, _shapes.text)())
    },
    paging: (0, _paging.pagesOf)('BaselineItems', 100),
    errors: {
        'InvalidEnterpriseRealName.NotFound': _errors.InvalidEnterpriseRealNameNotFound,
        InternalError: _errors.InternalError
    },
    quota: 'unknown',
    cache: {
        ttlMs: 300_000
    },
    ram: {
        action: 'governance:ListAccountFactoryBaselineItems',
        resource: '*'
    },
    source: 'Cloud Governance Center 2021-01-20, ListAccountFactoryBaselineItems'
});
