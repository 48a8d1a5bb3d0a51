import type { Tagset, TagType } from '../../shared/document/tagset';
import { useLocale } from '../messages/useMessages';
import './tagBadge.css';

/** A type by its short name, in its colour. */
export function TagBadge({ type, tagset }: { readonly type: string; readonly tagset: Tagset }) {
  const locale = useLocale();
  const known = tagset.find(candidate => candidate.id === type);
  return (
    <span className="tag-badge" data-tag={colorOf(known)} title={known?.name[locale] ?? type}>
      {type}
    </span>
  );
}

/** Index into the palette; a type the tagset does not know is grey. */
export function colorOf(type: TagType | undefined): number {
  return type?.color ?? 12;
}
