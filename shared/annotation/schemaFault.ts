import * as v from 'valibot';
import type { Message } from '../source/fileError';

/** What is wrong with a value by its schema, and where: the first issue's path, under `above` where that is not ''. */
export function schemaFault(issue: v.BaseIssue<unknown>, above = ''): Message {
  const path = [above, v.getDotPath(issue) ?? ''].filter(Boolean).join('.') || '(top level)';
  if (issue.received === 'undefined') return { en: `${path} is missing`, zh: `缺少 ${path}` };
  const found = issue.received.slice(0, 60);
  return {
    en: `${path} is wrong: expected ${issue.expected ?? 'something else'}, found ${found}`,
    zh: `${path} 有误：应为 ${issue.expected ?? '别的内容'}，实为 ${found}`,
  };
}
