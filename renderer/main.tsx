import { createRoot } from 'react-dom/client';
import './theme/tokens.css';
import './theme/base.css';
import { App } from './app/App';
import { beginProgram } from './app/beginProgram';
import { acceptDrops } from './app/dropTarget';
import { ErrorBoundary } from './app/ErrorBoundary';
import { WorkspaceContext } from './app/useWorkspace';
import { watchDetection } from './app/watchDetection';
import { Workspace } from './app/workspace';
import { listenForKeys } from './commands/commandKeys';
import { tellMenuStates } from './commands/menuStates';
import { begunDetection } from './detection/begunDetection';

const detection = begunDetection();
const workspace = new Workspace(window.kanwu, detection.worker);
watchDetection(workspace, detection);
listenForKeys(workspace);
tellMenuStates(workspace);
acceptDrops(workspace);

window.addEventListener('unhandledrejection', ({ reason }) => workspace.unexpected(reason));
// Without an error it is only a notice of the browser's own, such as a resize observer's.
window.addEventListener('error', ({ error }) => error && workspace.unexpected(error, 'script'));

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <WorkspaceContext value={workspace}>
    <ErrorBoundary workspace={workspace}>
      <App />
    </ErrorBoundary>
  </WorkspaceContext>,
);
beginProgram(workspace).catch(workspace.unexpected);
