import { expect } from 'chai';

describe('<fluenzr-group-stats>, <fluenzr-campaign-groups> and <fluenzr-contact-groups> under a strict content security policy', () => {
  it('work with Trusted Types and without any exception', async () => {
    const script = new URL('group-stats-csp-page.ts', import.meta.url).href;
    const policy = [
      "default-src 'none'",
      `script-src ${location.origin}`,
      `style-src ${location.origin}`,
      "require-trusted-types-for 'script'",
      'trusted-types lit-html',
    ].join('; ');
    const frame = document.createElement('iframe');
    frame.srcdoc = `<!doctype html><meta http-equiv="content-security-policy" content="${policy}">
      <body><script type="module" src="${script}"></script>`;
    const report = new Promise((resolve) =>
      window.addEventListener('message', ({ data }: MessageEvent<unknown>) => resolve(data), { once: true }),
    );
    document.body.append(frame);
    expect(await report).to.deep.equal({ violations: [], styled: '1px' });
    frame.remove();
    sessionStorage.clear();
  });
});
