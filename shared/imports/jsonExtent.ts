/**
 * Finds the end of a list or an object that is short. Not by {@link LongExtent}, which keeps its state between pieces and takes a
 * third longer: every record of a data set comes by here.
 */
export class ShortExtent {
  /** Of all objects in what was found last, at any depth, as they are written: each has a colon. */
  members = 0;

  /**
   * Behind the list or object that begins at `from`; -1 where it does not end before `stop` or nests deeper than `deepest`. With
   * `further` behind the last of those that follow it, parted by commas, and end before `stop`.
   */
  endOf(text: string, from: number, stop: number, deepest: number, further: boolean): number {
    let depth = 0;
    let members = 0;
    let end = -1;
    for (let at = from; at < stop; at++) {
      const code = text.charCodeAt(at);
      if (code === 0x22) {
        if (depth === 0) return end;
        for (at++; at < stop; at++) {
          const inside = text.charCodeAt(at);
          if (inside === 0x22) break;
          if (inside === 0x5c) at++;
        }
      } else if (code === 0x3a) members++;
      else if (code === 0x5b || code === 0x7b) {
        if (++depth > deepest) return end;
      } else if (code === 0x5d || code === 0x7d) {
        if (depth === 0) return end;
        if (--depth > 0) continue;
        end = at + 1;
        this.members = members;
        if (!further) return end;
      } else if (depth === 0 && code > 0x20 && code !== 0x2c) return end;
    }
    return end;
  }
}

/** Code units of a list or an object passed over at once: a millisecond or so. */
const PIECE = 1 << 17;

/** Finds the end of a list or an object of any length, piece by piece; what is in it is not checked. */
export class LongExtent {
  private depth = 0;
  private inString = false;

  /** Reads the next piece, which goes on at `from`: behind the end if it is in it, else where to go on. */
  next(text: string, from: number): { readonly at: number; readonly ended: boolean } {
    const stop = Math.min(text.length, from + PIECE);
    let { depth, inString } = this;
    let at = from;
    for (; at < stop; at++) {
      const code = text.charCodeAt(at);
      if (inString) {
        if (code === 0x22) inString = false;
        else if (code === 0x5c) at++;
      } else if (code === 0x22) inString = true;
      // Brackets come after digits, commas and colons, of which there are the most.
      else if (code < 0x5b) continue;
      else if (code === 0x5b || code === 0x7b) depth++;
      else if ((code === 0x5d || code === 0x7d) && --depth === 0) return { at: at + 1, ended: true };
    }
    this.depth = depth;
    this.inString = inString;
    return { at, ended: false };
  }
}
