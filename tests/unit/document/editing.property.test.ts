import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, invert } from '../../../shared/document/change';
import { applyCorrections, corrections, SourceMap } from '../../../shared/document/corrections';
import { documentPieces, type KanwuDocument, workingText } from '../../../shared/document/document';
import { EMPTY_HISTORY, record, redo, undo } from '../../../shared/document/history';
import { pieceLength } from '../../../shared/document/piece';
import type { Run } from '../../../shared/document/run';
import { allMentions } from '../../../shared/edits/tagging';
import { actions, contextFor, open, texts } from './arbitraries';
import { changeOf } from './editing';

function checkRun(run: Run, source: string): void {
  let text = '';
  for (const piece of run.pieces) text += piece.text ?? source.slice(piece.from, piece.to);
  expect(text).toBe(run.text);
}

/** What must hold of every document, whatever was done to it. */
function checkInvariants(document: KanwuDocument): void {
  const source = document.source.text;
  let at = 0;
  for (const piece of documentPieces(document)) {
    expect(piece.from).toBe(at);
    expect(piece.to).toBeGreaterThanOrEqual(piece.from);
    if (piece.text === undefined) expect(piece.to).toBeGreaterThan(piece.from);
    at = piece.to;
  }
  expect(at).toBe(source.length);
  expect(document.blocks.length).toBeGreaterThan(0);
  expect(new Set(document.blocks.map(b => b.id)).size).toBe(document.blocks.length);
  checkRun(document.lead, source);
  for (const block of document.blocks) {
    checkRun(block.marker, source);
    checkRun(block.body, source);
    checkRun(block.gap, source);
    expect(block.body.text).not.toMatch(/[\n\r\u2028]/);
    for (const m of block.mentions) {
      expect(m.start).toBeLessThan(m.end);
      expect(m.start).toBeGreaterThanOrEqual(0);
      expect(m.end).toBeLessThanOrEqual(block.body.text.length);
    }
  }
  const ids = [...allMentions(document)].map(p => p.mention.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(applyCorrections(source, corrections(document))).toBe(workingText(document));
}

const RUNS = { numRuns: Number(process.env['KANWU_PROPERTY_RUNS'] ?? 1500) };

describe('any sequence of edits', () => {
  it('opens to the very source text', () => {
    fc.assert(
      fc.property(texts, text => {
        const document = open(text);
        expect(workingText(document)).toBe(text);
        expect(corrections(document)).toEqual([]);
        checkInvariants(document);
      }),
      RUNS,
    );
  });

  it('keeps the document sound, is undone to the opening state and redone to the end', () => {
    fc.assert(
      fc.property(texts, actions, (text, list) => {
        const context = contextFor();
        const opened = open(text, context);
        let document = opened;
        let history = EMPTY_HISTORY;
        for (const [n, action] of list.entries()) {
          const change = changeOf(document, action, context);
          const after = applyChange(document, change);
          expect(applyChange(after, invert(change))).toEqual(document);
          checkInvariants(after);
          document = after;
          const step = { label: action.do, changes: [change], before: null, after: null, at: n };
          history = record(history, step, false);
        }
        const ended = document;
        for (let step = undo(history); step; step = undo(history)) {
          document = step.changes.reduce(applyChange, document);
          history = step.history;
        }
        expect(document).toEqual(opened);
        for (let step = redo(history); step; step = redo(history)) {
          document = step.changes.reduce(applyChange, document);
          history = step.history;
        }
        expect(document).toEqual(ended);
      }),
      RUNS,
    );
  });

  it('keeps a bijection between source and working text on what was kept', () => {
    fc.assert(
      fc.property(texts, actions, (text, list) => {
        const context = contextFor();
        let document = open(text, context);
        for (const action of list) document = applyChange(document, changeOf(document, action, context));
        const map = new SourceMap(document);
        let working = 0;
        for (const piece of documentPieces(document)) {
          if (piece.text === undefined) {
            for (let k = 0; k < pieceLength(piece); k++) {
              expect(map.toSource(working + k, 'start')).toBe(piece.from + k);
              expect(map.toSource(working + k + 1, 'end')).toBe(piece.from + k + 1);
              expect(map.toWorking(piece.from + k)).toBe(working + k);
            }
          }
          working += pieceLength(piece);
        }
      }),
      RUNS,
    );
  });
});
