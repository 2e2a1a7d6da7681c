/** One item of a baseline as it is to be applied to an account. */ "use strict";
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
    get defaultStepMs () {
        return defaultStepMs;
    },
    get pendingMs () {
        return pendingMs;
    },
    get progressOf () {
        return progressOf;
    },
    get schedulingMs () {
        return schedulingMs;
    }
});
const pendingMs = 15_000;
const schedulingMs = 30_000;
const defaultStepMs = 30_000;
function progressOf(enrollment, now) {
    const { startedAt, stepMs, outcome } = enrollment;
    const names = enrollment.items.filter(({ skip })=>!skip).map(({ name })=>name);
    const waiting = names.map((name)=>({
            name,
            status: 'Pending'
        }));
    const schedulingAt = startedAt + pendingMs;
    const runningAt = schedulingAt + schedulingMs;
    if (now < schedulingAt) return {
        status: 'Pending',
        steps: waiting,
        updatedAt: startedAt
    };
    if (now < runningAt) return {
        status: 'Scheduling',
        steps: waiting,
        updatedAt: schedulingAt
    };
    if (outcome.kind === 'not scheduled') {
        return {
            status: 'ScheduleFailed',
            steps: waiting,
            updatedAt: runningAt,
            failure: outcome.failure
        };
    }
    const done = Math.min(names.length, Math.floor((now - runningAt) / stepMs));
    const failing = outcome.kind === 'failed' ? names.indexOf(outcome.item) : -1;
    const hasFailed = failing >= 0 && done > failing;
    const reached = hasFailed ? failing + 1 : done;
    const status = hasFailed ? 'Failed' : done === names.length ? 'Finished' : 'Running';
    return {
        status,
        steps: names.map((name, index)=>({
                name,
                status: stepStatus(index, done, failing)
            })),
        updatedAt: runningAt + reached * stepMs,
        failure: hasFailed && outcome.kind === 'failed' ? outcome.failure : undefined
    };
}
function stepStatus(index, done, failing) {
    const isBeyondFailure = failing >= 0 && done > failing;
    if (isBeyondFailure && index >= failing) return index === failing ? 'Failed' : 'Pending';
    if (index < done) return 'Finished';
    return index === done ? 'Running' : 'Pending';
}
