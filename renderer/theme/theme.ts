import type { Settings } from '../../shared/settings/settings';

const dark = () => window.matchMedia('(prefers-color-scheme: dark)');

/** The theme drawn: the setting, or where that says 'system' the desktop's. */
export function shownTheme(theme: Settings['theme']): 'light' | 'dark' {
  if (theme !== 'system') return theme;
  return dark().matches ? 'dark' : 'light';
}

/** Marks <html> with the theme. Until the function returned is called, 'system' follows the desktop's changes. */
export function applyTheme(theme: Settings['theme']): () => void {
  const apply = () => {
    document.documentElement.dataset['theme'] = shownTheme(theme);
  };
  apply();
  const query = dark();
  query.addEventListener('change', apply);
  return () => query.removeEventListener('change', apply);
}
