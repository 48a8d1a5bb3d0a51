import { useEffect, useMemo } from 'react';
import { LocaleContext, useMessages } from '../messages/useMessages';
import { StatusBar } from '../status/StatusBar';
import { applyTheme } from '../theme/theme';
import { Announcer } from './Announcer';
import './app.css';
import { Dialogs } from './Dialogs';
import { DocumentPanes } from './DocumentPanes';
import { NoticeBar } from './NoticeBar';
import { Toolbar } from './Toolbar';
import { useWorkspaceValue } from './useWorkspace';
import { Welcome } from './Welcome';
import { shownLocale } from './workspaceState';

/** The window: toolbar, the document or the welcome screen, status bar, and what lies over them. */
export function App() {
  const locale = useWorkspaceValue(shownLocale);
  const theme = useWorkspaceValue(state => state.settings.theme);
  useEffect(() => applyTheme(theme), [theme]);
  useEffect(() => {
    document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
  }, [locale]);
  return (
    <LocaleContext value={locale}>
      <Window />
    </LocaleContext>
  );
}

function Window() {
  const messages = useMessages();
  const started = useWorkspaceValue(state => state.start !== null);
  const open = useWorkspaceValue(state => state.open);
  const title = useWorkspaceValue(state => state.open?.file.name ?? null);
  useEffect(() => {
    document.title = title === null ? messages.program : `${title} — ${messages.program}`;
  }, [title, messages]);
  const body = useMemo(
    () => (open ? <DocumentPanes key={open.file.documentId} open={open} /> : <Welcome />),
    [open],
  );
  if (!started) return <main className="starting">{messages.common.loading}</main>;
  return (
    <div className="window">
      <Toolbar />
      <NoticeBar />
      <Announcer />
      {body}
      {open && <StatusBar open={open} />}
      <p className="drop-hint" aria-hidden="true">
        {messages.welcome.dropNow}
      </p>
      <Dialogs />
    </div>
  );
}
