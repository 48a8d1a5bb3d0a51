import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { binaryKind } from '../electron/files/binaryKind';
import { readFile, SOURCE_LIMIT } from '../electron/files/readFile';
import type { Source } from '../shared/document/source';
import { characterNotices } from '../shared/source/characterNotices';
import { type DecodedSource, decodeSource } from '../shared/source/decodeSource';
import { ENCODING_NAMES, type SourceEncoding } from '../shared/source/encoding';
import { fileError, type Message } from '../shared/source/fileError';
import { fileFailure } from './failure';

export interface ReadSource {
  readonly source: Source;
  readonly decoded: DecodedSource;
  /** What the user should know of the file though it could be read. */
  readonly notices: readonly Message[];
}

/** Reads and decodes a source; a `Failure` that names the file where that can't be done. */
export async function readSource(path: string, encoding?: SourceEncoding): Promise<ReadSource> {
  const file = await readFile(path, SOURCE_LIMIT);
  if (file.kind === 'failed') throw fileFailure(file.error, path);
  const { bytes } = file;
  const decoded = decodeSource(bytes, encoding);
  const binary = encoding ? null : binaryKind(bytes, decoded);
  if (binary) throw fileFailure(fileError('open', 'binary', path, binary), path);
  const { text, bom, newline } = decoded;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    source: { name: basename(path), text, encoding: decoded.encoding, bom, newline, sha256 },
    decoded,
    notices: [...noticesOf(decoded), ...characterNotices(text)],
  };
}

function noticesOf({ text, encoding, undecodable, encodingCertain, lossless }: DecodedSource): Message[] {
  const name = ENCODING_NAMES[encoding];
  if (text === '') return [{ en: 'the file is empty.', zh: '文件是空的。' }];
  if (undecodable > 0) {
    const places = undecodable === 1 ? '1 place' : `${undecodable} places`;
    return [
      {
        en: `${places} could not be decoded as ${name} (shown as �). If it is not ${name}, name its encoding with --encoding.`,
        zh: `按 ${name} 解码时有 ${undecodable} 处无法识别（显示为 �）。如果不是 ${name}，请用 --encoding 指定编码。`,
      },
    ];
  }
  if (!encodingCertain) {
    return [
      {
        en: `the encoding was guessed: ${name}. If that is wrong, name it with --encoding.`,
        zh: `编码为推测：${name}。如不对，请用 --encoding 指定。`,
      },
    ];
  }
  if (!lossless) {
    return [
      {
        en: `some characters have more than one form in ${name}; an output may differ from the source in these bytes.`,
        zh: `有些字符在 ${name} 中有不止一种写法，输出的文件在这些字节上可能与原文不同。`,
      },
    ];
  }
  return [];
}
