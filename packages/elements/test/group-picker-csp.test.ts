import { expect } from 'chai';

/** What the page inside the frame tells this one. */
interface Report {
  violations: string[];
  height: string;
  value: string[];
}

describe('<fluenzr-group-picker> under a strict content security policy', () => {
  it('works with Trusted Types and without any exception', async () => {
    const script = new URL('group-picker-csp-page.ts', import.meta.url).href;
    const policy = [
      "default-src 'none'",
      `script-src ${location.origin}`,
      `style-src ${location.origin}`,
      "require-trusted-types-for 'script'",
      'trusted-types lit-html',
    ].join('; ');
    const frame = document.createElement('iframe');
    frame.width = '800';
    frame.height = '600';
    frame.srcdoc = `<!doctype html><meta http-equiv="content-security-policy" content="${policy}">
      <script type="module" src="${script}"></script>`;
    const report = new Promise<Report>((resolve) =>
      window.addEventListener('message', ({ data }: MessageEvent<Report>) => resolve(data), { once: true }),
    );
    document.body.append(frame);
    expect(await report).to.deep.equal({
      violations: [],
      height: '44px',
      value: ['grp_inbound', 'grp_none', 'grp_customers'],
    });
    frame.remove();
  });
});
