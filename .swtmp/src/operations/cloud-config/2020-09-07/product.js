"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "CloudConfig2020", {
    enumerable: true,
    get: function() {
        return CloudConfig2020;
    }
});
const _product = require("../product");
const CloudConfig2020 = {
    ..._product.CloudConfig,
    version: '2020-09-07'
};
