import { useState } from 'react';
import { ChoiceDialog } from '../app/ChoiceDialog';
import { Ticked } from '../app/Ticked';
import { useChoice } from '../app/useChoice';
import { useWorkspace } from '../app/useWorkspace';
import '../findings/findings.css';
import { useMessages } from '../messages/useMessages';
import '../review/acceptAll.css';
import { visibleSpaces } from '../review/findingWords';
import type { SeriesOffer, SeriesPlace, SeriesStore } from './seriesStore';

/** CSS pixels; a doubtful place has a line more. */
const ROW = 48;
const DOUBTFUL_ROW = 66;
/** UTF-16 code units of context on either side. */
const CONTEXT = 22;

/** Every place of a series in its context, each to be left out, before they are corrected as one step. */
export function SeriesDialog({ series }: { readonly series: SeriesStore }) {
  // What was offered when the dialog came up; nothing changes under it.
  const [offer] = useState(series.getOffer);
  return offer && <OfferDialog series={series} offer={offer} />;
}

function OfferDialog({ series, offer }: { readonly series: SeriesStore; readonly offer: SeriesOffer }) {
  const workspace = useWorkspace();
  const { series: words, choice: choiceWords } = useMessages();
  const { form, places } = offer;
  const choice = useChoice(
    places,
    place => place,
    ({ likeness }) => likeness === 'same',
  );
  const [rowHeight] = useState(
    () => (row: number) => (places[row]?.likeness === 'doubtful' ? DOUBTFUL_ROW : ROW),
  );
  const close = () => workspace.dialog(null);
  return (
    <ChoiceDialog
      title={words.title(visibleSpaces(form.wrong), visibleSpaces(form.right))}
      lead={words.lead}
      count={choiceWords.chosen(choice.chosen.length, places.length)}
      choice={choice}
      listLabel={words.list}
      rowHeight={rowHeight}
      render={(place, chosen) => <PlaceLine offer={offer} place={place} chosen={chosen} />}
      apply={words.apply(choice.chosen.length)}
      onApply={() => {
        close();
        series.apply(choice.chosen);
      }}
      onCancel={close}
    />
  );
}

interface PlaceLineProps {
  readonly offer: SeriesOffer;
  readonly place: SeriesPlace;
  readonly chosen: boolean;
}

function PlaceLine({ offer: { form }, place: { match, likeness }, chosen }: PlaceLineProps) {
  const { series: words } = useMessages();
  const { text } = match.block.body;
  const start = match.start + form.from;
  const end = match.start + form.to;
  const before = whole(text.slice(Math.max(0, start - CONTEXT), start));
  const after = whole(text.slice(end, end + CONTEXT));
  return (
    <div className="change-line">
      <Ticked chosen={chosen} />
      <span className="finding-words" lang="zh-CN">
        <span className="finding-before">
          <bdi>{before}</bdi>
        </span>
        <span className="finding-change">
          <del className="finding-found">{visibleSpaces(text.slice(start, end))}</del>
          {form.by !== '' && <ins className="finding-proposed">{visibleSpaces(form.by)}</ins>}
        </span>
        <span className="finding-after">{after}</span>
      </span>
      <span className="change-after truncate" lang="zh-CN">
        → {`${before}${form.by}${after}`}
      </span>
      {likeness === 'doubtful' && <span className="change-reason truncate">{words.doubtful}</span>}
    </div>
  );
}

/** Without halves of characters at the ends. */
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}
