import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { getOperationAST } from 'graphql';
import { LRUCache } from 'lru-cache';

/** A document that was parsed and is valid. */
export interface KnownDocument {
  /** Apollo Server's own: the hash behind one of the schema. */
  readonly key: string;
  readonly source: string;
  /** The SHA-256 of its source, in hex. */
  readonly hash: string;
  readonly document: DocumentNode;
}

/** How much memory a parsed document takes with its plan, bytes for each character of its source, about. */
const bytesPerCharacter = 80;

/** What a document takes besides that, bytes. */
const fixedBytes = 2000;

/**
 * The valid documents that clients have sent lately: each is parsed and validated once. Bounded by the memory that they take.
 *
 * Apollo Server stores here what it has validated, under its own keys. A document is also found by its source, which spares
 * hashing.
 */
export class KnownDocuments {
  private readonly byKey: LRUCache<string, KnownDocument>;
  private readonly bySource = new Map<string, KnownDocument>();
  private readonly operations = new WeakMap<DocumentNode, Map<string | undefined, OperationDefinitionNode>>();

  /** @param maxBytes how much memory they may take, bytes. */
  constructor(maxBytes: number) {
    this.byKey = new LRUCache({
      maxSize: maxBytes,
      sizeCalculation: ({ source }) => fixedBytes + source.length * bytesPerCharacter,
      dispose: ({ source }) => {
        this.bySource.delete(source);
      },
    });
  }

  /** How many there are. */
  get size(): number {
    return this.byKey.size;
  }

  /** For Apollo Server. */
  get(key: string): Promise<DocumentNode | undefined> {
    return Promise.resolve(this.byKey.get(key)?.document);
  }

  /** For Apollo Server. Documents that were not parsed from a text are not kept. */
  set(key: string, document: DocumentNode): Promise<void> {
    const source = document.loc?.source.body;
    if (source !== undefined) {
      const known = { key, source, hash: key.slice(key.lastIndexOf(':') + 1), document };
      this.byKey.set(key, known);
      // One that is larger than all may be is not kept.
      if (this.byKey.has(key)) this.bySource.set(source, known);
    }
    return Promise.resolve();
  }

  /** For Apollo Server. */
  delete(key: string): Promise<boolean> {
    return Promise.resolve(this.byKey.delete(key));
  }

  withSource(source: string): KnownDocument | undefined {
    const known = this.bySource.get(source);
    // Marks it as used.
    return known === undefined ? undefined : this.byKey.get(known.key);
  }

  /** The operation of a document that a request names. Undefined if there is none, or several and none is named. */
  operationOf(document: DocumentNode, name: string | undefined): OperationDefinitionNode | undefined {
    const known = this.operations.get(document)?.get(name);
    if (known !== undefined) return known;
    const operation = getOperationAST(document, name) ?? undefined;
    // What a document lacks is not kept: names are the client's to choose.
    if (operation === undefined) return undefined;
    const found = this.operations.get(document) ?? new Map<string | undefined, OperationDefinitionNode>();
    found.set(name, operation);
    this.operations.set(document, found);
    return operation;
  }
}
