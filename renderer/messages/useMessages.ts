import { createContext, useContext } from 'react';
import { en, type Messages } from './en';
import { zh } from './zh';

export type Locale = 'zh' | 'en';

export function messagesIn(locale: Locale): Messages {
  return locale === 'zh' ? zh : en;
}

export const LocaleContext = createContext<Locale>('en');

export function useLocale(): Locale {
  return useContext(LocaleContext);
}

/** Every sentence of the window in the program's language. */
export function useMessages(): Messages {
  return messagesIn(useLocale());
}
