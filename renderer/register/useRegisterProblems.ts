import { useEffect, useState } from 'react';
import type { RegisterProblem } from '../../shared/register/registerProblem';
import { problemsInParts } from '../../shared/register/registerProblems';
import { finishInSlices } from '../app/timeSlices';
import type { OpenDocument } from '../app/workspaceState';

/** Milliseconds without a change before the register is looked through again. */
const QUIET = 400;

export interface FoundProblems {
  readonly all: readonly RegisterProblem[];
  /** By entity. */
  readonly of: ReadonlyMap<string, readonly RegisterProblem[]>;
}

/** What does not agree in the open document, looked for a slice at a time whenever editing pauses; null before the first look. */
export function useRegisterProblems({ session }: OpenDocument): FoundProblems | null {
  const [found, setFound] = useState<FoundProblems | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let looking = 0;
    const look = () => {
      const mine = ++looking;
      finishInSlices(collected(session.document), () => mine === looking, setFound);
    };
    const stop = session.onChange(() => {
      looking++;
      clearTimeout(timer);
      timer = setTimeout(look, QUIET);
    });
    // After the panel is painted.
    timer = setTimeout(look, 0);
    return () => {
      looking = -1;
      stop();
      clearTimeout(timer);
    };
  }, [session]);
  return found;
}

function* collected(document: Parameters<typeof problemsInParts>[0]): Generator<undefined, FoundProblems> {
  const all: RegisterProblem[] = [];
  const of = new Map<string, RegisterProblem[]>();
  for (const part of problemsInParts(document)) {
    for (const problem of part) {
      all.push(problem);
      for (const id of problem.entities) {
        const there = of.get(id);
        if (there) there.push(problem);
        else of.set(id, [problem]);
      }
    }
    yield;
  }
  return { all, of };
}
