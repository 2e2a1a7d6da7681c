/** Someone who waits for the response of a call. */ "use strict";
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
    get latestSendAt () {
        return latestSendAt;
    },
    get shortestAttemptMs () {
        return shortestAttemptMs;
    }
});
const shortestAttemptMs = 150;
const latestSendAt = ({ deadline = Infinity })=>deadline - shortestAttemptMs;
