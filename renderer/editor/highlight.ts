/** Paints the ranges as the highlight of this name. Setting one repaints the page, even an empty one: it is left alone while there is nothing to show. */
export function highlight(name: string, ranges: readonly StaticRange[]): void {
  if (ranges.length > 0) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}
