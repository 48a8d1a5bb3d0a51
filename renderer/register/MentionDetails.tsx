import { indexOfBlock } from '../../shared/document/document';
import type { Mention } from '../../shared/document/mention';
import { normalFormKind, type Tagset } from '../../shared/document/tagset';
import { changeMention, type PlacedMention } from '../../shared/edits/tagging';
import { useWorkspace } from '../app/useWorkspace';
import type { OpenDocument } from '../app/workspaceState';
import { AttributeFields } from '../mentions/AttributeFields';
import { useMessages } from '../messages/useMessages';
import type { SessionState } from '../session/session';
import { useSessionValue } from '../session/useSession';
import { showEntity } from './linkActions';
import { NormalFormField } from './NormalFormField';
import './register.css';

const whole = (state: SessionState): SessionState => state;

interface MentionDetailsProps {
  readonly open: OpenDocument;
  /** The mention as it was when it was chosen. */
  readonly placed: PlacedMention;
}

/** What one mention means: its entity, the normal form of a date, time or amount, and what else is recorded of it. */
export function MentionDetails({ open, placed }: MentionDetailsProps) {
  const workspace = useWorkspace();
  const { register } = useMessages();
  const { details: words } = register;
  const { session } = open;
  const { document } = useSessionValue(whole);
  const index = indexOfBlock(document, placed.block.id, placed.index);
  const block = document.blocks[index];
  const mention = block?.mentions.find(({ id }) => id === placed.mention.id);
  if (!block || !mention) return null;
  const entity = mention.entity === undefined ? undefined : document.entities.get(mention.entity);
  const kind = normalFormKind(document.tagset, mention.type);
  const before = dateBefore(block.mentions, mention, document.tagset);
  const link = () => workspace.dialog({ kind: 'linkEntity', places: [{ index, id: mention.id }] });
  return (
    <section
      className="mention-details"
      aria-label={words.label}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        workspace.view?.focus();
      }}
    >
      {kind !== null ? (
        <NormalFormField
          key={mention.id}
          kind={kind}
          text={block.body.text.slice(mention.start, mention.end)}
          normal={mention.normal}
          before={before}
          onChange={normal =>
            session.edit('mention.normal', changeMention(session.document, index, mention.id, { normal }))
          }
        />
      ) : (
        <div className="mention-entity">
          {entity ? (
            <>
              <button
                type="button"
                className="button button-small"
                title={words.show}
                onClick={() => showEntity(workspace, entity.id)}
              >
                <span className="truncate" lang="zh-CN">
                  {entity.name}
                </span>
              </button>
              <button type="button" className="button button-small button-quiet" onClick={link}>
                {words.change}
              </button>
            </>
          ) : (
            <button type="button" className="button button-small" onClick={link}>
              {words.notLinked}
            </button>
          )}
        </div>
      )}
      <AttributeFields
        key={mention.id}
        mention={mention}
        type={document.tagset.find(({ id }) => id === mention.type)}
        onChange={update =>
          session.edit('mention.attributes', changeMention(session.document, index, mention.id, update))
        }
      />
    </section>
  );
}

/** The normal form of the last date that stands before a mention in its block. */
function dateBefore(mentions: readonly Mention[], mention: Mention, tagset: Tagset): string | null {
  let before: string | null = null;
  for (const one of mentions) {
    if (one === mention) return before;
    if (normalFormKind(tagset, one.type) === 'date') before = one.normal ?? before;
  }
  return before;
}
