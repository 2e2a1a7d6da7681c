"use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
Object.defineProperty(exports, "explorerDocuments", {
    enumerable: true,
    get: function() {
        return explorerDocuments;
    }
});
const _nodefs = require("node:fs");
const _nodepath = require("node:path");
/** The order of the tabs. Documents that are not named follow in the order of their names. */ const order = [
    'WhoAmI',
    'RecentChanges',
    'AccountsInFolder',
    'Enrollments',
    'EnableDirectory'
];
let documents;
const explorerDocuments = ()=>documents ??= readDocuments();
const readDocuments = ()=>{
    const folder = (0, _nodepath.join)(packageRoot(__dirname), 'schema', 'operations');
    return (0, _nodefs.readdirSync)(folder).filter((file)=>file.endsWith('.graphql')).map((file)=>file.replace(/\.graphql$/, '')).sort((one, other)=>rankOf(one) - rankOf(other) || one.localeCompare(other)).map((name)=>{
        const variables = (0, _nodepath.join)(folder, `${name}.json`);
        return {
            name,
            query: (0, _nodefs.readFileSync)((0, _nodepath.join)(folder, `${name}.graphql`), 'utf8'),
            variables: (0, _nodefs.existsSync)(variables) ? (0, _nodefs.readFileSync)(variables, 'utf8') : ''
        };
    });
};
const rankOf = (name)=>order.includes(name) ? order.indexOf(name) : order.length;
/** The nearest folder with a `package.json`: the code runs from `src` and, once built, from `dist/src`. */ const packageRoot = (folder)=>(0, _nodefs.existsSync)((0, _nodepath.join)(folder, 'package.json')) ? folder : packageRoot((0, _nodepath.dirname)(folder));
