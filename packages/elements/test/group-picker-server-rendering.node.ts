import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { expect } from 'chai';
import { html } from 'lit';
import '@fluenzr/elements/group-picker';
import { groups } from './group-picker-groups.js';

describe('<fluenzr-group-picker> on a server', () => {
  const rendered = async (template: unknown): Promise<string> =>
    (await collectResult(render(template))).replace(/<!--.*?-->/g, '');

  it('is rendered with declarative shadow DOM, its styles and what is chosen', async () => {
    const markup = await rendered(
      html`<fluenzr-group-picker
        name="g"
        label="Group"
        value="grp_inbound"
        required
        .items=${groups}
      ></fluenzr-group-picker>`,
    );
    expect(markup).to.match(/<template shadowroot="open" shadowrootmode="open" shadowrootdelegatesfocus>/);
    expect(markup).to.contain('--_accent: var(--fluenzr-accent');
    expect(markup).to.match(/<label part="label" for="input">Group<\/label>/);
    expect(markup).to.match(/<input[^>]*value="\[DYN\] Inbound Leads"/);
    expect(markup).not.to.contain('role="option"');
  });

  it('renders chips, and names that look like markup as text', async () => {
    const items = [{ id: 'grp_1', name: '<script>alert(1)</script>', type: 'STATIC', color: '"><b>' }];
    const markup = await rendered(
      html`<fluenzr-group-picker multiple value="grp_1 grp_2" .items=${items}></fluenzr-group-picker>`,
    );
    expect(markup).to.contain('&lt;script&gt;alert(1)');
    expect(markup).to.contain('Deleted group');
    expect(markup).not.to.contain('<script>alert');
  });
});
