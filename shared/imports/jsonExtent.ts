/** Behind the list or object that begins at `from`; -1 where it does not end before `stop` or nests deeper than `deepest`. */
export function endOf(text: string, from: number, stop: number, deepest: number): number {
  let depth = 0;
  for (let at = from; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      for (at++; at < stop; at++) {
        const inside = text.charCodeAt(at);
        if (inside === 0x22) break;
        if (inside === 0x5c) at++;
      }
    } else if (code === 0x5b || code === 0x7b) {
      if (++depth > deepest) return -1;
    } else if ((code === 0x5d || code === 0x7d) && --depth === 0) return at + 1;
  }
  return -1;
}
