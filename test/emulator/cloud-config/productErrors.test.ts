import { productCodes, productRefusal } from '../../../src/emulator/cloud-config/productErrors';
import { loadFacts } from '../../facts/load';

it.each(productCodes)('%s has the status and the text of the product’s own list', (code) => {
  const facts = loadFacts().find(({ product, version }) => product === 'Config' && version === '2020-09-07');

  const { status, message } = productRefusal(code);

  expect(facts?.shared_errors).toContainEqual(expect.objectContaining({ http: status, code, message }));
});
