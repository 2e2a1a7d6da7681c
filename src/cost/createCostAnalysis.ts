import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Loaders } from '../loaders';
import type { KnownLists, ListedOrder } from '../loaders/KnownLists';
import type { Calling } from '../loaders/cloud-config/calledOperations';
import { ListAccounts, ListAggregators, ListEnrolledAccounts } from '../operations';
import type { PositionReader } from '../pagination/isWithinOnePage';
import { maxPageSize } from '../pagination/pageSize';
import type { KnownSizes } from './KnownSizes';
import type { Plan, CostEstimate } from './estimateCost';
import { planOperation, estimateCost } from './estimateCost';
import { knownSizesOf } from './knownSizesOf';

/** Estimates the cost of the documents of a process. */
export interface CostAnalysis {
  /** The most calls that a document may cost. */
  readonly maxCalls: number;
  readonly costOf: (
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
    /** What is known of lists, for those who see the same accounts. */
    lists: KnownLists,
    /** In which order timelines are listed if no page has shown that yet. */
    assumedOrder: ListedOrder,
  ) => CostEstimate;
  /**
   * Reads how long the lists are that an estimate rests on, by one call each, two at most. The document finds them loaded.
   *
   * @returns whether anything was read.
   */
  readonly learnSizes: (estimate: CostEstimate, loaders: Loaders) => Promise<boolean>;
}

export interface CostAnalysisOptions {
  readonly schema: GraphQLSchema;
  readonly maxCalls: number;
  readonly calling: Calling;
  /** Reads the cursors that the gateway writes. */
  readonly cursors: PositionReader;
}

export const createCostAnalysis = ({ schema, maxCalls, calling, cursors }: CostAnalysisOptions): CostAnalysis => {
  const sizes = new WeakMap<KnownLists, KnownSizes>();
  const sizesOf = (lists: KnownLists): KnownSizes => {
    const known = sizes.get(lists) ?? knownSizesOf(lists);
    sizes.set(lists, known);
    return known;
  };
  /** Kept as long as the parsed document is: Apollo Server keeps a bounded number of these. */
  const plans = new WeakMap<OperationDefinitionNode, Plan>();

  const planOf = (document: DocumentNode, operation: OperationDefinitionNode): Plan => {
    const plan = plans.get(operation) ?? planOperation(schema, document, operation);
    plans.set(operation, plan);
    return plan;
  };

  return {
    maxCalls,
    costOf: (document, operation, variables, lists, assumedOrder) =>
      estimateCost(planOf(document, operation), variables, {
        schema,
        maxCalls,
        calling,
        cursors,
        known: sizesOf(lists),
        assumedOrder,
      }),
    learnSizes: async ({ unknown }, { resourceManager, accountGroups }) => {
      const reads: Promise<unknown>[] = [];
      if (unknown.has(ListAccounts) || unknown.has(ListEnrolledAccounts)) {
        reads.push(resourceManager.accountsPage.load({ PageNumber: 1, PageSize: maxPageSize }));
      }
      if (unknown.has(ListAggregators)) reads.push(accountGroups.groupsPage.load({ MaxResults: maxPageSize }));
      await Promise.allSettled(reads);
      return reads.length > 0;
    },
  };
};
