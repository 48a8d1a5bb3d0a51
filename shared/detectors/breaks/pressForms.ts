/** Longest block that can be a byline, a dateline or a signature, in code units. */
const LONGEST_FORM = 44;

const BYLINE =
  /^(?:[□■▲◎●]|(?:本报|本刊|本网)?(?:见习|实习|特约|首席|驻[\u4e00-\u9fff]{1,6})?(?:记者|通讯员|评论员|撰稿人?)(?![\u4e00-\u9fff]{0,3}(?:从|在|了解|看到|发现|获悉|问|说|赶到|来到|采访|注意|走进|见到))[ \u3000：/／ ]|(?:来源|作者|编辑|责编|责任编辑|校对|审核|摄影|撰文|插图|主持人|编译|整理|执笔|供图|制图)[ \u3000]*[：:/／｜|]|(?:来源|作者|编辑|责编|责任编辑|校对|摄影|撰文|主持人)[ \u3000]|[文图][ \u3000]*[/／｜|：]|文图)/;
const BYLINE_END = /^[^，。；？！]{2,20}(?:文[/／]图|[ \u3000/／](?:文|图|摄|摄影|供图|报道|整理))$/;
const DATELINE =
  /^(?:公元)?(?:[\d〇零一二三四五六七八九十]{2,4}年)?[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}(?:日|曰)?(?:于[\u4e00-\u9fff]{1,10}|[ \u3000]*(?:起)?(?:施行|实施|公布|发布|印发|通过|修订|修正|起草|定稿|截止))?$/;
const REPORT_OPENING =
  /^[（]?(?:本报|本刊|本网|本台)(?:讯|[\u4e00-\u9fff]{0,8}(?:电|讯)|(?:见习|实习|特约)?记者|[\u4e00-\u9fff]{1,6}[\d一二三四五六七八九十]{1,3}月)|^(?:新华社|中新社|中新网|人民网|央视网|据新华|据本报)/;
const RESOLUTION = /^[^，；：]{10,60}次会议(?:讨论|审议)?通过$/;
const CHAPTER = /^第[一二三四五六七八九十百零〇\d]{1,5}[章节回编篇部卷][^，。；：？！]{0,24}$/;
const DOCUMENT_TITLE =
  /^[^，。；：？！]{4,60}(?:规定|解释|办法|通知|意见|条例|报告|方案|决定|公告|细则|批复|准则|说明)(?:（[^）]*）)?$/;
const SIGNATURE =
  /^[\u4e00-\u9fff（）()·]{4,30}(?:委员会|人民政府|办公室|局|厅|部|院|公司|党委|中心|协会|学会|联合会|办事处|管委会|总社|编辑部|法院|检察院|大学|广告部|工会)$/;

/** “□记者 桑红梅 文/图”, “来源：新华社”, “文｜司徒晚　图｜瞿白”. Takes normalised text. */
export function isByline(text: string): boolean {
  if (text.length > LONGEST_FORM) return false;
  return BYLINE.test(text) || BYLINE_END.test(text);
}

/** A date alone, as under a letter or a notice. */
export function isDateline(text: string): boolean {
  return text.length <= 24 && DATELINE.test(text);
}

/** “本报讯”, “新华社北京3月5日电”: such words open a report and never stand in the middle of a sentence. */
export function opensReport(text: string): boolean {
  return REPORT_OPENING.test(text);
}

/** An organisation's name alone, as under a notice or in a list of them. */
export function isSignature(text: string): boolean {
  return text.length <= 34 && SIGNATURE.test(text);
}

/** “…审判委员会第1823次会议通过”, as under the title of a statute. */
export function isResolution(text: string): boolean {
  return text.length <= 60 && RESOLUTION.test(text);
}

/** “第五章　生计问题”: the title of a chapter, marked as a heading or not. */
export function isChapterTitle(text: string): boolean {
  return text.length <= 30 && CHAPTER.test(text);
}

/** “…审理程序的规定”, “…的通知”: the title of an official document, marked as a heading or not. */
export function isDocumentTitle(text: string): boolean {
  return text.length <= 64 && DOCUMENT_TITLE.test(text);
}
