import { expect } from 'chai';

// run by told-failures.node.ts
it('compares elements', () => {
  expect(document.head).to.equal(document.body);
});
