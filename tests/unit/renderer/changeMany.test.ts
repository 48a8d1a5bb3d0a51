// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { showReply } from '../../../renderer/app/openFlow';
import { AT_ONCE, changeMany } from '../../../renderer/mentions/changeMany';
import type { Block } from '../../../shared/document/block';
import type { Mention } from '../../../shared/document/mention';
import { originOf } from '../../../shared/edits/context';
import { withType } from '../../../shared/edits/patchMentions';
import { replaceText } from '../../../shared/edits/replaceText';
import type { PlacedMention } from '../../../shared/edits/tagging';
import { fakeProgram, openedFile } from './fakeProgram';

/** A mention in every line, of more lines than are changed at once; all of them chosen. */
async function chosenLines() {
  const { workspace } = fakeProgram();
  await showReply(workspace, {
    kind: 'opened',
    document: openedFile('张三到银行。\n\n'.repeat(AT_ONCE + 500)),
  });
  const { open } = workspace;
  if (!open) throw new Error('nothing open');
  const { session } = open;
  const tagged = (block: Block, n: number): Block => {
    const mention = { id: `m${n}`, type: 'PER', start: 0, end: 2, who: '', when: '' };
    return { ...block, mentions: [mention] };
  };
  const patches = session.document.blocks.map((block, at) => ({
    at,
    before: [block],
    after: [tagged(block, 1e6 + at)],
  }));
  session.edit('tag', { patches, decisions: [] });
  const chosen = new Map<string, PlacedMention>();
  session.document.blocks.forEach((block, index) => {
    for (const mention of block.mentions) chosen.set(mention.id, { index, block, mention });
  });
  const types = () =>
    new Set(session.document.blocks.flatMap(({ mentions }) => mentions.map(({ type }) => type)));
  return { workspace, open, session, chosen, types };
}

const toOrg = (mention: Mention) => withType(mention, 'ORG');

describe('a change of many mentions', () => {
  it('leaves the window its turn, and is one step', async () => {
    const { workspace, open, session, chosen, types } = await chosenLines();
    const steps = session.getState().history.done.length;
    expect(await changeMany(workspace, open, 'tag.retype', chosen, toOrg)).toBe(true);
    expect([[...types()], session.getState().history.done.length]).toEqual([['ORG'], steps + 1]);
    session.undo();
    expect([...types()]).toEqual(['PER']);
  });

  it('is of the document as it is when it is made, whatever was typed meanwhile', async () => {
    const { workspace, open, session, chosen, types } = await chosenLines();
    // Each look at a mention takes its time, so that the plan is not made in one slice.
    let looked = 0;
    const slowly = (mention: Mention) => {
      if (++looked % 100 === 0) {
        const until = performance.now() + 2;
        while (performance.now() < until);
      }
      return toOrg(mention);
    };
    const made = changeMany(workspace, open, 'tag.retype', chosen, slowly);
    const spot = { index: 0, offset: 0 };
    const origin = originOf(session.context(), 'edit');
    session.edit('typing', replaceText(session.document, spot, spot, '甲', origin, session.context()).change);
    expect([...types()]).toEqual(['PER']);
    expect(await made).toBe(true);
    expect([[...types()], session.document.blocks[0]?.body.text]).toEqual([['ORG'], '甲张三到银行。']);
    expect(session.document.blocks[0]?.mentions[0]).toMatchObject({ start: 1, end: 3 });
  });

  it('is not made in a document that was closed meanwhile', async () => {
    const { workspace, open, chosen, types } = await chosenLines();
    const slowly = (mention: Mention) => {
      const until = performance.now() + 0.05;
      while (performance.now() < until);
      return toOrg(mention);
    };
    const made = changeMany(workspace, open, 'tag.retype', chosen, slowly);
    workspace.show(null);
    expect([await made, [...types()]]).toEqual([false, ['PER']]);
  });
});
