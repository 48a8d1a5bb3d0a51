import type { OpenDocument } from '../app/workspaceState';

export function OutlinePanel({ open }: { readonly open: OpenDocument }) {
  return <p>{open.file.name}</p>;
}
