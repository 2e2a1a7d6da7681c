"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "MutationOutcome", {
    enumerable: true,
    get: function() {
        return MutationOutcome;
    }
});
const _enumValue = require("../enumValue");
const MutationOutcome = (0, _enumValue.defineEnum)('MutationOutcome', 'How a mutation ended.', {
    SUCCEEDED: 'The mutation succeeded.',
    ALREADY_DONE: 'It had been done before, so nothing was changed.',
    IN_PROGRESS: 'The upstream accepted the mutation, or was already carrying it out. It takes minutes. Read the object to follow the progress.',
    REJECTED: 'The mutation was rejected before anything was changed, or a dry run found or could not rule out a reason to reject it. See `errors`.',
    UNKNOWN: 'The mutation was sent, but no valid response came. It may have been done. Do not simply send it again: the message names what to read first.',
    VALIDATED: 'A dry run found no reason to reject the mutation. Nothing was changed.'
});
