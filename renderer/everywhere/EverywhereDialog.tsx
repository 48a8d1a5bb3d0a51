import { useState } from 'react';
import type { Occurrence } from '../../shared/search/occurrences';
import { ChoiceDialog } from '../app/ChoiceDialog';
import { Ticked } from '../app/Ticked';
import { useChoice } from '../app/useChoice';
import { useWorkspace } from '../app/useWorkspace';
import '../findings/findings.css';
import { colorOf } from '../mentions/TagBadge';
import { useLocale, useMessages } from '../messages/useMessages';
import '../review/acceptAll.css';
import { WordsInContext } from '../suggestions/SuggestionContext';
import '../suggestions/suggestions.css';
import type { EverywhereOffer, EverywhereStore } from './everywhereStore';

/** CSS pixels; a place that joins a break, or is in doubt, has a line more. */
const ROW = 34;
const REMARKED_ROW = 52;
/** UTF-16 code units of context on either side. */
const CONTEXT = 22;

/** Every place of a name in its context, each to be left out, before they are tagged as one step. */
export function EverywhereDialog({ everywhere }: { readonly everywhere: EverywhereStore }) {
  // What was offered when the dialog came up; nothing changes under it.
  const [offer] = useState(everywhere.getOffer);
  return offer && <OfferDialog everywhere={everywhere} offer={offer} />;
}

function OfferDialog({
  everywhere,
  offer,
}: {
  readonly everywhere: EverywhereStore;
  readonly offer: EverywhereOffer;
}) {
  const workspace = useWorkspace();
  const { everywhere: words, choice: choiceWords } = useMessages();
  const locale = useLocale();
  const tagset = workspace.open?.session.document.tagset ?? [];
  const type = tagset.find(({ id }) => id === offer.type);
  const { occurrences } = offer;
  const choice = useChoice(
    occurrences,
    occurrence => occurrence,
    ({ doubt }) => doubt === null,
  );
  const [rowHeight] = useState(() => (row: number) => {
    const occurrence = occurrences[row];
    return occurrence && (occurrence.doubt || occurrence.join) ? REMARKED_ROW : ROW;
  });
  const close = () => workspace.dialog(null);
  return (
    <ChoiceDialog
      title={words.title(offer.text, type?.name[locale] ?? offer.type)}
      lead={words.lead}
      count={choiceWords.chosen(choice.chosen.length, occurrences.length)}
      choice={choice}
      listLabel={words.list}
      rowHeight={rowHeight}
      render={(occurrence, chosen) => (
        <OccurrenceLine occurrence={occurrence} tag={colorOf(type)} chosen={chosen} />
      )}
      apply={words.apply(choice.chosen.length)}
      onApply={() => {
        close();
        everywhere.apply(choice.chosen);
      }}
      onCancel={close}
    />
  );
}

interface OccurrenceLineProps {
  readonly occurrence: Occurrence;
  readonly tag: number;
  readonly chosen: boolean;
}

function OccurrenceLine({ occurrence, tag, chosen }: OccurrenceLineProps) {
  const { everywhere: words } = useMessages();
  const { block, start, end, lastBlock, join, doubt } = occurrence;
  // Across a break the words are shown as the join would put them together.
  const head =
    join && join.finding.kind === 'break' && join.finding.dropHyphen
      ? block.body.text.slice(0, -1)
      : block.body.text;
  const glue = join && join.finding.kind === 'break' ? join.finding.glue : '';
  const text = join ? `${head}${glue}${lastBlock.body.text}` : block.body.text;
  const stop = join ? head.length + glue.length + end : end;
  const remark = join ? words.joins : doubt && words.doubts[doubt.kind](doubt.words);
  return (
    <div className="change-line everywhere-line">
      <Ticked chosen={chosen} />
      <WordsInContext text={text} start={start} end={stop} tag={tag} context={CONTEXT} />
      {remark && <span className="change-reason truncate">{remark}</span>}
    </div>
  );
}
