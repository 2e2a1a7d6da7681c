import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** A folder of a resource directory, by its key. */
@ObjectType({ simpleResolvers: true, description: 'A folder of a resource directory.' })
@Directive('@key(fields: "folderId", resolvable: false)')
export class ResourceDirectoryFolder {
  @Field(() => ID, { description: 'The folder ID: `fd-…`, or `r-…` for the root folder.' })
  readonly folderId!: string;

  static of(folderId: string): ResourceDirectoryFolder {
    return Object.assign(new ResourceDirectoryFolder(), { folderId });
  }
}
