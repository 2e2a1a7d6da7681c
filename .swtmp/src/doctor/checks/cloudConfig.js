"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "cloudConfigCheck", {
    enumerable: true,
    get: function() {
        return cloudConfigCheck;
    }
});
const _Finding = require("../Finding");
const _diagnose = require("../diagnose");
const _reads = require("../reads");
const cloudConfigCheck = {
    name: 'recorder',
    about: 'whether Cloud Config is activated and records',
    run: async (probe)=>{
        if (!(await (0, _reads.identityOf)(probe)).answer) return [
            (0, _Finding.skipped)('The caller is unknown: see credentials.')
        ];
        const { answer, error } = await (0, _reads.recorderOf)(probe);
        if (error?.family === 'NOT_ACTIVATED') {
            return [
                (0, _Finding.problem)('Cloud Config is not activated in this account, so it records nothing and has no history.', 'Activate it in the Cloud Config console, or with the mutation startConfigurationRecorder.')
            ];
        }
        if (error) return [
            (0, _diagnose.diagnose)((0, _reads.recorderOperation)(probe), error, probe)
        ];
        const { ConfigurationRecorderStatus: status, ResourceTypes } = answer.ConfigurationRecorder;
        switch(status){
            case 'REGISTERED':
                return [
                    (0, _Finding.ok)(`Cloud Config records ${ResourceTypes?.length ?? 'all'} resource types.`)
                ];
            case 'BUILDING':
            case 'REBUILDING':
                return [
                    (0, _Finding.ok)(`Cloud Config is ${status}: it takes some minutes until everything is recorded.`)
                ];
            case 'REGISTRABLE':
                return [
                    (0, _Finding.warning)('Cloud Config is activated, but its recorder was not started.', 'Start it with the mutation startConfigurationRecorder (MUTATIONS=on), or in the console.')
                ];
            default:
                return [
                    (0, _Finding.warning)('Cloud Config returned an undocumented recorder status.', 'Run doctor with --record and report the file.')
                ];
        }
    }
};
