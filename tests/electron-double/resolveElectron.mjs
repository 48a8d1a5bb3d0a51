const DOUBLE = new URL('../../dist/double/electron.mjs', import.meta.url).href;

/** Node's module hook: the name `electron` leads to the built double, everything else where it always does. */
export function resolve(specifier, context, nextResolve) {
  if (specifier === 'electron') return { url: DOUBLE, shortCircuit: true };
  return nextResolve(specifier, context);
}
