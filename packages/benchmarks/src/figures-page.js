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
    how: 'In 200 groups, in CPU milliseconds, beside @msw/data and beside a bare Map that does no more than one test needs. Creating: a median of 5 rounds, of one for @msw/data and by the API. The rest is the mean of 2,000 (of 20 for @msw/data): ours is a whole request, from its parsing to the JSON of the answer, the others do the work alone.',
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
    how: 'Pages with one embedded form each, in Chromium on a CPU slowed down four times: medians of 15 loads, the script arriving 150 ms late. Script ms is the CPU time of scripts until the page is at rest, CLS how far the page moved, handler ms the longest of typing and sending; sizes in bytes. What a peer loads from its own servers is neither loaded nor counted.',
  },
  delivery: {
    title: 'Leads lost or doubled',
    command: 'npm run trials -- 2',
    how: 'Visitors in a real browser, while everything that can go wrong does: ours, beside a form that sends once, and beside one that stores what failed. Two trials a row here; more with a number.',
  },
};

/** A name as the page shows it: `<fluenzr-lead-form>` would be the element itself. @param {string} text */
const shown = (text) => text.replaceAll(/<[^>]+>/g, '`$&`').replaceAll('|', '\\|');

/** Rows that share no column with those before begin a table of their own. @param {import('./report.js').Row[]} rows */
function tablesOf(rows) {
  /** @type {import('./report.js').Row[][]} */
  const tables = [];
  for (const row of rows) {
    const columns = tables.at(-1)?.flatMap(({ figures }) => Object.keys(figures));
    if (columns && Object.keys(row.figures).some((column) => columns.includes(column)))
      tables.at(-1)?.push(row);
    else tables.push([row]);
  }
  return tables;
}

/** @param {import('./report.js').Row[]} rows */
function table(rows) {
  const columns = [...new Set(rows.flatMap(({ figures }) => Object.keys(figures)))];
  const limits = rows.some(({ limit }) => limit);
  const line = (/** @type {(string | number)[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [
    line(['', ...columns, ...(limits ? ['limit'] : [])]),
    line(['---', ...columns.map(() => '---:'), ...(limits ? ['---:'] : [])]),
    ...rows.map(({ name, figures, limit = '' }) =>
      line([
        shown(name),
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
    return `## ${title}\n\n${how}\n\n\`${command}\`, ${date}${within ? '' : '; **not all within their limits**'}.\n\n${tablesOf(rows).map(table).join('\n\n')}\n`;
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
