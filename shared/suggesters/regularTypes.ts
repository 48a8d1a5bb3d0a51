import { bylineNames } from './bylineNames';
import { type Needs, possibleRulesOf } from './possibleRules';
import { isRuledOut } from './ruledOut';
import type { SuggestedType } from './suggestion';

/** What a rule finds: not yet a suggestion, for the model weighs it with everything else. */
export interface RuleMatch {
  readonly type: SuggestedType;
  readonly rule: RuleName;
  readonly start: number;
  readonly end: number;
}

export const RULE_NAMES = [
  'calendarDate',
  'relativeDate',
  'season',
  'era',
  'yearSpan',
  'clockTime',
  'dayPart',
  'money',
  'spokenMoney',
  'percent',
  'fraction',
  'bookTitle',
  'byline',
  'dottedName',
  'meeting',
] as const;
export type RuleName = (typeof RULE_NAMES)[number];

const HAN_DIGIT = '[〇零一二三四五六七八九]';
const HAN_NUMBER = '[〇零一二三四五六七八九十百千万亿两廿卅]+';
const NUMBER = String.raw`(?:\d{1,3}(?:[ ,]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)`;
const NOT_AFTER_NUMBER = '(?<![\\d〇零一二三四五六七八九十百]|\\d[.:])';
const DASH = '(?:至|—+|-|~)';

const YEAR = `(?:(?:公元)?前?${NOT_AFTER_NUMBER}\\d{1,4}年|${NOT_AFTER_NUMBER}${HAN_DIGIT}{2,4}年|公元前?${HAN_NUMBER}年)(?![龄轮制级薪审报龙]|(?<![12]\\d{3}年)[产终利均检])`;
const MONTH = '(?:闰?(?:1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十正元腊冬])月)';
const HAN_DAY =
  '(?:三十一?|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|初?十[一二三四五六七八九]?|初?[一二三四五六七八九])';
const DAY = `(?:(?:[12]\\d|3[01]|0?[1-9])[日号曰]|${HAN_DAY}[日号曰]|${HAN_DAY}(?![千百万个年十]))`;
const PART = '(?:上旬|中旬|下旬|初|中(?!心|学|国)|底|末|份)';
const RELATIVE_YEAR = '(?:(?:今|去|前|明|后|当|次|翌|同|上|大前)年|那一?年|[是其翌]年)(?![龄级轻])';
const FESTIVAL =
  '(?:(?:世界|国际|全国|中国)[\\u4e00-\\u9fff]{2,5}(?<![今昨明次当近同本每即逐])[日曰](?![报常本])|(?:母亲|父亲|教师|护士|记者|儿童|青年|妇女|劳动|建军|植树|情人|感恩|狂欢|丰收|泼水|寒食|中元|乞巧|腊八)节|春节|新春|新年|农历年|大年(?:初[一二三四五六七八九十]|三十)|六一(?=[,、。节儿前]|$)|除夕|元旦|元宵节?|清明节?|端午节?|中秋节?|重阳节?|国庆节?|开斋节|古尔邦节|火把节|圣诞节?|腊八|立[春夏秋冬]|夏至|冬至|春分|秋分|谷雨|小满|芒种|[小大]暑|处暑|白露|寒露|霜降|[小大]雪(?!纷)|[小大]寒|惊蛰|五一|十一(?=前|后|期间|假|黄))(?:前一[天日晚夜]|前[夜夕]|后一[天日])?';
const SEASON =
  '(?:[春秋]季学期|[初早仲深晚开入]?[春夏秋冬](?:天|季|日|末|初)?|午季|暑假|寒假|年终|年底|年初|年末|这个时候)';
const REIGN =
  '(?:建元|元光|元朔|元狩|元鼎|元封|太初|天汉|始元|元康|神爵|五凤|建武|永平|建初|永元|永初|延熹|熹平|光和|中平|初平|建安|黄初|章武|建兴|黄武|黄龙|泰始|咸宁|太康|元嘉|永明|天监|太和|开皇|仁寿|大业|' +
  '武德|贞观|显庆|仪凤|垂拱|长安|景龙|永徽|开元|天宝|大历|贞元|元和|会昌|大中|咸通|建隆|太平兴国|咸平|景德|天圣|庆历|皇祐|嘉祐|熙宁|元丰|元祐|治平|至和|明道|至道|淳化|雍熙|绍圣|崇宁|大观|政和|宣和|建炎|绍兴|隆兴|乾道|淳熙|庆元|嘉定|宝庆|淳祐|咸淳|至元|大德|延祐|至正|洪武|建文|永乐|宣德|正统|景泰|天顺|成化|弘治|正德|嘉靖|隆庆|万历|天启|崇祯|顺治|康熙|雍正|乾隆|嘉庆|道光|咸丰|同治|光绪|宣统|(?:中华)?民国)';
