"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "refusal", {
    enumerable: true,
    get: function() {
        return refusal;
    }
});
const _graphql = require("graphql");
const refusal = (error)=>new _graphql.GraphQLError(error.message, {
        originalError: error,
        extensions: {
            http: {
                status: 400
            }
        }
    });
