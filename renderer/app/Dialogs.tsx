import { CommandPalette } from '../commands/CommandPalette';
import { KeysSheet } from '../commands/KeysSheet';
import { DiagnosticsDialog } from '../diagnostics/DiagnosticsDialog';
import { EverywhereDialog } from '../everywhere/EverywhereDialog';
import { ExportDialog } from '../export/ExportDialog';
import { ExportReportDialog } from '../export/ExportReportDialog';
import { CarryReviewDialog } from '../import/CarryReviewDialog';
import { ImportDialog } from '../import/ImportDialog';
import { ImportReviewDialog } from '../import/ImportReviewDialog';
import { WorkingDialog } from '../import/WorkingDialog';
import { EarlierVersionsDialog } from '../recovery/EarlierVersionsDialog';
import { FilesChangedDialog } from '../recovery/FilesChangedDialog';
import { LinkDialog } from '../register/LinkDialog';
import { MergeDialog } from '../register/MergeDialog';
import { NormaliseDialog } from '../register/NormaliseDialog';
import { AcceptAllDialog } from '../review/AcceptAllDialog';
import { SeriesDialog } from '../series/SeriesDialog';
import { SessionContext } from '../session/useSession';
import { AcceptSuggestionsDialog } from '../suggestions/AcceptSuggestionsDialog';
import { TagsetDialog } from '../tagset/TagsetDialog';
import { AboutDialog } from './AboutDialog';
import { EncodingDialog } from './EncodingDialog';
import { ErrorDialog } from './ErrorDialog';
import { OtherSourceDialog } from './OtherSourceDialog';
import { SettingsDialog } from './SettingsDialog';
import { useWorkspace, useWorkspaceValue } from './useWorkspace';
import type { OpenDocument, ShownDialog } from './workspaceState';

/** The dialog that lies over the window, if any. */
export function Dialogs() {
  const dialog = useWorkspaceValue(state => state.dialog);
  const open = useWorkspaceValue(state => state.open);
  if (!dialog) return null;
  return (
    <SessionContext value={open?.session ?? null}>
      <DialogOf dialog={dialog} open={open} />
    </SessionContext>
  );
}

function DialogOf({ dialog, open }: { readonly dialog: ShownDialog; readonly open: OpenDocument | null }) {
  const workspace = useWorkspace();
  switch (dialog.kind) {
    case 'error':
      return <ErrorDialog dialog={dialog} />;
    case 'otherSource':
      return <OtherSourceDialog dialog={dialog} />;
    case 'export':
      return open && <ExportDialog open={open} />;
    case 'working':
      return <WorkingDialog dialog={dialog} />;
    case 'import':
      return <ImportDialog dialog={dialog} />;
    case 'importReview':
      return open && <ImportReviewDialog open={open} dialog={dialog} />;
    case 'carryReview':
      return <CarryReviewDialog dialog={dialog} />;
    case 'exportReport':
      return open && <ExportReportDialog open={open} dialog={dialog} />;
    case 'filesChanged':
      return open && <FilesChangedDialog open={open} dialog={dialog} />;
    case 'earlierVersions':
      return open && <EarlierVersionsDialog open={open} />;
    case 'encoding':
      return open?.file.source ? <EncodingDialog open={open} source={open.file.source} /> : null;
    case 'acceptAll':
      return open && <AcceptAllDialog open={open} />;
    case 'linkEntity':
      return open && <LinkDialog open={open} places={dialog.places} />;
    case 'mergeEntity':
      return open && <MergeDialog open={open} id={dialog.entity} />;
    case 'tagset':
      return open && <TagsetDialog open={open} />;
    case 'normalise':
      return open && <NormaliseDialog open={open} />;
    case 'series':
      return workspace.series && <SeriesDialog series={workspace.series} />;
    case 'everywhere':
      return workspace.everywhere && <EverywhereDialog everywhere={workspace.everywhere} />;
    case 'acceptSuggestions':
      return open && <AcceptSuggestionsDialog open={open} />;
    case 'palette':
      return <CommandPalette />;
    case 'keys':
      return <KeysSheet />;
    case 'settings':
      return <SettingsDialog />;
    case 'diagnostics':
      return <DiagnosticsDialog />;
    case 'about':
      return <AboutDialog />;
  }
}
