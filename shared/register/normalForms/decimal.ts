/** An exact decimal number, `units / 10 ** scale`: 1.15亿 is 115000000, which it is not in floating point. */
export interface Decimal {
  readonly units: bigint;
  /** Digits after the point; never negative. */
  readonly scale: number;
}

export const ZERO: Decimal = { units: 0n, scale: 0 };

export function decimalOf(whole: number): Decimal {
  return { units: BigInt(whole), scale: 0 };
}

/** Reads `-1234.5`; null for anything else. */
export function parseDecimal(text: string): Decimal | null {
  const found = /^(-?\d+)(?:\.(\d+))?$/.exec(text);
  if (!found) return null;
  const [, whole = '', fraction = ''] = found;
  return { units: BigInt(whole + fraction), scale: fraction.length };
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: at(a, scale) + at(b, scale), scale };
}

/** Times `10 ** power`; the power may be negative. */
export function shifted({ units, scale }: Decimal, power: number): Decimal {
  const next = scale - power;
  return next >= 0 ? { units, scale: next } : { units: units * 10n ** BigInt(-next), scale: 0 };
}

export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const [x, y] = [at(a, scale), at(b, scale)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Without superfluous zeros: `1500000000`, `4.2`, `-0.5`. */
export function formatDecimal({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
}

/** The number as one of JavaScript's; null where it is no whole number of up to 15 digits. */
export function wholeOf(value: Decimal): number | null {
  const text = formatDecimal(value);
  return /^-?\d{1,15}$/.test(text) ? Number(text) : null;
}

function at({ units, scale }: Decimal, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - scale);
}
