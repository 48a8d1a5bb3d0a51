import type { OpenDocument } from '../app/workspaceState';

export function FindingsPanel({ open }: { readonly open: OpenDocument }) {
  return <p>{open.file.name}</p>;
}
