import { parse } from 'graphql';
import { KnownDocuments } from '../../../src/server/known/KnownDocuments';

const add = (documents: KnownDocuments, source: string): void => void documents.set(`schema:${source}`, parse(source));

it('finds a document by its source, with its hash alone', () => {
  const documents = new KnownDocuments(1_000_000);
  add(documents, '{ a }');

  expect(documents.withSource('{ a }')?.hash).toBe('{ a }');
  expect(documents.withSource('{ b }')).toBeUndefined();
});

it('keeps a bounded number of distinct documents, those that were used last', () => {
  const documents = new KnownDocuments(100_000);
  add(documents, '{ kept }');
  for (let index = 0; index < 10_000; index += 1) {
    add(documents, `{ a${index} }`);
    documents.withSource('{ kept }');
  }

  expect(documents.size).toBeLessThan(50);
  expect(documents.withSource('{ kept }')).toBeDefined();
  expect(documents.withSource('{ a9999 }')).toBeDefined();
  expect(documents.withSource('{ a1 }')).toBeUndefined();
});

it('keeps no document that is larger than all may be', () => {
  const documents = new KnownDocuments(3000);
  add(documents, `{ ${'a '.repeat(100)} }`);

  expect(documents.size).toBe(0);
  expect(documents.withSource(`{ ${'a '.repeat(100)} }`)).toBeUndefined();
});

it('names the operations of a document, and keeps no names that it lacks', () => {
  const documents = new KnownDocuments(1_000_000);
  const document = parse('query A { a } query B { b }');

  expect(documents.operationOf(document, 'B')?.name?.value).toBe('B');
  expect(documents.operationOf(document, 'C')).toBeUndefined();
  expect(documents.operationOf(document, undefined)).toBeUndefined();
});
