import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { FolderSummaryRecord } from '../../src/operations/resource-manager/FolderRecord';
import { Node } from '../relay/Node';
import type { GlobalKey } from '../relay/globalId';

/** A folder of a resource directory: its key, and what a list has told of it already; everything else is resolved. */
@ObjectType({ simpleResolvers: true, implements: Node, description: 'A folder of a resource directory.' })
@Directive('@key(fields: "folderId")')
export class ResourceDirectoryFolder extends Node {
  @Field(() => ID, { description: 'The folder ID: `fd-…`, or `r-…` for the root folder.' })
  readonly folderId!: string;

  /** Not a field: what a list has told of it already. */
  readonly record?: FolderSummaryRecord;

  /** Not a field: the folder above it, if that is known. */
  readonly parentId?: string;

  static of(
    folderId: string,
    known: { parentId?: string; record?: FolderSummaryRecord } = {},
  ): ResourceDirectoryFolder {
    const { parentId, record } = known;
    return Object.assign(new ResourceDirectoryFolder(), { folderId, parentId, record });
  }

  protected override globalKey(): GlobalKey {
    return ['ResourceDirectoryFolder', this.folderId];
  }
}
