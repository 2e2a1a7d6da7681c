"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "StopConfigurationRecorder", {
    enumerable: true,
    get: function() {
        return StopConfigurationRecorder;
    }
});
const _operation = require("../../operation");
const _shapes = require("../../shapes");
const _product = require("./product");
const StopConfigurationRecorder = (0, _operation.defineOperation)({
    product: _product.CloudConfig2020,
    action: 'StopConfigurationRecorder',
    summary: 'Switches resource tracking off for the calling account, and erases what was recorded.',
    methods: [
        'POST'
    ],
    kind: 'write',
    retry: 'unsafe',
    parameters: {},
    response: {
        StopConfigurationRecorderResult: (0, _shapes.optional)((0, _shapes.flag)())
    },
    errors: {
        AdminStopSLRFail: {
            status: 400,
            message: 'The administrator account is prohibited from closing the service without completely removing the aggregators.',
            code: 'CONFLICT',
            explanation: {
                en: 'This account owns account groups. Delete them before you stop its recorder.',
                zh: '该账号拥有账号组，请先删除全部账号组再关闭资源监控。'
            }
        },
        MemberStopSLRFail: {
            status: 400,
            message: 'The member exists in the aggregator, and it is forbidden to close the service.',
            code: 'CONFLICT',
            explanation: {
                en: 'This account is in an account group. Remove it from the group before you stop its recorder.',
                zh: '该账号属于某个账号组，请先将其从账号组中移除再关闭资源监控。'
            }
        },
        StopSLRFail: {
            status: 400,
            message: 'Stop config service fail.',
            code: 'UPSTREAM_REJECTED',
            explanation: {
                en: 'Cloud Config could not be switched off for this account.',
                zh: '无法为该账号关闭配置审计服务。'
            }
        }
    },
    quota: {
        calls: 10,
        windowSeconds: 24 * 60 * 60
    },
    ram: {
        action: 'config:StopConfigurationRecorder',
        resource: '*'
    },
    source: 'Cloud Config 2020-09-07, StopConfigurationRecorder'
});
