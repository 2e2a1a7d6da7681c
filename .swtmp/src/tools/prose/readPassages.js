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
    get readDescriptions () {
        return readDescriptions;
    },
    get readMarkdown () {
        return readMarkdown;
    },
    get readTypeScript () {
        return readTypeScript;
    }
});
const _graphql = require("graphql");
const _markdownit = /*#__PURE__*/ _interop_require_default(require("markdown-it"));
const _typescript = /*#__PURE__*/ _interop_require_default(require("typescript"));
const _Passage = require("./Passage");
function _interop_require_default(obj) {
    return obj && obj.__esModule ? obj : {
        default: obj
    };
}
const readMarkdown = (file, source)=>{
    const passages = [];
    let line = 1;
    for (const { type, map, children } of new _markdownit.default().parse(source, {})){
        // A cell of a table has the line of its row.
        if (map !== null) line = map[0] + 1;
        if (type !== 'inline') continue;
        const text = (children ?? []).map((child)=>{
            if (child.type === 'softbreak' || child.type === 'hardbreak') return '\n';
            if (child.type === 'code_inline') return (0, _Passage.hideCode)(`\`${child.content}\``);
            if (child.type === 'html_inline') return ' ';
            return child.type === 'text' ? child.content : '';
        });
        passages.push({
            file,
            line,
            text: text.join(''),
            kind: 'prose'
        });
    }
    return passages;
};
const readDescriptions = (file, sdl)=>{
    const passages = [];
    (0, _graphql.visit)((0, _graphql.parse)(sdl), {
        StringValue ({ loc, value, block }, key) {
            if (loc === undefined || key !== 'description') return;
            // A block string begins on the line below its quotes, unless it is a single line.
            const isBelow = block === true && sdl.startsWith('"""\n', loc.start);
            passages.push({
                file,
                line: loc.startToken.line + (isBelow ? 1 : 0),
                text: (0, _Passage.hideCode)(value),
                kind: 'prose'
            });
        }
    });
    return passages;
};
const readTypeScript = (file, source)=>{
    const sourceFile = _typescript.default.createSourceFile(file, source, _typescript.default.ScriptTarget.Latest, true);
    const lineOf = (position)=>sourceFile.getLineAndCharacterOfPosition(position).line + 1;
    const passages = [];
    const comments = new Map();
    const visitNode = (node)=>{
        for (const { pos, end } of commentsAround(node, source))comments.set(pos, end);
        if (_typescript.default.isPropertyAssignment(node) && node.name.getText() === 'en') {
            const text = textOf(node.initializer);
            if (text !== undefined) {
                passages.push({
                    file,
                    line: lineOf(node.initializer.getStart()),
                    text: (0, _Passage.hideCode)(text),
                    kind: 'prose'
                });
            }
        }
        for (const child of node.getChildren())visitNode(child);
    };
    visitNode(sourceFile);
    for (const { pos, end } of joinLines(comments, source)){
        passages.push({
            file,
            line: lineOf(pos),
            text: (0, _Passage.hideCode)(strip(source.slice(pos, end))),
            kind: 'comment'
        });
    }
    return passages;
};
const commentsAround = (node, source)=>[
        ..._typescript.default.getLeadingCommentRanges(source, node.pos) ?? [],
        ..._typescript.default.getTrailingCommentRanges(source, node.end) ?? []
    ];
/** Joins line comments that follow each other: a sentence may go over several. */ const joinLines = (comments, source)=>{
    const isWholeLine = (pos)=>/(^|\n)[ \t]*\/\/$/.test(source.slice(0, pos + 2));
    const joined = [];
    for (const [pos, end] of [
        ...comments
    ].sort(([one], [other])=>one - other)){
        const last = joined.at(-1);
        const isNext = last !== undefined && /^\n[ \t]*$/.test(source.slice(last.end, pos));
        if (isNext && isWholeLine(pos) && isWholeLine(last.pos)) last.end = end;
        else joined.push({
            pos,
            end
        });
    }
    return joined;
};
/** Removes the marks of a comment, but no line break. */ const strip = (comment)=>comment.replace(/^\/\*+|\*\/$/g, '').split('\n').map((line)=>line.replace(/^\s*(\*|\/\/)\s?/, '')).join('\n');
/** The text of a literal; every expression in a template is one word. */ const textOf = (node)=>{
    if (_typescript.default.isStringLiteralLike(node)) return node.text;
    if (!_typescript.default.isTemplateExpression(node)) return undefined;
    return node.templateSpans.reduce((text, { literal })=>`${text}x${literal.text}`, node.head.text);
};
