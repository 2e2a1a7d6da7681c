import { productErrors } from '../../../src/emulator/cloud-config/productErrors';
import { loadFacts } from '../../facts/load';

it.each(Object.entries(productErrors))(
  '%s has the status and the text of the product’s own list',
  (code, { status, message }) => {
    const facts = loadFacts().find(({ product, version }) => product === 'Config' && version === '2020-09-07');

    expect(facts?.shared_errors).toContainEqual(expect.objectContaining({ http: status, code, message }));
  },
);
