"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "cloudConfig2020Handlers", {
    enumerable: true,
    get: function() {
        return cloudConfig2020Handlers;
    }
});
const _accountGroups = require("./accountGroups");
const _aggregateResources = require("./aggregateResources");
const _recorder = require("./recorder");
const _resources = require("./resources");
const _timeline = require("./timeline");
const cloudConfig2020Handlers = {
    ..._recorder.recorderHandlers,
    ..._timeline.timelineHandlers,
    ..._resources.resourceHandlers,
    ..._accountGroups.accountGroupHandlers,
    ..._aggregateResources.aggregateResourceHandlers
};
