import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeState } from '../../../shared/journal/encodeSnapshot';
import { frameRecord, readFrames } from '../../../shared/journal/frame';
import { workOf } from '../../../shared/journal/workOf';
import { contextFor, open, texts } from '../document/arbitraries';
import { ends, moves, recordMoves, replayAll } from './journalOf';

const RUNS = { numRuns: Number(process.env['KANWU_PROPERTY_RUNS'] ?? 300) };

describe('a journal', () => {
  it('leads to the same document, with the same undo and redo, on another opening of the same text', () => {
    fc.assert(
      fc.property(texts, moves, (text, list) => {
        const context = contextFor();
        const recorded = recordMoves(open(text, context), list, context);
        const { replay, fault } = replayAll(open(text), recorded.records);
        expect(fault).toBeNull();
        const { document, history } = replay.state();
        expect(document).toEqual(recorded.document);
        expect(history).toEqual(recorded.history);
        expect(ends(document, history)).toEqual(ends(recorded.document, recorded.history));
        expect(replay.saved.document).toEqual(recorded.saved);
        // What main reads off the records without replaying is what replaying counts.
        const since = replay.state().moves - replay.saved.moves;
        expect([since, Math.max(since, 1)]).toContain(workOf(recorded.records).unsaved);
        if (recorded.savedHash !== null)
          expect(replay.savedWith(recorded.savedHash)?.document).toEqual(recorded.saved);
      }),
      RUNS,
    );
  });

  it('cut or altered anywhere is read up to there: a state that was, never an error', () => {
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(texts, moves, place, fc.nat({ max: 255 }), fc.boolean(), (text, list, where, byte, cut) => {
        const context = contextFor();
        const opened = open(text, context);
        const { records, states } = recordMoves(opened, list, context);
        const bytes = Buffer.concat(records.map(frameRecord));
        const at = Math.floor(where * bytes.length);
        const damaged = Buffer.from(cut ? bytes.subarray(0, at) : bytes);
        if (!cut && at < damaged.length) damaged[at] = byte;
        const read = readFrames(damaged);
        expect(read.records).toEqual(records.slice(0, read.records.length));
        const { replay, fault } = replayAll(open(text), read.records);
        expect(fault).toBeNull();
        const expected = states[read.records.length - 1]?.document ?? opened;
        expect(replay.state().document).toEqual(expected);
        // Whatever is appended after the cut is read again.
        const mended = Buffer.concat([damaged.subarray(0, read.end), frameRecord('{"t":"clean"}')]);
        expect(readFrames(mended)).toMatchObject({ damaged: false });
      }),
      RUNS,
    );
  });

  it('compacted leads to the same document, history and saved state', () => {
    fc.assert(
      fc.property(texts, moves, (text, list) => {
        const context = contextFor();
        const recorded = recordMoves(open(text, context), list, context);
        const compact = [...encodeState({ ...recorded, unsaved: 3 })].filter(line => line !== null);
        const { replay, fault } = replayAll(open(text), compact);
        expect(fault).toBeNull();
        const { document, history, moves: made } = replay.state();
        expect(document).toEqual(recorded.document);
        expect(ends(document, history)).toEqual(ends(recorded.document, recorded.history));
        expect(replay.saved.document).toEqual(recorded.saved);
        expect(made - replay.saved.moves).toBe(3);
      }),
      RUNS,
    );
  });
});
