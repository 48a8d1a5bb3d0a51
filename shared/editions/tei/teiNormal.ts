import type { NormalFormKind } from '../../document/tagset';

/** An attribute and its value, not yet escaped. */
export type TeiAttribute = readonly [name: string, value: string];

/**
 * The attributes in which TEI has a mention's normal form: `@when` or `@from`/`@to` of a date or time, `@quantity` and
 * `@unit` of an amount, `@value` of a share. None where the form is of another kind; then it is said in other words.
 */
export function normalAttributes(kind: NormalFormKind, normal: string): readonly TeiAttribute[] {
  switch (kind) {
    case 'date': {
      const [from = '', to] = normal.split('/');
      if (to === undefined) return isDate(from) ? [['when', from]] : [];
      if (!isDate(from) || !isDate(to) || normal.split('/').length > 2) return [];
      return [
        ['from', from],
        ['to', to],
      ];
    }
    case 'time':
      return isTime(normal) ? [['when', normal]] : [];
    case 'money': {
      const [, quantity, unit] = /^(-?\d+(?:\.\d+)?) (\p{L}+)$/u.exec(normal) ?? [];
      if (quantity === undefined || unit === undefined) return [];
      return [
        ['quantity', quantity],
        ['unit', unit],
      ];
    }
    case 'percentage':
      return /^-?\d+(?:\.\d+)?%$/.test(normal) ? [['value', normal.slice(0, -1)]] : [];
  }
}

/** The normal form that attributes of a mention's element say; undefined where there is none. */
export function normalOf(attribute: (name: string) => string | undefined): string | undefined {
  const from = attribute('from') ?? attribute('notBefore');
  const to = attribute('to') ?? attribute('notAfter');
  if (from !== undefined && to !== undefined) return `${from}/${to}`;
  const quantity = attribute('quantity');
  const unit = attribute('unit');
  if (quantity !== undefined) return unit === undefined ? quantity : `${quantity} ${unit}`;
  const value = attribute('value');
  if (value !== undefined) return attribute('type') === 'percentage' ? `${value}%` : value;
  return attribute('when') ?? attribute('when-iso');
}

const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A year, month or day of the W3C's date types. */
function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  if (year === undefined || year === '0000') return false;
  const days = month === undefined ? 31 : MONTH_DAYS[Number(month) - 1];
  if (days === undefined) return false;
  if (day === undefined) return true;
  return (
    Number(day) >= 1 &&
    Number(day) <= days &&
    new Date(`${text}T00:00:00Z`).toISOString().startsWith(text.slice(0, 7))
  );
}

function isTime(text: string): boolean {
  const [, date, time] = /^(?:(\d{4}-\d\d-\d\d)T)?((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)$/.exec(text) ?? [];
  return time !== undefined && (date === undefined || isDate(date));
}
