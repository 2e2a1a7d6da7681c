"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "cloudConfigApis", {
    enumerable: true,
    get: function() {
        return cloudConfigApis;
    }
});
const _20190108 = require("./2019-01-08");
const _20200907 = require("./2020-09-07");
const cloudConfigApis = {
    '2019-01-08': _20190108.cloudConfig2019,
    '2020-09-07': _20200907.cloudConfig2020
};
