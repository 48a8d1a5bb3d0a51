import { markDetectors } from '../../../shared/detectors/marks';
import type { TextBlock } from '../../../shared/document/textBlock';
import type { FindingKind, TextFinding } from '../../../shared/findings/finding';
import { loadLexicon } from '../../../tools/lexicon/loadLexicon';
import { blocksOf } from '../../../tools/marks/pages';
import { detectAll } from '../../../tools/marks/score';

export const detectors = markDetectors(loadLexicon());

// An ordinary page around the line in question, so that the document has a convention and a manner to deviate from.
const PAGE = `# 市区三条道路月底通车

本报讯（记者 周建明）1月14日，记者从市交通运输局获悉，年内新建的三条道路已完成验收，将于本月28日前后通车，沿线居民出行时间可缩短15分钟左右。

据介绍，三条道路总长12.6公里，总投资4.3亿元，其中两条为双向六车道。工程于2022年3月开工，比计划提前两个月完成；通车以后，公交线路也将同步调整。

“以前送孩子上学要绕一大圈，现在十分钟就到了。”家住附近的李女士说，她最关心的是路口的信号灯什么时候装好。

市交通运输局有关负责人表示，下一步将继续完善配套设施，方便群众出行，让更多居民享受到城市发展的成果。`;

/** The page with `line` as its last paragraph. */
export function pageWith(line: string): TextBlock[] {
  return blocksOf(`${PAGE}\n\n${line}`);
}

/** What is shown by default (confidence 0.5 and more) of one kind in the line, as `wrong→right`. */
export function shown(line: string, kind: FindingKind, least = 0.5): string[] {
  return shownIn(pageWith(line), kind, least)
    .filter(one => one.last)
    .map(one => one.text);
}

/** The same for a whole text of its own. */
export function shownInText(text: string, kind: FindingKind, least = 0.5): string[] {
  return shownIn(blocksOf(text), kind, least).map(one => one.text);
}

function shownIn(
  blocks: readonly TextBlock[],
  kind: FindingKind,
  least: number,
): { text: string; last: boolean }[] {
  const byId = new Map(blocks.map(block => [block.id, block.text]));
  const lastId = blocks.at(-1)?.id;
  return detectAll(detectors, blocks)
    .filter(finding => finding.kind === kind && finding.confidence >= least)
    .map(finding => ({
      text: arrow(byId.get(finding.block) ?? '', finding),
      last: finding.block === lastId,
    }));
}

function arrow(text: string, { start, end, replacement }: TextFinding): string {
  return `${text.slice(start, end)}→${replacement ?? '?'}`;
}
