import type { OpenDocument } from '../app/workspaceState';

export function MentionsPanel({ open }: { readonly open: OpenDocument }) {
  return <p>{open.file.name}</p>;
}
