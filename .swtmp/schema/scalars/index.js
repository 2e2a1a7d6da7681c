"use strict";
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
    get DateTime () {
        return DateTime;
    },
    get JSONValue () {
        return JSONValue;
    }
});
const _graphql = require("graphql");
const _graphqlscalars = require("graphql-scalars");
const DateTime = new _graphql.GraphQLScalarType({
    ..._graphqlscalars.GraphQLDateTime.toConfig(),
    description: 'A point in time, as an RFC 3339 date-time in UTC, such as `2007-12-03T10:15:30Z`.',
    specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html'
});
const JSONValue = _graphqlscalars.GraphQLJSON;
