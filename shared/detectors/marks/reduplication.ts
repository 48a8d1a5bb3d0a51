import type { Lexicon } from '../../lexicon/lexicon';
import { isHan } from './characterClass';

/** Words that are said twice for a try, a wish or for emphasis (ABAB). */
const SAID_TWICE = new Set(
  (
    '研究 讨论 商量 考虑 学习 了解 休息 打听 收拾 整理 锻炼 活动 介绍 体验 感受 放松 检查 比较 练习 复习 交流 沟通 参观 教育 打扫 安慰 ' +
    '商议 合计 琢磨 思考 准备 帮助 照顾 解释 分析 调查 观察 欣赏 享受 见识 认识 热闹 高兴 暖和 痛快 凉快 清静 可怜 关心 表示 提高 改善 ' +
    '雪白 碧绿 通红 冰凉 笔直 漆黑 粉嫩 金黄 火热 滚烫 乌黑 瓦蓝 喷香 煞白 飞快 老高 没有 不行 可以 谢谢 恭喜 久仰 多谢 慢走 哪里 好的 知道 快点 请进'
  ).split(' '),
);

/** Characters that are doubled for every one of them. */
const EVERY_ONE = new Set('天年月日夜人家户处事时代个件样层步节声句字条次岁');

/** Verbs with their object whose verb is doubled for a little while of it (AAB), by the object's side: 散散步. */
const DONE_A_LITTLE = new Set(
  (
    '散步 洗澡 出汗 聊天 跑步 拱手 点头 摇头 招手 挥手 拍手 摆手 握手 动手 动脑 伸腰 弯腰 唱歌 跳舞 看书 帮忙 见面 吃饭 喝茶 逛街 照相 谈心 说话 打球 ' +
    '下棋 串门 理发 睡觉 散心 开心 透气 松绑 露脸 消气 解闷 尝鲜 把关 号脉 把脉 问好 过瘾 歇脚 沾光 挠头 争气 凑热 清嗓 晒太 消食 解渴 解馋 暖身 ' +
    '暖手 搓手 洗手 洗脸 擦汗 擦脸 眨眼 皱眉 撇嘴 咧嘴 努嘴 碰头 碰面 探头 抬头 低头 回头 缩脖 耸肩 踢腿 压惊 扫地 种花 养鱼 钓鱼 做饭 做梦 做人 打牌 ' +
    '写字 画画 读书 上网 听歌 讲话 谈话 吹风 吹牛 揉眼 揉腿 捶背 捏肩 算账 算命 避雨 躲雨 歇凉 乘凉 拜年 敬酒 道谢 走路 走动 遛狗 遛弯'
  ).split(' '),
);

/** True where `unit` twice in a row is how people speak: 研究研究, 雪白雪白, “不行不行！”. */
export function isSaidTwice(text: string, start: number, end: number, unit: string): boolean {
  if (SAID_TWICE.has(unit))
    return (
      !isHan(text.charCodeAt(end)) ||
      '的吧看地了再嘛呀这那一哩呢他她我你怎如什为何哪谁'.includes(text.charAt(end))
    );
  // A whole utterance repeated; what stands alone between marks has no sentence to be a slip in.
  return (
    !isHan(text.charCodeAt(start - 1)) &&
    !isHan(text.charCodeAt(end)) &&
    /[“‘「『！!，,？?—…"]/.test(text.charAt(start - 1))
  );
}

/**
 * True where `unit` is said twice for a try, but with words behind it that may as well be what the slip was made in: 讨论讨论方案
 * is how people speak, 活动活动现场 is not.
 */
export function mayBeSaidTwice(unit: string): boolean {
  return SAID_TWICE.has(unit);
}

/** True where the doubled character means every one of them, and makes no word with what is beside it: 天天, 人人. */
export function isEveryOne(
  lexicon: Lexicon,
  text: string,
  start: number,
  end: number,
  unit: string,
): boolean {
  // A name that begins or ends alike (天都) is no sign of a slip.
  const isWord = (word: string) => word.length > 1 && !/^(?:n[rstz].*)?$/.test(lexicon.tag(word) ?? '');
  return (
    EVERY_ONE.has(unit) &&
    end - start === 2 &&
    !isWord(unit + text.charAt(end)) &&
    !isWord(text.charAt(start - 1) + unit)
  );
}

/** True where the doubled verb has its object behind it: 出出汗. */
export function isDoneALittle(text: string, end: number, unit: string): boolean {
  return DONE_A_LITTLE.has(unit + text.charAt(end));
}

/** True where one of the two makes a word for a day or year with what follows: 明明年, 今今天. */
export function isTimeWord(lexicon: Lexicon, text: string, end: number, unit: string): boolean {
  return (
    '明今昨去前后当次'.includes(unit) &&
    '年天日晚晨'.includes(text.charAt(end) || ' ') &&
    lexicon.tag(unit + text.charAt(end)) === 't'
  );
}
