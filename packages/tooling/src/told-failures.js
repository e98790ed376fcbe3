/**
 * The page sends its results as a clone, and what cannot be cloned, such as the two elements that a failed assertion
 * compared, kept all of them back: the file then "did not finish", without a word about why. Sends those as text.
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function toldFailures() {
  return {
    name: 'told-failures',
    transform({ path, body }) {
      if (path !== '/__web-dev-server__web-socket.js') return undefined;
      const script = String(body).replace('structuredClone(obj)', 'cloneOf(obj)');
      if (script === body) throw new Error('@web/dev-server-core clones no longer: remove told-failures.js.');
      return `${script}\n${cloneOf}`;
    },
  };
}

/**
 * Runs in the page. What a test compared may go round in circles: it is text as a whole.
 * @param {unknown} value
 * @param {string} [name]
 * @returns {unknown}
 */
function cloneOf(value, name) {
  try {
    return structuredClone(value);
  } catch {
    if (name === 'actual' || name === 'expected') return Object.prototype.toString.call(value);
    if (Array.isArray(value)) return value.map((item) => cloneOf(item));
    return Object.fromEntries(
      Object.entries(/** @type {object} */ (value)).map(([key, item]) => [key, cloneOf(item, key)]),
    );
  }
}
