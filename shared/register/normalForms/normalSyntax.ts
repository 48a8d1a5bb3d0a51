import type { NormalFormKind } from '../../document/tagset';
import type { Message } from '../../source/fileError';
import { exists } from './calendar';

const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
const FORMS: Readonly<Record<NormalFormKind, { readonly pattern: RegExp; readonly form: Message }>> = {
  date: {
    pattern: new RegExp(`^(?:${side()}|(?:${side()}|\\.\\.)?/(?:${side()}|\\.\\.)?)$`),
    form: {
      en: 'a date such as 2023-02-23, 2023-02 or 2023, or two with / between',
      zh: '日期，如 2023-02-23、2023-02、2023，或两者以 / 相连',
    },
  },
  time: {
    pattern: /^(?:[01]\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?:\/(?:[01]\d|2[0-4]):[0-5]\d(?::[0-5]\d)?)?$/,
    form: { en: 'a time such as 15:30, or two with / between', zh: '时间，如 15:30，或两者以 / 相连' },
  },
  money: {
    pattern: new RegExp(`^${NUMBER}(?:/${NUMBER})? (?:[A-Z]{3}|\\p{Script=Han}{1,6})$`, 'u'),
    form: {
      en: 'a number and a currency, such as 1500000000 CNY',
      zh: '数字加币种，如 1500000000 CNY',
    },
  },
  percentage: {
    pattern: new RegExp(`^(?:${NUMBER}(?:%|‰| pp)(?:/${NUMBER}(?:%|‰| pp))?|\\d+(?:\\.\\d+)?/[1-9]\\d*)$`),
    form: {
      en: 'a percentage such as 3.5%, or a fraction such as 1/3',
      zh: '百分比，如 3.5%，或分数，如 1/3',
    },
  },
};

/** One date: a year (with open digits X), perhaps month, season, week or day, perhaps `~` or `?`; `lunar:` before the old calendar's. */
function side(): string {
  const year = String.raw`-?\d{2}[\dX]{2}`;
  const month = '(?:0[1-9]|1[0-2])';
  const day = '(?:0[1-9]|[12]\\d|3[01])';
  return `(?:${year}(?:-(?:${month}(?:-${day})?|2[1-4]|3[3-9]|4[01]|W[0-5]\\d(?:-[1-7])?))?[~?%]?|lunar:(?:-|${year})(?:-${month}(?:-${day})?)?|--${month}-${day})`;
}

/** What a normal form looks like, for the hint beside a field. */
export function normalFormHint(kind: NormalFormKind): Message {
  return FORMS[kind].form;
}

/** What is wrong with a normal form as it is written; null where nothing is. */
export function normalFormProblem(kind: NormalFormKind, normal: string): Message | null {
  const { pattern, form } = FORMS[kind];
  if (pattern.test(normal) && (kind !== 'date' || daysExist(normal))) return null;
  return {
    en: `“${normal}” is no normal form: expected ${form.en}.`,
    zh: `“${normal}”不是规范形式：应为${form.zh}。`,
  };
}

function daysExist(normal: string): boolean {
  if (normal.startsWith('lunar:')) return true;
  return normal.split('/').every(part => {
    const found = /^(-?\d{4})-(\d{2})-(\d{2})/.exec(part);
    return !found || exists({ year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) });
  });
}
