/** First and last year (AD) of the reigns that texts date by most, and of dynasties. Years of Chinese history tables. */
const REIGNS: Readonly<Record<string, readonly [number, number]>> = {
  开皇: [581, 600],
  大业: [605, 618],
  武德: [618, 626],
  贞观: [627, 649],
  永徽: [650, 655],
  仪凤: [676, 679],
  开元: [713, 741],
  天宝: [742, 756],
  大历: [766, 779],
  贞元: [785, 805],
  元和: [806, 820],
  会昌: [841, 846],
  大中: [847, 860],
  咸通: [860, 874],
  太平兴国: [976, 984],
  咸平: [998, 1003],
  景德: [1004, 1007],
  天圣: [1023, 1032],
  庆历: [1041, 1048],
  皇祐: [1049, 1054],
  嘉祐: [1056, 1063],
  熙宁: [1068, 1077],
  元丰: [1078, 1085],
  元祐: [1086, 1094],
  绍圣: [1094, 1098],
  崇宁: [1102, 1106],
  大观: [1107, 1110],
  政和: [1111, 1118],
  宣和: [1119, 1125],
  建炎: [1127, 1130],
  绍兴: [1131, 1162],
  隆兴: [1163, 1164],
  乾道: [1165, 1173],
  淳熙: [1174, 1189],
  庆元: [1195, 1200],
  嘉定: [1208, 1224],
  宝庆: [1225, 1227],
  淳祐: [1241, 1252],
  咸淳: [1265, 1274],
  大德: [1297, 1307],
  延祐: [1314, 1320],
  至正: [1341, 1370],
  洪武: [1368, 1398],
  建文: [1399, 1402],
  永乐: [1403, 1424],
  宣德: [1426, 1435],
  正统: [1436, 1449],
  景泰: [1450, 1457],
  天顺: [1457, 1464],
  成化: [1465, 1487],
  弘治: [1488, 1505],
  正德: [1506, 1521],
  嘉靖: [1522, 1566],
  隆庆: [1567, 1572],
  万历: [1573, 1620],
  天启: [1621, 1627],
  崇祯: [1628, 1644],
  顺治: [1644, 1661],
  康熙: [1662, 1722],
  雍正: [1723, 1735],
  乾隆: [1736, 1795],
  嘉庆: [1796, 1820],
  道光: [1821, 1850],
  咸丰: [1851, 1861],
  同治: [1862, 1874],
  光绪: [1875, 1908],
  宣统: [1909, 1911],
};

const DYNASTIES: Readonly<Record<string, readonly [number, number]>> = {
  西汉: [-201, 8],
  东汉: [25, 220],
  汉: [-201, 220],
  西晋: [266, 316],
  东晋: [317, 420],
  晋: [266, 420],
  北魏: [386, 534],
  北齐: [550, 577],
  北周: [557, 581],
  南齐: [479, 502],
  隋: [581, 618],
  唐: [618, 907],
  五代: [907, 960],
  北宋: [960, 1127],
  南宋: [1127, 1279],
  宋: [960, 1279],
  元: [1271, 1368],
  明: [1368, 1644],
  清: [1644, 1911],
  明清: [1368, 1911],
  民国: [1912, 1949],
};

/** The Republic's first year. */
export const REPUBLIC_FROM = 1912;

const names = (table: Readonly<Record<string, unknown>>): string =>
  Object.keys(table)
    .sort((a, b) => b.length - a.length)
    .join('|');

export const REIGN = `(?:${names(REIGNS)})`;
export const DYNASTY = `(?:${names(DYNASTIES)})`;

/** Year AD of a reign's nth year; null past its end (a year's grace: reigns end within a year). */
export function reignYear(reign: string, nth: number): number | null {
  const [first, last] = REIGNS[reign] ?? [0, -1];
  const year = first + nth - 1;
  return nth >= 1 && year <= last + 1 ? year : null;
}

/** First and last year of a reign or dynasty. */
export function eraSpan(name: string): readonly [number, number] | null {
  return REIGNS[name] ?? DYNASTIES[name] ?? null;
}
