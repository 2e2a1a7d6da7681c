"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "noSubscriptions", {
    enumerable: true,
    get: function() {
        return noSubscriptions;
    }
});
const _graphql = require("graphql");
const noSubscriptions = ()=>({
        requestDidStart: async ()=>({
                didResolveOperation: async ({ operation })=>{
                    if (operation?.operation !== _graphql.OperationTypeNode.SUBSCRIPTION) return;
                    throw new _graphql.GraphQLError('The operation must be a query or a mutation, but got a subscription.', {
                        extensions: {
                            code: 'BAD_REQUEST',
                            http: {
                                status: 400
                            }
                        }
                    });
                }
            })
    });
