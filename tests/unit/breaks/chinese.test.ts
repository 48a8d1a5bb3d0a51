import { describe, expect, it } from 'vitest';
import { BULK_CONFIDENCE, SUGGESTED_CONFIDENCE } from '../../../shared/detectors/breaks';
import { blocksOf, breakAfter, detector, findBreaks, page } from './findBreaks';

const BROKEN = page(
  '为助力企业发展，缓解企业经济压力，活动邀请了中',
  '国银行、工商银行、邮储银行三家国有银行负责人参与，现场与企业对接，为企业融资搭建平台。',
);

describe('breaks in Chinese text', () => {
  it('finds a break inside a word and quotes the word', () => {
    const finding = breakAfter(BROKEN, '邀请了中');
    expect(finding?.confidence).toBeGreaterThanOrEqual(BULK_CONFIDENCE);
    expect(finding).toMatchObject({ next: '4', glue: '', dropHyphen: false, between: [] });
    expect(finding?.reason.zh).toContain('词语“中国银行”被拆开');
    expect(finding?.reason.zh).toContain('上段没有句末标点');
    expect(finding?.reason.en).toBe(
      'Splits the word “中国银行”; the first half has no sentence-final punctuation',
    );
  });

  it('shows a clearly split word even on a page of a few short lines', () => {
    const short = '活动邀请了中\n\n国银行、建设银行三家银行参加。\n';
    expect(breakAfter(short, '邀请了中')?.confidence).toBeGreaterThanOrEqual(SUGGESTED_CONFIDENCE);
  });

  it('finds nothing else on that page', () => {
    expect(findBreaks(BROKEN)).toHaveLength(1);
  });

  it('finds nothing in an undamaged page', () => {
    expect(findBreaks(page('大会表彰了先进集体和先进个人，与会代表围绕下一步工作进行了分组讨论。'))).toEqual(
      [],
    );
  });

  it('finds a break between words and says where the first half stops', () => {
    const finding = breakAfter(
      page(
        '尽快启动海关监管作业场所建设，完善集装箱装卸、班列发送、冷链仓储等多式联运基础设施，提高运营',
        '服务保障能力，确保国际班列常态化开行一百列以上，并逐年增加，带动一批企业落户上街。',
      ),
      '提高运营',
    );
    expect(finding?.confidence).toBeGreaterThanOrEqual(SUGGESTED_CONFIDENCE);
    expect(finding?.reason.zh).toContain('上段停在“运营”');
  });

  it('finds a break after a comma', () => {
    const finding = breakAfter(
      page(
        '市场负责人达成统一意见，在保证食品安全的前提下，点对点帮助夫妻俩寻找摊位，',
        '网销代表也表示将积极联系网络平台帮忙分销，让这家小工厂尽快打开销路，渡过眼前的难关。',
      ),
      '寻找摊位，',
    );
    expect(finding?.confidence).toBeGreaterThanOrEqual(SUGGESTED_CONFIDENCE);
    expect(finding?.reason.en).toContain('ends with a comma');
  });

  it('reads half-width punctuation beside Han as full-width', () => {
    const half = BROKEN.replaceAll('，', ',').replaceAll('：', ':');
    expect(breakAfter(half, '邀请了中')?.confidence).toBeGreaterThanOrEqual(BULK_CONFIDENCE);
    expect(findBreaks(half)).toHaveLength(1);
  });

  it('takes a half-width full stop after Han for the end of a sentence', () => {
    const half = page('会议由区长王强主持,并提出具体要求.', '各代表团随后进行分组讨论,气氛热烈.');
    expect(findBreaks(half)).toEqual([]);
  });

  it('reads traditional Chinese as simplified', () => {
    const finding = breakAfter(
      [
        '# 上街區召開經濟工作會議',
        '三月五日上午，上街區召開全區經濟工作會議，總結去年工作，分析當前形勢，部署今年任務。區長出席會議並講話。',
        '為助力企業發展，緩解企業經濟壓力，活動邀請了中',
        '國銀行、工商銀行三家國有銀行負責人參與，現場與企業對接，為企業融資搭建平臺，提供各項服務。',
        '會議要求，各部門要把思想統一到區委的決策上來，咬定目標，真抓實幹，確保各項工作落到實處，取得實效。',
      ].join('\n\n'),
      '邀請了中',
    );
    expect(finding?.confidence).toBeGreaterThanOrEqual(BULK_CONFIDENCE);
    expect(finding?.reason.zh).toContain('“中國銀行”');
  });

  it('joins a quotation that goes on in the next block', () => {
    const finding = breakAfter(
      page(
        '公司总经理张衡宇表示：“如何提升人才归属感，鼓励人才发展，是眼下企业面对的重大',
        '问题。因此，下一步公司会加强校企合作研发，积极推动在校学生与企业双向交流合作。”',
      ),
      '面对的重大',
    );
    expect(finding?.confidence).toBeGreaterThanOrEqual(BULK_CONFIDENCE);
    expect(finding?.reason.zh).toContain('引号');
  });

  it('keeps the blocks of CRLF text apart as those of LF text', () => {
    const crlf = BROKEN.replaceAll('\n', '\r\n');
    expect(blocksOf(crlf)).toHaveLength(blocksOf(BROKEN).length);
    expect(findBreaks(crlf)).toEqual(findBreaks(BROKEN));
  });

  it('gives no finding across a soft boundary, where nothing stands between the blocks', () => {
    const blocks = blocksOf(BROKEN).map(block => ({ ...block, gap: '' }));
    expect(detector.detect(blocks, detector.survey(blocks), 0, blocks.length)).toEqual([]);
  });
});
