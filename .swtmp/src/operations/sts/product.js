"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "Sts", {
    enumerable: true,
    get: function() {
        return Sts;
    }
});
const Sts = {
    service: 'sts',
    code: 'Sts',
    version: '2015-04-01',
    hosts: {
        china: 'sts.aliyuncs.com',
        international: 'sts.aliyuncs.com'
    },
    vpcHosts: {
        '{region}': 'sts-vpc.{region}.aliyuncs.com'
    }
};
