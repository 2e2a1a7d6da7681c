import type { Operation } from '../../operations/operation';
import type { MemberAccess } from '../../settings';
import type { CloudConfigApi } from './CloudConfigApi';
import { groupLookUp } from './accountGroups';
import { groupOperations } from './memberAccess';

/** What is really called for fields, each of which names one operation for what it does: that of the older version. */
export interface Calling {
  /**
   * The operation that is called for a field that names `operation`: the same, that of another version, or that of an
   * account group. Never more calls.
   *
   * @param args of the field.
   * @param isOwn whether what it reads certainly belongs to the gateway's own account.
   * @param inGroup what is called instead where timelines of other accounts are read through an account group.
   */
  calledFor(
    operation: Operation,
    args: Readonly<Record<string, unknown>>,
    isOwn: boolean,
    inGroup?: Operation,
  ): Operation;

  /** What is called first, once a document, where a document calls one of these. */
  readonly lookUps: ReadonlyMap<Operation, readonly Operation[]>;
}

/** @param api the version of Cloud Config that is spoken. */
export const createCalling = (api: CloudConfigApi, access: MemberAccess): Calling => {
  const throughGroup = groupOperations(access);
  return {
    calledFor: (operation, args, isOwn, inGroup) =>
      (isOwn ? undefined : (throughGroup.get(operation) ?? (access === 'account-group' ? inGroup : undefined))) ??
      api.calledFor(operation, args),
    lookUps: new Map([...throughGroup.values()].map((operation) => [operation, groupLookUp])),
  };
};