const DYNASTY = '(?:[东西南北][汉宋晋魏周齐]|汉|晋|隋|唐|五代|南唐|宋|辽|金|元|明|清)';
const QUARTER =
  '(?:第[一二三四]季度?|[一二三四]季度|前[二两三]季度?|[上下]半年|半年度|前(?:[一二两三四五六七八九十]+|\\d{1,2})个?月)';

const DAY_PART =
  '(?:大?清早|一大?早|清晨|凌晨|早晨|早上|上午|中午|正午|晌午|午后|下午|傍晚|黄昏|晚上|晚间|夜晚|夜间|夜里|深夜|后半夜|前半夜|半夜|午夜|天不?亮|天黑|天刚亮|拂晓|早晚|白天|入夜)';
const MINUTES =
  '(?:半|[一三]刻|\\d{1,2}分?|零[一二三四五六七八九]分?|[二三四五]?十[一二三四五六七八九]?分?|[一二三四五六七八九]分)';

const UNIT =
  '(?:元|美元|欧元|日元|港元|港币|人民币|英镑|卢布|卢比|新台币|台币|韩元|越盾|泰铢|马币|令吉|法郎|马克|澳元|加元|新元|坚戈|比索|第纳尔|里亚尔|迪拉姆|银元|大洋)';
const OLD_MONEY = '(?:人民币|旧币|新台币|港币|法币|铜钱|叻币|卢比|大洋|银元)';
const SCALE = '(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)';
const AMOUNT = `(?:(?:${NUMBER}(?:[多余来几]?${SCALE})*)+|${HAN_NUMBER})[多余来几]?${SCALE}?`;
const SMALL_CHANGE =
  '(?:零[一二三四五六七八九]{2}分|零?[一二三四五六七八九\\d][角毛毫](?:[一二三四五六七八九]分?)?|零[一二三四五六七八九]分)';

/** Scores are written as times are: 以21:17、14:21险胜. */
const NOT_A_SCORE =
  '(?!(?:[、, ]\\d{1,2}:\\d{1,2})*(?:再)?(?:[大小险完]?胜|击败|力克|战平|负于|惜败|不敌|逆转|领先|落后))';

/** What a price without a unit stands after and before, said in short: 卖二百六, 月薪四千五以上. */
const PRICED = '(?<=[卖价租薪赚赔欠花收付退补借捐给贷投钱要元][了成着得]?|[每一][天月年斤吨个只条颗碗亩])';
const AFTER_AMOUNT = '(?=[,。;、!?")]|以上|以下|左右|上下|出头|多|就|吧|的|$)';

/** Silver, copper and paper money of older texts: 银六百两, 费钱三百八十六千文, 制钱二十吊. */
const OLD_AMOUNT = `(?<=[银钱洋饷俸款资价金费])${HAN_NUMBER}余?(?:两|文|串|吊|贯|元)${SMALL_CHANGE}?|${HAN_NUMBER}余?[吊贯](?=[,。、;])`;

interface Rule extends Needs {
  readonly type: SuggestedType;
  readonly rule: RuleName;
  /** Groups named `m` give the mention where it is less than the match. */
  readonly pattern: RegExp;
}

const rule = (type: SuggestedType, name: RuleName, needs: string, pattern: string, also = ''): Rule => ({
  type,
  rule: name,
  pattern: new RegExp(pattern, 'g'),
  needs,
  also,
});

const DIGITS = '0123456789';
const HAN_NUMERALS = '〇零一二三四五六七八九十百千万亿两廿卅';

/** The first characters of the reigns. */
const FIRST_OF_REIGNS = `${REIGN.slice(3)
  .replaceAll(/(?<=[\u4e00-\u9fff])[\u4e00-\u9fff]+/g, '')
  .replaceAll(/[^\u4e00-\u9fff]/g, '')}民`;

