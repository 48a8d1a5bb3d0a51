/** A key as a JSON path has it: `.text`, `["%TYPES"]`. */
export function keyPath(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key.slice(0, 40))}]`;
}
