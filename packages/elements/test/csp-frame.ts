/**
 * Loads a test page into a frame under a strict policy: only this origin's scripts and style sheets, nothing inline, Trusted
 * Types with lit's policy alone. Gives what the page reports to the page around it.
 *
 * @param page name of the page's script in this folder
 */
export async function underStrictPolicy(page: string): Promise<unknown> {
  const script = new URL(page, import.meta.url).href;
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
    <body><script type="module" src="${script}"></script>`;
  const report = new Promise((resolve) =>
    window.addEventListener('message', ({ data }: MessageEvent<unknown>) => resolve(data), { once: true }),
  );
  document.body.append(frame);
  const reported = await report;
  frame.remove();
  return reported;
}