const DATE_IN_YEAR = `${MONTH}(?:${DAY}|${PART}|第[一二三四五]个?(?:周|星期)[一二三四五六日天]?)?`;
const CALENDAR = `(?:(?:${YEAR}|${RELATIVE_YEAR})(?:(?:农历)?${DATE_IN_YEAR}|${QUARTER}|${FESTIVAL}|${SEASON}|年?[初底末]|度)?|(?:农历|阴历)?${DATE_IN_YEAR}|${NOT_AFTER_NUMBER}(?:[12]\\d|3[01]|[1-9])[日曰](?!元|内|游))`;
const NIGHT = '(?:晚(?![\\d上间里一二三四五六七八九十]))?';

/** Where matches overlap the longer one counts; see `fillRules` of the columns. */
export const RULES: readonly Rule[] = [
  rule('DATE', 'calendarDate', '年月日曰', `${CALENDAR}${NIGHT}间?`),
  rule(
    'DATE',
    'calendarDate',
    '月',
    `(?:${YEAR}|${RELATIVE_YEAR})?${NOT_AFTER_NUMBER}(?:\\d{1,2}|[一二三四五六七八九十]+)${DASH}${MONTH}`,
    '至—-~',
  ),
  rule(
    'DATE',
    'calendarDate',
    '-./',
    '(?:19|20)\\d{2}[-./](?:1[0-2]|0?[1-9])(?:[-./](?:[12]\\d|3[01]|0?[1-9]))?(?![\\d.])',
  ),
  rule(
    'DATE',
    'calendarDate',
    '日',
    `${NOT_AFTER_NUMBER}(?<!经过|满|第|等|共)(?:二?十[一二三四五六七八九]?|三十一?|廿[一二三四五六七八九]?)日(?!内)`,
  ),
  rule(
    'DATE',
    'yearSpan',
    '12',
    '(?<=[(〔|] ?)(?:1[5-9]|20)\\d{2}(?=[)〕—~-]| ?\\|)|(?<![\\d.])1\\d{3}(?=(?:—+|-|~)(?:19|20)\\d{2}(?!\\d))|(?<=(?<!\\d)[12]\\d{3}(?:—+|-|~))(?:19|20)\\d{2}(?!\\d|赛季)|(?<![\\d.])20[0-3]\\d(?!赛季)(?=[\\u4e00-\\u9fff·]{2,14}(?:赛|马拉松|大会|论坛|节|展|季))|(?<!\\d)(?:19|20)\\d{2}届(?=毕业|学|[初高]|生)',
    '(〔|—-~赛马大论节展季届',
  ),
  rule(
    'DATE',
    'relativeDate',
    '天日近晚夜晨早期春夏秋冬年周礼月季',
    [
      '(?:今|昨|明|前|后|大前|大后|当|次|翌|即|同|同一|近|头一?|(?<![节旦夕])前一|(?<!最)后一|那|这几?|前几|这一)[天日](?!下(?!午)|气|空|子|常|用|本|程|元|文|线|然|生|性|才|涯|黑)',
      '(?<![\\d一二三四五六七八九十月])日前|连日来?|最近(?!的)',
      '(?:今|昨|明|(?<!的)前|当|那|前一|头一)[晚夜](?![\\d])|[今昨明]晨|[今明]早(?![已就])|[春秋]季学期|[今去][春夏秋冬]',
      `第${HAN_NUMBER}[天日年](?!薪)`,
      '[上下本这](?:一?个|一)?(?:周|星期|礼拜)(?:[一二三四五六日天末](?!样|边|围))?(?!边|围|年|密|期|到)',
      '(?:周|星期|礼拜)[一二三四五六日天末](?!边|围|样)(?:、[一二三四五六日](?!子))*(?:至(?:周|星期)[一二三四五六日])?',
      `[上下本当这]个?月(?:${DAY}|${PART})?(?!亮|球|饼|光)`,
      `(?:${RELATIVE_YEAR})(?:同期)?`,
      `${QUARTER}|[上本]季度?|(?:本|上|下|新)学[期年]|(?<![\\d〇零一二三四五六七八九十今去明前后当同本每近半几来])年[底初内末终](?!人)|(?<![\\d一二三四五六七八九十正腊本上下当个每])月[底末](?!的)|过去一年`,
      `${NOT_AFTER_NUMBER}(?<!第)(?:${HAN_NUMBER}|\\d{1,3}|几|半)个?(?:年|月|天|星期|周)(?:以前|之前|前|后|以后|之后)(?!往)`,
      `近(?:${HAN_NUMBER}|\\d{1,3})(?:年|个月|天)|${NOT_AFTER_NUMBER}[一二两三]年内`,
      '(?:(?:20|19|二十|十九|上|本)世纪)?(?:[二三四五六七八九]十|(?:1[5-9]|20)?[0-9]0)年代(?:初|末|中期|后期|初期|末期)?',
    ].join('|'),
  ),
  rule(
    'DATE',
    'era',
    '年',
    `一(?:百[零一二]?[一二三四五六七八九]?十?[一二三四五六七八九]?|[〇零一二]?[〇零一二三四五六七八九])年(?:${DATE_IN_YEAR}|度|第[一二三四]季度?)`,
  ),
  rule('DATE', 'season', '日曰节春年六夕元清端秋重庆诞腊夏冬雨满芒暑露霜雪寒蛰五十', FESTIVAL),
  rule(
    'DATE',
    'era',
    FIRST_OF_REIGNS,
    `(?:${DYNASTY}朝?${REIGN}(?:、${REIGN})?|${REIGN}(?=元年|${HAN_NUMBER}年|\\d{1,3}年|年?间|初|末))(?:元年|${HAN_NUMBER}年|\\d{1,3}年|初年?|末年?|中)?(?:年?间)?(?:${DATE_IN_YEAR}|[春夏秋冬])?`,
    '年间初末东西南北汉晋隋唐五宋辽金元明清',
  ),
  rule(
    'DATE',
    'era',
    '汉宋晋魏周齐隋唐代辽金元明清秦春战民',
    `(?:${DYNASTY}|明清)(?:代|朝|初|末)(?:初年|中期|晚期|末年)?|[东西南北](?:汉|宋|晋|魏|周|齐)(?!口)|秦(?:代|朝|末|时)|先秦|春秋(?:时期|战国|末)|战国|明清|(?:汉|魏|晋|隋|唐|宋|元|明)(?:[高太世中]祖|[高太中世仁英神哲徽钦孝光宁理]宗|[文武景昭宣元成光明章惠]帝)(?:时|(?:初?元|(?!元)${HAN_NUMBER})年)|民国(?:时期|初年|初|末|间)?`,
  ),
  rule('DATE', 'era', '汉唐宋元明清', '(?<=^|[ |,(、。])[汉唐宋元明清](?=[ |)])'),
  rule(
    'TIME',
    'clockTime',
    ':时点',
    `(?:${DAY_PART}|(?<![今昨明当每])[早晚夜])?(?<![\\d百]|\\d[.:])(?:(?:[01]?\\d|2[0-4])(?::[0-5]\\d(?![\\d:]|\\.\\d)${NOT_A_SCORE}|[时点](?!\\d*%|间|代|任|常|候|而|不时|整治|赞|评|滴|燃|击|名)(?:${MINUTES})?)|(?<![十一二三四五六七八九])(?:零|[二两三四五六七八九]|二?十[一二三四五六七八九]?)[时点](?!间|代|任|常|候|而|不时|赞|评|滴|燃|击|名|儿|点|不|[一二三四五六七八九](?![十分刻]))(?:钟|${MINUTES})?)多?(?!个)`,
    `${DIGITS}${HAN_NUMERALS}`,
  ),
  rule('TIME', 'clockTime', '时点', `${DAY_PART}一[时点](?:钟|${MINUTES})?`),
  rule('TIME', 'dayPart', '早晨午晚昏夜亮黑晓白', DAY_PART),
  rule(
    'MONEY',
    'money',
    '元币镑布比盾铢吉郎克加戈索尔拉洋',
    `(?:${OLD_MONEY}|${UNIT})?(?:${AMOUNT}(?:—+|-|~))?${AMOUNT}${UNIT}(?!素|旦|首|勋|宵|月|件|老|化|学|字|章|明|物|人(?!民币)|艺|档|书)(?:人民币)?${SMALL_CHANGE}?(?:钱)?`,
    `${DIGITS}${HAN_NUMERALS}`,
  ),
  rule('MONEY', 'money', '元两文盾', `${OLD_MONEY}${AMOUNT}[元两文盾]${SMALL_CHANGE}?`),
  rule('MONEY', 'money', '两文串吊贯元', OLD_AMOUNT, '银钱洋饷俸款资价金费吊贯'),
  rule(
    'MONEY',
    'spokenMoney',
    '块',
    `(?:${NUMBER}|${HAN_NUMBER})[多几来]?块(?:[一二三四五六七八九\\d](?:[毛角][一二三四五六七八九\\d]?)?(?![块\\d十百千])|钱)|(?:\\d{2,}|(?<![一二三四五六七八九十百千多几])[一二两三四五六七八九]?[十百千万][零一二三四五六七八九十百]*)块(?!头|石|板|地|砖|钢|土|田|玻|牌|木|布|糖)`,
  ),
  rule(
    'MONEY',
    'spokenMoney',
    '毛角分厘',
    '(?<![长珠内])(?:\\d+|[一二两三四五六七八九])(?:毛[一二三四五六七八九]?钱?|角(?:[一二三四五六七八九]分?)?钱?|分钱)(?!落|度)|(?:[一二两三四五六七八九]角)?(?:[一二两三四五六七八九]分)?[一二两三四五六七八九]厘钱?(?!米|升|克)',
  ),
  rule(
    'MONEY',
    'spokenMoney',
    '百千万亿',
    `${PRICED}[一二两三四五六七八九十]{1,2}[百千万亿][一二三四五六七八九]${AFTER_AMOUNT}`,
    '卖价租薪赚赔欠花收付退补借捐给贷投钱要元每一',
  ),
  rule(
    'PERCENT',
    'percent',
    '%‰分°p',
    `[-+]?${NUMBER}(?:%|‰|°/o|个?百分点|pct)|${HAN_NUMBER}(?:点${HAN_NUMBER})?个百分点|(?:[十百千]?万|[百千])分之(?:${HAN_NUMBER}(?:点${HAN_NUMBER})?|${NUMBER})(?![秒局])`,
    '%‰点之/c',
  ),
  rule(
    'PERCENT',
    'fraction',
    '成分',
    `[一二两三四五六七八九]成[一二三四五六七八九半]?(?![立为功员就本都色品交绩果长])|(?<!又)${HAN_NUMBER}分之${HAN_NUMBER}(?![秒局])`,
    HAN_NUMERALS,
  ),
  rule('WORK', 'bookTitle', '《', '《(?<m>[^《》\\n]{1,60})》'),
  rule(
    'PER',
    'byline',
    '者员生编影文写校约图',
    '(?:记者|通讯员|实习生|作者|编辑|责编|摄影|撰文|采写|校对|特约|文|图)[:/ ]?[ ]?(?<m>[\\u4e00-\\u9fff]{2,4}(?: [\\u4e00-\\u9fff]{2,4})*)(?=[ ),.;/:]|$)',
  ),
  rule('PER', 'dottedName', '·', '[\\u4e00-\\u9fff]{1,7}(?:[·][\\u4e00-\\u9fff]{1,8})+'),
  rule(
    'EVENT',
    'meeting',
    '届次',
    `(?:第${HAN_NUMBER}|首|\\d{4}|本)[届次](?:[^,.;:!?()《》。、 ]{0,24}?)(?:大会|会议|全会|博览会|展览会|洽谈会|论坛|研讨会|运动会|锦标赛|邀请赛|联赛|公开赛|大赛|比赛|竞赛|艺术节|文化节|电影节|节|展)`,
  ),
];

