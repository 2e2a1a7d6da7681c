import type { PropertyDifference } from './parseConfigurationDiff';
import { categoryOf } from './propertyCategories';

/** Reports whether a change consists of nothing but properties that the cloud changes by itself. */
export const isSystemChange = (resourceType: string, differences: readonly PropertyDifference[] | null): boolean =>
  differences !== null &&
  differences.length > 0 &&
  differences.every(({ path }) => categoryOf(resourceType, path) === 'SYSTEM');
