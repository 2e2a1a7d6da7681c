import { sealedTokens } from '../../sealedTokens';
import type { ListTokens } from '../../tokenPage';
import { productRefusal } from '../productErrors';

/** The tokens of one list of Cloud Config 2020-09-07. ListAggregators takes at most 100 characters. */
export const listTokens = (list: string): ListTokens => sealedTokens(list, () => productRefusal('TokenInvalid'));
