"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "GetResourceDirectory", {
    enumerable: true,
    get: function() {
        return GetResourceDirectory;
    }
});
const _operation = require("../operation");
const _shapes = require("../shapes");
const _ResourceDirectoryRecord = require("./ResourceDirectoryRecord");
const _product = require("./product");
const GetResourceDirectory = (0, _operation.defineOperation)({
    product: _product.ResourceManager,
    action: 'GetResourceDirectory',
    summary: 'Reads the resource directory that the calling account belongs to.',
    methods: [
        'POST',
        'GET'
    ],
    kind: 'read',
    retry: 'safe',
    parameters: {},
    response: {
        ResourceDirectory: (0, _shapes.object)(_ResourceDirectoryRecord.directoryFields)
    },
    errors: {
        ResourceDirectoryNotInUse: {
            status: 404,
            message: 'The specified account is not an Alibaba Cloud account or a member account of the resource directory.',
            code: 'NOT_FOUND',
            explanation: {
                en: 'This account belongs to no resource directory.',
                zh: '当前账号不属于任何资源目录。'
            }
        }
    },
    quota: (0, _operation.perSecond)(50),
    cache: {
        ttlMs: 60_000
    },
    ram: {
        action: 'resourcemanager:GetResourceDirectory',
        resource: '*'
    },
    source: 'Resource Management 2020-03-31, GetResourceDirectory'
});
