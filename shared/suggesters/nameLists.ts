/**
 * Word lists about names, written for Kanwu. They are features of the model, not rules: a character here is evidence,
 * never a decision.
 */

/** The hundred most frequent surnames of the 2020 household register, most frequent first, as far as known. */
const FREQUENT_SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤';

/** Other surnames in use, from the Hundred Family Surnames and the rare ones that newspapers print. */
const OTHER_SURNAMES =
  '褚卫尤施华戚喻柏水窦章云葛奚郎鲁昌苗凤花俞柳酆鲍费廉岑倪滕殷毕邬安乐时傅皮卞齐康伍元卜平和穆萧湛祁禹狄米贝明臧计伏成谈茅庞纪舒屈项祝阮蓝闵席季麻强路娄危童颜梅盛刁骆樊凌霍虞支柯昝管经房裘缪干解应宗宣贲郁单杭洪包诸左吉钮嵇邢滑裴荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井富巫乌焦巴弓牧隗山谷车宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖符景詹束幸司韶郜蓟薄印宿怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容古易慎戈庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督亓佘佟冼区仝庹苟税职苌药撒粘鄢郄么揭盘侬侗岩刀普玉沐线罕召朴玄全南鲜太阳旷漆帅谌练宾来原降缑蹇付肖萧镡牟邸宛邝麦谯寸钏番蔚綦过历楚尉阿欧尧修隋矫战初门兰官郇保者虎脱妥冶撒海铁拜哈丑海洒买达闪鲜但谷植揣渠邰种承覃禤褟';

const COMPOUND_SURNAMES =
  '欧阳 司马 上官 诸葛 司徒 夏侯 皇甫 尉迟 公孙 慕容 令狐 端木 西门 南宫 东方 独孤 轩辕 宇文 长孙 钟离 申屠 淳于 澹台 公冶 宗政 濮阳 太叔 单于 仲孙 呼延 左丘 亓官 漆雕 万俟 赫连 拓跋 闻人 百里 贺兰 司空 叶赫';

/** Words that close an organisation's name. */
const ORGANISATION_ENDINGS =
  '公司 集团 委员会 委 局 厅 部 署 院 学院 大学 中学 小学 学校 幼儿园 医院 银行 支行 分行 法院 检察院 政府 人大 政协 常委会 协会 学会 商会 联合会 基金会 研究所 研究院 设计院 中心 站 所 队 大队 支队 总队 党委 支部 总支 工会 妇联 团委 科协 文联 残联 报社 报 日报 晚报 电视台 电台 出版社 杂志社 编辑部 剧团 剧院 乐团 合作社 厂 矿 商行 商店 商场 超市 饭店 酒店 宾馆 旅行社 事务所 派出所 卫生院 卫生所 博物馆 图书馆 档案馆 纪念馆 文化馆 美术馆 海关 书院 党校 技校 一中 二中 三中 办公室 办事处 管委会 居委会 村委会 组委会 联盟 俱乐部 社 会 馆 堂 号 庄 农场 林场 牧场 牧业 股份 实业 科技 药业 乳业 工务段 车务段 专班 指挥部 代表团 工作组 工作队 科 处 室 行 团 师 联队 市场';

/** Words that close the name of a place. */
const PLACE_ENDINGS =
  '省 市 县 区 镇 乡 村 州 盟 旗 苏木 嘎查 街道 社区 小区 新村 街 路 大道 巷 胡同 弄 里 桥 大桥 隧道 河 江 湖 海 山 岛 湾 港 峡 峡谷 溪 沟 岭 峰 坡 坪 坝 塘 泉 洞 寺 庙 塔 亭 门 关 口 渡 渡口 码头 车站 站 机场 广场 公园 园区 新区 开发区 高新区 水库 运河 高速 公路 铁路 地铁 线 遗址 墓地 故居 体育场 体育馆 灯塔 草原 沙漠 盆地 高原 平原 半岛 群岛 海峡 洲 屯 寨 堡 店 集 庄 圩 厝 埔 洋 窑 城 古城 古镇 礁 滩 沙 国';

/** What stands before or after a person's name. */
const PERSON_WORDS =
  '记者 通讯员 实习生 特约 作者 编辑 责编 摄影 校对 撰文 采写 文 图 先生 女士 同志 老师 师傅 阿姨 奶奶 爷爷 大爷 大妈 大娘 大叔 叔 婶 伯 嫂 哥 姐 教授 博士 院士 研究员 工程师 医生 护士 大夫 校长 院长 局长 处长 科长 主任 书记 县长 市长 区长 镇长 乡长 省长 部长 厅长 司长 所长 站长 队长 班长 组长 厂长 经理 总经理 董事长 会长 理事长 秘书长 主席 总统 总理 首相 大使 司机 船长 机长 教练 队员 球员 门将 前锋 导演 演员 编剧 主编 社长 馆长 行长 村支书 村主任 民警 法官 检察官 律师 代表 委员 工人 农民 村民 居民 市民 读者 乘客 业主 店主 老板 掌柜 匠人 传承人 学生 同学 老人 母亲 父亲 妻子 丈夫 儿子 女儿 孙女 女 男 氏 说 表示 介绍 告诉 认为 回忆 坦言 笑 道';

const words = (list: string): string[] => list.split(' ');

/** Grade of a character as a surname: 2 frequent, 1 in use, 0 not one. */
export const SURNAME_GRADE: ReadonlyMap<string, 1 | 2> = new Map([
  ...[...OTHER_SURNAMES].map(name => [name, 1] as const),
  ...[...FREQUENT_SURNAMES].map(name => [name, 2] as const),
]);
/** The same by code unit. */
export const SURNAME_GRADES: Uint8Array = (() => {
  const grades = new Uint8Array(0x10000);
  for (const [name, grade] of SURNAME_GRADE) grades[name.charCodeAt(0)] = grade;
  return grades;
})();
export const COMPOUND_SURNAME: ReadonlySet<string> = new Set(words(COMPOUND_SURNAMES));

/** What a listed word is, as a number of its own from 1 per list; 0 where it is not in the list. */
export interface ListedWord {
  readonly organisationEnding: number;
  readonly placeEnding: number;
  readonly personWord: number;
}
export const LISTED_WORD: ReadonlyMap<string, ListedWord> = (() => {
  const lists = [words(ORGANISATION_ENDINGS), words(PLACE_ENDINGS), words(PERSON_WORDS)] as const;
  const numberIn = (list: readonly string[], word: string): number => list.indexOf(word) + 1;
  return new Map(
    lists.flat().map(word => [
      word,
      {
        organisationEnding: numberIn(lists[0], word),
        placeEnding: numberIn(lists[1], word),
        personWord: numberIn(lists[2], word),
      },
    ]),
  );
})();

/** Bit `n` is set for a character with which a listed word or compound surname of `n` characters begins. */
export const LISTED_LENGTHS: Uint8Array = (() => {
  const lengths = new Uint8Array(0x10000);
  for (const word of [...LISTED_WORD.keys(), ...COMPOUND_SURNAME]) {
    const code = word.charCodeAt(0);
    lengths[code] = (lengths[code] ?? 0) | (1 << word.length);
  }
  return lengths;
})();
