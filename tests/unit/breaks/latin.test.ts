import { describe, expect, it } from 'vitest';
import { BULK_CONFIDENCE, SUGGESTED_CONFIDENCE } from '../../../shared/detectors/breaks';
import { breakAfter, findBreaks } from './findBreaks';

const STORY = [
  'The letter lay on the hall table for three days before anyone opened it, because my uncle was away at Harwich.',
  'On the fourth morning it was gone, and nobody in the house could say who had taken it or why.',
];

function story(...lines: string[]): string {
  return [STORY[0], ...lines, STORY[1]].join('\n\n');
}

describe('breaks in English text', () => {
  it('joins an unfinished line and a lower-case start with a space', () => {
    const finding = breakAfter(
      story(
        'Most were buried in the long jump',
        'pit, and by July there were so many plants that it had to be moved.',
      ),
      'jump',
    );
    expect(finding).toMatchObject({ glue: ' ', dropHyphen: false });
    expect(finding?.confidence).toBeGreaterThanOrEqual(BULK_CONFIDENCE);
    expect(finding?.reason.en).toContain('begins in lower case');
  });

  it('drops a line-end hyphen', () => {
    const finding = breakAfter(
      story(
        'He made ready for the journey with great deter-',
        'mination, and told nobody where he meant to go.',
      ),
      'deter-',
    );
    expect(finding).toMatchObject({ glue: '', dropHyphen: true });
    expect(finding?.reason.en).toContain('deter-mination');
  });

  it('keeps the hyphen of a compound that the text or the language writes with one', () => {
    const known = story(
      'She was a well-known doctor.',
      'In that town nobody was as well-',
      'known as she was.',
    );
    expect(breakAfter(known, 'as well-')).toMatchObject({ glue: '', dropHyphen: false });
    const prefixed = story('The captain was a man of great self-', 'control and few words.');
    expect(breakAfter(prefixed, 'self-')).toMatchObject({ glue: '', dropHyphen: false });
  });

  it('joins after a word that leaves the sentence open, whatever follows', () => {
    const finding = breakAfter(
      story(
        'Passengers who hold a monthly ticket may cross by the ferry run by the Northern Packet Company of',
        'London, which has hired a second boat.',
      ),
      'Company of',
    );
    expect(finding?.confidence).toBeGreaterThanOrEqual(BULK_CONFIDENCE);
  });

  it('keeps titles, bylines, lists and sentences apart', () => {
    expect(
      findBreaks(
        story(
          'How to Order a Sheet',
          'By Margaret Thorne',
          '- Leave early',
          '- Follow the signs',
          'It began with a bag.',
          'Nobody wanted it.',
        ),
      ),
    ).toEqual([]);
  });

  it('keeps lines of verse apart', () => {
    const verse = [
      'The water goes over the weir all night',
      'And never goes home again,',
      'It carries the moon in a coat of white',
      'And the little bright feet of the rain',
    ];
    const findings = findBreaks(verse.join('\n')).filter(
      ({ confidence }) => confidence >= SUGGESTED_CONFIDENCE,
    );
    expect(findings).toEqual([]);
  });

  it('joins the lines of hard-wrapped prose and keeps its paragraphs apart', () => {
    const wrapped = [
      'A young swift that leaves its nest in July may not touch the',
      'ground again for two or three years. It feeds on the wing,',
      'drinks by skimming the surface of lakes and gathers the',
      'feathers for its own first nest out of the air.',
      '',
      'The answer came from a recorder weighing less than a gram.',
      'Between 2013 and 2016 a group fitted nineteen birds with',
      'instruments that noted, every five minutes, whether the wings',
      'were beating. Three of them did not land once in ten months,',
      'and nobody has yet been able to say how they slept.',
    ].join('\n');
    const joined = findBreaks(wrapped).filter(({ confidence }) => confidence >= SUGGESTED_CONFIDENCE);
    expect(joined.map(({ block }) => block)).toEqual(['0', '1', '2', '4', '5', '6', '7']);
  });

  it('puts a space between Latin words in Chinese text and none between Han', () => {
    const text =
      '他在这家公司负责的项目叫做 Open\n\nSource 计划，主要面向全国各地的中小学校，目前已经有三百多所学校参加。';
    expect(findBreaks(text)[0]?.glue ?? ' ').toBe(' ');
  });
});
