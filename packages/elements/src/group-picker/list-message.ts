import { fill } from '../fill.js';
import type { ListLabels } from './labels-en-list.js';
import type { OptionSource } from './option-source.js';

/** What stands in place of the list, or below it: that it loads, that nothing was found, or what failed. */
export function listMessage(source: OptionSource | undefined, query: string, labels: ListLabels): string {
  if (!source || source.status === 'loading') return labels.loading;
  if (source.status === 'failed') {
    const status = (source.error as { status?: unknown } | null)?.status;
    if (status === 401 || status === 403) return labels.refused;
    return navigator.onLine ? labels.failed : labels.offline;
  }
  if (source.rows.length > 0) return '';
  return query ? fill(labels.noMatch, { query }) : labels.empty;
}
