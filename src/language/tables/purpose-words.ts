/**
 * Words of file paths and texts that tell material to act on from what was made. Written for this project from the vocabulary of animation work in five languages.
 * Latin words are matched between letters of other kinds, so that `fix` is not found in `prefix`.
 */

/** In a path: corrections, notes, timesheets. */
export const INSTRUCTION_WORDS =
  /(?:^|[^a-z])(?:retake|rtk|fix|corr|correction|corrections|notes?|instruction|instructions|comment|comments|feedback|todo|brief|timesheet|xsheet|exposure)(?:[^a-z]|$)|修正|修改|返修|指示|说明|說明|意见|要求|备注|律表|摄影表|注意|任务|任務|リテイク|修正指示|수정|지시|설명|의견|요구|과업|주의|촬영표|리테이크|작업지시/u

/** In a path: what was made. */
export const RESULT_WORDS =
  /(?:^|[^a-z])(?:result|results|out|output|render|renders|final|done|finished|delivery|deliver|cels?|frames?|comp|export|v\d{1,3})(?:[^a-z]|$)|完成|成品|结果|結果|交片|上色|原画|动画|動画|合成|완성|결과|납품|채색|원화|동화|합성/u

/** In a path: what is neither, reference material and the papers of an office. */
export const REFERENCE_WORDS =
  /(?:^|[^a-z])(?:ref|refs|reference|references|sample|samples|manual|book|books|ebook|tutorial|tutorials|guide|guides|handbook|howto|readme|license|licence|logs?|roster|rosters|contacts)(?:[^a-z]|$)|参考|參考|資料|资料|参照|참고|자료|도서|книг|книга|справоч|手册|指南|教程|说明书|日志|名单|通讯录|花名册|안내서|설명서|사용법|명단|명부|일지/u

/** In a path: reference material, of those words that mark what is neither. */
export const REFERENCE_MATERIAL =
  /(?:^|[^a-z])(?:refs?|references?|samples?|manual|books?|ebook|tutorials?|guides?|handbook|howto)(?:[^a-z]|$)|参考|參考|資料|资料|参照|참고|자료|도서|книг|книга|справоч|手册|指南|教程|说明书|안내서|설명서|사용법/u

/** In a path: photographs and scans, which say nothing by being pictures in an archive. */
export const PHOTO_WORDS = /(?:^|[^a-z])(?:photos?|pictures?|scans?|screenshots?|dcim|camera)(?:[^a-z]|$)|照片|相册|截图|사진/u

/** Every Hangul syllable with final ㄹ: before 것 at the end of a clause it commands (할것, 그릴 것). */
const RIEUL = Array.from({ length: 399 }, (_, i) => String.fromCharCode(0xac00 + i * 28 + 8)).join('')

const CHINESE =
  '修改|修正|重画|重新|返修|返工|不要|不能|请(?![假客柬帖问])|請|删|去掉|擦掉|换成|补(?:上|画|全)|必须|务必|加(?:一|上|个|粗|深|快)|改(?:成|为|一|到|小|大)|调(?:整|亮|暗|高|低)|太(?:大|小|粗|细|快|慢|高|低|长|短|亮|暗|多|少|近|远|窄|宽)|再(?:大|小|细|粗|快|慢|高|低|亮|暗|多|画|加)|漏|画错|不对|应该|按照?原|注意|参照|[一再]点$'
const KOREAN =
  '하시오|하십시오|주십시오|주세요|주시(?:기|면|오)|하세요|바랍니다|바람(?![가-힣])|지 ?말|지 ?마(?:세|시|십|라)|하라(?![가-힣])|해야 ?(?:한다|함|합니다|해요)|여야 ?(?:한다|함|합니다)|고치|고칠|수정|다시 ?그|지우|지울|더 ?(?:크|작|굵|가늘|밝|어둡|빠르|늦|느리)|너무 ?[가-힣]|않(?:게|도록)|맞추|줄일|늘일|옮길|넣을|바꿀'
