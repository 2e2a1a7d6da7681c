"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "ListSupportedProducts", {
    enumerable: true,
    get: function() {
        return ListSupportedProducts;
    }
});
const _operation = require("../../operation");
const _shapes = require("../../shapes");
const _errors = require("../errors");
const _product = require("./product");
const ListSupportedProducts = (0, _operation.defineOperation)({
    product: _product.CloudConfig2020,
    action: 'ListSupportedProducts',
    summary: 'Lists the products and the resource types that the service can track.',
    methods: [
        'GET',
        'POST'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {
        NextToken: (0, _shapes.optional)((0, _shapes.text)({
            in: 'query'
        })),
        MaxResults: (0, _shapes.optional)((0, _shapes.int32)({
            in: 'query',
            default: 200,
            min: 1,
            max: 500
        }))
    },
    response: {
        Products: (0, _shapes.list)((0, _shapes.object)({
            ProductNameEn: (0, _shapes.optional)((0, _shapes.text)()),
            ProductNameZh: (0, _shapes.optional)((0, _shapes.text)()),
            ResourceTypeList: (0, _shapes.optional)((0, _shapes.list)((0, _shapes.object)({
                ResourceType: (0, _shapes.text)(),
                TypeNameEn: (0, _shapes.optional)((0, _shapes.text)()),
                TypeNameZh: (0, _shapes.optional)((0, _shapes.text)()),
                /** Of the console, with places to fill in such as `@{ResourceId}`. */ TypePageLink: (0, _shapes.optional)((0, _shapes.text)())
            })))
        })),
        /** Printed as text. */ MaxResults: (0, _shapes.optional)((0, _shapes.text)()),
        NextToken: (0, _shapes.optional)((0, _shapes.text)())
    },
    paging: {
        style: 'token',
        limitParameter: 'MaxResults',
        tokenParameter: 'NextToken',
        items: 'Products',
        next: 'NextToken',
        min: 1,
        max: 500,
        default: 200
    },
    errors: {
        ServiceUnavailable: _errors.ServiceUnavailable
    },
    quota: (0, _operation.perMinute)(300),
    cache: {
        ttlMs: 3_600_000
    },
    ram: {
        action: 'config:ListSupportedProducts',
        resource: '*'
    },
    source: 'Cloud Config 2020-09-07, ListSupportedProducts'
});
