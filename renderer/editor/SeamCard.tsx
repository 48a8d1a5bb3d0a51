import { type Seam, seamsOf } from '../../shared/edits/structure';
import { useLocale } from '../messages/useMessages';
import { useSessionValue } from '../session/useSession';
import { editorWords } from './editorWords';
import { FloatingCard } from './FloatingCard';
import type { TextController } from './textController';
import { useWindow } from './useWindow';

/** The seam at the caret, if one is there: what was joined, where in the source, and the way back. */
export function SeamCard(props: {
  view: TextController;
  showSeams: boolean;
  onReopen: (index: number, seam: Seam) => void;
}) {
  const { view, showSeams, onReopen } = props;
  const locale = useLocale();
  const words = editorWords(locale);
  const { selection, document } = useSessionValue(state => state);
  useWindow(view);
  if (!showSeams || !selection || !view.selectedByHand) return null;
  const { anchor, focus } = selection;
  if (anchor.index !== focus.index || anchor.offset !== focus.offset) return null;
  const block = document.blocks[focus.index];
  const seam = block && seamAt(seamsOf(block), focus.offset);
  if (!seam) return null;
  const line = lineOf(document.source.text, seam.from);
  const when = new Date(seam.when).toLocaleString(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <FloatingCard
      view={view}
      selection={{
        anchor: { index: focus.index, offset: seam.offset },
        focus: { index: focus.index, offset: seam.offset },
      }}
      label={words.seam(line)}
      className="seam-card"
      side="below"
    >
      <span className="seam-text">{words.seam(line)}</span>
      <span className="seam-by">{words.seamBy(seam.who, when)}</span>
      <button type="button" onClick={() => onReopen(focus.index, seam)}>
        {words.reopen}
      </button>
    </FloatingCard>
  );
}

/** The seam the caret stands at: on it or on the far side of the space it put in. */
export function seamAt(seams: readonly Seam[], offset: number): Seam | undefined {
  return seams.find(seam => seam.offset <= offset && offset <= seam.offset + seam.length);
}

function lineOf(text: string, position: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < position; i = text.indexOf('\n', i + 1)) line++;
  return line;
}
