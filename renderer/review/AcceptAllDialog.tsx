import type { OpenDocument } from '../app/workspaceState';

export function AcceptAllDialog({ open }: { readonly open: OpenDocument }) {
  return <p>{open.file.name}</p>;
}