const OTHERS =
  "ください|して下さい|修正お願い|リテイク|\\b(?:please|redraw|revise|retake|fix (?:the|this)|make (?:it|the)|change (?:the|to)|remove (?:the|this)|add (?:a|the|more)|should be|do not|don't|needs? to|too (?:big|small|fast|slow|thick|thin|dark|bright))\\b"

/** In a text: a request for a change or for work. */
export const INSTRUCTION_TEXT = new RegExp(`${CHINESE}|[${RIEUL}] ?것(?=[\\s.,;!。)]|$)|${KOREAN}|${OTHERS}`, 'iu')

/** Courtesies of deliveries and letters that read like requests and ask for no change; they are taken out first. */
export const COURTESY =
  /\bplease,? (?:find|see|note|let (?:me|us)|confirm|check|download|contact|accept|reply|feel free|do not hesitate|don't hesitate|acknowledge|advise)\b|\b(?:do not|don't) (?:hesitate|reply)\b|请(?:您)?(?:查收|收下|过目|放心|多多?关照|多包涵|见谅|稍等|笑纳|确认收到|收到[后请]?回复|回复)|注意身体|(?:확인|참고|회답|회신|량해|양해) ?(?:(?:해|하여|하|해서)? ?(?:주세요|주십시오|주시기 ?)?(?:바랍니다|바람|부탁(?:드립니다|합니다)?|주세요|주십시오|하시오|하십시오)?)/giu

/** In a text: that it speaks of drawing, colour, camera or the sheets of animation. */
export const DRAWING_TEXT =
  /画|線|线|镜头|镜|帧|律表|角色|人物|造型|背景|颜色|上色|色|动作|表情|口型|图层|分镜|嘴|眼|头|手|脚|그림|그리|그려|그린|그릴|작화|선을|선이|선은|장면|컷|화면|원화|동화|배경|색|프레임|토막|레이어|콘티|인물|캐릭터|동작|표정|입모양|조형|머리|얼굴|눈|손|발|\b(?:re)?draw(?:ing|n|ings)?\b|\b(?:lines?|frames?|shots?|scenes?|cuts?|cels?|layers?|colou?rs?|backgrounds?|characters?|animation|camera|hands?|head|eyes?|hair|mouth|lips?|arms?|legs?|shadows?|keys?|in-?betweens?|timing)\b|描|色|カット|作画/iu

/** In a file's name: that it is about work that exists already. */
export const CORRECTION_WORDS =
  /(?:^|[^a-z])(?:retakes?|rtk|fix(?:es)?|corr|corrections?|feedback|revisions?|revise)(?:[^a-z]|$)|修正|修改|返修|返工|リテイク|수정|리테이크|고칠|퇴짜/u

/** In a text that asks: that what exists is to be changed (too large, once more, wrong, back to …). A wish for more of something (再细一点, 더 크게) speaks of what was seen. */
export const CORRECTION_TEXT =
  /修改|修正|重画|重新|返修|返工|删|去掉|擦掉|换成|改(?:成|为|一|到|小|大)|调(?:整|亮|暗|高|低)|太(?:大|小|粗|细|快|慢|高|低|长|短|亮|暗|多|少|近|远|窄|宽)|再(?:大|小|细|粗|快|慢|高|低|亮|暗)|漏|画错|不对|补(?:上|画|全)|고치|고칠|수정|다시 ?그|지우|지울|더 ?(?:크|작|굵|가늘|밝|어둡|빠르|늦|느리)|좀 더|너무 ?[가-힣]|줄일|늘일|바꿀|修正お願い|リテイク|\b(?:redraw|revise|retake|fix|change|remove|instead of|too (?:big|small|fast|slow|thick|thin|dark|bright)|wrong|missing|again)\b/iu

/** In a text: that it points to material to look at. */
export const REFERENCE_TEXT = /参考|參考|参照|參照|참고(?! ?(?:바랍니다|바람|해 ?주))|참조|資料|\bsee (?:the )?(?:reference|attached|model sheet)\b|\breference\b/iu
