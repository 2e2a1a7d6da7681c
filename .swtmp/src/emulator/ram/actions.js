/** A RAM action or a pattern of such: `config:StartConfigurationRecorder`, `config:Get*`, `*`. */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "covers", {
    enumerable: true,
    get: function() {
        return covers;
    }
});
const covers = (patterns, action)=>patterns.some((pattern)=>{
        const form = pattern.split('*').map((part)=>part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'));
        return new RegExp(`^${form.join('.*')}$`, 'i').test(action);
    });