const possibleRules = possibleRulesOf(RULES);

/**
 * Every match of every rule in `text` (as `readableText` gives it) that is not ruled out (see `isRuledOut`), in no particular
 * order; they may overlap. O(length).
 */
export function findRegular(text: string): RuleMatch[] {
  const found: RuleMatch[] = [];
  for (let possible = possibleRules(text); possible !== 0; possible &= possible - 1) {
    const named = RULES[31 - Math.clz32(possible & -possible)];
    if (!named) break;
    const { type, rule, pattern } = named;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const whole = match[0];
      if (whole.length === 0) {
        pattern.lastIndex++;
        continue;
      }
      const inner = match.groups?.['m'];
      const start =
        inner === undefined
          ? match.index
          : match.index + whole.indexOf(inner, rule === 'bookTitle' ? 1 : whole.length - inner.length);
      const end = inner === undefined ? start + whole.length : start + inner.length;
      if (rule === 'byline') found.push(...bylineNames(text, start, end));
      else found.push({ type, rule, start, end });
    }
  }
  return found.filter(
    match => !isRuledOut(text, match, match.type === 'TIME' && followsDate(found, match.start)),
  );
}

/** Whether one of the `matches` is a date that ends at `start`. */
export const followsDate = (matches: readonly RuleMatch[], start: number): boolean =>
  matches.some(({ type, end }) => type === 'DATE' && end === start);
