import type { Operation } from '../../operations/operation';
import type { MemberAccess } from '../../settings';
import { cloudConfig2019 } from './2019-01-08';
import type { CloudConfigApi, OperationChoice } from './CloudConfigApi';
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
   * @param inGroup the operation that is called instead if timelines of other accounts are read through an account
   *   group.
   */
  calledFor(
    operation: Operation,
    args: Readonly<Record<string, unknown>>,
    isOwn: boolean,
    inGroup?: Operation,
  ): Operation;

  /** The operations that are called first, once for a document that calls one of these. */
  readonly lookUps: ReadonlyMap<Operation, readonly Operation[]>;
}

/** Every operation of a version that the cost of a field can name, by a name that both versions share. */
const namedOperations = ({
  operations,
  updateRecorder,
}: CloudConfigApi): Readonly<Record<string, OperationChoice>> => ({
  ...operations,
  updateRecorder,
});

/** @param api the version of Cloud Config that is spoken. */
export const createCalling = (api: CloudConfigApi, access: MemberAccess): Calling => {
  const throughGroup = groupOperations(access);
  const spoken = namedOperations(api);
  const choices = new Map(
    Object.entries(namedOperations(cloudConfig2019)).map(([name, older]) => [older, spoken[name] ?? older]),
  );
  const inMember = (operation: Operation, args: Readonly<Record<string, unknown>>): Operation => {
    const choice = choices.get(operation) ?? operation;
    return typeof choice === 'function' ? choice(args) : choice;
  };
  return {
    calledFor: (operation, args, isOwn, inGroup) =>
      (isOwn ? undefined : (throughGroup.get(operation) ?? (access === 'account-group' ? inGroup : undefined))) ??
      inMember(operation, args),
    lookUps: new Map([...throughGroup.values()].map((operation) => [operation, groupLookUp])),
  };
};
