import { expect } from 'chai';

/** What the page inside the frame tells this one. */
interface Report {
  violations: string[];
  inputs: number;
  height: string;
  accepted: boolean;
}

describe('<fluenzr-lead-form> under a strict content security policy', () => {
  it('works with Trusted Types and without any exception', async () => {
    const script = new URL('csp-page.ts', import.meta.url).href;
    const policy = [
      "default-src 'none'",
      `script-src ${location.origin}`,
      `style-src ${location.origin}`,
      "require-trusted-types-for 'script'",
      'trusted-types lit-html',
    ].join('; ');
    const frame = document.createElement('iframe');
    frame.srcdoc = `<!doctype html><meta http-equiv="content-security-policy" content="${policy}">
      <script type="module" src="${script}"></script>`;
    const report = new Promise<Report>((resolve) =>
      window.addEventListener('message', ({ data }: MessageEvent<Report>) => resolve(data), { once: true }),
    );
    document.body.append(frame);
    expect(await report).to.deep.equal({ violations: [], inputs: 3, height: '48px', accepted: true });
    frame.remove();
  });
});
