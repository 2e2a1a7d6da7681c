"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "tokenPageOf", {
    enumerable: true,
    get: function() {
        return tokenPageOf;
    }
});
const _parameters = require("../parameters");
const _tokenPage = require("../tokenPage");
const _listToken = require("./listToken");
function tokenPageOf(operation, items, { MaxResults: size = operation.paging?.default ?? 10, NextToken: token }, context) {
    const list = `${operation.action}/${context.caller.accountId}`;
    const tokens = {
        write: (position)=>(0, _listToken.toListToken)({
                list,
                ...position
            }),
        read (sent) {
            const position = (0, _listToken.parseListToken)(sent);
            return position?.list === list ? position : undefined;
        },
        refusal: ()=>(0, _parameters.refusalOf)(operation, 'NextToken', 'invalid')
    };
    return (0, _tokenPage.tokenPageOf)(items, {
        size,
        token
    }, tokens, context);
}
