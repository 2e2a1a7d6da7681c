"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "CloudConfig", {
    enumerable: true,
    get: function() {
        return CloudConfig;
    }
});
const CloudConfig = {
    service: 'cloud-config',
    code: 'Config',
    version: '2019-01-08',
    hosts: {
        china: 'config.cn-shanghai.aliyuncs.com',
        international: 'config.ap-southeast-1.aliyuncs.com'
    },
    vpcHosts: {
        'cn-shanghai': 'config-vpc.cn-shanghai.aliyuncs.com',
        'ap-southeast-1': 'config-vpc.ap-southeast-1.aliyuncs.com'
    }
};
