/** The table of a sweep as RFC 4180 has it: a line for each cell that has a record, its values first. */
import type { Language } from '../../language/text.ts';
import type { Grid } from '../../runtime/sweep/grid.ts';
import type { CellRecord } from './record.ts';

/** The columns of single terms hold their values before their weights, so that they can be compared across weights. */
export function tableOf(
  { axes, cells }: Grid,
  records: ReadonlyMap<string, CellRecord>,
  language: Language,
): string {
  const rows = cells.flatMap(({ name, settings }) => {
    const record = records.get(name);
    return record ? [{ record, labels: settings.map(({ label }) => label) }] : [];
  });
  const terms = [...new Set(rows.flatMap(({ record }) => [...termsOf(record).keys()]))].sort();
  const header = [
    ...axes.map(({ path }) => path),
    ...['status', 'loss', 'iterations', 'seconds', 'backend', 'picture', 'reason', 'key'],
    ...terms,
  ];
  const lines = rows.map(({ record, labels }) => {
    const values = termsOf(record);
    return [
      ...labels,
      record.status,
      record.losses.at(-1)?.total ?? '',
      record.losses.reduce((sum, { iteration }) => sum + iteration, 0),
      record.seconds,
      record.backend,
      record.pictures.map(({ file }) => `cells/${file}`).join(' '),
      record.reason?.[language] ?? '',
      record.key,
      ...terms.map(term => values.get(term) ?? ''),
    ];
  });
  return [header, ...lines].map(line => `${line.map(field).join()}\r\n`).join('');
}

/** By name; where several optimisers ran, each term bears the name of its own, too. */
function termsOf({ losses }: CellRecord): Map<string, number> {
  return new Map(
    losses.flatMap(({ optimiser, terms }) =>
      Object.entries(terms).map(([name, { value }]): [string, number] => [
        losses.length > 1 ? `${optimiser}: ${name}` : name,
        value,
      ]),
    ),
  );
}

const field = (value: string | number): string => {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
