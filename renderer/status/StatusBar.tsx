import type { OpenDocument } from '../app/workspaceState';

export function StatusBar({ open }: { readonly open: OpenDocument }) {
  return <p>{open.file.name}</p>;
}
