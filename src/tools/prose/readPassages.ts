import { parse, visit } from 'graphql';
import MarkdownIt from 'markdown-it';
import ts from 'typescript';
import type { Passage } from './Passage';
import { hideCode } from './Passage';

/** Reads the paragraphs, headings, list items and table cells of a Markdown page. Code blocks and HTML are omitted. */
export const readMarkdown = (file: string, source: string): readonly Passage[] => {
  const passages: Passage[] = [];
  let line = 1;
  for (const { type, map, children } of new MarkdownIt().parse(source, {})) {
    // A cell of a table has the line of its row.
    if (map !== null) line = map[0] + 1;
    if (type !== 'inline') continue;
    const text = (children ?? []).map((child) => {
      if (child.type === 'softbreak' || child.type === 'hardbreak') return '\n';
      if (child.type === 'code_inline') return hideCode(`\`${child.content}\``);
      if (child.type === 'html_inline') return ' ';
      return child.type === 'text' ? child.content : '';
    });
    passages.push({ file, line, text: text.join(''), kind: 'prose' });
  }
  return passages;
};

/** Reads the descriptions of a schema. */
export const readDescriptions = (file: string, sdl: string): readonly Passage[] => {
  const passages: Passage[] = [];
  visit(parse(sdl), {
    StringValue({ loc, value, block }, key) {
      if (loc === undefined || key !== 'description') return;
      // A block string begins on the line below its quotes, unless it is a single line.
      const isBelow = block === true && sdl.startsWith('"""\n', loc.start);
      passages.push({ file, line: loc.startToken.line + (isBelow ? 1 : 0), text: hideCode(value), kind: 'prose' });
    },
  });
  return passages;
};

/** Reads a TypeScript file: its comments, the titles of its tests, and its English messages (the properties named `en`). */
export const readTypeScript = (file: string, source: string): readonly Passage[] => {
  const sourceFile = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const lineOf = (position: number): number => sourceFile.getLineAndCharacterOfPosition(position).line + 1;
  const passages: Passage[] = [];
  const comments = new Map<number, number>();
  const visitNode = (node: ts.Node): void => {
    for (const { pos, end } of commentsAround(node, source)) comments.set(pos, end);
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'en') {
      const text = textOf(node.initializer);
      if (text !== undefined) {
        passages.push({ file, line: lineOf(node.initializer.getStart()), text: hideCode(text), kind: 'prose' });
      }
    }
    if (ts.isCallExpression(node) && isTitled(node.expression) && node.arguments[0]) {
      const title = textOf(node.arguments[0]);
      if (title !== undefined) {
        passages.push({ file, line: lineOf(node.arguments[0].getStart()), text: hideCode(title), kind: 'comment' });
      }
    }
    for (const child of node.getChildren()) visitNode(child);
  };
  visitNode(sourceFile);
  for (const { pos, end } of joinLines(comments, source)) {
    passages.push({ file, line: lineOf(pos), text: hideCode(strip(source.slice(pos, end))), kind: 'comment' });
  }
  return passages;
};

/** `describe`, `it`, `test`, and what `it.each(rows)` returns: functions whose first argument is a title. */
const isTitled = (callee: ts.Expression): boolean =>
  ts.isCallExpression(callee)
    ? /^(describe|it|test)\.each$/.test(callee.expression.getText())
    : /^(describe|it|test)$/.test(callee.getText());

const commentsAround = (node: ts.Node, source: string): readonly ts.TextRange[] => [
  ...(ts.getLeadingCommentRanges(source, node.pos) ?? []),
  ...(ts.getTrailingCommentRanges(source, node.end) ?? []),
];

/** Joins line comments that follow each other: a sentence may go over several. */
const joinLines = (comments: ReadonlyMap<number, number>, source: string): readonly ts.TextRange[] => {
  const isWholeLine = (pos: number): boolean => /(^|\n)[ \t]*\/\/$/.test(source.slice(0, pos + 2));
  const joined: { pos: number; end: number }[] = [];
  for (const [pos, end] of [...comments].sort(([one], [other]) => one - other)) {
    const last = joined.at(-1);
    const isNext = last !== undefined && /^\n[ \t]*$/.test(source.slice(last.end, pos));
    if (isNext && isWholeLine(pos) && isWholeLine(last.pos)) last.end = end;
    else joined.push({ pos, end });
  }
  return joined;
};

/** Removes the marks of a comment, but no line break. */
const strip = (comment: string): string =>
  comment
    .replace(/^\/\*+|\*\/$/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*(\*|\/\/)\s?/, ''))
    .join('\n');

/** The text of a literal; every expression in a template is one word. */
const textOf = (node: ts.Expression): string | undefined => {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.templateSpans.reduce((text, { literal }) => `${text}x${literal.text}`, node.head.text);
};
