import assert from 'node:assert/strict';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';

describe('@fluenzr/elements/react on a server', () => {
  it('renders the tags; properties are set in the browser', async () => {
    const { LeadForm, Provider } = await import('@fluenzr/elements/react');
    const form = createElement(LeadForm, { endpoint: 'https://leads.example.com', id: 'sign-up' });
    assert.equal(
      renderToString(createElement(Provider, null, form)),
      '<fluenzr-provider><fluenzr-lead-form id="sign-up"></fluenzr-lead-form></fluenzr-provider>',
    );
  });
});
