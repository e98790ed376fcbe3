/** How each program measures, for the guide's page. @type {Record<string, { title: string, command: string, how: string }>} */
const about = {
  size: {
    title: 'Size',
    command: 'npm run size',
    how: 'What a visitor or a bundle loads, each file compressed with brotli. A program is bundled and minified by esbuild; a part that is loaded on demand, and is not demanded, does not count. What has no limit is a peer, or the floor, that does the same.',
  },
  client: {
    title: 'SDK',
    command: 'npm run bench:client',
    how: 'All answers come from memory, since a network would hide the differences. CPU seconds are medians of 15 rounds in which all take turns; heap is what is live after a collection.',
  },
  query: {
    title: 'Contact queries',
    command: 'npm run bench:query',
    how: 'The parser beside one that peggy generates for the same tree, the matcher beside a predicate written by hand with the same answers. Medians of 15 rounds in which all take turns.',
  },
  mocks: {
    title: 'Mock backend',
    command: 'npm run bench:mocks',
    how: 'At 100,000 contacts in 200 groups, in CPU milliseconds, beside @msw/data and beside a bare Map that does no more than one test needs.',
  },
  'smart-groups': {
    title: 'Smart groups',
    command: 'npm run bench:smart-groups',
    how: '200 smart groups over 100,000 contacts: what the change of one contact costs, from the request to the answer.',
  },
  picker: {
    title: 'Group picker',
    command: 'npm run bench:picker',
    how: "From an action to its laid-out result in Chromium, medians of 25 runs in turn after 5 that warm up, beside Vaadin's combo box and the least that a virtual picker on Lit can be. The clock resolves 5 µs.",
  },
  form: {
    title: 'Forms',
    command: 'npm run bench:form',
    how: 'Pages with one embedded form each, in Chromium on a CPU slowed down four times; sizes in bytes.',
  },
  delivery: {
    title: 'Leads lost or doubled',
    command: 'npm run trials -- 2',
    how: 'Visitors in a real browser, while everything that can go wrong does: ours, beside a form that sends once, and beside one that stores what failed. Two trials a row here; more with a number.',
  },
};

/** @param {import('./report.js').Row[]} rows */
function table(rows) {
  const columns = [...new Set(rows.flatMap(({ figures }) => Object.keys(figures)))];
  const limits = rows.some(({ limit }) => limit);
  const line = (/** @type {(string | number)[]} */ cells) =>
    `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [
    line(['', ...columns, ...(limits ? ['limit'] : [])]),
    line(['---', ...columns.map(() => '---:'), ...(limits ? ['---:'] : [])]),
    ...rows.map(({ name, figures, limit = '' }) =>
      line([
        name,
        ...columns.map((column) => {
          const figure = figures[column] ?? '';
          return typeof figure === 'number' ? figure.toLocaleString('en') : figure;
        }),
        ...(limits ? [limit] : []),
      ]),
    ),
  ].join('\n');
}

/**
 * The guide's page of figures.
 * @param {import('./all.js').Results} results
 */
export function figuresPage({ machine, versions, programs }) {
  const parts = Object.entries(about).flatMap(([name, { title, command, how }]) => {
    const result = programs[name];
    if (!result) return [];
    const { date, rows, within } = result;
    return `## ${title}\n\n${how}\n\n\`${command}\`, ${date}${within ? '' : '; **not all within their limits**'}.\n\n${table(rows)}\n`;
  });
  return `---
title: Figures
group: Servers and tests
---

# Figures

Each figure comes from one command, which anybody can run. \`npm run bench\` runs them all, in this order, and writes this page
and \`packages/benchmarks/results.json\`. A figure beyond its limit fails the command.

Measured on ${machine}; ${Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')}. On another machine the times differ; the ratios should not, by much.

${parts.join('\n')}
Figures of the [relay](relay.md#figures) stand on its own page.
`;
}
