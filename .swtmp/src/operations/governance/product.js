"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "Governance", {
    enumerable: true,
    get: function() {
        return Governance;
    }
});
const Governance = {
    service: 'governance',
    code: 'governance',
    version: '2021-01-20',
    hosts: {
        china: 'governance.cn-hangzhou.aliyuncs.com',
        international: 'governance.ap-southeast-1.aliyuncs.com'
    }
};
